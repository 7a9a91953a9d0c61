package rules

import (
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"

	"github.com/sourcelint/sourcelint/align/article"
)

// MarkupMismatch reports markup that a translation broke: code that is spelled
// otherwise than in the source, lines of code blocks that differ, marks of emphasis that have lost their
// counterpart and, in a unit of a bilingual file, inline elements that are
// missing or new.
//
// Why: code must be typed as it stands, and broken markup shows up in the text
// that readers see.
//
// Fires:
//
//	(es-en md) Ejecute `lint versión` con **cuidado**. ~ Run `lint version` with **care**.
//	(es-en md) Ejecute `lint` con **cuidado. ~ Run `lint` with **care**.
//
// Quiet:
//
//	(es-en md) Con cuidado, ejecute `lint version`. ~ Run `lint version` with **care**.
//
// Misses: emphasis that is left out as a whole; code that is translated or replaced
// altogether; elements of HTML in documents.
var MarkupMismatch = &Rule{
	Name:     "markup-mismatch",
	Category: Markup,
	Severity: Error,
	Scope:    Translation,
	Check:    checkMarkup,
}

func checkMarkup(p *Pass) {
	al := p.Alignment
	p.codeBlocks()
	source, target := newCodes(al.Source.Article), newCodes(al.Target.Article)
	for _, st := range stretches(al, p.Case.Unit) {
		p.codes(&st, source, target)
		p.strayEmphasis(&st)
		if p.Case.Unit {
			p.elements(&st)
		}
	}
}

func codeKey(in article.Inline) string {
	if in.Kind != article.CodeSpan {
		return ""
	}
	return strings.Join(strings.Fields(in.Target), " ")
}

// codeSet knows the code of an article: its code spans and code blocks.
type codeSet struct {
	spans  tally
	blocks []string
}

func newCodes(a *article.Article) *codeSet {
	c := &codeSet{spans: countInlines(a.Inlines, codeKey)}
	for _, b := range a.Blocks {
		if b.Kind == article.Code {
			c.blocks = append(c.blocks, a.Text(b.Span))
		}
	}
	return c
}

// inBlock tells whether code stands in a code block of the article.
func (c *codeSet) inBlock(code string) bool {
	for _, b := range c.blocks {
		if strings.Contains(b, code) {
			return true
		}
	}
	return false
}

// codes reports code that is nearly a code of the source.
func (p *Pass) codes(st *stretch, source, target *codeSet) {
	extra := leftover(st.targets, countInlines(st.sources, codeKey), codeKey)
	if len(extra) == 0 {
		return
	}
	lost := leftover(st.sources, countInlines(st.targets, codeKey), codeKey)
	for _, in := range extra {
		code := codeKey(in)
		if source.spans[code] > 0 || source.inBlock(code) || target.inBlock(code) {
			continue // it is known to the source, or the translation's own code has it
		}
		i := nearest(code, lost)
		if i < 0 {
			continue
		}
		other := lost[i]
		lost = append(lost[:i:i], lost[i+1:]...)
		severity, confidence := Error, 0.93
		if alphanumeric(code) == alphanumeric(codeKey(other)) {
			severity, confidence = Info, 0.4 // f() for f, or a full stop that slipped in
		}
		p.Report(Finding{
			Severity: severity, Confidence: confidence,
			At:      Mention{Sheet: p.Alignment.Target, Span: in.Span, Value: code},
			Related: []Mention{{Sheet: p.Alignment.Source, Span: other.Span, Value: codeKey(other)}},
			Message: "the code is “" + clip(code) + "”, but “" + clip(codeKey(other)) + "” in the source",
		})
	}
}

// alphanumeric is code without its punctuation.
func alphanumeric(code string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, code)
}

// nearest is the index of the code that differs from code in a few characters, -1
// where none does. A string in quotation marks, or one of several words, is text
// that may be translated.
func nearest(code string, list []article.Inline) int {
	if len(code) < 2 || len(code) > 500 {
		return -1
	}
	best, least := -1, 3+len(code)/12
	for i, in := range list {
		other := codeKey(in)
		if len(other) < 2 || len(other) > 500 || other[0] == '"' || other[0] == '\'' {
			continue
		}
		// Half of the characters must be the same for it to be the same thing.
		if d := levenshtein.ComputeDistance(code, other); d < least && 2*d <= max(len(code), len(other)) {
			best, least = i, d
		}
	}
	return best
}

