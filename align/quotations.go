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

// quoteIndex finds quotations by their words.
type quoteIndex map[string][]int32

func indexQuotes(s *fact.Sheet) quoteIndex {
	out := quoteIndex{}
	for i := range s.Facts {
		q, ok := s.Facts[i].Value.(fact.Quotation)
		if !ok {
			continue
		}
		for _, w := range q.Words {
			list := out[w]
			if len(list) < maxQuotes && (len(list) == 0 || list[len(list)-1] != int32(i)) {
				out[w] = append(list, int32(i))
			}
		}
	}
	return out
}

// pairQuotations pairs each quotation with the likest of the other side, so
// that one that is cut in two on one side meets the whole twice.
func (p *pairer) pairQuotations() {
	if !p.oneLanguage {
		return
	}
	indices := [2]quoteIndex{p.names.quoteIndex(p.sheets[0]), p.names.quoteIndex(p.sheets[1])}
	if len(indices[0]) == 0 || len(indices[1]) == 0 {
		return
	}
	found := map[[2]int32]float64{}
	for side, s := range p.sheets {
		for i := range s.Facts {
			q, ok := s.Facts[i].Value.(fact.Quotation)
			if !ok {
				continue
			}
			best, share := p.likest(q, indices[1-side], p.sheets[1-side])
			switch {
			case best < 0:
			case side == 0:
				found[[2]int32{int32(i), best}] = share
			default:
				found[[2]int32{best, int32(i)}] = share
			}
		}
	}
	var ms []match
	for k, share := range found {
		if a := p.compare(k[0], k[1]); a != fact.Unrelated {
			ms = append(ms, match{source: k[0], target: k[1], agreement: a, slot: share})
		}
	}
	slices.SortFunc(ms, func(x, y match) int {
		return cmp.Or(cmp.Compare(x.source, y.source), cmp.Compare(x.target, y.target))
	})
	for _, m := range ms {
		p.add(p.joining(m), m)
	}
}

// likest returns the quotation that shares the largest part of its words with
// q, and that part of the shorter of the two; -1 where it is too small.
func (p *pairer) likest(q fact.Quotation, index quoteIndex, s *fact.Sheet) (int32, float64) {
	votes := map[int32]int{}
	for _, w := range q.Words {
		for _, i := range index[w] {
			votes[i]++
		}
	}
	best, share, most := int32(-1), 0.0, 0
	for i, n := range votes {
		if n < minQuoteWords {
			continue
		}
		other := s.Facts[i].Value.(fact.Quotation)
		shared := inBoth(q.Words, other.Words)
		part := float64(shared) / float64(min(len(q.Words), len(other.Words)))
		if shared < minQuoteWords || part < quoteShare {
			continue
		}
		if c := cmp.Or(cmp.Compare(shared, most), cmp.Compare(part, share), cmp.Compare(best, i)); c > 0 {
			best, share, most = i, part, shared
		}
	}
	return best, share
}

// inBoth is the size of the intersection of two bags of words.
func inBoth(a, b []string) int {
	left := make(map[string]int, len(a))
	for _, w := range a {
		left[w]++
	}
	n := 0
	for _, w := range b {
		if left[w] > 0 {
			left[w]--
			n++
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
