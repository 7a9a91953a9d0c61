package bilingual

import (
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
)

// jsonReader walks the tokens of a JSON file.
type jsonReader struct {
	src  *article.Source
	text string
	dec  *json.Decoder
	list []message
	// path is the keys of the objects and the indices in the arrays that are open.
	path []jsonLevel
}

type jsonLevel struct {
	array bool
	index int
	key   string
	named bool // key was read and its value comes next
}

// readJSON reads the texts in nested objects. In an ARB file, what stands under
// "@key" describes key, and "@@locale" is the language.
func readJSON(src *article.Source, arb bool) ([]message, string, error) {
	r := &jsonReader{src: src, text: src.Text(), dec: json.NewDecoder(strings.NewReader(src.Text()))}
	for {
		from := int(r.dec.InputOffset())
		tok, err := r.dec.Token()
		if err != nil {
			if err == io.EOF && len(r.path) == 0 {
				break
			}
			return nil, "", r.fault(err)
		}
		if from == 0 || len(r.path) == 0 {
			if d, ok := tok.(json.Delim); !ok || d != '{' && d != '}' {
				return nil, "", faultIn(src, 0, "the file is no JSON object, expected { with keys and texts")
			}
		}
		if err := r.token(tok, from); err != nil {
			return nil, "", err
		}
	}
	locale := ""
	if arb {
		locale = r.metadata()
	}
	noteDuplicates(r.list)
	return r.list, locale, nil
}

func (r *jsonReader) fault(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at := min(max(0, int(syntax.Offset)-1), len(r.text))
		for at < len(r.text) && blank(r.text[at]) {
			at++
		}
		return faultIn(r.src, at, "%s, expected JSON", syntax)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return faultIn(r.src, len(r.text), "the file ends too early, expected }")
	}
	return faultIn(r.src, int(r.dec.InputOffset()), "%v", err)
}

func (r *jsonReader) token(tok json.Token, from int) error {
	var top *jsonLevel
	if n := len(r.path); n > 0 {
		top = &r.path[n-1]
	}
	switch t := tok.(type) {
	case json.Delim:
		switch t {
		case '{', '[':
			if len(r.path) == maxDepth {
				return faultIn(r.src, from, "nested more than %d deep", maxDepth)
			}
			r.path = append(r.path, jsonLevel{array: t == '['})
			return nil
		default:
			r.path = r.path[:len(r.path)-1]
			if len(r.path) == 0 {
				return nil
			}
			top = &r.path[len(r.path)-1]
		}
	case string:
		if !top.array && !top.named {
			top.key, top.named = t, true
			return nil
		}
		start := from + strings.IndexByte(r.text[from:], '"')
		end := int(r.dec.InputOffset())
		if start < from || end <= start {
			break
		}
		r.list = append(r.list, message{key: r.key(), text: escaped(r.src, article.Span{Start: start + 1, End: end - 1})})
	}
	top.named = false
	top.index++
	return nil
}

// key is the path of the value that was read last.
func (r *jsonReader) key() string {
	var parts []string
	for _, l := range r.path {
		if l.array {
			parts = append(parts, strconv.Itoa(l.index))
		} else {
			parts = append(parts, l.key)
		}
	}
	return strings.Join(parts, ".")
}

// metadata takes what describes messages of an ARB file out of them.
func (r *jsonReader) metadata() (locale string) {
	notes := map[string]string{}
	var list []message
	for _, m := range r.list {
		name, ok := strings.CutPrefix(m.key, "@")
		switch {
		case !ok:
			list = append(list, m)
		case m.key == "@@locale":
			locale = bcp47(m.text.Text)
		case strings.HasSuffix(name, ".description"):
			notes[strings.TrimSuffix(name, ".description")] = m.text.Text
		}
	}
	for i := range list {
		if n := notes[list[i].key]; n != "" {
			list[i].notes = []string{n}
		}
	}
	r.list = list
	return locale
}

// escaped is a text with escapes as JSON, Java and JavaScript write them.
func escaped(src *article.Source, at article.Span) Text {
	raw := src.Text()[at.Start:at.End]
	t := verbatim(src, "", at)
	if strings.IndexByte(raw, '\\') < 0 {
		return t
	}
	var b strings.Builder
	m := &article.OffsetMap{}
	for i := 0; i < len(raw); {
		n := strings.IndexByte(raw[i:], '\\')
		if n < 0 {
			n = len(raw) - i
		}
		b.WriteString(raw[i : i+n])
		m.Verbatim(n, at.Start+i)
		if i += n; i >= len(raw) {
			break
		}
		c, n := escape(raw[i:])
		if c >= 0 {
			b.WriteRune(c)
			m.Decoded(utf8.RuneLen(c), at.Start+i, n)
		}
		i += n
	}
	t.Text, t.offs = b.String(), m
	return t
}

// escape is the character that an escape at the head of s stands for, -1 where it
// stands for none: a line that goes on.
func escape(s string) (r rune, n int) {
	if len(s) < 2 {
		return '\\', len(s)
	}
	switch s[1] {
	case 'n':
		return '\n', 2
	case 't':
		return '\t', 2
	case 'r':
		return '\r', 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case '\r', '\n':
		n = 1 + lineBreak(s[1:])
		for n < len(s) && (s[n] == ' ' || s[n] == '\t' || s[n] == '\f') {
			n++
		}
		return -1, n
	case 'u':
		hi, ok := hex4(s[2:])
		if !ok {
			return 'u', 2
		}
		if utf16.IsSurrogate(hi) {
			if len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
				if lo, ok := hex4(s[8:]); ok {
					if r := utf16.DecodeRune(hi, lo); r != utf8.RuneError {
						return r, 12
					}
				}
			}
			return utf8.RuneError, 6
		}
		return hi, 6
	}
	r, n = utf8.DecodeRuneInString(s[1:])
	return r, 1 + n
}

func hex4(s string) (rune, bool) {
	if len(s) < 4 {
		return 0, false
	}
	n, err := strconv.ParseUint(s[:4], 16, 32)
	return rune(n), err == nil
}
