package rules

import (
	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/fact"
)

// TimeMismatch reports a time of day that contradicts the time another article
// gives for the same event.
//
// Why: half of such slips are a.m. for p.m., which nobody sees by eye.
//
// Fires:
//
//	The shooting began at 10 p.m. ~ The shooting began at 10 a.m.
//
// Quiet:
//
//	It began at 3:30 p.m. ~ It began at 15:30.
//
// Misses: times in zones that the text does not name.
var TimeMismatch = &Rule{
	Name:     "time-mismatch",
	Category: Facts,
	Severity: Error,
	Scope:    Story | Translation,
	Check: func(p *Pass) {
		p.values(fact.KindTime, func(a, b *fact.Fact, pair *align.Pair) {
			p.valueConflict(a, b, pair, p.differs("another time of day"))
		})
	},
}
