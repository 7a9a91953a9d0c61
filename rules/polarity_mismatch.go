package rules

import (
	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// PolarityMismatch reports a passage that says the opposite of its counterpart:
// a negation added or lost, won for lost, rose for fell, before for after.
//
// Why: one small word turns a report around, and no spelling checker minds.
//
// Fires:
//
//	The conditions were known at once. ~ The conditions were not known at once.
//	(en-de) The bridge is not safe. ~ Die Brücke ist sicher.
//
// Quiet:
//
//	She did not attend. ~ She didn't attend. He failed to win. ~ He did not win.
//
//	(en-es) He does not need any key. ~ No necesita ninguna llave.
//
// Misses: opposites said in wholly other words; between two languages, a negation
// that moved to another clause of its passage, and one beside a word that denies or
// limits and has no counterpart.
var PolarityMismatch = &Rule{
	Name:     "polarity-mismatch",
	Category: Facts,
	Severity: Error,
	Scope:    One | Story | Translation,
	Check:    checkPolarityMismatch,
}

func checkPolarityMismatch(p *Pass) {
	if p.Alignment == nil {
		p.summaryPolarity()
		return
	}
	if p.Alignment.Relation == align.Translation && foreign(p.Alignment) {
		p.foreignPolarity()
		return
	}
	told := map[int]bool{} // beads of which a finding says that a negation was added or lost
	if p.Alignment.Relation == align.Translation {
		p.editedPolarity(told)
	}
	subs := p.substitutions()
	for i := range subs {
		s := &subs[i]
		if s.near == 0 || s.facts {
			continue
		}
		switch {
		case s.replaced() && kindOf(s) == "polarity":
			sev := Warning
			if s.near == 2 {
				sev = Error
			}
			p.subConflict(s, sev, 0.85, p.differs("the opposite"))
		case !told[s.bead] && p.negates(s):
			told[s.bead] = true
			sev := Warning
			if s.near == 2 {
				sev = Error
			}
			p.subConflict(s, sev, 0.9, p.differs("a negation was added or lost"))
		}
	}
	if p.Alignment.Relation == align.Translation {
		p.countedPolarity(told)
	}
}

// maxNegation is the most words of a substitution that adds or drops a negation
// ("is listed" for "was not listed"); a longer one says other things besides.
const maxNegation = 3

// negates tells whether one side of a substitution has a negation and the other
// has none, in the whole of the two sentences: a negation that moved is none.
func (p *Pass) negates(s *substitution) bool {
	lang := language.For(p.Alignment.Source.Article.Lang)
	a := negations(p.Alignment.Source, s.source, lang)
	b := negations(p.Alignment.Target, s.target, lang)
	if a == b || s.source.Last-s.source.First > maxNegation || s.target.Last-s.target.First > maxNegation ||
		content(p.Alignment.Source, s.source, lang) || content(p.Alignment.Target, s.target, lang) {
		return false
	}
	bead := &p.Alignment.Beads[s.bead]
	x, y := countNegations(p.Alignment.Source, bead.Source, lang), countNegations(p.Alignment.Target, bead.Target, lang)
	if x > 0 && y > 0 && joinsNegations(p.Alignment.Source, bead.Source, lang)+joinsNegations(p.Alignment.Target, bead.Target, lang) > 0 {
		return false // "neither here nor there", "not here or there"
	}
	return x%2 != y%2
}

// negations tells whether a run holds a negation.
func negations(s *fact.Sheet, r align.Run, lang *language.Language) bool {
	for i := r.First; i < r.Last; i++ {
		if negation(&s.Article.Sentences[r.Sentence].Tokens[i], lang) {
			return true
		}
	}
	return false
}

// joinsNegations counts the conjunctions of sentences that negate: nor.
func joinsNegations(s *fact.Sheet, sentences []int, lang *language.Language) int {
	n := 0
	for _, i := range sentences {
		for j := range s.Article.Sentences[i].Tokens {
			if t := &s.Article.Sentences[i].Tokens[j]; negation(t, lang) && lang.Classes().Of(t.Lower)&language.Conjunction != 0 {
				n++
			}
		}
	}
	return n
}

// content tells whether a run holds a word that is neither a negation nor a
// function word.
func content(s *fact.Sheet, r align.Run, lang *language.Language) bool {
	for i := r.First; i < r.Last; i++ {
		t := &s.Article.Sentences[r.Sentence].Tokens[i]
		if t.Kind == article.Number || t.Kind == article.Word && !negation(t, lang) && !lang.StopWord(t.Lower) {
			return true
		}
	}
	return false
}

func countNegations(s *fact.Sheet, sentences []int, lang *language.Language) int {
	n := 0
	for _, i := range sentences {
		for j := range s.Article.Sentences[i].Tokens {
			if negation(&s.Article.Sentences[i].Tokens[j], lang) {
				n++
			}
		}
	}
	return n
}

func negation(t *article.Token, lang *language.Language) bool {
	return t.Kind == article.Word && lang.IsNegation(t.Lower)
}
