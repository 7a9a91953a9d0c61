package bilingual

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
)

// poReader reads the message catalogues of GNU gettext. Each form of a plural is
// a unit. The id of a unit is a hash of its context and msgid, so it survives
// other entries; the forms of a plural add their number in brackets. The header
// names encoding, target language and the number of plural forms, and is no unit.
//
// An entry at fault is reported once and passed over.
type poReader struct {
	*reader
	source, target string
	forms          int // of a plural, as the header says; 0 where it does not
	seen           seen
	entry          poEntry
	first          bool // no entry was read yet
}

// poEntry is the entry that stands in the window.
type poEntry struct {
	started  bool // it has more than comments
	obsolete bool
	ctxt, id poString
	plural   poString
	previous poString
	strs     []poString
	flags    []string
	notes    []string
	open     *poString // what further string lines belong to
	broken   bool      // it is at fault
}

// poString is a string of one or more pieces, with their spans in the window,
// without the quotation marks.
type poString struct {
	set     bool
	escapes bool
	pieces  []article.Span
}

func (r *reader) readPO() {
	p := &poReader{reader: r, source: r.opt.SourceLang, target: r.opt.TargetLang, first: true}
	for !r.stopped {
		line, ok := r.line()
		if !ok {
			break
		}
		n := len(line)
		text := bytes.TrimSpace(line)
		if len(text) == 0 {
			p.finish()
			continue
		}
		if p.begins(text) {
			r.next -= n
			p.finish()
			continue
		}
		if !p.entry.broken {
			p.read(r.next-n-r.mark+bytes.Index(line, text), text)
		}
	}
	if !r.stopped {
		p.finish()
	}
	r.finish()
}

// begins tells whether a line that is not empty starts the next entry.
func (p *poReader) begins(text []byte) bool {
	if len(p.entry.strs) == 0 {
		return false
	}
	text, _ = uncomment(text)
	if text[0] == '#' {
		return true
	}
	return text[0] == 'm' && !bytes.HasPrefix(text, []byte("msgstr"))
}

// uncomment cuts off the #~ of a line of an obsolete entry; what is left is not empty.
func uncomment(text []byte) (rest []byte, obsolete bool) {
	if rest, ok := bytes.CutPrefix(text, []byte("#~")); ok {
		if rest = bytes.TrimLeft(rest, " \t"); len(rest) > 0 {
			if rest[0] == '|' {
				return append([]byte("#"), rest...), true
			}
			return rest, true
		}
	}
	return text, false
}

// fault reports what is wrong with the entry at i of the window, once.
func (p *poReader) fault(i int, format string, args ...any) {
	p.entry.broken = true
	p.fail(p.faultAt(p.mark+i, format, args...))
}

// read takes in a line of an entry; it stands at i of the window.
func (p *poReader) read(i int, text []byte) {
	e := &p.entry
	rest, obsolete := uncomment(text)
	if rest[0] == '#' {
		p.comment(i+len(text)-len(rest), rest)
		return
	}
	i += len(text) - len(rest)
	if e.started && e.obsolete != obsolete {
		p.fault(i, "part of the entry is marked obsolete by #~, expected all of its lines or none")
		return
	}
	e.obsolete = obsolete
	if rest[0] != '"' {
		key := rest
		if n := bytes.IndexAny(rest, " \t\""); n >= 0 {
			key = rest[:n]
		}
		if !p.keyword(i, string(key)) {
			return
		}
		e.started = true
		i += len(key)
		rest = rest[len(key):]
		if len(bytes.TrimSpace(rest)) == 0 {
			p.fault(i, "no text after %s, expected one in quotation marks", key)
			return
		}
	}
	if e.open == nil {
		p.fault(i, "a text without a keyword, expected msgctxt, msgid or msgstr before it")
		return
	}
	p.strings(i, rest, e.open)
}

