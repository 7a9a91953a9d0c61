// Command genreadme writes the table of rules into README.md, between the lines
// "<!-- rules -->" and "<!-- /rules -->".
package main

import (
	"log"
	"os"
	"strings"

	"github.com/sourcelint/sourcelint/cmd/lint/internal/rulelist"
)

func main() {
	log.SetFlags(0)
	path := os.Args[1]
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		log.Printf("%s: not there, nothing written", path)
		return
	}
	if err != nil {
		log.Fatal(err)
	}
	const begin, end = "<!-- rules -->\n", "<!-- /rules -->"
	before, rest, ok := strings.Cut(string(data), begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		log.Fatalf("%s: no lines %q and %q", path, strings.TrimSpace(begin), end)
	}
	text := before + begin + rulelist.Markdown() + end + after
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		log.Fatal(err)
	}
}
