package article

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// How a Word document is read
//
// A .docx file is a zip archive with word/document.xml, whose text stands in runs
// (w:t) of paragraphs (w:p). A place in that file would help nobody, so the text of
// an article is its paragraphs, one a line: line 12, column 5 is the fifth
// character of the twelfth paragraph with text, offsets count bytes of that text.
// Text that was deleted while changes were tracked is not read, text that was
// inserted is. Styles are known by their English names in word/styles.xml, for
// their ids are in the language of the program.
//
// What is unpacked is bounded, whatever the archive says of its sizes.

const (
	maxPart     = 64 << 20 // bytes of an unpacked part
	maxEntries  = 100_000
	maxDocxText = 32 << 20 // bytes of text
)

// readDocx reads a Word document.
func readDocx(file string, data []byte, opt Options) (*Article, error) {
	fault := func(format string, args ...any) error {
		return &Error{Path: file, Msg: fmt.Sprintf(format, args...)}
	}
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return nil, fault("the document is encrypted or of Word before 2007, expected an unprotected .docx")
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fault("not a Word document or a damaged one (%v), expected .docx", err)
	}
	if len(archive.File) > maxEntries {
		return nil, fault("the archive has %d parts, expected at most %d", len(archive.File), maxEntries)
	}
	d := &docxReader{links: map[string]string{}, styles: map[string]docxStyle{}}
	parts := map[string]*zip.File{}
	for _, f := range archive.File {
		parts[path.Clean(f.Name)] = f
	}
	if parts["word/document.xml"] == nil {
		return nil, fault("no Word document: the archive lacks word/document.xml, expected .docx")
	}
	for _, part := range [...]struct {
		name string
		read func(*xml.Decoder) error
	}{
		{"word/styles.xml", d.readStyles}, {"word/_rels/document.xml.rels", d.readLinks},
		{"word/document.xml", d.readBody}, {"word/footnotes.xml", d.readBody}, {"word/endnotes.xml", d.readBody},
	} {
		if f := parts[part.name]; f != nil {
			if err := unpack(f, part.read); err != nil {
				return nil, fault("%s: %v", part.name, err)
			}
		}
		d.links = onlyFor(part.name, d.links)
	}
	return d.article(file, opt)
}

// onlyFor forgets the links behind the part that they are for.
func onlyFor(part string, links map[string]string) map[string]string {
	if part == "word/document.xml" {
		return nil
	}
	return links
}

// errTooLarge tells that a part unpacks to more than is read.
var errTooLarge = fmt.Errorf("more than %d MB unpacked, expected a text", maxPart>>20)

// unpacked reads at most left bytes.
type unpacked struct {
	r    io.Reader
	left int
}

func (b *unpacked) Read(p []byte) (int, error) {
	n, err := b.r.Read(p[:min(len(p), 32<<10)])
	if b.left -= n; b.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

// unpack reads a part of the archive as XML.
func unpack(f *zip.File, read func(*xml.Decoder) error) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // nothing was written
	d := xml.NewDecoder(&unpacked{r, maxPart})
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("encoding %s, expected UTF-8", strconv.Quote(label))
	}
	err = read(d)
	if err != nil && !errors.Is(err, errTooLarge) {
		line, column := d.InputPos()
		return fmt.Errorf("line %d, column %d: %w", line, column, err)
	}
	return err
}

// docxStyle is what a style makes of a paragraph.
type docxStyle struct {
	kind  BlockKind
	level int
	list  bool
}

// docxPara is a paragraph being read or read.
type docxPara struct {
	style  docxStyle
	text   strings.Builder
	links  []docxLink
	linkAt int // where the open link starts, -1: none
	link   string
}

type docxLink struct {
	at     Span // in the paragraph's text
	target string
}

// docxReader reads the parts of a document.
type docxReader struct {
	styles map[string]docxStyle
	links  map[string]string // targets by relationship
	paras  []*docxPara
	open   []*docxPara // a text box stands inside a paragraph
	cells  int         // open cells of tables
	skip   int         // open elements that are not read
	inText bool
	size   int
}

