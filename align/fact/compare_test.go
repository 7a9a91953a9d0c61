package fact

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// only is the one number, date or time of a text.
func only(t testing.TB, lang, text string) *Fact {
	t.Helper()
	s := readValues(t, lang, text)
	var found *Fact
	for i := range s.Facts {
		if s.Facts[i].Kind <= KindTime {
			if found != nil {
				t.Fatalf("%s: several values %q, want one", text, values(s))
			}
			found = &s.Facts[i]
		}
	}
	if found == nil {
		t.Fatalf("%s: no value", text)
	}
	return found
}

func TestCompare(t *testing.T) {
	for _, r := range []struct {
		la, a, lb, b string
		want         Agreement
		why          string
	}{
		{"en", "12 people", "en", "twelve people", Same, "words and digits"},
		{"en", "twenty years", "en", "two decades", Same, "units of one dimension"},
		{"en", "a 20-year term", "en", "two decades", Same, "compound"},
		{"en", "roughly 118,000 votes", "en", "118,234 votes", Compatible, "hedge"},
		{"en", "118,000 votes", "en", "118,234 votes", Compatible, "rounding"},
		{"en", "$1.5 million", "en", "$1,480,000", Compatible, "rounding of a magnitude"},
		{"en", "20 dead", "en", "21 dead", Different, "small numbers are not rounded"},
		{"en", "47 percent", "en", "47.3 percent", Compatible, "decimals rounded away"},
		{"en", "47 percent", "en", "48 percent", Different, "shares"},
		{"en", "about 10 meters", "en", "about 12 meters", Different, "one hedge on both sides excuses nothing"},
		{"en", "more than 200 people", "en", "212 people", Compatible, "bound"},
		{"en", "more than 200 people", "en", "190 people", Different, "bound"},
		{"en", "at least 75 people", "en", "47 people", Different, "bound"},
		{"en", "more than 50 cars", "en", "fewer than 50 cars", Different, "opposite hedges"},
		{"en", "dozens of cars", "en", "40 cars", Compatible, "vague"},
		{"en", "dozens of cars", "en", "six cars", Different, "vague"},
		{"en", "5 miles", "en", "8 km", Compatible, "conversion within rounding"},
		{"en", "5 miles", "en", "5 km", Different, "slip of the unit"},
		{"en", "$5 million", "en", "€5 million", Different, "slip of the currency"},
		{"en", "$5 million", "en", "€4.6 million", Unrelated, "two currencies do not compare"},
		{"en", "180 pounds", "en", "180 kilos", Different, "slip of the unit"},
		{"en", "about 15 minutes", "en", "about 15 hours", Different, "slip of the unit"},
		{"en", "6 percent", "en", "6 percentage points", Different, "slip of the unit"},
		{"en", "8 points", "en", "8 percentage points", Compatible, "points of a poll"},
		{"en", "8 points", "en", "47 percent", Unrelated, "aspects"},
		{"en", "It passed 53-47.", "en", "It passed 47-53.", Compatible, "the order of sides"},
		{"en", "It passed 53-47.", "en", "It passed 52-48.", Different, "scores"},
		{"en", "on Interstate 75", "en", "on Interstate 85", Different, "two roads of one name"},
		{"en", "on Interstate 75", "en", "75 people", Compatible, "a label never contradicts a count"},
		{"en", "on Interstate 75", "en", "80 people", Unrelated, "a label never contradicts a count"},
		{"en", "18 to 24 people", "en", "20 people", Compatible, "inside a range"},
		{"en", "18 to 24 people", "en", "30 people", Different, "outside a range"},
		{"en", "3.5 percent", "de", "3,5 Prozent", Same, "separators"},
		{"en", "1.5 billion", "es", "1.500 millones", Same, "scales"},
		{"en", "a trillion", "es", "un billón", Same, "scales"},
		{"en", "a trillion", "de", "eine Billion", Same, "scales"},
		{"en", "a billion", "de", "eine Billion", Different, "scales"},
		{"en", "the 21st century", "es", "el siglo XXI", Same, "centuries"},
		{"en", "the 1990s", "es", "los años noventa", Same, "decades"},
		{"en", "early 2017", "en", "March 2017", Compatible, "part of a year"},
		{"en", "early 2017", "en", "November 2017", Different, "part of a year"},
		{"en", "in 2017", "en", "It began on March 3, 2017.", Compatible, "precision"},
		{"en", "in 2018", "en", "It began on March 3, 2017.", Different, "year"},
		{"en", "March 3", "en", "It ended on 3 March 2016.", Compatible, "a guessed year proves nothing"},
		{"en", "March 3", "en", "March 4", Different, "days"},
		{"en", "on Tuesday", "en", "on Wednesday", Different, "weekdays"},
		{"en", "on Tuesday", "en", "July 7", Compatible, "a Tuesday"},
		{"en", "on Tuesday", "en", "July 8", Different, "a Wednesday"},
		{"en", "on Tuesday", "en", "May 6", Unrelated, "another week"},
		{"en", "yesterday", "en", "It was July 10, 2020.", Same, "relative"},
		{"en", "last week", "en", "It was July 1, 2020.", Compatible, "relative"},
		{"en", "3:30 p.m.", "de", "15.30 Uhr", Same, "clocks"},
		{"en", "3:30 p.m.", "fr", "15h30", Same, "clocks"},
		{"en", "3:30 p.m.", "en", "at 3:30", Compatible, "half of the day open"},
		{"en", "3:30 p.m.", "en", "4:30 p.m.", Different, "clocks"},
		{"en", "7:37 a.m. UTC", "en", "7:37 a.m.", Compatible, "no zone"},
		{"en", "7:37 a.m. UTC", "en", "9:37 a.m.", Unrelated, "local time"},
		{"en", "10:00 EDT", "en", "14:00 UTC", Compatible, "zones"},
	} {
		a, b := only(t, r.la, r.a), only(t, r.lb, r.b)
		if got := Compare(a, b); got != r.want {
			t.Errorf("%q (%v) and %q (%v): got %v, want %v: %s", r.a, a.Value, r.b, b.Value, got, r.want, r.why)
		}
		if got := Compare(b, a); got != Compare(a, b) {
			t.Errorf("%q and %q: %v one way, %v the other", r.a, r.b, Compare(a, b), got)
		}
	}
}

