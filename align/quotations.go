package align

import (
	"cmp"
	"slices"

	"github.com/sourcelint/sourcelint/align/fact"
)

// A quotation pairs with the one of the other side that shares most of its
// words: at least minQuoteWords, and quoteShare of the shorter one.
const (
	minQuoteWords = 2
	quoteShare    = 0.6
	maxQuotes     = 64 // quotations that a word leads to
)

// quotes are the quotations of a sheet, with their words as numbers.
type quotes struct {
	facts  []int32           // the facts that are quotations, ascending
	words  [][]int32         // of each of them: its words, ascending
	byWord map[int32][]int32 // places in facts; at most maxQuotes a word
}

// quotes returns the quotations of a sheet, which are read once.
func (n *names) quotes(s *fact.Sheet) *quotes {
	if x := n.quoted[s]; x != nil {
		return x
	}
	x := &quotes{byWord: map[int32][]int32{}}
	for i := range s.Facts {
		q, ok := s.Facts[i].Value.(fact.Quotation)
		if !ok {
			continue
		}
		place := int32(len(x.facts))
		words := make([]int32, len(q.Words))
		for j, w := range q.Words {
			id, ok := n.words[w]
			if !ok {
				id = int32(len(n.words))
				n.words[w] = id
			}
			words[j] = id
			if list := x.byWord[id]; len(list) < maxQuotes && (len(list) == 0 || list[len(list)-1] != place) {
				x.byWord[id] = append(list, place)
			}
		}
		slices.Sort(words)
		x.facts, x.words = append(x.facts, int32(i)), append(x.words, words)
	}
	n.quoted[s] = x
	return x
}

// pairQuotations pairs each quotation with the likest of the other side, so
// that one that is cut in two on one side meets the whole twice.
func (p *pairer) pairQuotations() {
	if !p.oneLanguage {
		return
	}
	sides := [2]*quotes{p.names.quotes(p.sheets[0]), p.names.quotes(p.sheets[1])}
	if len(sides[0].facts) == 0 || len(sides[1].facts) == 0 {
		return
	}
	var ms []match
	for side, own := range sides {
		other := sides[1-side]
		votes := make([]int32, len(other.facts))
		for i, words := range own.words {
			best, share := other.likest(words, votes)
			if best < 0 {
				continue
			}
			m := match{source: own.facts[i], target: other.facts[best], slot: share}
			if side == 1 {
				m.source, m.target = m.target, m.source
			}
			ms = append(ms, m)
		}
	}
	slices.SortFunc(ms, func(x, y match) int {
		return cmp.Or(cmp.Compare(x.source, y.source), cmp.Compare(x.target, y.target))
	})
	for _, m := range slices.Compact(ms) { // two that chose each other are one pair
		if m.agreement = p.compare(m.source, m.target); m.agreement != fact.Unrelated {
			p.add(p.joining(m), m)
		}
	}
}

// likest returns the quotation that shares the largest part of its words with
// those of another, and that part of the shorter of the two; -1 where it is too
// small. votes is all zero, one for each quotation, and is left so.
func (x *quotes) likest(words, votes []int32) (int32, float64) {
	var met []int32
	for _, w := range words {
		for _, i := range x.byWord[w] {
			if votes[i]++; votes[i] == 1 {
				met = append(met, i)
			}
		}
	}
	best, share, most := int32(-1), 0.0, 0
	for _, i := range met {
		n := votes[i]
		votes[i] = 0
		if n < minQuoteWords {
			continue
		}
		other := x.words[i]
		shared := inBoth(words, other)
		part := float64(shared) / float64(min(len(words), len(other)))
		if shared < minQuoteWords || part < quoteShare {
			continue
		}
		if c := cmp.Or(cmp.Compare(shared, most), cmp.Compare(part, share), cmp.Compare(best, i)); c > 0 {
			best, share, most = i, part, shared
		}
	}
	return best, share
}

// inBoth is the size of the intersection of two bags of words, each ascending.
func inBoth(a, b []int32) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			i, j, n = i+1, j+1, n+1
		}
	}
	return n
}

// joining is the bead that holds both facts of a match, else -1.
func (p *pairer) joining(m match) int {
	s, t := p.sheets[0].Facts[m.source].Sentence, p.sheets[1].Facts[m.target].Sentence
	for _, n := range p.beadsOf[s] {
		if slices.Contains(p.al.Beads[n].Target, t) {
			return n
		}
	}
	return -1
}
