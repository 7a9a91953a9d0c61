package fact

import (
	"strings"
	"time"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// Dates that another date tells: weekdays, "last March", "three days later",
// "early 2017", "the spring of 2017".

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
