package fact

import (
	"testing"
	"time"

	"github.com/sourcelint/sourcelint/align/article"
)

// read reads a text of one language as an article of 11 July 2020, a Saturday.
func read(t *testing.T, lang, text string) *Sheet {
	t.Helper()
	a, err := article.Read("test.txt", []byte(text), article.Options{Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	a.Date = time.Date(2020, 7, 11, 0, 0, 0, 0, time.UTC)
	return Read(a)
}

// values are the numbers, dates and times of a sheet as people read them.
func values(s *Sheet) []string {
	var vs []string
	for i := range s.Facts {
		if f := &s.Facts[i]; f.Kind <= KindTime {
			vs = append(vs, f.Value.String())
		}
	}
	return vs
}

func TestValues(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       []string
	}{
		{"en", "Roughly 118,000 people voted, up from 97,500.", []string{"about 118000", "97500"}},
		{"en", "He raised $ 8 million, then $1.5 million and £1,311.", []string{"8000000 USD", "1500000 USD", "1311 GBP"}},
		{"en", "Her 38-year-old son, aged 47, met John Smith, 65, there.", []string{"38 year", "47 year", "65 year"}},
		{"en", "It passed 53-47 on March 3, 2017, at 3:30 p.m. EDT.", []string{"53-47", "2017-03-03", "15:30 EDT"}},
		{"en", "No one knew one of the two dozen rules.", []string{"24"}},
		{"en", "Two-thirds of voters waited two decades.", []string{"2/3", "2 decade"}},
		{"en", "It rose 6 percentage points to 47.3% in early 2017.", []string{"6 percentage-point", "47.3 percent", "2017-01-01/2017-04-30"}},
	} {
		got := values(read(t, c.lang, c.text))
		if len(got) != len(c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
				break
			}
		}
	}
}
