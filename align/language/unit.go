package language

import (
	"fmt"
	"strings"
	"sync"
)

// Dimension is what a unit measures.
type Dimension string

// The dimensions, with the unit that Factor counts in.
const (
	Length      Dimension = "length"      // metre
	Area        Dimension = "area"        // square metre
	Volume      Dimension = "volume"      // cubic metre
	Mass        Dimension = "mass"        // kilogram
	Speed       Dimension = "speed"       // metre per second
	Temperature Dimension = "temperature" // kelvin
	Duration    Dimension = "duration"    // second; a year has 365.2425 days, a month a twelfth of it
	Data        Dimension = "data"        // byte
	Power       Dimension = "power"       // watt
	Energy      Dimension = "energy"      // joule
	Pressure    Dimension = "pressure"    // pascal
	Frequency   Dimension = "frequency"   // hertz
	Angle       Dimension = "angle"       // degree
)

// Unit is a unit of measure. There is one value a unit, so that pointers
// compare.
type Unit struct {
	ID        string // "mile"
	Dimension Dimension
	Factor    Rational // of the dimension's base unit
	Offset    Rational // added after Factor: of temperatures, the base unit at zero
	System    string   // "metric", "imperial", or "" for both
}

// Base is a quantity of u in the dimension's base unit.
func (u *Unit) Base(v Rational) Rational { return v.Mul(u.Factor).Add(u.Offset) }

// Convert is a quantity of u in the unit to, which must measure the same.
func (u *Unit) Convert(v Rational, to *Unit) Rational {
	return u.Base(v).Sub(to.Offset).Div(to.Factor)
}

// measures are the units by id, from the section of data/und.txt, whose lines
// read “mile = length 1609.344 imperial”.
var measures = sync.OnceValue(func() map[string]*Unit {
	text, err := files.ReadFile("data/und.txt")
	if err != nil {
		return nil
	}
	m := map[string]*Unit{}
	for ln := range lines(sections(string(text))["measures"]) {
		u, err := parseMeasure(ln.value)
		if err != nil {
			continue
		}
		for id := range ln.each() {
			v := u
			v.ID = id
			m[id] = &v
		}
	}
	return m
})

// UnitByID is the unit of that id, nil where there is none.
func UnitByID(id string) *Unit { return measures()[id] }

// parseMeasure reads “dimension factor [system] [+offset]”.
func parseMeasure(s string) (Unit, error) {
	fs := strings.Fields(s)
	if len(fs) < 2 {
		return Unit{}, fmt.Errorf("measure %q, expected a dimension and a factor", s)
	}
	u := Unit{Dimension: Dimension(fs[0])}
	var err error
	if u.Factor, err = ParseRational(fs[1]); err != nil {
		return u, err
	}
	for _, f := range fs[2:] {
		switch {
		case f == "metric" || f == "imperial":
			u.System = f
		case f[0] == '+':
			if u.Offset, err = ParseRational(f[1:]); err != nil {
				return u, err
			}
		default:
			return u, fmt.Errorf("%q of a measure, expected metric, imperial or +offset", f)
		}
	}
	return u, nil
}

// parseUnit reads the id of a unit.
func parseUnit(s string) (*Unit, error) {
	if u := UnitByID(s); u != nil {
		return u, nil
	}
	return nil, fmt.Errorf("unit %q, expected an id of [measures] in data/und.txt", s)
}

// Unit reads the name or sign of a unit: "miles", "km", "square", "feet". Short
// signs are words too ("in", "a", "m"): they stand after a number.
func (l *Language) Unit(words []string) (*Unit, int) {
	return first(l, &l.units, parseUnit, words, "units")
}

// currency is a currency or its hundredth.
type currency struct {
	code  string
	minor bool
}

// Currency reads the sign, code or name of a currency and gives its ISO 4217
// code: "us", "$" and "dollars" give USD. Where the sign or name is that of
// several ("$", "pesos") it is the one that the language's readers mean first.
func (l *Language) Currency(words []string) (string, int) {
	c, n := first(l, &l.currencies, parseCurrency, words, "currencies")
	if c.minor {
		return "", 0
	}
	return c.code, n
}

// MinorCurrency reads the name of the hundredth of a currency and gives that
// currency: "cents" gives USD, "pence" GBP.
func (l *Language) MinorCurrency(words []string) (string, int) {
	c, n := first(l, &l.currencies, parseCurrency, words, "currencies")
	if !c.minor {
		return "", 0
	}
	return c.code, n
}

// parseCurrency reads "USD" or "USD/100".
func parseCurrency(s string) (currency, error) {
	code, minor := strings.CutSuffix(s, "/100")
	if len(code) != 3 || strings.ToUpper(code) != code {
		return currency{}, fmt.Errorf("currency %q, expected a code of three capitals, perhaps with /100", s)
	}
	return currency{code, minor}, nil
}
