package language

import (
	"strings"
	"sync"
	"unicode"
)

// How plainly stop words must speak for Guess to trust them.
const (
	guessWords = 40 // words that are needed
	guessShare = 30 // of 100 words, those that are stop words of the language
	guessLead  = 15 // of 100 words, how many more than of any other language
)

// Guess tells the language of a text by its stop words, where these leave no
// doubt that it is one of [Tags]; else it returns "". Function words are a third
// to a half of all running text, and one look-up a word costs a tenth of what
// statistics of letters do.
func Guess(text string) string {
	var hits [maxTags]int
	n := 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		n++
		set := stopWordSets()[strings.ToLower(w)]
		for i := range hits {
			hits[i] += int(set >> i & 1)
		}
	}
	if n < guessWords {
		return ""
	}
	best, second := 0, 0
	for i := 1; i < len(hits); i++ {
		if hits[i] > hits[best] {
			best = i
		}
	}
	for i, h := range hits {
		if i != best {
			second = max(second, h)
		}
	}
	if hits[best]*100 < guessShare*n || (hits[best]-second)*100 < guessLead*n {
		return ""
	}
	return Tags()[best]
}

// maxTags is how many languages a set of stopWordSets can hold.
const maxTags = 8

// stopWordSets gives for each stop word the languages, as bits in the order of
// Tags, that have it.
var stopWordSets = sync.OnceValue(func() map[string]uint8 {
	m := make(map[string]uint8, 2048)
	for i, tag := range Tags() {
		text, err := files.ReadFile("data/" + tag + ".txt")
		if err != nil {
			continue
		}
		for l := range lines(sections(string(text))["stopwords"]) {
			for form := range l.each() {
				m[form] |= 1 << i
			}
		}
	}
	return m
})
