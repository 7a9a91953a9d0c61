package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// QuoteMismatch reports words inside quotation marks that are not the words
// another article quotes from the same passage.
//
// Why: what stands inside the marks is the speaker's, not the writer's; words
// that drifted were retold, or translated there and back.
//
// Fires:
//
//	He called them “youthful insults from a tired man.” ~ He called them “juvenile insults from a tired man.”
//
// Quiet:
//
//	“… insults from a tired man” ~ "Juvenile insults [...] from a tired man!"
//
// Misses: quotations with too few words in common to be known for the same.
var QuoteMismatch = &Rule{
	Name:     "quote-mismatch",
	Category: Facts,
	Severity: Error,
	Scope:    Story, // a translation of a quotation may choose its words
	Check:    checkQuoteMismatch,
}

func checkQuoteMismatch(p *Pass) {
	al := p.Alignment
	if al.Source.Article.Lang != al.Target.Article.Lang {
		return
	}
	lang := language.For(al.Source.Article.Lang)
	a, b := p.quotations(al.Source), p.quotations(al.Target)
	for i := range b.all {
		if x, d := p.counterpart(lang, &b.all[i], a); x != nil {
			p.quoteConflict(lang, x, &b.all[i], d)
		}
	}
}

// counterpart returns the passage of a that v drifted from, or nil: none is
// like it, or one has the same words.
func (p *Pass) counterpart(lang *language.Language, v *verbatim, a *quotations) (*verbatim, fact.QuoteDiff) {
	var best *verbatim
	var diff fact.QuoteDiff
	for _, i := range a.candidates(lang, v) {
		x := &a.all[i]
		if !v.quoted && !x.quoted || p.speakersDiffer(v, x) {
			continue
		}
		d := fact.CompareQuotes(lang, x.Passage, v.Passage)
		switch d.Match {
		case fact.SameQuote, fact.CutQuote:
			return nil, fact.QuoteDiff{}
		case fact.DriftedQuote:
			if d.Content < 2 && d.Matched < 4 {
				continue
			}
			if best == nil || d.Share > diff.Share {
				best, diff = x, d
			}
		}
	}
	return best, diff
}

// speakersDiffer tells whether two passages are known to be of two people.
func (p *Pass) speakersDiffer(v, x *verbatim) bool {
	g, h := p.group(p.Alignment.Target, v.speaker), p.group(p.Alignment.Source, x.speaker)
	return g >= 0 && h >= 0 && g != h
}

func (p *Pass) quoteConflict(lang *language.Language, x, v *verbatim, d fact.QuoteDiff) {
	sev, conf := quoteSeverity(lang, d, x, v)
	src := Mention{Sheet: p.Alignment.Source, Span: editSpan(&x.Passage, d, func(e fact.QuoteEdit) [2]int { return e.A })}
	tgt := Mention{Sheet: p.Alignment.Target, Span: editSpan(&v.Passage, d, func(e fact.QuoteEdit) [2]int { return e.B })}
	src.Value, tgt.Value = src.Text(), tgt.Text()
	p.Conflict(Conflict{Source: src, Target: tgt, Severity: sev, Confidence: conf, Suggest: true,
		Message: func(at, other Mention, count int) string {
			return fmt.Sprintf("quoted as “%s”, but “%s” in %s", clip(at.Text()), clip(other.Text()), p.others(count))
		}})
}

// quoteSeverity weighs the gravest difference of two quotations.
func quoteSeverity(lang *language.Language, d fact.QuoteDiff, x, v *verbatim) (Severity, float64) {
	sev, conf := Info, 0.6
	for _, e := range d.Edits {
		switch e.Kind {
		case fact.Reworded:
			return Error, 0.93
		case fact.LeftOut:
			if contentIn(lang, x.Words[e.A[0]:e.A[1]]) || contentIn(lang, v.Words[e.B[0]:e.B[1]]) {
				sev, conf = Warning, 0.8
			}
		}
	}
	return sev, conf
}

func contentIn(lang *language.Language, words []string) bool {
	for _, w := range words {
		if !lang.StopWord(w) || lang.IsNegation(w) {
			return true
		}
	}
	return false
}

// editSpan is the span from the first to the last word that differs on one
// side; a side that lacks words is shown by the words beside the gap.
func editSpan(ps *fact.Passage, d fact.QuoteDiff, side func(fact.QuoteEdit) [2]int) article.Span {
	first, last := len(ps.Words), 0
	for _, e := range d.Edits {
		r := side(e)
		lo, hi := r[0], r[1]
		if lo == hi {
			lo, hi = max(0, lo-1), min(len(ps.Words), hi+1)
		}
		first, last = min(first, lo), max(last, hi)
	}
	if first >= last {
		first, last = 0, len(ps.Words)
	}
	return article.Span{Start: ps.Spans[first].Start, End: ps.Spans[last-1].End}
}
