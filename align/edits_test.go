package align

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/fact"
)

// edits renders the edits of an alignment: "soccer>football".
func edits(al *Alignment) []string {
	side := func(s *fact.Sheet, r Run) string {
		var out []string
		for _, t := range s.Article.Sentences[r.Sentence].Tokens[r.First:r.Last] {
			out = append(out, t.Text)
		}
		return strings.Join(out, " ")
	}
	var out []string
	for _, e := range al.Edits {
		out = append(out, side(al.Source, e.Source)+">"+side(al.Target, e.Target))
	}
	return out
}

func TestEdits(t *testing.T) {
	for _, tt := range []struct{ name, a, b, want string }{
		{"a word replaced", "The former soccer coach of Auburn won the vote on Tuesday.",
			"The former football coach of Auburn won the vote on Tuesday.", "[soccer>football]"},
		{"two words, apart", "The mayor opened the old bridge in Riga last spring.",
			"The mayor closed the old bridge in Riga last autumn.", "[opened>closed spring>autumn]"},
		{"a word dropped", "The pilot was not injured when the glider landed in a field.",
			"The pilot was injured when the glider landed in a field.", "[not>]"},
		{"a phrase moved", "On Monday the union called the offer an insult to its members.",
			"The union called the offer an insult to its members on Monday.", "[]"},
		{"marks and case", "\"We will wait,\" the doctor said - and left the room at once.",
			"“We will wait”, the doctor said – and left the room at once.", "[]"},
		{"written together", "The run-off was held on a rainy Sunday in Lima.",
			"The runoff was held on a rainy Sunday in Lima.", "[]"},
		{"a sentence split", "The dam held, engineers said, and the valley below was never in danger.",
			"The dam held, engineers said.\nThe valley below was never in peril.", "[and> danger>peril]"},
		{"another sentence", "The dam held through the night of heavy rain.",
			"Bakers in the capital ask more for a loaf.", "[]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := read(t, "a", "en", tt.a), read(t, "b", "en", tt.b)
			got := []string{}
			for _, al := range Stories([]*fact.Sheet{a, b}, 0) {
				got = append(got, edits(al)...)
			}
			if s := fmt.Sprint(got); s != tt.want {
				t.Errorf("edits %s, want %s", s, tt.want)
			}
		})
	}
}
