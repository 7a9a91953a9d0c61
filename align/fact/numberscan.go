package fact

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// Reading numbers.
//
// A quantity has a core, and around it what gives the core its meaning:
//
//	[hedge] [currency] core [range core] [magnitude] [%, currency or unit]
//
// A core is digits ("118,000", "2½"), number words ("two hundred", "a dozen",
// "half a million") or digits with a magnitude ("1.5 million"). Around it stand
// the signs of an age, a score, a rank or a label. What may be no number at all
// is left alone: "one" as a pronoun, "second" as a unit, "half" of a compound.

// number reads the number that starts at token i, adds its fact and returns the
// token behind it, i where there is none.
func (sc *scanner) number(i int) int {
	if q, end := sc.score(i); end > i {
		sc.add(KindNumber, i, end, q, Slot{Entity: -1, Aspect: Score})
		return end
	}
	if q, end := sc.rank(i); end > i {
		sc.add(KindNumber, i, end, q, Slot{Entity: -1, Aspect: Rank})
		return end
	}
	at := i
	currency, n := sc.lang.Currency(sc.rest(i))
	if n > 0 && sc.currencyBefore(i, n) {
		at = i + n
	} else {
		currency = ""
	}
	q, end := sc.quantity(at)
	if end == at {
		return i
	}
	aspect := Money
	if currency != "" {
		q.Unit = currency
	} else if sc.isLabel(i, end) {
		aspect = Label
	} else {
		q, end, aspect = sc.measured(q, end)
		q, end = sc.measuredRange(q, i, end, aspect)
		end, aspect = sc.age(&q, i, end, aspect)
	}
	if aspect != Label {
		sc.hedge(&q, i, &end)
	}
	sc.add(KindNumber, i, end, q, Slot{Entity: -1, Aspect: aspect})
	return end
}

// measuredRange reads the second end of a range of which the first has its own
// unit: "from 3,000 yen to 90,000 yen", "20% to 30%".
func (sc *scanner) measuredRange(q Number, i, end int, aspect Aspect) (Number, int) {
	if aspect == Count || q.IsRange() || q.Hedge == Vague {
		return q, end
	}
	j := sc.secondEnd(i, end)
	if j == end || !sc.isHyphen(end) && !sc.rangeOpen(i) && aspect != Share && aspect != Measure && aspect != Duration {
		return q, end
	}
	to, e := sc.quantity(j)
	if e == j || to.IsRange() {
		return q, end
	}
	to, e, a := sc.measured(to, e)
	if a != aspect || to.Unit != q.Unit || to.Low.Cmp(q.Low) <= 0 {
		return q, end
	}
	q.High, q.Step = to.High, to.Step
	return q, e
}

// currencyBefore tells whether a currency at token i, n tokens long, stands
// before an amount: a sign always does, a code ("EUR 5") where digits follow.
func (sc *scanner) currencyBefore(i, n int) bool {
	j := i + n
	if j >= len(sc.toks) {
		return false
	}
	if sc.toks[j].Kind == article.Number || sc.word(j) == "." {
		if sc.isWord(i) && n > 1 && (!sc.glued(i+1) && len(sc.low[i]) < 2 || !sc.capital(i)) {
			return false // "a $12 billion loan" is no Australian money
		}
		last := sc.toks[j-1]
		return last.Kind == article.Punct || last.Text == strings.ToUpper(last.Text)
	}
	return false
}

// core reads digits or number words with their magnitude.
func (sc *scanner) core(i int) (Number, int) {
	if i >= len(sc.toks) {
		return Number{}, i
	}
	if sc.toks[i].Kind == article.Number || sc.word(i) == "." {
		return sc.inDigits(i)
	}
	if !sc.isWord(i) {
		return Number{}, i
	}
	return sc.inWords(i)
}

