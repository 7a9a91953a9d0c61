package rules

import (
	"math"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// Origins are where a draft has its sentences from. A summary shortens and joins
// what a source tells, so its sentences seldom align well, but nearly all of their
// words stand close together in a source. For each sentence of
// the draft the window of adjacent sentences of one source is sought that has
// most of its words, weighted by rarity, through an inverted index of stems: the
// cost is the words of the draft times the sentences that share them, with the
// most common words left out.

// A term is a word or number of a sentence that says something.
type term struct {
	token int
	lower string
	stem  string
}

// line is a sentence of a source.
type line struct {
	sheet    *fact.Sheet
	sentence int
	terms    []term
}

// windowLines is how many adjacent sentences of a source tell what one sentence
// of a draft does, and maxLines how many sentences a stem may stand in to be
// sought by.
const (
	windowLines = 3
	maxLines    = 400
)

// origins is the index of all sentences of the sources.
type origins struct {
	lang     *language.Language
	lex      *lexicon.Lexicon
	lines    []line
	postings map[string][]int32 // lines by stem, ascending
}

func newOrigins(sources []*fact.Sheet) *origins {
	tag := sources[0].Article.Lang
	ps := &origins{lang: language.For(tag), lex: lexicon.For(tag), postings: map[string][]int32{}}
	for _, s := range sources {
		for i, sent := range linted(s.Article) {
			l := line{sheet: s, sentence: i, terms: ps.terms(sent)}
			n := int32(len(ps.lines))
			for _, t := range l.terms {
				if at := ps.postings[t.stem]; len(at) == 0 || at[len(at)-1] != n {
					ps.postings[t.stem] = append(at, n)
				}
			}
			ps.lines = append(ps.lines, l)
		}
	}
	return ps
}

// terms returns the words and numbers of a sentence but for stop words.
func (ps *origins) terms(s *article.Sentence) []term {
	var out []term
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Kind != article.Word && t.Kind != article.Number {
			continue
		}
		w := strings.TrimSuffix(t.Lower, "'s")
		if w == "" || ps.lang.StopWord(w) {
			continue
		}
		out = append(out, term{i, w, ps.lang.Stem(w)})
	}
	return out
}

// weight is the rarity of a stem in the sources.
func (ps *origins) weight(stem string) float64 {
	n := len(ps.postings[stem])
	return math.Log(1 + float64(len(ps.lines)+1)/float64(n+1))
}

// origin is the window of the sources that a sentence of a draft tells.
type origin struct {
	first, last int     // lines
	share       float64 // of the weight of the terms
	terms       []term  // of the draft
	found       []int   // index into words, or -1
	words       []windowWord
	sentences   []int // of the lines
}

// windowWord is a term of a window.
type windowWord struct {
	term
	line int
}

// find returns the best window for the terms of a sentence of a draft.
func (ps *origins) find(terms []term) *origin {
	scores := map[int32]float64{}
	total := 0.0
	seen := map[string]bool{}
	for _, t := range terms {
		if seen[t.stem] {
			continue
		}
		seen[t.stem] = true
		w := ps.weight(t.stem)
		total += w
		at := ps.postings[t.stem]
		if len(at) > maxLines {
			continue
		}
		// A window is named by its first line: a line counts for the windows it is in.
		last := int32(-1)
		for _, n := range at {
			for first := max(n-windowLines+1, last+1, 0); first <= n; first++ {
				scores[first] += w
				last = first
			}
		}
	}
	best, at := 0.0, int32(-1)
	for n, s := range scores {
		if s > best || s == best && n < at {
			best, at = s, n
		}
	}
	if at < 0 {
		return nil
	}
	p := &origin{first: int(at), last: min(int(at)+windowLines, len(ps.lines)), share: best / total, terms: terms}
	for p.last > p.first+1 && ps.lines[p.last-1].sheet != ps.lines[p.first].sheet {
		p.last--
	}
	for n := p.first; n < p.last; n++ {
		p.sentences = append(p.sentences, ps.lines[n].sentence)
		for _, t := range ps.lines[n].terms {
			p.words = append(p.words, windowWord{t, n})
		}
	}
	return p
}

