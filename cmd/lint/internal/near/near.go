// Package near finds the names that a mistyped one may stand for.
package near

import (
	"cmp"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Names returns up to three of the known names that are near a name, nearest first.
func Names(name string, known []string) []string {
	type match struct {
		name string
		d    int
	}
	var ms []match
	for _, k := range known {
		d := levenshtein.ComputeDistance(strings.ToLower(name), k)
		switch {
		case d <= max(1, min(3, (len(k)+1)/3)):
		case len(name) >= 3 && strings.Contains(k, strings.ToLower(name)):
			d = len(k) - len(name)
		default:
			continue
		}
		ms = append(ms, match{k, d})
	}
	slices.SortStableFunc(ms, func(a, b match) int { return cmp.Compare(a.d, b.d) })
	var out []string
	for _, m := range ms[:min(3, len(ms))] {
		out = append(out, m.name)
	}
	return out
}

// Hint is what to add to a message about an unknown name: the near ones, or all
// known ones where they are few, else other.
func Hint(name string, known []string, other string) string {
	names := Names(name, known)
	switch {
	case len(names) > 0:
		return "did you mean " + join(names, " or ") + "?"
	case len(known) <= 12:
		return "expected " + join(known, " or ")
	}
	return other
}

func join(names []string, last string) string {
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + last + names[len(names)-1]
}