// inDigits reads a core that starts with digits.
func (sc *scanner) inDigits(i int) (Number, int) {
	text, end := sc.toks[i].Text, i+1
	if text == "." { // .5
		if _, _, ok := sc.digits(i + 1); !ok || !sc.glued(i+1) || sc.glued(i) {
			return Number{}, i
		}
		text, end = "."+sc.toks[i+1].Text, i+2
	} else if strings.IndexByte(text, ':') >= 0 {
		return Number{}, i
	} else if joined, e := sc.spaced(i); e > end {
		text, end = joined, e
	}
	n, ok := sc.lang.ParseNumber(text)
	if !ok {
		return Number{}, i
	}
	if n.Decimals == 3 && !n.Grouped && n.Value.IsInt() && !n.Value.IsZero() {
		n = language.Numeral{Value: n.Value.Mul(language.Int(1000)), Grouped: true} // nobody writes 272.000 for 272
	}
	q := exactly(n.Value, step(n))
	if v, e := sc.fractionTail(end); e > end && n.Decimals == 0 {
		q, end = exactly(n.Value.Add(v), language.Rational{}), e
	}
	if m, k := sc.magnitude(end); k > end {
		q, end = q.times(m), k
	} else if n.Decimals == 0 && q.Low.IsInt() {
		q.Step = roundStep(q.Low)
	}
	return q, end
}

// spaced joins digits in groups of three with spaces between them: "118 000".
func (sc *scanner) spaced(i int) (string, int) {
	if v, w, ok := sc.digits(i); !ok || w > 3 || v == 0 {
		return "", i
	}
	text, j := sc.toks[i].Text, i+1
	for ; j < len(sc.toks); j++ {
		head, _, _ := strings.Cut(sc.toks[j].Text, ",")
		if sc.toks[j].Kind != article.Number || !sc.toks[j].Space || len(head) != 3 {
			break
		}
		text += " " + sc.toks[j].Text
		if len(head) < len(sc.toks[j].Text) {
			j++
			break
		}
	}
	if _, ok := sc.lang.ParseNumber(text); !ok || sc.lang.Tag == "en" && j == i+2 && sc.rangeOpen(i) {
		return "", i
	}
	return text, j
}

// step is the place of the last digit of a number in digits.
func step(n language.Numeral) language.Rational {
	s := language.Int(1)
	for range n.Decimals {
		s = s.Div(language.Int(10))
	}
	return s
}

// fractionTail reads what a whole number may carry: "2 1/2", "2½", "two and a half".
func (sc *scanner) fractionTail(i int) (language.Rational, int) {
	if i < len(sc.toks) && sc.toks[i].Kind == article.Number {
		if v, end := sc.slashed(i); end > i && sc.toks[i].Space && v.Cmp(language.Int(1)) < 0 {
			return v, end
		}
		if n, ok := sc.lang.ParseNumber(sc.toks[i].Text); ok && n.Value.Cmp(language.Int(1)) < 0 && sc.toks[i].Text[0] > 0x7f {
			return n.Value, i + 1
		}
	}
	j := sc.overHyphen(i)
	if n := sc.lang.And(sc.rest(j)); n > 0 {
		j = sc.overHyphen(j + n)
		if v, k := sc.lang.Fraction(sc.rest(j)); k > 0 && v.Cmp(language.Int(1)) < 0 {
			return v, j + k
		}
	}
	return language.Rational{}, i
}

// slashed reads "1/3".
func (sc *scanner) slashed(i int) (language.Rational, int) {
	a, w, ok := sc.digits(i)
	if !ok || w > 2 || sc.word(i+1) != "/" || !sc.glued(i+1) || !sc.glued(i+2) {
		return language.Rational{}, i
	}
	b, w, ok := sc.digits(i + 2)
	if !ok || w > 2 || a >= b || a == 0 || b > 12 && b%10 != 0 || sc.word(i+3) == "/" {
		return language.Rational{}, i
	}
	return language.Frac(int64(a), int64(b)), i + 3
}