func TestUnitSlip(t *testing.T) {
	for _, r := range []struct {
		a, b string
		want bool
	}{
		{"5 miles", "5 km", true},
		{"$5 million", "€5 million", true},
		{"5 miles", "8 km", false},
		{"5 miles", "6 km", false},
		{"0 meters", "0 feet", false},
	} {
		if got := UnitSlip(only(t, "en", r.a), only(t, "en", r.b)); got != r.want {
			t.Errorf("%s and %s: got %v, want %v", r.a, r.b, got, r.want)
		}
	}
}

// inDigitsOf is n in the digits of a language.
func inDigitsOf(lang string, n int64, decimals int) string {
	group, decimal := ",", "."
	switch lang {
	case "de", "es", "it", "pt":
		group, decimal = ".", ","
	case "fr":
		group, decimal = "\u202f", ","
	}
	frac := ""
	if decimals > 0 {
		p := int64(1)
		for range decimals {
			p *= 10
		}
		frac = decimal + fmt.Sprintf("%0*d", decimals, n%p)
		n /= p
	}
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + group + s[i:]
	}
	return s + frac
}

var sixLanguages = []string{"en", "es", "fr", "de", "it", "pt"}

// A number in the digits of any language has one value, and another digit makes
// another value.
func TestDigitsProperty(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.Int64Range(10, 999_999_999).Draw(rt, "n")
		decimals := rapid.IntRange(0, 2).Draw(rt, "decimals")
		a := rapid.SampledFrom(sixLanguages).Draw(rt, "a")
		b := rapid.SampledFrom(sixLanguages).Draw(rt, "b")
		x := only(t, a, inDigitsOf(a, n, decimals)+" km")
		y := only(t, b, inDigitsOf(b, n, decimals)+" km")
		if Compare(x, y) != Same {
			rt.Fatalf("%s %v and %s %v differ", a, x.Value, b, y.Value)
		}
		scale := int64(1)
		for range decimals {
			scale *= 10
		}
		if v := x.Value.(Number); v.Low != language.Frac(n, scale) {
			rt.Fatalf("%s reads %v, want %v", inDigitsOf(a, n, decimals), v.Low, language.Frac(n, scale))
		}
		digits := []byte(strconv.FormatInt(n, 10))
		i := rapid.IntRange(0, len(digits)-1).Draw(rt, "digit")
		digits[i] = '1' + (digits[i]-'0'+byte(rapid.IntRange(0, 7).Draw(rt, "by")))%9
		m, _ := strconv.ParseInt(string(digits), 10, 64)
		if m == n {
			return
		}
		z := only(t, b, inDigitsOf(b, m, decimals)+" km")
		if Compare(x, z) == Same {
			rt.Fatalf("%v and %v are the same", x.Value, z.Value)
		}
	})
}

