package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/sourcelint/sourcelint/rules/lexicon/internal/wordnet"
)

const installed = "/usr/share/wordnet"

// TestCurrent: the committed table is what the generator makes.
func TestCurrent(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all of WordNet")
	}
	if _, err := os.Stat(installed + "/data.noun"); err != nil {
		t.Skip("wordnet-base is not installed")
	}
	db, err := read(installed)
	if err != nil {
		t.Fatal(err)
	}
	got := encode(db)
	want, err := os.ReadFile("../internal/wordnet/wordnet.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Fatalf("wordnet.bin is stale: go generate ./rules/lexicon/...")
	}
	table, ok := wordnet.Parse(string(got))
	if !ok {
		t.Fatal("the table does not parse")
	}
	for _, l := range db.lemmas {
		e, ok := table.Lookup(l.text)
		if !ok {
			t.Fatalf("%q is not found", l.text)
		}
		n := 0
		for s := range e.Senses {
			if want := l.senses[s.POS][s.Rank].synset.number; s.Synset != want {
				t.Fatalf("%q: sense %v, want synset %d", l.text, s, want)
			}
			n++
		}
		if want := len(l.senses[0]) + len(l.senses[1]) + len(l.senses[2]) + len(l.senses[3]); n != want {
			t.Fatalf("%q has %d senses, want %d", l.text, n, want)
		}
	}
}
