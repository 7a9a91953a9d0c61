package language

import (
	"fmt"
	"testing"
)

func TestSieve(t *testing.T) {
	in := map[string]int{"": 0, "a": 0, "é": 0, "the": 0, "to": 0, "früh": 0, "hyphen-ated": 0}
	for i := range 500 {
		in[fmt.Sprint("word", i*7919)] = i
	}
	s := sieveOf(in)
	for w := range in {
		if !s.may(w) {
			t.Errorf("%q is in the map and held back", w)
		}
	}
	passed := 0
	for i := range 10000 {
		if s.may(fmt.Sprintf("other%dness", i)) {
			passed++
		}
	}
	if passed > 2000 {
		t.Errorf("%d of 10000 words that are not in the map pass, want at most one in five", passed)
	}
	if sieve(nil).may("a") || sieveOf(map[string]int{}).may("a") {
		t.Error("a word passes the sieve of an empty map")
	}
}

func TestLookUpsDoNotAllocate(t *testing.T) {
	l := For("en")
	words := []string{"early", "last", "tuesday", "of", "half", "a", "million", "people", "twenty", "-", "one"}
	look := func() {
		for i := range words {
			rest := words[i:]
			l.Starts(words[i])
			l.StopWord(words[i])
			l.Month(words[i])
			l.Hedge(rest)
			l.Magnitude(rest)
			l.RelativeDate(rest)
			l.Territory(rest)
			l.Cardinal(rest)
			l.Ordinal(rest)
			l.Classes().Of(words[i])
		}
	}
	look()
	if n := testing.AllocsPerRun(10, look); n > 0 {
		t.Errorf("look-ups allocate %v times, want never", n)
	}
}
