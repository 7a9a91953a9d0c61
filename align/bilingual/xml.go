package bilingual

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
)

// maxDepth bounds how deep elements may be nested.
const maxDepth = 256

// keepLine is how many bytes of a line before a unit, and after it, are held for
// reports to show.
const keepLine = 4 << 10

// xmlReader reads the tokens of an XML file and knows where each one stands.
// Entities that a document type declares are never expanded, and nothing outside
// of the file is read. What is not well-formed ends the file.
//
// Places are counted in bytes of decoded text from the start of the file; see rel.
type xmlReader struct {
	*reader
	dec      *xml.Decoder
	origin   int // where dec started
	from, to int // the last token
	open     []string
	failed   bool
}

func newXML(r *reader) *xmlReader {
	x := &xmlReader{reader: r, origin: r.base + r.next, dec: xml.NewDecoder(r.stream)}
	x.dec.CharsetReader = func(label string, _ io.Reader) (io.Reader, error) {
		c, err := newCharset(label)
		if err != nil {
			return nil, r.fault("%v", err)
		}
		return r.stream, r.declare(c)
	}
	return x
}

// next returns the next token, which is valid until the one after it, and nil
// where the file ends; a fault was then handed over.
func (x *xmlReader) next() xml.Token {
	if x.failed || x.stopped {
		return nil
	}
	x.from = x.origin + int(x.dec.InputOffset())
	tok, err := x.dec.RawToken()
	x.to = x.origin + int(x.dec.InputOffset())
	switch t := tok.(type) {
	case xml.StartElement:
		if len(x.open) == maxDepth {
			return x.abort(x.from, "elements are nested more than %d deep", maxDepth)
		}
		x.open = append(x.open, t.Name.Local)
	case xml.EndElement:
		n := len(x.open)
		if n == 0 {
			return x.abort(x.from, "</%s> closes nothing, expected the end of the file", t.Name.Local)
		}
		if x.open[n-1] != t.Name.Local {
			return x.abort(x.from, "</%s> where <%s> is open, expected </%[2]s>", t.Name.Local, x.open[n-1])
		}
		x.open = x.open[:n-1]
	}
	if err != nil {
		return x.fault(err)
	}
	return tok
}

// fault hands over why there is no further token.
func (x *xmlReader) fault(err error) xml.Token {
	var located *article.Error
	var syntax *xml.SyntaxError
	switch {
	case errors.As(err, &located):
		x.failed = true
		x.fail(located)
		return nil
	case errors.Is(err, io.EOF) && len(x.open) == 0:
		return nil
	case errors.Is(err, io.EOF):
		return x.abort(x.to, "the file ends inside <%s>, expected </%[1]s>", x.open[len(x.open)-1])
	case errors.As(err, &syntax):
		if name, ok := strings.CutPrefix(syntax.Msg, "invalid character entity "); ok {
			at := x.to
			if i := bytes.LastIndexByte(x.buf[x.mark:min(len(x.buf), x.to-x.base)], '&'); i >= 0 {
				at = x.base + x.mark + i
			}
			return x.abort(at, "the entity %s is unknown, expected one of &amp; &lt; &gt; &apos; &quot; or a number (entities that a document type declares are not expanded)", name)
		}
		if i, msg := notText(x.buf[x.from-x.base : x.to-x.base]); i >= 0 {
			return x.abort(x.from+i, "%s", msg)
		}
		return x.abort(x.to, "%s, expected well-formed XML", syntax.Msg)
	}
	return x.abort(x.to, "%v", err)
}

// abort hands over a fault after which nothing is read.
func (x *xmlReader) abort(at int, format string, args ...any) xml.Token {
	x.failed = true
	x.failAt(at, format, args...)
	return nil
}

// failAt hands over a fault at a place that is not before the mark.
func (x *xmlReader) failAt(at int, format string, args ...any) bool {
	i := max(x.mark, min(at-x.base, len(x.buf)))
	return x.fail(x.faultAt(i, format, args...))
}

// rel is a place in the window, which starts at the mark.
func (x *xmlReader) rel(at int) int { return at - x.base - x.mark }

