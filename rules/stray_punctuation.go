package rules

import "github.com/sourcelint/sourcelint/align/article"

// StrayPunctuation reports a full stop, comma or other mark that stands twice
// or by itself.
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
//
// Misses: a mark that is wrong but stands alone in its place.
var StrayPunctuation = &Rule{
	Name:     "stray-punctuation",
	Category: Typographical,
	Severity: Warning,
	Scope:    One,
	Check:    checkStrayPunctuation,
}

func checkStrayPunctuation(p *Pass) {
	a := p.Sheet.Article
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
		return true // "Washington. ." or "so , ."
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
