package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// UnsupportedNumber reports a figure or date of the draft that no source has, in
// a passage that the sources tell too.
//
// Why: a figure comes from somewhere; one that is in none of the sources was
// mistyped, misremembered or made up.
//
// Fires:
//
//	(source) The birds were culled at 14 farms. (draft) The birds were culled at 41 farms.
//
// Quiet:
//
//	(source) Some 3,489,000 birds died. (draft) About 3.5 million birds died on two farms.
//
// Misses: small counts, which a writer may have counted; figures that a source
// has, of something else.
var UnsupportedNumber = &Rule{
	Name:     "unsupported-number",
	Category: Facts,
	Severity: Warning,
	Scope:    One,
	Check:    checkUnsupportedNumber,
}

// smallCount is the largest count that a writer may have counted.
const smallCount = 12

func checkUnsupportedNumber(p *Pass) {
	sup := p.support(p.Sheet)
	if sup == nil {
		return
	}
	for i := range p.Sheet.Facts {
		f := &p.Sheet.Facts[i]
		if !stated(f) || sup.value(f) || !p.told(p.Sheet, f.Sentence) {
			continue
		}
		p.Report(Finding{Severity: Warning, Confidence: 0.8, At: Mention{Sheet: p.Sheet, Span: f.Span, Value: f.Value.String()},
			Message: fmt.Sprintf("“%s” is in no source", clip(p.Sheet.Article.Text(f.Span)))})
	}
}

// stated tells whether a fact is a figure or date that must come from a source.
func stated(f *fact.Fact) bool {
	switch v := f.Value.(type) {
	case fact.Number:
		if v.Hedge == fact.Vague || f.Slot.Aspect == fact.Label || f.Slot.Aspect == fact.Multiple {
			return false
		}
		small := v.Low.Cmp(language.Int(smallCount)) <= 0 && v.Low.Cmp(language.Int(0)) >= 0
		return !small || f.Slot.Aspect == fact.Money || f.Slot.Aspect == fact.Measure || f.Slot.Aspect == fact.Share || f.Slot.Aspect == fact.Age
	case fact.Date:
		return !v.Relative && (v.DayOfMonth != 0 || v.Year != 0 && v.Precision <= fact.Year)
	}
	return false
}
