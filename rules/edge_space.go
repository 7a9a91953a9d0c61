package rules

import "strings"

// EdgeSpace reports a message whose translation begins or ends with other white
// space than its source.
//
// Why: programs join messages; a space that is lost glues two words together, a
// line break that is lost or new breaks the layout.
//
// Fires:
//
//	(de-en po) msgid "Saved in " ¶ msgstr "Gespeichert in"
//	(de-en po) msgid "Saved.\n" ¶ msgstr "Gespeichert."
//
// Quiet:
//
//	(de-en po) msgid "Saved in " ¶ msgstr "Gespeichert in "
//
// Misses: tables and translation memories, where white space at the edge of a
// segment means nothing; how many spaces there are.
var EdgeSpace = &Rule{
	Name:     "edge-space",
	Category: Whitespace,
	Severity: Warning,
	Scope:    Translation,
	Check: func(p *Pass) {
		s := p.segment()
		if s == nil || !s.Message || strings.TrimSpace(s.Source) == "" || strings.TrimSpace(s.Target) == "" {
			return
		}
		before, after := edges(s.Source)
		was, now := [2]string{before, after}, [2]string{}
		now[0], now[1] = edges(s.Target)
		for i, where := range [...]string{"begins", "ends"} {
			what, severity := edgeDifference(was[i], now[i])
			if what == "" {
				continue
			}
			p.Report(Finding{Severity: severity, Confidence: confidenceOf(severity), At: p.unitMention(1), Related: []Mention{p.unitMention(0)},
				Message: "the source " + where + " with " + describeEdge(was[i]) + ", the translation with " + describeEdge(now[i])})
		}
	},
}

// edgeDifference tells whether the white space of an edge differs in kind.
func edgeDifference(source, target string) (string, Severity) {
	a, b := strings.Count(source, "\n"), strings.Count(target, "\n")
	switch {
	case (a > 0) != (b > 0):
		return "line break", Warning
	case a == 0 && (source == "") != (target == ""):
		if source == "" {
			return "space", Info // one too many is seldom seen
		}
		return "space", Warning
	}
	return "", Info
}

func describeEdge(space string) string {
	switch {
	case strings.Contains(space, "\n"):
		return "a line break"
	case space != "":
		return "a space"
	}
	return "none"
}

// confidenceOf is what a finding of a severity is worth where nothing else tells.
func confidenceOf(s Severity) float64 { return [...]float64{Info: 0.5, Warning: 0.85, Error: 0.95}[s] }