// magnitude reads "million" behind a number, directly or behind a hyphen.
// Letters that are words of their own ("m", "t", "b") stand directly behind it.
func (sc *scanner) magnitude(i int) (language.Rational, int) {
	j := sc.overHyphen(i)
	m, n := sc.lang.Magnitude(sc.rest(j))
	if n == 0 {
		return m, i
	}
	if len(sc.low[j]) <= 2 && !sc.glued(j) && n == 1 && sc.low[j] != "bn" && sc.low[j] != "mn" {
		return m, i
	}
	return m, j + n
}

// inWords reads a core that starts with a number word.
func (sc *scanner) inWords(i int) (Number, int) {
	rest := sc.rest(i)
	if v, n := sc.lang.Vague(rest); n > 0 && v.Cmp(language.Int(1)) > 0 {
		return Number{Low: v, High: v.Mul(language.Int(10)), Hedge: Vague, Step: v}, i + n
	}
	v, n := sc.lang.Cardinal(rest)
	f, k := sc.lang.Fraction(rest)
	if k > n {
		return sc.fraction(f, i, i+k)
	}
	m, l := sc.lang.Multiplicative(rest)
	if l > n && m.Cmp(language.Int(6)) >= 0 && m != language.Int(20) && !sc.isNumber(i+l) {
		return exactly(m, language.Int(1)), i + l
	}
	if l > n && m.Cmp(language.Int(1)) > 0 && m.Cmp(language.Int(6)) < 0 {
		return Number{Low: m, High: m, Unit: Times}, i + l
	}
	if n == 0 || n == 1 && v == language.Int(1) && !sc.oneCounts(i) {
		return Number{}, i
	}
	end := i + n
	q := exactly(v, language.Int(1))
	if v.Cmp(language.Int(99)) > 0 {
		q.Step = roundStep(v)
	}
	if m, l := sc.lang.Multiplicative(sc.rest(end)); l > 0 && m.Cmp(language.Int(12)) >= 0 {
		return q.times(m), end + l // two dozen
	}
	if w, e := sc.fractionTail(end); e > end {
		q, end = exactly(v.Add(w), language.Rational{}), e
	}
	if m, e := sc.magnitude(end); e > end {
		q, end = q.times(m), e
	}
	return q, end
}

// isNumber tells whether token i is a number in digits.
func (sc *scanner) isNumber(i int) bool {
	return i >= 0 && i < len(sc.toks) && sc.toks[i].Kind == article.Number
}

// fraction reads what follows a fraction in words: "half a million".
func (sc *scanner) fraction(f language.Rational, i, end int) (Number, int) {
	q := exactly(f, wordFraction())
	j := end
	if n := sc.lang.Article(sc.rest(j)); n > 0 {
		j += n
	}
	if m, e := sc.magnitude(j); e > j {
		return exactly(f.Mul(m), m.Mul(language.Frac(1, 10))), e
	}
	if m, n := sc.lang.Multiplicative(sc.rest(j)); n > 0 && m.Cmp(language.Int(12)) >= 0 {
		return exactly(f.Mul(m), language.Int(1)), j + n
	}
	if !sc.isShare(i, end) {
		return Number{}, i
	}
	return q, end
}

// wordFraction is the step of a fraction in words: "a third" is said of 30 to 37
// percent.
func wordFraction() language.Rational { return language.Frac(2, 25) }

