package fact

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/language"
)

// Number is a quantity as an exact interval. The zero value is the plain number 0.
//
// A plain number has Low == High. A range ("18 to 24") has its two ends, "dozens"
// the span that people mean by it. A score ("53-47") has its two sides in their
// order, so that Low may exceed High; its slot's aspect is Score.
type Number struct {
	Low, High language.Rational
	// Unit is what one of it is: "" for things counted, "percent",
	// "percentage-point", "point", an ISO 4217 currency or the id of a
	// language.Unit ("mile", "year"); a multiple has "times", an outcome "score".
	Unit  string
	Hedge Hedge
	// Step is the place of the last digit that was stated, and so how far the
	// number may have been rounded: 1000 for 118,000, 100000 for 1.5 million,
	// 1/10 for 3.2, 1 for 118,234. It is 0 where the number is exact by nature.
	Step language.Rational
}

// Units that are no units of measure.
const (
	Percent         = "percent"
	PercentagePoint = "percentage-point"
	Point           = "point"
	Times           = "times"
	Tally           = "score" // the two sides of an outcome
)

func (Number) value() {}

// IsRange tells whether the number is an interval of its own, not only by its hedge.
func (n Number) IsRange() bool { return n.Low != n.High }

// String renders the value for people: "118000", "about 47 percent", "18-24".
func (n Number) String() string {
	var b strings.Builder
	b.WriteString(n.Hedge.prefix())
	b.WriteString(n.Low.String())
	if n.IsRange() || n.Unit == Tally {
		b.WriteByte('-')
		b.WriteString(n.High.String())
	}
	if n.Unit != "" && n.Unit != Tally {
		b.WriteByte(' ')
		b.WriteString(n.Unit)
	}
	return b.String()
}

// prefix is the hedge in words, with a space behind.
func (h Hedge) prefix() string {
	switch h {
	case About, Vague:
		return "about "
	case MoreThan:
		return "more than "
	case AtLeast:
		return "at least "
	case LessThan:
		return "less than "
	case AtMost:
		return "at most "
	}
	return ""
}

// times is the number multiplied: "1.5" times a million.
func (n Number) times(f language.Rational) Number {
	n.Low, n.High, n.Step = n.Low.Mul(f), n.High.Mul(f), n.Step.Mul(f)
	return n
}

// plain is an exact number with the given last place.
func exactly(v, step language.Rational) Number { return Number{Low: v, High: v, Step: step} }

// roundStep is the place of the last digit of a whole number that is not 0.
func roundStep(v language.Rational) language.Rational {
	n, ok := v.Int64()
	if !ok || n == 0 {
		return language.Int(1)
	}
	step := int64(1)
	for n%10 == 0 {
		n /= 10
		step *= 10
	}
	return language.Int(step)
}
