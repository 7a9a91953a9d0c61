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
func (sc *scanner) date(i int) (Date, int) {
	d, end := sc.dateAt(i)
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
	to, e := sc.dateAt(j)
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

// dateAt tries the forms of a date.
func (sc *scanner) dateAt(i int) (Date, int) {
	m := sc.starts(i)
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

// monthFirst reads "March", "March 2017", "March 3", "March 3-9, 2017",
// "March 30 to April 2".
func (sc *scanner) monthFirst(i int) (Date, int) {
	m, at := sc.month(i)
	if m == 0 {
		return Date{}, i
	}
	if y, end := sc.yearBehind(at); end > at {
		return sc.monthRange(calendar(y, m, 0), end)
	}
	if n, end := sc.day(at); end > at && sc.dayMay(at, end) {
		d := calendar(0, m, n)
		d, end = sc.dayRange(d, end)
		if y, e := sc.yearBehind(end); e > end {
			d.Year, end = y, e
			d.fill()
		}
		return d, end
	}
	if !sc.monthAlone(i, at) {
		return Date{}, i
	}
	return sc.monthRange(calendar(0, m, 0), at)
}

// dayMay tells whether a number behind a month can be its day: not the hour of
// a time, and not a number that counts something ("in May 12 people died").
func (sc *scanner) dayMay(i, end int) bool {
	if _, n := sc.lang.DayPeriod(sc.rest(end)); n > 0 && end == i+1 {
		return false
	}
	if _, n := sc.lang.Percent(sc.rest(end)); n > 0 {
		return false
	}
	_, n := sc.lang.Magnitude(sc.rest(end))
	return n == 0
}

// monthAlone tells whether a month name without day or year is a month: a
// function word stands before it ("in May", "last March") or it has no other
// meaning.
func (sc *scanner) monthAlone(i, end int) bool {
	if len(sc.low[i]) <= 3 && sc.low[i] != "may" && sc.low[i] != "mai" {
		return end > i+1 // an abbreviation with its dot
	}
	if sc.capital(end) && sc.lang.CapitalMonths() {
		return false // April Ryan, May Day
	}
	if i > 0 && sc.isWord(i-1) {
		return sc.lang.StopWord(sc.low[i-1]) || sc.dateWord(i-1) || !sc.lang.StopWord(sc.low[i]) && !sc.capital(i-1)
	}
	return !sc.lang.StopWord(sc.low[i]) && !sc.lang.AmbiguousMonth(sc.low[i])
}

// dateWord tells whether token i is a word that makes a date of what follows:
// "last", "early", "mid".
func (sc *scanner) dateWord(i int) bool {
	if _, n := sc.lang.Deictic(sc.low[i : i+1]); n > 0 {
		return true
	}
	_, n := sc.lang.Part(sc.low[i : i+1])
	return n > 0
}

// rangeTo skips what joins the two ends of a range: a dash, "to", "until".
func (sc *scanner) rangeTo(i int) int {
	if sc.isHyphen(i) {
		return i + 1
	}
	if k, n := sc.lang.Range(sc.rest(i)); k == language.RangeTo {
		return i + n
	}
	return i
}

// overDeterminer skips an article: "entre el 12 y el 28".
func (sc *scanner) overDeterminer(i int) int {
	if sc.isWord(i) && len(sc.low[i]) <= 3 && sc.lang.StopWord(sc.low[i]) {
		return i + 1
	}
	return i
}

// dayRange reads the second end of "March 3-9" and "March 30 to April 2".
func (sc *scanner) dayRange(d Date, at int) (Date, int) {
	j := sc.rangeTo(at)
	if j == at {
		j = at + sc.lang.And(sc.rest(at))
	}
	if j == at {
		return d, at
	}
	m, k := sc.month(j)
	if n, end := sc.day(k); end > k && (m != 0 || n > d.DayOfMonth && !sc.counts(end)) {
		if _, p := sc.lang.DayPeriod(sc.rest(end)); p > 0 {
			return d, at
		}
		d.ToDay, d.ToMonth, d.Range = n, m, true
		return d, end
	}
	return d, at
}

// monthRange reads the second end of "March to May 2017" and "March 2016 to May 2017".
func (sc *scanner) monthRange(d Date, at int) (Date, int) {
	j := sc.rangeTo(at)
	m, k := sc.month(j)
	if j == at || m == 0 {
		return d, at
	}
	if _, end := sc.day(k); end > k && end < len(sc.low) {
		if _, e := sc.year(k); e == k {
			return d, at // "in March - April 5"
		}
	}
	y, end := sc.yearBehind(k)
	if y == 0 {
		end = k
		y = d.Year
	}
	from := d
	if from.Year == 0 {
		from.Year = y
	}
	if y == 0 {
		d.ToMonth, d.Range = m, true
		return d, end
	}
	from.fill()
	to := calendar(y, m, 0)
	if to.First.Before(from.First) {
		return d, at
	}
	from.Last, from.Range, from.ToMonth = to.Last, true, m
	return from, end
}

// dayMonth reads "3 March 2017", "3. März", "3 de marzo de 2017", "2-9 July".
func (sc *scanner) dayMonth(i int) (Date, int) {
	n, at := sc.day(i)
	if n == 0 {
		return Date{}, i
	}
	d := Date{DayOfMonth: n}
	if u, n := sc.lang.Unit(sc.rest(at)); n > 0 && u.ID == "day" {
		at += n // "this 19th day of March"
	}
	j := at
	r := sc.rangeTo(at)
	if r == at {
		r = at + sc.lang.And(sc.rest(at))
	}
	if r > at {
		if to, end := sc.day(r); end > r && to > n {
			if m, _ := sc.month(sc.joint(end)); m != 0 {
				d.ToDay, d.Range, j = to, true, end
			}
		}
	}
	if k := sc.joint(j); sc.word(j) != "," {
		j = k
	}
	m, end := sc.month(j)
	if m == 0 || sc.isWord(i) && len(sc.low[j]) < 4 && end == j+1 {
		return Date{}, i // "segundo set"
	}
	d.Month, d.Precision = m, Day
	y, e := sc.yearBehind(end)
	if y != 0 {
		d.Year, end = y, e
	}
	if !d.Range {
		// "29 December 2015 to 11 February 2016"
		if r := sc.overDeterminer(sc.rangeTo(end)); r > end && r < len(sc.toks) && sc.rangeTo(end) > end {
			if to, e := sc.dayMonth(r); e > r && !to.Range {
				return spanOf(d, to), e
			}
		}
	}
	d.fill()
	return d, end
}

// spanOf joins two days to a range; the year of the second serves the first.
func spanOf(from, to Date) Date {
	from.ToDay, from.ToMonth, from.Range = to.DayOfMonth, to.Month, true
	if from.Year == 0 && to.Year != 0 {
		from.Year = to.Year
		if to.Month < from.Month {
			from.Year--
		}
	}
	from.fill()
	if !to.First.IsZero() && !from.First.IsZero() {
		from.Last = to.Last
	}
	return from
}

// numericDate reads "2017-03-08", "4/9/2007", "8.3.2017" and "8.3.".
func (sc *scanner) numericDate(i int) (Date, int) {
	var part [3]int
	var wide [3]int
	var end int
	text := sc.toks[i].Text
	if strings.Count(text, ".") == 2 && !strings.ContainsAny(text, ",:' ") {
		for k, p := range strings.Split(text, ".") {
			v, ok := smallInt(p)
			if !ok {
				return Date{}, i
			}
			part[k], wide[k] = v, len(p)
		}
		if wide[2] != 4 {
			return Date{}, i
		}
		end = i + 1
	} else {
		sep := sc.word(i + 1)
		if sep != "/" && sep != "-" && sep != "." || sc.word(i+3) != sep {
			return Date{}, i
		}
		for k := range 3 {
			j := i + 2*k
			v, w, ok := sc.digits(j)
			if !ok || k > 0 && (!sc.glued(j) || !sc.glued(j-1)) {
				return Date{}, i
			}
			part[k], wide[k] = v, w
		}
		end = i + 5
		if sc.word(end) == sep && sc.glued(end) {
			return Date{}, i
		}
	}
	switch {
	case wide[0] == 4 && wide[1] <= 2 && wide[2] <= 2:
		return validDay(part[0], part[1], part[2], i, end)
	case wide[2] == 4 && wide[0] <= 2 && wide[1] <= 2:
	case wide[2] == 2 && wide[0] <= 2 && wide[1] <= 2 && sc.word(i+1) == "/":
		part[2] = pivot(part[2])
	default:
		return Date{}, i
	}
	if sc.monthBeforeDay(part[0], part[1], text) {
		return validDay(part[2], part[0], part[1], i, end)
	}
	return validDay(part[2], part[1], part[0], i, end)
}

// monthBeforeDay tells the order of a date in digits: that of the language,
// unless only the other is possible. Dots always follow the day.
func (sc *scanner) monthBeforeDay(a, b int, text string) bool {
	if b > 12 {
		return true
	}
	return a <= 12 && sc.lang.Tag == "en" && !strings.Contains(text, ".")
}

func validDay(y, m, d, i, end int) (Date, int) {
	if y < 1000 || y > 2199 || m < 1 || m > 12 || d < 1 || d > daysIn(y, time.Month(m)) {
		return Date{}, i
	}
	return calendar(y, time.Month(m), d), end
}

func smallInt(s string) (v int, ok bool) {
	if s == "" || len(s) > 4 {
		return 0, false
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		v = v*10 + int(c-'0')
	}
	return v, true
}

// eraYear reads "400 A.D.", "44 BC" and "AD 400". The mark stands in capitals or
// has dots: "ad" and "ce" are words.
func (sc *scanner) eraYear(i int) (Date, int) {
	at := i
	era, n := sc.era(i)
	if n > 0 {
		at += n
	}
	y, w, ok := sc.digits(at)
	if !ok || w > 4 || y == 0 {
		return Date{}, i
	}
	end := at + 1
	if n == 0 {
		if era, n = sc.era(end); n == 0 {
			return Date{}, i
		}
		end += n
	} else if era < 0 {
		return Date{}, i
	}
	if era < 0 {
		y = 1 - y
		if y == 0 {
			y = -1 // the zero value is an unknown year; a year's error is nothing here
		}
	}
	return calendar(y, 0, 0), end
}

func (sc *scanner) era(i int) (int, int) {
	if !sc.isWord(i) {
		return 0, 0
	}
	e, n := sc.lang.Era(sc.rest(i))
	if n > 0 && !sc.capital(i) && !strings.Contains(sc.toks[i].Text, ".") && n == 1 {
		return 0, 0
	}
	return e, n
}

// yearAlone reads "2017", "1997-2008", "2010-11" and "from 1997 until 2004".
func (sc *scanner) yearAlone(i int) (Date, int) {
	if d, end := sc.eraYear(i); end > i {
		return d, end
	}
	y, end := sc.year(i)
	if y == 0 || !sc.looksLikeYear(i, end, y) {
		return Date{}, i
	}
	j := sc.rangeTo(end)
	if k, n := sc.lang.Range(sc.rest(end)); k == language.RangeAnd && sc.rangeOpen(i) {
		j = end + n // between 2007 and 2014
	}
	if j > end {
		if to, e := sc.year(j); to > y && to-y <= 200 && sc.looksLikeYear(j, e, to) {
			return years(y, to), e
		}
		if v, w, ok := sc.digits(j); ok && w == 2 && sc.glued(j) && v > y%100 && v-y%100 < 50 {
			return years(y, y-y%100+v), j + 1
		}
	}
	if sc.word(end) == "/" && sc.glued(end) && sc.glued(end+1) {
		if v, w, ok := sc.digits(end + 1); ok && w == 2 && v == (y+1)%100 {
			return years(y, y+1), end + 2
		}
	}
	return calendar(y, 0, 0), end
}

// looksLikeYear tells a year from a count, a house or a model number.
func (sc *scanner) looksLikeYear(i, end, y int) bool {
	if y < 1500 || y > 2099 {
		return false
	}
	if _, n := sc.lang.Percent(sc.rest(end)); n > 0 {
		return false
	}
	if _, n := sc.lang.Magnitude(sc.rest(end)); n > 0 {
		return false
	}
	if j := sc.overHyphen(end); sc.isUnit(j) {
		return false
	}
	if _, n := sc.lang.Currency(sc.rest(end)); n > 0 {
		return false
	}
	if i > 0 {
		if _, first := behind(sc, sc.lang.Currency, i, 3); first < i {
			return false
		}
		if w := sc.low[i-1]; w == "#" || w == "+" || w == "/" && sc.glued(i) || sc.isHyphen(i-1) && sc.glued(i) && sc.glued(i-1) && sc.isWord(i-2) && sc.capital(i-2) && len(sc.low[i-2]) <= 5 {
			return false // RFC-2119, F-2000
		}
		if sc.isWord(i-1) && sc.lang.Label(sc.low[i-1]) {
			return false
		}
		if h, first := behind(sc, sc.lang.Hedge, i, 3); first < i && (h != language.About || sc.contentAt(end)) {
			return false
		}
	}
	if y%100 == 0 && sc.contentAt(end) && !(i > 0 && sc.isWord(i-1) && sc.lang.StopWord(sc.low[i-1])) {
		return false // 2000 people
	}
	return !sc.countsAt(i, end)
}

// countsAt tells whether tokens [i,end) count the plural noun behind them: a year
// that stands before one ("the 2017 elections") has an article, a possessive or a
// name before it, a count ("found 1526 ballots") a verb or nothing.
func (sc *scanner) countsAt(i, end int) bool {
	if !sc.contentAt(end) || !pluralShaped(sc.low[end]) && !sc.lang.Plural(sc.low[end]) {
		return false
	}
	return i == 0 || sc.isWord(i-1) && !sc.capital(i-1) && !sc.lang.Determiner(sc.low[i-1]) && !sc.lang.StopWord(sc.low[i-1])
}

// contentAt tells whether token i is a word in small letters that is no
// function word.
func (sc *scanner) contentAt(i int) bool {
	return sc.isWord(i) && !sc.capital(i) && !sc.lang.StopWord(sc.low[i])
}

// decade reads "1990s", "'90s", "1990er", "años noventa".
func (sc *scanner) decade(i int) (Date, int) {
	if y, n := sc.lang.Decade(sc.rest(i)); n > 0 {
		return decadeOf(y), i + n
	}
	if n := sc.lang.DecadeWord(sc.rest(i)); n > 0 {
		return sc.decadeBehind(i, i+n)
	}
	y, at := sc.year(i)
	if y == 0 {
		v, w, ok := sc.digits(i)
		if !ok || w != 2 || v%10 != 0 || v < 20 {
			return Date{}, i
		}
		y, at = 1900+v, i+1
	}
	if y%10 != 0 {
		return Date{}, i
	}
	if sc.word(at) == "'" && sc.glued(at) {
		at++
	}
	if sc.isWord(at) && sc.glued(at) && sc.lang.DecadeEnding(sc.low[at]) {
		return decadeOf(y), at + 1
	}
	return Date{}, i
}

// decadeBehind reads the digits of "los años 90", "les années 1990".
func (sc *scanner) decadeBehind(i, at int) (Date, int) {
	if sc.word(at) == "'" || sc.word(at) == "’" {
		at++
	}
	v, w, ok := sc.digits(at)
	switch {
	case !ok || v%10 != 0:
		return Date{}, i
	case w == 2 && v >= 20:
		return decadeOf(1900 + v), at + 1
	case w == 4 && v >= 1500 && v <= 2099:
		return decadeOf(v), at + 1
	}
	return Date{}, i
}

func decadeOf(y int) Date {
	d := Date{Year: y, Precision: Decade}
	d.fill()
	return d
}

// century reads "21st century", "siglo XXI", "20. Jahrhundert", "XXe siècle".
func (sc *scanner) century(i int) (Date, int) {
	var n, at int
	if v, end := sc.ordinal(i); end > i {
		k, _ := v.Int64()
		n, at = int(k), end
	} else if v, end := sc.romanNumeral(i); end > i {
		n, at = v, end
	} else if sc.isCentury(i) {
		if v, end := sc.romanNumeral(i + 1); end > i+1 && v <= 30 {
			return centuryOf(v), end
		}
		if v, n := sc.lang.Cardinal(sc.rest(i + 1)); n > 0 {
			if k, ok := v.Int64(); ok && k >= 1 && k <= 30 {
				return centuryOf(int(k)), i + 1 + n // século vinte e um
			}
		}
		return Date{}, i
	} else {
		return Date{}, i
	}
	at = sc.overHyphen(at)
	if n >= 1 && n <= 30 && sc.isCentury(at) {
		return centuryOf(n), at + 1
	}
	return Date{}, i
}

func (sc *scanner) isCentury(i int) bool {
	u, n := sc.lang.Unit(sc.rest(i))
	return n == 1 && u.ID == "century" && len(sc.low[i]) > 1
}

// romanNumeral reads a numeral in capitals, perhaps with an ordinal ending (XXe).
func (sc *scanner) romanNumeral(i int) (int, int) {
	if !sc.isWord(i) {
		return 0, i
	}
	s := strings.TrimRight(sc.toks[i].Text, "eèmo.º°")
	if v, ok := language.Roman(s); ok && s[0] < 'a' {
		return v, i + 1
	}
	return 0, i
}

func centuryOf(n int) Date {
	d := Date{Year: n*100 - 99, Precision: Century}
	d.fill()
	return d
}

// weekday reads "Tuesday", "last Tuesday", "Tuesday, March 7, 2017".
func (sc *scanner) weekday(i int) (Date, int) {
	at := i
	shift, hasShift := 0, false
	if d, n := sc.lang.Deictic(sc.rest(i)); n > 0 && !d.Count && !d.After {
		shift, hasShift, at = d.Offset, true, i+n
	}
	if !sc.isWord(at) {
		return Date{}, i
	}
	w, ok := sc.lang.Weekday(strings.TrimSuffix(sc.low[at], "'s"))
	if !ok || sc.lang.CapitalMonths() && !sc.capital(at) {
		return Date{}, i
	}
	end := at + 1
	if sc.isHyphen(end) && sc.isWord(end+1) && sc.lang.WeekdayEnding(sc.low[end+1]) {
		end += 2
	} else if _, n := sc.lang.Ordinal(sc.low[at:end]); n > 0 {
		return Date{}, i // segunda, the second one
	}
	if len(sc.low[at]) <= 4 { // Sun., Sat: only with a dot or before a month
		dotted := sc.word(end) == "." && sc.glued(end)
		if dotted {
			end++
		}
		m, _ := sc.month(sc.joint(end))
		if !dotted && m == 0 {
			return Date{}, i
		}
	}
	if d, n := sc.lang.Deictic(sc.rest(end)); n > 0 && d.After && !d.Count {
		shift, hasShift, end = d.Offset, true, end+n
	}
	if !hasShift {
		if d, e := sc.dateBehind(sc.joint(end)); e > sc.joint(end) {
			d.HasWeekday, d.Weekday = true, w
			return d, e
		}
	}
	d := Date{HasWeekday: true, Weekday: w}
	if hasShift && !sc.a.Date.IsZero() {
		d.pick(sc.a.Date, shift)
	}
	return d, end
}

// dateBehind reads a day with its month, as it follows a weekday.
func (sc *scanner) dateBehind(i int) (Date, int) {
	if i >= len(sc.toks) {
		return Date{}, i
	}
	if n := sc.lang.Article(sc.rest(i)); n > 0 {
		i += n
	}
	if sc.isWord(i) {
		if d, end := sc.monthFirst(i); end > i && d.Precision == Day {
			return d, end
		}
	}
	if i < len(sc.toks) && sc.toks[i].Kind == article.Number {
		if d, end := sc.dayMonth(i); end > i {
			return d, end
		}
		if d, end := sc.numericDate(i); end > i {
			return d, end
		}
	}
	return Date{}, -1
}

// pick places "last Tuesday" (-1), "this Tuesday" (0) or "next Tuesday" (+1).
func (d *Date) pick(at time.Time, shift int) {
	back := (int(at.Weekday()) - int(d.Weekday) + 7) % 7
	switch {
	case shift < 0:
		if back == 0 {
			back = 7
		}
		d.First = at.AddDate(0, 0, -back)
	case shift > 0:
		d.First = at.AddDate(0, 0, 7-back)
	default:
		if back > 3 {
			back -= 7
		}
		d.First = at.AddDate(0, 0, -back)
	}
	d.Last, d.Relative = d.First, true
}

// relative reads "yesterday", "last week", "last March", "this summer".
func (sc *scanner) relative(i int) (Date, int) {
	if r, n := sc.lang.RelativeDate(sc.rest(i)); n > 0 {
		if r.Anchored || sc.notValue(i, n) {
			return Date{}, i
		}
		p, ok := unitPrecision(r.Unit)
		if !ok {
			return Date{}, i
		}
		return shifted(sc.a.Date, r.Offset, p), i + n
	}
	c, n := sc.lang.Deictic(sc.rest(i))
	if n == 0 || c.Count || c.After {
		return Date{}, i
	}
	if m, end := sc.month(i + n); m != 0 {
		if y, e := sc.yearBehind(end); y != 0 {
			return calendar(y, m, 0), e
		}
		if _, e := sc.day(end); e > end {
			return Date{}, i
		}
		d := calendar(0, m, 0)
		d.pickMonth(sc.a.Date, c.Offset)
		return d, end
	}
	if s, ok := sc.lang.Season(sc.word(i + n)); ok && sc.isWord(i+n) {
		d := seasonOf(0, s)
		if at := sc.a.Date; !at.IsZero() {
			d = seasonOf(at.Year()+c.Offset, s)
			d.Relative = true
		}
		return d, i + n + 1
	}
	return Date{}, i
}

// notValue tells whether the n words at token i are part of a phrase that only
// looks like a date: "la mañana" is the morning, not tomorrow.
func (sc *scanner) notValue(i, n int) bool {
	for k := range min(2, i) + 1 {
		if sc.lang.NotValue(sc.rest(i-k)) >= k+n {
			return true
		}
	}
	return false
}

// pickMonth places "last March" and "next March".
func (d *Date) pickMonth(at time.Time, shift int) {
	if at.IsZero() || shift == 0 {
		return
	}
	d.Year = at.Year()
	if shift < 0 && d.Month >= at.Month() {
		d.Year--
	}
	if shift > 0 && d.Month <= at.Month() {
		d.Year++
	}
	d.Relative = true
	d.fill()
}

// unitPrecision is the precision of a unit of time.
func unitPrecision(unit string) (Precision, bool) {
	switch unit {
	case "day":
		return Day, true
	case "week", "weekend":
		return Week, true
	case "month":
		return Month, true
	case "quarter", "season":
		return Season, true
	case "year":
		return Year, true
	case "decade":
		return Decade, true
	case "century":
		return Century, true
	}
	return 0, false
}

// countedAway reads "two weeks ago", "hace dos semanas", "vor zwei Wochen".
func (sc *scanner) countedAway(i int) (Date, int) {
	at := i
	c, n := sc.lang.Deictic(sc.rest(i))
	before := n > 0 && c.Count && !c.After && c.Offset < 0
	if before {
		at += n
	} else if n > 0 {
		return Date{}, i
	}
	q, k := sc.core(at)
	if k == at {
		v, n := sc.lang.Cardinal(sc.rest(at))
		if sc.lang.Article(sc.rest(at)) == 0 && (n != 1 || v != language.Int(1)) {
			return Date{}, i
		}
		q, k = exactly(language.Int(1), language.Rational{}), at+1 // "a week ago", "hace un año"
	}
	u, end := sc.unitAt(k)
	if end == k || u.Dimension != language.Duration {
		return Date{}, i
	}
	p, ok := unitPrecision(u.ID)
	if !ok {
		return Date{}, i
	}
	if !before {
		if c, n = sc.lang.Deictic(sc.rest(end)); n == 0 || !c.Count || !c.After {
			return Date{}, i
		}
		end += n
	}
	v, whole := q.Low.Int64()
	if !whole || c.Anchors || v > 3000 || q.IsRange() {
		return Date{}, i
	}
	d := shifted(sc.a.Date, c.Offset*int(v), p)
	if p >= Week {
		d.Hedge = About
	}
	return d, end
}

// partOf reads "early 2017", "mid-March", "the late 1990s".
func (sc *scanner) partOf(i int) (Date, int) {
	part, n := sc.lang.Part(sc.rest(i))
	if n == 0 {
		return Date{}, i
	}
	if p, k := sc.lang.Part(sc.rest(i + 1)); p == part && k == n-1 {
		return Date{}, i // "in early": the date begins with the next word
	}
	from, to := 0, 12
	switch part {
	case language.Early:
		to = 4
	case language.Mid:
		from, to = 4, 8
	case language.Late:
		from = 8
	case language.FirstHalf:
		to = 6
	case language.SecondHalf:
		from = 6
	}
	at := sc.joint(sc.overHyphen(i + n))
	if k := sc.lang.Article(sc.rest(at)); k > 0 {
		at += k
	}
	if at >= len(sc.toks) {
		return Date{}, i
	}
	var d Date
	end := at
	for _, read := range [...]func(int) (Date, int){sc.monthFirst, sc.decade, sc.century, sc.yearAlone, sc.relative} {
		if d, end = read(at); end > at {
			break
		}
	}
	if end == at || d.Precision == Day || d.Range {
		return Date{}, i
	}
	d.resolve(sc.a.Date)
	return d.part(from, to), end
}

// season reads "spring 2012", "the summer of 2012".
func (sc *scanner) season(i int) (Date, int) {
	s, ok := sc.lang.Season(sc.low[i])
	if !ok {
		return Date{}, i
	}
	y, end := sc.yearBehind(i + 1)
	if y == 0 {
		return Date{}, i
	}
	return seasonOf(y, s), end
}

// seasonOf is a season of a northern year.
func seasonOf(y int, s language.Season) Date {
	d := Date{Year: y, Precision: Season}
	if y == 0 {
		return d
	}
	first := time.Month(3 * int(s)) // spring starts in March
	d.First = day(y, first, 1)
	d.Last = d.First.AddDate(0, 3, -1)
	return d
}
