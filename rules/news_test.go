package rules_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/article"
)

// event is what made-up reports of one event state.
type event struct {
	town, mayor, rival          string
	votes, share, years, budget int
}

// newEvent makes an event up.
// Its counts cannot be mistaken for years.
func newEvent(r *rand.Rand) event {
	towns := [...]string{"Harrow", "Millbrook", "Eastport", "Dunmore", "Kingsley", "Ashford"}
	names := [...]string{"Ada Ruiz", "Jon Keller", "Mary Stone", "Paul Novak", "Rita Mendez", "Carl Olsen"}
	i := r.IntN(len(names))
	return event{
		town: towns[r.IntN(len(towns))], mayor: names[i], rival: names[(i+1+r.IntN(len(names)-1))%len(names)],
		votes: 2200 + r.IntN(7000), share: 51 + r.IntN(40), years: 13 + r.IntN(20), budget: 12 + r.IntN(70),
	}
}

// sentences tell the event, each naming what it states; n differs from one
// paragraph of a long article to the next.
func (e *event) sentences(n int) []string {
	family := e.mayor[strings.IndexByte(e.mayor, ' ')+1:]
	return []string{
		fmt.Sprintf("%s won the election for mayor of %s on Tuesday with %d percent of the vote.", e.mayor, e.town, e.share),
		fmt.Sprintf("The town's clerk counted %d ballots in district %d before midnight.", e.votes+n, n+1),
		fmt.Sprintf("%s had led the school board for %d years.", family, e.years),
		fmt.Sprintf("“We will repair the old bridge first,” %s said after the count.", family),
		fmt.Sprintf("%s conceded the race in a short speech at the harbor.", e.rival),
		fmt.Sprintf("The new council must pass a budget of $%d million by the end of June.", e.budget),
	}
}

// news is an article of n sentences on an event.
func (e *event) news(n int) string {
	var b strings.Builder
	for p := 0; n > 0; p++ {
		s := e.sentences(p)
		s = s[:min(n, len(s))]
		b.WriteString(strings.Join(s, " ") + "\n\n")
		n -= len(s)
	}
	return b.String()
}

func readNews(tb testing.TB, path, lang, text string) *article.Article {
	tb.Helper()
	a, err := article.Read(path, []byte(text), article.Options{Lang: lang})
	if err != nil {
		tb.Fatal(err)
	}
	return a
}
