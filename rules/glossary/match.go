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
	src, err := article.NewSource("", []byte(text), "")
	if err != nil {
		return
	}
	a := src.Unit(article.Unit{Text: text, Span: article.Span{End: len(text)}, Lang: p.lang.Tag})
	ph := phrase{id: id}
	for i := range a.Sentences {
		for j := range a.Sentences[i].Tokens {
			t := &a.Sentences[i].Tokens[j]
			ph.stems = append(ph.stems, p.stem(t))
			exact := ""
			if acronym(t.Text) {
				exact = t.Text
			}
			ph.exact = append(ph.exact, exact)
		}
	}
	if len(ph.stems) > 0 {
		p.byFirst[ph.stems[0]] = append(p.byFirst[ph.stems[0]], ph)
	}
}

// acronym tells whether a word is written in capitals, which then count.
func acronym(word string) bool {
	return len(word) > 1 && strings.ToUpper(word) == word && strings.ToLower(word) != word
}

func (p *Phrases) stem(t *article.Token) string {
	if t.Kind == article.Word {
		return p.lang.Stem(t.Lower)
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
		for _, ph := range p.byFirst[p.stem(&s.Tokens[i])] {
			if len(ph.stems) > best.Words && p.at(s.Tokens[i:], &ph) {
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

// at tells whether a phrase stands at the head of tokens.
func (p *Phrases) at(ts []article.Token, ph *phrase) bool {
	if len(ts) < len(ph.stems) {
		return false
	}
	for i, want := range ph.stems {
		if ts[i].Kind == article.Opaque || p.stem(&ts[i]) != want || ph.exact[i] != "" && ts[i].Text != ph.exact[i] {
			return false
		}
	}
	return true
}
