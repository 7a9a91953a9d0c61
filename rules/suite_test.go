package rules_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/sourcelint/sourcelint/rules"
	"github.com/sourcelint/sourcelint/rules/internal/docs"
	"github.com/sourcelint/sourcelint/rules/rulestest"
)

const testdata = "../testdata"

// TestSuite runs every rule on its testdata and on the examples of its documentation.
func TestSuite(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range rules.Suite {
		if seen[rule.Name] {
			t.Errorf("two rules are called %s", rule.Name)
		}
		seen[rule.Name] = true
		t.Run(rule.Name, func(t *testing.T) {
			t.Parallel()
			rulestest.Run(t, testdata, rule)
			t.Run("documentation", func(t *testing.T) { rulestest.Documented(t, rule) })
		})
	}
}

// TestFolders rejects testdata of rules that are not in the suite.
func TestFolders(t *testing.T) {
	archives, err := filepath.Glob(filepath.Join(testdata, "*", "fires.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range archives {
		name := filepath.Base(filepath.Dir(a))
		if !slices.ContainsFunc(rules.Suite, func(r *rules.Rule) bool { return r.Name == name }) {
			t.Errorf("%s: no rule of this name is in the suite", a)
		}
	}
}

// TestDocs rejects a docs.txt that is not what the doc comments say.
func TestDocs(t *testing.T) {
	want, err := docs.Collect(".")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("docs.txt")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("docs.txt is not current: run go generate ./rules ./cmd/lint")
	}
}