// link finds each term of the draft in the window: the same stem, or else a word
// that says the same. Of several it takes the one nearest to the term before.
func (ps *origins) link(p *origin) {
	p.found = make([]int, len(p.terms))
	for i := range p.found {
		p.found[i] = -1
	}
	for _, same := range []func(a, b term) bool{
		func(a, b term) bool { return a.stem == b.stem || a.lower == b.lower },
		ps.akin,
	} {
		for i, t := range p.terms {
			if p.found[i] >= 0 {
				continue
			}
			near := p.expected(i)
			best := -1
			for j, w := range p.words {
				if same(t, w.term) && (best < 0 || abs(j-near) < abs(best-near)) {
					best = j
				}
			}
			p.found[i] = best
		}
	}
}

// expected is where in the window term i would stand by its neighbours.
func (p *origin) expected(i int) int {
	for j := i - 1; j >= 0; j-- {
		if p.found[j] >= 0 {
			return p.found[j] + i - j
		}
	}
	for j := i + 1; j < len(p.terms); j++ {
		if p.found[j] >= 0 {
			return p.found[j] + i - j
		}
	}
	return 0
}

// akin tells whether two words can stand for the same thing.
func (ps *origins) akin(a, b term) bool {
	r := ps.lex.Relate(a.lower, b.lower)
	return !r.Opposed() && (r.Interchangeable() || r.Derived || r.NearSynonym || r.Hypernym)
}

func abs(n int) int { return max(n, -n) }

// interposed returns the one word of the window between the words that the
// neighbours of term i are.
func (p *origin) interposed(i int) (windowWord, bool) {
	if i == 0 || i+1 == len(p.found) {
		return windowWord{}, false
	}
	l, r := p.found[i-1], p.found[i+1]
	if l < 0 || r != l+2 || p.words[l].line != p.words[r].line || p.words[l].stem != p.terms[i-1].stem || p.words[r].stem != p.terms[i+1].stem {
		return windowWord{}, false
	}
	return p.words[l+1], true
}

// How far two words may stand from a word that both texts have, in terms, for one
// to be in the place of the other.
const (
	besideDraft  = 2
	besideSource = 3
)

// beside tells whether word k of the window stands near a word that stands near
// term j of the draft.
func (p *origin) beside(j, k int) bool {
	for i := max(j-besideDraft, 0); i <= min(j+besideDraft, len(p.terms)-1); i++ {
		if q := p.found[i]; i != j && q >= 0 && p.words[q].line == p.words[k].line && abs(q-k) <= besideSource {
			return true
		}
	}
	return false
}

// around returns the terms right before token first and from token last on, -1 where
// there are none.
func (p *origin) around(first, last int) (before, after int) {
	before = -1
	for i, t := range p.terms {
		if t.token < first {
			before = i
		} else if t.token >= last {
			return before, i
		}
	}
	return before, -1
}

// tells is the share of the weight of the terms of a sentence of the draft that
// its passage has, without the terms from token first to last.
func (ps *origins) tells(p *origin, first, last int) (share float64, terms int) {
	total, found := 0.0, 0.0
	for i, t := range p.terms {
		if t.token >= first && t.token < last {
			continue
		}
		w := ps.weight(t.stem)
		total += w
		if p.found[i] >= 0 {
			found += w
			terms++
		}
	}
	if total == 0 {
		return 0, 0
	}
	return found / total, terms
}

// telling returns the passage of the sources that a sentence of the draft tells,
// linked; nil where there is none.
func (s *support) telling(draft *fact.Sheet, sentence int) *origin {
	key := told{draft, sentence}
	p, ok := s.tellings[key]
	if !ok {
		if p = s.find(s.terms(&draft.Article.Sentences[sentence])); p != nil {
			s.link(p)
		}
		s.tellings[key] = p
	}
	return p
}

// told is a sentence of a draft.
type told struct {
	draft    *fact.Sheet
	sentence int
}

// inWindow calls yield with the facts of one kind of the window.
func (ps *origins) inWindow(p *origin, kind fact.Kind, yield func(*fact.Sheet, *fact.Fact)) {
	for n := p.first; n < p.last; n++ {
		l := &ps.lines[n]
		for _, i := range l.sheet.Of(l.sentence) {
			if f := &l.sheet.Facts[i]; f.Kind == kind {
				yield(l.sheet, f)
			}
		}
	}
}

// place is where in the words of a passage a fact of its window stands.
func (p *origin) place(f *fact.Fact) int {
	for j, w := range p.words {
		if p.sentences[w.line-p.first] == f.Sentence && w.token >= f.First {
			return j
		}
	}
	return len(p.words)
}
