package article

import (
	"strings"
	"unicode/utf8"
)

// readText reads plain text. Blank lines separate paragraphs; inside a group of
// lines each line is a paragraph, as in news wires, unless the lines were broken
// to a width, in which case they are joined.
func (b *builder) readText() {
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
	n := strings.IndexAny(text[i:], "\n\r\f\u2028\u2029")
	if n < 0 {
		return len(text), len(text)
	}
	end = i + n
	if strings.HasPrefix(text[end:], "\r\n") {
		return end, end + 2
	}
	_, size := utf8.DecodeRuneInString(text[end:])
	return end, end + size
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
	for _, l := range group {
		b.add(piece{text: b.src.text[l.Start:l.End], base: l.Start})
	}
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
