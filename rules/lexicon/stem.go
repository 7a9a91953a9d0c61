package lexicon

import (
	"strings"
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/spanish"
)

// stemmers are the Snowball stemmers by language, each safe for concurrent use.
var stemmers = sync.OnceValue(func() map[string]func(string) string {
	m := map[string]func(string) string{}
	for tag, algorithm := range map[string]func(*snowballstem.Env) bool{
		"de": german.Stem, "en": english.Stem, "es": spanish.Stem,
		"fr": french.Stem, "it": italian.Stem, "pt": portuguese.Stem,
	} {
		m[tag] = newStemmer(algorithm)
	}
	return m
})

// stemmer returns the stemmer of a language, or nil.
func stemmer(tag string) func(string) string { return stemmers()[tag] }

func newStemmer(algorithm func(*snowballstem.Env) bool) func(string) string {
	pool := sync.Pool{New: func() any { return snowballstem.NewEnv("") }}
	return func(word string) string {
		env, ok := pool.Get().(*snowballstem.Env)
		if !ok {
			return word
		}
		defer pool.Put(env)
		env.SetCurrent(word)
		algorithm(env)
		return env.Current()
	}
}

// stemPhrase stems each word of a phrase.
func stemPhrase(stem func(string) string, phrase string) string {
	if stem == nil {
		return phrase
	}
	if !strings.Contains(phrase, " ") {
		return stem(phrase)
	}
	words := strings.Fields(phrase)
	for i, w := range words {
		words[i] = stem(w)
	}
	return strings.Join(words, " ")
}

// stemKey is the form under which words of a language without lemmas are kept.
func stemKey(tag, word string) string {
	return stemPhrase(stemmer(tag), normalise(word))
}
