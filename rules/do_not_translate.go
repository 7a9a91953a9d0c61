package rules

// DoNotTranslate reports a term that the glossary keeps as it is and that the
// translation does not have.
//
// Why: products, companies and commands have one name in all languages; readers
// find nothing under another.
//
// Fires:
//
//	(de-en glossary:Sea Bridge) Die Seebrücke fährt täglich. ~ The Sea Bridge sails every day.
//
// Quiet:
//
//	(de-en glossary:Sea Bridge) Die Abfahrt der Sea Bridge ist täglich. ~ The Sea Bridge sails every day.
//
// Misses: a term that stands twice in a passage and is kept once; a term that the
// source writes in other capitals than the glossary.
var DoNotTranslate = &Rule{
	Name:     "do-not-translate",
	Category: Terminology,
	Severity: Warning,
	Scope:    Translation,
	Check: func(p *Pass) {
		uses := p.termUses()
		for i := range uses {
			u := &uses[i]
			if !u.term.DoNotTranslate || p.kept(u) || len(p.wrongTerms(u)) > 0 {
				continue
			}
			f := Finding{Severity: Warning, Confidence: 0.87, Related: []Mention{u.at}}
			f.At = sentencesMention(p.Alignment.Target, u.passage.target)
			f.Message = "“" + u.term.Source + "” is not to be translated, but the translation does not have it"
			if at, ok := p.nearlyKept(u); ok {
				f.At, f.Replacement, f.Confidence = at, u.term.Source, 0.92
				f.Message = "“" + clip(at.Text()) + "” is spelled “" + u.term.Source + "”, which is not to be translated"
			}
			p.Report(f)
		}
	},
}
