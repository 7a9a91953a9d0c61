package align

import (
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/fact"
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
	switch x := a.Value.(type) {
	case fact.Name:
		if y, ok := b.Value.(fact.Name); ok && p.entity(0, x.Entity) == p.entity(1, y.Entity) {
			return fact.Same
		}
	case fact.Quotation:
		if y, ok := b.Value.(fact.Quotation); ok {
			return compareQuotations(x.Words, y.Words)
		}
	case fact.Claim:
		if y, ok := b.Value.(fact.Claim); ok {
			return p.compareClaims(x, y)
		}
	}
	return fact.Unrelated
}

// entity is what two entities have in common that are one.
func (p *pairer) entity(side, entity int) string {
	if entity < 0 || entity >= len(p.sheets[side].Entities) {
		return ""
	}
	name := p.sheets[side].Entities[entity].Name
	if len(name) == 0 {
		return ""
	}
	return strings.ToLower(name[len(name)-1])
}

// compareClaims compares how two claims of one predicate are asserted. Claims
// of different predicates, or of people who are known to be two, are not
// comparable.
func (p *pairer) compareClaims(a, b fact.Claim) fact.Agreement {
	if a.Predicate != b.Predicate {
		return fact.Unrelated
	}
	apart := func(x, y int) bool { return x >= 0 && y >= 0 && p.entity(0, x) != p.entity(1, y) }
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
func compareQuotations(a, b []string) fact.Agreement {
	if len(a) > len(b) {
		a, b = b, a
	}
	for i := 0; i+len(a) <= len(b); i++ {
		if slices.Equal(a, b[i:i+len(a)]) {
			if len(a) == len(b) {
				return fact.Same
			}
			return fact.Compatible
		}
	}
	return fact.Different
}

// slot is how like the slots of two facts are, in [0,1].
func (p *pairer) slot(source, target int32) float64 {
	a, b := &p.sheets[0].Facts[source], &p.sheets[1].Facts[target]
	return fact.SlotSimilarity(p.sheets[0], a, p.sheets[1], b)
}
