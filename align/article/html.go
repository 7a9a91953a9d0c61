package article

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// htmlReader reads the text of HTML from the tokenizer, whose tokens add up to
// the source byte for byte, so that every offset is known. It builds no tree:
// a stack of open elements tells what kind of block a text stands in. Its size is
// bounded, and what is nested deeper counts as part of what is around it.
type htmlReader struct {
	b      *builder
	source string
	t      *textBuilder
	stack  []element
	hidden int // open elements that are not shown, on the stack

	page    bool   // a whole page, not a fragment in Markdown
	keep    []bool // which of the texts belong to the article; nil: all
	texts   int    // texts so far that are not white space
	title   string // of the page, by its <title>
	titleAt Span
	titled  bool // a title block was read
	code    int  // where in the block's text the open <code> started, -1: none
}

type element struct {
	name   string
	start  int // offset of its tag
	inline int // 1 + index into t.inlines of its markup
	hidden bool
}

const maxStack = 256

// What HTML says of its elements.
const (
	voidElements = " area base br col embed hr img input link meta param source track wbr "
	blockElement = " address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead title tr ul "
	notShown     = " head script style noscript template svg math iframe object select textarea canvas audio video button noembed noframes "
	navigation   = " nav aside footer form menu dialog "
	codeElement  = " code kbd samp tt var "
)

func among(list, name string) bool { return strings.Contains(list, " "+name+" ") }

// read reads source[start:end].
func (h *htmlReader) read(start, end int) {
	h.t, h.code = &textBuilder{source: h.source}, -1
	z := html.NewTokenizer(strings.NewReader(h.source[start:end]))
	at := start
	for {
		tt := z.Next()
		n := len(z.Raw())
		switch tt {
		case html.ErrorToken:
			if n > 0 {
				h.text(at, min(end, at+n)) // a tag cut off by the end
			}
			h.flush()
			return
		case html.TextToken:
			h.text(at, at+n)
		case html.StartTagToken, html.SelfClosingTagToken:
			h.open(z, at, at+n)
		case html.EndTagToken:
			name, _ := z.TagName()
			h.close(string(name), at, at+n)
		}
		at += n
	}
}

// text reads a text token.
func (h *htmlReader) text(start, end int) {
	if strings.TrimSpace(h.source[start:end]) == "" {
		h.t.space(start)
		return
	}
	index := h.texts
	h.texts++
	if h.top() == "title" && h.page {
		h.pageTitle(start, end)
		return
	}
	if !h.shows(index) {
		return
	}
	h.t.references(start, end, false)
}

// shows tells whether a text belongs to the article.
func (h *htmlReader) shows(index int) bool {
	if h.keep == nil {
		return h.hidden == 0
	}
	if index < len(h.keep) && h.keep[index] {
		return true
	}
	return h.hidden == 0 && !h.titled && h.inside("h1")
}

func (h *htmlReader) top() string {
	if len(h.stack) == 0 {
		return ""
	}
	return h.stack[len(h.stack)-1].name
}

func (h *htmlReader) inside(name string) bool {
	for i := range h.stack {
		if h.stack[i].name == name {
			return true
		}
	}
	return false
}

// pageTitle notes the <title>.
func (h *htmlReader) pageTitle(start, end int) {
	t := textBuilder{source: h.source}
	t.references(start, end, false)
	if h.title == "" {
		h.title, h.titleAt = strings.TrimSpace(t.text.String()), trimmed(h.source, Span{start, end})
	}
}

// open reads a start tag.
func (h *htmlReader) open(z *html.Tokenizer, start, end int) {
	raw, more := z.TagName()
	name := string(raw)
	block := among(blockElement, name)
	if block {
		h.flush()
		h.implied(name)
	}
	attr := attributes(z, more)
	if name == "br" {
		if s := h.t.text.String(); strings.HasSuffix(strings.TrimRight(s, " \t\r"), "\n\n") {
			h.flush()
		}
		h.t.space(start)
		h.t.space(start)
		return
	}
	e := element{name: name, start: start, hidden: among(notShown, name) || h.page && among(navigation, name) || attr["hidden"] != "" || attr["aria-hidden"] == "true"}
	if h.page {
		h.meta(name, attr)
	}
	if !block && h.hidden == 0 {
		e.inline = h.inline(name, attr, start, end)
	}
	if among(voidElements, name) || len(h.stack) >= maxStack || strings.HasSuffix(h.source[start:end], "/>") && !h.page {
		return
	}
	h.stack = append(h.stack, e)
	if e.hidden {
		h.hidden++
	}
}

