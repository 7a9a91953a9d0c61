package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// UnsupportedQuote reports a quotation of the draft whose words no source has.
//
// Why: words inside quotation marks were spoken or they were not.
//
// Fires:
//
//	“The plan is sheer madness from start to end,” she said. ~ She called the plan a risk from start to end.
//
// Quiet:
//
//	She spoke of “sheer madness.” ~ “The plan is madness, sheer madness,” she said.
//
// Misses: quotations of one or two words; words that a source has outside of
// quotation marks.
var UnsupportedQuote = &Rule{
	Name:     "unsupported-quote",
	Category: Facts,
	Severity: Warning,
	Scope:    One,
	Check:    checkUnsupportedQuote,
}

// minQuoted is how many words a quotation must have to be looked for, and
// mostKnown the share of its content words that the sources may have.
const (
	minQuoted = 4
	mostKnown = 0.7
)

func checkUnsupportedQuote(p *Pass) {
	sup := p.support(p.Sheet)
	if sup == nil {
		return
	}
	lang := language.For(p.Sheet.Article.Lang)
	for i := range p.Sheet.Facts {
		f := &p.Sheet.Facts[i]
		q, ok := f.Value.(fact.Quotation)
		if !ok || q.Scare || q.Unclosed || len(q.Words) < minQuoted || q.Speaker < 0 && q.Verb == "" {
			continue
		}
		known, content := 0, 0
		for _, w := range q.Words {
			if lang.StopWord(w) {
				continue
			}
			content++
			if sup.words[w] || sup.words[lang.Stem(w)] {
				known++
			}
		}
		if content < 2 || float64(known) > mostKnown*float64(content) {
			continue
		}
		s := &p.Sheet.Article.Sentences[f.Sentence]
		span := article.Span{Start: f.Span.Start, End: min(f.Span.End, s.Span.End)}
		p.Report(Finding{Severity: Warning, Confidence: 0.85, At: Mention{Sheet: p.Sheet, Span: span},
			Message: fmt.Sprintf("no source quotes “%s”", clip(p.Sheet.Article.Text(span)))})
	}
}
