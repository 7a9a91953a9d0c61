package rules

// MissingNumber reports a number, date or time of the source that its translation
// does not have.
//
// Why: a reader of the translation never learns it, or learns another one.
//
// Fires:
//
//	(es-en) El festival atrajo a muchos visitantes. ~ The festival drew 48,000 visitors.
//
// Quiet:
//
//	(es-en) El festival del siglo XXI atrajo a dos docenas. ~ The festival of the 21st century drew 24.
//
// Misses: small numbers in words ("two brothers"), which come and go in good
// translations; a number that stands in the passage for something else too.
var MissingNumber = &Rule{
	Name:     "missing-number",
	Category: Numbers,
	Severity: Warning,
	Scope:    Translation,
	Check: func(p *Pass) {
		for _, x := range p.figurePairs() {
			if x.target == nil && !p.aside(x.source) {
				at := sentencesMention(p.Alignment.Target, x.passage.target)
				src := Mention{p.Alignment.Source, x.source.span, x.source.fact.Value.String()}
				p.Report(Finding{Severity: Warning, Confidence: 0.85, At: at, Related: []Mention{src},
					Message: "“" + clip(src.Text()) + "” of the source is missing"})
			}
		}
	},
}
