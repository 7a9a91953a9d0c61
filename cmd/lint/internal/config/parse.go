package config

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/near"
	"github.com/sourcelint/sourcelint/rules"
)

// What a configuration file may be: the parser recurses, so depth is bounded
// before it sees the text.
const (
	maxSize  = 1 << 20
	maxDepth = 32
)

// Parse reads the text of a configuration file. All errors are [*article.Error],
// with line and column.
func Parse(path string, data []byte) (cfg *Config, err error) {
	p := &parse{path: path}
	defer func() {
		if r := recover(); r != nil {
			fault, ok := r.(*article.Error)
			if !ok {
				panic(r)
			}
			cfg, err = nil, fault
		}
	}()
	p.bound(data)
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, p.syntax(err)
	}
	cfg = &Config{Path: path}
	for _, doc := range file.Docs {
		if doc.Body != nil {
			p.config(cfg, doc.Body)
		}
	}
	return cfg, nil
}

// parse walks the syntax tree. Its methods leave by panic with an *article.Error.
type parse struct{ path string }

func (p *parse) fail(n ast.Node, format string, args ...any) {
	e := &article.Error{Path: p.path, Msg: fmt.Sprintf(format, args...)}
	if t := n.GetToken(); t != nil && t.Position != nil {
		e.Position = article.Position{Line: t.Position.Line, Column: t.Position.Column, Offset: t.Position.Offset}
	}
	panic(e)
}

func (p *parse) failAt(line, column int, format string, args ...any) {
	panic(&article.Error{Path: p.path, Position: article.Position{Line: line, Column: column}, Msg: fmt.Sprintf(format, args...)})
}

// bound refuses what is no text, too large or too deep for the parser.
func (p *parse) bound(data []byte) {
	if len(data) > maxSize {
		p.failAt(1, 1, "%d bytes, expected at most %d", len(data), maxSize)
	}
	line := 0
	flow := 0
	for l := range bytes.Lines(data) {
		line++
		if !utf8.Valid(l) || bytes.IndexByte(l, 0) >= 0 {
			p.failAt(line, 1, "not UTF-8 text, expected YAML")
		}
		indent := len(l) - len(bytes.TrimLeft(l, " -?"))
		for i, c := range l {
			switch c {
			case '[', '{':
				flow++
			case ']', '}':
				flow = max(0, flow-1)
			}
			if flow > maxDepth {
				p.failAt(line, i+1, "nested too deep, expected at most %d levels", maxDepth)
			}
		}
		if indent > 4*maxDepth {
			p.failAt(line, 1, "indented too deep, expected at most %d levels", maxDepth)
		}
	}
}

// syntax turns an error of the parser, whose text is "[line:column] message" and
// an excerpt, into ours.
func (p *parse) syntax(err error) error {
	first, _, _ := strings.Cut(err.Error(), "\n")
	e := &article.Error{Path: p.path, Msg: first, Position: article.Position{Line: 1, Column: 1}}
	var line, column int
	if n, _ := fmt.Sscanf(first, "[%d:%d]", &line, &column); n == 2 {
		e.Position = article.Position{Line: line, Column: column}
		_, e.Msg, _ = strings.Cut(first, "] ")
	}
	e.Msg += ", expected YAML"
	return e
}

// fields calls the function of each key of a mapping.
func (p *parse) fields(n ast.Node, what string, fields map[string]func(ast.Node)) {
	known := make([]string, 0, len(fields))
	for k := range fields {
		known = append(known, k)
	}
	p.entries(n, what, func(key *ast.MappingValueNode, name string) {
		f := fields[name]
		if f == nil {
			p.fail(key.Key, "unknown key %q in %s, %s", name, what, near.Hint(name, sorted(known), ""))
		}
		f(key.Value)
	})
}

