package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// MissingAntecedent reports a draft that opens with "he", "she" or "they" before
// it has named anybody, where its source says who it was.
//
// Why: a summary is read without its source, and then nobody knows who is meant.
//
// Fires:
//
//	She runs a bakery on the island of Fur. ~ Three times a week Ida Krogh bakes at night. Krogh runs a bakery on the island of Fur.
//
// Quiet:
//
//	Ida Krogh is up at night. She runs a bakery on the island of Fur. ~ Three times a week Ida Krogh bakes at night. Krogh runs a bakery on the island of Fur.
//
// Misses: "it", which often stands for nothing; pronouns later in the text.
var MissingAntecedent = &Rule{
	Name:     "missing-antecedent",
	Category: Facts,
	Severity: Warning,
	Scope:    One,
	Check:    checkMissingAntecedent,
}

func checkMissingAntecedent(p *Pass) {
	sup := p.support(p.Sheet)
	if sup == nil {
		return
	}
	for i, sent := range linted(p.Sheet.Article) {
		if opensWithPerson(sup.lang, sent) && !namesPerson(p.Sheet, i) && sup.opensOtherwise(p.Sheet, i) {
			p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(p.Sheet, i, 0, 1),
				Message: fmt.Sprintf("the text opens with “%s” and has not said who that is", sent.Tokens[0].Text)})
		}
		return
	}
}

// opensWithPerson tells whether the first word of a sentence is a pronoun for
// persons that were named before.
func opensWithPerson(lang *language.Language, s *article.Sentence) bool {
	if len(s.Tokens) == 0 {
		return false
	}
	pr, ok := lang.Pronoun(s.Tokens[0].Lower)
	return ok && pr.Person == 3 && !pr.Thing && pr.Case == language.Subject
}

// namesPerson tells whether a sentence names a person: "He was 80, Lund's family said."
func namesPerson(s *fact.Sheet, sentence int) bool {
	for _, i := range s.Of(sentence) {
		if n, ok := s.Facts[i].Value.(fact.Name); ok && s.Entities[n.Entity].Kind == fact.Person {
			return true
		}
	}
	return false
}

// opensOtherwise tells whether the sources tell a sentence of the draft, and none
// of the sentences that do opens like it.
func (s *support) opensOtherwise(draft *fact.Sheet, sentence int) bool {
	ps := s.telling(draft, sentence)
	if ps == nil {
		return false
	}
	if share, terms := s.tells(ps, 0, 1); share < toldFigure || terms < 3 {
		return false
	}
	first := draft.Article.Sentences[sentence].Tokens[0].Lower
	for n := ps.first; n < ps.last; n++ {
		l := &s.lines[n]
		if l.sentence == 0 && l.sheet.Article.Sentences[0].Tokens[0].Lower == first {
			return false
		}
	}
	return true
}
