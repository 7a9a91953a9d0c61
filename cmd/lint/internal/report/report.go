// Package report writes findings for people and for programs, one file a format.
package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/rules"
)

// Place is a passage of a file, resolved: it needs no article any more.
type Place struct {
	Path    string
	Segment string // id of the unit of a bilingual file
	Start   article.Position
	End     article.Position // exclusive
	Text    string
	Line    string // the line of the file in which it starts
}

// Finding is a finding, resolved.
type Finding struct {
	Rule        *rules.Rule
	Severity    rules.Severity
	Confidence  float64
	Message     string
	At          Place
	Related     []Place
	Replacement string // empty where none
	Fingerprint string // stable while the text stays, wherever it moves in its file
}

// Summary counts what was checked and found.
type Summary struct {
	Files, Errors, Warnings, Infos int
}

// Run is all that a report shows.
type Run struct {
	Findings []Finding // in order
	Summary  Summary
	Version  string // of the command
}

// Resolve takes from a finding all that reports need, so that its articles can be freed.
func Resolve(f *rules.Finding) Finding {
	out := Finding{
		Rule: f.Rule, Severity: f.Severity, Confidence: f.Confidence, Message: f.Message,
		At: resolve(f.At), Replacement: f.Replacement,
	}
	for _, m := range f.Related {
		out.Related = append(out.Related, resolve(m))
	}
	return out
}

func resolve(m rules.Mention) Place {
	a := m.Sheet.Article
	p := Place{Path: a.Path, Segment: a.Segment, Start: a.Position(m.Span.Start), End: a.Position(m.Span.End), Text: m.Text()}
	p.Line = a.Line(p.Start.Line)
	return p
}

// Fingerprint fills in the fingerprints. They hash rule, path and texts; what is
// alike in all of them is told apart by its number.
func Fingerprint(fs []Finding) {
	seen := map[string]int{}
	for i := range fs {
		f := &fs[i]
		h := sha256.New()
		fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s", f.Rule.Name, filepath.ToSlash(filepath.Clean(f.At.Path)), f.At.Segment, f.At.Text)
		for _, r := range f.Related {
			fmt.Fprintf(h, "\x00%s", r.Text)
		}
		base := hex.EncodeToString(h.Sum(nil)[:10])
		if n := seen[base]; n > 0 {
			f.Fingerprint = fmt.Sprintf("%s-%d", base, n+1)
		} else {
			f.Fingerprint = base
		}
		seen[base]++
	}
}

// Count counts findings by severity.
func (s *Summary) Count(fs []Finding) {
	for _, f := range fs {
		switch f.Severity {
		case rules.Error:
			s.Errors++
		case rules.Warning:
			s.Warnings++
		default:
			s.Infos++
		}
	}
}
