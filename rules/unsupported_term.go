package rules

import (
	"fmt"
	"slices"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// UnsupportedTerm reports a word of the draft where the source, in the same
// words around it, has another one that does not mean the same.
//
// Why: one wrong word in a sentence that is otherwise the source's turns the news
// around, and nothing else in the sentence betrays it.
//
// Fires:
//
//	The harbour remains an impossible project. ~ The mayor, who paid half of it, insists that the harbour remains an affordable project for all.
//
// Quiet:
//
//	The harbour remains a costly project. ~ The mayor, who paid half of it, insists that the harbour remains an expensive project for all.
//
// Misses: several words in the place of one; words whose surroundings are worded
// differently.
var UnsupportedTerm = &Rule{
	Name:     "unsupported-term",
	Category: Facts,
	Severity: Warning,
	Scope:    One,
	Check:    checkUnsupportedTerm,
}

func checkUnsupportedTerm(p *Pass) {
	sup := p.support(p.Sheet)
	if sup == nil {
		return
	}
	for i, sent := range linted(p.Sheet.Article) {
		ps := sup.telling(p.Sheet, i)
		if ps == nil {
			continue
		}
		for j, t := range ps.terms {
			if ps.found[j] >= 0 || sent.Tokens[t.token].Kind != article.Word {
				continue
			}
			valued := inFact(p.Sheet, i, t.token)
			if !valued && p.opposedTerm(sup, ps, i, j) || p.interposedTerm(sup, ps, i, j) || valued {
				continue
			}
			p.unsupportedTerm(sup, ps, i, t)
		}
	}
}

// toldTerm is how much of a sentence a passage must tell for one word of it to be
// compared.
const toldTerm = 0.6

// interposedTerm reports a word, be it part of a name or number, between two words
// that the passage has around one that excludes it, whatever small words stand
// between them.
func (p *Pass) interposedTerm(sup *support, ps *origin, sentence, j int) bool {
	w, ok := ps.interposed(j)
	if !ok {
		return false
	}
	t := ps.terms[j]
	l := &sup.lines[w.line]
	share, terms := sup.tells(ps, t.token, t.token+1)
	if share < toldTerm || terms < 3 || !sup.excludes(p.Sheet, sentence, t, w) {
		return false
	}
	p.reportTerm(sentence, t, l, w.token)
	return true
}

// reportTerm reports a term of the draft that stands for token at of a line.
func (p *Pass) reportTerm(sentence int, t term, l *line, at int) {
	other := mention(l.sheet, l.sentence, at, at+1)
	p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(p.Sheet, sentence, t.token, t.token+1), Related: []Mention{other},
		Message: fmt.Sprintf("“%s” where the source says “%s”", t.lower, other.Text()), Replacement: other.Text()})
}

func (p *Pass) unsupportedTerm(sup *support, ps *origin, sentence int, t term) {
	g, ok := sup.counterpart(ps, p.Sheet, sentence, t.token, t.token+1)
	if !ok || g.run.Last-g.run.First != 1 || inFact(g.sheet, g.run.Sentence, g.run.First) {
		return
	}
	if share, terms := sup.tells(ps, t.token, t.token+1); share < toldTerm || terms < 3 {
		return
	}
	tok := g.sheet.Article.Sentences[g.run.Sentence].Tokens[g.run.First]
	r := sup.lex.Relate(t.lower, tok.Lower)

	both := g.left > 0 && g.right > 0
	known := sup.words[t.lower] || sup.words[t.stem]
	if !both && (known || g.left+g.right < 2 || g.left+g.right < 3 && !r.Opposed() && !r.Sister) {
		return
	}
	if !r.Opposed() && (says(r) || !sup.exchanged(t.lower, tok.Lower)) {
		return
	}
	p.reportTerm(sentence, t, &line{sheet: g.sheet, sentence: g.run.Sentence}, g.run.First)
}

// The share of a sentence that a passage must tell for a word of it to contradict
// one of the passage whose surroundings are worded differently: one that stands
// near the same words, or an occupation anywhere.
const (
	toldOpposed  = 0.6
	toldOccupied = 0.7
)

// opposedTerm reports a word that the passage has not where the passage has one that
// excludes it, beside a word that both have.
func (p *Pass) opposedTerm(sup *support, ps *origin, sentence, j int) bool {
	t := ps.terms[j]
	share, terms := sup.tells(ps, t.token, t.token+1)
	if share < toldOpposed || terms < 4 || sup.words[t.lower] || sup.words[t.stem] {
		return false
	}
	for k, w := range ps.words {
		l := &sup.lines[w.line]
		if slices.Contains(ps.found, k) || !sup.excludes(p.Sheet, sentence, t, w) || inFact(l.sheet, l.sentence, w.token) {
			continue
		}
		if !ps.beside(j, k) && (share < toldOccupied || !sup.occupations(t.lower, w.lower)) {
			continue
		}
		p.reportTerm(sentence, t, l, w.token)
		return true
	}
	return false
}

// excludes tells whether a term of the draft and a word of the passage cannot both
// hold: opposites, both affirmed or both denied.
func (s *support) excludes(draft *fact.Sheet, sentence int, t term, w windowWord) bool {
	l := &s.lines[w.line]
	return s.lex.Relate(t.lower, w.lower).Opposed() && s.negated(draft, sentence, t.token) == s.negated(l.sheet, l.sentence, w.token)
}

// occupations tells whether two words are offices, ranks or occupations that exclude
// each other; a passage may speak of several kin of one person.
func (s *support) occupations(a, b string) bool {
	set := s.lex.Relate(a, b).Contrast
	if set == nil || set.Kind != lexicon.Office && set.Kind != lexicon.Rank && set.Kind != lexicon.Sport {
		return false
	}
	c := s.lang.Classes()
	return c.Of(a)&c.Of(b)&language.RoleWord != 0
}

// says tells whether one of two words may say what the other does.
func says(r lexicon.Relation) bool {
	return r.Interchangeable() || r.NearSynonym || r.Derived || r.Hypernym || len(r.Pivots) > 0
}

// exchanged tells whether two words of which nothing is known can change what is
// said: verbs that introduce what somebody said do not.
func (s *support) exchanged(a, b string) bool {
	_, x := s.lang.SayVerb(a)
	_, y := s.lang.SayVerb(b)
	return !(x && y) && !s.lex.Light(a) && !s.lex.Light(b) && samePart(s.lex, a, b)
}

// samePart tells whether two words can be the same part of speech.
func samePart(lex *lexicon.Lexicon, a, b string) bool {
	x, y := lex.Lemmas(a), lex.Lemmas(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	for _, l := range x {
		for _, m := range y {
			if l.POS == m.POS {
				return true
			}
		}
	}
	return false
}

// inFact tells whether a token is part of a number, date, time or name.
func inFact(s *fact.Sheet, sentence, token int) bool {
	for _, i := range s.Of(sentence) {
		if f := &s.Facts[i]; f.Kind <= fact.KindName && f.First <= token && token < f.Last {
			return true
		}
	}
	return false
}