// isShare tells whether a fraction in words is a share or measure and not part
// of a compound ("half-brother", "a third man", "the second half", "headquarters").
func (sc *scanner) isShare(i, end int) bool {
	if end == i+1 && sc.words.Of(sc.low[i])&language.StopClass != 0 {
		return sc.isUnit(end)
	}
	if i > 0 && sc.isHyphen(i-1) && sc.glued(i) || sc.isHyphen(end) && sc.glued(end) {
		_, e := sc.unitAt(sc.overHyphen(end))
		return e > sc.overHyphen(end) && !(i > 0 && sc.isHyphen(i-1))
	}
	if i > 0 {
		if _, n := sc.lang.Ordinal(sc.low[i-1 : i]); n > 0 {
			return false
		}
	}
	if _, n := sc.lang.Ordinal(sc.low[i:end]); n > 0 && end == i+1 {
		return sc.lang.DateJoint(sc.rest(end)) > 0 // the third hour, a third of it
	}
	if end == i+1 && !sc.lang.HalfIsNoun(sc.low[i]) {
		return sc.isUnit(end) // "por medio de" is no half
	}
	if sc.word(end-1) == "of" || sc.lang.DateJoint(sc.rest(end)) > 0 || sc.lang.Article(sc.rest(end)) > 0 {
		return true
	}
	if _, e := sc.unitAt(end); e > end {
		return true
	}
	// "two thirds", "by a third": not where a noun follows that it would rank
	if v, n := sc.lang.Fraction(sc.low[i:end]); n == 1 && v == language.Frac(1, 2) && sc.lang.HalfIsNoun(sc.low[i]) {
		return !sc.contentAt(end) // "almost half, of whom half had"
	}
	return end > i+2 && !sc.isHyphen(i+1) || end > i+1 && (!sc.isWord(end) || sc.lang.StopWord(sc.low[end]) || sc.isHyphen(i+1) || sc.cardinalAt(i))
}

// cardinalAt tells whether token i is a number word above one.
func (sc *scanner) cardinalAt(i int) bool {
	v, n := sc.lang.Cardinal(sc.low[i : i+1])
	return n > 0 && v.Cmp(language.Int(1)) > 0
}

// oneCounts tells whether "one" at token i is the number: it counts a unit or a
// noun that follows, and no word before makes it a pronoun.
func (sc *scanner) oneCounts(i int) bool {
	if i > 0 {
		if sc.isWord(i-1) && sc.lang.PronounOne(sc.low[i-1]) {
			return false
		}
		if sc.isHyphen(i-1) && sc.glued(i) {
			return false
		}
	}
	j := sc.overHyphen(i + 1)
	if _, n := sc.lang.Percent(sc.rest(j)); n > 0 {
		return true
	}
	if sc.lang.Tag != "en" {
		return false // it is the article
	}
	if _, e := sc.unitAt(j); e > j {
		return true
	}
	if _, n := sc.lang.Currency(sc.rest(j)); n > 0 {
		return true
	}
	if _, n := sc.lang.Magnitude(sc.rest(j)); n > 0 {
		return true
	}
	return j == i+1 && sc.contentAt(j)
}

// quantity reads a core, or a range of two.
func (sc *scanner) quantity(i int) (Number, int) {
	if v, end := sc.slashed(i); end > i {
		return exactly(v, language.Rational{}), end
	}
	q, end := sc.core(i)
	if end == i || q.Hedge == Vague {
		return q, end
	}
	j := sc.secondEnd(i, end)
	to, e := sc.core(j)
	if j == end || e == j || to.Hedge == Vague {
		return q, end
	}
	q = shareMagnitude(q, to)
	if to.Low.Cmp(q.Low) <= 0 {
		return q, end
	}
	return Number{Low: q.Low, High: to.High, Step: to.Step}, e
}

// secondEnd is where the second end of a range may start whose first end is
// [i, end); end where none can. "And" makes a range only behind "between".
func (sc *scanner) secondEnd(i, end int) int {
	var j int
	if sc.isHyphen(end) {
		j = end + 1
		// "40-to 50-employee"
		if k, n := sc.lang.Range(sc.rest(j)); k == language.RangeTo {
			j += n
		}
	} else if k, n := sc.lang.Range(sc.rest(end)); k == language.RangeTo || k == language.RangeAnd && sc.rangeOpen(i) {
		j = end + n
	} else {
		return end
	}
	if c, n := sc.lang.Currency(sc.rest(j)); n > 0 && c != "" && sc.currencyBefore(j, n) {
		j += n
	}
	return j
}

// shareMagnitude gives the first end of a range the magnitude of the second
// where it has none: "1.5 to 2 million".
func shareMagnitude(from, to Number) Number {
	if from.Low.Cmp(language.Int(1000)) >= 0 {
		return from
	}
	for _, m := range [...]int64{1e12, 1e9, 1e6, 1e3} {
		f := language.Int(m)
		if to.Low.Cmp(f) >= 0 && to.Step.Cmp(language.Int(10)) >= 0 {
			if q := from.times(f); q.Low.Cmp(to.Low) < 0 {
				return q
			}
		}
	}
	return from
}

