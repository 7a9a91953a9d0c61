package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// MissingAntecedent reports a draft that opens with "he", "she" or "they" ("it took
// them") before it has named anybody, where its source says who it was.
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
		if at, plural := sup.opensWithPerson(sent); at >= 0 && namedPersons(p.Sheet, i) <= plural && sup.opensOtherwise(p.Sheet, i) {
			p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(p.Sheet, i, at, at+1),
				Message: fmt.Sprintf("the text opens with “%s” and has not said who that is", sent.Tokens[at].Text)})
		}
		return
	}
}

// opening is among how many words of a sentence a pronoun opens it.
const opening = 3

// opensWithPerson returns the pronoun for persons named before that a sentence opens
// with, behind small words at most ("It took them"), -1 where there is none; and how
// many persons the sentence may name without saying who is meant.
func (s *support) opensWithPerson(sent *article.Sentence) (at, persons int) {
	for i := range min(opening, len(sent.Tokens)) {
		t := &sent.Tokens[i]
		pr, ok := s.lang.Pronoun(t.Lower)
		if ok && pr.Person == 3 && !pr.Thing && pr.Case != language.Possessive {
			if pr.Plural {
				persons = 1
			}
			return i, persons
		}
		if t.Kind != article.Word || i > 0 && startsUpper(t.Text) || !s.lang.StopWord(t.Lower) && !s.lex.Light(t.Lower) {
			break
		}
	}
	return -1, 0
}

// namedPersons counts the persons that a sentence names: "He was 80, Lund's family
// said" is about one.
func namedPersons(s *fact.Sheet, sentence int) int {
	n := 0
	for _, i := range s.Of(sentence) {
		if v, ok := s.Facts[i].Value.(fact.Name); ok && s.Entities[v.Entity].Kind == fact.Person {
			n++
		}
	}
	return n
}

// toldOpening is how much of an opening sentence a passage must tell for the source
// to know who is meant.
const toldOpening = 0.25

// opensOtherwise tells whether the sources tell a sentence of the draft, and none
// of the sentences that do opens like it.
func (s *support) opensOtherwise(draft *fact.Sheet, sentence int) bool {
	ps := s.telling(draft, sentence)
	if ps == nil {
		return false
	}
	if share, terms := s.tells(ps, 0, 0); share < toldOpening || terms == 0 {
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
