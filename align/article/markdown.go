package article

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// markdown reads the blocks of a Markdown file from goldmark's syntax tree, whose
// nodes are segments of the source.
type markdown struct {
	b      *builder
	source string
	bytes  []byte // source, with the front matter blanked
	titled bool
}

// readMarkdown reads front matter and text.
func (b *builder) readMarkdown() error {
	b.authored = true
	start, err := b.readFront()
	if err != nil {
		return err
	}
	m := &markdown{b: b, source: b.src.text, bytes: []byte(b.src.text)}
	m.titled = b.art.Front.Title != ""
	// What stands before the text is blanked, not cut, so that segments are
	// offsets into the source.
	for i := range m.bytes[:start] {
		if m.bytes[i] != '\n' {
			m.bytes[i] = ' '
		}
	}
	flatten(m.bytes[start:])
	m.blocks(markdownParser().Parse(text.NewReader(m.bytes)), Paragraph, 0)
	slices.SortStableFunc(b.pieces, func(x, y piece) int {
		return cmp.Compare(x.at(Span{0, 1}).Start, y.at(Span{0, 1}).Start)
	})
	return nil
}

// maxNesting is how deep blocks are looked into; what is nested deeper is not read.
const maxNesting = 200

// blocks reads the children of n. Paragraphs among them are of the given kind.
func (m *markdown) blocks(n ast.Node, kind BlockKind, level int) {
	if level > maxNesting {
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			m.heading(c)
		case *ast.Paragraph, *ast.TextBlock, *extast.DefinitionTerm:
			m.paragraph(c, kind, level)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			m.code(c)
		case *ast.HTMLBlock:
			m.html(c)
		case *ast.Blockquote:
			m.blocks(c, Quotation, level+1)
		case *ast.List, *extast.DefinitionList:
			m.blocks(c, kind, level)
		case *ast.ListItem, *extast.DefinitionDescription:
			m.blocks(c, ListItem, level+1)
		case *extast.TableCell:
			m.paragraph(c, TableCell, level)
		default:
			if c.Type() == ast.TypeBlock {
				m.blocks(c, kind, level+1)
			}
		}
	}
}

// heading reads a heading; the first of level one is the title.
func (m *markdown) heading(c *ast.Heading) {
	kind := Heading
	if c.Level == 1 && !m.titled {
		kind, m.titled = Title, true
	}
	t := &textBuilder{source: m.source}
	m.inline(c, t)
	m.b.add(t.piece(kind, c.Level))
}

func (m *markdown) paragraph(c ast.Node, kind BlockKind, level int) {
	if m.onlyImages(c) {
		m.pictures(c)
		return
	}
	t := &textBuilder{source: m.source}
	m.inline(c, t)
	p := t.piece(kind, level)
	for _, q := range directives(p) {
		m.b.add(q)
	}
}

// directives sets the lines of a static site generator's own syntax apart:
// "{* file.py *}", "{{% include x %}}", "/// note", ":::tip". Their titles
// ("/// note | Title") are headings.
func directives(p piece) []piece {
	if !strings.ContainsAny(p.text, "{/:!") {
		return []piece{p}
	}
	var out []piece
	from := 0 // start of the lines that are no directive
	flush := func(end int) {
		if strings.TrimSpace(p.text[from:end]) != "" {
			out = append(out, p.sub(from, end))
		}
	}
	for i := 0; i < len(p.text); {
		end, next := lineEnd(p.text, i)
		if line := strings.TrimSpace(p.text[i:end]); directive(line) {
			flush(i)
			from = next
			if bar := strings.IndexByte(p.text[i:end], '|'); bar >= 0 && line[0] == '/' {
				h := p.sub(i+bar+1, end)
				h.kind, h.level = Heading, 6
				out = append(out, h)
			} else if line[0] == '{' {
				c := p.sub(i, end)
				c.kind = Code
				out = append(out, c)
			}
		}
		i = next
	}
	if out == nil && from == 0 {
		return []piece{p}
	}
	flush(len(p.text))
	return out
}

// directive tells whether a line is one, and nothing else.
func directive(line string) bool {
	if strings.HasPrefix(line, "///") || strings.HasPrefix(line, ":::") || strings.HasPrefix(line, "!!!") {
		return true
	}
	for _, d := range [...][2]string{{"{*", "*}"}, {"{%", "%}"}, {"{{%", "%}}"}, {"{{<", ">}}"}, {"{{#", "}}"}} {
		if strings.HasPrefix(line, d[0]) && strings.HasSuffix(line, d[1]) && len(line) >= len(d[0])+len(d[1]) {
			return strings.Count(line, d[0]) == 1
		}
	}
	return false
}

// onlyImages tells whether a paragraph shows nothing but pictures.
func (m *markdown) onlyImages(n ast.Node) bool {
	found := false
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
			found = true
		case *ast.Link:
			if !m.onlyImages(c) {
				return false
			}
			found = true
		case *ast.Text:
			if strings.TrimSpace(m.source[c.Segment.Start:c.Segment.Stop]) != "" {
				return false
			}
		default:
			return false
		}
	}
	return found
}

// pictures reads the texts of the images in a paragraph that holds nothing else.
func (m *markdown) pictures(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
			t := &textBuilder{source: m.source}
			start, end := m.inline(c, t)
			end = linkEnd(m.source, end)
			t.mark(Image, max(0, start-2), end, string(c.Destination))
			m.b.add(t.piece(Caption, 0))
		case *ast.Link:
			m.pictures(c)
		}
	}
}

// code reads a code block, of which each line is one token.
func (m *markdown) code(n ast.Node) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	m.b.add(piece{kind: Code, text: m.source[start:end], base: start})
}