// rangeOpen tells whether "between" stands before token i, perhaps with a
// currency in the middle.
func (sc *scanner) rangeOpen(i int) bool {
	for k := i; k > max(0, i-3); k-- {
		if r, first := behind(sc, sc.lang.Range, k, 3); first < k && r == language.RangeOpens {
			return true
		}
		if sc.toks[k-1].Kind != article.Punct {
			return false
		}
	}
	return false
}

// unitAt reads the unit at token i. Signs that are words of their own ("in",
// "a") are none.
func (sc *scanner) unitAt(i int) (*language.Unit, int) {
	if i >= len(sc.toks) {
		return nil, i
	}
	u, n := sc.lang.Unit(sc.rest(i))
	if n == 0 || n == 1 && len(sc.low[i]) <= 2 && sc.lang.StopWord(sc.low[i]) && sc.word(i+1) != ")" || sc.toks[i].Kind == article.Punct && sc.word(i) != "°" && !sc.isNumber(i+1) {
		return nil, i
	}
	return u, i + n
}

// isUnit tells whether a unit stands at token i.
func (sc *scanner) isUnit(i int) bool {
	_, end := sc.unitAt(i)
	return end > i
}

// measured reads what stands behind a core that ends at end: percent, currency, unit.
func (sc *scanner) measured(q Number, end int) (Number, int, Aspect) {
	if q.Unit == Times {
		return q, end, Multiple
	}
	j := sc.overHyphen(end)
	if p, n := sc.lang.Percent(sc.rest(j)); n > 0 {
		switch p {
		case language.PerCent:
			q.Unit = Percent
			return q, j + n, Share
		case language.PerMille:
			q = q.times(language.Frac(1, 10))
			q.Unit = Percent
			return q, j + n, Share
		case language.BasisPoints:
			q = q.times(language.Frac(1, 100))
		}
		q.Unit = PercentagePoint
		return q, j + n, Points
	}
	u, e := sc.unitAt(j)
	c, n := sc.lang.Currency(sc.rest(j))
	// "pounds" are money and mass: the mass, which compares with money too.
	if n > 0 && (j+n > e || j+n == e && sc.toks[j].Kind == article.Punct) {
		q.Unit = c
		return q, j + n, Money
	}
	if e > j {
		q.Unit = u.ID
		if u.Dimension == language.Duration {
			return q, e, Duration
		}
		return q, e, Measure
	}
	if f := q.Low; f.Sign() > 0 && f.Cmp(language.Int(1)) < 0 && !f.IsInt() && (q.Step.IsZero() || q.Step == wordFraction()) {
		return q, end, Share
	}
	if sc.lang.Points(sc.word(j)) {
		q.Unit = Point
		return q, j + 1, Points
	}
	if n := sc.lang.Times(sc.rest(j)); n > 0 {
		q.Unit = Times
		return q, j + n, Multiple
	}
	return q, end, Count
}

// hedge reads how exact the number that starts at token i is meant, from the
// words before it and behind it.
func (sc *scanner) hedge(q *Number, i int, end *int) {
	if q.Hedge != Exact {
		return
	}
	if h, first := behind(sc, sc.lang.Hedge, i, 4); first < i {
		q.Hedge = hedgeOf(h)
		return
	}
	if h, n := sc.lang.Hedge(sc.rest(*end)); n > 1 {
		q.Hedge = hedgeOf(h)
	}
}

// hedgeOf is the hedge of a word of the language.
func hedgeOf(h language.Hedge) Hedge {
	switch h {
	case language.About, language.Almost:
		return About
	case language.MoreThan:
		return MoreThan
	case language.AtLeast:
		return AtLeast
	case language.LessThan:
		return LessThan
	case language.AtMost:
		return AtMost
	}
	return Exact
}