func docxAttr(e *xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// readStyles learns what the styles of paragraphs mean.
func (d *docxReader) readStyles(x *xml.Decoder) error {
	id := ""
	based := map[string]string{}
	for {
		t, err := x.Token()
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			d.inherit(based)
			return err
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "style":
			id = docxAttr(&e, "styleId")
		case "name":
			if s, ok := styleNamed(docxAttr(&e, "val")); ok {
				d.styles[id] = s
			}
		case "basedOn":
			based[id] = docxAttr(&e, "val")
		case "outlineLvl":
			if n, err := strconv.Atoi(docxAttr(&e, "val")); err == nil && n >= 0 && n < 9 && d.styles[id].kind == Paragraph {
				d.styles[id] = docxStyle{kind: Heading, level: n + 1}
			}
		case "numPr":
			if s := d.styles[id]; s.kind == Paragraph {
				d.styles[id] = docxStyle{kind: ListItem, level: 1, list: true}
			}
		}
	}
}

// inherit hands styles on to those that are based on them.
func (d *docxReader) inherit(based map[string]string) {
	for id := range based {
		at := id
		for range 10 {
			if s, ok := d.styles[at]; ok {
				d.styles[id] = s
				break
			}
			at = based[at]
		}
	}
}

// styleNamed knows the styles of Word by their English names.
func styleNamed(name string) (docxStyle, bool) {
	name = strings.ToLower(name)
	if n, ok := strings.CutPrefix(name, "heading "); ok {
		if level, err := strconv.Atoi(n); err == nil && level > 0 && level < 10 {
			return docxStyle{kind: Heading, level: level}, true
		}
	}
	switch {
	case name == "title":
		return docxStyle{kind: Title, level: 1}, true
	case name == "quote", name == "intense quote", name == "block text":
		return docxStyle{kind: Quotation}, true
	case name == "caption":
		return docxStyle{kind: Caption}, true
	case name == "html preformatted", name == "plain text", name == "macro text", name == "source code":
		return docxStyle{kind: Code}, true
	case strings.HasPrefix(name, "list bullet"), strings.HasPrefix(name, "list number"), name == "list paragraph":
		return docxStyle{kind: ListItem, level: 1}, true
	case strings.HasPrefix(name, "toc "):
		return docxStyle{kind: Boilerplate}, true
	}
	return docxStyle{}, false
}

// readLinks learns the targets of hyperlinks.
func (d *docxReader) readLinks(x *xml.Decoder) error {
	for {
		t, err := x.Token()
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return err
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Relationship" && docxAttr(&e, "TargetMode") == "External" {
			d.links[docxAttr(&e, "Id")] = docxAttr(&e, "Target")
		}
	}
}

// readBody reads the paragraphs of the document or of its notes.
func (d *docxReader) readBody(x *xml.Decoder) error {
	d.open, d.cells, d.skip = nil, 0, 0
	for {
		t, err := x.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if d.skip > 0 {
				d.skip++
				continue
			}
			d.start(&t)
		case xml.EndElement:
			if d.skip > 0 {
				d.skip--
				continue
			}
			d.end(t.Name.Local)
		case xml.CharData:
			if d.inText && d.skip == 0 {
				d.write(string(t))
			}
		}
		if d.size > maxDocxText {
			return errTooLarge
		}
	}
}

// last is the paragraph that is open, or nil.
func (d *docxReader) last() *docxPara {
	if len(d.open) == 0 {
		return nil
	}
	return d.open[len(d.open)-1]
}

func (d *docxReader) write(text string) {
	if p := d.last(); p != nil {
		p.text.WriteString(strings.Map(oneLine, text))
		d.size += len(text)
	}
}

// oneLine keeps a paragraph on one line.
func oneLine(r rune) rune {
	switch r {
	case '\n', '\r', '\f', '\v', '\u0085', '\u2028', '\u2029':
		return ' '
	case 0:
		return -1
	}
	return r
}

