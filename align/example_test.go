package align_test

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// A translation that splits one sentence of its source in two.
func ExampleTranslations() {
	read := func(path, lang, text string) *fact.Sheet {
		a, err := article.Read(path, []byte(text), article.Options{Lang: lang})
		if err != nil {
			panic(err)
		}
		return fact.Read(a)
	}
	source := read("harbor.en.txt", "en", "The harbor of Port Allard opened in 1912, and 3,400 people came. Mayor Ruiz cut the ribbon at noon.")
	target := read("harbor.es.txt", "es", "El puerto de Port Allard abrió en 1912. Acudieron 3.400 personas. La alcaldesa Ruiz cortó la cinta a mediodía.")
	for _, b := range align.Translations(source, target).Beads {
		fmt.Println(b.Source, b.Target)
	}
	// Output:
	// [0] [0 1]
	// [1] [2]
}

// Two reports of one story tell the same things in another order.
func ExampleStories() {
	var sheets []*fact.Sheet
	for _, text := range []string{
		"The ferry Halcyon sank off Port Allard on Friday. All 43 passengers were saved by fishing boats.",
		"Fishing boats saved all 43 passengers on Friday. The ferry Halcyon had sunk off Port Allard in a storm.",
	} {
		a, err := article.Read("report.txt", []byte(text), article.Options{Lang: "en"})
		if err != nil {
			panic(err)
		}
		sheets = append(sheets, fact.Read(a))
	}
	for _, al := range align.Stories(sheets, 0) {
		for _, b := range al.Beads {
			fmt.Println(b.Source, b.Target)
		}
	}
	// Output:
	// [0] [1]
	// [1] [0]
}
