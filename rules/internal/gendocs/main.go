// Command gendocs writes rules/docs.txt from the doc comments of the rules.
package main

import (
	"log"
	"os"

	"github.com/sourcelint/sourcelint/rules/internal/docs"
)

func main() {
	log.SetFlags(0)
	text, err := docs.Collect(".")
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("docs.txt", text, 0o644); err != nil {
		log.Fatal(err)
	}
}