// keyword opens what the following text belongs to.
func (p *poReader) keyword(i int, key string) bool {
	e := &p.entry
	open := func(s *poString, ok bool, expected string) bool {
		switch {
		case s.set:
			p.fault(i, "a second %s in one entry, expected one", key)
			return false
		case !ok:
			p.fault(i, "%s at a wrong place, expected %s", key, expected)
			return false
		}
		s.set = true
		e.open = s
		return true
	}
	switch key {
	case "msgctxt":
		return open(&e.ctxt, !e.id.set, "it before msgid")
	case "msgid":
		return open(&e.id, len(e.strs) == 0, "it before msgstr")
	case "msgid_plural":
		return open(&e.plural, e.id.set && len(e.strs) == 0, "it between msgid and msgstr[0]")
	case "msgstr":
		if len(e.strs) > 0 {
			return open(&e.strs[0], true, "")
		}
		e.strs = append(e.strs, poString{})
		return open(&e.strs[0], e.id.set && !e.plural.set, "it after msgid, or msgstr[0] after msgid_plural")
	}
	if n, ok := strings.CutPrefix(key, "msgstr["); ok && strings.HasSuffix(n, "]") {
		if form, err := strconv.Atoi(strings.TrimSuffix(n, "]")); err != nil || form != len(e.strs) || form > 16 {
			p.fault(i, "%s, expected msgstr[%d]", key, len(e.strs))
			return false
		}
		e.strs = append(e.strs, poString{})
		return open(&e.strs[len(e.strs)-1], e.plural.set, "it after msgid_plural")
	}
	if len(key) > 40 {
		key = key[:40] + "…"
	}
	p.fault(i, "unknown keyword %q, expected msgctxt, msgid, msgid_plural or msgstr", key)
	return false
}

// strings takes in the texts in quotation marks on the rest of a line.
func (p *poReader) strings(i int, rest []byte, to *poString) {
	for {
		n := len(rest)
		rest = bytes.TrimLeft(rest, " \t")
		i += n - len(rest)
		if len(rest) == 0 {
			return
		}
		if rest[0] != '"' {
			p.fault(i, "%q outside of quotation marks, expected the end of the line", shorten(rest))
			return
		}
		end := 1
		for end < len(rest) && rest[end] != '"' {
			if rest[end] == '\\' {
				to.escapes = true
				if n := escapeLen(rest[end:]); n == 0 {
					p.fault(i+end, `%q is no escape, expected one such as \n, \t, \" or \\`, shorten(rest[end:min(len(rest), end+2)]))
					return
				} else {
					end += n
					continue
				}
			}
			end++
		}
		if end >= len(rest) {
			p.fault(i, "the text that starts here has no closing quotation mark, expected one on this line")
			return
		}
		to.pieces = append(to.pieces, article.Span{Start: i + 1, End: i + end})
		i += end + 1
		rest = rest[end+1:]
	}
}

func shorten(b []byte) string {
	if len(b) > 20 {
		return strings.ToValidUTF8(string(b[:20]), "") + "…"
	}
	return string(b)
}

// comment takes in a comment line.
func (p *poReader) comment(i int, text []byte) {
	e := &p.entry
	if len(text) < 2 {
		return
	}
	body := bytes.TrimSpace(text[2:])
	switch text[1] {
	case ',':
		for f := range bytes.SplitSeq(body, []byte{','}) {
			if f = bytes.TrimSpace(f); len(f) > 0 {
				e.flags = append(e.flags, string(f))
			}
		}
	case '.', ' ':
		if len(body) > 0 {
			e.notes = append(e.notes, string(body))
		}
	case '|':
		key, rest, _ := bytes.Cut(body, []byte{' '})
		switch {
		case string(key) == "msgid":
			e.open = &e.previous
		case len(key) > 0 && key[0] == '"' && e.open == &e.previous:
			rest = body
		default:
			e.open = nil
			return
		}
		p.strings(i+len(text)-len(rest), rest, &e.previous)
		if !bytes.HasPrefix(body, []byte("msgid")) && !bytes.HasPrefix(body, []byte{'"'}) {
			e.open = nil
		}
	}
}

