package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"github.com/sourcelint/sourcelint/align/article"
)

// codeBlocks compares the blocks of code of a document with those of its source,
// line by line. Comments and strings may be translated; a block that has little in
// common with its source has been rewritten and is let be.
func (p *Pass) codeBlocks() {
	if p.Case.Unit {
		return
	}
	c := p.correspondence()
	s, t := p.Alignment.Source.Article, p.Alignment.Target.Article
	for i := range c.stretches {
		st := &c.stretches[i]
		if len(st.source) != 1 || len(st.target) != 1 || s.Blocks[st.source[0]].Kind != article.Code || t.Blocks[st.target[0]].Kind != article.Code {
			continue
		}
		p.codeLines(codeLinesOf(s, st.source[0]), codeLinesOf(t, st.target[0]))
	}
}

// codeLine is a line of a block of code.
type codeLine struct {
	code string // without comments, the insides of strings and surplus white space
	span article.Span
}

// codeLinesOf lists the lines of a block that have code.
func codeLinesOf(a *article.Article, block int) []codeLine {
	var out []codeLine
	for i := a.Blocks[block].First; i < a.Blocks[block].Last; i++ {
		for _, t := range a.Sentences[i].Tokens {
			if code := bareCode(t.Text); code != "" {
				out = append(out, codeLine{code, t.Span})
			}
		}
	}
	return out
}

// bareCode is a line of code without its comment, the insides of its strings and
// surplus white space.
func bareCode(line string) string {
	var b strings.Builder
	quote := byte(0)
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case quote != 0:
			switch c {
			case '\\':
				i++
			case quote:
				quote = 0
				b.WriteByte(c)
			}
			continue
		case c == '"' || c == '\'' && strings.Count(line[i:], "'") > 1, c == '`':
			quote = c
		case startsComment(line, i):
			return strings.Join(strings.Fields(b.String()), " ")
		}
		b.WriteByte(c)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// startsComment tells whether a comment of a common language starts at i.
func startsComment(line string, i int) bool {
	if i > 0 && line[i-1] != ' ' && line[i-1] != '\t' {
		return false
	}
	rest := line[i:]
	for _, mark := range [...]string{"//", "# ", "-- ", "/*", "* ", "<!--", ";;", "% "} {
		if strings.HasPrefix(rest, mark) {
			return mark != "* " || strings.TrimSpace(line[:i]) == ""
		}
	}
	return rest == "#"
}

// codeLines reports the first line of a block of code that differs from the source's.
func (p *Pass) codeLines(source, target []codeLine) {
	if len(source) != len(target) || len(source) == 0 {
		return // lines were added or left out: another version of the example
	}
	first, differ := -1, 0
	for i := range source {
		if source[i].code != target[i].code {
			if differ++; first < 0 {
				first = i
			}
		}
	}
	if differ == 0 || differ > max(1, len(source)/4) || !nearlyCode(source[first].code, target[first].code) || p.renamed(source[first].code, target[first].code) {
		return
	}
	at := Mention{Sheet: p.Alignment.Target, Span: target[first].span, Value: target[first].code}
	other := Mention{Sheet: p.Alignment.Source, Span: source[first].span, Value: source[first].code}
	x, y := apart(strings.TrimSpace(at.Text()), strings.TrimSpace(other.Text()))
	p.Report(Finding{
		Severity: Warning, Confidence: 0.85, At: at, Related: []Mention{other},
		Message: "the code is “" + clip(x) + "”, but “" + clip(y) + "” in the source",
	})
}

// renamed tells whether all that is new in a line of code are words that the
// translation uses in its text, too: the names of the example were translated.
func (p *Pass) renamed(source, target string) bool {
	known := map[string]bool{}
	for _, w := range codeWords(source) {
		known[w] = true
	}
	fresh := map[string]bool{}
	for _, w := range codeWords(target) {
		if !known[w] {
			fresh[w] = true
		}
	}
	if len(fresh) == 0 {
		return false
	}
	a := p.Alignment.Target.Article
	for i := range a.Blocks {
		if a.Blocks[i].Kind == article.Code {
			continue
		}
		for j := a.Blocks[i].First; j < a.Blocks[i].Last; j++ {
			for _, t := range a.Sentences[j].Tokens {
				delete(fresh, t.Lower)
			}
		}
	}
	return len(fresh) == 0
}

// codeWords are the words of a line of code, in lower case.
func codeWords(code string) []string {
	return strings.FieldsFunc(strings.ToLower(code), func(r rune) bool { return !unicode.IsLetter(r) && r != '_' })
}

// nearlyCode tells whether two lines of code differ in a few characters.
func nearlyCode(a, b string) bool {
	if len(a) > 500 || len(b) > 500 || min(len(a), len(b)) < 3 {
		return false
	}
	return levenshtein.ComputeDistance(a, b) <= 2+max(len(a), len(b))/8
}

// apart shortens what two lines begin with in common, so that a message shows where
// they part.
func apart(a, b string) (string, string) {
	const lead = 16 // letters to keep
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	cut := 0
	for i := range a[:n] {
		if utf8.RuneCountInString(a[i:n]) >= lead {
			cut = i
		}
	}
	if cut == 0 {
		return a, b
	}
	return "…" + a[cut:], "…" + b[cut:]
}
