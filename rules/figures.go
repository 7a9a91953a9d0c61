package rules

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// Figures across languages
//
// What a number is the value of cannot be compared word by word between two
// languages, but a translation renders all numbers of its source. So the numbers,
// dates and times of a passage are looked for on the other side by value: as a
// fact that agrees, or by the values that it is made of (a day, a year, an hour),
// wherever these stand: in digits, in words, in the name of a thing. Only what no
// reading finds is left over. If each side has one left over, they contradict
// each other; otherwise a number is missing or was added.
//
// Small numbers in words ("one", "both", "a second") come and go in any good
// translation and are asked for only where the other side has a number left over
// too.

// figure is a number, date or time of a passage that the other side lacks.
type figure struct {
	side        int
	kind        fact.Kind
	sentence    int
	first, last int // tokens
	fact        *fact.Fact
	values      []language.Rational
	digits      bool // written in digits
	small       bool // a number word that may go without saying
	span        article.Span
	claimed     bool
}

// leftFigures are the figures of a passage that the other side lacks.
func (p *Pass) leftFigures(x *passage) (left [2][]figure) {
	sheets := p.sheets()
	var all [2][]figure
	for side, s := range sheets {
		own, _ := x.side(side)
		_, near := x.side(1 - side)
		var other *shown
		all[side] = figuresOf(s, side, own)
		for _, f := range all[side] {
			if other == nil {
				other = showing(sheets[1-side], near)
			}
			if !other.shows(&f, all[side]) {
				left[side] = append(left[side], f)
			}
		}
	}
	for side := range left {
		if len(left[side]) > 0 && len(left[1-side]) == 0 {
			left[1-side] = surplus(all[1-side], all[side], left[side])
			break
		}
	}
	return left
}

// surplus are figures of which one side has more than the other of the same value,
// where the other has small numbers left over that may stand for one of them: "two …
// two" and "two … four". One is enough for each that is left over.
func surplus(own, other, left []figure) []figure {
	count := func(fs []figure, f *figure) int {
		n := 0
		for i := range fs {
			if slices.Equal(fs[i].values, f.values) {
				n++
			}
		}
		return n
	}
	var out []figure
	for i := range left {
		if !left[i].small {
			continue
		}
		for j := range own {
			if f := &own[j]; f.small && sameAspect(&left[i], f) && count(own, f) > max(1, count(other, f)) && count(out, f) == 0 {
				out = append(out, *f)
				break
			}
		}
	}
	return out
}

// figuresOf reads what sentences demand of their translation.
func figuresOf(s *fact.Sheet, side int, sentences []int) []figure {
	var out []figure
	for _, i := range sentences {
		sent := &s.Article.Sentences[i]
		upTo := 0 // tokens that a fact has taken
		for _, n := range s.Of(i) {
			f := &s.Facts[n]
			switch f.Kind {
			case fact.KindNumber, fact.KindDate, fact.KindTime:
			default:
				continue
			}
			if f.First < upTo || f.Last > len(sent.Tokens) {
				continue
			}
			upTo = f.Last
			if g, ok := demand(s, f, sent); ok {
				g.side, g.sentence = side, i
				out = append(out, g)
			}
		}
	}
	return out
}

// demand makes a figure of a fact; it is none where the fact states no value
// that a translation must have.
func demand(s *fact.Sheet, f *fact.Fact, sent *article.Sentence) (figure, bool) {
	g := figure{kind: f.Kind, first: f.First, last: f.Last, fact: f, span: f.Span, values: factValues(f)}
	for i := f.First; i < f.Last; i++ {
		g.digits = g.digits || hasDigit(sent.Tokens[i].Text)
	}
	switch v := f.Value.(type) {
	case fact.Number:
		if v.Hedge == fact.Vague || v.Unit == fact.Times && !g.digits {
			return g, false
		}
		n, whole := v.Low.Int64()
		g.small = !g.digits && (!whole || n <= 12 || f.Slot.Aspect == fact.Rank || v.IsRange())
		if f.Slot.Aspect == fact.Label && (!g.digits || language.For(s.Article.Lang).Formula(sent.Tokens[f.First].Lower)) {
			return g, false
		}
	case fact.Date:
		if !g.digits {
			if v.HasShift && max(v.Shift, -v.Shift) > 1 { // "three years ago"
				g.values, g.small = []language.Rational{language.Int(int64(max(v.Shift, -v.Shift)))}, true
				break
			}
			return g, false
		}
	case fact.Time:
		if !g.digits {
			return g, false
		}
	}
	return g, len(g.values) > 0
}

