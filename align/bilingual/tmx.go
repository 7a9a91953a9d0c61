package bilingual

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// tmxReader reads translation memories, TMX 1.1 to 1.4. The id of a unit is its
// tuid or, where it has none, its number. The source language is the one that is
// asked for, else that of the unit or the header; the target language is the one
// that is asked for, else the other one of the file, which must then hold two.
type tmxReader struct {
	*xmlReader
	header string // source language by the header; "" where it says *all* or nothing
	target string // language of the targets so far
	number int    // of tu elements so far
}

// variant is a tuv element.
type variant struct {
	lang string
	at   int // of its start tag
	content
}

func (r *reader) readTMX() {
	t := &tmxReader{xmlReader: newXML(r)}
	root := false
	for {
		switch e := t.next().(type) {
		case nil:
			if !root && !t.failed && !t.stopped {
				t.abort(t.to, "no element in the file, expected <tmx>")
			}
			return
		case xml.StartElement:
			switch {
			case !root && e.Name.Local != "tmx":
				t.abort(t.from, "the file starts with <%s>, expected <tmx>", e.Name.Local)
				return
			case e.Name.Local == "header":
				if lang := attr(e, "", "srclang"); lang != "*all*" {
					t.header = lang
				}
			case e.Name.Local == "tu":
				t.release(t.from)
				t.unit(e)
				continue
			}
			root = true
		}
		t.release(t.to)
	}
}

// unit reads a tu element.
func (t *tmxReader) unit(e xml.StartElement) {
	t.number++
	at := t.from
	u := &Unit{ID: attr(e, "", "tuid")}
	if u.ID == "" {
		u.ID = strconv.Itoa(t.number)
	}
	source := t.opt.SourceLang
	for _, lang := range []string{attr(e, "", "srclang"), t.header} {
		if source == "" && lang != "*all*" {
			source = lang
		}
	}
	var variants []variant
	for depth := len(t.open); len(t.open) >= depth; {
		switch e := t.next().(type) {
		case nil:
			return
		case xml.StartElement:
			switch e.Name.Local {
			case "tuv":
				if v, ok := t.variant(e, u); ok {
					variants = append(variants, v)
				}
			case "note":
				u.note(t.inner())
			case "prop":
				t.prop(e, u)
			default:
				t.pass()
			}
		}
	}
	if !t.failed && t.pair(u, variants, source, at) {
		t.reader.unit(u)
	}
}

func (u *Unit) note(text string) {
	if text != "" {
		u.Notes = append(u.Notes, text)
	}
}

// prop reads a prop element; tools write contexts into them.
func (t *tmxReader) prop(e xml.StartElement, u *Unit) {
	kind, text := strings.ToLower(attr(e, "", "type")), t.inner()
	if u.Context == "" && strings.Contains(kind, "context") && !strings.Contains(kind, "pre") && !strings.Contains(kind, "post") {
		u.Context = text
	}
}

// variant reads a tuv element; ok tells whether it is of use.
func (t *tmxReader) variant(e xml.StartElement, u *Unit) (v variant, ok bool) {
	v.at = t.from
	if v.lang = attr(e, "xml", "lang"); v.lang == "" {
		v.lang = attr(e, "", "lang")
	}
	if v.lang == "" {
		t.failAt(t.from, "<tuv> without xml:lang, expected its language")
	}
	for depth := len(t.open); len(t.open) >= depth; {
		switch e := t.next().(type) {
		case nil:
			return v, false
		case xml.StartElement:
			switch e.Name.Local {
			case "seg":
				v.content = t.content(tmxInline)
			case "note":
				u.note(t.inner())
			default:
				t.pass()
			}
		}
	}
	if !v.present {
		t.failAt(v.at, "<tuv> without <seg>, expected one")
	}
	return v, v.lang != "" && v.present
}

// tmxInline tells what the inline elements of TMX are: native code that is paired,
// isolated or stands for something, and highlighted text.
func tmxInline(e xml.StartElement) (role, string) {
	switch e.Name.Local {
	case "hi":
		return transparent, ""
	case "ph":
		return object, attr(e, "", "x")
	}
	return tag, attr(e, "", "x")
}

// pair chooses source and target among the variants and tells whether the unit is
// to be handed over.
func (t *tmxReader) pair(u *Unit, variants []variant, source string, at int) bool {
	if len(variants) == 0 {
		t.failAt(at, "<tu> without a text, expected a <tuv> for each of two languages")
		t.release(t.to)
		return false
	}
	if source == "" {
		source = variants[0].lang
	}
	from := find(variants, source)
	if from < 0 {
		t.failAt(at, "<tu> without a text in the source language %s, expected a <tuv> for it (or --source-lang for one of %s)", source, languagesOf(variants))
		t.release(t.to)
		return false
	}
	target := t.opt.TargetLang
	to := find(variants, target)
	if target == "" {
		others := slices.DeleteFunc(slices.Clone(variants), func(v variant) bool { return sameLang(v.lang, variants[from].lang) })
		for _, v := range others {
			if t.target == "" {
				t.target = v.lang
			}
			if !sameLang(v.lang, t.target) {
				t.abort(v.at, "a third language, %s, beside %s and %s: expected two in one file, or --target-lang to choose one", v.lang, variants[from].lang, t.target)
				return false
			}
		}
		target = t.target
		to = find(variants, target)
	}
	src := t.take(t.to)
	u.Source = variants[from].side(src, variants[from].lang)
	if to >= 0 && to != from {
		u.Target = variants[to].side(src, variants[to].lang)
		return true
	}
	u.Target = verbatim(src, target, u.Source.span)
	u.Target.Text, u.Target.Present, u.Target.span.Start = "", false, u.Target.span.End
	return true
}

// find is the index of the first variant in a language, exactly or by its base
// language, else -1.
func find(variants []variant, lang string) int {
	if lang == "" {
		return -1
	}
	if i := slices.IndexFunc(variants, func(v variant) bool { return strings.EqualFold(v.lang, lang) }); i >= 0 {
		return i
	}
	return slices.IndexFunc(variants, func(v variant) bool { return sameLang(v.lang, lang) })
}

// sameLang tells whether two tags are of one language: the same base language,
// and not two regions of it.
func sameLang(a, b string) bool {
	baseA, restA, _ := strings.Cut(strings.ReplaceAll(a, "_", "-"), "-")
	baseB, restB, _ := strings.Cut(strings.ReplaceAll(b, "_", "-"), "-")
	return strings.EqualFold(baseA, baseB) && (restA == "" || restB == "" || strings.EqualFold(restA, restB))
}

func languagesOf(variants []variant) string {
	var out []string
	for _, v := range variants {
		out = append(out, v.lang)
	}
	return strings.Join(out, ", ")
}
