package bilingual

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/sourcelint/sourcelint/align/article"
)

// A YAML catalogue is parsed as a whole, so its size and depth are bounded first.
const (
	maxYAML      = 8 << 20
	maxYAMLDepth = 64
)

// yamlReader collects the texts of a YAML file.
type yamlReader struct {
	src  *article.Source
	text string
	// lines are the offsets of the lines of text.
	lines []int
	list  []message
}

// readYAML reads the texts in nested mappings and sequences. Where the only key at
// the top is a language, as Ruby on Rails has it, it is no part of the keys, and
// lang where that is empty. Aliases are not followed.
func readYAML(src *article.Source, lang *string) ([]message, error) {
	r := &yamlReader{src: src, text: src.Text(), lines: []int{0}}
	for i := range r.text {
		if r.text[i] == '\n' {
			r.lines = append(r.lines, i+1)
		}
	}
	if len(r.text) > maxYAML || r.tooDeep() {
		return nil, faultIn(src, 0, "the file is too large, expected at most %d MB and %d levels", maxYAML>>20, maxYAMLDepth)
	}
	body, err := r.parse()
	if err != nil || body == nil {
		return nil, err
	}
	root := ""
	if values := mappingOf(body); len(values) == 1 {
		if l := knownLang(keyOf(values[0])); l != "" {
			root = keyOf(values[0]) + "."
			if *lang == "" {
				*lang = l
			}
		}
	}
	if mappingOf(body) == nil {
		return nil, faultIn(src, 0, "the file is no YAML mapping, expected keys with texts")
	}
	r.node(body, "", 0)
	for i := range r.list {
		r.list[i].key = strings.TrimPrefix(r.list[i].key, root)
	}
	noteDuplicates(r.list)
	return r.list, nil
}

// tooDeep tells whether the file may nest deeper than a catalogue has reason to,
// before the parser sees it.
func (r *yamlReader) tooDeep() bool {
	depth := 0
	for line := range strings.Lines(r.text) {
		rest := strings.TrimLeft(line, " ")
		dashes := 0
		for strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "? ") {
			rest = strings.TrimLeft(rest[2:], " ")
			dashes++
		}
		opened := strings.Count(line, "[") + strings.Count(line, "{")
		closed := strings.Count(line, "]") + strings.Count(line, "}")
		if dashes > maxYAMLDepth || max(0, depth)+opened > 4*maxYAMLDepth && opened > closed {
			return true
		}
		depth = max(0, depth) + opened - closed
		if (len(line)-len(strings.TrimLeft(line, " ")))/2 > 4*maxYAMLDepth || depth > maxYAMLDepth {
			return true
		}
	}
	return false
}

func (r *yamlReader) parse() (body ast.Node, err error) {
	defer func() {
		// The parser is known to panic on some malformed input.
		if p := recover(); p != nil {
			body, err = nil, faultIn(r.src, 0, "malformed YAML")
		}
	}()
	file, err := parser.ParseBytes([]byte(r.text), 0)
	if err != nil {
		at := 0
		msg, _, _ := strings.Cut(err.Error(), "\n")
		var ye yaml.Error
		if errors.As(err, &ye) && ye.GetToken() != nil && ye.GetToken().Position != nil {
			p := ye.GetToken().Position
			at, msg = r.offset(p.Line, p.Column), ye.GetMessage()
		}
		return nil, faultIn(r.src, at, "%s, expected YAML", msg)
	}
	if len(file.Docs) == 0 {
		return nil, nil
	}
	return file.Docs[0].Body, nil
}

// offset is that of a line and column, from 1, in characters.
func (r *yamlReader) offset(line, column int) int {
	if line < 1 || line > len(r.lines) {
		return len(r.text)
	}
	at := r.lines[line-1]
	for ; column > 1 && at < len(r.text) && r.text[at] != '\n'; column-- {
		_, n := utf8.DecodeRuneInString(r.text[at:])
		at += n
	}
	return at
}

func mappingOf(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

func keyOf(v *ast.MappingValueNode) string {
	if v.Key == nil || v.Key.GetToken() == nil {
		return ""
	}
	return v.Key.GetToken().Value
}

// node collects the texts below a node.
func (r *yamlReader) node(n ast.Node, key string, depth int) {
	if depth > 4*maxYAMLDepth {
		return
	}
	join := func(part string) string {
		if key == "" {
			return part
		}
		return key + "." + part
	}
	switch n := n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		for _, v := range mappingOf(n) {
			r.node(v.Value, join(keyOf(v)), depth+1)
		}
	case *ast.SequenceNode:
		for i, v := range n.Values {
			r.node(v, join(strconv.Itoa(i)), depth+1)
		}
	case *ast.AnchorNode:
		r.node(n.Value, key, depth+1)
	case *ast.TagNode:
		r.node(n.Value, key, depth+1)
	case *ast.LiteralNode:
		if n.Value != nil && n.Start != nil && n.Start.Position != nil {
			header := r.offset(n.Start.Position.Line, n.Start.Position.Column)
			if i := strings.IndexByte(r.text[header:], '\n'); i >= 0 {
				r.add(key, n.Value.Value, header+i+1)
			}
		}
	case *ast.StringNode:
		if tok := n.GetToken(); tok != nil && tok.Position != nil {
			r.add(key, n.Value, r.offset(tok.Position.Line, tok.Position.Column))
		}
	}
}

// add adds a text whose scalar starts at an offset. The file has it as it is, in
// quotation marks with escapes, or folded over lines; it is followed through.
func (r *yamlReader) add(key, text string, at int) {
	if strings.HasPrefix(r.text[at:], "\"") || strings.HasPrefix(r.text[at:], "'") {
		at++
	}
	t := Text{Present: true, src: r.src, span: article.Span{Start: at, End: min(len(r.text), at+len(text))}, Text: text}
	if !strings.HasPrefix(r.text[at:], text) {
		t.offs, t.span.End = follow(text, r.text, at)
	}
	r.list = append(r.list, message{key: key, text: t})
}

// follow maps a decoded text to where it stands in raw from offset at on, and
// returns where it ends: white space in raw may be more than in the text, and an
// escape or a doubled quotation mark stands for one character.
func follow(text, raw string, at int) (*article.OffsetMap, int) {
	m := &article.OffsetMap{}
	i := at
	for j := 0; j < len(text); {
		c, n := utf8.DecodeRuneInString(text[j:])
		start := i
		switch {
		case i >= len(raw):
		case strings.HasPrefix(raw[i:], text[j:j+n]) && !blank(raw[i]):
			i += n
			if c == '\'' && strings.HasPrefix(raw[i:], "'") {
				i++
			}
		case blank(raw[i]) && blank(text[j]):
			for i < len(raw) && blank(raw[i]) {
				i++
				if j+1 < len(text) && blank(text[j+1]) {
					break // as many in the text
				}
			}
		case raw[i] == '\\':
			_, k := escape(raw[i:])
			if i+1 < len(raw) && raw[i+1] == 'x' {
				k = 4
			}
			i = min(len(raw), i+k)
		case blank(raw[i]):
			for i < len(raw) && blank(raw[i]) {
				i++
			}
			start = i
			if strings.HasPrefix(raw[i:], text[j:j+n]) {
				i += n
			}
		}
		m.Decoded(n, start, i-start)
		j += n
	}
	return m, i
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }
