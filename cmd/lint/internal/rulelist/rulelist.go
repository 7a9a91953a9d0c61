// Package rulelist shows the rules in short.
package rulelist

import (
	"fmt"
	"strings"

	"github.com/sourcelint/sourcelint/rules"
)

// Scope says on which occasions a rule is asked.
func Scope(s rules.Scope) string {
	var out []string
	for _, x := range []struct {
		scope rules.Scope
		name  string
	}{{rules.Story | rules.Whole | rules.After, "story"}, {rules.Translation, "translation"}, {rules.One, "one article"}} {
		if s&x.scope != 0 {
			out = append(out, x.name)
		}
	}
	return strings.Join(out, ", ")
}

// Summary is what a rule reports, in a sentence: its documentation begins "Name reports".
func Summary(r *rules.Rule) string {
	s := strings.Join(strings.Fields(r.Doc().Summary), " ")
	if _, rest, ok := strings.Cut(s, " "); ok {
		s = strings.TrimPrefix(rest, "reports ")
	}
	s, _, _ = strings.Cut(s, ". ")
	return strings.TrimSuffix(s, ".")
}

// Markdown is the table of all rules.
func Markdown() string {
	var b strings.Builder
	b.WriteString("| rule | severity | asked of | reports |\n|---|---|---|---|\n")
	for _, r := range rules.Suite {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", r.Name, r.Severity, Scope(r.Scope), strings.ReplaceAll(Summary(r), "|", `\|`))
	}
	return b.String()
}
