package language

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Gender is the grammatical gender of a word or the gender of a person.
type Gender uint8

// The genders. A name or title that either can bear has GenderNone.
const (
	GenderNone Gender = iota
	Masculine
	Feminine
	Neuter
)

// DayPeriod is what follows or replaces the hour of a time.
type DayPeriod uint8

// The day periods.
const (
	NoPeriod DayPeriod = iota
	AM
	PM
	Noon     // 12:00 by itself
	Midnight // 0:00 by itself
	Morning  // "in the morning", "de la mañana": AM
	Afternoon
	Evening
	Night
)

// Zone is a time zone by its usual abbreviation.
type Zone struct {
	Name   string // "EDT"
	Offset int    // minutes east of UTC
}

// Percent is a kind of share.
type Percent uint8

// The kinds of share.
const (
	NoPercent Percent = iota
	PerCent
	PercentPoints // "percentage points"
	BasisPoints
	PerMille
)

// Scale is the share of one: 1/100 of a per cent and of a percentage point.
func (p Percent) Scale() Rational {
	switch p {
	case PerCent, PercentPoints:
		return Frac(1, 100)
	case BasisPoints:
		return Frac(1, 10000)
	case PerMille:
		return Frac(1, 1000)
	}
	return Rational{}
}

// Abbreviation says what a word with a dot stands for and what its dot means.
type Abbreviation struct {
	Kind AbbreviationKind
	// End tells how likely a dot after it also ends the sentence: never before
	// a name or number ("Dr.", "No."), or perhaps, where a capital follows
	// ("Inc.", "U.S.", "etc.").
	MayEnd bool
}

// AbbreviationKind is what an abbreviation stands for.
type AbbreviationKind uint8

// The kinds of abbreviation.
const (
	AbbreviationOther AbbreviationKind = iota + 1
	AbbreviationTitle                  // "Sen.", "Dr.", "Mme"
	AbbreviationMonth
	AbbreviationWeekday
	AbbreviationPlace   // "St.", "Ave.", "Calif.", "U.S."
	AbbreviationCompany // "Inc.", "Ltd."
	AbbreviationUnit    // "in.", "Mio."
	AbbreviationSuffix  // "Jr.", "M.D.", of a person's name
	AbbreviationTime    // "a.m.", "A.D."
	AbbreviationInitial // "J.", "J.K.", of a name
)

// Title is a title or honorific that stands before a name, or after it.
type Title struct {
	Gender Gender
	// ID is one for all languages and forms: "sen." and "senadora" are "senator".
	ID string
}

// Office is an office, rank or profession that a person holds.
type Office struct {
	Gender Gender // of its holder, as the form shows it
	ID     string // one for all languages: "attorney-general"
}

// Hedge says how exact a number is meant.
type Hedge uint8

// The kinds of hedge.
const (
	NoHedge  Hedge = iota
	About          // about, around, roughly, some, nearly twice the size
	Almost         // nearly, almost: a little less
	MoreThan       // more than, over: a little more
	AtLeast
	LessThan // less than, under
	AtMost   // up to, as many as
	Exactly
)

// Negation says how a word negates.
type Negation uint8

// The kinds of negation.
const (
	NoNegation Negation = iota
	Not                 // not, n't, never: of the clause
	NoneOf              // no, none, nobody, kein: of the noun
	Without             // without, lacking
	FailTo              // fail to, refuse to: of the verb that follows
	Half                // a part of a discontinuous negation that proves nothing alone: ne, ni
	Second              // what may follow one: plus, que
)

// Pronoun is a personal, possessive or reflexive pronoun.
type Pronoun struct {
	Person byte // 1, 2 or 3
	Gender Gender
	Plural bool
	Case   PronounCase
	// Of things: the pronoun stands for things, or for persons only where the
	// language's nouns have genders (German "er" of a table).
	Thing bool
}

// PronounCase tells the pronouns of one person apart.
type PronounCase uint8

// The cases of pronouns.
const (
	Subject PronounCase = iota
	Object
	Possessive
	Reflexive
)