// release moves the mark to a place or, where that is near, to the start of its line.
func (x *xmlReader) release(at int) {
	i, next := at-x.base, x.stream.next
	if n := bytes.LastIndexByte(x.buf[max(x.mark, i-keepLine):i], '\n'); n >= 0 {
		i = max(x.mark, i-keepLine) + n + 1
	} else if i-x.mark <= keepLine {
		return
	}
	x.stream.next = i
	x.skip()
	x.stream.next = next
}

// take makes a source of what stands between the mark and a place, and of the
// rest of the last line.
func (x *xmlReader) take(to int) *article.Source {
	end := to - x.base
	rest := x.buf[end:min(len(x.buf), end+keepLine)]
	if n := bytes.IndexByte(rest, '\n'); n >= 0 {
		end += n
	}
	text := string(x.buf[x.mark:end])
	src := article.Part(x.path, text, x.at, x.enc.offsets(text, x.at.Offset))
	x.release(to)
	return src
}

// attr is the value of an attribute, "" where there is none; space is its prefix.
func attr(e xml.StartElement, space, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == space {
			return a.Value
		}
	}
	return ""
}

// pass reads to the end of the element that was opened last.
func (x *xmlReader) pass() {
	for depth := len(x.open); len(x.open) >= depth; {
		if x.next() == nil {
			return
		}
	}
}

// inner is the text inside the element that was opened last, without its markup.
func (x *xmlReader) inner() string {
	var b strings.Builder
	for depth := len(x.open); len(x.open) >= depth; {
		switch t := x.next().(type) {
		case nil:
			return b.String()
		case xml.CharData:
			b.Write(t)
		}
	}
	return strings.TrimSpace(b.String())
}

// content is a text with inline markup, its places counted from the mark.
type content struct {
	present bool
	lang    string
	span    article.Span
	pieces  []inlinePiece
	inlines []article.Inline
}

// inlinePiece is a stretch of a content: text that stands in the file as it is,
// or else text that what stands at span means.
type inlinePiece struct {
	span   article.Span
	coded  bool // it has character references, or is a CDATA section
	means  string
	wanted bool // means counts, even if it is empty
}

// role is what an inline element does to the text that it stands in.
type role uint8

const (
	transparent role = iota // its content is text, it itself is not markup
	element                 // its content is text, it itself is markup
	tag                     // markup; its content is native code and no text
	object                  // as tag, but stands for something: a variable, a picture
	character               // stands for the text that identify returns
)

// objectMark stands in a text for an inline element without text of its own.
const objectMark = "\uFFFC"

// content reads the element that was opened last as a text. identify tells what an
// inline element is, and what it must have in common with its counterpart on the
// other side; "" where that is its native code.
func (x *xmlReader) content(identify func(xml.StartElement) (role, string)) content {
	c := content{present: true, span: article.Span{Start: x.rel(x.to), End: x.rel(x.to)}}
	outer := len(x.open)
	type opened struct{ depth, inline int }
	var elements []opened
	for {
		switch t := x.next().(type) {
		case nil:
			return c
		case xml.CharData:
			c.chars(x)
		case xml.EndElement:
			if len(x.open) < outer {
				c.span.End = max(c.span.Start, x.rel(x.from))
				return c
			}
			if n := len(elements); n > 0 && elements[n-1].depth > len(x.open) {
				c.inlines[elements[n-1].inline].Span.End = x.rel(x.to)
				elements = elements[:n-1]
			}
		case xml.StartElement:
			start := x.rel(x.from)
			r, id := identify(t)
			if r == transparent {
				break
			}
			if r == element {
				elements = append(elements, opened{len(x.open), len(c.inlines)})
				c.inlines = append(c.inlines, article.Inline{Kind: article.Element, Target: t.Name.Local + ":" + id, Span: article.Span{Start: start}})
				break
			}
			name := t.Name.Local
			code := x.inner()
			at := article.Span{Start: start, End: x.rel(x.to)}
			if r == character {
				c.pieces = append(c.pieces, inlinePiece{span: at, means: id, wanted: true})
				break
			}
			if id == "" {
				id = code
			}
			in := article.Inline{Kind: article.Element, Target: name + ":" + id, Span: at}
			if r == object {
				in.Kind = article.Placeholder
				c.pieces = append(c.pieces, inlinePiece{span: at, means: objectMark, wanted: true})
			}
			c.inlines = append(c.inlines, in)
		}
	}
}

