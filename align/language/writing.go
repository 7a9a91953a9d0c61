package language

import "fmt"

// writing is how a language writes numbers, dates and times in running text:
// the small words around them.
type writing struct {
	joints, points, scores, decadeEndings, ambiguousMonths, pronounOne                      table[struct{}]
	ranges                                                                                  table[RangeKind]
	times, halves, weekdayEndings, notValues, labels, plurals, decadeWords, agePrepositions table[struct{}]
	clock                                                                                   table[ClockWord]
	ages                                                                                    table[AgeWord]
	decades                                                                                 table[int]
	starts                                                                                  func() *startTable // built once
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
		"pronounone": list, "plurals": list, "notvalues": list, "weekdayendings": list, "times": list, "halves": list, "decadewords": list, "ageprepositions": list, "labels": list, "ranges": ignore(parseRange), "clock": ignore(parseClock),
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

// Times is how many words behind a number make it a multiple: "times", "fold".
func (l *Language) Times(words []string) int {
	_, n := first(l, &l.writing.times, parseNothing, words, "times")
	return n
}

// HalfIsNoun tells whether a one-word fraction is a noun, and so a share
// wherever no other noun follows it: "half", "Hälfte", not "medio".
func (l *Language) HalfIsNoun(w string) bool {
	_, ok := word(l, &l.writing.halves, parseNothing, w, "halves")
	return ok
}

// WeekdayEnding tells whether a word is the second part of a weekday: the feira
// of segunda-feira.
func (l *Language) WeekdayEnding(w string) bool {
	_, ok := word(l, &l.writing.weekdayEndings, parseNothing, w, "weekdayendings")
	return ok
}

// NotValue is how many words form a phrase that only looks like a value: "la
// mañana", the morning; "en segundo lugar", besides.
func (l *Language) NotValue(words []string) int {
	_, n := first(l, &l.writing.notValues, parseNothing, words, "notvalues")
	return n
}

// DecadeWord is how many words stand before the digits of a decade: "años 90".
func (l *Language) DecadeWord(words []string) int {
	_, n := first(l, &l.writing.decadeWords, parseNothing, words, "decadewords")
	return n
}

// AgePreposition is how many words make an age of a length of time behind them:
// "de 38 años".
func (l *Language) AgePreposition(words []string) int {
	_, n := first(l, &l.writing.agePrepositions, parseNothing, words, "ageprepositions")
	return n
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

// Start tells which kinds of value may begin with a word, as bits.
type Start uint32

// The kinds of value.
const (
	StartMonth Start = 1 << iota
	StartWeekday
	StartClock
	StartCurrency
	StartFraction
	StartMultiple
	StartVague
	StartRelative
	StartDeictic // last, next
	StartAway    // hace, vor: before a count
	StartPart
	StartSeason
	StartDecade
	StartEra
	StartCardinal // number words and the articles before them
	StartOrdinal
	StartCentury // siglo XXI, années 1990: a unit that its number may follow
)

// Starts tells which values may begin with a word: a sieve for readers that
// would else ask every table at every word. It costs one look-up; words that
// German and Italian join ("dreihundert") are read.
func (l *Language) Starts(w string) Start {
	s := l.writing.starts()
	w = undot(w)
	if s.sieve.may(w) {
		if m, ok := s.m[w]; ok {
			return m
		}
	}
	n := &l.numbers
	if !n.fused || len(w) < 4 || !n.begins(w) {
		return 0
	}
	one := [1]string{w}
	var m Start
	if _, k := l.Cardinal(one[:]); k > 0 {
		m |= StartCardinal
	}
	if _, k := l.Ordinal(one[:]); k > 0 {
		m |= StartOrdinal
	}
	return m
}

// startTable is what begins with a word, by its first words.
type startTable struct {
	m     map[string]Start
	sieve sieve
}

// allStarts gathers the first words of all tables.
func (l *Language) allStarts() *startTable {
	m := make(map[string]Start, 2048)
	l.months.fill(l, parseInt, "months")
	gatherStarts(m, &l.months, StartMonth)
	l.weekdays.fill(l, parseWeekday, "weekdays")
	gatherStarts(m, &l.weekdays, StartWeekday)
	l.seasons.fill(l, parseSeason, "seasons")
	gatherStarts(m, &l.seasons, StartSeason)
	none := []string{""}
	l.DayPeriod(none)
	gatherStarts(m, &l.dayPeriods, StartClock)
	l.Currency(none)
	gatherStarts(m, &l.currencies, StartCurrency)
	l.Fraction(none)
	gatherStarts(m, &l.fractions, StartFraction)
	l.Multiplicative(none)
	gatherStarts(m, &l.multiples, StartMultiple)
	l.Vague(none)
	gatherStarts(m, &l.vague, StartVague)
	l.RelativeDate(none)
	gatherStarts(m, &l.relatives, StartRelative)
	l.Deictic(none)
	for w, ps := range l.deictics.m {
		for _, p := range ps {
			switch d := p.val; {
			case d.After:
			case !d.Count:
				m[w] |= StartDeictic
			case d.Offset < 0:
				m[w] |= StartAway
			}
		}
	}
	l.Part(none)
	gatherStarts(m, &l.parts, StartPart)
	l.Decade(none)
	gatherStarts(m, &l.writing.decades, StartDecade)
	l.DecadeWord(none)
	gatherStarts(m, &l.writing.decadeWords, StartDecade)
	l.Era(none)
	gatherStarts(m, &l.eras, StartEra)
	n := l.numberWords()
	for _, t := range []*table[Rational]{&n.cardinals, &n.hundreds, &n.hundredWords, &n.scales} {
		gatherStarts(m, t, StartCardinal)
	}
	gatherStarts(m, &n.articles, StartCardinal)
	gatherStarts(m, &n.ordinals, StartOrdinal)
	gatherStarts(m, &n.ordinalScales, StartOrdinal)
	gatherStarts(m, &n.cardinals, StartOrdinal) // twenty-first
	gatherStarts(m, &n.hundreds, StartOrdinal)
	l.Unit(none)
	for w, ps := range l.units.m {
		for _, p := range ps {
			if p.words == 1 && (p.val.ID == "century" || p.val.ID == "year") && len(w) > 1 {
				m[w] |= StartCentury
			}
		}
	}
	return &startTable{m, sieveOf(m)}
}

func gatherStarts[V any](m map[string]Start, t *table[V], kind Start) {
	for w := range t.m {
		m[w] |= kind
	}
}
