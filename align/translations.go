package align

import (
	"math"
	"slices"

	"github.com/sourcelint/sourcelint/align/fact"
)

// How a text is aligned with its translation
//
// A translator keeps the order of sentences, mostly: one becomes one, sometimes
// two become one or one is left out. The best sequence of such beads is found by
// dynamic programming over the sentences of both sides, as Gale and Church did
// (A Program for Aligning Sentences in Bilingual Corpora, Computational
// Linguistics 19, 1993). Each bead is scored by
//
//   - its shape: 1-1 is common, 1-4 is rare;
//   - its lengths: long sentences become long ones. The ratio of letters and its
//     variance are fitted to the text;
//   - its edges: where both sides start and end as sentences do (see edges.go);
//   - its keys: what can survive translation. Numbers and dates by value, words
//     that are written alike, their first five letters (cognates), names, ? and !,
//     URLs, headings and list items. A key on both sides speaks for a bead by how
//     unlikely that is by chance, which for rare keys is much; a key on one side
//     alone speaks against it by how often such keys survive in this text.
//
// A first pass uses survival rates of the average pair of languages and teaches a
// second one those of the text: between German and French few words are written
// alike, between two versions of an English text nearly all. So one program
// serves both, and a distant pair of languages falls back on lengths by itself. A
// long text also teaches which words render each other (see learn.go).
//
// Sentences that the path leaves alone on both sides are aligned once more where
// their keys are strong evidence: whole paragraphs move in an edited text (see
// moves.go).
//
// To be linear in the length of the text, the program looks only at cells near
// the anchors: pairs of sentences that share rare keys, in the heaviest chain
// that runs in order on both sides without detours (see band.go). Memory and time are the number
// of sentences times the width of the band; small texts are searched as a whole.

// A Dictionary knows translations of words, for instance from a glossary or a
// translation memory.
type Dictionary interface {
	// Translations returns words of the target's language that may render a word
	// of the source's, both in lower case.
	Translations(word string) []string
}

// Translations aligns a text with its translation, in another language or the
// same one. Every sentence is in one bead; what is left out or added is in a
// bead with one empty side.
func Translations(source, target *fact.Sheet) *Alignment {
	return TranslationsWith(source, target, nil)
}

// TranslationsWith is Translations with the help of a dictionary, which may be nil.
func TranslationsWith(source, target *fact.Sheet, d Dictionary) *Alignment {
	al := &Alignment{Relation: Translation, Source: source, Target: target}
	n, t := len(source.Article.Sentences), len(target.Article.Sentences)
	switch {
	case n == 1 && t == 1:
		al.Beads = []Bead{{Source: []int{0}, Target: []int{0}, Score: 1}}
	case n > 0 || t > 0:
		al.Beads = alignTexts(newKeys(source, target, d))
	}
	slices.SortStableFunc(al.Beads, compareOrder)
	al.pairFacts(linkNames([]*fact.Sheet{source, target}), 0, 1)
	if al.oneLanguage() {
		al.diffBeads(newWords())
	}
	return al
}

// compareOrder orders the beads of a translation as one reads: by source, and
// what was added by its place in the target.
func compareOrder(x, y Bead) int {
	if len(x.Source) > 0 && len(y.Source) > 0 {
		return compareBeads(x, y)
	}
	if len(x.Target) > 0 && len(y.Target) > 0 {
		return slices.Compare(x.Target, y.Target)
	}
	return 0
}

// A step is a bead of a path: s.p sentences from i, s.q from j.
type step struct {
	i, j int
	shape
	score float64
}

// alignTexts returns the beads of two texts.
func alignTexts(k *keys) []Bead {
	m := newModel(k, survival, [2]float64{edgeRate, edgeRate}, k.ratio(), usualSpread)
	path := m.path(m.band())
	rate, ratio, spread := m.fit(path)
	k.learn(path)
	m = newModel(k, rate, k.edgeRates(path), ratio, spread)
	return m.beads(m.path(m.band()))
}

// ratio is the letters of the target per letter of the source.
func (k *keys) ratio() float64 {
	var sum [2]float64
	for side := range 2 {
		for _, x := range k.length[side] {
			sum[side] += x
		}
	}
	if sum[0] == 0 || sum[1] == 0 {
		return 1
	}
	return min(max(sum[1]/sum[0], 1./3), 3)
}

// path finds the best path inside a band by dynamic programming.
func (m *model) path(b band) []step {
	n := len(b) - 1
	start := b.starts()
	best := make([]float64, start[n+1])
	from := make([]int8, start[n+1])
	for i, r := range b {
		for j := r.low; j <= r.high; j++ {
			cell := start[i] + j - r.low
			if i == 0 && j == 0 {
				continue
			}
			best[cell] = math.Inf(-1)
			for k, s := range shapes {
				before := b.before(start, i, j, s)
				if before < 0 || math.IsInf(best[before], -1) {
					continue
				}
				if v := best[before] + m.score(i-s.p, j-s.q, s); v > best[cell] {
					best[cell], from[cell] = v, int8(k)
				}
			}
		}
	}
	var out []step
	for i, j := n, b[n].high; i > 0 || j > 0; {
		s := shapes[from[start[i]+j-b[i].low]]
		i, j = i-s.p, j-s.q
		out = append(out, step{i, j, s, m.score(i, j, s)})
	}
	slices.Reverse(out)
	return out
}

// beads makes a path into beads in its order, and joins what moved.
func (m *model) beads(path []step) []Bead {
	var lonely [2][]int
	for _, s := range path {
		if s.p == 0 {
			lonely[1] = append(lonely[1], s.j)
		} else if s.q == 0 {
			lonely[0] = append(lonely[0], s.i)
		}
	}
	moves, moved := m.moves(lonely), newTaken()
	for _, s := range moves {
		moved.take(s)
	}
	var out []Bead
	alone := m.posteriors(path)
	for _, s := range path {
		if !moved.free(s) {
			continue
		}
		b := s.bead()
		if s.p == 0 {
			b.Score = alone[1][s.j]
		} else if s.q == 0 {
			b.Score = alone[0][s.i]
		}
		out = append(out, b)
	}
	for _, s := range moves {
		at := slices.IndexFunc(out, func(b Bead) bool { return len(b.Source) > 0 && b.Source[0] > s.i })
		if at < 0 {
			at = len(out)
		}
		out = slices.Insert(out, at, s.bead())
	}
	return out
}

// sides are the sentences of a step.
func (s step) sides() [2][]int { return [2][]int{upTo(s.i, s.p), upTo(s.j, s.q)} }

func (s step) bead() Bead {
	x := s.sides()
	b := Bead{Source: x[0], Target: x[1]}
	if s.p > 0 && s.q > 0 {
		b.Score = confidence(s.score)
	}
	return b
}

// confidence maps evidence to [0,1].
func confidence(score float64) float64 { return 1 / (1 + math.Exp(-(score+3)/3)) }

func upTo(from, n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = from + i
	}
	return out
}
