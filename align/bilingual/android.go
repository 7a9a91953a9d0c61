package bilingual

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
)

// readAndroid reads the strings.xml of an Android application: the key of an item
// of an array is its number, that of a plural its quantity. What is marked as not
// translatable is passed over.
func readAndroid(f File) ([]message, error) {
	var fault error
	r := &reader{yield: func(_ *Unit, err error) bool {
		if fault == nil {
			fault = err
		}
		return false
	}}
	s, err := newStream(f.Path, bytes.NewReader(f.Data), "")
	if err != nil {
		return nil, err
	}
	r.stream = s
	x := newXML(r)
	var list []message
	var open [2]string // name and kind of the array or plurals that is open
	items := 0
	for fault == nil {
		tok := x.next()
		if tok == nil {
			break
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			x.release(x.to)
			continue
		}
		if len(x.open) == 1 && e.Name.Local != "resources" {
			x.abort(x.from, "the file starts with <%s>, expected <resources>", e.Name.Local)
			break
		}
		name := attr(e, "", "name")
		switch e.Name.Local {
		case "string", "item":
			key, plural := name, ""
			if e.Name.Local == "item" {
				key = open[0] + "." + strconv.Itoa(items)
				items++
				if open[1] == "plurals" {
					plural = attr(e, "", "quantity")
					key = open[0] + "." + plural
				}
			}
			locked := attr(e, "", "translatable") == "false"
			x.release(x.from)
			c := x.content(androidInline)
			if fault != nil {
				break
			}
			text := c.side(x.take(x.to), "")
			if !locked {
				list = append(list, message{key: key, text: backslashes(text), plural: plural})
			}
		case "string-array", "plurals":
			open, items = [2]string{name, e.Name.Local}, 0
			if attr(e, "", "translatable") == "false" {
				x.pass()
			}
		}
		x.release(x.to)
	}
	if fault != nil {
		return nil, fault
	}
	noteDuplicates(list)
	return list, nil
}

// androidInline tells what inline elements are: markup, or an example of what a
// variable stands for.
func androidInline(e xml.StartElement) (role, string) {
	if e.Name.Local == "g" { // xliff:g around what is not to be translated
		return transparent, ""
	}
	return element, ""
}

// backslashes decodes \n, \' and the like in a text whose character references are
// decoded.
func backslashes(t Text) Text {
	if strings.IndexByte(t.Text, '\\') < 0 {
		return t
	}
	var b strings.Builder
	m := &article.OffsetMap{}
	at := func(i, n int) article.Span {
		s := article.Span{Start: i, End: i + n}
		if t.offs == nil {
			return article.Span{Start: s.Start + t.span.Start, End: s.End + t.span.Start}
		}
		return t.offs.Span(s)
	}
	for i := 0; i < len(t.Text); {
		n := 1
		for i+n < len(t.Text) && t.Text[i+n]&0xc0 == 0x80 {
			n++
		}
		was := b.Len()
		if t.Text[i] == '\\' {
			var c rune
			if c, n = escape(t.Text[i:]); c >= 0 {
				b.WriteRune(c)
			}
		} else {
			b.WriteString(t.Text[i : i+n])
		}
		s := at(i, n)
		m.Decoded(b.Len()-was, s.Start, s.End-s.Start)
		i += n
	}
	t.Text, t.offs = b.String(), m
	return t
}
