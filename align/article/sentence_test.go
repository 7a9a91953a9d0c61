package article

import (
	"strings"
	"testing"
)

// Each text is a paragraph; ¶ stands where a sentence is to end.
func TestSentences(t *testing.T) {
	tests := []struct{ lang, text string }{
		{"en", "Sen. Ada Ruiz met Dr. Lee.¶ Both left."},
		{"en", "He works in the U.S. Senate.¶ She lives in the U.S.¶ The rest is known."},
		{"en", "The bill has $ 8 million.¶ It covers 1999. to 2008. in part."},
		{"en", "J. R. Smith and Michael A. Stone agreed.¶ So did I.¶ Nobody else did."},
		{"en", "It opened at 10 a.m. on Monday.¶ It closed at 5 p.m.¶ The end."},
		{"en", "\"They let us down,\" Ruiz said.¶ \"We want it back!\""},
		{"en", "“What now?” he asked.¶ “Nothing.”"},
		{"en", "“What now?” Smith asked.¶ “Nothing.”¶ Then he left."},
		{"en", "\"He has.”¶ Then she left."},
		{"en", "It upset Washington. .¶ Whoever wins will stay."},
		{"en", "It ended in May , 1943 .¶ Mary was 19 ."},
		{"en", "She was in No. 4 with 3.2 points.¶ He said no.¶ Trump did not."},
		{"en", "We heard shots....¶ We're inside (on the third floor.)¶ Help!"},
		{"en", "He walked in.¶ Ruiz was 6 ft. 2 in. tall."},
		{"en", "1. First we go.¶ Then we stay."},
		{"en", "We sat.¶ Sat. and Sun. are free, on Feb. 8, 2017 too."},
		{"en", "Visit CNN.com today.¶ @ana did."},
		{"en", "The end.¶Next we saw them leave."},
		{"en", ".@ana Look at it.¶ \"(He is).¶ That's good.\""},
		{"en", "He paused... and went on.¶ Then... nothing."},
		{"en", "Acme Inc. rose.¶ Acme Inc.¶ But others fell."},
		{"de", "Am 3. Mai kam Dr. Lang.¶ Er blieb bis 1999.¶ Dann ging er, z. B. nach Bonn."},
		{"de", "Rund 3,5 Mio. Euro kostet es.¶ „Wir zahlen nicht!“, sagte sie.¶ Im 2. Stock blieb es still."},
		{"es", "El Sr. Pérez ganó en EE. UU. con 1.200 votos.¶ ¿Quién más?¶ Nadie."},
		{"fr", "M. Lang a gagné.¶ « Nous voilà », dit-il.¶ Il a 1,5 million d’euros."},
		{"pt", "O Sr. Lang ganhou.¶ “Não!”, disse ela."},
		{"it", "Il dott. Rossi ha vinto.¶ «Non so», ha detto."},
		{"zh", "他来了。¶他说：“走吧。”¶然后走了。"},
		{"ja", "雨が降った。¶「行こう。」と言った。"},
	}
	for _, tt := range tests {
		text := strings.ReplaceAll(tt.text, "¶", "")
		a, err := Read("a.txt", []byte(text), Options{Lang: tt.lang})
		if err != nil {
			t.Fatal(err)
		}
		check(t, a)
		var got strings.Builder
		last := 0
		for i := range a.Sentences {
			if i > 0 {
				got.WriteString(text[last:a.Sentences[i-1].Span.End] + "¶")
				last = a.Sentences[i-1].Span.End
			}
		}
		got.WriteString(text[last:])
		if got.String() != tt.text {
			t.Errorf("%s:\n got %s\nwant %s", tt.lang, got.String(), tt.text)
		}
	}
}
