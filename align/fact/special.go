package fact

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// Numbers that do not count: outcomes, places in an order, names and ages. They
// share their digits with counts, and taking one for the other makes two
// passages contradict each other that agree. What surrounds the digits decides,
// and where that leaves doubt the number is a label, which contradicts nothing.

// score reads the outcome of a game or vote: "53-47", "2:1", "3 to 1". Two
// numbers with a hyphen between them are an outcome where the first is larger,
// and where a word of games stands near; otherwise they are a range.
func (sc *scanner) score(i int) (Number, int) {
	a, b, end := sc.twoSides(i)
	if end == i || a > 999 || b > 999 {
		return Number{}, i
	}
	// The parts of a longer chain ("555-12-34", "12-0-1") are no score, but for
	// a record of wins, losses and draws.
	if sc.isHyphen(end) && sc.glued(end) && sc.glued(end+1) && sc.toks[end+1].Kind == article.Number {
		if _, w, ok := sc.digits(end + 1); !ok || w > 2 {
			return Number{}, i
		}
		end += 2
		if sc.isHyphen(end) && sc.glued(end) {
			return Number{}, i
		}
	}
	if i > 0 && sc.glued(i) && (sc.isHyphen(i-1) || sc.word(i-1) == "/" || sc.word(i-1) == ".") {
		return Number{}, i
	}
	if a < b && !sc.nearScore(i, end) {
		return Number{}, i
	}
	if _, n := sc.lang.Percent(sc.rest(end)); n > 0 {
		return Number{}, i
	}
	if _, e := sc.unitAt(sc.overHyphen(end)); e > sc.overHyphen(end) {
		return Number{}, i
	}
	return Number{Low: language.Int(int64(a)), High: language.Int(int64(b)), Unit: Tally}, end
}

// twoSides reads two whole numbers with a hyphen or dash between them, or with a
// colon where no time of day can be meant.
func (sc *scanner) twoSides(i int) (a, b, end int) {
	if x, y, ok := strings.Cut(sc.toks[i].Text, ":"); ok {
		a, ok1 := smallInt(x)
		b, ok2 := smallInt(y)
		if ok1 && ok2 && len(y) <= 2 {
			return a, b, i + 1
		}
		return 0, 0, i
	}
	a, w, ok := sc.digits(i)
	if !ok || w > 3 {
		return 0, 0, i
	}
	j := i + 1
	if !sc.isHyphen(j) || sc.glued(j) != sc.glued(j+1) {
		return 0, 0, i
	}
	b, w, ok = sc.digits(j + 1)
	if !ok || w > 3 || sc.isWord(j+2) && sc.glued(j+2) {
		return 0, 0, i
	}
	return a, b, j + 2
}

// nearScore tells whether a word of games or votes stands near the tokens [i, end).
func (sc *scanner) nearScore(i, end int) bool {
	for j := max(0, i-4); j < min(len(sc.toks), end+3); j++ {
		if (j < i || j >= end) && sc.isWord(j) && sc.lang.Score(sc.low[j]) {
			return true
		}
	}
	return false
}

// rank reads an ordinal: "fifth", "21st". A fraction is none ("a third of"), and
// "first" only where it qualifies a noun: not in "at first", "she first met".
func (sc *scanner) rank(i int) (Number, int) {
	v, end := sc.ordinal(i)
	if end == i {
		return Number{}, i
	}
	if f, n := sc.lang.Fraction(sc.rest(i)); n >= end-i && !f.IsInt() && sc.isShare(i, i+n) {
		return Number{}, i
	}
	if c, n := sc.lang.Cardinal(sc.rest(i)); n > end-i || n > 0 && end > i+n && c.Cmp(language.Int(20)) < 0 && v.Cmp(c.Mul(language.Int(100))) < 0 {
		return Number{}, i // "the two first": two values
	}
	if v == language.Int(1) && sc.isWord(i) && !sc.qualifies(i, end) {
		return Number{}, i
	}
	if sc.capital(i) && sc.capital(end) && !sc.titled {
		return Number{}, i // part of a name: Second World War, Ninth Ward
	}
	if i == 0 && sc.isWord(i) && sc.word(end) == "," || sc.notValue(i, end-i) {
		return Number{}, i // "Second, ..." counts arguments
	}
	return exactly(v, language.Rational{}), end
}

// qualifies tells whether "first" [i, end) stands before a noun or behind the
// article of one.
func (sc *scanner) qualifies(i, end int) bool {
	const holder = language.Determiner | language.PossessiveWord
	const clause = language.PersonalWord | language.Auxiliary | language.Copula | language.Preposition | language.Conjunction
	if i > 0 && sc.isWord(i-1) {
		c := sc.words.Of(sc.low[i-1])
		if c&holder != 0 || strings.HasSuffix(sc.low[i-1], "'s") {
			return true
		}
		if c&clause != 0 {
			return false
		}
	}
	return sc.contentAt(end) && !(len(sc.low[end]) > 4 && strings.HasSuffix(sc.low[end], "ed")) || sc.titled && sc.isWord(end)
}

