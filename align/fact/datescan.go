package fact

import (
	"strings"
	"time"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// Reading dates.
//
// A date is written from few parts (day, month, year, weekday, a word such as
// "last" or "early"), in an order that the language chooses but that the parts
// themselves show: a month is a word, a year has four digits, a day is at most
// 31. So one reader serves all languages: it takes the parts in whatever order
// they stand, with the words of the language for what joins them. Only dates in
// digits alone ("4/9/2007") need the order of the language. Words with other
// meanings ("may", "march", "second", "sun", "sat") count as dates by what stands
// around them.

// date reads the date that starts at token i and returns the token behind it,
// i where there is none.
func (sc *scanner) date(i int, m language.Start) (Date, int) {
	d, end := sc.dateAt(i, m)
	if end == i || d.DayOfMonth > 0 && d.Month != 0 && d.DayOfMonth > daysIn(d.Year, d.Month) {
		return Date{}, i
	}
	d, end = sc.dateRange(d, i, end)
	d.resolve(sc.a.Date)
	if h, first := behind(sc, sc.lang.Hedge, i, 3); first < i && h == language.About {
		d.Hedge = About
	}
	return d, end
}

// dateRange reads the second end of a range whose first end is a whole date:
// "December 29, 2015 to February 11, 2016", "from May 2015 until June 2016".
func (sc *scanner) dateRange(d Date, i, end int) (Date, int) {
	if d.Range || d.HasShift || d.Precision > Month || d.Month == 0 {
		return d, end
	}
	j := sc.rangeTo(end)
	if k, n := sc.lang.Range(sc.rest(end)); k == language.RangeAnd && sc.rangeOpen(i) {
		j = end + n
	}
	if j == end {
		return d, end
	}
	if j = sc.overDeterminer(j); j >= len(sc.toks) {
		return d, end
	}
	to, e := sc.dateAt(j, sc.starts(j))
	if e == j || to.Precision != d.Precision || to.Range || to.Month == 0 || to.HasShift {
		return d, end
	}
	r := spanOf(d, to)
	if !r.First.IsZero() && r.Last.Before(r.First) {
		return d, end
	}
	return r, e
}

// dateForm is one form of a date and what it may begin with.
type dateForm struct {
	starts language.Start
	read   func(*scanner, int) (Date, int)
}

// wordForms are the forms that begin with a word, the more specific first.
var wordForms = [...]dateForm{
	{language.StartWeekday | language.StartDeictic, (*scanner).weekday},
	{language.StartRelative | language.StartDeictic, (*scanner).relative},
	{language.StartPart, (*scanner).partOf},
	{language.StartMonth, (*scanner).monthFirst},
	{language.StartOrdinal | language.StartCardinal, (*scanner).dayMonth},
	{language.StartDecade | language.StartCentury, (*scanner).decade},
	{language.StartOrdinal | language.StartCentury, (*scanner).century},
	{language.StartAway | language.StartCardinal, (*scanner).countedAway},
	{language.StartEra, (*scanner).eraYear},
	{language.StartSeason, (*scanner).season},
}

// digitForms are the forms that begin with digits.
var digitForms = [...]dateForm{
	{0, (*scanner).numericDate},
	{0, (*scanner).dayMonth},
	{0, (*scanner).decade},
	{0, (*scanner).century},
	{0, (*scanner).countedAway},
	{0, (*scanner).yearAlone},
}

// dateAt tries the forms of a date that begin as token i does.
func (sc *scanner) dateAt(i int, m language.Start) (Date, int) {
	if m == digitStart && sc.toks[i].Kind == article.Number {
		for k := range digitForms {
			if d, end := digitForms[k].read(sc, i); end > i {
				return d, end
			}
		}
		return Date{}, i
	}
	for k := range wordForms {
		if m&wordForms[k].starts == 0 {
			continue
		}
		if d, end := wordForms[k].read(sc, i); end > i {
			return d, end
		}
	}
	return Date{}, i
}

// month reads the name of a month. Where the language writes it with a capital
// the text must too; abbreviations that are words of other meanings need a dot
// or a number beside them.
func (sc *scanner) month(i int) (time.Month, int) {
	if !sc.isWord(i) {
		return 0, i
	}
	m, ok := sc.lang.Month(strings.TrimSuffix(sc.low[i], "'s"))
	if !ok && strings.IndexByte(sc.low[i], '\'') > 0 { // d'avril
		_, w, _ := strings.Cut(sc.low[i], "'")
		m, ok = sc.lang.Month(w)
	}
	if !ok || sc.lang.CapitalMonths() && !sc.capital(i) {
		return 0, i
	}
	if _, n := sc.lang.Cardinal(sc.low[i : i+1]); n > 0 && !sc.isNumber(i-1) && !sc.isNumber(i+1) {
		return 0, i // sept, the number
	}
	if i+1 < len(sc.toks) && sc.word(i+1) == "." && sc.glued(i+1) {
		if len(sc.low[i]) <= 5 && i+2 < len(sc.toks) && !sc.toks[i+1].Space {
			if _, _, ok := sc.digits(i + 2); ok {
				return time.Month(m), i + 2
			}
			if a, ok := sc.lang.Abbreviation(sc.low[i]); ok && a.Kind == language.AbbreviationMonth {
				return time.Month(m), i + 2
			}
		}
	}
	return time.Month(m), i + 1
}

// day reads a day of the month, with or without the ending of an ordinal.
func (sc *scanner) day(i int) (int, int) {
	v, width, ok := sc.digits(i)
	if ok && width <= 2 && v >= 1 && v <= 31 {
		if o, end := sc.ordinal(i); end > i+1 {
			if n, ok := o.Int64(); ok && int(n) == v {
				return v, end
			}
		}
		return v, i + 1
	}
	if o, end := sc.ordinal(i); end > i {
		if n, ok := o.Int64(); ok && n >= 1 && n <= 31 {
			return int(n), end
		}
	}
	return 0, i
}

// year reads a year of four digits, or of two behind an apostrophe.
func (sc *scanner) year(i int) (int, int) {
	if w := sc.word(i); (w == "'" || w == "’") && sc.glued(i+1) {
		if v, width, ok := sc.digits(i + 1); ok && width == 2 {
			return pivot(v), i + 2
		}
		return 0, i
	}
	v, width, ok := sc.digits(i)
	if ok && width == 4 && v >= 1000 && v <= 2199 {
		return v, i + 1
	}
	return 0, i
}

// pivot is the year that two digits mean.
func pivot(v int) int {
	if v < 50 {
		return 2000 + v
	}
	return 1900 + v
}

// joint skips what may stand between the parts of a date: a comma, "of", "de".
func (sc *scanner) joint(i int) int {
	if sc.word(i) == "," {
		return i + 1
	}
	if n := sc.lang.DateJoint(sc.rest(i)); n > 0 {
		return i + n
	}
	return i
}

// yearBehind reads the year that completes a date which ends at i.
func (sc *scanner) yearBehind(i int) (int, int) {
	j := sc.joint(i)
	if y, end := sc.year(j); end > j && !(sc.isHyphen(end) && sc.glued(end)) {
		return y, end
	}
	return 0, i
}
