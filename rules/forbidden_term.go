package rules

import "strings"

// ForbiddenTerm reports a rendering of a term that the glossary forbids.
//
// Why: somebody decided against the word, because it is wrong, outdated or taken
// for something else.
//
// Fires:
//
//	(de-en glossary:harbour=Hafen,!Port) Der Port wurde gesperrt. ~ The harbour was closed.
//
// Quiet:
//
//	(de-en glossary:harbour=Hafen,!Port) Der Hafen und der Port wurden gesperrt. ~ The harbour and the port were closed.
//
// Misses: a forbidden word where the source does not have its term.
var ForbiddenTerm = &Rule{
	Name:     "forbidden-term",
	Category: Terminology,
	Severity: Error,
	Scope:    Translation,
	Check: func(p *Pass) {
		uses := p.termUses()
		for i := range uses {
			u := &uses[i]
			right, _ := u.term.For(p.termsFile())
			for _, w := range p.wrongTerms(u) {
				f := Finding{Severity: Error, Confidence: 0.95, At: w.at, Related: []Mention{u.at}}
				f.Message = "the glossary forbids “" + clip(w.at.Text()) + "” for “" + u.term.Source + "”"
				if len(right) > 0 {
					f.Message += ", expected " + wordList(right)
					if strings.EqualFold(w.at.Text(), w.text) {
						f.Replacement = right[0]
					}
				} else if u.term.DoNotTranslate {
					f.Message += ", which is not to be translated"
				}
				p.Report(f)
			}
		}
	},
}
