package rules

import "fmt"

// DuplicateID reports a unit of a bilingual file whose id another unit has already.
//
// Why: a program finds one of the two; which one, and whose work is lost, depends
// on the program.
//
// Fires:
//
//	(de-en po) msgid "Close" ¶ msgstr "Schließen" ¶ msgid "Close" ¶ msgstr "Zumachen"
//
// Quiet:
//
//	(de-en po) msgid "Close" ¶ msgstr "Schließen" ¶ msgctxt "near" ¶ msgid "Close" ¶ msgstr "Nah"
//
// Misses: copies that stand half a million units apart; TMX and tables, in which
// an id may stand for several renderings.
var DuplicateID = &Rule{
	Name:     "duplicate-id",
	Category: Inconsistency,
	Severity: Error,
	Scope:    Translation | Orphan,
	Check: func(p *Pass) {
		s := p.segment()
		if s == nil || s.Duplicate.Line == 0 {
			return
		}
		p.Report(Finding{Severity: Error, Confidence: 0.97, At: p.unitMention(1), Related: []Mention{p.unitMention(0)},
			Message: fmt.Sprintf("the id %s stands at line %d, column %d already", clip(s.ID), s.Duplicate.Line, s.Duplicate.Column)})
	},
}
