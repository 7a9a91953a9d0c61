package align

import "github.com/sourcelint/sourcelint/align/fact"

// compare compares the values of two facts, one of each side.
func (p *pairer) compare(source, target int32) fact.Agreement {
	a, b := &p.sheets[0].Facts[source], &p.sheets[1].Facts[target]
	if a.Value.String() == b.Value.String() {
		return fact.Same
	}
	return fact.Different
}

// slot is how like the slots of two facts are, in [0,1].
func (p *pairer) slot(source, target int32) float64 {
	a, b := &p.sheets[0].Facts[source].Slot, &p.sheets[1].Facts[target].Slot
	if a.Aspect == b.Aspect && a.Head == b.Head {
		return 0.5
	}
	return 0
}

func (p *pairer) findSums() {}
