package rules

import (
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// MissingWord reports words between which one is missing: “the of”, “at the.”, “is
// been”; and in a translation a preposition without its object, a verb without
// its subject, half of a pair, and empty brackets; in an edited text also a sentence
// without verb.
//
// Why: a name, noun or verb fell out, and the sentence says nothing without it.
//
// Fires:
//
//	They made great progress at the.
//	The people of the and its rulers met.
//	(en-de) According to, the ferry was late. ~ Nach Angaben von Groening kam die Fähre spät.
//	According to, the tests went well.
//
// Quiet:
//
//	From a to b, and the in-group with vitamin A.
//	It was sold against the will of the heirs.
//	(en-de) It is the place she comes from, in the north. ~ Es ist der Ort im Norden, aus dem sie kommt.
//	The house he came from was sold, and that he did not.
//
// Misses: words that leave no article, preposition or auxiliary behind; the end of a
// segment whose source ends in the same way; languages in which an article may also be
// a pronoun.
var MissingWord = &Rule{
	Name:     "missing-word",
	Category: Grammar,
	Severity: Warning,
	Scope:    One | Translation,
	Check:    checkMissingWord,
}

func checkMissingWord(p *Pass) {
	if p.Sheet == nil {
		p.gaps()
		return
	}
	l := language.For(p.Sheet.Article.Lang)
	if !l.NeverAfterArticle("of") { // no list
		return
	}
	x := p.syntax(p.Sheet.Article)
	for i, s := range linted(p.Sheet.Article) {
		for j := 0; j+1 < len(s.Tokens); j++ {
			if !plainNeighbours(s.Tokens, j) {
				continue
			}
			if danglingArticle(l, s.Tokens, j) && !(s.Tokens[j+1].Kind == article.Punct && p.sourceDangles()) {
				p.missingAfter(i, j, lacuna{j, j + 2})
			} else if g, ok := x.gapAt(s.Tokens, j); ok {
				p.missingAfter(i, g.last-2, g)
			}
		}
	}
}

// sourceDangles tells whether a sentence of the source of a unit ends with an
// article as well: a translation renders what is there.
func (p *Pass) sourceDangles() bool {
	if !p.Case.Unit || len(p.Case.Sources) == 0 {
		return false
	}
	a := p.Sheets[0].Article
	classes := language.For(a.Lang).Classes()
	for i := range a.Sentences {
		ts := a.Sentences[i].Tokens
		if n := len(ts); n > 1 && isTerminal(&ts[n-1]) && ts[n-2].Kind == article.Word && startsLower(ts[n-2].Text) && classes.Of(ts[n-2].Lower)&language.Determiner != 0 {
			return true
		}
	}
	return false
}

func (p *Pass) missingAfter(sentence, j int, g lacuna) {
	p.Report(Finding{Severity: Warning, Confidence: 0.9, At: mention(p.Sheet, sentence, g.first, g.last),
		Message: "a word is missing after “" + p.Sheet.Article.Sentences[sentence].Tokens[j].Text + "”"})
}

// plainNeighbours tells whether token j is a word of running text, and no code,
// mark-up or quotation parts it from what follows.
func plainNeighbours(ts []article.Token, j int) bool {
	t, next := &ts[j], &ts[j+1]
	return t.Kind == article.Word && (t.Text == t.Lower || j == 0) && !touchesCode(ts, j) && !touchesCode(ts, j+1) && !hyphened(ts, j) && !cited(ts, j) &&
		next.Span.Start-t.Span.End <= 1
}

// danglingArticle tells whether token j, a word with plain neighbours, is an article
// that no noun follows.
func danglingArticle(l *language.Language, ts []article.Token, j int) bool {
	t, next := &ts[j], &ts[j+1]
	letter := t.Lower == "a" // also a letter of the alphabet
	switch {
	case !l.NeedsNoun(t.Lower):
		return false
	case next.Kind == article.Word:
		return next.Space && next.Text == next.Lower && l.NeverAfterArticle(next.Lower) && !hyphened(ts, j+1) &&
			(!letter || next.Lower != "to" && next.Lower != "and" && next.Lower != "or" && next.Lower != "is") &&
			(next.Lower != "will" || j+2 == len(ts) || ts[j+2].Kind == article.Word && !l.NeverAfterArticle(ts[j+2].Lower)) // against the will of
	case letter || next.Kind != article.Punct:
		return false
	}
	return isMark(next, ".", "!", "?") && (j+2 == len(ts) || !next.Space && ts[j+2].Space || ts[j+2].Kind == article.Punct && quoteMark(ts[j+2].Text))
}
