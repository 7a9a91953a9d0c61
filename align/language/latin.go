package language

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters are the Latin spellings of the letters of other scripts.
var letters = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for ln := range lines(For("und").data["letters"]) {
		for form := range ln.each() {
			m[form] = strings.Trim(ln.value, "-")
		}
	}
	return m
})

// Latin spells a word, given in lower case, in Latin letters: "путин" gives
// "putin". It is false for words of scripts of which no table tells the sounds.
func Latin(word string) (string, bool) {
	if !strings.ContainsFunc(word, func(r rune) bool { return r >= utf8.RuneSelf && !unicode.Is(unicode.Latin, r) && unicode.IsLetter(r) }) {
		return word, true
	}
	m := letters()
	var b strings.Builder
	w := norm.NFC.String(word)
	for i := 0; i < len(w); {
		r, n := utf8.DecodeRuneInString(w[i:])
		_, next := utf8.DecodeRuneInString(w[i+n:])
		base, _ := utf8.DecodeRuneInString(norm.NFD.String(w[i : i+n]))
		if s, ok := m[w[i:i+n+next]]; ok && next > 0 {
			b.WriteString(s)
			n += next
		} else if s, ok := m[w[i:i+n]]; ok {
			b.WriteString(s)
		} else if s, ok := m[string(base)]; ok {
			b.WriteString(s)
		} else if unicode.Is(unicode.Latin, r) || !unicode.IsLetter(r) {
			b.WriteString(w[i : i+n])
		} else {
			return "", false
		}
		i += n
	}
	return b.String(), true
}

// KnowsPlaces tells whether the language has tables of countries and peoples, so
// that one which they do not show is not named.
func (l *Language) KnowsPlaces() bool { return l.data["demonyms"] != "" }

// WritesLatin tells whether the language is written in Latin letters, as far as
// its tables show.
func (l *Language) WritesLatin() bool {
	for _, r := range l.data["weekdays"] {
		if unicode.IsLetter(r) {
			return unicode.Is(unicode.Latin, r)
		}
	}
	return false
}
