package rules

import (
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// PersonPronoun reports "which" and "it" where a person is meant.
//
// Why: languages that drop the subject (Spanish, Italian, Portuguese) or use one
// word for who and which leave the machine to guess, and it guesses "it".
//
// Fires:
//
//	Jeff Sessions lost. Sessions, which finished second, conceded late.
//
// Quiet:
//
//	The Senate, which met late, voted. Sessions signed the bill. It passed.
//
// Misses: "it" as an object, and anywhere a thing in the sentence before may be
// meant.
var PersonPronoun = &Rule{
	Name:     "person-pronoun",
	Category: Grammar,
	Severity: Warning,
	Scope:    One,
	Check:    checkPersonPronoun,
}

func checkPersonPronoun(p *Pass) {
	a := p.Sheet.Article
	if a.Lang != "en" {
		return
	}
	lang := language.For(a.Lang)
	for i, s := range linted(a) {
		for _, fi := range p.Sheet.Of(i) {
			f := &p.Sheet.Facts[fi]
			if !isPerson(p.Sheet, f) || f.Last+2 >= len(s.Tokens) || !isMark(&s.Tokens[f.Last], ",") || s.Tokens[f.Last+1].Lower != "which" {
				continue
			}
			if !clauseOf(s.Tokens, f, lang) || !p.named(f, int(fi)) {
				continue
			}
			p.Sign(p.Sheet, 1)
			p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(p.Sheet, i, f.First, f.Last+2),
				Message: "“which” for " + s.Tokens[f.Last-1].Text + ", a person: “who” is meant", Replacement: ""})
		}
		if i > 0 && a.Sentences[i-1].Block == s.Block {
			p.pronounIt(i, lang)
		}
	}
}

// named tells whether the article names the person of a name before it stands in
// fact fi. A first mention says too little: "Ford, which builds the engines" may be
// read as a person because of a Peter Ford further down.
func (p *Pass) named(f *fact.Fact, fi int) bool {
	n, ok := f.Value.(fact.Name)
	return ok && p.Sheet.Entities[n.Entity].Mentions[0] < fi
}

func isPerson(s *fact.Sheet, f *fact.Fact) bool {
	n, ok := f.Value.(fact.Name)
	return ok && n.Entity >= 0 && s.Entities[n.Entity].Kind == fact.Person
}

// clauseOf tells whether the relative clause can only belong to the person: the
// name is not the last word of a longer phrase ("the office of Sessions, which").
func clauseOf(ts []article.Token, f *fact.Fact, lang *language.Language) bool {
	if f.First == 0 {
		return true
	}
	before := &ts[f.First-1]
	if before.Kind != article.Word {
		return true
	}
	return !lang.StopWord(before.Lower) || before.Lower == "for" || before.Lower == "that"
}

// pronounIt reports a sentence that begins with "It has" right after one that
// says of a person what he or she is ("Brooks is an outsider for her former post.
// It has spent all it had"): such a sentence names no thing that "it"
// could resume.
func (p *Pass) pronounIt(i int, lang *language.Language) {
	a := p.Sheet.Article
	prev, s := &a.Sentences[i-1], &a.Sentences[i]
	if len(s.Tokens) < 4 || s.Tokens[0].Lower != "it" || s.Tokens[1].Lower != "has" && s.Tokens[1].Lower != "had" {
		return
	}
	if s.Tokens[2].Lower == "been" || !saysWhoIs(p.Sheet, prev, i-1, lang) {
		return
	}
	p.Sign(p.Sheet, 1)
	p.Report(Finding{Severity: Warning, Confidence: 0.8, At: mention(p.Sheet, i, 0, 3),
		Message: "“It” for a person: the sentence before speaks of nothing else that it could resume"})
}

// saysWhoIs tells whether a sentence is a person's name, a form of "be" and a
// description with "his" or "her" in it.
func saysWhoIs(sheet *fact.Sheet, s *article.Sentence, i int, lang *language.Language) bool {
	facts := sheet.Of(i)
	if len(facts) == 0 {
		return false
	}
	f := &sheet.Facts[facts[0]]
	if f.First != 0 || f.Last >= len(s.Tokens) || !isPerson(sheet, f) || lang.Stem(s.Tokens[f.Last].Lower) != "is" && s.Tokens[f.Last].Lower != "was" {
		return false
	}
	for _, t := range s.Tokens[f.Last+1:] {
		if pr, ok := lang.Pronoun(t.Lower); ok && !pr.Thing && (pr.Case == language.Possessive || lang.Determiner(t.Lower)) {
			return true
		}
	}
	return false
}
