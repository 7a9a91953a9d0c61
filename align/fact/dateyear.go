package fact

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/language"
)

// Years by themselves and what is longer than a year: decades and centuries.

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
