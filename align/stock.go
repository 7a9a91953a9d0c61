package align

import (
	"hash/fnv"
	"strings"
	"unicode"
)

// A sentence that stands as the translation of several sources which have no word
// in common renders at most one of them. Machine translations fall back on such a
// sentence where they make nothing of their source, and tables are filled down by
// mistake.

// The limits of stock sentences.
const (
	stockWords   = 5 // words that a sentence has at least
	stockSources = 3 // different sources under which it stands at least
	stockContent = 2 // content words of a source at least
	aliens       = 3 // a source is alien that shares a word with fewer than one in so many of the others
)

// stock is the sentences of targets by the segments in which they stand.
type stock map[uint64][]int32 // by hash, indexes into Learner.segments

// add takes in the sentences of a target.
func (s stock) add(target string, segment int32) {
	words := 0
	h := fnv.New64a()
	end := func() {
		if words >= stockWords {
			k := h.Sum64()
			if l := s[k]; len(l) == 0 || l[len(l)-1] != segment {
				s[k] = append(l, segment)
			}
		}
		words = 0
		h.Reset()
	}
	for field := range strings.FieldsSeq(target) {
		if w := strings.ToLower(strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })); w != "" {
			words++
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		if strings.ContainsAny(field[len(field)-1:], ".!?") {
			end()
		}
	}
	end()
}

// alien returns by the number of a segment how many other sources share its
// sentence, and none of its words.
func (l *Learner) alien() map[int]int {
	out := map[int]int{}
	for _, group := range l.stock {
		var own []*learnedPair
		for _, i := range group {
			if p := &l.segments[i]; !p.again && len(p.words[0]) >= stockContent {
				own = append(own, p)
			}
		}
		if len(own) < stockSources {
			continue
		}
		having := map[int32]int{} // sources by word
		for _, p := range own {
			for _, w := range p.words[0] {
				having[w]++
			}
		}
		for _, p := range own {
			most := 0
			for _, w := range p.words[0] {
				most = max(most, having[w]-1)
			}
			if most*aliens < len(own)-1 {
				out[p.number] = max(out[p.number], len(own)-1)
			}
		}
	}
	return out
}

// Stock tells of how many other sources, with no word in common with that of the
// segment of a number, the file has a sentence of its target as translation.
func (v *Vocabulary) Stock(number int) int { return v.alien[number] }