// attributes reads those that count here.
func attributes(z *html.Tokenizer, more bool) map[string]string {
	var attr map[string]string
	for n := 0; more && n < 64; n++ {
		var key, val []byte
		key, val, more = z.TagAttr()
		switch string(key) {
		case "href", "src", "datetime", "content", "property", "name", "itemprop", "lang", "alt", "id", "class", "aria-hidden":
		case "hidden":
			val = []byte("hidden")
		default:
			continue
		}
		if attr == nil {
			attr = map[string]string{}
		}
		if _, seen := attr[string(key)]; !seen {
			attr[string(key)] = string(val)
		}
	}
	return attr
}

// inline lists the markup of a tag and returns 1 + its index, 0 for none.
func (h *htmlReader) inline(name string, attr map[string]string, start, end int) int {
	switch {
	case name == "a":
		if attr["href"] == "" {
			return 0
		}
		h.t.mark(Link, start, end, attr["href"])
	case name == "img":
		h.t.mark(Image, start, end, attr["src"])
	case name == "em" || name == "i":
		h.t.mark(Emphasis, start, end, "")
	case name == "strong" || name == "b":
		h.t.mark(Strong, start, end, "")
	case among(codeElement, name):
		if h.code < 0 {
			h.code = h.t.offs.Len()
		}
		h.t.mark(CodeSpan, start, end, "")
	case name == "span" || name == "font" || name == "wbr" || among(notShown, name):
		return 0
	default:
		h.t.mark(Element, start, end, name)
	}
	return len(h.t.inlines)
}

// close reads an end tag.
func (h *htmlReader) close(name string, start, end int) {
	if name == "p" || among(blockElement, name) {
		h.flush()
	}
	i := len(h.stack) - 1
	for i >= 0 && h.stack[i].name != name {
		i--
	}
	if i < 0 {
		return
	}
	if in := h.stack[i].inline; in > 0 && in <= len(h.t.inlines) && h.t.inlines[in-1].Span.Start == h.stack[i].start {
		h.t.inlines[in-1].Span.End = end
		if h.t.inlines[in-1].Kind == CodeSpan {
			h.closeCode(in - 1)
		}
	}
	h.pop(i)
}

// closeCode makes inline code one opaque token.
func (h *htmlReader) closeCode(inline int) {
	if h.code < 0 {
		return
	}
	h.t.inlines[inline].Target = strings.TrimSpace(h.t.text.String()[h.code:])
	if h.code < h.t.offs.Len() {
		h.t.opaque = append(h.t.opaque, Span{h.code, h.t.offs.Len()})
	}
	h.code = -1
}

// pop takes element i and all above it off the stack.
func (h *htmlReader) pop(i int) {
	for _, e := range h.stack[i:] {
		if e.hidden {
			h.hidden--
		}
	}
	h.stack = h.stack[:i]
}

// implied closes the elements whose end tag may be left out before a start tag.
func (h *htmlReader) implied(name string) {
	if h.top() == "p" {
		h.pop(len(h.stack) - 1)
	}
	var ends, within string
	switch name {
	case "li":
		ends, within = " li ", " ul ol menu dir "
	case "dt", "dd":
		ends, within = " dt dd ", " dl "
	case "td", "th":
		ends, within = " td th ", " tr table "
	case "tr":
		ends, within = " tr ", " table "
	case "option":
		ends, within = " option ", " select "
	case "body":
		ends, within = " head ", " html "
	default:
		return
	}
	for i := len(h.stack) - 1; i >= 0; i-- {
		if among(within, h.stack[i].name) {
			return
		}
		if among(ends, h.stack[i].name) {
			h.pop(i)
			return
		}
	}
}

// flush ends the block that is being read.
func (h *htmlReader) flush() {
	if h.t.offs.Len() == 0 && len(h.t.inlines) == 0 {
		return
	}
	if h.code >= 0 {
		if h.code < h.t.offs.Len() {
			h.t.opaque = append(h.t.opaque, Span{h.code, h.t.offs.Len()})
		}
		h.code = -1
	}
	kind, level := h.kind()
	if kind == Title {
		h.titled = h.titled || strings.TrimSpace(h.t.text.String()) != ""
	}
	p := h.t.piece(kind, level)
	if line := strings.TrimSpace(p.text); h.page || !strings.HasPrefix(line, "{{#") || !directive(line) {
		h.b.add(p) // else a picture or the like is put in here
	}
	h.t = &textBuilder{source: h.source}
}

