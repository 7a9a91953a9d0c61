package article

import (
	"strconv"
	"strings"
	"time"
)

// date reads a line that says when a text was published: words of the data file's
// [dateline] section, weekdays, a date, a time, a time zone. It returns the
// number of words read, how many of them are such labels rather than a date's own,
// and the day, which is zero where only a time is given. Words are those of [plainWords].
func (f *furniture) date(words []plainWord) (n, labels int, day time.Time) {
	timed := false
	for n < len(words) {
		w := words[n].text
		if day.IsZero() {
			if size, d := f.day(words[n:]); size > 0 {
				n, day = n+size, d
				continue
			}
		}
		if f.words.weekday(w) {
			n++
			continue
		}
		if f.dateline[w] || w == "(" || w == ")" || w == ":" || w == "|" {
			if len(w) > 3 {
				labels++
			}
			n++
			continue
		}
		if hour(w, labels > 0) {
			timed = true
			n++
			continue
		}
		if size, _ := f.day(words[n:]); size > 0 {
			n += size // "updated" after "published"
			continue
		}
		break
	}
	if day.IsZero() && !(timed && labels > 0) {
		return 0, 0, day
	}
	return n, labels, day
}

// hour tells whether w is the time of a day, "10:04", "5:55p", "14h30", or
// perhaps a part of one: "10" of "10 a.m.", "1052" after a label.
func hour(w string, labelled bool) bool {
	t := strings.TrimRight(w, "apmuhrs")
	if strings.IndexByte(w, 'h') > 0 {
		t = strings.Replace(w, "h", ":", 1)
		t = strings.TrimRight(t, ":")
	}
	return digits(t) && (len(t) <= 2 || len(t) == 4 && labelled || strings.Contains(t, ":"))
}

// day reads a day with its year at the head of words: "2020-07-11", "4/9/2007",
// "July 7, 2012", "7 July 2012", "3 de mayo de 2021", "12.03.2024".
func (f *furniture) day(words []plainWord) (int, time.Time) {
	at := func(i int) string {
		if i < len(words) {
			return words[i].text
		}
		return ""
	}
	if d, ok := numericDay(at(0), f.words.monthFirst()); ok {
		return 1, d
	}
	if m, ok := f.words.month(at(0)); ok {
		i := 1
		d := number(strings.TrimRight(at(i), "stndrh"))
		if y := number(at(i + 1)); d > 0 && year(y) {
			return i + 2, newDay(y, m, d)
		}
		return 0, time.Time{}
	}
	d := number(strings.TrimRight(at(0), "stndrhº."))
	i := 1
	if at(i) == "de" || at(i) == "of" {
		i++
	}
	m, ok := f.words.month(at(i))
	if !ok || d == 0 {
		return 0, time.Time{}
	}
	i++
	if at(i) == "de" || at(i) == "del" {
		i++
	}
	if y := number(at(i)); year(y) {
		return i + 1, newDay(y, m, d)
	}
	return 0, time.Time{}
}

// numericDay reads a date in digits: year first, or two numbers and a year.
func numericDay(w string, monthFirst bool) (time.Time, bool) {
	w, _, _ = strings.Cut(w, "t") // 2020-07-11T10:00
	sep := strings.IndexAny(w, "-/.")
	if sep < 0 {
		return time.Time{}, false
	}
	p := strings.Split(w, w[sep:sep+1])
	if len(p) != 3 {
		return time.Time{}, false
	}
	a, b, c := number(p[0]), number(p[1]), number(p[2])
	var d time.Time
	switch {
	case year(a):
		d = newDay(a, b, c)
	case !year(c):
	case b > 12 || monthFirst && a <= 12 && w[sep] == '/':
		d = newDay(c, a, b)
	default:
		d = newDay(c, b, a)
	}
	return d, !d.IsZero()
}

func year(y int) bool { return y >= 1500 && y < 2200 }

// newDay is a day, or the zero time where there is no such day.
func newDay(y, m, d int) time.Time {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if m < 1 || d < 1 || t.Day() != d || int(t.Month()) != m {
		return time.Time{}
	}
	return t
}

// number is the value of up to four digits, or 0.
func number(s string) int {
	if len(s) == 0 || len(s) > 4 || !digits(s) {
		return 0
	}
	n, _ := strconv.Atoi(s)
	return n
}

// digits tells whether s is digits, with colons or periods between them.
func digits(s string) bool {
	for i := range len(s) {
		if !digit(s[i]) && (i == 0 || s[i] != ':' && s[i] != '.') {
			return false
		}
	}
	return s != ""
}
