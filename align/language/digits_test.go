package language

import "testing"

func TestParseNumber(t *testing.T) {
	for _, tt := range []struct {
		lang, text string
		want       string
		decimals   int
		other      string
	}{
		{"en", "118,000", "118000", 0, ""},
		{"en", "3.2", "3.2", 1, ""},
		{"en", "3.250", "3.25", 3, ""},
		{"en", "1,234,567.89", "1234567.89", 2, ""},
		{"en", "1 500", "1500", 0, ""},
		{"en", "1'000", "1000", 0, ""},
		{"en", "12,34,567", "1234567", 0, ""},
		{"en", ".5", "0.5", 1, ""},
		{"en", "1963", "1963", 0, ""},
		{"en", "2½", "2.5", 0, ""},
		{"en", "½", "0.5", 0, ""},
		{"en", "−3", "-3", 0, ""},
		{"en", "0,5", "0.5", 1, ""},
		{"en", "1.2.3", "", 0, ""},
		{"en", "12.05.2020", "", 0, ""},
		{"en", "1,,2", "", 0, ""},
		{"en", "", "", 0, ""},
		{"en", "-", "", 0, ""},
		{"en", "1.", "", 0, ""},
		{"en", "99999999999999999999", "", 0, ""},
	} {
		n, ok := For(tt.lang).ParseNumber(tt.text)
		got := ""
		if ok {
			got = n.Value.String()
		}
		other := ""
		if n.Ambiguous {
			other = n.Other.String()
		}
		if got != tt.want || n.Decimals != tt.decimals || other != tt.other {
			t.Errorf("%s %q = %q (%d decimals, other %q), want %q (%d, %q)", tt.lang, tt.text, got, n.Decimals, other, tt.want, tt.decimals, tt.other)
		}
	}
}
