package bilingual_test

import (
	"fmt"
	"strings"

	"github.com/sourcelint/sourcelint/align/bilingual"
)

// Each unit of a file comes with its texts; what does not parse is an error between units.
func ExampleRead() {
	file := strings.NewReader("id\tsource\ttarget\nbuy\tBuy a ticket\tFahrkarte kaufen\nleave\tThe ferry leaves\n")
	for u, err := range bilingual.Read("app.tsv", file, bilingual.Options{SourceLang: "en", TargetLang: "de"}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s: %s = %s\n", u.ID, u.Source.Text, u.Target.Text)
	}
	// Output:
	// buy: Buy a ticket = Fahrkarte kaufen
	// app.tsv:3:1: the row has 2 fields, expected 3 as in the header
}
