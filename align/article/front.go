package article

import (
	"errors"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// The bounds of front matter, against files made to exhaust a YAML parser.
const (
	maxFront      = 64 << 10
	maxFrontDepth = 32
)

// readFront reads the YAML between two lines of "---" at the head of a Markdown
// file and returns where the text starts. Of its keys, title, date, lang, sources
// and source-commit are read, and must have the right type; all others belong to
// whatever publishes the text.
func (b *builder) readFront() (int, error) {
	text := b.src.text
	start, end, next := frontBounds(text)
	if next == 0 {
		return 0, nil
	}
	if text[0] == '+' {
		return next, nil // TOML: not read
	}
	if end-start > maxFront || tooDeep(text[start:end]) {
		return 0, b.src.errorf(b.src.Offset(Span{}).Start,
			"front matter too large, expected at most %d KB and %d levels", maxFront>>10, maxFrontDepth)
	}
	doc, err := parseYAML(text[start:end])
	if err != nil {
		return 0, b.frontError(err, start)
	}
	if doc == nil {
		return next, nil
	}
	for _, v := range doc {
		if err := b.frontValue(v, start); err != nil {
			return 0, err
		}
	}
	return next, nil
}

// frontBounds are those of the front matter's inside, and where the text after it
// starts: 0 where there is none.
func frontBounds(text string) (start, end, next int) {
	fence, _, _ := strings.Cut(text[:min(len(text), 16)], "\n")
	fence = strings.TrimRight(fence, " \t\r")
	if fence != "---" && fence != "+++" {
		return 0, 0, 0
	}
	start = strings.IndexByte(text, '\n') + 1
	for at := start; at < len(text) && at > 0; {
		end, next := lineEnd(text, at)
		line := strings.TrimRight(text[at:end], " \t")
		if line == fence || line == "..." && fence == "---" {
			return start, at, next
		}
		if at == start && fence == "---" && !keyLine(line) {
			break // a rule above a text
		}
		at = next
	}
	return 0, 0, 0
}

// keyLine tells whether a line may start front matter: "key: value", a comment.
func keyLine(line string) bool {
	key, _, found := strings.Cut(line, ":")
	return line == "" || line[0] == '#' || line[0] == '{' || found && !strings.ContainsAny(strings.TrimSpace(key), " .")
}

// tooDeep tells whether YAML may nest deeper than front matter has reason to. It
// counts all brackets and the widest indentation, so that no parser sees the text.
func tooDeep(yaml string) bool {
	depth := 0
	for line := range strings.Lines(yaml) {
		rest := strings.TrimLeft(line, " ")
		indent := len(line) - len(rest)
		dashes := 0
		for strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "? ") {
			rest = strings.TrimLeft(rest[2:], " ")
			dashes++
		}
		depth = max(0, depth) + strings.Count(line, "[") + strings.Count(line, "{")
		if indent/2+dashes > maxFrontDepth || depth > maxFrontDepth {
			return true
		}
		depth -= strings.Count(line, "]") + strings.Count(line, "}")
	}
	return false
}

// parseYAML parses a mapping; nil without error where text is none.
func parseYAML(text string) (values []*ast.MappingValueNode, err error) {
	defer func() {
		// The parser is known to panic on some malformed input.
		if r := recover(); r != nil {
			values, err = nil, errors.New("malformed YAML")
		}
	}()
	file, err := parser.ParseBytes([]byte(text), 0)
	if err != nil || len(file.Docs) == 0 {
		return nil, err
	}
	switch body := file.Docs[0].Body.(type) {
	case *ast.MappingNode:
		return body.Values, nil
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{body}, nil
	}
	return nil, nil
}