// entries calls a function with each entry of a mapping.
func (p *parse) entries(n ast.Node, what string, f func(*ast.MappingValueNode, string)) {
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	case *ast.NullNode:
	default:
		p.fail(n, "%s is %s, expected a mapping (key: value)", what, describe(n))
	}
	seen := map[string]bool{}
	for _, v := range values {
		name := p.text(v.Key, "a key")
		if seen[name] {
			p.fail(v.Key, "key %q stands twice in %s", name, what)
		}
		seen[name] = true
		f(v, name)
	}
}

// list calls a function with each item of a sequence; one scalar counts as a
// sequence of one.
func (p *parse) list(n ast.Node, what string, f func(ast.Node)) {
	switch n := n.(type) {
	case *ast.SequenceNode:
		for _, v := range n.Values {
			f(v)
		}
	case *ast.NullNode:
	case *ast.MappingNode, *ast.MappingValueNode:
		p.fail(n, "%s is a mapping, expected a list (- item)", what)
	default:
		f(n)
	}
}

// text is a scalar as written.
func (p *parse) text(n ast.Node, what string) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value
	}
	p.fail(n, "%s is %s, expected a text", what, describe(n))
	return ""
}

func describe(n ast.Node) string {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a mapping"
	case *ast.SequenceNode:
		return "a list"
	case *ast.NullNode:
		return "empty"
	case *ast.AliasNode, *ast.AnchorNode, *ast.MergeKeyNode:
		return "an anchor or alias, which is not supported here"
	case *ast.TagNode:
		return "a tag, which is not supported here"
	}
	return "a scalar"
}

func (p *parse) patterns(n ast.Node, what string) (out []string) {
	p.list(n, what, func(n ast.Node) { out = append(out, p.pattern(n, what)) })
	return out
}

func (p *parse) pattern(n ast.Node, what string) string {
	s := p.text(n, what)
	if s == "" || !doublestar.ValidatePattern(strings.ReplaceAll(s, "{lang}", "xx")) {
		p.fail(n, "bad pattern %q in %s, expected a path that may hold *, **, ? and [a-z]", s, what)
	}
	return s
}

func (p *parse) texts(n ast.Node, what string) (out []string) {
	p.list(n, what, func(n ast.Node) { out = append(out, p.text(n, what)) })
	return out
}

func (p *parse) language(n ast.Node) string {
	s := p.text(n, "a language")
	if !Tag(s) {
		p.fail(n, "%q is no language tag, expected one such as en or pt-BR", s)
	}
	return s
}

func (p *parse) config(c *Config, n ast.Node) {
	p.fields(n, "the configuration", map[string]func(ast.Node){
		"language": func(n ast.Node) { c.Language = p.language(n) },
		"exclude":  func(n ast.Node) { c.Exclude = p.patterns(n, "exclude") },
		"rules":    func(n ast.Node) { c.Rules = p.rules(n) },
		"glossary": func(n ast.Node) { c.Glossary = p.patterns(n, "glossary") },
		"lexicon":  func(n ast.Node) { c.Lexicon = p.patterns(n, "lexicon") },
		"stories":  func(n ast.Node) { p.list(n, "stories", func(n ast.Node) { c.Stories = append(c.Stories, p.story(n)) }) },
		"translations": func(n ast.Node) {
			p.list(n, "translations", func(n ast.Node) { c.Translations = append(c.Translations, p.translation(n)) })
		},
		"overrides": func(n ast.Node) {
			p.list(n, "overrides", func(n ast.Node) { c.Overrides = append(c.Overrides, p.override(n)) })
		},
	})
}

func (p *parse) story(n ast.Node) (s Story) {
	p.fields(n, "a story", map[string]func(ast.Node){
		"drafts":  func(n ast.Node) { s.Drafts = p.patterns(n, "drafts") },
		"sources": func(n ast.Node) { s.Sources = p.patterns(n, "sources") },
	})
	if len(s.Drafts) == 0 {
		p.fail(n, "a story without drafts, expected drafts: and, unless they are peers, sources:")
	}
	return s
}