// Certainty is how sure a statement is of what it says.
type Certainty uint8

// The degrees of certainty and the stages of a case at law.
const (
	NoCertainty Certainty = iota
	Alleged               // alleged, reportedly, purported
	Suspected
	Accused
	Charged
	Convicted
	Acquitted
	Confirmed
	Denied
	Possible // may, might, could, possibly
	Likely
	Reported // reportedly, said to have: somebody else says so
)

// Relative is a date that counts from the day of writing ("yesterday", "last
// week") or from the day that the text spoke of before ("the day before").
type Relative struct {
	Unit     string // "day", "week", "month", "year", "weekend", "decade", "century"
	Offset   int    // in units, the past negative
	Anchored bool   // counts from a day in the text
	Night    bool   // tonight, last night
}

// Deictic is a word that turns a weekday, month or count into a date: "last
// Monday", "next June", "two weeks ago".
type Deictic struct {
	Offset  int  // -1 the past one, 0 this one, +1 the coming one
	Count   bool // goes with a count of days, weeks, ...: ago, later, hace, vor
	After   bool // stands after its word: ago, pasado, prochain
	Anchors bool // counts from a day in the text: later, earlier, after
}

// Part is a part of a period.
type Part uint8

// The parts of a period.
const (
	WholePeriod Part = iota
	Early            // early, beginning of: the first third
	Mid
	Late      // late, end of: the last third
	FirstHalf // first half of
	SecondHalf
)

// Season is a season of the northern year.
type Season uint8

// The seasons.
const (
	NoSeason Season = iota
	Spring
	Summer
	Autumn
	Winter
)

// first is the longest phrase of a table at the head of words.
func first[V any](l *Language, t *table[V], parse func(string) (V, error), words []string, sections string) (V, int) {
	t.fill(l, parse, sections)
	return t.longest(words)
}

// word is the meaning of a single word.
func word[V any](l *Language, t *table[V], parse func(string) (V, error), w string, sections string) (v V, ok bool) {
	t.fill(l, parse, sections)
	for _, p := range t.at(undot(w)) {
		if p.rest == "" {
			return p.val, true
		}
	}
	return v, false
}

// Month is the number of a month, 1 to 12, by its name or abbreviation. "may",
// "march" and "mar" are among them: the reader judges by what stands around.
func (l *Language) Month(w string) (int, bool) {
	return word(l, &l.months, parseInt, w, "months")
}

// Weekday is the day that a name or abbreviation stands for.
func (l *Language) Weekday(w string) (time.Weekday, bool) {
	return word(l, &l.weekdays, parseWeekday, w, "weekdays")
}

// DayPeriod reads what follows the hour of a time, or stands for it.
func (l *Language) DayPeriod(words []string) (DayPeriod, int) {
	return first(l, &l.dayPeriods, parseDayPeriod, words, "dayperiods")
}

// Zone is a time zone by its abbreviation, in capitals as written ("EDT").
func (l *Language) Zone(w string) (Zone, bool) {
	return word(l, &l.zones, parseZone, w, "zones")
}

// Percent reads the words after a number that make it a share.
func (l *Language) Percent(words []string) (Percent, int) {
	return first(l, &l.percents, parsePercent, words, "percent")
}

// Abbreviation tells what a word stands for that ends in a dot, given in lower
// case with its dot or without. A single letter, and letters with dots between
// them that no list knows, are initials.
func (l *Language) Abbreviation(w string) (Abbreviation, bool) {
	w = undot(w)
	if a, ok := word(l, &l.abbrevs, parseAbbreviation, w, "abbreviations"); ok {
		return a, true
	}
	return Abbreviation{Kind: AbbreviationInitial}, isInitials(w)
}

// isInitials tells whether w is single letters with dots between: "j", "j.k".
func isInitials(w string) bool {
	letters := 0
	for _, r := range w {
		if r == '.' {
			letters = 0
			continue
		}
		if r < 'A' || r > 'Z' && r < 'a' || r > 'z' && r < 0xC0 {
			return false
		}
		if letters++; letters > 1 {
			return false
		}
	}
	return letters == 1
}

