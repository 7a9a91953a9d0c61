package glossary

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// Terms are the entries of glossaries for one pair of languages, ready to be
// looked for. They are immutable and safe for concurrent use.
type Terms struct {
	terms  []*Term
	source *Phrases
	dict   *Dictionary
}

// Term is a term of the source language with all entries that name it; their
// translations are alternatives.
type Term struct {
	Source         string
	Entries        []*Entry
	DoNotTranslate bool

	inSource phrase
	targets  []rendering
	lang     *language.Language // of the target
}

// rendering is a translation of a term, right or wrong.
type rendering struct {
	phrase
	entry     *Entry
	text      string
	forbidden bool
}

// Use is a term that stands in a sentence: tokens [First,Last).
type Use struct {
	Term        *Term
	First, Last int
}

// NewTerms makes entries ready for a pair of languages, BCP 47 tags. dict may be
// nil; else the glossary's words are added to it.
func NewTerms(entries []*Entry, source, target string, dict *Dictionary) *Terms {
	t := &Terms{source: NewPhrases(source), dict: dict}
	if t.dict == nil {
		t.dict = NewDictionary(nil, source)
	}
	bySource := map[string]*Term{}
	to := language.For(target)
	for _, e := range entries {
		t.dict.addEntry(e)
		key := strings.ToLower(e.Source)
		term := bySource[key]
		if term == nil {
			term = &Term{Source: e.Source, lang: to, inSource: newPhrase(t.source.lang, e.Source)}
			bySource[key] = term
			t.source.Add(e.Source, len(t.terms))
			t.terms = append(t.terms, term)
		}
		term.add(e)
	}
	return t
}

func (t *Term) add(e *Entry) {
	t.Entries = append(t.Entries, e)
	t.DoNotTranslate = t.DoNotTranslate || e.DoNotTranslate
	for _, text := range e.Targets {
		t.targets = append(t.targets, rendering{newPhrase(t.lang, text), e, text, false})
	}
	for _, text := range e.Forbidden {
		t.targets = append(t.targets, rendering{newPhrase(t.lang, text), e, text, true})
	}
}

// Dictionary is the single words of the terms, for aligning.
func (t *Terms) Dictionary() *Dictionary { return t.dict }

// Find returns the terms that stand in a sentence of the source, from left to
// right, none inside another. What only shares its stem with a term, as
// organization does with organ, is none of its uses.
func (t *Terms) Find(s *article.Sentence) []Use {
	var out []Use
	for _, m := range t.source.Find(s) {
		term := t.terms[m.ID]
		if term.inSource.inflected(s.Tokens[m.First:m.Last]) && (!term.DoNotTranslate || term.asWritten(s.Tokens[m.First:m.Last])) {
			out = append(out, Use{term, m.First, m.Last})
		}
	}
	return out
}

// asWritten tells whether words are written as the term, in capitals and small
// letters.
func (t *Term) asWritten(ts []article.Token) bool {
	for i, want := range t.inSource.words {
		if !strings.HasPrefix(ts[i].Text, want) {
			return false
		}
	}
	return true
}

// For returns the renderings that hold for a file: right ones first.
func (t *Term) For(file string) (right, wrong []string) {
	for _, e := range t.Entries {
		if e.Holds(file) {
			right = append(right, e.Targets...)
			wrong = append(wrong, e.Forbidden...)
		}
	}
	return right, wrong
}

// Entry is the first entry that holds for a file, or nil.
func (t *Term) Entry(file string) *Entry {
	for _, e := range t.Entries {
		if e.Holds(file) {
			return e
		}
	}
	return nil
}

// Right counts how often a sentence of the target renders the term as its entries
// for a file say. Inflected forms count, and in long compounds too; of a phrase
// its words may stand apart.
func (t *Term) Right(s *article.Sentence, file string) int {
	best := 0
	taken := make([]bool, len(s.Tokens))
	for i := range t.targets {
		r := &t.targets[i]
		if r.forbidden || !r.entry.Holds(file) || len(r.stems) == 0 {
			continue
		}
		for j := range s.Tokens {
			if !taken[j] && r.looseAt(t.lang, s.Tokens[j:]) {
				taken[j] = true
				best++
			}
		}
		if best == 0 && r.scattered(t.lang, s) {
			best++
		}
	}
	return best
}

// Kept tells whether a sentence of the target has the term as it stands in the
// source, maybe with an ending.
func (t *Term) Kept(s *article.Sentence) bool {
	words := t.inSource.words
	for i := range s.Tokens {
		if len(words) > 0 && i+len(words) <= len(s.Tokens) && t.asWritten(s.Tokens[i:]) {
			return true
		}
	}
	return false
}

// Wrong returns where a sentence of the target has a rendering that the entries
// for a file forbid, and which.
func (t *Term) Wrong(s *article.Sentence, file string) (uses []Use, texts []string) {
	for i := range t.targets {
		r := &t.targets[i]
		if !r.forbidden || !r.entry.Holds(file) || len(r.stems) == 0 {
			continue
		}
		for j := range s.Tokens {
			if r.at(t.lang, s.Tokens[j:]) && r.inflected(s.Tokens[j:]) && !slices.ContainsFunc(uses, func(u Use) bool { return j < u.Last && j+len(r.stems) > u.First }) {
				uses = append(uses, Use{t, j, j + len(r.stems)})
				texts = append(texts, r.text)
			}
		}
	}
	return uses, texts
}

// inflected tells whether words can be forms of the phrase: each is as long as
// its word but for an ending.
func (p *phrase) inflected(ts []article.Token) bool {
	const ending = 3
	for i, w := range p.words {
		d := utf8.RuneCountInString(ts[i].Lower) - utf8.RuneCountInString(w)
		if max(d, -d) > ending {
			return false
		}
	}
	return true
}

// looseAt tells whether the phrase stands at the head of tokens, whatever the
// endings of its words and whatever a single word is compounded with.
func (p *phrase) looseAt(l *language.Language, ts []article.Token) bool {
	if p.at(l, ts) {
		return true
	}
	if len(ts) < len(p.stems) {
		return false
	}
	for i, w := range p.words {
		if ts[i].Kind == article.Opaque || !akin(l, strings.ToLower(w), p.stems[i], &ts[i]) {
			return false
		}
	}
	return true
}

// scattered tells whether all words of a phrase stand in a sentence, in any order:
// an article or an adverb may have come between.
func (p *phrase) scattered(l *language.Language, s *article.Sentence) bool {
	if len(p.stems) < 2 {
		return false
	}
	for i, w := range p.words {
		if len(w) > 3 && !slices.ContainsFunc(s.Tokens, func(t article.Token) bool {
			return t.Kind != article.Opaque && akin(l, strings.ToLower(w), p.stems[i], &t)
		}) {
			return false
		}
	}
	return true
}

// akin tells whether a token can be a form of a word or a compound with it.
func akin(l *language.Language, word, stem string, t *article.Token) bool {
	if t.Kind != article.Word {
		return t.Lower == word
	}
	if l.Stem(t.Lower) == stem {
		return true
	}
	const least = 4
	if len(word) < least || len(t.Lower) < least {
		return false
	}
	if len(stem) >= least && strings.Contains(t.Lower, stem) || strings.Contains(t.Lower, word) {
		return true
	}
	n := 0
	for n < len(word) && n < len(t.Lower) && word[n] == t.Lower[n] {
		n++
	}
	return n >= least && 4*n >= 3*len(word)
}