func (p *parse) translation(n ast.Node) (t Translation) {
	p.fields(n, "a translation", map[string]func(ast.Node){
		"source":      func(n ast.Node) { t.Source = p.pattern(n, "source") },
		"target":      func(n ast.Node) { t.Target = p.target(n) },
		"source-lang": func(n ast.Node) { t.SourceLang = p.language(n) },
		"langs":       func(n ast.Node) { p.list(n, "langs", func(n ast.Node) { t.Langs = append(t.Langs, p.language(n)) }) },
	})
	if t.Source == "" || t.Target == "" {
		p.fail(n, "a translation without source or target, expected both")
	}
	if strings.Count(t.Target, "*") > 0 && stars(t.Target) != stars(t.Source) {
		p.fail(n, "source %q and target %q have different wildcards, expected the same ones in the same order", t.Source, t.Target)
	}
	return t
}

// stars are the wildcards of a pattern, in order.
func stars(pattern string) string {
	var out []string
	for part := range strings.SplitSeq(pattern, "/") {
		if part == "**" {
			out = append(out, part)
			continue
		}
		for range strings.Count(part, "*") {
			out = append(out, "*")
		}
	}
	return strings.Join(out, " ")
}

func (p *parse) target(n ast.Node) string {
	s := p.pattern(n, "target")
	if strings.Count(s, "{lang}") > 1 || strings.ContainsAny(strings.ReplaceAll(s, "{lang}", ""), "{}[]?") {
		p.fail(n, "target %q: expected a path with * and ** of the source and {lang} at most once", s)
	}
	return s
}

func (p *parse) override(n ast.Node) (o Override) {
	p.fields(n, "an override", map[string]func(ast.Node){
		"paths": func(n ast.Node) { o.Paths = p.patterns(n, "paths") },
		"rules": func(n ast.Node) { o.Rules = p.rules(n) },
	})
	if len(o.Paths) == 0 {
		p.fail(n, "an override without paths, expected paths: and rules:")
	}
	return o
}

func (p *parse) rules(n ast.Node) map[string]Setting {
	out := map[string]Setting{}
	p.entries(n, "rules", func(v *ast.MappingValueNode, name string) {
		rule := Rule(name)
		if rule == nil {
			p.fail(v.Key, "unknown rule %q, %s", name, near.Hint(name, Rules(), "lint rules lists them"))
		}
		out[name] = p.setting(v.Value, rule)
	})
	return out
}

// setting reads off, on, a severity, or a mapping of severity and options.
func (p *parse) setting(n ast.Node, rule *rules.Rule) (s Setting) {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
	default:
		p.level(n, &s)
		return s
	}
	p.fields(n, "rule "+rule.Name, map[string]func(ast.Node){
		"severity": func(n ast.Node) { p.level(n, &s) },
		"options": func(n ast.Node) {
			s.Options = map[string]string{}
			p.entries(n, "options of "+rule.Name, func(v *ast.MappingValueNode, name string) {
				known := []string{}
				for _, o := range rule.Options {
					known = append(known, o.Name)
				}
				switch {
				case len(known) == 0:
					p.fail(v.Key, "rule %s has no options", rule.Name)
				case !contains(known, name):
					p.fail(v.Key, "unknown option %q of rule %s, %s", name, rule.Name, near.Hint(name, known, ""))
				}
				s.Options[name] = strings.Join(p.texts(v.Value, "an option"), ",")
			})
		},
	})
	return s
}

func (p *parse) level(n ast.Node, s *Setting) {
	switch level := p.text(n, "a rule's setting"); level {
	case "off", "false":
		s.Off = true
	case "on", "true":
		s.On = true
	default:
		sev, err := rules.ParseSeverity(level)
		if err != nil {
			p.fail(n, "%q is no setting of a rule, expected off, on, info, warning or error", level)
		}
		s.Severity, s.On = &sev, true
	}
}
