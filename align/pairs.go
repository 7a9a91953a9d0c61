package align

import (
	"cmp"
	"slices"

	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// How facts are paired
//
// A value is compared only with what fills the same slot. Inside each bead the
// facts of one kind are paired one to one: first those with equal values, then
// those that agree within precision, then what is left, the likest slots first.
// A fact that agrees with another in any bead is settled; its pairs that differ
// in other beads are dropped, because articles repeat themselves and a bead may
// hold only half of what corresponds. What is left alone in all its beads is
// looked up in the whole other article before it is called absent, and a number
// that is the sum of numbers of the other side agrees with them.
//
// Quotations are paired across whole articles, by an index of their words:
// reporters place the same words where they please.
//
// The cost is the beads times the facts of a bead squared, with maxFacts as cap,
// plus one look-up for each fact that is left.

// The limits of a pair.
const (
	maxFacts    = 48   // facts of one kind and side in a bead
	differSlot  = 0.25 // slots at least so like for values that differ
	elsewhere   = 0.35 // slots at least so like for a value found elsewhere
	nearbyFacts = 32   // facts of a kind before and behind a place that are nearby
	likeEnough  = 0.6  // share of its slot similarity that makes a pair that differs doubtful
	copied      = 0.8  // score from which a bead of a story is a copy
)

// pairer pairs the facts of one alignment.
type pairer struct {
	al     *Alignment
	sheets [2]*fact.Sheet
	names  *names
	at     [2]int // places of the sheets in names
	// oneLanguage tells that words of both sides can be compared.
	oneLanguage bool
	settled     [2][]bool // facts that agree with one of the other side
	met         [2][]int  // of each fact: one more than the first bead it is in
	beadsOf     [][]int   // of each sentence of the source: its beads
}

// A match is a candidate pair.
type match struct {
	source, target int32
	agreement      fact.Agreement
	slot           float64
	off            int // difference of the places in the bead
}

// pairFacts fills in al.Pairs; source and target are the places of the sheets in
// what names was linked from.
func (al *Alignment) pairFacts(n *names, source, target int) {
	p := &pairer{al: al, sheets: [2]*fact.Sheet{al.Source, al.Target}, names: n, at: [2]int{source, target}, oneLanguage: al.oneLanguage()}
	for side, s := range p.sheets {
		p.settled[side] = make([]bool, len(s.Facts))
		p.met[side] = make([]int, len(s.Facts))
	}
	p.beadsOf = make([][]int, len(al.Source.Article.Sentences))
	for n := range al.Beads {
		for _, s := range al.Beads[n].Source {
			p.beadsOf[s] = append(p.beadsOf[s], n)
		}
		p.pairBead(n)
	}
	p.pairQuotations()
	p.findSums()
	al.Pairs = slices.DeleteFunc(al.Pairs, func(x Pair) bool {
		return x.Agreement == fact.Different && (p.settled[0][x.Source] || p.settled[1][x.Target])
	})
	p.findElsewhere()
	p.addLone()
	slices.SortStableFunc(al.Pairs, func(x, y Pair) int {
		return cmp.Or(cmp.Compare(x.Bead, y.Bead), cmp.Compare(x.Source, y.Source), cmp.Compare(x.Target, y.Target))
	})
}

// oneLanguage tells whether both sides are in one known language, or both in
// none that is known.
func (al *Alignment) oneLanguage() bool {
	a, b := al.Source.Article.Lang, al.Target.Article.Lang
	return a == b || language.Base(a) == language.Base(b) && language.Base(a) != "und"
}

// pairBead pairs the facts of one bead but for quotations.
func (p *pairer) pairBead(n int) {
	bead := &p.al.Beads[n]
	var facts [2][]int32
	for side, sentences := range [2][]int{bead.Source, bead.Target} {
		for _, s := range sentences {
			facts[side] = append(facts[side], p.sheets[side].Of(s)...)
		}
		for _, f := range facts[side] {
			if p.met[side][f] == 0 && !bead.Loose {
				p.met[side][f] = n + 1
			}
		}
	}
	for _, m := range p.choose(p.matches(facts[0], facts[1])) {
		if bead.Loose && m.agreement == fact.Different {
			continue
		}
		p.add(n, m)
	}
}

// add appends a pair and settles its facts where they agree.
func (p *pairer) add(bead int, m match) {
	p.al.Pairs = append(p.al.Pairs, Pair{Bead: bead, Source: int(m.source), Target: int(m.target), Agreement: m.agreement, Slot: m.slot})
	if m.agreement == fact.Same || m.agreement == fact.Compatible {
		p.settled[0][m.source], p.settled[1][m.target] = true, true
	}
}

// matches returns the comparable facts of two lists.
func (p *pairer) matches(source, target []int32) []match {
	var out []match
	for i, x := range source {
		count := 0
		for j, y := range target {
			a, b := &p.sheets[0].Facts[x], &p.sheets[1].Facts[y]
			if a.Kind == fact.KindQuotation || a.Kind != b.Kind && !(measured(a.Kind) && measured(b.Kind)) {
				continue
			}
			if count++; count > maxFacts {
				break
			}
			agreement := p.compare(x, y)
			if agreement == fact.Unrelated {
				continue
			}
			slot := p.slot(x, y)
			if agreement == fact.Different && slot < differSlot && p.al.Relation == Story && !p.al.Segments {
				continue
			}
			out = append(out, match{x, y, agreement, slot, max(i-j, j-i)})
		}
	}
	return out
}

// choose picks matches one to one, the best first.
func (p *pairer) choose(ms []match) []match {
	slices.SortFunc(ms, func(x, y match) int {
		return cmp.Or(cmp.Compare(rank(x.agreement), rank(y.agreement)), cmp.Compare(y.slot, x.slot),
			cmp.Compare(x.off, y.off), cmp.Compare(x.source, y.source), cmp.Compare(x.target, y.target))
	})
	var out []match
	for _, m := range ms {
		taken := slices.ContainsFunc(out, func(o match) bool { return o.source == m.source || o.target == m.target })
		if !taken {
			out = append(out, m)
		}
	}
	return out
}

// rank orders agreements, best first.
func rank(a fact.Agreement) int {
	switch a {
	case fact.Same:
		return 0
	case fact.Compatible:
		return 1
	case fact.Different:
		return 2
	}
	return 3
}

// findElsewhere looks for the pairs that differ where the value of one side
// stands elsewhere on the other in a slot at least as like. Between
// articles that tell a story in their own words such a pair is dropped; where the
// passages are copies it is marked, for there the place itself is the slot.
func (p *pairer) findElsewhere() {
	p.al.Pairs = slices.DeleteFunc(p.al.Pairs, func(x Pair) bool {
		return p.foundElsewhere(x) && p.al.Relation == Story && !p.al.Segments && (x.Bead < 0 || p.al.Beads[x.Bead].Score < copied)
	})
	for i := range p.al.Pairs {
		p.al.Pairs[i].Elsewhere = p.foundElsewhere(p.al.Pairs[i])
	}
}

func (p *pairer) foundElsewhere(x Pair) bool {
	if x.Agreement != fact.Different {
		return false
	}
	least := max(differSlot, likeEnough*x.Slot)
	return p.stands(0, x.Source, p.sheets[1].Facts[x.Target].Sentence, least) ||
		p.stands(1, x.Target, p.sheets[0].Facts[x.Source].Sentence, least)
}

// addLone adds the facts that are alone in all their beads.
func (p *pairer) addLone() {
	var paired [2][]bool
	for side, s := range p.sheets {
		paired[side] = make([]bool, len(s.Facts))
	}
	for _, x := range p.al.Pairs {
		if x.Source >= 0 {
			paired[0][x.Source] = true
		}
		if x.Target >= 0 {
			paired[1][x.Target] = true
		}
	}
	for side, s := range p.sheets {
		for f := range s.Facts {
			if k := s.Facts[f].Kind; p.met[side][f] == 0 || paired[side][f] || !p.oneLanguage && (k == fact.KindClaim || k == fact.KindQuotation) {
				continue
			}
			x := Pair{Bead: p.met[side][f] - 1, Source: f, Target: -1}
			if side == 1 {
				x.Source, x.Target = -1, f
			}
			x.Elsewhere = p.settled[side][f] || p.stands(side, f, p.near(x.Bead, side), elsewhere)
			p.al.Pairs = append(p.al.Pairs, x)
		}
	}
}

// near is the sentence of the other side where a bead begins.
func (p *pairer) near(bead, side int) int {
	other := p.al.Beads[bead].Target
	if side == 1 {
		other = p.al.Beads[bead].Source
	}
	if len(other) == 0 {
		return 0
	}
	return other[0]
}

// An index finds the facts of a sheet by kind and value.
type index struct {
	byKind  map[fact.Kind][]int
	byValue map[valueKey][]int
}

type valueKey struct {
	kind  fact.Kind
	value string
}

// index returns the index of one side, which it makes once.
func (p *pairer) index(side int) *index {
	s := p.sheets[side]
	x := p.names.facts[s]
	if x == nil {
		x = &index{byKind: map[fact.Kind][]int{}, byValue: map[valueKey][]int{}}
		for i := range s.Facts {
			f := &s.Facts[i]
			x.byKind[f.Kind] = append(x.byKind[f.Kind], i)
			if f.Kind != fact.KindQuotation {
				k := valueKey{f.Kind, f.Value.String()}
				x.byValue[k] = append(x.byValue[k], i)
			}
		}
		p.names.facts[s] = x
	}
	return x
}

// stands reports whether a fact's value stands on the other side in a slot at
// least as like as least: an equal value anywhere, one that agrees near a sentence.
func (p *pairer) stands(side, f, near int, least float64) bool {
	x := &p.sheets[side].Facts[f]
	if x.Kind == fact.KindQuotation {
		return false // quotations are paired across the whole articles already
	}
	other, facts := p.index(1-side), p.sheets[1-side].Facts
	agrees := func(g int) bool {
		a, b := int32(f), int32(g)
		if side == 1 {
			a, b = b, a
		}
		c := p.compare(a, b)
		return (c == fact.Same || c == fact.Compatible) && p.slot(a, b) >= least
	}
	equal := other.byValue[valueKey{x.Kind, x.Value.String()}]
	if slices.ContainsFunc(equal[:min(len(equal), maxFacts)], agrees) {
		return true
	}
	list := other.byKind[x.Kind]
	at, _ := slices.BinarySearchFunc(list, near, func(g, sentence int) int { return cmp.Compare(facts[g].Sentence, sentence) })
	return slices.ContainsFunc(list[max(0, at-nearbyFacts):min(len(list), at+nearbyFacts)], agrees)
}
