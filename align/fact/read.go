package fact

import (
	"cmp"
	"slices"

	"github.com/sourcelint/sourcelint/align/article"
)

// Read returns the facts of an article, with its names linked to entities. It
// makes one pass over the sentences for the facts that stand by themselves and
// one over the facts for what links them: numbers, dates and times come first,
// so that no name swallows them ("Interstate 75", "March 2018"), and slots last,
// because they point at the entities that names give.
func Read(a *article.Article) *Sheet {
	s := &Sheet{Article: a}
	scanValues(s)
	s.index()
	readNames(s)
	s.index()
	s.fileMentions()
	fillSlots(s)
	return s
}

// index sorts the facts by place, an enclosing one first, and files them by
// sentence.
func (s *Sheet) index() {
	s.sort()
	s.bySentence = make([][]int32, len(s.Article.Sentences))
	all := make([]int32, len(s.Facts))
	for i := 0; i < len(s.Facts); {
		first, sent := i, s.Facts[i].Sentence
		for ; i < len(s.Facts) && s.Facts[i].Sentence == sent; i++ {
			all[i] = int32(i)
		}
		s.bySentence[sent] = all[first:i:i]
	}
}

// sort puts the facts in the order of index, those of one place in the order they
// were read in. Facts are large, so their places are sorted and each fact is
// moved once.
func (s *Sheet) sort() {
	byPlace := func(a, b *Fact) int {
		return cmp.Or(cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last))
	}
	sorted := true
	for i := 1; i < len(s.Facts) && sorted; i++ {
		sorted = byPlace(&s.Facts[i-1], &s.Facts[i]) <= 0
	}
	if sorted {
		return
	}
	from := make([]int32, len(s.Facts)) // of each place: where its fact is now
	for i := range from {
		from[i] = int32(i)
	}
	slices.SortFunc(from, func(a, b int32) int {
		return cmp.Or(byPlace(&s.Facts[a], &s.Facts[b]), cmp.Compare(a, b))
	})
	for i := range from {
		// Each circle of facts that take each other's places moves by one.
		at, first := i, s.Facts[i]
		for int(from[at]) != i {
			next := int(from[at])
			s.Facts[at], from[at] = s.Facts[next], int32(at)
			at = next
		}
		s.Facts[at], from[at] = first, int32(at)
	}
}
