package fact

import (
	"github.com/sourcelint/sourcelint/align/language"
)

// Dates with the name of a month: "May 4, 2007", "4 de mayo", "May 4-6".

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