// factValues are the numbers that a fact is made of.
func factValues(f *fact.Fact) []language.Rational {
	var out []language.Rational
	add := func(n int) {
		if n != 0 {
			out = append(out, language.Int(int64(n)))
		}
	}
	switch v := f.Value.(type) {
	case fact.Number:
		out = append(out, v.Low)
		if v.IsRange() {
			out = append(out, v.High)
		}
	case fact.Date:
		if !v.Relative || v.DayOfMonth == 0 {
			add(v.Year)
		}
		add(v.DayOfMonth)
		add(v.ToDay)
		if v.Range && !v.Last.IsZero() && v.Last.Year() != v.Year {
			add(v.Last.Year())
		}
	case fact.Time:
		out = append(out, language.Int(int64(v.From/60)))
		add(v.From % 60)
		if v.To != v.From {
			out = append(out, language.Int(int64(v.To/60%24)))
			add(v.To % 60)
		}
	}
	return out
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return false
}

// shown is all that sentences show of numbers.
type shown struct {
	sheet  *fact.Sheet
	facts  []*fact.Fact
	values []language.Rational
	digits []string  // runs of digits and numbers without their separators
	vague  bool      // a number that bounds nothing: dozens, several
	ahead  [6]string // the words from the token on that is being read
}

// showing reads what sentences show.
func showing(s *fact.Sheet, sentences []int) *shown {
	o := &shown{sheet: s}
	l := language.For(s.Article.Lang)
	for _, i := range sentences {
		for _, n := range s.Of(i) {
			f := &s.Facts[n]
			switch f.Kind {
			case fact.KindNumber, fact.KindDate, fact.KindTime:
				o.facts = append(o.facts, f)
				o.addFact(f)
			}
		}
		ts := s.Article.Sentences[i].Tokens
		for j := range ts {
			o.addToken(l, ts, j)
		}
	}
	return o
}

// number adds a whole number.
func (o *shown) number(n int) { o.values = append(o.values, language.Int(int64(n))) }

func (o *shown) addFact(f *fact.Fact) {
	o.values = append(o.values, factValues(f)...)
	switch v := f.Value.(type) {
	case fact.Date:
		if v.Month != 0 {
			o.number(int(v.Month))
		}
		if v.Precision == fact.Century {
			o.number((v.Year-1)/100 + 1)
		}
	case fact.Time:
		h := v.From / 60
		o.number((h + 12) % 24)
	case fact.Number:
		o.vague = o.vague || v.Hedge == fact.Vague
	}
}

// addToken adds the values that a token begins, as words and as digits.
func (o *shown) addToken(l *language.Language, ts []article.Token, j int) {
	t := &ts[j]
	if hasDigit(t.Text) {
		o.addDigits(l, t.Text)
	}
	if t.Kind != article.Word {
		return
	}
	ws := o.ahead[:0]
	for k := j; k < len(ts) && len(ws) < len(o.ahead); k++ {
		ws = append(ws, ts[k].Lower)
	}
	if n, ok := language.Roman(t.Text); ok {
		o.number(n)
	}
	starts := l.Starts(t.Lower)
	if starts&language.StartDecade != 0 {
		if y, n := l.Decade(ws[:1]); n > 0 {
			o.number(y)
			o.number(y % 100)
		}
	}
	if starts&language.StartMonth != 0 {
		if n, ok := l.Month(t.Lower); ok {
			o.number(n)
		}
	}
	add := func(v language.Rational, n int) {
		if n > 0 {
			o.values = append(o.values, v)
		}
	}
	if starts&language.StartCardinal != 0 {
		add(l.Cardinal(ws))
	}
	if starts&language.StartOrdinal != 0 {
		add(l.Ordinal(ws))
	}
	if starts&language.StartFraction != 0 {
		add(l.Fraction(ws))
	}
	if starts&language.StartMultiple != 0 {
		add(l.Multiplicative(ws))
	}
	if starts&language.StartVague != 0 {
		add(l.Vague(ws))
	}
	add(l.Magnitude(ws))
	add(l.Compound(t.Lower))
}

