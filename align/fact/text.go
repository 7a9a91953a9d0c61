package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// shape is how a word is written.
type shape uint8

const (
	noWord   shape = iota // number, punctuation, opaque
	small                 // lower case
	capital               // Word
	capitals              // WORD, and a single capital letter
	mixed                 // McIntosh, LaCalamita, iPhone, d'Artagnan
)

// text is an article with what the readers of names, descriptions, quotations
// and claims ask of its tokens again and again. The tokens of all sentences are
// numbered through.
type text struct {
	art   *article.Article
	lang  *language.Language
	words *language.Classes
	from  []int32          // number of each sentence's first token, and one past the last
	class []language.Class // of each token
	shape []shape
	taken []bool  // part of a number, date or time
	quote []int32 // 1 + index of the innermost quotation around it in a list of quotations, 0: none
}

// newText looks every token up once. facts are the numbers, dates and times:
// their tokens are no names.
func newText(a *article.Article, facts []Fact) *text {
	n := 0
	for i := range a.Sentences {
		n += len(a.Sentences[i].Tokens)
	}
	t := &text{
		art:   a,
		lang:  language.For(a.Lang),
		from:  make([]int32, len(a.Sentences)+1),
		class: make([]language.Class, n),
		shape: make([]shape, n),
		taken: make([]bool, n),
		quote: make([]int32, n),
	}
	t.words = t.lang.Classes()
	g := 0
	for i := range a.Sentences {
		t.from[i] = int32(g)
		if !a.Blocks[a.Sentences[i].Block].Kind.Linted() {
			g += len(a.Sentences[i].Tokens)
			continue
		}
		for j := range a.Sentences[i].Tokens {
			tok := &a.Sentences[i].Tokens[j]
			if tok.Kind == article.Word {
				t.class[g] = t.words.Of(tok.Lower)
				t.shape[g] = shapeOf(tok)
				if t.shape[g] == capital && t.elidedWord(tok.Lower, tok.Text) {
					t.shape[g] = small
				}
			}
			g++
		}
	}
	t.from[len(a.Sentences)] = int32(g)
	for i := range facts {
		f := &facts[i]
		switch f.Kind {
		case KindNumber, KindDate, KindTime:
			at := t.from[f.Sentence]
			for j := at + int32(f.First); j < at+int32(f.Last) && j < t.from[f.Sentence+1]; j++ {
				t.taken[j] = true
			}
		}
	}
	return t
}

// tokens are those of a sentence.
func (t *text) tokens(s int) []article.Token { return t.art.Sentences[s].Tokens }

// classes are those of the tokens of a sentence.
func (t *text) classes(s int) []language.Class { return t.class[t.from[s]:t.from[s+1]] }

// linted tells whether facts are read from a sentence.
func (t *text) linted(s int) bool { return t.art.Blocks[t.art.Sentences[s].Block].Kind.Linted() }

// is tells whether token i of sentence s is of any of the classes; out of range
// it is of none.
func (t *text) is(s, i int, c language.Class) bool {
	g := int(t.from[s]) + i
	return i >= 0 && g < int(t.from[s+1]) && t.class[g]&c != 0
}

// looks is the shape of token i of sentence s; out of range it is noWord.
func (t *text) looks(s, i int) shape {
	g := int(t.from[s]) + i
	if i < 0 || g >= int(t.from[s+1]) {
		return noWord
	}
	return t.shape[g]
}

// mark is the text of token i of sentence s where it is punctuation, else "".
func (t *text) mark(s, i int) string {
	ts := t.tokens(s)
	if i < 0 || i >= len(ts) || ts[i].Kind != article.Punct {
		return ""
	}
	return ts[i].Text
}

// lower is token i of sentence s in lower case, "" out of range.
func (t *text) lower(s, i int) string {
	ts := t.tokens(s)
	if i < 0 || i >= len(ts) {
		return ""
	}
	return ts[i].Lower
}

// elidedWord tells whether a word is an elided function word in capitals with an
// ordinary word behind it: "L’utilisation", "D’autres".
func (t *text) elidedWord(lower, text string) bool {
	i := strings.IndexByte(lower, '\'')
	if i <= 0 || t.words.Of(lower[:i])&language.Function == 0 {
		return false
	}
	j := strings.IndexAny(text, "'’ʼ＇")
	if j < 0 {
		return false
	}
	_, n := utf8.DecodeRuneInString(text[j:])
	r, _ := utf8.DecodeRuneInString(text[j+n:])
	return unicode.IsLower(r)
}

func shapeOf(tok *article.Token) shape {
	s := tok.Text
	if s[0] >= 'a' && s[0] <= 'z' && s == tok.Lower {
		return small
	}
	ups, lows, n := 0, 0, 0
	first := false
	for _, r := range bare(s) {
		up := unicode.IsUpper(r) || unicode.IsTitle(r)
		switch {
		case up:
			ups++
		case unicode.IsLower(r):
			lows++
		case r == '.':
			continue
		}
		if n == 0 {
			first = up
		}
		n++
	}
	switch {
	case ups == 0:
		return small
	case lows == 0:
		return capitals
	case first && ups == 1:
		return capital
	}
	return mixed
}

// bare is a word without a closing possessive 's.
func bare(s string) string {
	if n := len(s); n > 2 && (s[n-1] == 's' || s[n-1] == 'S') {
		if s[n-2] == '\'' {
			return s[:n-2]
		}
		if n > 4 && strings.HasSuffix(s[:n-1], "’") {
			return s[:n-1-len("’")]
		}
	}
	return s
}

// elided is the length of an article or preposition that lost its vowel before
// a name: 2 in "d'Angela", 4 in "d’Angela"; 0 where there is none.
func elided(s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return 0
	}
	for i, r := range s {
		switch {
		case i > 6:
			return 0
		case r == '\'' || r == '’':
			end := i + utf8.RuneLen(r)
			if next, _ := utf8.DecodeRuneInString(s[end:]); unicode.IsUpper(next) {
				return end
			}
			return 0
		}
	}
	return 0
}

// hyphen tells whether s is a hyphen; dashes are none.
func hyphen(s string) bool { return s == "-" || s == "‐" || s == "‑" }

// quoteMark tells whether s is a quotation mark of any kind.
func quoteMark(s string) bool {
	switch s {
	case `"`, "“", "”", "„", "«", "»", "‘", "’", "‚", "'", "‹", "›", "‟", "``", "''":
		return true
	}
	return false
}
