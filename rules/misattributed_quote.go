package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// MisattributedQuote reports a quotation that another article gives, in the same
// words, to somebody else.
//
// Why: words put into the wrong mouth harm two people at once.
//
// Fires:
//
//	"We will not pay a cent of it," Ruth Amsel said. ~ "We will not pay a cent of it," Dana Brooks said.
//
// Quiet:
//
//	"We will not pay a cent of it," the mayor said. ~ "We will not pay a cent of it," said Dana Brooks.
//
// Misses: speakers who are not named in their articles.
var MisattributedQuote = &Rule{
	Name:     "misattributed-quote",
	Category: Facts,
	Severity: Error,
	Scope:    Whole,
	Check:    checkMisattributedQuote,
}

func checkMisattributedQuote(p *Pass) {
	if len(p.Sheets) < 2 || p.Case.Relation != align.Story {
		return
	}
	q := p.quotations()
	for i := range q.all {
		v := &q.all[i]
		if !v.quoted || v.speaker < 0 {
			continue
		}
		var others []*verbatim
		for _, j := range q.candidates(i) {
			x := &q.all[j]
			d := q.compare(j, int32(i))
			if d.Match != fact.SameQuote && d.Match != fact.CutQuote || d.Content < 2 || d.Matched < 4 {
				continue
			}
			if x.speaker < 0 || x.speaker == v.speaker {
				others = nil // somebody agrees, or leaves it open
				break
			}
			if !slices.ContainsFunc(others, func(o *verbatim) bool { return o.sheet == x.sheet }) {
				others = append(others, x)
			}
		}
		for _, x := range others {
			p.attributionConflict(x, v)
		}
	}
}

// attributionConflict reports two speakers of one quotation.
func (p *Pass) attributionConflict(x, v *verbatim) {
	if len(p.Case.Sources) > 0 && p.isSource(x.sheet) == p.isSource(v.sheet) || !p.person(x.speaker) || !p.person(v.speaker) ||
		p.shareName(x.speaker, v.speaker) {
		return
	}
	src, tgt := x.whole(p.groupName(x.speaker)), v.whole(p.groupName(v.speaker))
	if p.isSource(v.sheet) {
		src, tgt = tgt, src
	}
	p.Conflict(Conflict{Source: src, Target: tgt, Severity: Error, Confidence: 0.9,
		Message: func(at, other Mention, count int) string {
			return fmt.Sprintf("quoted from %s, but from %s in %s", at.Value, other.Value, p.others(count))
		}})
}

// whole is a mention of all words of a passage.
func (v *verbatim) whole(value string) Mention {
	n := len(v.Spans)
	return Mention{Sheet: v.sheet, Span: article.Span{Start: v.Spans[0].Start, End: v.Spans[n-1].End}, Value: value}
}

// person tells whether a group of linked entities is a person in all articles.
func (p *Pass) person(group int) bool {
	for _, m := range p.links().Groups[group] {
		if p.Sheets[m.Sheet].Entities[m.Entity].Kind != fact.Person {
			return false
		}
	}
	return true
}

// shareName tells whether two people share a part of their names, as one of them
// does who is now called by the given name and now by the full one.
func (p *Pass) shareName(g, h int) bool {
	b := strings.Fields(p.groupName(h))
	return slices.ContainsFunc(strings.Fields(p.groupName(g)), func(w string) bool { return slices.Contains(b, w) })
}

// groupName is the fullest name of a group of linked entities.
func (p *Pass) groupName(group int) string {
	var best []string
	for _, m := range p.links().Groups[group] {
		if name := p.Sheets[m.Sheet].Entities[m.Entity].Name; len(name) > len(best) {
			best = name
		}
	}
	return strings.Join(best, " ")
}
