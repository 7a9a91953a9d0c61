package language

import (
	"strings"
	"testing"
	"time"
)

func TestNumbersInAllLanguages(t *testing.T) {
	for _, tt := range []struct {
		lang, text string
		value      int64
		n          int
	}{
		{"de", "einundzwanzig", 21, 1},
		{"de", "zweihundertvierunddreißig menschen", 234, 1},
		{"de", "hunderttausend", 100000, 1},
		{"de", "neunzehnhundert", 1900, 1},
		{"de", "zwei millionen", 2000000, 2},
		{"de", "eine billion euro", 1000000000000, 2},
		{"de", "siebenschläfer", 0, 0},
		{"de", "achtung", 0, 0},
		{"de", "dreist", 0, 0},
		{"es", "veintiún mil", 21000, 2},
		{"es", "treinta y cuatro", 34, 3},
		{"es", "mil millones de euros", 1000000000, 2},
		{"es", "un billón", 1000000000000, 2},
		{"es", "mil", 1000, 1},
		{"fr", "vingt et un jours", 21, 3},
		{"fr", "quatre-vingt-dix-sept", 97, 7},
		{"fr", "deux cents", 200, 2},
		{"fr", "deux mille dix-neuf", 2019, 5},
		{"it", "centottanta", 180, 1},
		{"it", "duecentotrentaquattromila", 234000, 1},
		{"it", "mille", 1000, 1},
		{"it", "due milioni e mezzo", 2000000, 2},
		{"pt", "dois milhões", 2000000, 2},
		{"pt", "cento e vinte e três mil", 123000, 6},
		{"pt", "um bilhão", 1000000000, 2},
		{"pt", "um bilião", 1000000000000, 2},
		{"nl", "twee", 0, 0},
	} {
		if v, n := For(tt.lang).Cardinal(split(tt.text)); v != Int(tt.value) || n != tt.n {
			t.Errorf("%s %q = %v in %d words, want %d in %d", tt.lang, tt.text, v, n, tt.value, tt.n)
		}
	}
	for _, tt := range []struct {
		lang string
		text []string
		want int64
		n    int
	}{
		{"de", []string{"3", ".", "oktober"}, 3, 2},
		{"fr", []string{"1er"}, 1, 1},
		{"es", []string{"1", ".", "ª"}, 1, 3},
		{"es", []string{"20.º"}, 20, 1},
		{"pt", []string{"1", "º"}, 1, 2},
		{"it", []string{"ventunesimo"}, 21, 1},
		{"de", []string{"einundzwanzigsten"}, 21, 1},
		{"es", []string{"vigésimo", "primera"}, 21, 2},
		{"fr", []string{"vingt", "-", "et", "-", "unième"}, 21, 5},
	} {
		if v, n := For(tt.lang).Ordinal(tt.text); v != Int(tt.want) || n != tt.n {
			t.Errorf("%s %q = %v in %d words, want %d in %d", tt.lang, tt.text, v, n, tt.want, tt.n)
		}
	}
}

func TestSeparatorsOfRegions(t *testing.T) {
	for _, tt := range []struct{ lang, text, want, other string }{
		{"es", "1.234", "1234", "1.234"},
		{"es", "1.234,5", "1234.5", ""},
		{"es", "3,5", "3.5", ""},
		{"de", "1.234", "1234", ""},
		{"de", "1,234", "1.234", ""},
		{"fr", "1 234,5", "1234.5", ""},
		{"it", "1.234.567", "1234567", ""},
		{"pt", "3,25", "3.25", ""},
		{"ja", "1,234", "1234", ""},
	} {
		n, ok := For(tt.lang).ParseNumber(tt.text)
		other := ""
		if n.Ambiguous {
			other = n.Other.String()
		}
		if !ok || n.Value.String() != tt.want || other != tt.other {
			t.Errorf("%s %q = %v or %q, want %s or %q", tt.lang, tt.text, n.Value, other, tt.want, tt.other)
		}
	}
	if d, g := For("es").Separators("MX"); string(d) != "." || string(g) != "," {
		t.Errorf("es-MX writes %q and %q", string(d), string(g))
	}
}

