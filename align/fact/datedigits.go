package fact

import (
	"strings"
	"time"
)

// Dates in digits alone: "4/9/2007", "2007-04-09".

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
