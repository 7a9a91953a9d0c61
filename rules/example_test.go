package rules_test

import (
	"context"
	"fmt"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/rules"
)

// A draft is held against the wire that it rests on.
func ExampleRunner_Run() {
	read := func(path, text string) *article.Article {
		a, err := article.Read(path, []byte(text), article.Options{})
		if err != nil {
			panic(err)
		}
		return a
	}
	wire := read("wire.txt", "The council voted on Monday to spend 1.2 million euros on the old bridge, Mayor Ana Ruiz said.")
	draft := read("draft.txt", "The council voted on Monday to spend 2.1 million euros on the old bridge, Mayor Ana Ruiz said.")

	findings, err := new(rules.Runner).Run(context.Background(), &rules.Case{
		Sources:  []*article.Article{wire},
		Drafts:   []*article.Article{draft},
		Relation: align.Story,
	})
	if err != nil {
		panic(err)
	}
	for _, f := range findings {
		at := f.At.Sheet.Article
		fmt.Printf("%s:%d: %s (%s)\n", at.Path, at.Position(f.At.Span.Start).Line, f.Message, f.Rule.Name)
	}
	// Output:
	// draft.txt:1: another amount: “2.1 million euros” here, “1.2 million euros” in the source (number-mismatch)
}
