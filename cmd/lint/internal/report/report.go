// Package report writes findings for people and for programs, one file a format.
package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/rules"
)

// Place is a passage of a file, resolved: it needs no article any more.
type Place struct {
	Path       string
	Segment    string // id of the unit of a bilingual file
	Start      article.Position
	End        article.Position // exclusive
	StartByte  int              // column of Start in bytes of UTF-8, from 1
	EndByte    int
	Text       string
	Excerpt    string // what stands around Start in its line
	ExcerptCol int    // column of its first character
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
	Files    []string  // that were checked
	Summary  Summary
	Notes    []string // on the project: translations that are missing and the like
	Version  string   // of the command
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
	p := Place{
		Path: a.Path, Segment: a.Segment, Text: strings.Clone(m.Text()),
		Start: a.Position(m.Span.Start), End: a.Position(m.Span.End),
	}
	before, after := around(a, m.Span.Start)
	p.Excerpt, p.ExcerptCol = before+after, p.Start.Column-utf8.RuneCountInString(before)
	p.StartByte, p.EndByte = a.ByteColumn(m.Span.Start), a.ByteColumn(m.Span.End)
	return p
}

// excerptBytes is how much of a line is kept on each side of a finding's start.
const excerptBytes = 1000

// around returns what stands before and after an offset in its line, bounded.
func around(a *article.Article, offset int) (before, after string) {
	before = a.Text(article.Span{Start: max(0, offset-excerptBytes), End: offset})
	before = before[strings.LastIndexByte(before, '\n')+1:]
	for before != "" && !utf8.RuneStart(before[0]) {
		before = before[1:]
	}
	after = a.Text(article.Span{Start: offset, End: offset + excerptBytes})
	after, _, _ = strings.Cut(after, "\n")
	for after != "" {
		if r, n := utf8.DecodeLastRuneInString(after); r != utf8.RuneError || n != 1 {
			break
		}
		after = after[:len(after)-1]
	}
	return before, strings.TrimRight(after, "\r")
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
		f.Fingerprint = base
		if n := seen[base]; n > 0 {
			f.Fingerprint = fmt.Sprintf("%s-%d", base, n+1)
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
