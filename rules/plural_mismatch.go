package rules

import "fmt"

// PluralMismatch reports an entry that has other forms of a plural than the file
// declares for its language.
//
// Why: the program picks a form by its number and finds none, or the wrong one.
//
// Fires:
//
//	(pl-en po) msgid "" ¶ msgstr "Plural-Forms: nplurals=3; plural=0;\n" ¶ msgid "one" ¶ msgid_plural "%d files" ¶ msgstr[0] "jeden" ¶ msgstr[1] "%d pliki"
//
// Quiet:
//
//	(de-en po) msgid "" ¶ msgstr "Plural-Forms: nplurals=2; plural=n != 1;\n" ¶ msgid "one" ¶ msgid_plural "%d files" ¶ msgstr[0] "eine" ¶ msgstr[1] "%d Dateien"
//
// Misses: files that do not declare how many forms there are; a declaration that is
// wrong for the language.
var PluralMismatch = &Rule{
	Name:     "plural-mismatch",
	Category: Grammar,
	Severity: Error,
	Scope:    Translation,
	Check: func(p *Pass) {
		s := p.segment()
		if s == nil || s.Plural == nil || s.Plural.Form != 0 || s.Plural.Declared == 0 || s.Plural.Forms == s.Plural.Declared {
			return
		}
		plural := "forms"
		if s.Plural.Forms == 1 {
			plural = "form"
		}
		p.Report(Finding{Severity: Error, Confidence: 0.97, At: p.unitMention(1), Related: []Mention{p.unitMention(0)},
			Message: fmt.Sprintf("%d plural %s, but the header declares %d", s.Plural.Forms, plural, s.Plural.Declared)})
	},
}
