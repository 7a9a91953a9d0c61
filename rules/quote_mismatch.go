package rules

import (
	"fmt"
	"slices"

	"github.com/sourcelint/sourcelint/align"
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
	Scope:    Whole, // of a story: a translation of a quotation may choose its words
	Check:    checkQuoteMismatch,
}

func checkQuoteMismatch(p *Pass) {
	if len(p.Sheets) < 2 || p.Case.Relation != align.Story {
		return
	}
	q := p.quotations()
	for i := range q.all {
		for _, d := range q.drifted(i) {
			p.quoteConflict(q.lang, &q.all[d.other], &q.all[i], d.QuoteDiff)
		}
	}
}

// drift is how a passage differs from another.
type drift struct {
	other int32
	fact.QuoteDiff
}

// drifted returns the passages that passage i drifted from, one an article; none
// where any article has its very words.
func (q *quotations) drifted(i int) []drift {
	v := &q.all[i]
	var out []drift
	for _, j := range q.candidates(i) {
		x := &q.all[j]
		d := q.compare(j, int32(i))
		switch {
		case d.Match == fact.SameQuote || d.Match == fact.CutQuote:
			return nil
		case d.Match != fact.DriftedQuote || !sameUtterance(v, x, d):
		case slices.ContainsFunc(out, func(o drift) bool { return q.all[o.other].sheet == x.sheet }):
		default:
			out = append(out, drift{j, d})
		}
	}
	return out
}

// sameUtterance tells whether two passages that differ were one: they share
// enough words to be sure, or fewer and are known to be of one speaker.
func sameUtterance(v, x *verbatim, d fact.QuoteDiff) bool {
	switch {
	case v.speaker >= 0 && x.speaker >= 0 && v.speaker != x.speaker:
		return false
	case v.speaker >= 0 && v.speaker == x.speaker && d.Matched >= 3 && d.Content >= 1:
		return true
	}
	return d.Content >= 2 && d.Matched >= 4
}

// quoteConflict reports passage v and its counterpart x, of a source if there are any.
func (p *Pass) quoteConflict(lang *language.Language, x, v *verbatim, d fact.QuoteDiff) {
	if len(p.Case.Sources) > 0 && p.isSource(x.sheet) == p.isSource(v.sheet) {
		return
	}
	sev, conf := quoteSeverity(lang, d, x, v)
	src := Mention{Sheet: x.sheet, Span: editSpan(&x.Passage, d, func(e fact.QuoteEdit) [2]int { return e.A })}
	tgt := Mention{Sheet: v.sheet, Span: editSpan(&v.Passage, d, func(e fact.QuoteEdit) [2]int { return e.B })}
	src.Value, tgt.Value = src.Text(), tgt.Text()
	if p.isSource(v.sheet) {
		src, tgt = tgt, src
	}
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