// Comparing is symmetric, and every value is the same as itself.
func TestCompareProperty(t *testing.T) {
	texts := strings.Split("12 people|about 50 cars|more than 3 miles|5 km|$3.2 million|47 percent|8 points|53-47|"+
		"early 2017|March 3|Tuesday|yesterday|the 1990s|3:30 p.m.|noon|two decades|aged 47|fifth place|Interstate 75|"+
		"dozens of cars|18 to 24 people|July 2-9|half of the cars|twice the size|4 percentage points|€7|90 days", "|")
	var facts []*Fact
	for _, s := range texts {
		facts = append(facts, only(t, "en", s))
	}
	for i, a := range facts {
		if got := Compare(a, a); got != Same {
			t.Errorf("%s: %v to itself", texts[i], got)
		}
		for j, b := range facts {
			if Compare(a, b) != Compare(b, a) {
				t.Errorf("%s and %s: %v one way, %v the other", texts[i], texts[j], Compare(a, b), Compare(b, a))
			}
			s := &Sheet{Article: readValues(t, "en", "x").Article}
			if v := SlotSimilarity(s, a, s, b); v < 0 || v > 1 {
				t.Errorf("%s and %s: slot similarity %v", texts[i], texts[j], v)
			}
		}
	}
}

// Whatever a text holds, facts lie inside their sentences and the file.
func FuzzValues(f *testing.F) {
	f.Add("en", newsText)
	f.Add("es", "El 3 de marzo de 2017, a las 15 h 30, unas 126 000 personas, el 47,3 %.")
	f.Add("de", "Am 3. März um 15.30 Uhr, 1,5 Mio. Euro, dreihundertzwanzig, 2:0-Endstand, '90er")
	f.Add("fr", "Le XXIe siècle, l'an 2000, d'avril à mai 2017, 1/2, 24 h/24, 3′")
	f.Add("it", "Il 1º maggio dell'anno 1999. a 2008., 5-6, 7-8-9, -, 1.2.3")
	f.Add("und", ".5 $ 5 $-5 5-- 10th ½ 2½ ٣ 12:34:56 99:99 9/9/9999")
	f.Fuzz(func(t *testing.T, lang, text string) {
		a, err := article.Read("fuzz.txt", []byte(text), article.Options{Lang: lang})
		if err != nil {
			return
		}
		for _, day := range []bool{false, true} {
			if day {
				a.Date = published
			}
			s := Read(a)
			for i := range s.Facts {
				x := &s.Facts[i]
				toks := a.Sentences[x.Sentence].Tokens
				if x.First < 0 || x.First >= x.Last || x.Last > len(toks) {
					t.Fatalf("tokens [%d:%d] of %d", x.First, x.Last, len(toks))
				}
				if x.Span.Start < 0 || x.Span.Start > x.Span.End || x.Span.End > len(text) {
					t.Fatalf("span %v of %d bytes", x.Span, len(text))
				}
				_ = x.Value.String()
				if x.Kind <= KindTime && Compare(x, x) != Same {
					t.Fatalf("%s differs from itself", x.Value)
				}
			}
		}
	})
}
