package lexicon

import (
	"strings"
	"testing"
)

// TestDataParses reads every embedded file: loading ignores faults.
func TestDataParses(t *testing.T) {
	entries, err := dataFS.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		kind, lang, _ := fileKind(e.Name())
		if kind == "" {
			t.Errorf("%s: the name does not say what the file holds", e.Name())
			continue
		}
		if kind == "pivot" {
			lang = "en"
		}
		text, err := dataFS.ReadFile("data/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := (&Lexicon{tag: lang}).Extend(File{Path: e.Name(), Text: string(text)}); err != nil {
			t.Error(err)
		}
	}
}

// TestSetNamesAreUnique: a second set of a name would replace the first.
func TestSetNamesAreUnique(t *testing.T) {
	for _, tag := range tags {
		text, err := dataFS.ReadFile("data/contrast." + tag + ".txt")
		if err != nil {
			t.Error(err)
			continue
		}
		seen := map[string]bool{}
		for line := range strings.Lines(string(text)) {
			line, _, _ = strings.Cut(line, "#")
			name, _, ok := strings.Cut(line, ":")
			if name = strings.TrimSpace(name); !ok || name == "kind" {
				continue
			}
			if seen[name] {
				t.Errorf("contrast.%s.txt: two sets named %q", tag, name)
			}
			seen[name] = true
		}
	}
}

// TestDataAgrees: a pair that is listed as interchangeable must not be listed as
// opposed.
func TestDataAgrees(t *testing.T) {
	for _, tag := range tags {
		l := For(tag)
		byGroup := map[int][]string{}
		for form, groups := range l.synonyms {
			for _, g := range groups {
				byGroup[g] = append(byGroup[g], form)
			}
		}
		for _, forms := range byGroup {
			for i, a := range forms {
				for _, b := range forms[i+1:] {
					var r Relation
					l.contrast(a, b, &r)
					if r.Contrast != nil {
						t.Errorf("%s: %q and %q are synonyms and in the contrast set %q", tag, a, b, r.Contrast.Name)
					}
					if l.antonyms.shares(a, b, -1) {
						t.Errorf("%s: %q and %q are synonyms and antonyms", tag, a, b)
					}
				}
			}
		}
		for _, s := range l.sets {
			for form, places := range l.contrasts {
				for i, p := range places {
					for _, q := range places[i+1:] {
						if p.set == s && q.set == s && p.group != q.group {
							t.Errorf("%s: %q stands twice in the contrast set %q", tag, form, s.Name)
						}
					}
				}
			}
		}
	}
}
