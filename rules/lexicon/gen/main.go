// Gen compiles the database files of Princeton WordNet 3.0, as the Debian
// package wordnet-base installs them, into the table of package wordnet.
//
// Left out to keep the table small: scientific names of plants and animals, and
// names of more than one word (people, places, works); glosses, examples, and
// the relations that nothing here asks for.
package main

import (
	"flag"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	dir := flag.String("wordnet", "/usr/share/wordnet", "`directory` of WordNet's data, index, exc and cntlist.rev files")
	out := flag.String("o", "wordnet.bin", "`file` to write")
	flag.Parse()
	db, err := read(*dir)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, encode(db), 0o644); err != nil {
		log.Fatal(err)
	}
}