// finish hands over the entry in the window and starts the next one.
func (p *poReader) finish() {
	e := p.entry
	p.entry = poEntry{}
	switch {
	case e.broken || !e.started:
	case len(e.strs) == 0:
		key, of, expected := "msgid", &e.id, "msgstr"
		if !e.id.set {
			key, of, expected = "msgctxt", &e.ctxt, "msgid"
		}
		p.fail(p.faultAt(p.mark+of.pieces[0].Start, "%s without %s, expected one after it", key, expected))
	default:
		if i, msg := p.text(); i >= 0 {
			p.fail(p.faultAt(p.mark+i, "%s", msg))
			break
		}
		p.emit(&e)
		return
	}
	p.skip()
}

// text finds what is not text in the window. Before the header, names in comments
// may be in the encoding that the header declares.
func (p *poReader) text() (int, string) {
	if p.first {
		return bytes.IndexByte(p.window(), 0), "a NUL byte: the file is binary, expected a text"
	}
	return notText(p.window())
}

// emit hands over the units of a good entry.
func (p *poReader) emit(e *poEntry) {
	src := p.take()
	first := p.first
	p.first = false
	id := e.id.side(src, p.source)
	if id.Text == "" && !e.ctxt.set && !e.obsolete {
		if !first {
			p.fail(src.Errorf(id.Span().Start, "a second header (an empty msgid without msgctxt), expected one"))
			return
		}
		p.header(e.strs[0].side(src, ""))
		return
	}
	u := Unit{Source: id, Flags: e.flags, Notes: e.notes, State: Translated}
	if e.ctxt.set {
		ctxt := e.ctxt.side(src, "")
		u.Context = ctxt.Text
	}
	if e.previous.set || len(e.previous.pieces) > 0 {
		previous := e.previous.side(src, "")
		u.Previous = previous.Text
	}
	h := fnv.New64a()
	h.Write([]byte(u.Context))
	if e.ctxt.set {
		h.Write([]byte{4})
	}
	h.Write([]byte(id.Text))
	sum := h.Sum64()
	u.ID = fmt.Sprintf("%012x", sum>>16)
	switch {
	case e.obsolete:
		u.State = Obsolete
	case hasFlag(e.flags, "fuzzy"):
		u.State = Fuzzy
	}
	if !e.obsolete {
		u.Duplicate = p.seen.add(sum, src.Position(id.Span().Start))
	}
	if !e.plural.set {
		u.Target = e.strs[0].side(src, p.target)
		p.unit(&u)
		return
	}
	p.plurals(e, u, src)
}

// plurals hands over each form of a plural as a unit. The first form of a language
// that has more than one answers the singular.
func (p *poReader) plurals(e *poEntry, u Unit, src *article.Source) {
	singular, plural := u.Source, e.plural.side(src, p.source)
	id := u.ID
	for form := range e.strs {
		v := u
		v.ID = id + "[" + strconv.Itoa(form) + "]"
		v.Plural = &Plural{Form: form, Forms: len(e.strs), Declared: p.forms, Other: singular.Text}
		v.Source = plural
		if form == 0 && len(e.strs) > 1 {
			v.Source, v.Plural.Other = singular, plural.Text
		}
		if form > 0 {
			v.Duplicate = article.Position{}
		}
		v.Target = e.strs[form].side(src, p.target)
		if form == 0 && variables(v.Target.Text) && !variables(singular.Text) && variables(plural.Text) {
			// A singular may give its number though the source's spells it out.
			v.Source, v.Plural.Other = plural, singular.Text
		}
		if !p.unit(&v) {
			return
		}
	}
}

// variables tells whether a text has placeholders.
func variables(text string) bool { return strings.ContainsAny(text, "%{$") }

func hasFlag(flags []string, name string) bool {
	for _, f := range flags {
		if f == name {
			return true
		}
	}
	return false
}

