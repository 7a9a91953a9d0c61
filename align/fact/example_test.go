package fact_test

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// The facts of a text as values.
func ExampleRead() {
	a, err := article.Read("wire.txt", []byte("About two dozen boats left Port Allard at 3:30 p.m. on March 3, 2021."), article.Options{Lang: "en"})
	if err != nil {
		panic(err)
	}
	s := fact.Read(a)
	for i := range s.Facts {
		f := &s.Facts[i]
		fmt.Printf("%s: %v\n", a.Text(f.Span), f.Value)
	}
	// Output:
	// two dozen: about 24
	// Port Allard: Port Allard
	// 3:30 p.m.: 15:30
	// March 3, 2021: 2021-03-03
}