// strayEmphasis reports a mark of emphasis that has lost its counterpart and is
// therefore text.
func (p *Pass) strayEmphasis(st *stretch) {
	s, t := p.Alignment.Source.Article, p.Alignment.Target.Article
	strays := asterisks(t, st.target)
	if len(strays) == 0 || len(asterisks(s, st.source)) > 0 {
		return
	}
	if strong := strays[0].End-strays[0].Start > 1; !strong && !p.Case.Unit && emphases(st.sources) <= emphases(st.targets) {
		return // a footnote mark, maybe
	}
	if p.Case.Unit && len(strays)%2 == 0 {
		return
	}
	p.Report(Finding{
		Severity: Error, Confidence: 0.95,
		At:      Mention{Sheet: p.Alignment.Target, Span: strays[0], Value: t.Text(strays[0])},
		Message: "the emphasis mark “" + t.Text(strays[0]) + "” has no counterpart and shows up in the text",
		Related: p.emphasised(st),
	})
}

// emphasised is the first emphasis of the source's side of a stretch.
func (p *Pass) emphasised(st *stretch) []Mention {
	for _, in := range st.sources {
		if in.Kind == article.Strong || in.Kind == article.Emphasis {
			return []Mention{{Sheet: p.Alignment.Source, Span: in.Span}}
		}
	}
	return nil
}

func emphases(list []article.Inline) int {
	n := 0
	for _, in := range list {
		if in.Kind == article.Strong || in.Kind == article.Emphasis {
			n++
		}
	}
	return n
}

// asterisks are the runs of * among the tokens of some blocks that touch a word.
func asterisks(a *article.Article, blocks []int) []article.Span {
	var out []article.Span
	for _, b := range blocks {
		if !a.Blocks[b].Kind.Linted() {
			continue
		}
		for i := a.Blocks[b].First; i < a.Blocks[b].Last; i++ {
			ts := a.Sentences[i].Tokens
			for j := 0; j < len(ts); j++ {
				if ts[j].Text != "*" || ts[j].Kind != article.Punct {
					continue
				}
				from := j
				for j+1 < len(ts) && ts[j+1].Text == "*" && !ts[j+1].Space {
					j++
				}
				before := from > 0 && !ts[from].Space
				after := j+1 < len(ts) && !ts[j+1].Space
				if before != after || from == 0 && after {
					out = append(out, article.Span{Start: ts[from].Span.Start, End: ts[j].Span.End})
				}
			}
		}
	}
	return out
}

// elements compares the inline elements of a unit of a bilingual file.
func (p *Pass) elements(st *stretch) {
	if len(st.target) == 0 {
		return
	}
	key := func(in article.Inline) string {
		if in.Kind != article.Element || in.Target == "" {
			return ""
		}
		return in.Target
	}
	lost := leftover(st.sources, countInlines(st.targets, key), key)
	for _, in := range lost {
		if endsLost(in, lost) {
			continue
		}
		p.Report(Finding{
			Severity: Error, Confidence: 0.92,
			At:      blockMention(p.Alignment, st),
			Related: []Mention{{Sheet: p.Alignment.Source, Span: in.Span, Value: in.Target}},
			Message: "the inline element " + clip(p.Alignment.Source.Article.Text(in.Span)) + " of the source is missing",
		})
	}
	extra := leftover(st.targets, countInlines(st.sources, key), key)
	for _, in := range extra {
		if endsLost(in, extra) {
			continue
		}
		p.Report(Finding{
			Severity: Error, Confidence: 0.9,
			At:      Mention{Sheet: p.Alignment.Target, Span: in.Span, Value: in.Target},
			Message: "the inline element " + clip(p.Alignment.Target.Article.Text(in.Span)) + " is not in the source",
		})
	}
}

// endsLost tells whether an element is the end of one in a list, which is told there.
func endsLost(in article.Inline, list []article.Inline) bool {
	name, ok := strings.CutPrefix(in.Target, "/")
	return ok && slices.ContainsFunc(list, func(o article.Inline) bool { return o.Target == name })
}
