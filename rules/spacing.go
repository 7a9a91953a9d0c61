package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// Spacing reports white space before a comma or full stop, none after one, and
// a space between a currency sign and its amount.
//
// Why: such spaces break lines in the wrong place and are the mark of text that
// a machine took apart and put together again.
//
// Fires:
//
//	The club spent $ 3 million ,according to its report.
//
// Quiet:
//
//	The club spent $3 million, or 1 500 € (it says).
//
// Misses: double spaces, which most formats fold; languages that put a space
// before some marks (French) are only checked for comma and full stop. Where a
// whole article is written so, it is one finding of severity info.
var Spacing = &Rule{
	Name:     "spacing",
	Category: Whitespace,
	Severity: Warning,
	Scope:    One,
	Check:    checkSpacing,
}

func checkSpacing(p *Pass) {
	a := p.Sheet.Article
	spaced, marks := spacedMarks(a)
	tokenised := spaced*3 > marks && marks > 0
	if tokenised && p.sourceSpaced() {
		return
	}
	if tokenised && !p.Case.Unit {
		p.reportTokenised(spaced, marks)
	}
	lang := language.For(a.Lang)
	var split *Finding // one finding for all split amounts: they are one habit
	var gaps []Finding // before commas and full stops
	given := p.sourceGaps()
	for i, s := range linted(a) {
		ts := s.Tokens
		for j := range ts {
			switch {
			case spacedMark(ts, j):
				if tokenised && !p.Case.Unit {
					continue
				}
				if given[ts[j].Text]--; given[ts[j].Text] >= 0 {
					continue
				}
				gaps = append(gaps, Finding{Severity: Warning, Confidence: 0.9, At: mention(p.Sheet, i, j-1, j+1),
					Message: "white space before “" + ts[j].Text + "”"})
			case glued(ts, j):
				p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(p.Sheet, i, j-1, j+2),
					Message: "no space after “" + ts[j].Text + "”"})
			case splitCurrency(ts, j, lang) && split != nil:
				split.Related = append(split.Related, mention(p.Sheet, i, j, j+2))
			case splitCurrency(ts, j, lang):
				split = &Finding{Severity: Warning, Confidence: 0.85, At: mention(p.Sheet, i, j, j+2),
					Message:     "space between “" + ts[j].Text + "” and its amount",
					Replacement: ts[j].Text + ts[j+1].Text}
			}
		}
	}
	if split != nil {
		p.Report(*split)
	}
	p.reportGaps(gaps)
}

// manyGaps is how many spaced marks of one article are a habit, and one finding.
const manyGaps = 3

func (p *Pass) reportGaps(gaps []Finding) {
	if len(gaps) > manyGaps {
		first := gaps[0]
		first.Message += fmt.Sprintf(" here and in %d other places", len(gaps)-1)
		for _, g := range gaps[1:] {
			first.Related = append(first.Related, g.At)
		}
		gaps = []Finding{first}
	}
	for _, g := range gaps {
		p.Report(g)
	}
}

// sourceSpaced tells whether the sources are written with spaced marks too.
func (p *Pass) sourceSpaced() bool {
	for _, s := range p.Sheets[:len(p.Case.Sources)] {
		if spaced, marks := spacedMarks(s.Article); spaced*3 > marks && marks > 0 {
			return true
		}
	}
	return false
}

// sourceGaps counts the marks of the source of a unit that have white space before
// them: a translation keeps what is there.
func (p *Pass) sourceGaps() map[string]int {
	out := map[string]int{}
	if !p.Case.Unit || len(p.Case.Sources) == 0 {
		return out
	}
	for _, s := range linted(p.Sheets[0].Article) {
		for j := range s.Tokens {
			if spacedMark(s.Tokens, j) {
				out[s.Tokens[j].Text]++
			}
		}
	}
	return out
}

func (p *Pass) reportTokenised(spaced, marks int) {
	for i, s := range linted(p.Sheet.Article) {
		for j := range s.Tokens {
			if spacedMark(s.Tokens, j) {
				p.Report(Finding{Severity: Info, Confidence: 0.9, At: mention(p.Sheet, i, j-1, j+1),
					Message: "most commas and full stops of this article have white space before them"})
				return
			}
		}
	}
}

// spacedMarks counts commas and full stops, and those of them with a space
// before. Where only full stops have one, only they are counted.
func spacedMarks(a *article.Article) (spaced, marks int) {
	var n, sp [2]int
	for _, s := range linted(a) {
		for j := range s.Tokens {
			if t := &s.Tokens[j]; isMark(t, ",", ".") {
				k := 0
				if t.Text == "." {
					k = 1
				}
				n[k]++
				if spacedMark(s.Tokens, j) {
					sp[k]++
				}
			}
		}
	}
	if sp[0] == 0 {
		return sp[1], n[1]
	}
	return sp[0] + sp[1], n[0] + n[1]
}

// spacedMark tells whether token j is a comma or full stop with white space
// between it and the word before.
func spacedMark(ts []article.Token, j int) bool {
	if j == 0 || !ts[j].Space || !isMark(&ts[j], ",", ".") {
		return false
	}
	if k := ts[j-1].Kind; k != article.Word && k != article.Number && !isClosing(&ts[j-1]) {
		return false
	}
	return j+1 == len(ts) || ts[j+1].Space || !isMark(&ts[j], ".") // " .NET" and " .5" are words
}

// glued tells whether token j is a comma with words on both sides and no space.
func glued(ts []article.Token, j int) bool {
	return j > 0 && j+1 < len(ts) && isMark(&ts[j], ",") && !ts[j].Space && !ts[j+1].Space &&
		ts[j-1].Kind == article.Word && ts[j+1].Kind == article.Word && len(ts[j-1].Text) > 2 && len(ts[j+1].Text) > 2 &&
		startsLower(ts[j-1].Text) && startsLower(ts[j+1].Text)
}

// splitCurrency tells whether token j is a currency sign that its amount should
// follow at once but does not.
func splitCurrency(ts []article.Token, j int, lang *language.Language) bool {
	return j+1 < len(ts) && isMark(&ts[j], "$", "£", "€") && ts[j+1].Kind == article.Number && ts[j+1].Space &&
		lang.Tag == "en" && (j == 0 || ts[j-1].Kind != article.Number)
}