func TestLookUps(t *testing.T) {
	for _, tag := range Tags() {
		l := For(tag + "-XX")
		if l.Tag != tag {
			t.Errorf("For(%s-XX) is %s", tag, l.Tag)
		}
		for _, m := range []struct{ words, want string }{
			{map[string]string{"en": "germany", "es": "alemania", "fr": "l'allemagne", "de": "deutschland", "it": "germania", "pt": "alemanha"}[tag], "DE"},
		} {
			if iso, _ := l.Territory(strings.Fields(m.words)); iso != m.want {
				t.Errorf("%s: %s is %q", tag, m.words, iso)
			}
		}
		if u, n := l.Unit([]string{"km", "²"}); n != 2 || u.ID != "square-kilometer" {
			t.Errorf("%s: km² is %v", tag, u)
		}
		if c, _ := l.Currency([]string{"us", "$"}); c != "USD" {
			t.Errorf("%s: US$ is %q", tag, c)
		}
	}
	en := For("en")
	if d, ok := en.Weekday("tues."); !ok || d != time.Tuesday {
		t.Error("Tues. is no Tuesday")
	}
	if o, n := en.Office(split("attorney general of Alabama")); o.ID != "attorney-general" || n != 2 {
		t.Errorf("attorney general is %v in %d words", o, n)
	}
	if p, n := en.DayPeriod([]string{"p.m", "."}); p != PM || n != 2 {
		t.Errorf("p.m. is %v in %d words", p, n)
	}
	mile, km := UnitByID("mile"), UnitByID("kilometer")
	if v := mile.Convert(Int(5), km); v.String() != "8.04672" {
		t.Errorf("5 miles are %v km", v)
	}
	if v := UnitByID("fahrenheit").Convert(Int(212), UnitByID("celsius")); v != Int(100) {
		t.Errorf("212 °F are %v °C", v)
	}
	for in, want := range map[string]int{"XXI": 21, "iv": 4, "MCMXCIX": 1999} {
		if v, ok := Roman(in); !ok || v != want {
			t.Errorf("%s is %d", in, v)
		}
	}
	for _, in := range []string{"IIX", "IC", "Iv", "", "ABC"} {
		if v, ok := Roman(in); ok {
			t.Errorf("%s is %d", in, v)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	en := For("en")
	words := split("two hundred and thirty-four square miles")
	en.Stem("running")
	if n := testing.AllocsPerRun(50, func() {
		en.Cardinal(words)
		en.Ordinal(words)
		en.Unit(words[6:])
		en.Currency(words)
		en.Hedge(words)
		en.Office(words)
		en.Stem("running")
		_, _ = en.ParseNumber("1,234.5")
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestCheck(t *testing.T) {
	for text, want := range map[string]string{
		"[months]\njanuary = x\n": `f:2:1: in [months]: value "x", expected a whole number`,
		"january = 1\n":           `f:1:1: "january = 1" before any section, expected [section]`,
		"[nonsense]\n":            `f:1:1: unknown section [nonsense], expected one of those in data/README.md`,
		"[months]\nJan = 1\n":     `f:2:1: form "Jan" in capitals, expected lower case`,
		"[months]\nmay = 5\n":     "",
	} {
		got := ""
		if err := Check("f", text); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestRational(t *testing.T) {
	third := Frac(2, -6)
	if third.String() != "-1/3" || third.Add(Frac(1, 3)) != (Rational{}) || third.Cmp(Int(-1)) != 1 || third.Mul(Int(-3)) != Int(1) {
		t.Errorf("-1/3 is %v", third)
	}
	big := Int(1 << 62)
	if big.Mul(big).Cmp(big) <= 0 || big.Mul(big).Div(big).Sign() != 1 || big.Add(big).Sign() != 1 {
		t.Error("overflow wraps around")
	}
	if Frac(1, 1<<62).Mul(Frac(1, 1<<62)).Sign() < 0 {
		t.Error("underflow turns negative")
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"118,000", "1.234,5", "1 500", "−2½", "12,34,567", "٣", ".5", "1'000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, tag := range []string{"en", "es", "fr"} {
			if n, ok := For(tag).ParseNumber(s); ok && (n.Value.Den() < 1 || n.Decimals < 0) {
				t.Fatalf("%q is %+v", s, n)
			}
		}
	})
}

func FuzzCardinal(f *testing.F) {
	for _, s := range []string{"two hundred and one", "einundzwanzig", "mil millones", "quatre - vingt", "cento ottanta", "ventesimo"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		words := strings.Fields(s)
		for _, tag := range Tags() {
			l := For(tag)
			for _, look := range []func([]string) (Rational, int){l.Cardinal, l.Ordinal, l.Fraction, l.Magnitude} {
				if v, n := look(words); n < 0 || n > len(words) || v.Sign() < 0 {
					t.Fatalf("%s: %q is %v in %d words", tag, words, v, n)
				}
			}
		}
	})
}

func FuzzCheck(f *testing.F) {
	f.Add("[months]\nmay = 5\n")
	f.Add("[units]\nm², a\\, b = mile\n")
	f.Fuzz(func(_ *testing.T, text string) {
		_ = Check("f", text)
		l := &Language{Tag: "en", data: sections(text)}
		l.Hedge([]string{"about"})
		l.Unit([]string{"m"})
		l.Cardinal([]string{"two"})
		l.Separators("")
	})
}

func BenchmarkLoad(b *testing.B) {
	words := split("about two hundred and thirty-four miles")
	for b.Loop() {
		l := open("en")
		l.Hedge(words)
		l.Cardinal(words)
		l.Unit(words)
		l.Currency(words)
		l.Office(words)
		l.Title(words)
		l.GivenName("mary")
		l.Territory(words)
		l.Abbreviation("mr.")
		l.StopWord("the")
	}
}

func BenchmarkCardinal(b *testing.B) {
	for _, tag := range []string{"en", "de"} {
		words := split("two hundred and thirty-four miles")
		if tag == "de" {
			words = split("zweihundertvierunddreißig meilen")
		}
		l := For(tag)
		b.Run(tag+"/number", func(b *testing.B) {
			for b.Loop() {
				l.Cardinal(words)
			}
		})
		b.Run(tag+"/word", func(b *testing.B) {
			w := words[len(words)-1:]
			for b.Loop() {
				l.Cardinal(w)
			}
		})
	}
}

func BenchmarkUnit(b *testing.B) {
	l, words := For("en"), split("square miles of land")
	for b.Loop() {
		l.Unit(words)
	}
}
