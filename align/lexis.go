package align

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/language"
)

// lexis numbers the content words of a language by their stems. It remembers the
// forms it has met, so that a word is looked up once instead of being sifted and
// stemmed each time it comes.
type lexis struct {
	lang  *language.Language
	forms map[string]int32 // by word in lower case
	ids   map[string]int32 // by stem
	stems []string         // by number
}

// The numbers of words that have none.
const (
	noContent int32 = -1 - iota // a function word, or too short to count
	unlearned                   // a content word that was not met
)

func newLexis(tag string) *lexis {
	return &lexis{lang: language.For(tag), forms: map[string]int32{}, ids: map[string]int32{}}
}

// number returns the number of a word in lower case, a new one where it has none.
func (l *lexis) number(word string) int32 {
	id, ok := l.forms[word]
	if ok {
		return id
	}
	id = noContent
	if l.content(word) {
		stem := l.lang.Stem(word)
		if id, ok = l.ids[stem]; !ok {
			id = int32(len(l.stems))
			l.ids[stem] = id
			l.stems = append(l.stems, stem)
		}
	}
	l.forms[word] = id
	return id
}

// content tells whether a word says what a text is about: it is no function word,
// or a number.
func (l *lexis) content(word string) bool {
	return (utf8.RuneCountInString(word) >= 3 || startsDigit(word)) && !l.lang.StopWord(word)
}

// term is a content word.
type term struct {
	id    int32 // unlearned where it was not met
	stem  string
	begin string // as cognates share it
}

// read appends the content words of a text. It learns none: it is safe for
// concurrent use where nothing is numbered any more.
func (l *lexis) read(terms []term, text string) []term {
	for w := range wordsOf(text) {
		id, ok := l.forms[w]
		switch {
		case id == noContent || !ok && !l.content(w):
			continue
		case ok:
			terms = append(terms, l.term(id))
			continue
		}
		stem := l.lang.Stem(w)
		if id, ok = l.ids[stem]; !ok {
			id = unlearned
		}
		terms = append(terms, term{id, stem, cognate(stem)})
	}
	return terms
}

// terms appends the words of some numbers.
func (l *lexis) terms(terms []term, ids []int32) []term {
	for _, id := range ids {
		terms = append(terms, l.term(id))
	}
	return terms
}

func (l *lexis) term(id int32) term { return term{id, l.stems[id], cognate(l.stems[id])} }

// wordsOf yields the words and numbers of a text in lower case.
func wordsOf(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if !yield(strings.ToLower(w)) {
				return
			}
		}
	}
}

func startsDigit(w string) bool { return w[0] >= '0' && w[0] <= '9' }

// cognate is the beginning of a word that cognates share, "" of a word that is
// too short to have one.
func cognate(w string) string {
	n := 0
	for i := range w {
		if n == cognateLen {
			return w[:i]
		}
		n++
	}
	if n < cognateLen {
		return ""
	}
	return w
}
