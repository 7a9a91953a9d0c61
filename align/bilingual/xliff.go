package bilingual

import (
	"encoding/xml"
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
)

// xliffReader reads XLIFF 1.0 to 1.2, 2.0 and 2.1. A trans-unit is a unit, as is
// each segment of a 2.x unit. The id of a unit is its id, with that of the segment
// after a slash where it has several.
type xliffReader struct {
	*xmlReader
	root           bool
	second         bool   // version 2.x
	source, target string // languages of the file element
	file           string // id or original of the file element, by which ids are told apart
	fileAt         article.Position
	locked         int // depth of the element that says translate="no", 0: none
	told           bool
	seen           seen
}

func (r *reader) readXLIFF() {
	x := &xliffReader{xmlReader: newXML(r)}
	for {
		switch e := x.next().(type) {
		case nil:
			if !x.root && !x.failed && !x.stopped {
				x.abort(x.to, "no element in the file, expected <xliff>")
			}
			return
		case xml.StartElement:
			if !x.start(e) {
				return
			}
		case xml.EndElement:
			if len(x.open) < x.locked {
				x.locked = 0
			}
		}
		x.release(x.to)
	}
}

// start takes in an element outside of units; false ends the file.
func (x *xliffReader) start(e xml.StartElement) bool {
	if !x.root {
		if e.Name.Local != "xliff" {
			x.abort(x.from, "the file starts with <%s>, expected <xliff>", e.Name.Local)
			return false
		}
		x.root = true
		version := attr(e, "", "version")
		x.second = strings.HasPrefix(version, "2")
		if !x.second && !strings.HasPrefix(version, "1") {
			x.abort(x.from, "XLIFF of version %q, expected 1.2, 2.0 or 2.1", version)
			return false
		}
		x.source, x.target = attr(e, "", "srcLang"), attr(e, "", "trgLang")
		x.fileAt = x.position(x.from - x.base)
		return true
	}
	if attr(e, "", "translate") == "no" && x.locked == 0 {
		x.locked = len(x.open)
	}
	switch e.Name.Local {
	case "file":
		x.file = attr(e, "", "id")
		if !x.second {
			x.file = attr(e, "", "original")
			x.source, x.target = attr(e, "", "source-language"), attr(e, "", "target-language")
			x.fileAt = x.position(x.from - x.base)
		}
	case "trans-unit":
		x.release(x.from)
		x.transUnit(e)
	case "unit":
		if x.second {
			x.release(x.from)
			x.unit(e)
		}
	case "alt-trans", "bin-source", "bin-target", "header", "skeleton", "metadata", "notes", "ctr:changeTrack", "glossary":
		x.pass()
	}
	if len(x.open) < x.locked {
		x.locked = 0
	}
	return true
}

