package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/sourcelint/sourcelint/cmd/lint/internal/config"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/near"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/parallel"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/report"
	"github.com/sourcelint/sourcelint/rules"
	"github.com/spf13/pflag"
)

// checker is the main command: it checks texts and reports what it finds.
type checker struct {
	std     streams
	reading reading

	sources       sourceFiles
	glossary      []string
	format        string
	output        string
	only, disable []string
	minSeverity   string
	failOn        string
	config        string
	jobs          int
	color         string
	quiet, stats  bool
	each          bool

	subcommands []string // their names
	settings    *settings
	history     history
}

func (c *checker) flags(f *pflag.FlagSet) {
	f.SortFlags = false
	c.sources.flags = f
	f.Var(&c.sources, "source", "a trusted `file` that the drafts are checked against; may be repeated, and hold a pattern or, behind the drafts, several files")
	glossaryFlag(f, &c.glossary)
	f.BoolVar(&c.each, "each", false, "check each article by itself and with what it is tied to, not against the others")
	f.StringVar(&c.format, "format", "text", "the report's `format`: "+strings.Join(report.Formats(), ", "))
	f.StringVar(&c.output, "output", "", "the `file` that the report is written to (default: standard output)")
	f.StringSliceVar(&c.only, "only", nil, "the `rules` to apply, and no others")
	f.StringSliceVar(&c.disable, "disable", nil, "the `rules` to leave out")
	f.StringVar(&c.minSeverity, "min-severity", "info", "report nothing below this `severity`: error, warning or info")
	f.StringVar(&c.failOn, "fail-on", "error", "exit with status 1 on findings of this `severity` and above: error, warning, info or never")
	f.StringVar(&c.config, "config", "", "the configuration `file` (default: .lint.yaml beside the text or above)")
	f.IntVar(&c.jobs, "jobs", runtime.GOMAXPROCS(0), "how many processors to use")
	f.StringVar(&c.color, "color", "auto", "colour the text report: auto, always or never")
	f.BoolVar(&c.quiet, "quiet", false, "print findings only: no summary, no progress")
	f.BoolVar(&c.stats, "stats", false, "print on standard error what was read and how long it took")
}

// sourceFiles is the value of --source. Behind a draft, all that follows the flag is
// a source: the shell makes several words of "draft.md --source wires/*.txt".
type sourceFiles struct {
	list  []string
	flags *pflag.FlagSet
	from  int // the index of the first argument behind the flag; 0: no draft stood before it
}

func (s *sourceFiles) String() string { return strings.Join(s.list, " ") }
func (s *sourceFiles) Type() string   { return "file" }

func (s *sourceFiles) Set(path string) error {
	s.list = append(s.list, path)
	if s.from == 0 {
		s.from = s.flags.NArg()
	}
	return nil
}

// take adds the sources among the arguments and returns the others.
func (s *sourceFiles) take(args []string) []string {
	if s.from == 0 {
		return args
	}
	s.list = append(s.list, args[s.from:]...)
	return args[:s.from]
}

// never is the value of --fail-on with which findings do not matter.
const never = rules.Error + 1

// limits are flags that name severities.
type limits struct{ report, fail rules.Severity }

// validate checks the values of the flags.
func (c *checker) validate() (limits, error) {
	var l limits
	var err error
	if l.report, err = rules.ParseSeverity(c.minSeverity); err != nil {
		return l, fmt.Errorf("--min-severity: %w", err)
	}
	if l.fail = never; c.failOn != "never" {
		if l.fail, err = rules.ParseSeverity(c.failOn); err != nil {
			return l, fmt.Errorf("--fail-on: unknown severity %q, expected error, warning, info or never", c.failOn)
		}
	}
	if !slices.Contains(report.Formats(), c.format) {
		return l, fmt.Errorf("--format: unknown format %q, %s", c.format, near.Hint(c.format, report.Formats(), ""))
	}
	if !slices.Contains([]string{"auto", "always", "never"}, c.color) {
		return l, fmt.Errorf("--color: unknown value %q, expected auto, always or never", c.color)
	}
	if c.jobs < 1 {
		return l, fmt.Errorf("--jobs: %d, expected 1 or more", c.jobs)
	}
	runtime.GOMAXPROCS(min(c.jobs, runtime.GOMAXPROCS(0)))
	for flag, names := range map[string][]string{"--only": c.only, "--disable": c.disable} {
		for _, name := range names {
			if config.Rule(name) == nil {
				return l, fmt.Errorf("%s: unknown rule %q, %s", flag, name, near.Hint(name, config.Rules(), "lint rules lists them"))
			}
		}
	}
	return l, nil
}

