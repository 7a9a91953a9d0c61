package config

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/rules"
)

func TestFor(t *testing.T) {
	cfg, err := Parse("p/.lint.yaml", []byte(`
rules:
  spacing: warning
  repeated-word: off
overrides:
  - paths: [old/**]
    rules: {spacing: off, repeated-word: {severity: info}}
  - paths: old/new.md
    rules: {spacing: on}
`))
	if err != nil {
		t.Fatal(err)
	}
	info := rules.Info
	warning := rules.Warning
	for path, want := range map[string]map[string]Setting{
		"p/a.md":       {"spacing": {On: true, Severity: &warning}, "repeated-word": {Off: true}},
		"p/old/b.md":   {"spacing": {Off: true, Severity: &warning}, "repeated-word": {On: true, Severity: &info}},
		"p/old/new.md": {"spacing": {On: true, Severity: &warning}, "repeated-word": {On: true, Severity: &info}},
	} {
		if got := cfg.For(path); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", path, got, want)
		}
	}
}

func TestPairs(t *testing.T) {
	for _, tc := range []struct {
		why, source, target string
		sourceLang          string
		langs               []string
		files               []string
		want                []string // source>target:lang
	}{
		{"a folder a language", "en/**/*.md", "{lang}/**/*.md", "en", nil,
			[]string{"en/a.md", "en/x/y/b.md", "es/a.md", "de/x/y/b.md", "de/old.md"},
			[]string{"en/a.md>:de", "en/a.md>es/a.md:es", "en/x/y/b.md>de/x/y/b.md:de", "en/x/y/b.md>:es", ">de/old.md:de"}},
		{"the language in the file's name", "*.md", "i18n/*.{lang}.md", "en", []string{"fr"},
			[]string{"a.md", "i18n/a.fr.md"}, []string{"a.md>i18n/a.fr.md:fr"}},
		{"one language", "src/*.txt", "ziel/*.txt", "en", nil,
			[]string{"src/a.txt", "ziel/a.txt"}, []string{"src/a.txt>ziel/a.txt:"}},
		{"the source's language told by its folder", "docs/en/**/*.md", "docs/{lang}/**/*.md", "", nil,
			[]string{"docs/en/a.md", "docs/en/x/b.md", "docs/es/a.md", "docs/old/a.md"}, []string{"docs/en/a.md>docs/es/a.md:es", "docs/en/x/b.md>:es"}},
		{"the source's language named more closely than by its folder", "en/*.md", "{lang}/*.md", "en-GB", []string{"en", "es"},
			[]string{"en/a.md", "es/a.md"}, []string{"en/a.md>es/a.md:es"}},
	} {
		dir := t.TempDir()
		for _, f := range tc.files {
			path := filepath.Join(dir, filepath.FromSlash(f))
			if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte("x"), 0o644)); err != nil {
				t.Fatal(err)
			}
		}
		cfg := &Config{Path: filepath.Join(dir, Name)}
		t.Chdir(dir)
		pairs, err := cfg.Pairs(Translation{Source: tc.source, Target: tc.target, SourceLang: tc.sourceLang, Langs: tc.langs})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range pairs {
			got = append(got, filepath.ToSlash(p.Source+">"+p.Target+":"+p.TargetLang))
		}
		if !reflect.DeepEqual(got, tc.want) {
			t.Errorf("%s: %q, want %q", tc.why, got, tc.want)
		}
		for _, p := range pairs {
			if want := cmp.Or(tc.sourceLang, "en"); p.SourceLang != want {
				t.Errorf("%s: source language %q, want %q", tc.why, p.SourceLang, want)
			}
		}
	}
}

func TestParseRejects(t *testing.T) {
	for text, want := range map[string]string{
		"rules: 3":                                                `f:1:8: rules is a scalar, expected a mapping`,
		"a: &x 1\nrules: *x":                                      `f:1:1: unknown key "a"`,
		"rules:\n  spacing: {colour: 1}":                          `unknown key "colour" in rule spacing, expected options or severity`,
		"stories:\n  - sources: [a]":                              `a story without drafts`,
		"translations:\n  - {source: a/*.md}":                     `a translation without source or target`,
		"translations:\n  - {source: a/*.md, target: 'b/*/*.md'}": "different wildcards",
		"language: klingon-":                                      `"klingon-" is no language tag`,
		"exclude: ['[a']":                                         "bad pattern",
		"x: " + strings.Repeat("[", 200):                          "nested too deep",
		"a: b: c":                                                 "expected YAML",
		"\x00":                                                    "not UTF-8 text",
	} {
		_, err := Parse("f", []byte(text))
		var fault *article.Error
		if !errors.As(err, &fault) || !strings.Contains(err.Error(), want) || fault.Position.Line == 0 {
			t.Errorf("%q: error %v, want %q with line and column", text, err, want)
		}
	}
}

// FuzzParse: any text is a configuration or an error with its place.
func FuzzParse(f *testing.F) {
	f.Add([]byte("rules:\n  spacing: off\nstories:\n  - drafts: [a]\n    sources: b\n"))
	f.Add([]byte("translations: [{source: 'a/**/*.md', target: '{lang}/**/*.md'}]\n"))
	f.Add([]byte("a: &x [*x, <<: *x]\n? b\n: |\n  c\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		cfg, err := Parse("f", data)
		var fault *article.Error
		switch {
		case err == nil:
			cfg.For("a/b.md")
			cfg.Excluded("a/b.md")
		case !errors.As(err, &fault) || fault.Position.Line < 1:
			t.Errorf("error %v, want one with line and column", err)
		}
	})
}
