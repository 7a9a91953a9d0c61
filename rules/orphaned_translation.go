package rules

// OrphanedTranslation reports a message of a translated catalogue whose key the
// source's catalogue does not have.
//
// Why: nobody sees the text; a key that was renamed leaves its translation behind,
// and the program shows the source's language instead.
//
// Fires:
//
//	(es-en json) {"save": "Guardar", "clsoe": "Cerrar"} ~ {"save": "Save"}
//
// Quiet:
//
//	(es-en json) {"save": "Guardar"} ~ {"save": "Save"}
//
// Misses: forms of plurals, of which another language has others.
var OrphanedTranslation = &Rule{
	Name:     "orphaned-translation",
	Category: Inconsistency,
	Severity: Warning,
	Scope:    Orphan,
	Check: func(p *Pass) {
		if p.segment().Duplicate.Line > 0 {
			return // its first copy is not
		}
		p.Report(Finding{Severity: Warning, Confidence: 0.9, At: p.unitMention(1),
			Message: "the source has no message " + clip(p.segment().ID)})
	},
}
