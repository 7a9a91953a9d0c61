package article

import (
	"strings"
	"unicode/utf8"
)

// readText reads plain text. Blank lines separate paragraphs; inside a group of
// lines each line is a paragraph, as in news wires, unless the lines were broken
// to a width, in which case they are joined.
func (b *builder) readText() {
	b.plain = b.opt.Segment != ByLine
	text := b.src.text
	var group []Span
	flush := func() {
		b.lines(group)
		group = group[:0]
	}
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		line := trimmed(text, Span{at, end})
		at = next
		switch {
		case line.Start == line.End:
			flush()
		case b.opt.Segment == ByLine:
			b.add(piece{text: text[line.Start:line.End], base: line.Start})
		default:
			group = append(group, line)
		}
	}
	flush()
}

// lineEnd returns the end of the line at i and the start of the next one.
func lineEnd(text string, i int) (end, next int) {
	for end = i; end < len(text); end++ {
		switch text[end] {
		case '\n', '\f':
			return end, end + 1
		case '\r':
			if end+1 < len(text) && text[end+1] == '\n' {
				return end, end + 2
			}
			return end, end + 1
		case "\u2028"[0]:
			if rest := text[end:]; strings.HasPrefix(rest, "\u2028") || strings.HasPrefix(rest, "\u2029") {
				return end, end + 3
			}
		}
	}
	return end, end
}

// trimmed is a span without the white space at its ends.
func trimmed(text string, s Span) Span {
	t := strings.TrimSpace(text[s.Start:s.End])
	if t == "" {
		return Span{s.Start, s.Start}
	}
	s.Start += strings.Index(text[s.Start:s.End], t)
	s.End = s.Start + len(t)
	return s
}

// lines adds a group of lines without a blank one between them.
func (b *builder) lines(group []Span) {
	if len(group) == 0 {
		return
	}
	if wrapped(b.src.text, group) {
		group = []Span{{group[0].Start, group[len(group)-1].End}}
	}
	for i, l := range group {
		p := piece{text: b.src.text[l.Start:l.End], base: l.Start, adjacent: i+1 < len(group)}
		if n := bullet(p.text); n > 0 {
			p = p.sub(n, len(p.text))
			p.kind, p.level = ListItem, 1
		}
		b.add(p)
	}
}

// bullet is the length of the mark of a list item at the head of a line, or 0.
func bullet(line string) int {
	r, n := utf8.DecodeRuneInString(line)
	if !strings.ContainsRune("•‣▪●■►*-·", r) || n >= len(line) || line[n] != ' ' && line[n] != '\t' {
		return 0
	}
	return n + 1
}

// The longest headings, in bytes.
const (
	maxTitle   = 250
	maxHeading = 100
)

// headings finds the title and headings of plain text: short lines that do not
// end like a sentence, with text below them.
func headings(ps []piece) {
	var text []*piece
	for i := range ps {
		if ps[i].kind == Paragraph {
			text = append(text, &ps[i])
		}
	}
	for i, p := range text[:max(0, len(text)-1)] {
		limit := maxHeading
		if i == 0 && p.base <= ps[0].base+maxFurnitureSize {
			limit = maxTitle
		}
		if len(p.text) > limit || p.adjacent || unfinished(p.text) || strings.ContainsAny(p.text, "\n\r") {
			continue
		}
		next := text[i+1]
		switch {
		case i == 0:
			p.kind = Title
		case !unfinished(next.text) && len(next.text) < len(p.text):
			// two short lines in a row are a table or verses
		default:
			p.kind, p.level = Heading, 2
		}
	}
}

// unfinished tells whether a line ends as a sentence or part of one does, and a
// headline does not.
func unfinished(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)] ")
	for _, m := range [...]string{".", "…", "。", ",", ";", ":", "!\"", "-"} {
		if strings.HasSuffix(line, m) {
			return true
		}
	}
	return line == ""
}

// wrapped tells whether lines were broken to a width: nearly all are full, that
// is, the first word of the next line would not have fitted.
func wrapped(text string, lines []Span) bool {
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(text[l.Start:l.End]))
		if width > 120 {
			return false
		}
	}
	if len(lines) < 2 || width < 40 {
		return false
	}
	full, sentences := 0, 0
	for i, l := range lines[:len(lines)-1] {
		line := text[l.Start:l.End]
		next := text[lines[i+1].Start:lines[i+1].End]
		word, _, _ := strings.Cut(next, " ")
		if utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > min(width, 100)-8 {
			full++
		}
		if endsSentence(line) {
			sentences++
		}
	}
	n := len(lines) - 1
	return full*10 >= n*8 && sentences*2 <= n
}

// endsSentence tells whether a line ends with an end mark, and what closes after it.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)] ")
	for _, m := range [...]string{".", "!", "?", "…", "。", "！", "？"} {
		if strings.HasSuffix(line, m) {
			return true
		}
	}
	return false
}
