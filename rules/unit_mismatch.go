package rules

import (
	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/fact"
)

// UnitMismatch reports a quantity whose figure was kept while its unit changed:
// miles became kilometres, dollars euros, years months.
//
// Why: the figure looks right, so nobody checks it.
//
// Fires:
//
//	They drove 30 kilometres. ~ They drove 30 miles.
//
// Quiet:
//
//	They drove 48 kilometres. ~ They drove 30 miles.
//
// Misses: units named without a figure ("a few miles").
var UnitMismatch = &Rule{
	Name:     "unit-mismatch",
	Category: Facts,
	Severity: Error,
	Scope:    Story | Translation,
	Check:    checkUnitMismatch,
}

func checkUnitMismatch(p *Pass) {
	p.pairedValues(fact.KindNumber, func(a, b *fact.Fact, pair *align.Pair) {
		if unitSlip(a, b) {
			p.valueConflict(a, b, pair, p.differs("same figure, another unit"))
		}
	})
}
