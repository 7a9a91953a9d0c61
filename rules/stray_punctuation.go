package rules

import (
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// StrayPunctuation reports a full stop, comma or other mark that stands twice,
// by itself, or behind a word that cannot stand before it.
//
// Why: a stray mark is what is left where a sentence was cut, joined or
// translated piece by piece; readers see a slip, editors a lost clause.
//
// Fires:
//
//	A renegade who can upset Washington. . Whoever wins faces Jones.
//
// Quiet:
//
//	He paused... and went on. "Really?!" she asked, etc., and left.
//	A two- or three-year term.
//
// Misses: a comma or full stop that is wrong but stands alone in its place; other
// marks between words that another mark could part.
var StrayPunctuation = &Rule{
	Name:     "stray-punctuation",
	Category: Typographical,
	Severity: Warning,
	Scope:    One,
	Check:    checkStrayPunctuation,
}

func checkStrayPunctuation(p *Pass) {
	a := p.Sheet.Article
	x := p.syntax(a)
	for i, s := range linted(a) {
		if a.Blocks[s.Block].Kind == article.TableCell {
			continue
		}
		ts := s.Tokens
		for j := 1; j < len(ts); j++ {
			if stray(ts, j) {
				f := Finding{Severity: Warning, Confidence: 0.9, At: mention(p.Sheet, i, j-1, j+1),
					Message: "“" + a.Text(tokensSpan(s, j-1, j+1)) + "”: one of these marks is stray"}
				if j >= 2 && ts[j-2].Kind == article.Word && ts[j].Space {
					f.At = mention(p.Sheet, i, j-2, j+1)
				}
				p.Report(f)
			} else if x.misplaced(ts, j) && !p.sourceMisplaces(ts[j].Text) {
				p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(p.Sheet, i, j-1, j+1),
					Message: "“" + ts[j].Text + "” is stray behind “" + clip(ts[j-1].Text) + "”"})
			}
		}
	}
}

// sourceMisplaces tells whether the source of a unit has a mark hanging on a word
// in the same way.
func (p *Pass) sourceMisplaces(mark string) bool {
	if !p.Case.Unit || len(p.Case.Sources) == 0 {
		return false
	}
	a := p.Sheets[0].Article
	x := p.syntax(a)
	for i := range a.Sentences {
		ts := a.Sentences[i].Tokens
		for j := 1; j < len(ts); j++ {
			if ts[j].Text == mark && x.misplaced(ts, j) {
				return true
			}
		}
	}
	return false
}

// stray tells whether mark j repeats the mark before it to no purpose.
func stray(ts []article.Token, j int) bool {
	before, t := &ts[j-1], &ts[j]
	switch {
	case isMark(t, "!", "?") && before.Text == ",":
		return !t.Space && j+1 < len(ts) && ts[j+1].Space
	case !isMark(t, ".", ",", ";", ":") || !isMark(before, ".", ",", ";", ":", "!", "?"):
		return false
	case t.Text == "." && t.Space:
		// "Washington. ." or "so , .", but not the name of a file: ", .py"
		return j+1 == len(ts) || ts[j+1].Space || ts[j+1].Kind == article.Punct
	case t.Text == "," && before.Text == ",":
		return true
	case t.Text == "." && before.Text == ".":
		return !t.Space && (j < 2 || !isMark(&ts[j-2], ".")) && (j+1 == len(ts) || !isMark(&ts[j+1], ".")) // two dots, not an ellipsis
	case t.Text == "." || before.Text == ".":
		return false // "etc.," and "U.S.:" are right; ",." is rare enough to be one of them
	default:
		return t.Text != before.Text && (t.Text == "," || t.Text == ";") && (before.Text == "," || before.Text == ";" || before.Text == ":")
	}
}

// misplaced tells whether mark j hangs on a word behind which it has no business,
// inside a sentence that goes on.
func (x syntax) misplaced(ts []article.Token, j int) bool {
	before, t := &ts[j-1], &ts[j]
	if t.Kind != article.Punct || t.Space || j+1 >= len(ts) || !ts[j+1].Space || ts[j+1].Kind != article.Word && ts[j+1].Kind != article.Number ||
		before.Kind != article.Word && before.Kind != article.Number {
		return false
	}
	next := &ts[j+1]
	if before.Kind == article.Number {
		return t.Text == "^" && startsLower(next.Text)
	}
	if utf8.RuneCountInString(before.Text) < 2 {
		return false
	}
	class, then := x.lang.Classes().Of(before.Lower), x.lang.Classes().Of(next.Lower)
	switch t.Text {
	case "^", "~", "@", "_":
		return j > 1 && startsLower(next.Text) && (startsLower(before.Text) || ts[j-1].Space)
	case "-":
		return before.Space && !x.suspended(ts, j) && (class&language.Function != 0 || startsLower(before.Text) && then&language.Function != 0)
	case ";":
		return startsLower(next.Text) && j > 1 && (x.lang.NeedsNoun(before.Lower) || x.finite(next) && !asked(ts) && countText(ts, ";") == 1)
	case "'", "’":
		const joints = language.Determiner | language.Preposition | language.Conjunction | language.Auxiliary
		return startsLower(next.Text) && j > 1 && class&joints != 0 && x.lang.StopWord(before.Lower) && countText(ts[:j], "'", "‘", "’", "‚") == 0
	}
	return false
}

// countText counts the given marks among some tokens.
func countText(ts []article.Token, which ...string) int {
	n := 0
	for i := range ts {
		if isMark(&ts[i], which...) {
			n++
		}
	}
	return n
}

// suspended tells whether the hyphen at j stands for the rest of a compound that
// comes later: "two- and three-year", "pre-, mid- or post-war", "two- to three-year".
func (x syntax) suspended(ts []article.Token, j int) bool {
	next := x.lang.Classes().Of(ts[j+1].Lower)
	if startsUpper(ts[j+1].Text) {
		return x.lang.Tag != "en" || !leans(x.lang, &ts[j-1]) || startsUpper(ts[j-1].Text)
	}
	if next&(language.Conjunction|language.Preposition) == 0 {
		return false
	}
	for k := j + 2; k < min(j+7, len(ts)); k++ { // the compound itself
		if x.lang.Tag != "en" || isMark(&ts[k], "-", "‐", "‑") && !ts[k].Space {
			return true
		}
	}
	// "over- and undertime", but not "they mended- and left"
	return next&language.Conjunction != 0 && !x.transitive(&ts[j-1])
}