// emit hands over a unit, with its languages.
func (x *xliffReader) emit(u *Unit, source, target *content, src *article.Source, id string) {
	u.Source = source.side(src, first(x.opt.SourceLang, source.lang, x.source))
	u.Target = target.side(src, first(x.opt.TargetLang, target.lang, x.target))
	if !target.present {
		u.Target.span = article.Span{Start: source.span.End, End: source.span.End}
	}
	if x.locked > 0 {
		u.State = Locked
	}
	h := fnv.New64a()
	h.Write([]byte(x.file + "\x00" + id))
	u.Duplicate = x.seen.add(h.Sum64(), src.Start())
	if u.Target.Lang == "" && strings.TrimSpace(u.Target.Text) != "" && !x.told {
		x.told = true
		name, on := "target-language", "<file>"
		if x.second {
			name, on = "trgLang", "<xliff>"
		}
		x.fail(&article.Error{Path: x.path, Position: x.fileAt, Msg: on + " without " + name + ", expected the language of the targets there or in --target-lang"})
	}
	x.reader.unit(u)
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// transUnit reads a trans-unit of XLIFF 1.x.
func (x *xliffReader) transUnit(e xml.StartElement) {
	at := x.from
	u := &Unit{ID: attr(e, "", "id"), Context: attr(e, "", "resname")}
	if u.ID == "" {
		x.failAt(at, "<trans-unit> without id, expected one")
		u.ID = strconv.Itoa(x.count + 1)
	}
	if n, err := strconv.Atoi(attr(e, "", "maxwidth")); err == nil && attr(e, "", "size-unit") == "char" {
		u.MaxLength = n
	}
	approved := attr(e, "", "approved") == "yes"
	var source, target content
	for depth := len(x.open); len(x.open) >= depth; {
		switch e := x.next().(type) {
		case nil:
			return
		case xml.StartElement:
			lang := attr(e, "xml", "lang")
			switch e.Name.Local {
			case "source":
				source = x.content(xliff1Inline)
				source.lang = lang
			case "target":
				u.State = state1(attr(e, "", "state"))
				target = x.content(xliff1Inline)
				target.lang = lang
			case "note":
				u.note(x.inner())
			default:
				x.pass()
			}
		}
	}
	if x.failed {
		return
	}
	if approved && u.State == Translated {
		u.State = Final
	}
	if !source.present {
		x.failAt(at, "<trans-unit> %s without <source>, expected one", strconv.Quote(u.ID))
		return
	}
	x.emit(u, &source, &target, x.take(x.to), u.ID)
}

// state1 is what the state of a target of XLIFF 1.2 means.
func state1(name string) State {
	switch name {
	case "new", "needs-translation":
		return Untranslated
	case "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n", "needs-review-translation":
		return Fuzzy
	case "final", "signed-off":
		return Final
	}
	return Translated
}

// xliff1Inline tells what the inline elements of XLIFF 1.2 are.
func xliff1Inline(e xml.StartElement) (role, string) {
	id := attr(e, "", "id")
	switch e.Name.Local {
	case "mrk":
		return transparent, ""
	case "g":
		return element, id
	case "x":
		switch {
		case attr(e, "", "ctype") == "lb":
			return character, "\n"
		case strings.HasPrefix(id, "START_"), strings.HasPrefix(id, "CLOSE_"): // as Angular writes elements
			return tag, id
		}
		return object, id
	case "ph":
		return object, id
	case "bpt", "ept", "bx", "ex", "it":
		return tag, first(attr(e, "", "rid"), id)
	}
	return transparent, ""
}

// segment is a segment of a unit of XLIFF 2.x.
type segment struct {
	id             string
	state          State
	source, target content
}

// unit reads a unit of XLIFF 2.x: its segments share one source.
func (x *xliffReader) unit(e xml.StartElement) {
	at := x.from
	base := Unit{ID: attr(e, "", "id"), Context: attr(e, "", "name")}
	if base.ID == "" {
		x.failAt(at, "<unit> without id, expected one")
		base.ID = strconv.Itoa(x.count + 1)
	}
	var segments []segment
	data := map[string]string{} // native code by its id
	for depth := len(x.open); len(x.open) >= depth; {
		switch e := x.next().(type) {
		case nil:
			return
		case xml.StartElement:
			switch e.Name.Local {
			case "segment":
				if s, ok := x.segment(e, data); ok {
					segments = append(segments, s)
				}
			case "notes":
				x.each("note", func(xml.StartElement) { base.note(x.inner()) })
			case "originalData":
				x.each("data", func(e xml.StartElement) {
					id := attr(e, "", "id")
					data[id] = x.inner()
				})
			default:
				x.pass()
			}
		}
	}
	if x.failed {
		return
	}
	if len(segments) == 0 {
		x.failAt(at, "<unit> %s without <segment>, expected one with a <source>", strconv.Quote(base.ID))
		return
	}
	src := x.take(x.to)
	for i := range segments {
		s, u := &segments[i], base
		u.State = s.state
		id := s.id
		if id == "" {
			id = strconv.Itoa(i + 1)
		}
		if len(segments) > 1 {
			u.ID += "/" + id
		}
		x.emit(&u, &s.source, &s.target, src, base.ID+"\x00"+id)
		if x.stopped {
			return
		}
	}
}

// each calls f for the child elements of that name of the element opened last; f
// reads them to their end.
func (x *xliffReader) each(name string, f func(xml.StartElement)) {
	for depth := len(x.open); len(x.open) >= depth; {
		switch e := x.next().(type) {
		case nil:
			return
		case xml.StartElement:
			if e.Name.Local == name {
				f(e)
			} else {
				x.pass()
			}
		}
	}
}

// segment reads a segment element.
func (x *xliffReader) segment(e xml.StartElement, data map[string]string) (s segment, ok bool) {
	at := x.from
	s.id = attr(e, "", "id")
	s.state = state2(attr(e, "", "state"))
	inline := func(e xml.StartElement) (role, string) { return xliff2Inline(e, data) }
	for depth := len(x.open); len(x.open) >= depth; {
		switch e := x.next().(type) {
		case nil:
			return s, false
		case xml.StartElement:
			lang := attr(e, "xml", "lang")
			switch e.Name.Local {
			case "source":
				s.source = x.content(inline)
				s.source.lang = lang
			case "target":
				s.target = x.content(inline)
				s.target.lang = lang
			default:
				x.pass()
			}
		}
	}
	if !s.source.present {
		x.failAt(at, "<segment> without <source>, expected one")
	}
	return s, s.source.present
}

// state2 is what the state of a segment of XLIFF 2 means. "initial" is what it is
// where nobody says otherwise, so a target that is there counts.
func state2(name string) State {
	if name == "final" {
		return Final
	}
	return Translated
}

// xliff2Inline tells what the inline elements of XLIFF 2 are. data is native code.
func xliff2Inline(e xml.StartElement, data map[string]string) (role, string) {
	id := attr(e, "", "id")
	switch e.Name.Local {
	case "pc":
		return element, id
	case "ph":
		if attr(e, "", "type") == "fmt" && attr(e, "", "subType") == "xlf:lb" || data[attr(e, "", "dataRef")] == "\n" {
			return character, "\n"
		}
		return object, id
	case "sc":
		return tag, id
	case "ec":
		return tag, first(attr(e, "", "startRef"), id)
	case "cp":
		n, err := strconv.ParseUint(attr(e, "", "hex"), 16, 21)
		if err != nil {
			return character, objectMark
		}
		return character, string(rune(n))
	case "sm", "em":
		return character, ""
	}
	return transparent, ""
}
