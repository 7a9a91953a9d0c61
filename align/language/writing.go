package language

import "fmt"

// writing is how a language writes numbers, dates and times in running text:
// the small words around them.
type writing struct {
	joints, points, scores, decadeEndings, ambiguousMonths, pronounOne table[struct{}]
	ranges                                                             table[RangeKind]
	labels, plurals                                                    table[struct{}]
	clock                                                              table[ClockWord]
	ages                                                               table[AgeWord]
	decades                                                            table[int]
}

// RangeKind is what a word of a range does.
type RangeKind uint8

// The words of a range.
const (
	NoRange    RangeKind = iota
	RangeOpens           // between, from: before the first end
	RangeTo              // to, until: between two ends
	RangeAnd             // and: between two ends of a range that a word has opened
)

// ClockWord is what a word beside an hour does.
type ClockWord uint8

// The words beside an hour.
const (
	NoClock   ClockWord = iota
	ClockAt             // at, à, um: before an hour
	OClock              // o'clock, Uhr: makes a time of any number before it
	ClockHour           // h, heures, horas: an hour or a length of time
)

// AgeWord is what a word beside an age does.
type AgeWord uint8

// The words beside an age.
const (
	NoAge     AgeWord = iota
	AgeBefore         // aged, age: before the number
	AgeAfter          // old, of age, alt: behind the number and its unit
)

var (
	parseRange = oneOf[RangeKind]("open", "to", "and")
	parseClock = oneOf[ClockWord]("at", "oclock", "hour")
	parseAge   = oneOf[AgeWord]("before", "after")
)

// writingSections are the sections of this file with the checks of their values.
func writingSections() map[string]func(string) error {
	list := func(s string) error {
		if s != "" {
			return fmt.Errorf("value %q, expected a plain list", s)
		}
		return nil
	}
	return map[string]func(string) error{
		"datejoints": list, "points": list, "scores": list, "decadeendings": list, "ambiguousmonths": list,
		"pronounone": list, "plurals": list, "labels": list, "ranges": ignore(parseRange), "clock": ignore(parseClock),
		"ages": ignore(parseAge), "decades": ignore(parseInt),
	}
}

// CapitalMonths tells whether months and weekdays are written with a capital.
func (l *Language) CapitalMonths() bool { return l.Tag == "en" || l.Tag == "de" }

// DateJoint is how many words stand between the parts of a date: "of", "de".
func (l *Language) DateJoint(words []string) int {
	_, n := first(l, &l.writing.joints, parseNothing, words, "datejoints")
	return n
}

// AmbiguousMonth tells whether the name of a month means something else too.
func (l *Language) AmbiguousMonth(w string) bool {
	_, ok := word(l, &l.writing.ambiguousMonths, parseNothing, w, "ambiguousmonths")
	return ok
}

// PronounOne tells whether "one" behind this word is a pronoun: "no", "the",
// "which".
func (l *Language) PronounOne(w string) bool {
	_, ok := word(l, &l.writing.pronounOne, parseNothing, w, "pronounone")
	return ok
}

// Range reads the words of a range.
func (l *Language) Range(words []string) (RangeKind, int) {
	return first(l, &l.writing.ranges, parseRange, words, "ranges")
}

// Label tells whether a word makes a number behind it a name: "Interstate",
// "No.", "chapter".
func (l *Language) Label(w string) bool {
	_, ok := word(l, &l.writing.labels, parseNothing, w, "labels")
	return ok
}

// Clock reads a word beside an hour.
func (l *Language) Clock(words []string) (ClockWord, int) {
	return first(l, &l.writing.clock, parseClock, words, "clock")
}

// Age reads words beside an age.
func (l *Language) Age(words []string) (AgeWord, int) {
	return first(l, &l.writing.ages, parseAge, words, "ages")
}

// Points tells whether a word names the points of a game or a poll.
func (l *Language) Points(w string) bool {
	_, ok := word(l, &l.writing.points, parseNothing, w, "points")
	return ok
}

// Plural tells whether a word is a plural that its ending does not show: "people".
func (l *Language) Plural(w string) bool {
	_, ok := word(l, &l.writing.plurals, parseNothing, w, "plurals")
	return ok
}

// Score tells whether a word speaks of the outcome of a game or a vote.
func (l *Language) Score(w string) bool {
	_, ok := word(l, &l.writing.scores, parseNothing, w, "scores")
	return ok
}

// Decade reads a decade in words and gives its first year: "the nineties".
func (l *Language) Decade(words []string) (int, int) {
	return first(l, &l.writing.decades, parseInt, words, "decades")
}

// DecadeEnding tells whether letters behind digits make a decade: the s of 1990s.
func (l *Language) DecadeEnding(w string) bool {
	_, ok := word(l, &l.writing.decadeEndings, parseNothing, w, "decadeendings")
	return ok
}

// Article is how many words an indefinite article or the number one takes at
// the head of words, of those that stand before a hundred or a million.
func (l *Language) Article(words []string) int {
	_, n := l.numberWords().articles.longest(words)
	return n
}

// And is how many words join the parts of a number: "and", "y", "und".
func (l *Language) And(words []string) int {
	_, n := l.numberWords().and.longest(words)
	return n
}

// StartsValue tells whether a number, date or time may begin with a word: a
// sieve for readers that would else ask every table at every word.
func (l *Language) StartsValue(w string) bool {
	one := [1]string{w}
	words := one[:]
	l.months.fill(l, parseInt, "months")
	l.weekdays.fill(l, parseWeekday, "weekdays")
	l.DayPeriod(words)
	l.Currency(words)
	l.Fraction(words)
	l.Multiplicative(words)
	l.Vague(words)
	l.RelativeDate(words)
	l.Deictic(words)
	l.Part(words)
	l.seasons.fill(l, parseSeason, "seasons")
	l.Decade(words)
	l.Unit(words)
	l.Era(words)
	w = undot(w)
	if l.months.starts(w) || l.weekdays.starts(w) || l.dayPeriods.starts(w) || l.currencies.starts(w) ||
		l.fractions.starts(w) || l.multiples.starts(w) || l.vague.starts(w) || l.relatives.starts(w) ||
		l.deictics.starts(w) || l.parts.starts(w) || l.seasons.starts(w) || l.eras.starts(w) || l.writing.decades.starts(w) {
		return true
	}
	if u, n := l.Unit(words); n == 1 && (u.ID == "century" || u.ID == "year") {
		return true // siglo XXI, años noventa
	}
	n := l.numberWords()
	if !n.heads[head(w)] {
		return false
	}
	if n.articles.starts(w) || n.hundredWords.starts(w) || n.scales.starts(w) || n.cardinals.starts(w) || n.ordinals.starts(w) {
		return true
	}
	if _, k := l.Cardinal(words); k > 0 {
		return true
	}
	_, k := l.Ordinal(words)
	return k > 0
}

// starts tells whether a phrase of the table begins with a word, given without
// the dot of an abbreviation.
func (t *table[V]) starts(w string) bool {
	_, ok := t.m[w]
	return ok
}