// addDigits adds a token's number as the language reads it, and its runs of digits.
func (o *shown) addDigits(l *language.Language, text string) {
	if n, ok := l.ParseNumber(text); ok {
		o.values = append(o.values, n.Value)
	}
	o.digits = append(o.digits, onlyDigits(text))
	for _, run := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		run = cmp.Or(strings.TrimLeft(run, "0"), "0")
		o.digits = append(o.digits, run)
		if n, err := strconv.ParseInt(run, 10, 64); err == nil {
			o.values = append(o.values, language.Int(n))
		}
	}
}

// onlyDigits are the digits of a number without separators and leading zeros.
func onlyDigits(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
	return strings.TrimLeft(s, "0")
}

// shows tells whether a figure, one of those of the other side, is among what is
// shown.
func (o *shown) shows(f *figure, own []figure) bool {
	for _, g := range o.facts {
		if c := fact.Compare(f.fact, g); c == fact.Same || c == fact.Compatible && !o.nearMiss(f, g) {
			return true
		}
	}
	if o.adds(f, own) {
		return true
	}
	return !slices.ContainsFunc(f.values, func(v language.Rational) bool { return !o.value(v) })
}

// nearMiss tells whether a fact that agrees with a figure, as two reports of one thing
// may, is another number all the same in a translation, which copies what
// stands in digits: about 81 percent for about 80, 400 to 509 for 400. Other units
// and numbers that one side calls rounded, and rounds, are no misses.
func (o *shown) nearMiss(f *figure, g *fact.Fact) bool {
	a, ok := f.fact.Value.(fact.Number)
	b, ok2 := g.Value.(fact.Number)
	if !ok || !ok2 || !f.digits || a.Unit != b.Unit || a.Low == b.Low && a.High == b.High {
		return false
	}
	ts := o.sheet.Article.Sentences[g.Sentence].Tokens
	digits := slices.ContainsFunc(ts[g.First:min(g.Last, len(ts))], func(t article.Token) bool { return hasDigit(t.Text) })
	return digits && (a.IsRange() || b.IsRange() || !a.Rounds(&b) && !b.Rounds(&a))
}

// value tells whether a value stands there, or its decade or century does.
func (o *shown) value(v language.Rational) bool {
	if slices.Contains(o.values, v) {
		return true
	}
	n, ok := v.Int64()
	return ok && slices.Contains(o.digits, strconv.FormatInt(n, 10))
}

// adds tells whether a figure is the sum of two or three numbers in a row, of one unit. Its own
// side states none of these, or all of them and the sum: of "eight people, one of
// them a son" and "five people, one of them a son" five and one are no sum.
func (o *shown) adds(f *figure, own []figure) bool {
	x, ok := f.fact.Value.(fact.Number)
	if !ok || x.IsRange() {
		return false
	}
	for i := range o.facts {
		sum := language.Int(0)
		for n, b := range o.facts[i:min(i+3, len(o.facts))] {
			y, ok := b.Value.(fact.Number)
			if !ok || y.IsRange() || y.Unit != x.Unit {
				break
			}
			if sum = sum.Add(y.Low); sum == x.Low && n > 0 && evenly(o.facts[i:i+n+1], own) {
				return true
			}
		}
	}
	return false
}

