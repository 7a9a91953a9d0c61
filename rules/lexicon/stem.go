package lexicon

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/language"
)

// stemPhrase stems each word of a phrase.
func stemPhrase(l *language.Language, phrase string) string {
	if !strings.Contains(phrase, " ") {
		return l.Stem(phrase)
	}
	words := strings.Fields(phrase)
	for i, w := range words {
		words[i] = l.Stem(w)
	}
	return strings.Join(words, " ")
}

// stemKey is the form under which words of a language without lemmas are kept.
func stemKey(tag, word string) string {
	return stemPhrase(language.For(tag), normalise(word))
}
