package rules

import (
	"github.com/sourcelint/sourcelint/align/article"
)

// UnbalancedMark reports a bracket or quotation mark without its partner.
//
// Why: where a quotation opens and never closes, a reader cannot tell the
// speaker's words from the writer's.
//
// Fires:
//
//	"We will appeal, the lawyer said.
//
// Quiet:
//
//	"We will appeal.
//
//	"And we will win," the lawyer said. 1) First, a 6" pipe (5'11").
//
// Misses: single quotation marks, which look like apostrophes; marks that are
// balanced but in the wrong place.
var UnbalancedMark = &Rule{
	Name:     "unbalanced-mark",
	Category: Typographical,
	Severity: Warning,
	Scope:    One,
	Check:    checkUnbalancedMark,
}

// closes tells whether a mark may close what another opened; languages disagree
// about quotation marks.
func closes(opening, mark string) bool {
	switch opening {
	case "(":
		return mark == ")"
	case "[":
		return mark == "]"
	default:
		return mark == "”" || mark == "“"
	}
}

func checkUnbalancedMark(p *Pass) {
	a := p.Sheet.Article
	for bi := range a.Blocks {
		b := &a.Blocks[bi]
		if !prose(b.Kind) && b.Kind != article.ListItem && b.Kind != article.Caption {
			continue
		}
		if sentence, tok := unbalanced(a, b); sentence >= 0 && !continued(a, bi, sentence, tok) {
			t := &a.Sentences[sentence].Tokens[tok]
			if p.Case.Unit && p.sourceUnbalanced() {
				continue // as in the source
			}
			p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(p.Sheet, sentence, tok, tok+1),
				Message: "“" + t.Text + "” has no partner in this paragraph"})
		}
	}
}

// sourceUnbalanced tells whether a source of a unit has a mark without a partner.
func (p *Pass) sourceUnbalanced() bool {
	for _, s := range p.Sheets[:len(p.Case.Sources)] {
		for bi := range s.Article.Blocks {
			if i, _ := unbalanced(s.Article, &s.Article.Blocks[bi]); i >= 0 {
				return true
			}
		}
	}
	return false
}

// open is a mark that waits for its partner.
type open struct {
	sentence, token int
	mark            string
}

// unbalanced returns the first mark of a block that has no partner, or -1.
func unbalanced(a *article.Article, b *article.Block) (sentence, token int) {
	var stack []open
	var straight *open // an open straight quotation mark
	for si := b.First; si < b.Last; si++ {
		ts := a.Sentences[si].Tokens
		for ti := range ts {
			t := &ts[ti]
			if t.Kind != article.Punct {
				continue
			}
			switch t.Text {
			case "\"":
				if ti > 0 && !t.Space && ts[ti-1].Kind == article.Number && straight == nil {
					continue // 6" is inches
				}
				if straight == nil {
					straight = &open{si, ti, t.Text}
				} else {
					straight = nil
				}
			case "(", "[", "“", "„":
				if n := len(stack); n > 0 && t.Text == "“" && stack[n-1].mark == "„" {
					stack = stack[:n-1]
					continue
				}
				stack = append(stack, open{si, ti, t.Text})
			case ")", "]", "”":
				n := len(stack)
				switch {
				case n > 0 && closes(stack[n-1].mark, t.Text):
					stack = stack[:n-1]
				case t.Text == ")" && enumerates(ts, ti):
				case t.Text == "”" && straight != nil:
					straight = nil // mixed styles: "…”
				default:
					return si, ti
				}
			}
		}
	}
	if len(stack) > 0 {
		if m := stack[len(stack)-1].mark; straight != nil && (m == "“" || m == "„") {
			return -1, -1 // “…" or „…" in mixed styles
		}
		return stack[0].sentence, stack[0].token
	}
	if straight != nil {
		return straight.sentence, straight.token
	}
	return -1, -1
}

// enumerates tells whether the closing bracket ends a label: "1)", "a)", ":)".
func enumerates(ts []article.Token, i int) bool {
	if i == 0 {
		return true
	}
	before := &ts[i-1]
	if isMark(before, ":", ";", "-") {
		return true // a smiley
	}
	return !ts[i].Space && (before.Kind == article.Number || len(before.Text) <= 4) && (i == 1 || ts[i-1].Space)
}

// continued tells whether the open mark begins a quotation that goes on in the
// next paragraph, which by custom opens again and closes only at its end; or
// closes one that began in the paragraph before.
func continued(a *article.Article, block, sentence, token int) bool {
	t := &a.Sentences[sentence].Tokens[token]
	switch t.Text {
	case "“", "„", "\"", "«":
	case "”":
		return block > 0 && a.Blocks[block-1].Last > a.Blocks[block-1].First && opensWithQuote(a, block-1)
	case "(", "[":
		return goesOnBehind(a, block)
	case ")", "]":
		return block > 0 && !prose(a.Blocks[block-1].Kind)
	default:
		return false
	}
	for next := block + 1; next < len(a.Blocks); next++ {
		if b := &a.Blocks[next]; b.Last > b.First && b.Kind != article.Caption && b.Kind.Linted() {
			return opensWithQuote(a, next)
		}
	}
	return false
}

// goesOnBehind tells whether a paragraph leads to code, a list or a table, behind
// which its sentence may go on.
func goesOnBehind(a *article.Article, block int) bool {
	return block+1 < len(a.Blocks) && !prose(a.Blocks[block+1].Kind) && a.Blocks[block+1].Kind != article.Heading && a.Blocks[block].Kind == article.Paragraph
}

func opensWithQuote(a *article.Article, block int) bool {
	b := &a.Blocks[block]
	return b.Last > b.First && isMark(&a.Sentences[b.First].Tokens[0], "“", "„", "\"", "«", "‘", "'")
}
