package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align"
)

// others words where the other side of a conflict stands: "2 other articles",
// "the source".
func (p *Pass) others(count int) string {
	switch {
	case p.Case.Relation == align.Translation || len(p.Case.Sources) == 1:
		return "the source"
	case len(p.Case.Sources) > 1:
		return fmt.Sprintf("%d of %d sources", count, len(p.Case.Sources))
	case count == 1 && len(p.Sheets) == 2:
		return "the other article"
	default:
		return fmt.Sprintf("%d of %d other articles", count, len(p.Sheets)-1)
	}
}

// differs is the plain message of a conflict: both wordings, and how many
// articles have the other.
func (p *Pass) differs(what string) func(at, other Mention, count int) string {
	return func(at, other Mention, count int) string {
		return fmt.Sprintf("%s: “%s” here, “%s” in %s", what, clip(at.Text()), clip(other.Text()), p.others(count))
	}
}

// clip shortens a passage for a message.
func clip(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}