func (c *checker) run(ctx context.Context, args []string) error {
	began := time.Now()
	limit, err := c.validate()
	if err != nil {
		return err
	}
	if c.settings, err = newSettings(c.config, c.only, c.disable); err != nil {
		return err
	}
	c.settings.glossaries.named = c.glossary
	if err := c.settings.glossaries.check(); err != nil {
		return err
	}
	args = c.sources.take(args)
	p := c.plan(args)
	if hint := c.subcommand(args); hint != "" {
		p.errs = append(p.errs, errors.New(hint))
	}
	if len(p.jobs) == 0 && len(p.errs) == 0 && len(p.notes) == 0 && len(c.settings.errs) == 0 {
		return errNothing
	}
	var run report.Run
	total := result{errs: p.errs}
	var project rules.Consistency
	bar := c.progress(len(p.jobs))
	err = parallel.Ordered(ctx, min(c.jobs, max(1, len(p.jobs))), slices.Values(p.jobs),
		func(j job) result { return c.check(ctx, j) },
		func(r result) error {
			if r.memory != nil && len(p.jobs) > 1 {
				r.add(inconsistencies(project.Merge(r.memory)))
			}
			total.add(r)
			bar.step()
			return r.fatal
		})
	bar.end()
	if err != nil {
		return err
	}
	c.settings.faults(&total)
	run.Findings = arrange(total.findings, total.files, limit.report)
	run.Files = distinct(total.files)
	run.Summary.Files = len(run.Files)
	run.Summary.Count(run.Findings)
	run.Notes, run.Version = p.notes, version()
	for _, err := range total.errs {
		fmt.Fprintln(c.std.err, err)
	}
	if err := c.write(&run); err != nil {
		return err
	}
	if c.stats {
		c.printStats(&run, &total, time.Since(began))
	}
	return outcome(&run, total.errs, limit.fail)
}

// arrange orders findings by file, in the order of the files, and place. What two
// jobs found alike, such as what a draft shows by itself, is kept once.
func arrange(fs []report.Finding, files []string, least rules.Severity) []report.Finding {
	rank := map[string]int{}
	for i, p := range files {
		if _, ok := rank[p]; !ok {
			rank[p] = i
		}
	}
	type key struct {
		rule       *rules.Rule
		path, text string
		start, end int
	}
	seen := map[key]bool{}
	var out []report.Finding
	for _, f := range fs {
		k := key{f.Rule, f.At.Path, f.Message, f.At.Start.Offset, f.At.End.Offset}
		if f.Severity >= least && !seen[k] {
			seen[k] = true
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b report.Finding) int {
		return cmp.Or(cmp.Compare(rank[a.At.Path], rank[b.At.Path]), cmp.Compare(a.At.Start.Offset, b.At.Start.Offset))
	})
	report.Fingerprint(out)
	return out
}

func distinct(s []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, v := range s {
		if !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}

// write writes the report to standard output or --output.
func (c *checker) write(run *report.Run) error {
	if c.output == "" {
		text := c.terminal().textOptions()
		text.Quiet = c.quiet
		return report.Write(c.std.out, c.format, run, text)
	}
	text := report.TextOptions{Color: c.color == "always", Width: 100, Quiet: c.quiet}
	return report.File(c.output, func(w io.Writer) error { return report.Write(w, c.format, run, text) })
}

// outcome is the exit status.
func outcome(run *report.Run, errs []error, fail rules.Severity) error {
	if len(errs) > 0 {
		return status(exitFailed)
	}
	for _, f := range run.Findings {
		if f.Severity >= fail {
			return status(exitFindings)
		}
	}
	return nil
}

// subcommand is a hint for arguments that begin with a mistyped subcommand, which
// was taken for the name of a file.
func (c *checker) subcommand(args []string) string {
	if len(args) == 0 {
		return ""
	}
	if _, err := os.Stat(args[0]); err == nil || filepath.Ext(args[0]) != "" || strings.ContainsAny(args[0], `-*/\`) {
		return ""
	}
	names := near.Names(args[0], c.subcommands)
	if len(names) == 0 {
		return ""
	}
	return fmt.Sprintf("lint: %s is no subcommand either, did you mean lint %s?", args[0], names[0])
}

func (c *checker) printStats(run *report.Run, total *result, took time.Duration) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	seconds := max(took.Seconds(), 1e-9)
	fmt.Fprintf(c.std.err, "%d files, %d segments, %d cases, %.1f KB read in %.0f ms (%.1f MB/s), %d findings, %.0f MB of memory\n",
		run.Summary.Files, total.units, total.cases, float64(total.bytes)/1000, seconds*1000, float64(total.bytes)/1e6/seconds,
		len(run.Findings), float64(m.Sys)/1e6)
}

var errNothing = errors.New("nothing to check: name files or a directory, or tie texts together in " + config.Name + " (lint init writes one)")
