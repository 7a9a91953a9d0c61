// Package language holds what the readers of articles and facts must know of a
// human language: number words, names of months and weekdays, separators,
// abbreviations, units, currencies, negations and other closed classes.
//
// Tables that CLDR knows are generated (see gen); what it does not know stands
// in data/<tag>.txt, one file a language, which a contributor extends without
// touching Go. A language is opened when it is first asked for, and each of its
// tables is built when it is first looked up.
//
// # Words
//
// Look-ups take the words of an article as its tokens give them: in lower case,
// with straight apostrophes, a hyphen as a word of its own ("twenty", "-",
// "one"), a symbol as a word of its own ("us", "$"), a dot after an abbreviation
// either inside its word or as the next one. Those that take several words find
// the longest phrase at their head and return how many words it took, 0 where
// there is none; so a reader calls them with the rest of a sentence. Where case
// matters, the method says so. No look-up allocates, and all are safe for
// concurrent use.
//
//go:generate go run ./gen
package language

import (
	"strings"
	"sync"
	"time"
)

// Language is the tables of one language. It is read-only to its users and safe
// for concurrent use.
type Language struct {
	// Tag is the BCP 47 base language, "en", or "und" where no table exists.
	Tag string

	data map[string]string // the lines of each section, hand-written before generated

	months       table[int]
	weekdays     table[time.Weekday]
	dayPeriods   table[DayPeriod]
	zones        table[Zone]
	units        table[*Unit]
	currencies   table[currency]
	percents     table[Percent]
	abbrevs      table[Abbreviation]
	titles       table[Title]
	offices      table[Office]
	kin          table[Office]
	givenNames   table[Gender]
	hedges       table[Hedge]
	magnitudes   table[Rational]
	fractions    table[Rational]
	multiples    table[Rational]
	vague        table[Rational]
	negations    table[Negation]
	pronouns     table[Pronoun]
	sayVerbs     table[string]
	certainty    table[Certainty]
	relatives    table[Relative]
	deictics     table[Deictic]
	parts        table[Part]
	seasons      table[Season]
	eras         table[int]
	stopWords    table[struct{}]
	determiners  table[struct{}]
	repeats      table[struct{}]
	territories  table[string]
	demonyms     table[string]
	languages    table[string]
	numbers      numbers
	separatorsOf separators
	stems        stems
	writing      writing

	exonyms        table[string]
	acronyms       table[string]
	needsNoun      table[struct{}]
	neverAfter     table[struct{}]
	finite         table[struct{}]
	bare           table[struct{}]
	apart          table[struct{}]
	negationIdioms table[Idiom]
	concord        table[struct{}]
	formulas       table[struct{}]
	denyingOnce    sync.Once
	denying        deniers

	endingsOnce              sync.Once
	nounEndings, wordEndings []string
	adverbEndings            []string
	placeEndings             []string
	unitEndings              []string
	foreign                  []string
	accents                  string

	classOnce sync.Once
	classes   *Classes
}

// languages are those that have tables, and "und", each opened when it is first
// asked for.
var languages = sync.OnceValue(func() map[string]func() *Language {
	all := map[string]func() *Language{"und": sync.OnceValue(func() *Language { return open("und") })}
	entries, err := files.ReadDir("cldr")
	if err != nil {
		return all
	}
	for _, e := range entries {
		if tag := strings.TrimSuffix(e.Name(), ".txt"); len(tag) == 2 {
			all[tag] = sync.OnceValue(func() *Language { return open(tag) })
		}
	}
	return all
})

// For is the language of a BCP 47 tag, of which only the base language counts:
// "pt-BR" and "pt" are one. A language without tables has the tag "und" and
// knows no words, but digits. For never returns nil.
func For(tag string) *Language {
	known := languages()
	if open := known[tag]; open != nil {
		return open() // as nearly every tag is written
	}
	return known[Base(tag)]()
}

// Tags are the languages that have hand-written tables.
func Tags() []string { return []string{"de", "en", "es", "fr", "it", "pt"} }

// Base is the base language of a BCP 47 tag where it has tables, else "und".
func Base(tag string) string {
	if len(tag) > 2 && (tag[2] == '-' || tag[2] == '_') {
		tag = tag[:2]
	}
	if len(tag) != 2 {
		return "und"
	}
	tag = strings.ToLower(tag)
	if tag == "nb" || tag == "nn" {
		tag = "no"
	}
	if languages()[tag] == nil {
		return "und"
	}
	return tag
}

// open reads the files of a base language.
func open(tag string) *Language {
	l := &Language{Tag: tag, data: map[string]string{}}
	l.writing.starts = sync.OnceValue(l.allStarts)
	for _, name := range []string{"data/" + tag, "writing/" + tag, "cldr/" + tag, "data/und"} {
		text, err := files.ReadFile(name + ".txt")
		if err != nil {
			continue
		}
		for section, body := range sections(string(text)) {
			l.data[section] += body
		}
	}
	return l
}
