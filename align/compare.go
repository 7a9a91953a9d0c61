package align

import (
	"cmp"
	"slices"

	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// measured tells whether a kind has values that fact.Compare compares.
func measured(k fact.Kind) bool {
	return k == fact.KindNumber || k == fact.KindDate || k == fact.KindTime
}

// compare compares the values of two facts, one of each side.
func (p *pairer) compare(source, target int32) fact.Agreement {
	a, b := &p.sheets[0].Facts[source], &p.sheets[1].Facts[target]
	if measured(a.Kind) && measured(b.Kind) {
		return fact.Compare(a, b)
	}
	if !p.oneLanguage && a.Kind != fact.KindName {
		return fact.Unrelated
	}
	switch x := a.Value.(type) {
	case fact.Name:
		if y, ok := b.Value.(fact.Name); ok {
			return p.names.compare(p.at[0], x.Entity, p.at[1], y.Entity)
		}
	case fact.Quotation:
		return p.compareQuotations(a, b)
	case fact.Claim:
		if y, ok := b.Value.(fact.Claim); ok {
			return p.compareClaims(x, y)
		}
	}
	return fact.Unrelated
}

// names tells which entities of several sheets are one, and keeps what is
// indexed once for each sheet.
type names struct {
	links    *fact.Links
	variants map[[2]int]bool
	facts    map[*fact.Sheet]*index
	quoted   map[*fact.Sheet]*quotes
	words    map[string]int32 // numbers of the words of quotations
}

func linkNames(sheets []*fact.Sheet) *names {
	n := &names{links: fact.Link(sheets), variants: map[[2]int]bool{}, facts: map[*fact.Sheet]*index{}, quoted: map[*fact.Sheet]*quotes{}, words: map[string]int32{}}
	for _, v := range n.links.Variants {
		n.variants[v] = true
	}
	return n
}

// compare compares two names: one entity, or one name in two spellings.
func (n *names) compare(sheet1, entity1, sheet2, entity2 int) fact.Agreement {
	g, h := n.group(sheet1, entity1), n.group(sheet2, entity2)
	switch {
	case g < 0 || h < 0:
		return fact.Unrelated
	case g == h:
		return fact.Same
	case n.variants[[2]int{min(g, h), max(g, h)}]:
		return fact.Different
	}
	return fact.Unrelated
}

// in returns the groups of the names in a sentence, ascending.
func (n *names) in(sheet int, s *fact.Sheet, sentence int) []weight {
	var out []weight
	for _, f := range s.Of(sentence) {
		name, ok := s.Facts[f].Value.(fact.Name)
		if !ok {
			continue
		}
		if g := n.group(sheet, name.Entity); g >= 0 {
			out = append(out, weight{gram: int32(g)})
		}
	}
	slices.SortFunc(out, func(x, y weight) int { return cmp.Compare(x.gram, y.gram) })
	return slices.Compact(out)
}

// group is the group of an entity, -1 where it is in none.
func (n *names) group(sheet, entity int) int {
	if of := n.links.Of[sheet]; entity >= 0 && entity < len(of) {
		return of[entity]
	}
	return -1
}

// compareClaims compares how two claims of one predicate are asserted. Claims
// of different predicates, or of people who are known to be two, are not
// comparable.
func (p *pairer) compareClaims(a, b fact.Claim) fact.Agreement {
	if a.Predicate != b.Predicate {
		return fact.Unrelated
	}
	apart := func(x, y int) bool {
		return x >= 0 && y >= 0 && p.names.compare(p.at[0], x, p.at[1], y) != fact.Same
	}
	if apart(a.Subject, b.Subject) || apart(a.Object, b.Object) {
		return fact.Unrelated
	}
	if a.Polarity == b.Polarity && a.Certainty == b.Certainty {
		return fact.Same
	}
	return fact.Different
}

// compareQuotations tells equal words from a part of the same words and from
// words that drifted.
func (p *pairer) compareQuotations(a, b *fact.Fact) fact.Agreement {
	l := language.For(p.sheets[0].Article.Lang)
	switch fact.CompareQuotes(l, p.sheets[0].Passage(a), p.sheets[1].Passage(b)).Match {
	case fact.SameQuote:
		return fact.Same
	case fact.CutQuote:
		return fact.Compatible
	case fact.DriftedQuote:
		return fact.Different
	}
	return fact.Unrelated
}

// slot is how like the slots of two facts are, in [0,1].
func (p *pairer) slot(source, target int32) float64 {
	a, b := &p.sheets[0].Facts[source], &p.sheets[1].Facts[target]
	if a.Kind == fact.KindName {
		return 1 // a name is its own slot
	}
	return fact.SlotSimilarity(p.sheets[0], a, p.sheets[1], b)
}
