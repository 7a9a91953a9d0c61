package language

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestSpelled reads back what CLDR's rules spell, in every gender and variant.
func TestSpelled(t *testing.T) {
	data, err := os.ReadFile("testdata/spelled.txt")
	if err != nil {
		t.Fatal(err)
	}
	n, bad := 0, map[string]int{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		fs := strings.SplitN(line, " ", 4)
		want, _ := strconv.ParseInt(fs[2], 10, 64)
		if strings.Contains(fs[3], ",") {
			continue // verbose English puts commas between groups: documented as not read
		}
		n++
		look := For(fs[0]).Cardinal
		if fs[1] == "ordinal" {
			look = For(fs[0]).Ordinal
		}
		// The hyphens of a word stand as tokens, or inside one token.
		forms := [][]string{split(fs[3])}
		if fs[0] == "en" {
			forms = append(forms, strings.Fields(fs[3]))
		}
		for _, words := range forms {
			if v, k := look(words); v != Int(want) || k != len(words) {
				key := fs[0] + " " + fs[1]
				if bad[key]++; bad[key] <= 8 {
					t.Errorf("%s: read %v in %d of %d words", line, v, k, len(words))
				}
				break
			}
		}
	}
	t.Logf("%d forms, not read: %v", n, bad)
}
