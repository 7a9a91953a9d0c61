package rules

// Untranslated reports a passage or word of a translation that was left in the
// language of the source.
//
// Why: readers of the translation cannot read it.
//
// Fires:
//
//	(en-de) They have made great Fortschritte. ~ Sie haben große Fortschritte gemacht.
//	(es-en) El puerto abre a las seis. The ferry will be late because of the ice. ~ The harbour opens at six. The ferry will be late because of the ice.
//
// Quiet:
//
//	(es-en) La banda tocó «The Long and Winding Road». ~ The band played “The Long and Winding Road”.
//
// Misses: single words that could be names or loan words; in targets other than
// English, passages of fewer than four words in small letters.
var Untranslated = &Rule{
	Name:     "untranslated",
	Category: UntranslatedText,
	Severity: Error,
	Scope:    Translation,
	Check:    checkUntranslated,
}

func checkUntranslated(p *Pass) {
	if foreign(p.Alignment) {
		p.leftPassages()
		p.leftWords()
		return
	}
	p.strangeWords()
}
