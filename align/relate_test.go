package align

import (
	"testing"

	"github.com/sourcelint/sourcelint/align/article"
)

func TestRelate(t *testing.T) {
	original := "The council met on Monday.\n\nIt approved the plan for a new bridge over the creek.\n\nThe bridge will cost two million dollars.\n\nWork begins in spring, the mayor said.\n"
	for _, tc := range []struct {
		why, text string
		want      Relation
	}{
		{"the text itself", original, Translation},
		{"an edited version", "The council met Monday.\n\nIt approved plans for a new bridge over the creek.\n\nThe bridge is to cost two million dollars.\n\nWork begins in spring, said the mayor.\n", Translation},
		{"the same events told anew", "A new bridge is coming to Mill Creek.\n\nMayor Anna Bell announced on Tuesday that builders start next year.\n\nResidents have waited for it since the flood.\n\nThe council voted seven to two.\n", Story},
		{"the sentences in another order", "Work begins in spring, the mayor said.\n\nThe bridge will cost two million dollars.\n\nIt approved the plan for a new bridge over the creek.\n\nThe council met on Monday.\n", Story},
		{"a summary", "The council met on Monday.\n\nIt approved the plan for a new bridge over the creek.\n", Story},
	} {
		read := func(text string) *article.Article {
			a, err := article.Read("a.txt", []byte(text), article.Options{Lang: "en"})
			if err != nil {
				t.Fatal(err)
			}
			return a
		}
		a, b := read(original), read(tc.text)
		if got := Relate(a, b); got != tc.want {
			t.Errorf("%s: %v, want %v", tc.why, got, tc.want)
		}
		if got := Relate(b, a); got != tc.want {
			t.Errorf("%s, reversed: %v, want %v", tc.why, got, tc.want)
		}
	}
	if got := Relate(&article.Article{}, &article.Article{}); got != Story {
		t.Errorf("empty articles: %v, want Story", got)
	}
}
