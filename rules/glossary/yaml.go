package glossary

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// yamlEntry is an entry as YAML has it.
type yamlEntry struct {
	Source         string `yaml:"source"`
	Target         terms  `yaml:"target"`
	Forbidden      terms  `yaml:"forbidden"`
	DoNotTranslate bool   `yaml:"do-not-translate"`
	PartOfSpeech   string `yaml:"part-of-speech"`
	Paths          terms  `yaml:"paths"`
	Note           string `yaml:"note"`
}

// terms are a text or a list of them.
type terms []string

// UnmarshalYAML makes one text a list of one.
func (t *terms) UnmarshalYAML(unmarshal func(any) error) error {
	var one string
	if err := unmarshal(&one); err == nil {
		*t = terms{one}
		return nil
	}
	var many []string
	if err := unmarshal(&many); err != nil {
		return err
	}
	*t = many
	return nil
}

const (
	maxYAML   = 8 << 20
	maxNested = 8
)

// yaml reads a list of entries, or one below the key terms.
func (r *reader) yaml() {
	text := r.src.Text()
	if len(text) > maxYAML || nested(text) {
		r.fail(0, "the glossary is too large, expected at most %d MB and %d levels", maxYAML>>20, maxNested)
		return
	}
	defer func() {
		// The parser is known to panic on some malformed input.
		if p := recover(); p != nil {
			r.fail(0, "malformed YAML")
		}
	}()
	file, err := parser.ParseBytes([]byte(text), 0)
	if err != nil {
		r.yamlError(err, 0)
		return
	}
	var body ast.Node
	if len(file.Docs) > 0 {
		body = file.Docs[0].Body
	}
	var values []*ast.MappingValueNode
	switch n := body.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	}
	for _, v := range values {
		if v.Key.GetToken().Value != "terms" {
			r.fail(r.offset(v.Key.GetToken()), "unknown key %q, expected terms", v.Key.GetToken().Value)
			return
		}
		body = v.Value
	}
	seq, ok := body.(*ast.SequenceNode)
	if !ok {
		r.fail(0, "the glossary is no list, expected entries with source and target")
		return
	}
	for _, n := range seq.Values {
		at := r.offset(n.GetToken())
		switch v := n.(type) {
		case *ast.MappingNode:
			if len(v.Values) > 0 {
				at = r.offset(v.Values[0].Key.GetToken())
			}
		case *ast.MappingValueNode:
			at = r.offset(v.Key.GetToken())
		}
		var y yamlEntry
		if err := yaml.NodeToValue(n, &y, yaml.Strict()); err != nil {
			r.yamlError(err, at)
			continue
		}
		r.add(&Entry{
			Source: y.Source, Targets: y.Target, Forbidden: y.Forbidden, DoNotTranslate: y.DoNotTranslate,
			PartOfSpeech: y.PartOfSpeech, Paths: y.Paths, Note: y.Note,
		}, at)
	}
}

// nested tells whether YAML may nest deeper than a glossary has reason to.
func nested(text string) bool {
	depth := 0
	for line := range strings.Lines(text) {
		rest := strings.TrimLeft(line, " ")
		if len(line)-len(rest) > 64 || strings.Count(rest, "- ") > 64 && strings.HasPrefix(rest, "- - ") {
			return true
		}
		depth += strings.Count(line, "[") + strings.Count(line, "{")
		if depth > 256 {
			return true
		}
		depth = max(0, depth-strings.Count(line, "]")-strings.Count(line, "}"))
		if depth > maxNested {
			return true
		}
	}
	return false
}

func (r *reader) yamlError(err error, at int) {
	msg, _, _ := strings.Cut(err.Error(), "\n")
	var ye yaml.Error
	if errors.As(err, &ye) && ye.GetToken() != nil {
		at, msg = r.offset(ye.GetToken()), ye.GetMessage()
	}
	r.fail(at, "%s, expected entries with source, target, forbidden, do-not-translate, part-of-speech, paths or note", msg)
}

// offset is that of a token's line and column.
func (r *reader) offset(t *token.Token) int {
	if t == nil || t.Position == nil {
		return 0
	}
	text, at := r.src.Text(), 0
	for line := t.Position.Line; line > 1; line-- {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			return len(text)
		}
		at += n + 1
	}
	for c := t.Position.Column; c > 1 && at < len(text) && text[at] != '\n'; c-- {
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return at
}
