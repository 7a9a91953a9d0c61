package rules

import (
	_ "embed"
	"strings"
	"sync"
)

//go:generate go run ./internal/gendocs

//go:embed docs.txt
var docsText string

// Doc is the documentation of a rule: the doc comment of its variable, by section.
type Doc struct {
	Summary string // one line that names the defect
	Why     string // why it matters to a reader
	Fires   string // an example on which the rule fires
	Quiet   string // an example on which it stays quiet
	Misses  string // what it does not see
	Options string // its settings; empty where it has none
}

// Doc returns the rule's documentation. It is parsed when first asked for.
func (r *Rule) Doc() Doc { return allDocs()[r.Name] }

var allDocs = sync.OnceValue(func() map[string]Doc { return parseDocs(docsText) })

// parseDocs reads what internal/docs wrote. A section begins with "Why:" or the
// like at the start of a paragraph; what stands before the first is the summary.
func parseDocs(text string) map[string]Doc {
	out := map[string]Doc{}
	for _, entry := range strings.Split("\n"+text, "\n== ")[1:] {
		name, body, _ := strings.Cut(entry, "\n")
		var d Doc
		section := &d.Summary
		for line := range strings.Lines(body) {
			if title, rest, ok := strings.Cut(line, ":"); ok {
				if s := d.section(title); s != nil {
					section, line = s, strings.TrimPrefix(rest, " ")
				}
			}
			*section += line
		}
		for _, s := range []*string{&d.Summary, &d.Why, &d.Fires, &d.Quiet, &d.Misses, &d.Options} {
			*s = strings.TrimRight(strings.TrimLeft(*s, "\n"), " \n")
		}
		out[name] = d
	}
	return out
}

func (d *Doc) section(title string) *string {
	switch title {
	case "Why":
		return &d.Why
	case "Fires":
		return &d.Fires
	case "Quiet":
		return &d.Quiet
	case "Misses":
		return &d.Misses
	case "Options":
		return &d.Options
	}
	return nil
}
