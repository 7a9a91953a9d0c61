package align

import (
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
)

// A wordAt is a word, number, address or symbol of a sentence.
type wordAt struct {
	id    int32 // equal for equal words
	token int32 // index into Sentence.Tokens
}

// words gives the words of several articles numbers, and reads each sentence
// into them once.
type words struct {
	ids   map[string]int32
	text  []string // by id
	cache map[*article.Sentence][]wordAt
	table []int32 // a number for each word, all zero between two uses
}

func newWords() *words {
	return &words{ids: map[string]int32{}, cache: map[*article.Sentence][]wordAt{}}
}

// of returns the words of a sentence, without marks of punctuation.
func (w *words) of(s *article.Sentence) []wordAt {
	if out, ok := w.cache[s]; ok {
		return out
	}
	out := make([]wordAt, 0, len(s.Tokens))
	for i := range s.Tokens[:min(len(s.Tokens), maxTokens)] {
		t := &s.Tokens[i]
		if t.Kind == article.Punct && !isSymbol(t.Text) {
			continue
		}
		id, ok := w.ids[t.Lower]
		if !ok {
			id = int32(len(w.text))
			w.ids[t.Lower] = id
			w.text = append(w.text, t.Lower)
		}
		out = append(out, wordAt{id, int32(i)})
	}
	w.cache[s] = out
	return out
}

// numbers returns a table of zeros with a place for each word. Who writes into it
// must clear what it wrote.
func (w *words) numbers() []int32 {
	if n := len(w.text) - len(w.table); n > 0 {
		w.table = append(w.table, make([]int32, n)...)
	}
	return w.table
}

// isSymbol tells a sign that is read aloud, as % and €, from punctuation.
func isSymbol(mark string) bool {
	r, _ := utf8.DecodeRuneInString(mark)
	return r == '%' || r == '&' || r == '‰' || unicode.Is(unicode.Sc, r) || unicode.Is(unicode.Sm, r)
}
