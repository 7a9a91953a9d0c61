package language

import (
	"strings"
	"testing"
)

// split cuts a test's text the way articles are cut.
func split(s string) []string {
	var ws []string
	for _, w := range strings.Fields(s) {
		for i, p := range strings.Split(w, "-") {
			if i > 0 {
				ws = append(ws, "-")
			}
			if p != "" {
				ws = append(ws, p)
			}
		}
	}
	return ws
}

func TestCardinal(t *testing.T) {
	for _, tt := range []struct {
		lang, text string
		value      int64
		n          int
	}{
		{"en", "two hundred and thirty-four people", 234, 6},
		{"en", "twenty-one", 21, 3},
		{"en", "twenty one", 21, 2},
		{"en", "two", 2, 1},
		{"en", "two three", 2, 1},
		{"en", "two and three", 2, 1},
		{"en", "a hundred", 100, 2},
		{"en", "a man", 0, 0},
		{"en", "hundred", 0, 0},
		{"en", "million", 0, 0},
		{"en", "a million and a half", 1000000, 2},
		{"en", "twelve hundred soldiers", 1200, 2},
		{"en", "one hundred and two hundred", 100, 2},
		{"en", "one thousand and two thousand", 1000, 2},
		{"en", "one hundred and two thousand", 102000, 5},
		{"en", "one million two hundred thirty-four thousand five hundred and sixty-seven", 1234567, 14},
		{"en", "two-hundred", 200, 3},
		{"en", "nineteen sixty-three", 19, 1},
		{"en", "five-year-old", 5, 1},
		{"en", "zero", 0, 1},
		{"en", "three million dollars", 3000000, 2},
		{"en", "one thousand billion", 1000000000000, 3},
	} {
		v, n := For(tt.lang).Cardinal(split(tt.text))
		if v != Int(tt.value) || n != tt.n {
			t.Errorf("%s %q = %v in %d words, want %d in %d", tt.lang, tt.text, v, n, tt.value, tt.n)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for _, tt := range []struct {
		lang, text string
		value      int64
		n          int
	}{
		{"en", "twenty-first", 21, 3},
		{"en", "first", 1, 1},
		{"en", "second half", 2, 1},
		{"en", "two hundred and first", 201, 4},
		{"en", "hundredth", 100, 1},
		{"en", "two hundredth", 200, 2},
		{"en", "ten thousandth", 10000, 2},
		{"en", "1st", 1, 1},
		{"en", "2th", 0, 0},
		{"en", "112th", 112, 1},
		{"en", "twenty", 0, 0},
		{"en", "one hundred thousandth", 100000, 3},
	} {
		v, n := For(tt.lang).Ordinal(split(tt.text))
		if v != Int(tt.value) || n != tt.n {
			t.Errorf("%s %q = %v in %d words, want %d in %d", tt.lang, tt.text, v, n, tt.value, tt.n)
		}
	}
}
