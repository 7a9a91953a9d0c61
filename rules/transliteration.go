package rules

import "strings"

// Transliterations
//
// A given name that is written in another script has no one spelling in Latin
// letters: Artem and Artjom, Sergey and Sergei, Khalid and Halid. Each language has
// its own way, and each newsroom. Whoever writes it otherwise than the source has
// chosen another way and made no mistake, as long as the family name is the same.

// transliterations maps what the ways of writing one sound of Cyrillic, Arabic or
// Hebrew in Latin letters differ by onto one, of a folded word. The way is in two
// steps: one letter for every consonant and half vowel, then one vowel for those
// that stand for one letter.
var transliterations = [...]*strings.Replacer{
	strings.NewReplacer("shch", "s", "schtsch", "s", "tsch", "c", "tch", "c", "sch", "s", "sh", "s", "ch", "c", "kh", "h", "zh", "z", "dsch", "z", "dj", "z",
		"tz", "ts", "w", "v", "ou", "u", "oo", "u", "q", "k", "x", "ks", "y", "i", "j", "i"),
	strings.NewReplacer("ioi", "e", "io", "e", "ie", "e", "ii", "i"),
}

// transliterated tells whether two folded words are one name that was brought into
// Latin letters in two ways.
func transliterated(a, b string) bool {
	for _, step := range transliterations {
		a, b = step.Replace(a), step.Replace(b)
	}
	return a == b
}

// givenOtherwise tells whether two names of persons have one family name and given
// names that are only transliterated otherwise.
func givenOtherwise(a, b []string) bool {
	last := len(a) - 1
	if last < 1 || len(b) != len(a) {
		return false
	}
	for i := range a {
		x, y := foldWord(strings.ToLower(a[i])), foldWord(strings.ToLower(b[i]))
		if x != y && (i == last || !transliterated(x, y)) {
			return false
		}
	}
	return true
}
