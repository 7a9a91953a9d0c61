package rules

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// foreignPolarity reports a plain negation ("not", "kein", "ne … pas") in one
// language where the other has nothing that could render it: no negation of any
// kind, no word that denies or limits ("only", "refused", "impossible"), no
// opposite made by a prefix. Translators move negations about and turn them into
// other words freely, so only their utter absence speaks.
func (p *Pass) foreignPolarity() {
	for i := range p.across().passages {
		p.oneSided(&p.across().passages[i])
	}
}

// oneSided reports a negation of a passage where the other side has nothing
// negative at all, and tells whether it did.
func (p *Pass) oneSided(x *passage) bool {
	s, t := p.polarity(0, x), p.polarity(1, x)
	switch {
	case len(t.plain) > 0 && !s.denies(p, x.nearSource) && !standsIn(p.Alignment.Source, x.nearSource, t.plain[0].Text()):
		p.addedNegation(x, t.plain[0])
	case len(s.plain) > 0 && !t.denies(p, x.nearTarget) && !standsIn(p.Alignment.Target, x.nearTarget, s.plain[0].Text()):
		p.lostNegation(x, s.plain[0])
	default:
		return false
	}
	return true
}

func (p *Pass) addedNegation(x *passage, at Mention) {
	p.Report(Finding{Severity: Warning, Confidence: 0.85, At: at, Related: []Mention{sentencesMention(p.Alignment.Source, x.source)},
		Message: "“" + clip(at.Text()) + "” negates what the source affirms"})
}

func (p *Pass) lostNegation(x *passage, of Mention) {
	p.Report(Finding{Severity: Warning, Confidence: 0.85, At: sentencesMention(p.Alignment.Target, x.target), Related: []Mention{of},
		Message: "the negation “" + clip(of.Text()) + "” of the source is lost"})
}

// standsIn tells whether a word stands in some sentences as it is: quoted in its
// own language, or as the name of a thing.
func standsIn(s *fact.Sheet, sentences []int, word string) bool {
	for _, i := range sentences {
		for _, t := range s.Article.Sentences[i].Tokens {
			if strings.EqualFold(t.Text, word) {
				return true
			}
		}
	}
	return false
}

// polar is how a side of a passage denies.
type polar struct {
	side  int
	plain []Mention // negations that can hardly be rendered without a negative word
}

// polarity reads the plain negations of a side of a passage.
func (p *Pass) polarity(side int, x *passage) polar {
	out := polar{side: side}
	sheet := p.sheets()[side]
	l := language.For(sheet.Article.Lang)
	own, _ := x.side(side)
	for _, i := range own {
		ts := sheet.Article.Sentences[i].Tokens
		for _, n := range fact.Negations(sheet.Article, i) {
			if (n.Kind == language.Not || n.Kind == language.NoneOf) && n.Head >= 0 && !l.Negative(ts[n.First].Lower) && (n.Last-n.First < 3 || ts[n.First].Lower != ts[n.Last-1].Lower) && !idiomatic(l, ts, n) && !contrasts(ts, n) && !asked(ts) {
				out.plain = append(out.plain, mention(sheet, i, n.First, n.Last))
			}
		}
	}
	return out
}

// contrasts tells whether a negation sets one thing off against another behind a
// comma or a conjunction ("Arabic, and not African"), which "rather than" says too.
func contrasts(ts []article.Token, n fact.Negation) bool {
	return n.First > 0 && (isMark(&ts[n.First-1], ",") || n.First > 1 && isMark(&ts[n.First-2], ",") && len(ts[n.First-1].Text) <= 3) && n.Last-n.First == 1
}

// asked tells whether a sentence asks: "isn't it" asks what "is it" does.
func asked(ts []article.Token) bool {
	for i := max(0, len(ts)-2); i < len(ts); i++ {
		if isMark(&ts[i], "?") {
			return true
		}
	}
	return false
}

// idiomatic tells whether a negation is part of a phrase that denies nothing.
func idiomatic(l *language.Language, ts []article.Token, n fact.Negation) bool {
	var words [6]string
	for i := max(0, n.First-2); i <= n.First; i++ {
		ws := words[:0]
		for k := i; k < len(ts) && len(ws) < cap(words); k++ {
			ws = append(ws, ts[k].Lower)
		}
		if k := l.NegationIdiom(ws); k > 0 && i+k > n.First {
			return true
		}
	}
	return false
}

// denies tells whether sentences hold anything negative at all.
func (o *polar) denies(p *Pass, sentences []int) bool {
	sheet := p.sheets()[o.side]
	l := language.For(sheet.Article.Lang)
	if l.Tag == "und" {
		return true
	}
	lex := lexicon.For(l.Tag)
	for _, i := range sentences {
		if len(fact.Negations(sheet.Article, i)) > 0 {
			return true
		}
		ts := sheet.Article.Sentences[i].Tokens
		for j := range ts {
			t := &ts[j]
			if t.Kind == article.Word && (l.IsNegation(t.Lower) || l.Negative(t.Lower) || negatedByPrefix(lex, t.Lower) || strings.HasSuffix(t.Lower, "n't")) {
				return true
			}
		}
	}
	return false
}

// negatedByPrefix tells whether an English word is the opposite of another one by
// its ends: "unable", "careless".
func negatedByPrefix(lex *lexicon.Lexicon, w string) bool {
	if len(w) < 6 || lex.Tag() != "en" {
		return false
	}
	for _, prefix := range [...]string{"un", "in", "im", "ir", "il", "dis", "non", "mis"} {
		if rest, ok := strings.CutPrefix(w, prefix); ok && len(rest) > 3 && lex.Ordinary(rest) {
			return true
		}
	}
	return strings.HasSuffix(w, "less") || strings.HasSuffix(w, "lessly")
}
