package align

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/fact"
)

// pairs renders the pairs of an alignment of one kind: "12 ~ 12", "5 ! 6", "7 -".
func pairs(al *Alignment, kinds ...fact.Kind) []string {
	marks := map[fact.Agreement]string{fact.Same: " = ", fact.Compatible: " ~ ", fact.Different: " ! "}
	var out []string
	for _, p := range al.Pairs {
		var f *fact.Fact
		side := func(s *fact.Sheet, i int) string {
			if i < 0 {
				return ""
			}
			f = &s.Facts[i]
			return f.Value.String()
		}
		a, b := side(al.Source, p.Source), side(al.Target, p.Target)
		text := a + marks[p.Agreement] + b
		if a == "" || b == "" {
			text = a + " - " + b
		}
		if p.Elsewhere {
			text += " elsewhere"
		}
		if slices.Contains(kinds, f.Kind) {
			out = append(out, strings.TrimSpace(text))
		}
	}
	return out
}

func TestPairs(t *testing.T) {
	number, date, quote := fact.KindNumber, fact.KindDate, fact.KindQuotation
	for _, tt := range []struct {
		name string
		kind fact.Kind
		a, b string
		want string
	}{
		{"equal by value", number, "Police found twenty rifles in the barn near Ulm.", "Police found 20 rifles in a barn near Ulm.", "[20 = 20]"},
		{"within precision", number, "He lost by roughly 118,000 votes in the northern district.", "He lost by 118,234 votes in the northern district.", "[about 118000 ~ 118234]"},
		{"two values of one slot", number, "The flood killed 14 villagers near the dam on Friday.", "The flood killed 41 villagers near the dam on Friday.", "[14 ! 41]"},
		{"a sum", number, "Officers seized nine rifles from the flat in Porto.", "Officers seized seven AK-47s and two other rifles from the flat in Porto.", "[- 47 9 ~ 7 9 ~ 2]"},
		{"across order", number, "The bridge is 312 metres long and 14 metres wide, engineers said.", "Engineers said the bridge is 14 metres wide and 312 metres long.", "[312 meter = 312 meter 14 meter = 14 meter]"},
		{"months against a day", date, "The museum in Lodz closed in March 2017 after a fire.", "The museum in Lodz closed on 3 March 2017 after a fire.", "[2017-03 ~ 2017-03-03]"},
		{"two years of one event", date, "The museum in Lodz burned down in 2017, the city said.", "The museum in Lodz burned down in 2018, the city said.", "[2017 ! 2018]"},
		{"a quotation cut in two", quote, "“We saw the water rise and nobody warned us at all,” said farmer Ana Ruiz.",
			"“We saw the water rise,” said farmer Ana Ruiz, “and nobody warned us at all.”", "[“we saw the water rise and nobody warned us at all” ~ “we saw the water rise” “we saw the water rise and nobody warned us at all” ~ “and nobody warned us at all”]"},
		{"a quotation that drifted", quote, "The mayor called it “a bunch of youthful insults” on Monday.", "The mayor called it “a bunch of juvenile insults” on Monday.", "[“a bunch of youthful insults” ! “a bunch of juvenile insults”]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := read(t, "a", "en", tt.a), read(t, "b", "en", tt.b)
			got := []string{}
			for _, al := range Stories([]*fact.Sheet{a, b}, 0) {
				got = append(got, pairs(al, tt.kind)...)
			}
			if s := fmt.Sprint(got); s != tt.want {
				t.Errorf("pairs %s, want %s", s, tt.want)
			}
		})
	}
}
