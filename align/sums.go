package align

import "github.com/sourcelint/sourcelint/align/fact"

// The parts of a sum stand in one sentence, at most maxParts of them, and no
// further apart than partReach tokens: "seven AK-47s and two other rifles" for
// nine rifles.
const (
	maxParts  = 4
	partReach = 14
)

// findSums pairs numbers that agree with nothing with the parts that they are
// the sum of, in any bead.
func (p *pairer) findSums() {
	for n := range p.al.Beads {
		b := &p.al.Beads[n]
		for side, own := range [2][]int{b.Source, b.Target} {
			other := b.Target
			if side == 1 {
				other = b.Source
			}
			for _, s := range own {
				for _, f := range p.sheets[side].Of(s) {
					p.findSum(n, side, f, other)
				}
			}
		}
	}
}

// findSum looks for a run of numbers of the other side that add up to a fact.
func (p *pairer) findSum(bead, side int, f int32, sentences []int) {
	total, ok := p.sheets[side].Facts[f].Value.(fact.Number)
	if !ok || p.settled[side][f] || !adds(&p.sheets[side].Facts[f]) {
		return
	}
	sheet := p.sheets[1-side]
	for _, s := range sentences {
		facts := sheet.Of(s)
		for i := range facts {
			sum, parts, last := total.Low, []int32(nil), 0
			for _, g := range facts[i:] {
				part := &sheet.Facts[g]
				v, ok := part.Value.(fact.Number)
				if !ok || !adds(part) {
					continue // the 47 of "AK-47s"
				}
				if v.Unit != total.Unit || len(parts) == maxParts || len(parts) > 0 && part.First-last > partReach {
					break
				}
				sum, parts, last = sum.Sub(v.Low), append(parts, g), part.Last
				if sum.Sign() <= 0 {
					break
				}
			}
			if sum.IsZero() && len(parts) > 1 {
				p.addSum(bead, side, f, parts)
				return
			}
		}
	}
}

// adds tells whether a number can be a part of a sum, or one.
func adds(f *fact.Fact) bool {
	n, ok := f.Value.(fact.Number)
	if !ok || n.IsRange() || n.Low.Sign() <= 0 {
		return false
	}
	switch f.Slot.Aspect {
	case fact.Count, fact.Share, fact.Money, fact.Measure, fact.Duration:
		return true
	}
	return false
}

// addSum pairs a sum with its parts.
func (p *pairer) addSum(bead, side int, f int32, parts []int32) {
	for _, g := range parts {
		m := match{source: f, target: g, agreement: fact.Compatible}
		if side == 1 {
			m.source, m.target = g, f
		}
		m.slot = p.slot(m.source, m.target)
		p.add(bead, m)
	}
}
