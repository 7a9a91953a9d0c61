package article

import (
	"html"
	"strings"
)

// textBuilder makes the displayed text of a block out of stretches of Source.Text.
type textBuilder struct {
	source  string
	text    strings.Builder
	offs    OffsetMap
	opaque  []Span
	inlines []Inline
}

// verbatim appends source[start:end].
func (t *textBuilder) verbatim(start, end int) {
	if end > start {
		t.text.WriteString(t.source[start:end])
		t.offs.Verbatim(end-start, start)
	}
}

// decoded appends s, which source[start:end] stands for.
func (t *textBuilder) decoded(s string, start, end int) {
	if s != "" {
		t.text.WriteString(s)
		t.offs.Decoded(len(s), start, end-start)
	}
}

// space appends a line break that stands somewhere around at.
func (t *textBuilder) space(at int) {
	if at < len(t.source) {
		t.decoded("\n", at, at)
	}
}

// references appends source[start:end] with its character references decoded and,
// if escapes is set, the backslashes before punctuation left out.
func (t *textBuilder) references(start, end int, escapes bool) {
	from := start
	for i := start; i < end; {
		switch c := t.source[i]; {
		case c == '&':
			s, n := reference(t.source[i:end])
			if n > 0 {
				t.verbatim(from, i)
				t.decoded(s, i, i+n)
				i += n
				from = i
				continue
			}
		case c == '\\' && escapes && i+1 < end && asciiPunct(t.source[i+1]):
			t.verbatim(from, i)
			t.decoded(t.source[i+1:i+2], i, i+2)
			i += 2
			from = i
			continue
		}
		i++
	}
	t.verbatim(from, end)
}

func asciiPunct(c byte) bool {
	return c > ' ' && c < 0x7f && asciiClass[c] == isOther
}

// maxReference is longer than the name of any character reference.
const maxReference = 40

// reference decodes the character reference that s starts with; n is its length,
// 0 where there is none.
func reference(s string) (text string, n int) {
	n = 1
	if n < len(s) && s[n] == '#' {
		for n++; n < len(s) && (asciiWord(s[n])); n++ {
		}
	} else {
		for n < min(len(s), maxReference) && asciiWord(s[n]) {
			n++
		}
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	raw := s[:n]
	text = html.UnescapeString(raw)
	if text == raw {
		return "", 0
	}
	// "&notit;" is "¬it;": what follows the reference stays as it is.
	for len(text) > 1 && n > 2 && text[len(text)-1] == raw[n-1] && text[len(text)-1] != ';' || len(text) > 1 && n > 2 && raw[n-1] == ';' && text[len(text)-1] == ';' {
		text, n = text[:len(text)-1], n-1
	}
	if strings.IndexByte(text, 0) >= 0 {
		return "", 0
	}
	return text, n
}

// mark lists a piece of markup.
func (t *textBuilder) mark(kind InlineKind, start, end int, target string) {
	t.inlines = append(t.inlines, Inline{Kind: kind, Span: Span{start, end}, Target: target})
}

// piece is what was built. Text that stands in the source as it is shares its memory.
func (t *textBuilder) piece(kind BlockKind, level int) piece {
	p := piece{kind: kind, level: level, opaque: t.opaque, inlines: t.inlines}
	if r := t.offs.runs; len(r) == 1 && r[0].textUnit == 1 && r[0].fileUnit == 1 {
		p.text, p.base = t.source[r[0].file:r[0].file+t.offs.size], r[0].file
		return p
	}
	p.text, p.offs = t.text.String(), &t.offs
	return p
}
