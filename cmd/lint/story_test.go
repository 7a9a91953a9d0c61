package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestStories checks each story of testdata/stories as a whole: the findings are
// those of its findings.golden, in whatever order the articles are named.
func TestStories(t *testing.T) {
	dirs, err := filepath.Glob("../../testdata/stories/*/findings.golden")
	if err != nil || len(dirs) == 0 {
		t.Fatal("no stories in testdata", err)
	}
	for _, golden := range dirs {
		dir := filepath.Dir(golden)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			articles, err := filepath.Glob(filepath.Join(dir, "*.txt"))
			if err != nil {
				t.Fatal(err)
			}
			got := storyFindings(t, articles)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("findings differ from %s (go test ./cmd/lint -update writes it anew):\n%s", golden, diff)
			}
			slices.Reverse(articles)
			if diff := cmp.Diff(got, storyFindings(t, articles)); diff != "" {
				t.Errorf("findings depend on the order of arguments:\n%s", diff)
			}
		})
	}
}

// storyFindings lists the findings of articles, one a line: place, severity,
// rule, and the text with the distinct texts that it contradicts.
func storyFindings(t *testing.T, articles []string) string {
	var out bytes.Buffer
	execute(t.Context(), append([]string{"--format", "json", "--fail-on", "never"}, articles...), streams{strings.NewReader(""), &out, io.Discard})
	type place struct {
		Path  string
		Text  string
		Start struct{ Line, Column int }
	}
	var report struct {
		Findings []struct {
			Rule, Severity string
			Location       place
			Related        []place
		}
	}
	if err := json.Unmarshal(out.Bytes(), &report); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range report.Findings {
		var others []string
		for _, r := range f.Related {
			others = append(others, fmt.Sprintf("%q", r.Text))
		}
		slices.Sort(others)
		at := f.Location
		line := fmt.Sprintf("%s:%03d:%03d %s %s %q", filepath.Base(at.Path), at.Start.Line, at.Start.Column, f.Severity, f.Rule, at.Text)
		if others = slices.Compact(others); len(others) > 0 {
			line += " ~ " + strings.Join(others, " ~ ")
		}
		lines = append(lines, line+"\n")
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}
