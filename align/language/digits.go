package language

import (
	"math"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// separators are the decimal and group signs of a language and its regions.
type separators struct {
	once           sync.Once
	decimal, group []rune
	regions        map[string][2][]rune
	mixed          map[string]bool // regions whose texts pass for the language's own
}

// Separators are the signs that write numbers in a region ("MX" of "es-MX"; ""
// for the language's own habit): those before decimals, those between groups
// of digits. Spaces stand for all kinds of space.
func (l *Language) Separators(region string) (decimal, group []rune) {
	s := &l.separatorsOf
	s.once.Do(func() {
		s.decimal, s.group = []rune{'.'}, []rune{',', ' '}
		s.regions = map[string][2][]rune{}
		// Value: the decimal sign, then the group signs; form: regions, "001" for the language.
		for ln := range lines(l.data["separators"]) {
			d, g, _ := strings.Cut(ln.value, " ")
			group := []rune(strings.ReplaceAll(strings.ReplaceAll(g, "space", " "), "  ", " "))
			for form := range ln.each() {
				if form == "001" {
					s.decimal, s.group = []rune(d), group
				} else {
					s.regions[strings.ToUpper(form)] = [2][]rune{[]rune(d), group}
				}
			}
		}
		s.mixed = map[string]bool{}
		for ln := range lines(l.data["regions"]) {
			for form := range ln.each() {
				s.mixed[strings.ToUpper(form)] = true
			}
		}
	})
	if r, ok := s.regions[region]; ok && region != "" {
		return r[0], r[1]
	}
	return s.decimal, s.group
}

// Mixed tells whether texts of the language mix the habits of its regions, as those
// of Spanish do.
func (l *Language) Mixed() bool {
	l.Separators("")
	return len(l.separatorsOf.mixed) > 0
}

// Numeral is a number written in digits.
type Numeral struct {
	Value    Rational
	Decimals int  // digits after the decimal sign
	Grouped  bool // signs between groups of digits
	// Ambiguous tells that another habit, of a region of this language or of
	// its neighbours, reads the same digits as Other: "1.234" in Spanish is
	// 1234, in Mexico 1.234. OtherDecimals are the decimals of that reading.
	Ambiguous     bool
	Other         Rational
	OtherDecimals int
}

// ParseNumber reads a number in digits: "118,000", "3.2", "1 500", "1'000",
// "12,34,567", ".5", "−3", "٣", "½", "2½". Every space that text uses may stand
// between groups. It takes the separators of the language; where the digits
// admit only the other habit's reading ("1.234.567" or "3.25" in English and
// German alike) it takes that one.
func (l *Language) ParseNumber(s string) (Numeral, bool) {
	neg := false
	if r, n := utf8.DecodeRuneInString(s); n < len(s) && (r == '-' || r == '−' || r == '+' || r == '–') {
		neg, s = r != '+', s[n:]
	}
	vulgar := Rational{}
	if r, n := utf8.DecodeLastRuneInString(s); r > 0x7f {
		if f, ok := vulgarFraction(r); ok {
			vulgar, s = f, strings.TrimRight(s[:len(s)-n], " \u00a0\u2009\u202f")
			if s == "" {
				return Numeral{Value: sign(vulgar, neg)}, true
			}
		}
	}
	var sh shape
	if !sh.scan(s) {
		return Numeral{}, false
	}
	n, ok := l.read(&sh)
	if !ok || !vulgar.IsZero() && n.Decimals > 0 {
		return Numeral{}, false
	}
	n.Value, n.Other = sign(n.Value.Add(vulgar), neg), sign(n.Other, neg)
	return n, true
}

func sign(r Rational, neg bool) Rational {
	if neg {
		return r.Neg()
	}
	return r
}

// maxSigns bounds the separators of one number; more is no number.
const maxSigns = 8

// shape is a number cut at its separators.
type shape struct {
	runs  [maxSigns + 1]int64 // value of each run of digits
	width [maxSigns + 1]int   // digits of it
	signs [maxSigns]rune      // separator after each run
	n     int                 // separators
}

// scan cuts s and tells whether it is made of digits and single separators.
func (sh *shape) scan(s string) bool {
	for _, r := range s {
		d, ok := digit(r)
		switch {
		case ok:
			v := sh.runs[sh.n]
			if v > (math.MaxInt64-9)/10 {
				return false
			}
			sh.runs[sh.n] = v*10 + int64(d)
			sh.width[sh.n]++
		case sh.n == maxSigns || sh.width[sh.n] == 0 && sh.n > 0:
			return false
		default:
			sep := foldSign(r)
			if sep == 0 || sh.width[sh.n] == 0 && sep != '.' && sep != ',' {
				return false
			}
			sh.signs[sh.n] = sep
			sh.n++
		}
	}
	return sh.width[sh.n] > 0
}

// foldSign makes all spaces ' ' and all apostrophes '\”; 0 is no separator.
func foldSign(r rune) rune {
	switch r {
	case '.', ',', ' ', '\'':
		return r
	case '\u00a0', '\u2009', '\u202f', '\u2007', '\u2002', '\u2005', '\u2006':
		return ' '
	case '’', '‘', 'ʼ':
		return '\''
	case '·':
		return '.'
	case '٫':
		return ','
	case '٬':
		return '\''
	}
	return 0
}

// digit is the value of a decimal digit of the scripts that news uses.
func digit(r rune) (int, bool) {
	for _, zero := range [...]rune{'0', '٠', '۰', '०', '০', '０'} {
		if r >= zero && r <= zero+9 {
			return int(r - zero), true
		}
	}
	return 0, false
}

// read gives a shape its value.
func (l *Language) read(sh *shape) (Numeral, bool) {
	if sh.n == 0 {
		return Numeral{Value: Int(sh.runs[0])}, true
	}
	last := sh.signs[sh.n-1]
	mixed := false
	for _, s := range sh.signs[:sh.n] {
		mixed = mixed || s != sh.signs[0]
	}
	grouped, okGrouped := sh.integer(sh.n)
	decimal, okDecimal := sh.fraction()
	switch {
	case mixed:
		// Two kinds of sign: the last one is before the decimals.
		if !okDecimal || last == ' ' || last == '\'' {
			return Numeral{}, false
		}
		return decimal, true
	case sh.n > 1 || last == ' ' || last == '\'':
		if !okGrouped {
			return Numeral{}, false
		}
		return Numeral{Value: grouped, Grouped: true}, true
	case !okGrouped:
		return decimal, okDecimal
	}
	// One dot or comma before three digits.
	ds, gs := l.Separators("")
	isDecimal := slices.Contains(ds, last) || !slices.Contains(gs, last) && slices.Contains(ds, '.') && last == '.'
	ambiguous := l.otherwise(last, isDecimal)
	g := Numeral{Value: grouped, Grouped: true}
	if isDecimal {
		decimal.Ambiguous, decimal.Other = ambiguous, grouped
		return decimal, true
	}
	g.Ambiguous, g.Other, g.OtherDecimals = ambiguous, decimal.Value, decimal.Decimals
	return g, true
}

// otherwise tells whether some region of the language uses a sign in the other
// way than the language does.
func (l *Language) otherwise(sign rune, isDecimal bool) bool {
	for region, r := range l.separatorsOf.regions {
		if !l.separatorsOf.mixed[region] {
			continue
		}
		if i := slices.Contains(r[0], sign); i != isDecimal && (i || slices.Contains(r[1], sign)) {
			return true
		}
	}
	return false
}

// integer joins the first n+1 runs as groups: all but the first have three
// digits, or two where the last has three, as in India.
func (sh *shape) integer(n int) (Rational, bool) {
	if n == 0 {
		return Int(sh.runs[0]), true
	}
	if sh.width[0] == 0 || sh.width[0] > 3 || sh.width[n] != 3 || sh.runs[0] == 0 {
		return Rational{}, false
	}
	w := sh.width[1]
	if w != 3 && (w != 2 || sh.width[0] > 2) {
		return Rational{}, false
	}
	v := sh.runs[0]
	for i := 1; i <= n; i++ {
		if i < n && sh.width[i] != w || i < n && sh.signs[i] != sh.signs[0] {
			return Rational{}, false
		}
		p := int64(math.Pow10(sh.width[i]))
		if v > (math.MaxInt64-sh.runs[i])/p {
			return Rational{}, false
		}
		v = v*p + sh.runs[i]
	}
	return Int(v), true
}

// fraction reads the last run as decimals.
func (sh *shape) fraction() (Numeral, bool) {
	w := sh.width[sh.n]
	whole, ok := sh.integer(sh.n - 1)
	if !ok || w > 15 {
		return Numeral{}, false
	}
	if sh.n > 1 && sh.signs[sh.n-1] == sh.signs[0] {
		return Numeral{}, false
	}
	v := whole.Add(Frac(sh.runs[sh.n], int64(math.Pow10(w))))
	return Numeral{Value: v, Decimals: w, Grouped: sh.n > 1}, true
}

// vulgarFraction is the value of a fraction that is one character.
func vulgarFraction(r rune) (Rational, bool) {
	switch r {
	case '½':
		return Frac(1, 2), true
	case '¼':
		return Frac(1, 4), true
	case '¾':
		return Frac(3, 4), true
	case '⅓':
		return Frac(1, 3), true
	case '⅔':
		return Frac(2, 3), true
	case '⅕', '⅖', '⅗', '⅘':
		return Frac(int64(r-'⅕'+1), 5), true
	case '⅙':
		return Frac(1, 6), true
	case '⅚':
		return Frac(5, 6), true
	case '⅐':
		return Frac(1, 7), true
	case '⅑':
		return Frac(1, 9), true
	case '⅒':
		return Frac(1, 10), true
	case '⅛', '⅜', '⅝', '⅞':
		return Frac(int64(r-'⅛')*2+1, 8), true
	}
	return Rational{}, false
}

// Roman is the value of a Roman numeral in capitals, or in small letters all
// through ("XXI", "iv"). Whether a text means it so, the reader must know: "I",
// "C" and "mix" are numerals too.
func Roman(s string) (int, bool) {
	if s == "" || len(s) > 15 {
		return 0, false
	}
	lower := s[0] >= 'a'
	total := 0
	for i := range len(s) {
		if (s[i] >= 'a') != lower {
			return 0, false
		}
		v, next := romanDigit(s[i]), 0
		if i+1 < len(s) {
			next = romanDigit(s[i+1])
		}
		if v == 0 {
			return 0, false
		}
		if v < next {
			v = -v
		}
		total += v
	}
	var buf [16]byte
	if total <= 0 || total > 3999 || !strings.EqualFold(string(appendRoman(buf[:0], total)), s) {
		return 0, false
	}
	return total, true
}

func romanDigit(c byte) int {
	switch c | 0x20 {
	case 'i':
		return 1
	case 'v':
		return 5
	case 'x':
		return 10
	case 'l':
		return 50
	case 'c':
		return 100
	case 'd':
		return 500
	case 'm':
		return 1000
	}
	return 0
}

// appendRoman writes n, 1 to 3999, in capitals: a numeral that is not what its
// value is written as ("IIX", "IC") is none.
func appendRoman(b []byte, n int) []byte {
	values := [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	names := [...]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	for i, v := range values {
		for n >= v {
			b = append(b, names[i]...)
			n -= v
		}
	}
	return b
}