// kind is that of a block inside the open elements.
func (h *htmlReader) kind() (BlockKind, int) {
	level := 0
	for i := len(h.stack) - 1; i >= 0; i-- {
		switch name := h.stack[i].name; name {
		case "h1", "h2", "h3", "h4", "h5", "h6":
			if name == "h1" && !h.titled && h.page {
				return Title, 1
			}
			return Heading, int(name[1] - '0')
		case "figcaption", "caption":
			return Caption, 0
		case "li", "dd", "dt":
			level++
			for _, e := range h.stack[:i] {
				if e.name == "li" {
					level++
				}
			}
			return ListItem, level
		case "td", "th":
			return TableCell, 0
		case "blockquote":
			return Quotation, 0
		case "pre":
			return Code, 0
		case "time":
			continue
		}
	}
	return Paragraph, 0
}

// meta reads what the head and <time> say of the article.
func (h *htmlReader) meta(name string, attr map[string]string) {
	switch name {
	case "html":
		if h.b.art.Lang == "" && attr["lang"] != "" {
			h.b.art.Lang = baseLanguage(attr["lang"])
		}
	case "meta":
		key := attr["property"] + attr["itemprop"] + attr["name"]
		switch strings.ToLower(key) {
		case "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate", "publishdate", "parsely-pub-date", "og:published_time", "sailthru.date":
			h.published(attr["content"])
		}
	case "time":
		if h.hidden == 0 {
			h.published(attr["datetime"])
		}
	}
}

func (h *htmlReader) published(s string) {
	if day, ok := isoDay(strings.TrimSpace(s)); ok {
		h.b.published(day)
	}
}

// readFragment reads a block of HTML in Markdown.
func (b *builder) readFragment(start, end int) {
	h := &htmlReader{b: b, source: b.src.text}
	h.read(start, end)
}

// readHTML reads a web page: its title, and the text that is its article.
func (b *builder) readHTML() {
	h := &htmlReader{b: b, source: b.src.text, page: true}
	keep, title := chooseBody(h.source)
	h.keep = keep
	h.read(0, len(h.source))
	if h.titled || h.title == "" {
		return
	}
	// No heading: the page's title, without the name of the site if readability knew it.
	p := piece{kind: Title, level: 1, text: h.source[h.titleAt.Start:h.titleAt.End], base: h.titleAt.Start}
	if title != "" && strings.HasPrefix(p.text, title) {
		p.text = p.text[:len(title)]
	}
	if strings.IndexByte(p.text, '&') >= 0 {
		t := &textBuilder{source: h.source}
		t.references(p.base, p.base+len(p.text), false)
		p = t.piece(Title, 1)
	}
	b.pieces = append([]piece{p}, b.pieces...)
}

// tag appends the tag source[start:end] inside a paragraph of Markdown.
func (t *textBuilder) tag(start, end int) {
	z := html.NewTokenizer(strings.NewReader(t.source[start:end]))
	tt := z.Next()
	raw, more := z.TagName()
	name := string(raw)
	switch tt {
	case html.StartTagToken, html.SelfClosingTagToken:
		attr := attributes(z, more)
		switch {
		case name == "br":
			t.space(start)
		case name == "wbr":
		case name == "a" && attr["href"] != "":
			t.mark(Link, start, end, attr["href"])
		case name == "img":
			t.mark(Image, start, end, attr["src"])
		default:
			if among(codeElement, name) && tt == html.StartTagToken {
				t.opaque = append(t.opaque, Span{t.offs.Len(), -1})
			}
			t.mark(Element, start, end, name)
		}
	case html.EndTagToken:
		if n := len(t.opaque); n > 0 && t.opaque[n-1].End < 0 && among(codeElement, name) {
			t.opaque[n-1].End = t.offs.Len()
		}
	}
}

// charset is the encoding that an HTML or XML file declares, or "".
func charset(data []byte) string {
	head := strings.ToLower(string(data[:min(len(data), 2048)]))
	if strings.HasPrefix(strings.TrimSpace(head), "<?xml") {
		if decl, _, ok := strings.Cut(head, "?>"); ok {
			if _, after, ok := strings.Cut(decl, "encoding="); ok {
				return label(after)
			}
		}
	}
	for rest := head; ; {
		_, meta, ok := strings.Cut(rest, "<meta")
		if !ok {
			return ""
		}
		tag, after, _ := strings.Cut(meta, ">")
		if _, value, ok := strings.Cut(tag, "charset="); ok {
			return label(value)
		}
		rest = after
	}
}

// label reads an encoding's name, with or without quotation marks.
func label(s string) string {
	s = strings.TrimLeft(s, " \"'")
	n := strings.IndexAny(s, " \"';/>")
	if n < 0 {
		n = len(s)
	}
	return s[:n]
}

// declared is the encoding by which to read HTML. Pages that were saved as UTF-8
// often still declare what they were served in, so that what is UTF-8 with
// characters beyond ASCII is taken for it.
func declared(data []byte) string {
	name := charset(data)
	if name == "" || name == "utf-8" || utf8.Valid(data) {
		return ""
	}
	return name
}
