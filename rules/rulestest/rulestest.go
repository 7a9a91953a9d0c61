// Package rulestest tests rules on small articles.
//
// A rule has a folder testdata/RULE with two archives in txtar form: the
// articles of fires.txtar hold the findings that their ! lines name, those of
// quiet.txtar are near misses on which the rule says nothing.
//
//	-- exports/wire.en.txt --
//	Exports rose 12 percent in May.
//	-- exports/draft.en.txt --
//	Exports rose 21 percent in May.
//	! number-mismatch "21 percent" ~ "12 percent"
//
// The files of one folder are one case. A file's name tells its part and language:
//
//	wire*.LANG.EXT      a trusted source of a story; with draft*.LANG.EXT
//	source*.LANG.EXT    the source of a translation; with target*.LANG.EXT
//	other names         one article alone, or several that are peers
//	glossary.csv        the terms for the cases of its folder
//	*.LANG-LANG.tsv     each row is a unit of a bilingual file: source, tab, target
//	*.LANG-LANG.po      each entry is a unit
//	source.LANG.json    a message catalogue; with target.LANG.json behind it
//	wire*.LANG-LANG.tsv each row is a source and a draft of one story
//
// Where the languages of a wire and a draft differ, the relation is translation.
// LANG is en where absent; EXT is txt, md or html.
//
// A ! line stands under the line in which the finding's span starts and is
// stripped before the articles are read: the rule, perhaps the severity, the text
// of the span, then after each ~ the text of a related passage. All distinct
// related texts are named, or the line ends in "~ ...".
//
//	! number-mismatch error "21 percent" ~ "12 percent" ~ "12.0 percent"
//
// The whole suite runs. Findings and ! lines must match one to one; only other
// rules' findings of severity info need no line. A line "option RULE NAME=VALUE"
// before the first file sets an option for all cases of the archive. A line
// "changed FILE FIRST LAST" there says which lines of a source changed since it was
// translated.
package rulestest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/rules"
)

// Run checks a rule on its archives below dir.
func Run(t *testing.T, dir string, rule *rules.Rule) {
	t.Run("fires", func(t *testing.T) {
		if n := runFile(t, filepath.Join(dir, rule.Name, "fires.txtar"), rule); n == 0 {
			t.Errorf("no line expects %s", rule.Name)
		}
	})
	t.Run("quiet", func(t *testing.T) {
		if n := runFile(t, filepath.Join(dir, rule.Name, "quiet.txtar"), rule); n > 0 {
			t.Errorf("%d lines expect %s: move them to fires.txtar", n, rule.Name)
		}
	})
}

// runFile checks the cases of an archive and returns how many lines expect the rule.
func runFile(t *testing.T, path string, rule *rules.Rule) (expected int) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ar, err := parseArchive(data)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if len(ar.cases) == 0 {
		t.Errorf("%s: no articles", path)
	}
	for _, c := range ar.cases {
		for _, w := range c.want {
			if w.rule == rule.Name {
				expected++
			}
		}
		t.Run(c.name, func(t *testing.T) {
			runner := &rules.Runner{Options: ar.options}
			findings, err := c.run(t.Context(), runner)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems(findings, c.want, rule) {
				t.Error(p)
			}
		})
	}
	return expected
}

// problems compares what is found in a case with what is wanted.
func problems(findings []rules.Finding, wanted []want, rule *rules.Rule) []string {
	open := slices.Clone(wanted)
	var out []string
	for _, f := range findings {
		i := slices.IndexFunc(open, func(w want) bool { return w.matches(&f) })
		if i >= 0 {
			open = slices.Delete(open, i, i+1)
		} else if f.Severity >= rules.Warning || f.Rule == rule {
			out = append(out, "unexpected: "+describe(&f))
		}
	}
	for _, w := range open {
		out = append(out, fmt.Sprintf("missing:    %s:%d ! %s %s %q ~ %q", w.file, w.line, w.rule, w.severity, w.text, w.related))
	}
	return out
}

func (w *want) matches(f *rules.Finding) bool {
	a := f.At.Sheet.Article
	if f.Rule.Name != w.rule || a.Path != w.file || a.Position(f.At.Span.Start).Line != w.line ||
		w.severity != "" && w.severity != f.Severity.String() || flat(f.At.Text()) != flat(w.text) {
		return false
	}
	found := related(f)
	if !w.more {
		return slices.EqualFunc(found, w.related, func(a, b string) bool { return a == flat(b) })
	}
	for _, r := range w.related {
		if !slices.Contains(found, flat(r)) {
			return false
		}
	}
	return true
}

// related returns the distinct texts of the related passages, sorted.
func related(f *rules.Finding) []string {
	var out []string
	for _, m := range f.Related {
		out = append(out, flat(m.Text()))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func describe(f *rules.Finding) string {
	a := f.At.Sheet.Article
	return fmt.Sprintf("%s:%d ! %s %s %q ~ %q (%.2f %s)", a.Path, a.Position(f.At.Span.Start).Line,
		f.Rule.Name, f.Severity, flat(f.At.Text()), related(f), f.Confidence, f.Message)
}
