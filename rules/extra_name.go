package rules

import (
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// ExtraName reports a name of a translation of which its source has nothing.
//
// Why: the translator knew more than the text says, or took a word of another
// language for a name.
//
// Fires:
//
//	(en-en) The ferry left the Hafen of Mull at noon. ~ The ferry left the harbour of Mull at noon.
//
// Quiet:
//
//	(en-en) The Polish fleet sailed. ~ The fleet of Poland sailed.
//
// Misses: names that a translation into another language added. A well-known name
// is severity info: an editor may have added what readers need to know.
var ExtraName = &Rule{
	Name:     "extra-name",
	Category: Addition,
	Severity: Warning,
	Scope:    Translation,
	Check: func(p *Pass) {
		for _, x := range p.keptNames() {
			missing := len(x.source)
			if missing == 0 && x.plain != nil {
				missing = 1
			}
			for _, f := range x.target[min(missing, len(x.target)):] {
				p.extraName(&x, f)
			}
		}
	},
}

func (p *Pass) extraName(x *nameLoss, f *fact.Fact) {
	at := Mention{p.Alignment.Target, f.Span, f.Value.String()}
	sev, conf := Warning, 0.8
	if !unheardOf(at.Sheet, f) && (p.explains(x, f) || p.forPronoun(x)) {
		sev, conf = Info, 0.5
	}
	p.Report(Finding{Severity: sev, Confidence: conf, At: at, Related: []Mention{sentencesMention(p.Alignment.Source, x.passage.source)},
		Message: "“" + clip(at.Text()) + "” is not in the source"})
}

// explains tells whether a name says where something is, which an editor may add
// for readers from elsewhere: "the inspectorate in Warsaw".
func (p *Pass) explains(x *nameLoss, f *fact.Fact) bool {
	ts := p.Alignment.Target.Article.Sentences[f.Sentence].Tokens
	c := language.For(p.Alignment.Target.Article.Lang).Classes()
	return f.First > 0 && (c.Of(ts[f.First-1].Lower)&language.Locative != 0 || isMark(&ts[f.First-1], ",", "(") && (f.Last >= len(ts) || ts[f.Last].Kind == article.Punct))
}

// forPronoun tells whether the target has fewer pronouns than its source, so that
// a name of it may stand for one.
func (p *Pass) forPronoun(x *nameLoss) bool {
	return p.pronounCount(0, x.passage.source) > p.pronounCount(1, x.passage.target)
}

func (p *Pass) pronounCount(side int, sentences []int) int {
	a := p.sheets()[side].Article
	l := language.For(a.Lang)
	n := 0
	for _, i := range sentences {
		for j := range a.Sentences[i].Tokens {
			if t := &a.Sentences[i].Tokens[j]; t.Kind == article.Word && l.StopWord(t.Lower) && l.Classes().Of(t.Lower)&(language.PersonalWord|language.PossessiveWord) != 0 {
				n++
			}
		}
	}
	return n
}

// unheardOf tells whether the dictionary has no word of a name.
func unheardOf(s *fact.Sheet, f *fact.Fact) bool {
	lex := lexicon.For(s.Article.Lang)
	ts := s.Article.Sentences[f.Sentence].Tokens
	for j := f.First; j < f.Last; j++ {
		if ts[j].Kind == article.Word && (lex.Listed(ts[j].Lower) || isAcronymToken(ts[j].Text)) {
			return false
		}
	}
	return true
}
