package wordnet

import "testing"

// FuzzParse: a damaged table yields nothing instead of a panic.
func FuzzParse(f *testing.F) {
	f.Add(Magic+"\x01\x01\x00\x05\x00\x00\x00\x00\x01\x01a\x00", "a")
	f.Fuzz(func(t *testing.T, data, word string) {
		table, ok := Parse(data)
		if !ok {
			return
		}
		e, _ := table.Lookup(word)
		for s := range e.Senses {
			for range table.Hypernyms(s.Synset) {
				break
			}
		}
		e.Antonym(1)
		e.Relative(1)
		for range e.Bases {
			break
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	t := Open()
	for b.Loop() {
		t.Lookup("election")
	}
}