// evenly tells whether the figures of the other side state none of some numbers, or
// all of them, each as often.
func evenly(parts []*fact.Fact, own []figure) bool {
	stated, taken := 0, make([]bool, len(own))
	for _, part := range parts {
		v := factValues(part)
		for i := range own {
			if !taken[i] && slices.Equal(own[i].values, v) {
				taken[i] = true
				stated++
				break
			}
		}
	}
	return stated == 0 || stated == len(parts)
}

// figurePair is figures that nothing on the other side answers: two that stand
// for one another, or one alone, the other being nil.
type figurePair struct {
	passage        *passage
	source, target *figure
}

// figurePairs are those of p.Alignment, found once.
func (p *Pass) figurePairs() []figurePair {
	a := p.across()
	a.figuresOnce.Do(func() {
		for i := range a.passages {
			left := p.leftFigures(&a.passages[i])
			a.figures = pairFigures(a.figures, &a.passages[i], left)
		}
	})
	return a.figures
}

// pairFigures pairs what is left on the two sides of a passage, what is likest
// first; small numbers that have no partner are let go.
func pairFigures(out []figurePair, x *passage, left [2][]figure) []figurePair {
	for _, like := range [...]func(a, b *figure) bool{sameAspect, sameKind} {
		for i := range left[0] {
			for j := range left[1] {
				a, b := &left[0][i], &left[1][j]
				if !a.claimed && !b.claimed && like(a, b) {
					a.claimed, b.claimed = true, true
					out = append(out, figurePair{x, a, b})
				}
			}
		}
	}
	for side := range left {
		for i := range left[side] {
			f := &left[side][i]
			switch {
			case f.claimed || f.small:
			case side == 0:
				out = append(out, figurePair{x, f, nil})
			default:
				out = append(out, figurePair{x, nil, f})
			}
		}
	}
	return out
}

// sameAspect tells whether two figures are values of one aspect and, where they
// are words, of the same sort of thing.
func sameAspect(a, b *figure) bool {
	return sameKind(a, b) && a.fact.Slot.Aspect == b.fact.Slot.Aspect && a.digits == b.digits
}

// sameKind tells whether two figures can stand for one another.
func sameKind(a, b *figure) bool {
	if a.kind != b.kind {
		return false
	}
	if a.small || b.small {
		return a.fact.Slot.Aspect == b.fact.Slot.Aspect && atLeastTwo(a) && atLeastTwo(b)
	}
	return true
}

// atLeastTwo tells numbers from the "one" that is half an article.
func atLeastTwo(f *figure) bool { return f.values[0].Cmp(language.Int(2)) >= 0 }

// aside tells whether a figure of an edited text says nothing that its
// counterpart in the same language must repeat: part of a name (Covid-19), a remark in brackets, a
// length of time in another unit (24 hours, a day).
func (p *Pass) aside(f *figure) bool {
	if foreign(p.Alignment) {
		return false
	}
	ts := p.sheets()[f.side].Article.Sentences[f.sentence].Tokens
	if f.fact.Slot.Aspect == fact.Label && f.first > 0 {
		if _, month := language.For(p.Alignment.Source.Article.Lang).Month(ts[f.first-1].Lower); month && startsUpper(ts[f.first-1].Text) {
			return false // no day of that month: July 45
		}
	}
	if f.fact.Slot.Aspect == fact.Label || f.fact.Slot.Aspect == fact.Duration {
		return true
	}
	return bracketed(ts, f.first)
}

// bracketed tells whether a token stands in brackets.
func bracketed(ts []article.Token, j int) bool {
	for k := j - 1; k >= 0; k-- {
		if isMark(&ts[k], "(", "[") {
			return true
		}
		if isMark(&ts[k], ")", "]") {
			return false
		}
	}
	return false
}

// foreignValues calls f with the values of a text and its translation that stand for one
// another and contradict each other.
func (p *Pass) foreignValues(kind fact.Kind, f func(a, b *fact.Fact, pair *align.Pair)) {
	for _, x := range p.figurePairs() {
		if x.source != nil && x.target != nil && x.source.kind == kind {
			f(x.source.fact, x.target.fact, &align.Pair{Bead: x.passage.bead, Agreement: fact.Different, Slot: certainSlot})
		}
	}
}
