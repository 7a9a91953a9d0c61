package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align"
)

// UnrelatedText reports a segment of a bilingual file whose target is no
// translation of its source, one whose target has a sentence that the file has for
// several other sources unlike it, and a file in which so many are none that its
// columns must be out of step.
//
// Why: a row that slipped puts one text under another's translation, a whole memory
// is spoilt by a column that was sorted by itself, and a machine falls back on one
// fluent sentence where it makes nothing of its sources.
//
// Fires:
//
//	(in a file) The baker sells fresh bread to the fishermen in the harbor. ~ La biblioteca abre los domingos.
//
// Quiet:
//
//	(in a file) The baker sells fresh bread to the fishermen in the harbor. ~ El panadero vende pan fresco a los pescadores del puerto.
//
// Misses: files of few segments, from which no vocabulary can be learned; short
// segments; segments in one language.
var UnrelatedText = &Rule{
	Name:     "unrelated-text",
	Category: Mistranslation,
	Severity: Error,
	Scope:    Translation,
	Check:    checkUnrelatedText,
}

func checkUnrelatedText(p *Pass) {
	v, s := p.Case.Vocabulary, p.segment()
	if v == nil || s == nil || !foreign(p.Alignment) {
		return
	}
	kinship := v.Judge(s.Source, s.Target)
	if !v.OutOfStep() {
		if kinship == align.Unrelated {
			p.run.unrelated = true
			p.Report(Finding{Severity: Error, Confidence: 0.95, At: p.unitMention(1), Related: []Mention{p.unitMention(0)},
				Message: "this is no translation of its source: the file renders the source's words otherwise"})
		} else if n := v.Stock(s.Number); n > 0 && kinship != align.Related {
			p.Report(Finding{Severity: Warning, Confidence: 0.85, At: p.unitMention(1), Related: []Mention{p.unitMention(0)},
				Message: fmt.Sprintf("the file has the same sentence as translation of %d other sources, which have no word in common with this one", n)})
		}
		return
	}
	// One cause, one finding: the file is at fault, and of its segments only those
	// that prove to be translations are checked further.
	p.run.unrelated = kinship != align.Proven
	f := Finding{Severity: Info, Confidence: 0.8, At: p.unitMention(1), Related: []Mention{p.unitMention(0)},
		Message: "this is hardly a translation of its source; so are other segments of this file"}
	switch {
	case s.Number == v.First:
		f.Severity, f.Confidence = Error, 0.97
		f.Message = fmt.Sprintf("%d of the first %d segments are no translations of their sources, from here on: the columns of this file are out of step", v.Unrelated, v.Segments)
	case kinship < align.Doubtful:
		return
	}
	p.Report(f)
}