// Title reads a title or honorific: "sen.", "mr", "her majesty".
func (l *Language) Title(words []string) (Title, int) {
	return first(l, &l.titles, parseTitle, words, "titles")
}

// Office reads an office, rank or profession: "attorney general", "coach".
func (l *Language) Office(words []string) (Office, int) {
	return first(l, &l.offices, parseOffice, words, "offices")
}

// Kin reads a word for a relative: "daughter", "ex-husband".
func (l *Language) Kin(words []string) (Office, int) {
	return first(l, &l.kin, parseOffice, words, "kin")
}

// GivenName tells the gender that a given name shows. The names of all
// languages are known to each: news names foreigners.
func (l *Language) GivenName(w string) (Gender, bool) {
	return word(l, &l.givenNames, parseGender, w, "givennames")
}

// Hedge reads the words before (or after: "or more") a number that say how
// exact it is.
func (l *Language) Hedge(words []string) (Hedge, int) {
	return first(l, &l.hedges, parseHedge, words, "hedges")
}

// Magnitude reads the words that multiply a number before them: "million",
// "bn", "mil millones", "Mrd.".
func (l *Language) Magnitude(words []string) (Rational, int) {
	return first(l, &l.magnitudes, ParseRational, words, "magnitudes scales")
}

// Fraction reads a fraction in words: "half", "two thirds", "three-quarters".
func (l *Language) Fraction(words []string) (Rational, int) {
	return first(l, &l.fractions, ParseRational, words, "fractions")
}

// Multiplicative reads a word that is a number of times or of things: "twice",
// "double", "dozen", "score".
func (l *Language) Multiplicative(words []string) (Rational, int) {
	return first(l, &l.multiples, ParseRational, words, "multiplicatives")
}

// Vague reads words for a number that only shows its size, and gives that size:
// "dozens of" is 12, "tens of thousands" 10000, "several" 1.
func (l *Language) Vague(words []string) (Rational, int) {
	return first(l, &l.vague, ParseRational, words, "vague")
}

// Negation reads negating words: "not", "no longer", "failed to".
func (l *Language) Negation(words []string) (Negation, int) {
	n, k := first(l, &l.negations, parseNegation, words, "negations")
	if k == 0 && len(words) > 0 && l.Tag == "en" && strings.HasSuffix(words[0], "n't") {
		return Not, 1
	}
	return n, k
}

// IsNegation tells whether a word negates by itself.
func (l *Language) IsNegation(w string) bool {
	n, ok := word(l, &l.negations, parseNegation, w, "negations")
	return ok && n < Half || l.Tag == "en" && strings.HasSuffix(w, "n't")
}

// Pronoun tells what a pronoun stands for.
func (l *Language) Pronoun(w string) (Pronoun, bool) {
	return word(l, &l.pronouns, parsePronoun, w, "pronouns")
}

// SayVerb is the infinitive of a verb that introduces speech, by any of its
// forms: "told" gives "tell".
func (l *Language) SayVerb(w string) (string, bool) {
	return word(l, &l.sayVerbs, parseText, w, "sayverbs")
}

// Certainty reads the words that say how sure a statement is, or how far a case
// at law has come.
func (l *Language) Certainty(words []string) (Certainty, int) {
	return first(l, &l.certainty, parseCertainty, words, "certainty")
}

// RelativeDate reads "yesterday", "last week", "the day before", ...
func (l *Language) RelativeDate(words []string) (Relative, int) {
	return first(l, &l.relatives, parseRelative, words, "relativedates")
}

// Deictic reads the words that make a date of a weekday, a month or a count.
func (l *Language) Deictic(words []string) (Deictic, int) {
	return first(l, &l.deictics, parseDeictic, words, "deictics")
}

// Part reads "early", "the end of", "mid-", before a period.
func (l *Language) Part(words []string) (Part, int) {
	return first(l, &l.parts, parsePart, words, "parts")
}

