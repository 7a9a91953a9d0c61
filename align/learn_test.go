package align

import (
	"strings"
	"testing"
)

// A text with many words of middling frequency teaches most of their translations.
func TestLearn(t *testing.T) {
	x := newLexicon(11, 400)
	var a, b []string
	for range 300 {
		s, u := x.sentence()
		a, b = append(a, s), append(b, u)
	}
	k := newKeys(read(t, "a", "en", strings.Join(a, "\n")), read(t, "b", "es", strings.Join(b, "\n")), nil)
	var path []step
	for i := range k.of[0] {
		path = append(path, step{i: i, j: i, shape: shape{1, 1}})
	}
	word := func(w string) int32 {
		for _, tr := range [...]trait{prefix, short, proper} {
			if id, ok := k.ids[string(rune('0'+tr))+prefixOf(w)]; ok {
				return id
			}
		}
		return -1
	}
	pairs := k.lessons(path)
	right, all := 0, 0
	for i, w := range x.words {
		own, other := pairs[0][word(w)], pairs[1][word(x.foreign[i])]
		all += len(own)
		for _, id := range own {
			for _, o := range other {
				if id == o {
					right++
				}
			}
		}
	}
	if right < 50 || 2*right < all {
		t.Errorf("%d of %d pairs are translations", right, all)
	}
}
