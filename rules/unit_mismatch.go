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
//	The convoy drove 30 kilometres on Sunday. ~ The convoy drove 30 miles on Sunday.
//
// Quiet:
//
//	The convoy drove 48 kilometres on Sunday. ~ The convoy drove 30 miles on Sunday.
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
		if fact.UnitSlip(a, b) {
			p.valueConflict(a, b, pair, p.differs("same figure, another unit"))
		}
	})
}
