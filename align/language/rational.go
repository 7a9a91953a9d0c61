package language

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
)

// Rational is an exact fraction in lowest terms. The zero value is 0, equal
// values are equal under ==, and a Rational may be the key of a map.
//
// Numerator and denominator are 63-bit. A result that does not fit is rounded
// to the nearest fraction that does, and one beyond ±(1<<63-1) saturates: text
// states no such number with a meaning that rounding could change.
type Rational struct {
	num int64
	dec int64 // the denominator less one, so that the zero value is 0/1
}

// Int is n as a Rational.
func Int(n int64) Rational {
	if n == math.MinInt64 {
		n++
	}
	return Rational{num: n}
}

// Frac is num/den in lowest terms. A zero den gives 0.
func Frac(num, den int64) Rational {
	if den == 0 || num == 0 {
		return Rational{}
	}
	if num == math.MinInt64 || den == math.MinInt64 {
		return fromBig(new(big.Rat).SetFrac64(num, den))
	}
	if den < 0 {
		num, den = -num, -den
	}
	g := gcd(uint64(abs(num)), uint64(den))
	return Rational{num / int64(g), den/int64(g) - 1}
}

// Num is the numerator, which carries the sign.
func (r Rational) Num() int64 { return r.num }

// Den is the denominator, at least 1.
func (r Rational) Den() int64 { return r.dec + 1 }

// IsInt tells whether r is a whole number.
func (r Rational) IsInt() bool { return r.dec == 0 }

// IsZero tells whether r is 0.
func (r Rational) IsZero() bool { return r.num == 0 }

// Sign is -1, 0 or +1.
func (r Rational) Sign() int {
	switch {
	case r.num < 0:
		return -1
	case r.num > 0:
		return 1
	}
	return 0
}

// Neg is -r.
func (r Rational) Neg() Rational { return Rational{-r.num, r.dec} }

// Abs is |r|.
func (r Rational) Abs() Rational {
	if r.num < 0 {
		return r.Neg()
	}
	return r
}

// Inv is 1/r; the inverse of 0 is 0.
func (r Rational) Inv() Rational { return Frac(r.Den(), r.num) }

// Mul is r·s.
func (r Rational) Mul(s Rational) Rational {
	// Crosswise reduction keeps the products as small as they can be.
	g1 := int64(gcd(uint64(abs(r.num)), uint64(s.Den())))
	g2 := int64(gcd(uint64(abs(s.num)), uint64(r.Den())))
	n, ok1 := mul64(r.num/g1, s.num/g2)
	d, ok2 := mul64(r.Den()/g2, s.Den()/g1)
	if ok1 && ok2 {
		return Frac(n, d)
	}
	return fromBig(new(big.Rat).Mul(r.big(), s.big()))
}

// Div is r/s; division by 0 gives 0.
func (r Rational) Div(s Rational) Rational { return r.Mul(s.Inv()) }

// Add is r+s.
func (r Rational) Add(s Rational) Rational {
	a, ok1 := mul64(r.num, s.Den())
	b, ok2 := mul64(s.num, r.Den())
	d, ok3 := mul64(r.Den(), s.Den())
	if ok1 && ok2 && ok3 {
		if n := a + b; (n > a) == (b > 0) {
			return Frac(n, d)
		}
	}
	return fromBig(new(big.Rat).Add(r.big(), s.big()))
}

// Sub is r-s.
func (r Rational) Sub(s Rational) Rational { return r.Add(s.Neg()) }

// Cmp is -1 where r < s, 0 where they are equal, +1 where r > s.
func (r Rational) Cmp(s Rational) int {
	if r == s {
		return 0
	}
	if a, b := r.Sign(), s.Sign(); a != b {
		if a < b {
			return -1
		}
		return 1
	}
	ah, al := bits.Mul64(uint64(abs(r.num)), uint64(s.Den()))
	bh, bl := bits.Mul64(uint64(abs(s.num)), uint64(r.Den()))
	less := ah < bh || ah == bh && al < bl
	if less == (r.num >= 0) {
		return -1
	}
	return 1
}

// Float is the nearest float64.
func (r Rational) Float() float64 { return float64(r.num) / float64(r.Den()) }

// Int64 is r where it is a whole number.
func (r Rational) Int64() (int64, bool) { return r.num, r.dec == 0 }

// String writes a whole number plainly, a finite decimal fraction with a point
// ("3.25") and anything else as a fraction ("1/3").
func (r Rational) String() string {
	d := r.Den()
	if d == 1 {
		return strconv.FormatInt(r.num, 10)
	}
	scale := 0
	for p := int64(1); scale <= 18; scale++ {
		if p%d == 0 {
			return r.big().FloatString(scale)
		}
		if p > math.MaxInt64/10 {
			break
		}
		p *= 10
	}
	return strconv.FormatInt(r.num, 10) + "/" + strconv.FormatInt(d, 10)
}

func (r Rational) big() *big.Rat { return big.NewRat(r.num, r.Den()) }

// fromBig is the Rational nearest to x.
func fromBig(x *big.Rat) Rational {
	n, d := x.Num(), x.Denom()
	// Both shifted right by the same number of bits keep their quotient.
	over := max(n.BitLen(), d.BitLen()) - 63
	if over > 0 {
		n, d = new(big.Int).Rsh(n, uint(over)), new(big.Int).Rsh(d, uint(over))
	}
	switch {
	case d.Sign() == 0 && x.Sign() < 0:
		return Rational{num: -math.MaxInt64}
	case d.Sign() == 0:
		return Rational{num: math.MaxInt64}
	case n.Sign() == 0:
		return Rational{}
	}
	return Frac(max(n.Int64(), -math.MaxInt64), d.Int64())
}

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

// gcd is the greatest common divisor; of 0 and b it is b.
func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, 1)
}

// mul64 is a·b and whether it fits.
func mul64(a, b int64) (int64, bool) {
	h, l := bits.Mul64(uint64(abs(a)), uint64(abs(b)))
	if h != 0 || l > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(l), true
	}
	return int64(l), true
}
