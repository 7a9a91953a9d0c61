package rules

// MissingName reports a name of the source of which its translation into another
// language has no trace: not as it is, nor inflected, transliterated, or in the
// form that the other language has for it.
//
// Why: whoever is left out or swapped is the news.
//
// Fires:
//
//	(es-en) El gobierno de la región lo anunció el lunes. ~ The government of Hesse announced it with Brooks on Monday in Poltava.
//
// Quiet:
//
//	(es-en) Viajó de Londres a Múnich con Alemania en mente. ~ She travelled from London to Munich with Germany in mind.
//
// Misses: names made of ordinary words ("the Greens"), acronyms, and in sources in
// other languages than English names of other things than people and countries.
var MissingName = &Rule{
	Name:     "missing-name",
	Category: Omission,
	Severity: Warning,
	Scope:    Translation,
	Check: func(p *Pass) {
		if !foreign(p.Alignment) {
			return
		}
		for _, n := range p.lostNames() {
			if n.side == 0 {
				p.Report(Finding{Severity: Warning, Confidence: 0.85, At: sentencesMention(p.Alignment.Target, n.passage.target), Related: []Mention{n.at},
					Message: "the name “" + clip(n.at.Text()) + "” of the source is missing"})
			}
		}
	},
}