// frontError gives a YAML error its place in the file; start is that of the YAML.
func (b *builder) frontError(err error, start int) error {
	var ye yaml.Error
	if errors.As(err, &ye) && ye.GetToken() != nil && ye.GetToken().Position != nil {
		p := ye.GetToken().Position
		at := b.src.Offset(Span{start + yamlOffset(b.src.text[start:], p.Line, p.Column), 0}).Start
		return b.src.errorf(at, "front matter: %s, expected YAML", ye.GetMessage())
	}
	msg, _, _ := strings.Cut(err.Error(), "\n")
	return b.src.errorf(b.src.Offset(Span{start, start}).Start, "front matter: %s, expected YAML", msg)
}

// yamlOffset is the offset of a line and column, both from 1, in text.
func yamlOffset(text string, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			return len(text)
		}
		at += n + 1
	}
	for i := range text[at:] {
		if column--; column <= 0 {
			return at + i
		}
	}
	return len(text)
}

// frontValue reads one key.
func (b *builder) frontValue(v *ast.MappingValueNode, start int) error {
	if v.Key == nil || v.Value == nil || v.Key.GetToken() == nil {
		return nil
	}
	f := &b.art.Front
	key := v.Key.GetToken().Value
	wrong := func(want string) error {
		at := 0
		if t := v.Value.GetToken(); t != nil && t.Position != nil {
			at = yamlOffset(b.src.text[start:], t.Position.Line, t.Position.Column)
		}
		return b.src.errorf(b.src.Offset(Span{start + at, start + at}).Start, "front matter: %s is not %s", key, want)
	}
	switch key {
	case "title", "lang", "source-commit", "date":
	case "sources":
		list, ok := stringList(v.Value)
		if !ok {
			return wrong("a list of paths, expected [en/a.md] or the like")
		}
		f.Sources = list
		return nil
	default:
		return nil
	}
	s, ok := scalar(v.Value)
	if !ok {
		return wrong("a text, expected one line")
	}
	switch key {
	case "title":
		f.Title = s
		b.frontTitle(v.Value, s, start)
	case "lang":
		if s != "" && baseLanguage(s) == "" || strings.ContainsAny(s, " /.,") {
			return wrong("a language tag, expected one such as en or pt-BR")
		}
		f.Lang = s
		if b.art.Lang == "" {
			b.art.Lang = baseLanguage(s)
		}
	case "source-commit":
		f.SourceCommit = s
	case "date":
		day, ok := isoDay(s)
		if !ok {
			_, day = furnitureOf(orthographyOf("en")).day(plainWords(s))
			ok = !day.IsZero()
		}
		if !ok && s != "" {
			return wrong("a date, expected one such as 2020-07-11")
		}
		b.published(day)
	}
	return nil
}

// frontTitle makes the title a block, where its value stands in the file as it is.
func (b *builder) frontTitle(v ast.Node, title string, start int) {
	p := v.GetToken().Position
	if p == nil || title == "" {
		return
	}
	at := start + yamlOffset(b.src.text[start:], p.Line, p.Column)
	if at < len(b.src.text) && (b.src.text[at] == '"' || b.src.text[at] == '\'') {
		at++
	}
	if strings.HasPrefix(b.src.text[at:], title) {
		b.add(piece{kind: Title, level: 1, text: b.src.text[at : at+len(title)], base: at})
	}
}

// scalar is the value of a node that is one.
func scalar(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return strings.TrimSpace(n.Value), true
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value), true
	case *ast.NullNode:
		return "", true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// stringList is the values of a list of scalars, or of one scalar.
func stringList(n ast.Node) ([]string, bool) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		s, ok := scalar(n)
		if s == "" {
			return nil, ok
		}
		return []string{s}, ok
	}
	var list []string
	for _, v := range seq.Values {
		s, ok := scalar(v)
		if !ok || s == "" {
			return nil, false
		}
		list = append(list, s)
	}
	return list, true
}

// isoDay reads the day of "2020-07-11", "2020-07-11T10:00:00Z" and the like.
func isoDay(s string) (time.Time, bool) {
	if len(s) < 10 || len(s) > 10 && digit(s[10]) {
		return time.Time{}, false
	}
	t, err := time.Parse(time.DateOnly, s[:10])
	return t, err == nil
}
