package rules

import (
	"slices"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// Oppositions are words that exclude each other, or that render one foreign
// word, in two passages that tell the same in other words: "resigned in 2018"
// and "was fired", "a second round with" and "a run-off for".
//
// A word-level difference cannot find them, so each sentence is marked once with
// the contrast sets and pivot families its words belong to; the marks of a bead
// that share a set are compared, never all words with all words. A passage that
// has both words contradicts neither, and what the words belong to must be the
// same: the words beside them, or several of the words around.

// marked is words of a sentence that belong to a set or family.
type marked struct {
	run    align.Run
	text   string
	member *lexicon.Membership
	topic  int // number of the set or family
}

// phraseWords is the most words that a member of a set may have.
const phraseWords = 3

// marks returns the marked words of each sentence of an article, in order.
func (p *Pass) marks(s *fact.Sheet) [][]marked {
	if m, ok := p.run.marked[s]; ok {
		return m
	}
	lex, lang := p.lexicon(s.Article.Lang), language.For(s.Article.Lang)
	out := make([][]marked, len(s.Article.Sentences))
	for i, sent := range linted(s.Article) {
		for j := range sent.Tokens {
			out[i] = p.markAt(out[i], lex, lang, i, sent.Tokens, j)
		}
		out[i] = longest(out[i])
	}
	p.run.marked[s] = out
	return out
}

// longest drops the marks of words inside a marked phrase: "round" of "second
// round" says nothing by itself.
func longest(ms []marked) []marked {
	inside := func(m marked) bool {
		return slices.ContainsFunc(ms, func(x marked) bool {
			return x.run.First <= m.run.First && m.run.Last <= x.run.Last && x.run.Last-x.run.First > m.run.Last-m.run.First
		})
	}
	return slices.DeleteFunc(slices.Clone(ms), inside)
}

// markAt appends the marks of the words and phrases that begin at token j.
func (p *Pass) markAt(out []marked, lex *lexicon.Lexicon, lang *language.Language, sentence int, ts []article.Token, j int) []marked {
	if ts[j].Kind != article.Word {
		return out
	}
	m := p.memberships(lex, ts[j].Lower, 1)
	for i := range m.of {
		out = append(out, marked{align.Run{Sentence: sentence, First: j, Last: j + 1}, ts[j].Lower, &m.of[i], m.topics[i]})
	}
	if m.seconds == 0 || lang.StopWord(ts[j].Lower) {
		return out
	}
	phrase, words := ts[j].Lower, 1
	for k := j + 1; k < len(ts) && words < phraseWords; k++ {
		switch {
		case ts[k].Kind == article.Word && words == 1 && !m.seconds.May(ts[k].Lower):
			return out
		case ts[k].Kind == article.Word && isMark(&ts[k-1], "-"):
			phrase += ts[k].Lower
		case ts[k].Kind == article.Word:
			phrase += " " + ts[k].Lower
		case isMark(&ts[k], "-") && !ts[k].Space:
			phrase += "-"
			continue
		default:
			return out
		}
		words++
		m := p.memberships(lex, phrase, words)
		for i := range m.of {
			out = append(out, marked{align.Run{Sentence: sentence, First: j, Last: k + 1}, phrase, &m.of[i], m.topics[i]})
		}
	}
	return out
}

// looked is what the lexicon holds of a word or phrase.
type looked struct {
	of      []lexicon.Membership
	topics  []int           // of each membership, the number of its set or family
	seconds lexicon.Seconds // of the phrases that begin with it
}

// topic is what the alternatives of one set or family have in common.
type topic struct {
	set    *lexicon.Set
	family *lexicon.Family
}

// memberships looks a phrase up, once per run.
func (p *Pass) memberships(lex *lexicon.Lexicon, phrase string, words int) looked {
	if m, ok := p.run.members[phrase]; ok {
		return m
	}
	m := looked{of: lex.Memberships(nil, phrase)}
	if words == 1 {
		m.seconds = lex.Opens(phrase)
	}
	for _, x := range m.of {
		t := topic{x.Set, x.Family}
		n, ok := p.run.topics[t]
		if !ok {
			n = len(p.run.topics)
			p.run.topics[t] = n
		}
		m.topics = append(m.topics, n)
	}
	p.run.members[phrase] = m
	return m
}

// oppositions appends those of p.Alignment that are not among subs.
func (p *Pass) oppositions(subs []substitution) []substitution {
	al := p.Alignment
	a, b := p.marks(al.Source), p.marks(al.Target)
	seen := map[[2]align.Run]bool{}
	for i := range subs {
		seen[[2]align.Run{subs[i].source, subs[i].target}] = true
	}
	for len(p.run.on) < len(p.run.topics) {
		p.run.on = append(p.run.on, nil)
	}
	on := p.run.on
	for bi := range al.Beads {
		bead := &al.Beads[bi]
		if bead.Loose {
			continue
		}
		for _, si := range bead.Source {
			for i := range a[si] {
				x := &a[si][i]
				on[x.topic] = append(on[x.topic], x)
			}
		}
		for _, ti := range bead.Target {
			for i := range b[ti] {
				y := &b[ti][i]
				for _, x := range on[y.topic] {
					if !x.member.Opposes(*y.member) || seen[[2]align.Run{x.run, y.run}] {
						continue
					}
					seen[[2]align.Run{x.run, y.run}] = true
					if s, ok := p.opposition(bi, *x, *y); ok {
						subs = append(subs, s)
					}
				}
			}
		}
		for _, si := range bead.Source {
			for i := range a[si] {
				on[a[si][i].topic] = on[a[si][i].topic][:0]
			}
		}
	}
	return subs
}

// opposition makes a substitution of two opposed words if their passages speak
// of the same thing.
func (p *Pass) opposition(bi int, x, y marked) (substitution, bool) {
	al := p.Alignment
	bead := &al.Beads[bi]
	if has(p.marks(al.Source), bead.Source, *y.member) || has(p.marks(al.Target), bead.Target, *x.member) {
		return substitution{}, false
	}
	s := substitution{source: x.run, target: y.run, bead: bi, near: 1, loose: true, a: x.text, b: y.text}
	s.relation = p.relate(x.text, y.text)
	if pv, ok := s.betrayed(); ok {
		return s, p.usesOnly(al.Source, *x.member, *y.member) && p.usesOnly(al.Target, *y.member, *x.member) && (p.sameThing(x.run, y.run) || p.samePerson(x.run, y.run)) && pv.Family != nil
	}
	if s.relation.Contrast == nil || s.relation.Contrast.Kind != lexicon.Outcome {
		return s, false
	}
	return s, p.sameThing(x.run, y.run) && p.samePerson(x.run, y.run) && !takesName(al.Source, x.run) && !takesName(al.Target, y.run)
}

// takesName tells whether a name follows a run at once: what a verb says of its
// object ("defeats Thompson") is not what it says of its subject.
func takesName(s *fact.Sheet, r align.Run) bool {
	for _, i := range s.Of(r.Sentence) {
		if f := &s.Facts[i]; f.Kind == fact.KindName && f.First == r.Last {
			return true
		}
	}
	return false
}

// betrayed returns the pivot family of which just one side is a rendering that
// betrays a translation.
func (s *substitution) betrayed() (lexicon.Pivot, bool) {
	for _, pv := range s.relation.Pivots {
		if pv.A.Betrays != pv.B.Betrays {
			return pv, true
		}
	}
	return lexicon.Pivot{}, false
}

// usesOnly tells whether an article has words of member m and none of n.
func (p *Pass) usesOnly(s *fact.Sheet, m, n lexicon.Membership) bool {
	for _, ms := range p.marks(s) {
		for _, x := range ms {
			if *x.member == n {
				return false
			}
		}
	}
	return true
}

// samePerson tells whether two runs have the same person for their subject: the
// last name before them in their sentences.
func (p *Pass) samePerson(a, b align.Run) bool {
	g := p.subject(p.Alignment.Source, a)
	return g >= 0 && g == p.subject(p.Alignment.Target, b)
}

// subject is the group of the last person named before a run in its sentence, -1
// where there is none.
func (p *Pass) subject(s *fact.Sheet, r align.Run) int {
	group := -1
	for _, i := range s.Of(r.Sentence) {
		f := &s.Facts[i]
		if n, ok := f.Value.(fact.Name); ok && f.Last <= r.First && s.Entities[n.Entity].Kind == fact.Person {
			group = p.group(s, n.Entity)
		}
	}
	return group
}

// has tells whether sentences hold a word of the same member.
func has(marks [][]marked, sentences []int, m lexicon.Membership) bool {
	for _, i := range sentences {
		for _, x := range marks[i] {
			if *x.member == m {
				return true
			}
		}
	}
	return false
}

// sameThing tells whether the words around two runs speak of the same thing:
// the content word right before or behind is the same, or two of those near are.
func (p *Pass) sameThing(a, b align.Run) bool {
	x := neighbours(p.Alignment.Source, a)
	y := neighbours(p.Alignment.Target, b)
	shared := 0
	for i, w := range x {
		for j, v := range y {
			if w.stem != v.stem {
				continue
			}
			shared++
			if i < 2 && j < 2 && w.behind == v.behind && w.distance == 1 && v.distance == 1 {
				shared++
			}
			break
		}
	}
	return shared >= 2
}

// neighbour is a content word near a run.
type neighbour struct {
	stem     string
	token    int
	distance int // in content words, from 1
	behind   bool
}

// window is how many content words on each side are near.
const window = 4

// neighbours returns the content words near a run, nearest first.
func neighbours(s *fact.Sheet, r align.Run) []neighbour {
	lang := language.For(s.Article.Lang)
	ts := s.Article.Sentences[r.Sentence].Tokens
	var out []neighbour
	collect := func(from, to, step int) {
		d := 0
		for i := from; i != to && d < window; i += step {
			if ts[i].Kind != article.Word && ts[i].Kind != article.Number || lang.StopWord(ts[i].Lower) {
				continue
			}
			d++
			out = append(out, neighbour{lang.Stem(ts[i].Lower), i, d, step > 0})
		}
	}
	collect(r.Last, len(ts), 1)
	collect(r.First-1, -1, -1)
	return out
}
