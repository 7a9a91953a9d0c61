package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/fact"
)

// WeekdayMismatch reports a weekday that does not belong to the date beside it.
//
// Why: one of the two is wrong, and readers plan by both.
//
// Fires:
//
//	The ceremony was held on Thursday, Feb. 8, 2017.
//
// Quiet:
//
//	The ceremony was held on Thursday, Feb. 9, 2017.
//
// Misses: dates without a year, unless the article's own date tells it.
var WeekdayMismatch = &Rule{
	Name:     "weekday-mismatch",
	Category: Facts,
	Severity: Error,
	Scope:    One,
	Check:    checkWeekdayMismatch,
}

func checkWeekdayMismatch(p *Pass) {
	for _, f := range p.Sheet.Facts {
		d, ok := f.Value.(fact.Date)
		if !ok || !d.HasWeekday || d.DayOfMonth == 0 || d.Year == 0 || d.Precision != fact.Day || d.First.IsZero() || d.First.Weekday() == d.Weekday {
			continue
		}
		p.Report(Finding{Severity: Error, Confidence: 0.97, At: Mention{Sheet: p.Sheet, Span: f.Span},
			Message: fmt.Sprintf("%s was a %s, not a %s", d.First.Format("2 January 2006"), d.First.Weekday(), d.Weekday)})
	}
}
