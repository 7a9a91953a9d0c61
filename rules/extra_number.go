package rules

// ExtraNumber reports a number, date or time of a translation that its source does
// not have.
//
// Why: it was mistyped, or comes from another passage.
//
// Fires:
//
//	(de-en) Das Museum öffnete 1974 wieder. ~ The museum opened again.
//
// Quiet:
//
//	(de-en) Es kostete 1,5 Millionen Euro. ~ It cost 1.5 million euros.
//
// Misses: small numbers in words; a number that stands in the passage of the
// source for something else.
var ExtraNumber = &Rule{
	Name:     "extra-number",
	Category: Numbers,
	Severity: Warning,
	Scope:    Translation,
	Check: func(p *Pass) {
		for _, x := range p.figurePairs() {
			if x.source == nil && !p.aside(x.target) {
				at := Mention{p.Alignment.Target, x.target.span, x.target.fact.Value.String()}
				p.Report(Finding{Severity: Warning, Confidence: 0.85, At: at,
					Related: []Mention{sentencesMention(p.Alignment.Source, x.passage.source)},
					Message: "“" + clip(at.Text()) + "” is not in the source"})
			}
		}
	},
}
