package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/rules"
)

// TextOptions tell how the text report looks.
type TextOptions struct {
	Color bool
	Width int  // columns of the terminal
	Quiet bool // no summary
}

// shownRelated is how many related passages are quoted; the rest is counted.
const shownRelated = 3

// Text writes findings for people: grouped by file, each with its line, carets
// under the passage, and the passages it contradicts.
func Text(w io.Writer, run *Run, opt TextOptions) error {
	out := bufio.NewWriter(w)
	t := textWriter{out, opt}
	path := ""
	for i := range run.Findings {
		f := &run.Findings[i]
		if i == 0 || f.At.Path != path {
			path = f.At.Path
			fmt.Fprintf(out, "%s\n", t.paint(bold, printable(path)))
		}
		t.finding(f)
	}
	if !opt.Quiet {
		for _, n := range run.Notes {
			fmt.Fprintf(out, "note: %s\n", printable(n))
		}
		fmt.Fprintln(out, t.summary(run))
	}
	return out.Flush()
}

type textWriter struct {
	*bufio.Writer
	opt TextOptions
}

// Colours are ANSI attributes.
const (
	bold   = "1"
	dim    = "2"
	red    = "31;1"
	yellow = "33;1"
	blue   = "34;1"
	cyan   = "36"
)

func (t *textWriter) paint(attribute, s string) string {
	if !t.opt.Color || s == "" {
		return s
	}
	return "\x1b[" + attribute + "m" + s + "\x1b[0m"
}

func colour(s rules.Severity) string {
	switch s {
	case rules.Error:
		return red
	case rules.Warning:
		return yellow
	}
	return blue
}

func (t *textWriter) finding(f *Finding) {
	place := fmt.Sprintf("%d:%d", f.At.Start.Line, f.At.Start.Column)
	if f.At.Segment != "" {
		place += " [" + printable(f.At.Segment) + "]"
	}
	fmt.Fprintf(t, "  %s  %s  %s  %s\n", place, t.paint(colour(f.Severity), f.Severity.String()), printable(f.Message), t.paint(dim, f.Rule.Name))
	related := f.Related[:min(len(f.Related), shownRelated)]
	gutter := len(strconv.Itoa(f.At.Start.Line))
	for _, r := range related {
		gutter = max(gutter, len(strconv.Itoa(r.Start.Line)))
	}
	t.quote(&f.At, gutter, '^', colour(f.Severity))
	for i := range related {
		r := &related[i]
		at := fmt.Sprintf("%s:%d:%d", printable(r.Path), r.Start.Line, r.Start.Column)
		if r.Path == f.At.Path && r.Segment != "" && r.Segment == f.At.Segment {
			at = fmt.Sprintf("%d:%d", r.Start.Line, r.Start.Column)
		}
		fmt.Fprintf(t, "    %s %s\n", strings.Repeat(" ", gutter), t.paint(cyan, at))
		t.quote(r, gutter, '-', cyan)
	}
	if n := len(f.Related) - len(related); n > 0 {
		fmt.Fprintf(t, "    %s and %d more\n", strings.Repeat(" ", gutter), n)
	}
	if f.Replacement != "" {
		fmt.Fprintf(t, "    %s suggestion: %s\n", strings.Repeat(" ", gutter), printable(f.Replacement))
	}
	fmt.Fprintln(t)
}

// quote writes the line of a place with marks under the passage.
func (t *textWriter) quote(p *Place, gutter int, mark rune, attribute string) {
	first := p.Start.Column - p.ExcerptCol
	last := first + utf8.RuneCountInString(p.Text)
	if i := strings.IndexByte(p.Text, '\n'); i >= 0 { // its first line
		last = first + utf8.RuneCountInString(strings.TrimRight(p.Text[:i], "\r"))
	}
	line, from, to := window([]rune(p.Excerpt), first, last, max(20, t.opt.Width-gutter-8), p.ExcerptCol > 1)
	fmt.Fprintf(t, "    %*d %s %s\n", gutter, p.Start.Line, t.paint(dim, "|"), line)
	fmt.Fprintf(t, "    %s %s %s%s\n", strings.Repeat(" ", gutter), t.paint(dim, "|"),
		strings.Repeat(" ", from), t.paint(attribute, strings.Repeat(string(mark), max(1, to-from))))
}

func (t *textWriter) summary(run *Run) string {
	s := run.Summary
	text := plural(s.Files, "file") + " checked: "
	switch {
	case s.Files == 0:
		return "no file checked"
	case len(run.Findings) == 0:
		return text + "nothing found"
	}
	return text + strings.Join([]string{
		t.paint(red, plural(s.Errors, "error")), t.paint(yellow, plural(s.Warnings, "warning")), t.paint(blue, plural(s.Infos, "info")),
	}, ", ")
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
