package main

import (
	"fmt"
	"slices"
	"testing"

	"github.com/sourcelint/sourcelint/cmd/lint/internal/config"
)

// Of many files without their counterpart the first are named, the others counted
// by language.
func TestUnpaired(t *testing.T) {
	pairs := []config.Pair{{Source: "en/whole.md", Target: "es/whole.md", TargetLang: "es"}, {Target: "es/orphan.md", TargetLang: "es"}}
	for i := range mostUnpaired + 2 {
		pairs = append(pairs, config.Pair{Source: fmt.Sprintf("en/%02d.md", i), TargetLang: "de"})
	}
	pairs = append(pairs, config.Pair{Target: "es/last.md", TargetLang: "es"})
	got := unpaired(pairs)
	if len(got) != mostUnpaired+2 || got[0] != "es/orphan.md: a translation without source" || got[1] != "en/00.md: not translated into de" {
		t.Errorf("notes begin %q and are %d", got[:2], len(got))
	}
	want := []string{"3 more sources are not translated into de", "1 more translations into es without source"}
	if end := got[mostUnpaired:]; !slices.Equal(end, want) {
		t.Errorf("notes end %q, want %q", end, want)
	}
}