// Season reads the name of a season.
func (l *Language) Season(w string) (Season, bool) {
	return word(l, &l.seasons, parseSeason, w, "seasons")
}

// Era reads the mark of an era: -1 before our era, +1 in it.
func (l *Language) Era(words []string) (int, int) {
	return first(l, &l.eras, parseInt, words, "eras")
}

// StopWord tells whether a word is a function word, which says nothing of what
// a sentence is about.
func (l *Language) StopWord(w string) bool {
	_, ok := word(l, &l.stopWords, parseNothing, w, "stopwords")
	return ok
}

// Determiner tells whether a word is an article, a demonstrative or a possessive,
// one of which a singular noun needs before it.
func (l *Language) Determiner(w string) bool {
	_, ok := word(l, &l.determiners, parseNothing, w, "determiners")
	return ok
}

// MayRepeat tells whether a word may stand twice in a row: "had had", "nous nous".
func (l *Language) MayRepeat(w string) bool {
	_, ok := word(l, &l.repeats, parseNothing, w, "repeats")
	return ok
}

// Territory is the ISO 3166 code of the country or territory that words name:
// one code for "Germany", "Alemania" and "l'Allemagne". A possessive 's and an
// elided article are read over.
func (l *Language) Territory(words []string) (string, int) {
	return l.place(&l.territories, words, "countries territories")
}

// Demonym is the ISO 3166 code of the country whose people or property a word
// names: "German", "alemanas".
func (l *Language) Demonym(words []string) (string, int) {
	return l.place(&l.demonyms, words, "demonyms")
}

// LanguageName is the BCP 47 tag of the language that words name.
func (l *Language) LanguageName(words []string) (string, int) {
	return first(l, &l.languages, parseText, words, "languages")
}

// place looks words up as they are, then without what clings to a name.
func (l *Language) place(t *table[string], words []string, sections string) (string, int) {
	v, n := first(l, t, parseText, words, sections)
	if n > 0 || len(words) == 0 {
		return v, n
	}
	w := words[0]
	if i := strings.IndexByte(w, '\''); i > 0 {
		rest := w[i+1:]
		if l.Tag == "en" {
			rest = w[:i]
		}
		if v, ok := word(l, t, parseText, rest, sections); ok {
			return v, 1
		}
	}
	return "", 0
}

func parseNothing(string) (struct{}, error) { return struct{}{}, nil }

func parseText(s string) (string, error) {
	if s == "" {
		return "", fmt.Errorf("no value, expected “form, form = value”")
	}
	return s, nil
}

func parseInt(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, fmt.Errorf("value %q, expected a whole number", s)
	}
	return n, nil
}

// ParseRational reads "1200", "2/3", "0.3048" or "1e9", as data files write
// values. It is not for text: see [Language.ParseNumber].
func ParseRational(s string) (Rational, error) {
	num, den, frac := strings.Cut(s, "/")
	n, err := parseScaled(num)
	if err == nil && frac {
		var d Rational
		if d, err = parseScaled(den); err == nil && d.IsZero() {
			err = strconv.ErrSyntax
		}
		n = n.Div(d)
	}
	if err != nil {
		return Rational{}, fmt.Errorf("value %q, expected a number such as 12, 2/3, 0.3048 or 1e9", s)
	}
	return n, nil
}

// parseScaled reads a decimal fraction with an exponent.
func parseScaled(s string) (Rational, error) {
	mant, exp, _ := strings.Cut(s, "e")
	whole, dec, _ := strings.Cut(mant, ".")
	n, err := strconv.ParseInt(whole+dec, 10, 64)
	if err != nil {
		return Rational{}, err
	}
	e := 0
	if exp != "" {
		if e, err = strconv.Atoi(exp); err != nil {
			return Rational{}, err
		}
	}
	e -= len(dec)
	if e < -18 || e > 18 {
		return Rational{}, strconv.ErrRange
	}
	r, ten := Int(n), Int(10)
	for ; e > 0; e-- {
		r = r.Mul(ten)
	}
	for ; e < 0; e++ {
		r = r.Div(ten)
	}
	return r, nil
}
