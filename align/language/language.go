// Package language holds what the readers of articles and facts must know of a
// human language: number words, names of months and weekdays, separators,
// abbreviations, units, currencies, negations and other closed classes.
//
// Tables that CLDR knows are generated (see gen); what it does not know stands
// in data/<tag>.txt, one file a language, which a contributor extends without
// touching Go. A language is loaded when it is first asked for.
package language

// Language is the tables of one language. It is read-only once loaded and safe
// for concurrent use.
type Language struct {
	// Tag is the BCP 47 base language, "en", or "und" where no table exists.
	Tag string
}
