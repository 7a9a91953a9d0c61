package glossary

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// Phrases finds phrases of one language in articles, in any inflection. It is
// immutable and safe for concurrent use.
//
// A phrase is the stems of its words; the index leads from the first stem to the
// phrases that start so, so the cost of a search is one look-up a word and the
// length of what is found. Addresses, code and placeholders are no words.
type Phrases struct {
	lang    *language.Language
	byFirst map[string][]phrase
}

type phrase struct {
	words []string // as written
	stems []string
	exact []string // words as written, where they are names or abbreviations
	id    int
}

// Match is a phrase found: tokens [First,Last) of a sentence.
type Match struct {
	ID          int // as given to Add
	First, Last int
	Words       int // in the phrase
}

// NewPhrases makes an empty set for a language, a BCP 47 tag.
func NewPhrases(lang string) *Phrases {
	return &Phrases{lang: language.For(lang), byFirst: map[string][]phrase{}}
}

// Add adds a phrase; what is found of it bears the id. A phrase without words is
// left out.
func (p *Phrases) Add(text string, id int) {
	ph := newPhrase(p.lang, text)
	ph.id = id
	if len(ph.stems) > 0 {
		p.byFirst[ph.stems[0]] = append(p.byFirst[ph.stems[0]], ph)
	}
}

// newPhrase cuts a text into words.
func newPhrase(l *language.Language, text string) phrase {
	var ph phrase
	src, err := article.NewSource("", []byte(text), "")
	if err != nil {
		return ph
	}
	a := src.Unit(article.Unit{Text: text, Span: article.Span{End: len(text)}, Lang: l.Tag})
	for i := range a.Sentences {
		for j := range a.Sentences[i].Tokens {
			t := &a.Sentences[i].Tokens[j]
			ph.words = append(ph.words, t.Text)
			ph.stems = append(ph.stems, stem(l, t))
			exact := ""
			if acronym(t.Text) {
				exact = t.Text
			}
			ph.exact = append(ph.exact, exact)
		}
	}
	return ph
}

// acronym tells whether a word is written in capitals, which then count.
func acronym(word string) bool {
	return len(word) > 1 && strings.ToUpper(word) == word && strings.ToLower(word) != word
}

func stem(l *language.Language, t *article.Token) string {
	if t.Kind == article.Word {
		return l.Stem(t.Lower)
	}
	return t.Lower
}

// Find returns what stands in a sentence, from left to right; of phrases that start
// at one word the longest one, and none inside another.
func (p *Phrases) Find(s *article.Sentence) []Match {
	var out []Match
	for i := 0; i < len(s.Tokens); i++ {
		if s.Tokens[i].Kind == article.Opaque {
			continue
		}
		best := Match{}
		for _, ph := range p.byFirst[stem(p.lang, &s.Tokens[i])] {
			if len(ph.stems) > best.Words && ph.at(p.lang, s.Tokens[i:]) {
				best = Match{ID: ph.id, First: i, Last: i + len(ph.stems), Words: len(ph.stems)}
			}
		}
		if best.Words > 0 {
			out = append(out, best)
			i = best.Last - 1
		}
	}
	return out
}

// at tells whether the phrase stands at the head of tokens.
func (p *phrase) at(l *language.Language, ts []article.Token) bool {
	if len(ts) < len(p.stems) {
		return false
	}
	for i, want := range p.stems {
		if ts[i].Kind == article.Opaque || stem(l, &ts[i]) != want || p.exact[i] != "" && ts[i].Text != p.exact[i] {
			return false
		}
	}
	return true
}