// html reads the text in a block of raw HTML.
func (m *markdown) html(n *ast.HTMLBlock) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if n.HasClosure() {
		end = max(end, n.ClosureLine.Stop)
	}
	m.b.readFragment(start, end)
}

// inline appends the text of n's children and returns the source they span.
func (m *markdown) inline(n ast.Node, t *textBuilder) (start, end int) {
	start, end = -1, -1
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s, e := m.span(c, t)
		if s < 0 {
			continue
		}
		if start < 0 {
			start = s
		}
		end = max(end, e)
	}
	if start < 0 {
		start = max(0, n.Pos())
		end = start
	}
	return start, end
}

// span appends one inline node and returns the source it spans, -1 where that is
// not known.
func (m *markdown) span(c ast.Node, t *textBuilder) (start, end int) {
	switch c := c.(type) {
	case *ast.Text:
		s := c.Segment
		if c.IsRaw() {
			t.verbatim(s.Start, s.Stop)
		} else {
			t.references(s.Start, s.Stop, true)
		}
		if c.SoftLineBreak() || c.HardLineBreak() {
			t.space(s.Stop)
		}
		return s.Start, s.Stop
	case *ast.CodeSpan:
		return m.codeSpan(c, t)
	case *ast.Emphasis:
		start, end = m.inline(c, t)
		kind := Emphasis
		if c.Level > 1 {
			kind = Strong
		}
		start, end = max(0, start-c.Level), min(len(m.source), end+c.Level)
		t.mark(kind, start, end, "")
	case *extast.Strikethrough:
		start, end = m.inline(c, t)
		for start > 0 && m.source[start-1] == '~' {
			start--
		}
		for end < len(m.source) && m.source[end] == '~' {
			end++
		}
		t.mark(Element, start, end, "del")
	case *ast.Link:
		start, end = m.inline(c, t)
		start, end = max(0, start-1), linkEnd(m.source, end)
		t.mark(Link, start, end, string(c.Destination))
	case *ast.Image:
		start, end = m.inline(c, &textBuilder{source: m.source})
		start, end = max(0, start-2), linkEnd(m.source, end)
		t.mark(Image, start, end, string(c.Destination))
	case *ast.AutoLink:
		return m.autoLink(c, t)
	case *ast.RawHTML:
		return m.rawHTML(c, t)
	case *extast.TaskCheckBox, *extast.FootnoteLink, *extast.FootnoteBacklink:
		return -1, -1
	default:
		return m.inline(c, t)
	}
	return start, end
}

// codeSpan reads inline code as one opaque token.
func (m *markdown) codeSpan(c *ast.CodeSpan, t *textBuilder) (start, end int) {
	from := t.offs.Len()
	start, end = m.inline(c, t)
	code := strings.TrimSpace(t.text.String()[from:])
	t.opaque = append(t.opaque, Span{from, t.offs.Len()})
	for n := start; n > 0 && start-n < 3; n-- {
		if m.source[n-1] == '`' {
			start = n
			break
		}
	}
	for start > 0 && m.source[start-1] == '`' {
		start--
	}
	for end < len(m.source) && (m.source[end] == ' ' || m.source[end] == '\n') {
		end++
	}
	for end < len(m.source) && m.source[end] == '`' {
		end++
	}
	t.mark(CodeSpan, start, end, code)
	return start, end
}

// autoLink reads "<https://example.org>" or a bare URL.
func (m *markdown) autoLink(c *ast.AutoLink, t *textBuilder) (start, end int) {
	start = c.Pos()
	label := string(c.Label(m.bytes))
	if start >= 0 && start < len(m.source) && !strings.HasPrefix(m.source[start:], label) {
		start++ // the "<", or for a bare URL the character before it
	}
	if start < 0 || start >= len(m.source) || !strings.HasPrefix(m.source[start:], label) {
		return -1, -1
	}
	from, url := t.offs.Len(), string(c.URL(m.bytes))
	end = start + len(label)
	t.verbatim(start, end)
	if start > 0 && m.source[start-1] == '<' {
		t.opaque = append(t.opaque, Span{from, from + end - start})
		t.mark(Link, start-1, min(end+1, len(m.source)), url)
		return start - 1, min(end+1, len(m.source))
	}
	// What the parser takes for a URL may hold the bracket that the URL stands in:
	// "(https://example.org), and".
	n := urlEnd(label, 0)
	t.opaque = append(t.opaque, Span{from, from + n})
	t.mark(Link, start, start+n, strings.TrimSuffix(url, label[n:]))
	return start, end
}

// rawHTML reads a tag inside a paragraph.
func (m *markdown) rawHTML(c *ast.RawHTML, t *textBuilder) (start, end int) {
	n := c.Segments.Len()
	if n == 0 {
		return -1, -1
	}
	start, end = c.Segments.At(0).Start, c.Segments.At(n-1).Stop
	t.tag(start, end)
	return start, end
}

// linkEnd is the end of a link or image whose text ends at i: behind the "]" and
// the destination or label after it.
func linkEnd(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\t') {
		i++
	}
	if i >= len(s) || s[i] != ']' {
		return i
	}
	i++
	if i >= len(s) {
		return i
	}
	switch s[i] {
	case '[':
		if n := strings.IndexByte(s[i:], ']'); n >= 0 {
			return i + n + 1
		}
	case '(':
		return destinationEnd(s, i+1)
	}
	return i
}

// destinationEnd is the end of "(destination "title")", whose inside starts at i.
func destinationEnd(s string, i int) int {
	depth, quote := 1, byte(0)
	for start := i; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '<' && i == start:
			quote = '>'
		case (c == '"' || c == '\'') && (s[i-1] == ' ' || s[i-1] == '\n' || s[i-1] == '\t'):
			quote = c
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}
