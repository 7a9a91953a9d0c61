// Package docs collects the documentation of rules from the doc comments of
// their variables.
package docs

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
)

// Collect reads the Go files of a folder and returns the documentation of all
// rules in them, sorted by name, in the form that package rules embeds: a line
// "== name", then the text.
func Collect(dir string) ([]byte, error) {
	notTest := func(fi fs.FileInfo) bool { return !strings.HasSuffix(fi.Name(), "_test.go") }
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	docs := map[string]string{}
	set := token.NewFileSet()
	for _, e := range entries {
		if info, err := e.Info(); err != nil || e.IsDir() || !strings.HasSuffix(e.Name(), ".go") || !notTest(info) {
			continue
		}
		file, err := parser.ParseFile(set, dir+"/"+e.Name(), nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		if err := collectFile(set, file, docs); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		fmt.Fprintf(&out, "== %s\n%s", name, docs[name])
	}
	return out.Bytes(), nil
}

func collectFile(set *token.FileSet, file *ast.File, docs map[string]string) error {
	for _, d := range file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.VAR {
			continue
		}
		for _, s := range decl.Specs {
			spec := s.(*ast.ValueSpec)
			name := ruleName(spec)
			if name == "" {
				continue
			}
			doc := spec.Doc
			if doc == nil {
				doc = decl.Doc
			}
			if _, ok := docs[name]; ok {
				return fmt.Errorf("%s: a second rule %s", set.Position(spec.Pos()), name)
			}
			docs[name] = doc.Text()
		}
	}
	return nil
}

// ruleName is the name in var X = &Rule{Name: "name"}, or "".
func ruleName(spec *ast.ValueSpec) string {
	if len(spec.Values) != 1 {
		return ""
	}
	amp, ok := spec.Values[0].(*ast.UnaryExpr)
	if !ok || amp.Op != token.AND {
		return ""
	}
	lit, ok := amp.X.(*ast.CompositeLit)
	if !ok {
		return ""
	}
	if id, ok := lit.Type.(*ast.Ident); !ok || id.Name != "Rule" {
		return ""
	}
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if key, ok := kv.Key.(*ast.Ident); !ok || key.Name != "Name" {
			continue
		}
		if v, ok := kv.Value.(*ast.BasicLit); ok && v.Kind == token.STRING {
			name, _ := strconv.Unquote(v.Value)
			return name
		}
	}
	return ""
}
