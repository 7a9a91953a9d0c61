package align

import "github.com/sourcelint/sourcelint/align/fact"

// Translations aligns a text with its translation, in another language or the
// same one.
func Translations(source, target *fact.Sheet) *Alignment {
	return &Alignment{Relation: Translation, Source: source, Target: target}
}