// decadeOfLife reads "in his 30s" and "in her thirties".
func (sc *scanner) decadeOfLife(i int, m language.Start) (Number, int) {
	if i == 0 || m&language.StartDecade == 0 || sc.words.Of(sc.low[i-1])&language.PossessiveWord == 0 {
		return Number{}, i
	}
	d, end := sc.decade(i)
	if end == i || d.Year < 1900 || d.Year > 1999 {
		return Number{}, i
	}
	n := int64(d.Year - 1900)
	return Number{Low: language.Int(n), High: language.Int(n + 9), Unit: "year"}, end
}

// isLabel tells whether the number [i, end) names a thing: "Interstate 75",
// "No. 4", "Covid-19", "Boeing 737", "1.2.3".
func (sc *scanner) isLabel(i, end int) bool {
	if end != i+1 || sc.toks[i].Kind != article.Number {
		return false
	}
	if strings.Count(sc.toks[i].Text, ".") >= 2 {
		n, ok := sc.lang.ParseNumber(sc.toks[i].Text)
		return !ok || !n.Grouped // 1.2.3, not 1.000.000
	}
	if sc.isWord(end) && sc.glued(end) && !sc.closes(end) {
		return true // 5G, 42nd Street's "42b"
	}
	if i == 0 {
		return false
	}
	if sc.glued(i) {
		switch {
		case sc.isHyphen(i-1) && sc.glued(i-1) && i > 1 && sc.toks[i-2].Kind != article.Punct:
			return sc.isWord(i-2) && !sc.numberWord(i-2) // F-35, Covid-19
		case sc.word(i-1) == "#":
			return true
		}
	}
	j := i - 1
	if sc.word(j) == "." && sc.glued(j) && j > 0 {
		j--
	}
	if !sc.isWord(j) || strings.ContainsAny(sc.toks[i].Text, ",") {
		return false
	}
	if sc.lang.Label(sc.low[j]) && (sc.capital(j) && !sc.titled || !sc.contentAt(end)) {
		return true
	}
	return sc.capital(j) && j > 0 && !sc.titled && !sc.lang.StopWord(sc.low[j]) && !sc.counts(end)
}

// lettered reads a number behind one or two capitals in one word: "A4", "G20",
// "B12". It names a thing.
func (sc *scanner) lettered(i int) (Number, string, bool) {
	t := sc.toks[i].Text
	n := 0
	for n < len(t) && t[n] >= 'A' && t[n] <= 'Z' {
		n++
	}
	if n == 0 || n > 2 || n == len(t) || len(t) > n+3 {
		return Number{}, "", false
	}
	v, ok := smallInt(t[n:])
	return exactly(language.Int(int64(v)), language.Rational{}), sc.low[i][:n], ok
}

// closes tells whether the word glued to a number at i is its unit or magnitude.
func (sc *scanner) closes(i int) bool {
	if _, n := sc.lang.Unit(sc.rest(i)); n > 0 {
		return true
	}
	if _, n := sc.lang.Magnitude(sc.rest(i)); n > 0 {
		return true
	}
	_, n := sc.lang.Currency(sc.rest(i))
	return n > 0
}

// numberWord tells whether token i is a number word.
func (sc *scanner) numberWord(i int) bool {
	_, n := sc.lang.Cardinal(sc.low[i : i+1])
	return n > 0
}

// counts tells whether what stands at token i is something that a number before
// it counts or measures.
func (sc *scanner) counts(i int) bool {
	if sc.contentAt(i) {
		return true
	}
	j := sc.overHyphen(i)
	if _, n := sc.lang.Percent(sc.rest(j)); n > 0 {
		return true
	}
	if _, n := sc.lang.Currency(sc.rest(j)); n > 0 {
		return true
	}
	_, e := sc.unitAt(j)
	return e > j
}

// age tells whether a number that starts at first and ends at end is an age, and
// takes what closes it: "38-year-old", "47 years old", "aged 47", ", 65,", "(17)".
func (sc *scanner) age(q *Number, first, end int, aspect Aspect) (int, Aspect) {
	if aspect == Duration {
		j := sc.overHyphen(end)
		if a, n := sc.lang.Age(sc.rest(j)); a == language.AgeAfter {
			return j + n, Age
		}
		a, at := behind(sc, sc.lang.Age, first, 3)
		_, from := behindN(sc, sc.lang.AgePreposition, first, 2)
		if q.Unit == "year" && (at < first && a == language.AgeBefore || from && q.Low.Cmp(language.Int(120)) <= 0) {
			return end, Age
		}
		return end, aspect
	}
	if aspect != Count || !q.Low.IsInt() || q.Low.Cmp(language.Int(130)) > 0 {
		return end, aspect
	}
	if a, at := behind(sc, sc.lang.Age, first, 3); at < first && a == language.AgeBefore {
		q.Unit = "year"
		return end, Age
	}
	if first < 2 || q.IsRange() || sc.toks[first].Kind != article.Number || end != first+1 {
		return end, aspect
	}
	switch before, after := sc.word(first-1), sc.word(end); {
	case before == "," && (after == "," || after == "." || after == "") && sc.capital(first-2) && !sc.dated(first-2):
	case before == "(" && after == ")" && sc.capital(first-2) && q.Low.Cmp(language.Int(5)) >= 0:
	default:
		return end, aspect
	}
	q.Unit = "year"
	return end, Age
}

// dated tells whether token i is a month or weekday.
func (sc *scanner) dated(i int) bool {
	if _, ok := sc.lang.Month(sc.low[i]); ok {
		return true
	}
	_, ok := sc.lang.Weekday(sc.low[i])
	return ok
}
