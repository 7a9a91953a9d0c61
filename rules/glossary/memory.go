package glossary

import (
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// Memory learns a dictionary from the segments of a translation memory.
//
// Words that stand in the same segments render each other: a pair is taken where
// it is seen three times and its Dice coefficient is at least one half (Melamed,
// Models of Translational Equivalence, Computational Linguistics 26, 2000, has
// this as the baseline of competitive linking). Words in every other segment, such
// as articles, say nothing. What is read is bounded, so that a large memory costs a second
// at most.
type Memory struct {
	source, target *language.Language
	segments       int
	words          [2]map[string]int
	pairs          map[[2]string]int
	direct         []*Entry // segments of one word
}

const (
	maxSegments = 20_000
	maxLearned  = 14 // words of a segment that words are learned from
	leastSeen   = 3
)

// NewMemory makes an empty memory for a pair of languages, BCP 47 tags.
func NewMemory(source, target string) *Memory {
	return &Memory{source: language.For(source), target: language.For(target),
		words: [2]map[string]int{{}, {}}, pairs: map[[2]string]int{}}
}

// Full tells that more segments make no difference.
func (m *Memory) Full() bool { return m.segments >= maxSegments }

// Add learns from a segment and its translation.
func (m *Memory) Add(source, target *article.Article) {
	s, t := distinctWords(source), distinctWords(target)
	if m.Full() || len(s) == 0 || len(t) == 0 {
		return
	}
	if len(s) == 1 && len(t) == 1 {
		m.direct = append(m.direct, &Entry{Source: s[0], Targets: t})
	}
	if len(s) > maxLearned || len(t) > maxLearned {
		return
	}
	m.segments++
	for i, w := range s {
		s[i] = m.source.Stem(w)
		m.words[0][s[i]]++
	}
	for _, v := range t {
		m.words[1][v]++
		for _, w := range s {
			m.pairs[[2]string{w, v}]++
		}
	}
}

func distinctWords(a *article.Article) []string {
	var out []string
	for i := range a.Sentences {
		for j := range a.Sentences[i].Tokens {
			if t := &a.Sentences[i].Tokens[j]; t.Kind == article.Word {
				out = append(out, strings.Clone(t.Lower))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Dictionary is what was learned.
func (m *Memory) Dictionary() *Dictionary {
	d := NewDictionary(m.direct, m.source.Tag)
	for p, n := range m.pairs {
		a, b := m.words[0][p[0]], m.words[1][p[1]]
		if n >= leastSeen && 4*n >= a+b && 2*a < m.segments && 2*b < m.segments {
			d.byStem[p[0]] = append(d.byStem[p[0]], p[1])
		}
	}
	for _, list := range d.byStem {
		slices.Sort(list)
	}
	for key, list := range d.byStem {
		d.byStem[key] = slices.Compact(list)
	}
	return d
}
