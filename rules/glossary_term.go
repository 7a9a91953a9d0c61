package rules

import "strings"

// GlossaryTerm reports a term of the source that its translation does not render
// as the glossary says.
//
// Why: a reader who meets three words for one thing looks for three things.
//
// Fires:
//
//	(de-en glossary:harbour=Hafen) Der Port wurde gesperrt. ~ The harbour was closed.
//
// Quiet:
//
//	(de-en glossary:harbour=Hafen) Die Hafenbehörde schwieg. ~ The harbours' authority was silent.
//
// Misses: terms in passages of which no translation was found; a term that stands
// twice and is rendered once, since a pronoun may stand for it; whether a rendering
// nearby belongs to the term.
var GlossaryTerm = &Rule{
	Name:     "glossary-term",
	Category: Terminology,
	Severity: Warning,
	Scope:    Translation,
	Check: func(p *Pass) {
		uses := p.termUses()
		for i := range uses {
			u := &uses[i]
			right, _ := u.term.For(p.termsFile())
			if u.term.DoNotTranslate || len(right) == 0 || p.rendered(u) > 0 || len(p.wrongTerms(u)) > 0 {
				continue
			}
			f := Finding{Severity: Warning, Confidence: 0.82, Related: []Mention{u.at}}
			if u.term.Entry(p.termsFile()).PartOfSpeech == "verb" { // its forms may share little with it
				f.Severity, f.Confidence = Info, 0.5
			}
			f.At = sentencesMention(p.Alignment.Target, u.passage.target)
			f.Message = "“" + clip(u.at.Text()) + "” is " + wordList(right) + " in the glossary, which the translation does not have"
			if at, ok := p.untranslatedTerm(u); ok {
				f.At, f.Replacement, f.Confidence = at, right[0], 0.9
				f.Message = "“" + clip(at.Text()) + "” is left as in the source, but is " + wordList(right) + " in the glossary"
			}
			p.Report(f)
		}
	},
}

// untranslatedTerm finds the words of a term in the target of another language.
func (p *Pass) untranslatedTerm(u *termUse) (Mention, bool) {
	if !foreign(p.Alignment) {
		return Mention{}, false
	}
	t, words := p.Alignment.Target, strings.Fields(strings.ToLower(u.at.Text()))
	for _, i := range u.passage.target {
		ts := t.Article.Sentences[i].Tokens
		for j := range ts {
			n := 0
			for n < len(words) && j+n < len(ts) && ts[j+n].Lower == words[n] {
				n++
			}
			if n == len(words) && n > 0 {
				return mention(t, i, j, j+n), true
			}
		}
	}
	return Mention{}, false
}