func (d *docxReader) start(e *xml.StartElement) {
	switch e.Name.Local {
	case "del", "moveFrom", "Fallback", "instrText", "delText", "sectPr", "rPrChange", "pPrChange":
		d.skip = 1
	case "footnote", "endnote":
		if kind := docxAttr(e, "type"); kind == "separator" || kind == "continuationSeparator" {
			d.skip = 1
		}
	case "tc":
		d.cells++
	case "p":
		if len(d.open) < maxStack {
			p := &docxPara{linkAt: -1}
			if d.cells > 0 {
				p.style = docxStyle{kind: TableCell}
			}
			d.open = append(d.open, p)
			d.paras = append(d.paras, p)
		} else {
			d.skip = 1
		}
	case "t":
		d.inText = true
	case "tab", "br", "cr", "ptab":
		d.space()
	case "noBreakHyphen":
		d.write("-")
	default:
		d.property(e)
	}
}

// space writes what parts words; inside the properties of a paragraph, tab is a
// tab stop and there is no text yet.
func (d *docxReader) space() {
	if p := d.last(); p != nil && p.text.Len() > 0 {
		d.write(" ")
	}
}

// property takes in what is said of a paragraph.
func (d *docxReader) property(e *xml.StartElement) {
	p := d.last()
	if p == nil {
		return
	}
	switch e.Name.Local {
	case "pStyle":
		if s, ok := d.styles[docxAttr(e, "val")]; ok && p.style.kind != TableCell {
			p.style = s
		}
	case "outlineLvl":
		if n, err := strconv.Atoi(docxAttr(e, "val")); err == nil && n >= 0 && n < 9 && p.style.kind == Paragraph {
			p.style = docxStyle{kind: Heading, level: n + 1}
		}
	case "numId":
		if docxAttr(e, "val") != "0" && p.style.kind == Paragraph {
			p.style = docxStyle{kind: ListItem, level: max(1, p.style.level)}
		}
	case "ilvl":
		if n, err := strconv.Atoi(docxAttr(e, "val")); err == nil && n >= 0 && n < 9 && (p.style.kind == Paragraph || p.style.kind == ListItem) {
			p.style.level = n + 1
		}
	case "hyperlink":
		p.linkAt, p.link = p.text.Len(), d.links[docxAttr(e, "id")]
	}
}

func (d *docxReader) end(name string) {
	switch name {
	case "t":
		d.inText = false
	case "tc":
		d.cells = max(0, d.cells-1)
	case "p":
		if len(d.open) > 0 {
			d.open = d.open[:len(d.open)-1]
		}
	case "hyperlink":
		if p := d.last(); p != nil && p.linkAt >= 0 {
			if p.link != "" && p.text.Len() > p.linkAt {
				p.links = append(p.links, docxLink{Span{p.linkAt, p.text.Len()}, p.link})
			}
			p.linkAt = -1
		}
	}
}

// article makes the article of the paragraphs.
func (d *docxReader) article(file string, opt Options) (*Article, error) {
	var text strings.Builder
	var pieces []piece
	for _, p := range d.paras {
		if strings.TrimSpace(p.text.String()) == "" {
			continue
		}
		base := text.Len()
		line := p.text.String()
		text.WriteString(line)
		text.WriteByte('\n')
		q := piece{kind: p.style.kind, level: p.style.level, base: base, text: line}
		for _, l := range p.links {
			q.inlines = append(q.inlines, Inline{Kind: Link, Span: Span{base + l.at.Start, base + l.at.End}, Target: l.target})
		}
		pieces = append(pieces, q)
	}
	src, err := NewSource(file, []byte(strings.ToValidUTF8(text.String(), "\ufffd")), "")
	if err != nil {
		return nil, err
	}
	b := newBuilder(src, opt)
	b.authored = true
	for _, q := range pieces {
		b.add(q.sub(0, len(q.text)))
	}
	return b.finish(), nil
}
