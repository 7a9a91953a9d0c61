package rules

import (
	"strings"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// Substitutions are the word-level differences of an alignment, each cut down
// to the words that really differ and looked up in the lexicon. Several rules
// judge them by kind, so they are found once per alignment.
//
// An edit of several words on both sides is cut into pairs of single words where
// the two sides have equally many content words ("big right hand" against "huge
// left hand" is big/huge and right/left). What is the same word in another
// spelling, form or order is no substitution at all.

// substitution is words of the source replaced by words of the target; one side
// is empty where words were added or left out.
type substitution struct {
	source, target align.Run
	bead           int
	near           int // how sure it is that the words around say the same: 2 in a copy, 1 in a close paraphrase, else 0
	relation       lexicon.Relation
	a, b           string // the words in lower case
	loose          bool   // found by its sets in passages worded differently, not by a word-level difference
	facts          bool   // one side holds a number, date, time or name, which their own rules judge
}

// replaced tells whether there are words on both sides.
func (s *substitution) replaced() bool { return s.a != "" && s.b != "" }

// nearness grades an edit by how much of the words around it match, so that
// its two sides stand for one another.
func nearness(e *align.Edit) int {
	switch {
	case e.Similarity >= 0.8 && e.Left+e.Right >= 3:
		return 2
	case e.Similarity >= 0.65 && e.Left > 0 && e.Right > 0 && e.Left+e.Right >= 4:
		return 1
	}
	return 0
}

// substitutions returns those of p.Alignment.
func (p *Pass) substitutions() []substitution {
	al := p.Alignment
	if subs, ok := p.run.subs[al]; ok {
		return subs
	}
	var subs []substitution
	if al.Source.Article.Lang == al.Target.Article.Lang {
		c := cutter{al: al, lang: language.For(al.Source.Article.Lang), relate: p.relate}
		for i := range al.Edits {
			if nearness(&al.Edits[i]) > 0 {
				subs = c.cut(subs, &al.Edits[i])
			}
		}
		subs = p.oppositions(subs)
		if al.Relation == align.Translation {
			subs = p.editedOpposites(subs)
		}
	}
	p.run.subs[al] = subs
	return subs
}

// relate tells how two words in the language of p.Alignment relate. Articles on
// one story differ in the same words again and again, so that each pair is looked
// up once per run.
func (p *Pass) relate(a, b string) lexicon.Relation {
	k := wordPair{p.Alignment.Source.Article.Lang, a, b}
	r, ok := p.run.relations[k]
	if !ok {
		r = p.lexicon(k.lang).Relate(a, b)
		p.run.relations[k] = r
	}
	return r
}

// wordPair is two words of a language.
type wordPair struct{ lang, a, b string }

// cutter cuts edits into substitutions.
type cutter struct {
	al     *align.Alignment
	lang   *language.Language
	relate func(a, b string) lexicon.Relation
}

// piece is a content word of a run.
type piece struct {
	token int
	lower string
}

func (c *cutter) cut(subs []substitution, e *align.Edit) []substitution {
	a := c.pieces(c.al.Source.Article, e.Source)
	b := c.pieces(c.al.Target.Article, e.Target)
	if len(a) > 0 && len(b) > 0 && len(a)+len(b) > 2 && c.relate(join(a), join(b)).Interchangeable() {
		return subs
	}
	a, b = c.unmatched(a, b)
	if len(a) == 0 && len(b) == 0 {
		return subs
	}
	if len(a) != len(b) || len(a) > 1 {
		a, b = c.weighty(a), c.weighty(b)
	}
	if len(a) == len(b) && len(a) <= 4 {
		for i := range a {
			subs = c.add(subs, e, a[i:i+1], b[i:i+1])
		}
		return subs
	}
	return c.add(subs, e, a, b)
}

// pieces returns the words and numbers of a run.
func (c *cutter) pieces(a *article.Article, r align.Run) []piece {
	var out []piece
	for i := r.First; i < r.Last; i++ {
		if t := &a.Sentences[r.Sentence].Tokens[i]; t.Kind == article.Word || t.Kind == article.Number {
			out = append(out, piece{i, strings.TrimSuffix(t.Lower, "'s")})
		}
	}
	return out
}

// weighty drops function words where other words are left: "the" for "a" beside
// "hand" for "fist" says nothing. Negations stay.
func (c *cutter) weighty(ps []piece) []piece {
	var out []piece
	for _, w := range ps {
		if !c.lang.StopWord(w.lower) || c.lang.IsNegation(w.lower) {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return ps
	}
	return out
}

// unmatched drops the words that both sides have in some form.
func (c *cutter) unmatched(a, b []piece) (x, y []piece) {
	used := make([]bool, len(b))
	for _, p := range a {
		found := false
		for j, q := range b {
			if !used[j] && (p.lower == q.lower || c.relate(p.lower, q.lower).Interchangeable()) {
				used[j], found = true, true
				break
			}
		}
		if !found {
			x = append(x, p)
		}
	}
	for j, q := range b {
		if !used[j] {
			y = append(y, q)
		}
	}
	return x, y
}

func (c *cutter) add(subs []substitution, e *align.Edit, a, b []piece) []substitution {
	s := substitution{bead: e.Bead, near: nearness(e), a: join(a), b: join(b), source: cover(e.Source, a), target: cover(e.Target, b)}
	s.facts = c.holdsFact(c.al.Source, s.source) || c.holdsFact(c.al.Target, s.target)
	if s.replaced() {
		s.relation = c.relate(s.a, s.b)
		if s.relation.Interchangeable() {
			return subs
		}
	}
	return append(subs, s)
}

func join(ps []piece) string {
	words := make([]string, len(ps))
	for i, p := range ps {
		words[i] = p.lower
	}
	return strings.Join(words, " ")
}

// cover is the run from the first to the last of the pieces, or an empty run at
// the place of the edit.
func cover(r align.Run, ps []piece) align.Run {
	if len(ps) == 0 {
		return align.Run{Sentence: r.Sentence, First: r.First, Last: r.First}
	}
	return align.Run{Sentence: r.Sentence, First: ps[0].token, Last: ps[len(ps)-1].token + 1}
}

// holdsFact tells whether a number, date, time or name overlaps a run.
func (c *cutter) holdsFact(s *fact.Sheet, r align.Run) bool {
	if r.First == r.Last {
		return false
	}
	for _, i := range s.Of(r.Sentence) {
		f := &s.Facts[i]
		if f.Kind <= fact.KindName && f.First < r.Last && r.First < f.Last {
			return true
		}
	}
	return false
}

// around is the place of a run: its words, or the words beside it where it is empty.
func around(s *fact.Sheet, r align.Run) Mention {
	n := len(s.Article.Sentences[r.Sentence].Tokens)
	if r.First < r.Last {
		return mention(s, r.Sentence, r.First, r.Last)
	}
	return mention(s, r.Sentence, max(0, min(r.First, n)-1), min(n, r.First+1))
}

// subConflict reports a substitution as a contradiction.
func (p *Pass) subConflict(s *substitution, sev Severity, confidence float64, message func(at, other Mention, count int) string) {
	src, tgt := around(p.Alignment.Source, s.source), around(p.Alignment.Target, s.target)
	src.Value, tgt.Value = s.a, s.b
	needs := 0
	if s.relation.Contrast != nil && s.relation.Contrast.Kind == lexicon.Sport {
		needs = 2 // football is soccer to half of the readers
	}
	p.Conflict(Conflict{Needs: needs, Source: src, Target: tgt, Severity: sev, Confidence: confidence, Pivots: s.relation.Pivots, Message: message, Suggest: s.replaced()})
}
