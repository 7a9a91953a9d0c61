package fact

import (
	"strings"
)

// NameMatch is how two names relate.
type NameMatch uint8

// The relations of two names.
const (
	OtherName   NameMatch = iota // two names
	SameName                     // one name, but for a middle name, an initial, a suffix, dots and accents
	AcronymName                  // one is the acronym of the other
	VariantName                  // one name in two spellings: Bern and Berne, Klitschko and Klistchko
)

// sameWords compares two names of several words, in lower case.
func sameWords(a, b []string) NameMatch {
	a, b = plain(a), plain(b)
	if len(a) == 0 || len(b) == 0 {
		return OtherName
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == len(b) {
		same := true
		for i := range a {
			if a[i] != b[i] && !(len(a) > 1 && i < len(a)-1 && initialOf(a[i], b[i])) {
				same = false
				break
			}
		}
		if same {
			return SameName
		}
	} else if len(a) >= 2 && a[len(a)-1] == b[len(b)-1] && (a[0] == b[0] || initialOf(a[0], b[0])) && inOrder(a, b) && onlyInitials(a, b) {
		return SameName
	}
	return OtherName
}

// plain is a name without suffixes and closing dots.
func plain(keys []string) []string {
	out := keys
	for len(out) > 1 {
		switch strings.TrimSuffix(out[len(out)-1], ".") {
		case "jr", "sr", "ii", "iii", "iv":
			out = out[:len(out)-1]
			continue
		}
		break
	}
	return out
}

// initialOf tells whether one of two words is the initial of the other.
func initialOf(a, b string) bool {
	a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) == 1 && strings.HasPrefix(b, a)
}

// inOrder tells whether the words of a come in b, in their order, an initial
// standing for its word.
func inOrder(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && (a[i] == w || initialOf(a[i], w)) {
			i++
		}
	}
	return i == len(a)
}

// onlyInitials tells whether what b has more than a is initials.
func onlyInitials(a, b []string) bool {
	extra := 0
	for _, w := range b {
		if len(strings.TrimSuffix(w, ".")) > 1 {
			extra++
		}
	}
	return extra <= len(a)
}
