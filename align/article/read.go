package article

import (
	"path/filepath"
	"slices"
	"strings"
)

// Format is a file format.
type Format uint8

// The formats of an article. [Auto] goes by the file's extension and, where that
// says nothing, by how the text starts.
const (
	Auto Format = iota
	Text
	Markdown
	HTML
	Docx // of Word: one line a paragraph, see readDocx
)

// Segment tells what a sentence of the article is.
type Segment uint8

// The ways to cut an article.
const (
	BySentence Segment = iota
	ByLine             // each line that is not blank is one block with one sentence
)

// Options tell how to read an article. The zero value reads any of the formats
// and detects the language.
type Options struct {
	Format    Format
	Encoding  string   // WHATWG label, for files that do not declare theirs; "": UTF-8
	Lang      string   // BCP 47; "": what the file says, else detected
	Languages []string // candidates for detection; nil: all that are known
	Segment   Segment
}

// Read reads an article. Its errors are of type [*Error]. The path is used for
// the format and for messages only; nothing is opened.
func Read(path string, data []byte, opt Options) (*Article, error) {
	format := opt.Format
	if format == Auto {
		format = formatOf(path, data)
	}
	if format == Docx {
		return readDocx(path, data, opt)
	}
	label := opt.Encoding
	if label == "" && format == HTML {
		label = declared(data)
	}
	src, err := NewSource(path, data, label)
	if err != nil {
		return nil, err
	}
	b := newBuilder(src, opt)
	switch format {
	case Markdown:
		if err := b.readMarkdown(); err != nil {
			return nil, err
		}
	case HTML:
		b.readHTML()
	default:
		b.readText()
	}
	return b.finish(), nil
}

// Unit is a segment of a bilingual file: one side of one pair.
type Unit struct {
	Segment string     // the id that findings name
	Text    string     // as a reader of the product sees it, escapes decoded
	Offsets *OffsetMap // from Text to [Source.Text]; nil where Text is what stands at Span
	Span    Span       // of the whole segment in Source.Text, for findings on an empty one too
	Lang    string     // BCP 47; it is not detected
	Inlines []Inline   // markup that is not part of Text, with spans in Source.Text
}

// Unit makes an article of one block from a segment of a bilingual file.
// Placeholders in its text ({name}, %s) and tags of HTML are recognised and listed
// as inlines.
func (s *Source) Unit(u Unit) *Article {
	b := newBuilder(s, Options{Lang: u.Lang})
	b.art.Segment = u.Segment
	b.art.Span = s.Offset(u.Span)
	p := piece{text: u.Text, base: u.Span.Start, offs: u.Offsets, inlines: u.Inlines}
	if opaque, tags := tagsOf(u.Text); len(opaque) > 0 {
		p.opaque = opaque
		p.inlines = slices.Clone(p.inlines)
		for _, in := range tags {
			in.Span = p.at(in.Span)
			p.inlines = append(p.inlines, in)
		}
	}
	b.add(p)
	b.build()
	return b.art
}

func formatOf(path string, data []byte) Format {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown", ".mdx", ".mkd":
		return Markdown
	case ".html", ".htm", ".xhtml":
		return HTML
	case ".txt", ".text":
		return Text
	case ".docx", ".docm":
		return Docx
	}
	head := strings.ToLower(strings.TrimSpace(string(data[:min(len(data), 256)])))
	head = strings.TrimPrefix(head, "\ufeff")
	if strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") {
		return HTML
	}
	return Text
}
