package rules

import (
	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/fact"
)

// DateMismatch reports a date, month, year or weekday that contradicts the date
// another article gives for the same event, or that a copy of an article bears as
// the date of its publication.
//
// Why: readers act on dates, and archives are searched by them.
//
// Fires:
//
//	He filled the seat in 2018. ~ He filled the seat in a 2017 special election.
//
// Quiet:
//
//	In early 2017. ~ In March 2017. On Saturday. ~ Over the weekend.
//
// Misses: dates that each article gives for another step of the event; dates of publication
// a day apart, as a reprint has.
var DateMismatch = &Rule{
	Name:     "date-mismatch",
	Category: Facts,
	Severity: Error,
	Scope:    Story | Translation,
	Check: func(p *Pass) {
		p.values(fact.KindDate, func(a, b *fact.Fact, pair *align.Pair) {
			p.valueConflict(a, b, pair, p.differs("another date"))
		})
		p.publicationDates()
	},
}
