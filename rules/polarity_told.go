package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// toldPolarity is how much of a sentence a passage must tell for a negation in one
// of the two to be missing from the other.
const toldPolarity = 0.7

// summaryPolarity reports a negation that a sentence of a draft adds to what its
// passage says, or leaves out, where the two are worded too differently to align.
// Nothing else in the sentence, or in the source's sentence, may deny anything:
// what is denied in two ways, or limited, is beyond a comparison of words.
func (p *Pass) summaryPolarity() {
	sup := p.support(p.Sheet)
	if sup == nil {
		return
	}
	for i, sent := range linted(p.Sheet.Article) {
		ps := sup.telling(p.Sheet, i)
		if ps == nil || asked(sent.Tokens) {
			continue
		}
		if share, terms := sup.tells(ps, 0, 0); share < toldPolarity || terms < 4 {
			continue
		}
		switch ns := fact.Negations(p.Sheet.Article, i); {
		case len(ns) == 1 && plainNegation(sup.lang, sent.Tokens, ns[0]):
			p.addedToTold(sup, ps, i, ns[0])
		case len(ns) == 0 && !limits(sup.lang, sup.lex, sent.Tokens):
			p.lostFromTold(sup, ps, i)
		}
	}
}

// plainNegation tells whether a negation denies the predicate behind it and nothing else.
func plainNegation(l *language.Language, ts []article.Token, n fact.Negation) bool {
	r := denialReader{lang: l}
	return (n.Kind == language.Not || n.Kind == language.FailTo) && n.Head >= 0 && l.Denial(ts[n.First].Lower) == language.NoDenial &&
		idiomOf(l, ts, n.First, n.Last) == language.NoIdiom && !r.contrasts(ts, n)
}

// limitReach is how many words before another one a word stands that limits it.
const limitReach = 5

// limits tells whether some words deny or limit.
func limits(l *language.Language, lex *lexicon.Lexicon, ts []article.Token) bool {
	r := denialReader{lang: l, lex: lex}
	for i := range ts {
		if negation(&ts[i], l) || r.denies(ts, i) {
			return true
		}
	}
	return false
}

// addedToTold reports negation n of a sentence of the draft where the source has
// what it denies, in a sentence without any.
func (p *Pass) addedToTold(sup *support, ps *origin, sentence int, n fact.Negation) {
	j := ps.termFrom(n.Last)
	if j >= 0 && ps.found[j] < 0 && sup.lex.Light(ps.terms[j].lower) {
		j++ // "could not make a return" of "could return"
	}
	if j < 0 || j >= len(ps.terms) || sup.denied(ps.terms[j].stem) {
		return
	}
	for k, w := range ps.words {
		l := &sup.lines[w.line]
		ts := l.sheet.Article.Sentences[l.sentence].Tokens
		if w.stem != ps.terms[j].stem || !ps.beside(j, k) || len(fact.Negations(l.sheet.Article, l.sentence)) > 0 || limits(sup.lang, sup.lex, ts[max(0, w.token-limitReach):w.token]) {
			continue
		}
		p.Report(Finding{Severity: Warning, Confidence: 0.8, At: mention(p.Sheet, sentence, n.First, n.Last), Related: []Mention{mention(l.sheet, l.sentence, w.token, w.token+1)},
			Message: fmt.Sprintf("the source says “%s” without a negation", ts[w.token].Text)})
		return
	}
}

// lostFromTold reports a word of a sentence of the draft that its passage denies.
func (p *Pass) lostFromTold(sup *support, ps *origin, sentence int) {
	for j, q := range ps.found {
		if q < 0 || ps.words[q].stem != ps.terms[j].stem || !ps.beside(j, q) {
			continue
		}
		l := &sup.lines[ps.words[q].line]
		ns := fact.Negations(l.sheet.Article, l.sentence)
		if len(ns) != 1 || ns[0].Head != ps.words[q].token || !plainNegation(sup.lang, l.sheet.Article.Sentences[l.sentence].Tokens, ns[0]) || sup.affirmedIn(ps, ps.words[q]) {
			continue
		}
		p.Report(Finding{Severity: Warning, Confidence: 0.8, At: mention(p.Sheet, sentence, ps.terms[j].token, ps.terms[j].token+1), Related: []Mention{mention(l.sheet, l.sentence, ns[0].First, ns[0].Head+1)},
			Message: fmt.Sprintf("the source denies this: “%s”", clip(mention(l.sheet, l.sentence, ns[0].First, ns[0].Head+1).Text()))})
		return
	}
}

// termFrom returns the first term from a token on, -1 where there is none.
func (p *origin) termFrom(token int) int {
	for i, t := range p.terms {
		if t.token >= token {
			return i
		}
	}
	return -1
}

// denied tells whether a source denies a word anywhere, or a word near it.
func (s *support) denied(stem string) bool {
	for _, n := range s.postings[stem] {
		l := &s.lines[n]
		for _, x := range fact.Negations(l.sheet.Article, l.sentence) {
			for _, t := range l.terms {
				if t.stem == stem && (x.From <= t.token && t.token < x.To || abs(x.First-t.token) <= negationReach) {
					return true
				}
			}
		}
	}
	return false
}

// affirmedIn tells whether another sentence of a passage has a word.
func (s *support) affirmedIn(ps *origin, w windowWord) bool {
	for _, x := range ps.words {
		if x.line != w.line && x.stem == w.stem {
			return true
		}
	}
	return false
}

// negationReach is how many words before a word a negation of it stands.
const negationReach = 3

// negated tells whether a negation stands shortly before a word.
func (s *support) negated(sheet *fact.Sheet, sentence, token int) bool {
	ts := sheet.Article.Sentences[sentence].Tokens
	for i := token - 1; i >= max(0, token-negationReach); i-- {
		if negation(&ts[i], s.lang) {
			return true
		}
	}
	return false
}
