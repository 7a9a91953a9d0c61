package rules

// MissingName reports a name of the source of which its translation has no trace:
// not as it is, nor inflected, transliterated, as an adjective or acronym, or in
// the form that another language has for it.
//
// Why: whoever is left out or swapped is the news.
//
// Fires:
//
//	(es-en) El gobierno de la región lo anunció el lunes. ~ The government of Hesse announced it with Brooks on Monday in Poltava.
//	(en-en) The ferry left for Mull at noon. ~ The ferry of Lochaline left for Mull at noon.
//
// Quiet:
//
//	(es-en) Viajó de Londres a Múnich con Alemania en mente. ~ She travelled from London to Munich with Germany in mind.
//
// Misses: names made of ordinary words ("the Greens"), acronyms that are not known
// everywhere, and in sources in other languages than English names of other things
// than people and countries, but for those that look foreign there. Between scripts names are compared by their
// sounds, where a table tells them: of Cyrillic, Greek and Devanagari.
var MissingName = &Rule{
	Name:     "missing-name",
	Category: Omission,
	Severity: Warning,
	Scope:    Translation,
	Check: func(p *Pass) {
		for _, x := range p.keptNames() {
			for _, f := range x.source[min(len(x.target), len(x.source)):] {
				src := Mention{p.Alignment.Source, f.Span, f.Value.String()}
				p.Report(Finding{Severity: Warning, Confidence: 0.8, At: sentencesMention(p.Alignment.Target, x.passage.target), Related: []Mention{src},
					Message: "the name “" + clip(src.Text()) + "” of the source is missing"})
			}
		}
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
