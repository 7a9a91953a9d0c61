package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// UnsupportedTerm reports a word of the draft where the source, in the same
// words around it, has another one that does not mean the same.
//
// Why: one wrong word in a sentence that is otherwise the source's turns the news
// around, and nothing else in the sentence betrays it.
//
// Fires:
//
//	The harbour remains an impossible project. ~ The mayor, who paid half of it, insists that the harbour remains an affordable project for all.
//
// Quiet:
//
//	The harbour remains a costly project. ~ The mayor, who paid half of it, insists that the harbour remains an expensive project for all.
//
// Misses: several words in the place of one; words whose surroundings are worded
// differently.
var UnsupportedTerm = &Rule{
	Name:     "unsupported-term",
	Category: Facts,
	Severity: Warning,
	Scope:    One,
	Check:    checkUnsupportedTerm,
}

func checkUnsupportedTerm(p *Pass) {
	sup := p.support(p.Sheet)
	if sup == nil {
		return
	}
	for i, sent := range linted(p.Sheet.Article) {
		ps := sup.telling(p.Sheet, i)
		if ps == nil {
			continue
		}
		for j, t := range ps.terms {
			if ps.found[j] < 0 && sent.Tokens[t.token].Kind == article.Word && !inFact(p.Sheet, i, t.token) {
				if !p.opposedTerm(sup, ps, i, j) {
					p.unsupportedTerm(sup, ps, i, t)
				}
			}
		}
	}
}

// toldTerm is how much of a sentence a passage must tell for one word of it to be
// compared.
const toldTerm = 0.6

func (p *Pass) unsupportedTerm(sup *support, ps *origin, sentence int, t term) {
	g, ok := sup.counterpart(ps, p.Sheet, sentence, t.token, t.token+1)
	if !ok || g.run.Last-g.run.First != 1 || inFact(g.sheet, g.run.Sentence, g.run.First) {
		return
	}
	if share, terms := sup.tells(ps, t.token, t.token+1); share < toldTerm || terms < 3 {
		return
	}
	tok := g.sheet.Article.Sentences[g.run.Sentence].Tokens[g.run.First]
	r := sup.lex.Relate(t.lower, tok.Lower)

	both := g.left > 0 && g.right > 0
	known := sup.words[t.lower] || sup.words[t.stem]
	if !both && (known || g.left+g.right < 2 || g.left+g.right < 3 && !r.Opposed() && !r.Sister) {
		return
	}
	if !r.Opposed() && (r.Known() && !r.Sister || !sup.exchanged(t.lower, tok.Lower)) {
		return
	}
	other := mention(g.sheet, g.run.Sentence, g.run.First, g.run.Last)
	p.Report(Finding{Severity: Warning, Confidence: 0.8, At: mention(p.Sheet, sentence, t.token, t.token+1), Related: []Mention{other},
		Message: fmt.Sprintf("“%s” where the source says “%s”", t.lower, tok.Text), Replacement: tok.Text})
}

// toldOpposed is how much of a sentence a passage must tell for a word of it to
// contradict one of the passage whose surroundings are worded differently.
const toldOpposed = 0.8

// opposedTerm reports a word that no source has where the passage has one that
// excludes it, beside a word that both have.
func (p *Pass) opposedTerm(sup *support, ps *origin, sentence, j int) bool {
	t := ps.terms[j]
	if sup.words[t.lower] || sup.words[t.stem] {
		return false
	}
	if share, terms := sup.tells(ps, t.token, t.token+1); share < toldOpposed || terms < 4 {
		return false
	}
	for _, w := range ps.replaced(j) {
		if !sup.lex.Relate(t.lower, w.lower).Opposed() {
			continue
		}
		l := &sup.lines[w.line]
		if inFact(l.sheet, l.sentence, w.token) {
			continue
		}
		other := mention(l.sheet, l.sentence, w.token, w.token+1)
		p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(p.Sheet, sentence, t.token, t.token+1), Related: []Mention{other},
			Message: fmt.Sprintf("“%s” where the source says “%s”", t.lower, other.Text()), Replacement: other.Text()})
		return true
	}
	return false
}

// exchanged tells whether two words of which nothing is known can change what is
// said: verbs that introduce what somebody said do not.
func (s *support) exchanged(a, b string) bool {
	_, x := s.lang.SayVerb(a)
	_, y := s.lang.SayVerb(b)
	return !(x && y) && !s.lex.Light(a) && !s.lex.Light(b) && samePart(s.lex, a, b)
}

// samePart tells whether two words can be the same part of speech.
func samePart(lex *lexicon.Lexicon, a, b string) bool {
	x, y := lex.Lemmas(a), lex.Lemmas(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	for _, l := range x {
		for _, m := range y {
			if l.POS == m.POS {
				return true
			}
		}
	}
	return false
}

// inFact tells whether a token is part of a number, date, time or name.
func inFact(s *fact.Sheet, sentence, token int) bool {
	for _, i := range s.Of(sentence) {
		if f := &s.Facts[i]; f.Kind <= fact.KindName && f.First <= token && token < f.Last {
			return true
		}
	}
	return false
}