// header takes in what the header says.
func (p *poReader) header(t Text) {
	for line := range strings.SplitSeq(t.Text, "\n") {
		name, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(name) {
		case "language":
			if p.target == "" {
				p.target = bcp47(value)
			}
		case "x-source-language":
			if p.source == "" {
				p.source = bcp47(value)
			}
		case "plural-forms":
			_, n, _ := strings.Cut(value, "nplurals=")
			n, _, _ = strings.Cut(n, ";")
			p.forms, _ = strconv.Atoi(strings.TrimSpace(n))
		case "content-type":
			if _, charset, ok := strings.Cut(value, "charset="); ok && charset != "CHARSET" && p.opt.Encoding == "" {
				c, err := newCharset(charset)
				if err == nil {
					err = p.declare(c)
				} else {
					at := strings.Index(t.Text, charset)
					err = &article.Error{Path: p.path, Position: t.Position(at), Msg: err.Error()}
				}
				if err != nil {
					p.fail(err)
				}
			}
		}
	}
}

// side makes a side of a unit of a string.
func (s *poString) side(src *article.Source, lang string) Text {
	if len(s.pieces) == 0 {
		return verbatim(src, lang, article.Span{})
	}
	whole := article.Span{Start: s.pieces[0].Start, End: s.pieces[len(s.pieces)-1].End}
	pieces := s.pieces
	if len(pieces) > 1 && pieces[0].Start == pieces[0].End {
		pieces = pieces[1:] // the empty string before a text of several lines
	}
	if len(pieces) == 1 && !s.escapes {
		return verbatim(src, lang, pieces[0])
	}
	raw := src.Text()
	var b strings.Builder
	b.Grow(whole.End - whole.Start)
	m := &article.OffsetMap{}
	for _, at := range pieces {
		unescape(&b, m, raw[at.Start:at.End], at.Start)
	}
	t := verbatim(src, lang, whole)
	t.Text, t.offs = b.String(), m
	return t
}

// unescape appends what the escapes of C stand for; they are known to be right.
func unescape(b *strings.Builder, m *article.OffsetMap, raw string, from int) {
	for i := 0; i < len(raw); {
		n := strings.IndexByte(raw[i:], '\\')
		if n < 0 {
			n = len(raw) - i
		}
		b.WriteString(raw[i : i+n])
		m.Verbatim(n, from+i)
		if i += n; i == len(raw) {
			return
		}
		n = escapeLen([]byte(raw[i:]))
		c, was := raw[i+1], b.Len()
		switch {
		case c == 'x':
			v, _ := strconv.ParseUint(raw[i+2:i+n], 16, 8)
			b.WriteRune(rune(v))
		case c >= '0' && c <= '7':
			v, _ := strconv.ParseUint(raw[i+1:i+n], 8, 16)
			b.WriteRune(rune(v & 0xff))
		default:
			if j := strings.IndexByte(escapeNames, c); j >= 0 {
				c = escapeBytes[j]
			}
			b.WriteByte(c)
		}
		m.Decoded(b.Len()-was, from+i, n)
		i += n
	}
}

const (
	escapeNames = "abfnrtv"
	escapeBytes = "\a\b\f\n\r\t\v"
)

// escapeLen is the length of the escape that text starts with, 0 where it is none.
func escapeLen(text []byte) int {
	if len(text) < 2 {
		return 0
	}
	digits := func(from, most int, set string) int {
		n := 0
		for n < most && from+n < len(text) && strings.IndexByte(set, text[from+n]) >= 0 {
			n++
		}
		return n
	}
	switch c := text[1]; {
	case c == 'x':
		if n := digits(2, 2, "0123456789abcdefABCDEF"); n > 0 {
			return 2 + n
		}
		return 0
	case c >= '0' && c <= '7':
		return 1 + digits(1, 3, "01234567")
	case strings.IndexByte(escapeNames+`"\'?`, c) >= 0:
		return 2
	}
	return 0
}
