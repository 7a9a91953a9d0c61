package fact

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// clock reads the time of day that starts at token i: "3:30 p.m.", "15h30",
// "15 Uhr", "noon", "3-5 p.m.". It returns the token behind it, i where there
// is none.
func (sc *scanner) clock(i int) (Time, int) {
	t, end := sc.clockAt(i)
	if end == i {
		return Time{}, i
	}
	if j := sc.rangeTo(end); j > end && j < len(sc.toks) {
		if to, e := sc.clockAt(j); e > j && to.From != t.From {
			if t.Clock12 && !to.Clock12 && to.From >= 12*60 && t.From+12*60 < to.From {
				t.From += 12 * 60 // 3:00-5:30 p.m.
			}
			t.To, t.Zone, t.Clock12, end = to.From, to.Zone, to.Clock12, e
		}
	}
	if h, first := behind(sc, sc.lang.Hedge, i, 3); first < i {
		t.Hedge = hedgeOf(h)
	}
	return t, end
}

// clockAt reads a single time.
func (sc *scanner) clockAt(i int) (Time, int) {
	if sc.isWord(i) {
		p, n := sc.lang.DayPeriod(sc.rest(i))
		if n == 1 && len(sc.low[i]) < 4 {
			return Time{}, i
		}
		switch {
		case n > 0 && p == language.Noon && (i == 0 || !sc.isWord(i-1) || sc.lang.StopWord(sc.low[i-1])):
			return sc.zoned(Time{From: 12 * 60, To: 12 * 60}, i+n)
		case n > 0 && p == language.Midnight:
			return sc.zoned(Time{}, i+n)
		}
		return Time{}, i
	}
	if sc.toks[i].Kind != article.Number {
		return Time{}, i
	}
	h, m, end, sure := sc.hourMinute(i)
	if end == i || h > 24 || m > 59 {
		return Time{}, i
	}
	at := sc.atClock(i)
	if c, n := sc.lang.Clock(sc.rest(end)); c == language.OClock {
		end, sure = end+n, true
	} else if c == language.ClockHour && (at && h < 24 || sure) {
		end, sure = end+n, true
		if v, w, ok := sc.digits(end); ok && w == 2 && m == 0 && v < 60 {
			m, end = v, end+1
		}
	}
	p, n := sc.period(end)
	if n == 0 && h <= 12 && !sure {
		if t, e := sc.periodBehindRange(i, end, h, m); e > i {
			return t, e
		}
	}
	if n == 0 && !sure {
		return Time{}, i
	}
	if n > 0 && (p == language.AM || p == language.PM) && (h == 0 || h > 12) {
		p = language.NoPeriod // 15:30 p.m.
	}
	t := Time{From: (h*60 + m) % (24 * 60)}
	switch p {
	case language.AM, language.Morning:
		if h == 12 {
			t.From -= 12 * 60
		}
	case language.PM, language.Afternoon, language.Evening:
		if h < 12 {
			t.From += 12 * 60
		}
	case language.Night:
		if h >= 6 && h < 12 {
			t.From += 12 * 60
		}
	default:
		t.Clock12 = h >= 1 && h <= 12
	}
	t.To = t.From
	return sc.zoned(t, end+n)
}

// periodBehindRange reads the 3 of "3-5 p.m.", which shares the period.
func (sc *scanner) periodBehindRange(i, end, h, m int) (Time, int) {
	j := sc.rangeTo(end)
	if j == end || j >= len(sc.toks) || sc.toks[j].Kind != article.Number {
		return Time{}, i
	}
	h2, m2, e, _ := sc.hourMinute(j)
	p, n := sc.period(e)
	if e == j || n == 0 || h2 > 12 || p != language.AM && p != language.PM {
		return Time{}, i
	}
	from, to := h%12*60+m, h2%12*60+m2
	if p == language.PM {
		to += 12 * 60
		if from+12*60 < to {
			from += 12 * 60
		}
	}
	return sc.zoned(Time{From: from, To: to}, e+n)
}

// hourMinute reads "3:30", "15h30", "15.30" and "15"; sure tells that the form
// alone shows a time.
func (sc *scanner) hourMinute(i int) (h, m, end int, sure bool) {
	text := sc.toks[i].Text
	if a, b, ok := strings.Cut(text, ":"); ok {
		b, _, _ = strings.Cut(b, ":")
		h, ok1 := smallInt(a)
		m, ok2 := smallInt(b)
		if !ok1 || !ok2 || len(b) != 2 || len(a) > 2 {
			return 0, 0, i, false
		}
		return h, m, i + 1, true
	}
	if a, b, ok := strings.Cut(text, "."); ok {
		h, ok1 := smallInt(a)
		m, ok2 := smallInt(b)
		if !ok1 || !ok2 || len(b) != 2 || len(a) > 2 || h > 24 || m > 59 {
			return 0, 0, i, false
		}
		// Only words show that a dot stands between hours and minutes.
		c, _ := sc.lang.Clock(sc.rest(i + 1))
		if _, n := sc.period(i + 1); n == 0 && c != language.OClock && (c != language.ClockHour || !sc.atClock(i)) {
			return 0, 0, i, false
		}
		return h, m, i + 1, true
	}
	v, w, ok := sc.digits(i)
	if !ok || w > 2 {
		return 0, 0, i, false
	}
	if next := sc.word(i + 1); sc.glued(i+1) && len(next) == 3 && next[0] == 'h' {
		if m, ok := smallInt(next[1:]); ok {
			return v, m, i + 2, true
		}
	}
	if sc.word(i+1) == "h" {
		if m, w, ok := sc.digits(i + 2); ok && w == 2 {
			return v, m, i + 3, true
		}
	}
	return v, 0, i + 1, false
}

// atClock tells whether a word such as "at" stands before token i.
func (sc *scanner) atClock(i int) bool {
	c, first := behind(sc, sc.lang.Clock, i, 3)
	return first < i && c == language.ClockAt
}

// period reads what follows the hour: "p.m.", "p", "de la tarde".
func (sc *scanner) period(i int) (language.DayPeriod, int) {
	p, n := sc.lang.DayPeriod(sc.rest(i))
	if n > 0 && p != language.Noon && p != language.Midnight {
		return p, n
	}
	if sc.glued(i) {
		switch sc.word(i) {
		case "a":
			return language.AM, 1
		case "p":
			return language.PM, 1
		}
	}
	return 0, 0
}

// zoned reads the zone behind a time.
func (sc *scanner) zoned(t Time, end int) (Time, int) {
	if t.To < t.From {
		t.To = t.From
	}
	j := end
	if sc.word(j) == "(" {
		j++
	}
	if sc.isWord(j) {
		if z, ok := sc.lang.Zone(sc.toks[j].Text); ok {
			t.Zone = z.Name
			if j++; sc.word(j) == ")" && sc.word(end) == "(" {
				j++
			}
			return t, j
		}
	}
	return t, end
}
