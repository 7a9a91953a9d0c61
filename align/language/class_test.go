package language

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// TestNameFiles keeps names/<tag>.txt free of sections that nothing reads.
func TestNameFiles(t *testing.T) {
	files, err := fs.Glob(nameFiles, "names/*.txt")
	if err != nil || len(files) != len(Tags()) {
		t.Fatalf("name files %v, want one for each of %v", files, Tags())
	}
	for _, name := range files {
		text, err := nameFiles.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if section, ok := strings.CutPrefix(strings.TrimSpace(line), "["); ok {
				section = strings.TrimSuffix(section, "]")
				if _, ok := classNames[section]; !ok && !slices.Contains([]string{"contraction", "nickname"}, section) {
					t.Errorf("%s: section [%s] is unknown", name, section)
				}
			}
		}
	}
}

func TestClasses(t *testing.T) {
	en := For("en")
	for word, want := range map[string]Class{
		"sen.": TitleWord, "coach": RoleWord, "said": SayVerb, "department": OrganisationWord, "mary": FemaleName,
		"russian": DemonymWord, "his": HePronoun, "never": NegationWord, "france": TerritoryWord, "tuesday": CalendarWord,
	} {
		if en.Classes().Of(word)&want == 0 {
			t.Errorf("%q lacks class %b", word, want)
		}
	}
	if !en.Common("employees") || en.Common("tuberville") {
		t.Error("employees is a common word, tuberville is none")
	}
	if got := strings.Join(en.Expand([]string{"i", "don't", "care"}), " "); got != "i do not care" {
		t.Errorf("expanded %q", got)
	}
}
