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
// Misses: a comma or full stop that is wrong but stands alone in its place.
var StrayPunctuation = &Rule{
	Name:     "stray-punctuation",
	Category: Typographical,
	Severity: Warning,
	Scope:    One,
	Check:    checkStrayPunctuation,
}

func checkStrayPunctuation(p *Pass) {
	a := p.Sheet.Article
	lang := language.For(a.Lang)
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
			} else if misplaced(ts, j, lang) {
				p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(p.Sheet, i, j-1, j+1),
					Message: "“" + ts[j].Text + "” is stray behind “" + clip(ts[j-1].Text) + "”"})
			}
		}
	}
}

// stray tells whether mark j repeats the mark before it to no purpose.
func stray(ts []article.Token, j int) bool {
	before, t := &ts[j-1], &ts[j]
	switch {
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
func misplaced(ts []article.Token, j int, lang *language.Language) bool {
	before, t := &ts[j-1], &ts[j]
	if t.Kind != article.Punct || t.Space || j+1 >= len(ts) || !ts[j+1].Space || ts[j+1].Kind != article.Word && ts[j+1].Kind != article.Number ||
		before.Kind != article.Word || utf8.RuneCountInString(before.Text) < 2 {
		return false
	}
	class := lang.Classes().Of(before.Lower)
	switch t.Text {
	case "^", "~", "@", "_":
		return j > 1 && startsLower(ts[j+1].Text) && (startsLower(before.Text) || ts[j-1].Space)
	case "-":
		return before.Space && !suspended(ts, j, lang) && (class&language.Function != 0 || startsLower(before.Text) && lang.Classes().Of(ts[j+1].Lower)&language.Function != 0)
	}
	return false
}

// suspended tells whether the hyphen at j stands for the rest of a compound that
// comes later: "two- and three-year", "pre-, mid- or post-war".
func suspended(ts []article.Token, j int, lang *language.Language) bool {
	return lang.Classes().Of(ts[j+1].Lower)&language.Conjunction != 0 || startsUpper(ts[j+1].Text) ||
		lang.Classes().Of(ts[j+1].Lower)&language.Preposition != 0
}
