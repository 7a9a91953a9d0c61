package glossary

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// tbxTerm is a term of a concept.
type tbxTerm struct {
	lang, text, pos, status string
}

// tbx reads TermBase eXchange, version 2 (martif, termEntry, langSet, tig or ntig)
// and the core of version 3 (tbx, conceptEntry, langSec, termSec). The terms of a
// concept in the source language become entries; deprecated terms of the target
// language are forbidden.
func (r *reader) tbx() {
	dec := xml.NewDecoder(strings.NewReader(r.src.Text()))
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded already
	var terms []tbxTerm
	lang, at, depth := "", 0, 0
	root := false
	for {
		from := int(dec.InputOffset())
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			var syntax *xml.SyntaxError
			if errors.As(err, &syntax) {
				r.fail(int(dec.InputOffset()), "%s, expected well-formed XML", syntax.Msg)
			} else {
				r.fail(int(dec.InputOffset()), "%v", err)
			}
			return
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if depth++; depth > 64 {
				r.fail(from, "elements are nested more than 64 deep")
				return
			}
			name := t.Name.Local
			if !root && name != "martif" && name != "tbx" {
				r.fail(from, "the file starts with <%s>, expected <martif> or <tbx>", name)
				return
			}
			root = true
			switch name {
			case "termEntry", "conceptEntry":
				terms, at = nil, from
			case "langSet", "langSec":
				if lang = attribute(t, "lang"); lang == "" {
					r.fail(from, "<%s> without xml:lang, expected its language", name)
				}
			case "tig", "ntig", "termSec":
				terms = append(terms, tbxTerm{lang: lang})
			case "term", "termNote":
				text, ok := r.text(dec)
				if !ok {
					return
				}
				depth--
				r.part(terms, name, attribute(t, "type"), text, from)
			}
		case xml.EndElement:
			depth--
			if t.Name.Local == "termEntry" || t.Name.Local == "conceptEntry" {
				r.concept(terms, at)
				terms = nil
			}
		}
	}
	if !root {
		r.fail(0, "no element in the file, expected <martif> or <tbx>")
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// text is the text of the element that was opened last.
func (r *reader) text(dec *xml.Decoder) (string, bool) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		tok, err := dec.Token()
		if err != nil {
			r.fail(int(dec.InputOffset()), "%v, expected well-formed XML", err)
			return "", false
		}
		switch t := tok.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return strings.Join(strings.Fields(b.String()), " "), true
}

// part takes in a term or a note on it.
func (r *reader) part(terms []tbxTerm, element, kind, text string, at int) {
	if len(terms) == 0 {
		r.fail(at, "<%s> outside of a term, expected it inside <tig>, <ntig> or <termSec>", element)
		return
	}
	t := &terms[len(terms)-1]
	switch {
	case element == "term":
		t.text = text
	case kind == "partOfSpeech":
		t.pos = text
	case kind == "administrativeStatus", kind == "normativeAuthorization":
		t.status = text
	}
}

// concept makes entries of the terms of a concept.
func (r *reader) concept(terms []tbxTerm, at int) {
	var sources []tbxTerm
	e := Entry{}
	for _, t := range terms {
		bad := strings.HasPrefix(t.status, "deprecated") || strings.HasPrefix(t.status, "superseded")
		switch {
		case t.text == "":
		case sameBase(t.lang, r.opt.SourceLang):
			if !bad {
				sources = append(sources, t)
			}
		case sameBase(t.lang, r.opt.TargetLang):
			if bad {
				e.Forbidden = append(e.Forbidden, t.text)
			} else if strings.HasPrefix(t.status, "preferred") {
				e.Targets = append([]string{t.text}, e.Targets...)
			} else {
				e.Targets = append(e.Targets, t.text)
			}
		}
	}
	if len(e.Targets)+len(e.Forbidden) == 0 {
		return // a concept of other languages
	}
	for _, s := range sources {
		entry := e
		entry.Source, entry.PartOfSpeech = s.text, s.pos
		r.add(&entry, at)
	}
}

func sameBase(a, b string) bool {
	cut := func(s string) string {
		if i := strings.IndexAny(s, "-_"); i >= 0 {
			s = s[:i]
		}
		return strings.ToLower(s)
	}
	return cut(a) == cut(b)
}