// chars adds the character data that was read last.
func (c *content) chars(x *xmlReader) {
	raw := x.buf[x.from-x.base : x.to-x.base]
	at := article.Span{Start: x.rel(x.from), End: x.rel(x.to)}
	coded := bytes.IndexByte(raw, '&') >= 0 || bytes.IndexByte(raw, '\r') >= 0
	if bytes.HasPrefix(raw, []byte("<![CDATA[")) {
		at.Start += len("<![CDATA[")
		at.End -= len("]]>")
		if raw = raw[len("<![CDATA[") : len(raw)-len("]]>")]; coded {
			// An ampersand stands for itself there; split so that it is not decoded.
			c.cdata(string(raw), at.Start)
			return
		}
	}
	c.pieces = append(c.pieces, inlinePiece{span: at, coded: coded})
}

// cdata adds a CDATA section that has ampersands or carriage returns.
func (c *content) cdata(raw string, from int) {
	for i := 0; i < len(raw); {
		n := strings.IndexByte(raw[i:], '\r')
		if n < 0 {
			n = len(raw) - i
		}
		if n > 0 {
			c.pieces = append(c.pieces, inlinePiece{span: article.Span{Start: from + i, End: from + i + n}})
		}
		if i += n; i < len(raw) {
			n = lineBreak(raw[i:])
			c.pieces = append(c.pieces, inlinePiece{span: article.Span{Start: from + i, End: from + i + n}, means: "\n", wanted: true})
			i += n
		}
	}
}

// lineBreak is the length of the carriage return, and maybe line feed, that s starts with.
func lineBreak(s string) int {
	if strings.HasPrefix(s, "\r\n") {
		return 2
	}
	return 1
}

// side makes a side of a unit of a content.
func (c *content) side(src *article.Source, lang string) Text {
	t := verbatim(src, lang, c.span)
	t.Present = c.present
	t.Inlines = c.inlines
	if len(c.pieces) == 1 && !c.pieces[0].coded && !c.pieces[0].wanted {
		t.span = c.pieces[0].span
		t.Text = src.Text()[t.span.Start:t.span.End]
		return t
	}
	var b strings.Builder
	b.Grow(c.span.End - c.span.Start)
	m := &article.OffsetMap{}
	for _, p := range c.pieces {
		switch {
		case p.wanted:
			b.WriteString(p.means)
			m.Decoded(len(p.means), p.span.Start, p.span.End-p.span.Start)
		case p.coded:
			unreference(&b, m, src.Text()[p.span.Start:p.span.End], p.span.Start)
		default:
			b.WriteString(src.Text()[p.span.Start:p.span.End])
			m.Verbatim(p.span.End-p.span.Start, p.span.Start)
		}
	}
	if t.Text = b.String(); t.Text != "" {
		t.offs = m
	} else {
		t.span.End = t.span.Start
	}
	return t
}

// unreference appends what character references, known to be right, stand for.
func unreference(b *strings.Builder, m *article.OffsetMap, raw string, from int) {
	for i := 0; i < len(raw); {
		n := strings.IndexAny(raw[i:], "&\r")
		if n < 0 {
			n = len(raw) - i
		}
		b.WriteString(raw[i : i+n])
		m.Verbatim(n, from+i)
		if i += n; i == len(raw) {
			return
		}
		n = lineBreak(raw[i:])
		r := '\n'
		if raw[i] == '&' {
			n = strings.IndexByte(raw[i:], ';') + 1
			if n == 0 {
				n = len(raw) - i
			}
			r = reference(raw[i+1 : max(i+1, i+n-1)])
		}
		b.WriteRune(r)
		m.Decoded(utf8.RuneLen(r), from+i, n)
		i += n
	}
}

// reference is the character that a reference without its & and ; stands for.
func reference(name string) rune {
	switch name {
	case "amp":
		return '&'
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "quot":
		return '"'
	case "apos":
		return '\''
	}
	base := 10
	digits, ok := strings.CutPrefix(name, "#x")
	if ok {
		base = 16
	} else {
		digits = strings.TrimPrefix(name, "#")
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || !utf8.ValidRune(rune(n)) {
		return utf8.RuneError
	}
	return rune(n)
}
