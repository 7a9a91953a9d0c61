package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/language"
)

// orthography is what the scanner must know of a language. The words stand in
// package language; here is how a period after them is read.
type orthography struct {
	lang          string
	words         *language.Language
	ordinalPeriod bool // ordinals are written with a period: "3. Mai"
}

func orthographyOf(lang string) *orthography {
	o := &orthography{lang: lang, words: language.For(lang)}
	switch lang {
	case "de", "da", "nb", "nn", "no", "fi", "cs", "sk", "sl", "hr", "sr", "hu", "pl", "et", "lv", "is", "tr":
		o.ordinalPeriod = true
	}
	return o
}

// maxAbbreviation is how long an abbreviation is at most, in bytes.
const maxAbbreviation = 12

// around is what stands next to a word that may be an abbreviation.
type around struct {
	number bool // digits before
	next   rune // the first character behind the period and white space; 0 at the end
	word   string
}

// keeps tells whether a period belongs to the word before it, as in "Sen. Ruiz",
// "No. 4" or "6 in. tall", and does not only end a sentence. Many abbreviations
// are words too ("no", "in", "Sun"), so what stands around must fit.
func (o *orthography) keeps(w string, at around) bool {
	if len(w) > maxAbbreviation {
		return false
	}
	a, ok := o.words.Abbreviation(strings.ToLower(w))
	if !ok {
		return false
	}
	capital, digits := startsUpper(w), unicode.IsDigit(at.next)
	switch a.Kind {
	case language.AbbreviationInitial:
		return strings.IndexByte(w, '.') > 0
	case language.AbbreviationTitle:
		if at.number && !capital {
			return true // "6 ft."
		}
		return unicode.IsUpper(at.next) && (capital || !o.starter(at.word)) || capital && unicode.IsLower(at.next)
	case language.AbbreviationMonth, language.AbbreviationWeekday:
		return capital || at.number || digits
	case language.AbbreviationPlace, language.AbbreviationSuffix, language.AbbreviationCompany:
		return capital
	case language.AbbreviationUnit, language.AbbreviationTime:
		return at.number || strings.IndexByte(w, '.') > 0
	}
	if a.MayEnd || digits || unicode.IsLower(at.next) {
		return true
	}
	return strings.IndexByte(w, '.') > 0 || capital && !o.functionWord(w) || !strings.ContainsAny(w, "aeiouyäöüáéíóúàèì")
}

// ends tells whether a sentence ends with an abbreviation, before a capitalised word.
func (o *orthography) ends(abbr string, next *Token) bool {
	w := strings.ToLower(abbr[:len(abbr)-1])
	a, ok := o.words.Abbreviation(w)
	initials := a.Kind == language.AbbreviationInitial && len(w) > 1
	return (!ok || a.MayEnd || initials) && o.starter(next.Text)
}

// known tells whether w, without its last period, is an abbreviation that a
// table lists: "ph.d".
func (o *orthography) known(w string) bool {
	if len(w) > maxAbbreviation {
		return false
	}
	a, ok := o.words.Abbreviation(strings.ToLower(w))
	return ok && a.Kind != language.AbbreviationInitial
}

// starter tells whether a capitalised word is a function word, which has no
// capital but at the start of a sentence.
func (o *orthography) starter(w string) bool {
	if !startsUpper(w) || utf8.RuneCountInString(w) > 1 && strings.ToUpper(w) == w {
		return false
	}
	return o.functionWord(w)
}

func (o *orthography) functionWord(w string) bool {
	return o.words.StopWord(strings.ToLower(w))
}

func (o *orthography) says(lower string) bool {
	_, ok := o.words.SayVerb(lower)
	return ok
}

func (o *orthography) month(lower string) (int, bool) { return o.words.Month(lower) }

func (o *orthography) weekday(lower string) bool {
	_, ok := o.words.Weekday(lower)
	return ok
}

// monthFirst tells whether 4/9/2007 is a day in April.
func (o *orthography) monthFirst() bool { return o.lang == "en" }
