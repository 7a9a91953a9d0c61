package config

import (
	"regexp"
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/rules"
	"golang.org/x/text/language"
)

// Rules are the names of all rules, sorted.
func Rules() []string {
	var out []string
	for _, r := range rules.Suite {
		out = append(out, r.Name)
	}
	return sorted(out)
}

// Rule is the rule of a name, or nil.
func Rule(name string) *rules.Rule {
	for _, r := range rules.Suite {
		if r.Name == name {
			return r
		}
	}
	return nil
}

func sorted(s []string) []string { slices.Sort(s); return s }

func contains(s []string, v string) bool { return slices.Contains(s, v) }

var tag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// Tag tells whether a text is a language tag such as en or pt-BR.
func Tag(s string) bool { return tag.MatchString(s) }

// folder tells whether the name of a folder, or of a part of a file's name, is the
// tag of a language that CLDR has data of: "es" and "fil" are, "old" and "src" are not.
func folder(name string) bool {
	t, err := language.Parse(name)
	if err != nil || !Tag(name) {
		return false
	}
	base, _ := t.Base()
	primary, _, _ := strings.Cut(strings.ToLower(name), "-")
	if len(primary) == 2 {
		return true
	}
	_, known := language.CompactIndex(language.Make(primary))
	return known && base.String() == primary
}
