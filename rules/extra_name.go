package rules

import (
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
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
	sev, conf := Info, 0.5
	if unheardOf(at.Sheet, f) {
		sev, conf = Warning, 0.8
	}
	p.Report(Finding{Severity: sev, Confidence: conf, At: at, Related: []Mention{sentencesMention(p.Alignment.Source, x.passage.source)},
		Message: "“" + clip(at.Text()) + "” is not in the source"})
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
