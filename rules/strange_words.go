package rules

import (
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// strangeWords reports words of an edited text that are not of its language: in
// another script than its source, or in small letters and in no dictionary. What
// the source has is right, and what is one slip away from a word is a misspelling.
func (p *Pass) strangeWords() {
	al := p.Alignment
	sp := &speller{Pass: p, lex: lexicon.For(al.Target.Article.Lang), lang: language.For(al.Target.Article.Lang)}
	latin := !otherScripts(al.Source.Article)
	for i, s := range linted(al.Target.Article) {
		for j := 0; j < len(s.Tokens); {
			n := 0
			for j+n < len(s.Tokens) && sp.strange(s.Tokens, j+n, latin) {
				n++
			}
			if n > 0 {
				at := mention(al.Target, i, j, j+n)
				p.Report(Finding{Severity: Warning, Confidence: 0.9, At: at,
					Message: "“" + clip(at.Text()) + "” is no word of the language, nor is it in the source"})
			}
			j += max(n, 1)
		}
	}
}

// strange tells whether token j is a word of another language.
func (sp *speller) strange(ts []article.Token, j int, latin bool) bool {
	t := &ts[j]
	if t.Kind != article.Word || sp.inSource(t.Lower) {
		return false
	}
	if latin && otherScript(t.Text) {
		return len(t.Text) > 2 // not β, a sign of mathematics
	}
	if sp.lex.Known(noWord) || t.Text != t.Lower || len(t.Text) < 3 || hasDigit(t.Text) || attached(ts, j) || quotedWord(ts, j) || bracketed(ts, j) || sp.repeated(t.Lower) {
		return false
	}
	if _, ok := sp.lang.Abbreviation(t.Lower); ok || sp.lex.Known(t.Lower) || sp.lang.StopWord(t.Lower) || isMark(&ts[max(0, j-1)], "/") || sp.lang.Classes().Of(t.Lower)&language.NameParticle != 0 {
		return false
	}
	if u, _ := sp.lang.Unit([]string{t.Lower}); u != nil {
		return false
	}
	_, slip := sp.slip(ts, j)
	return !slip && !besideName(ts, j)
}

// otherScripts tells whether an article has words that are not in Latin letters.
func otherScripts(a *article.Article) bool {
	for i := range a.Sentences {
		for j := range a.Sentences[i].Tokens {
			if t := &a.Sentences[i].Tokens[j]; t.Kind == article.Word && len(t.Text) > 2 && otherScript(t.Text) {
				return true
			}
		}
	}
	return false
}
