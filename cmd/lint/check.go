package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"

	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/report"
	"github.com/sourcelint/sourcelint/rules"
	"github.com/spf13/pflag"
)

// checker is the main command: it checks texts and reports what it finds.
type checker struct {
	std     streams
	reading reading

	sources       []string
	glossary      []string
	format        string
	output        string
	only, disable []string
	minSeverity   severity
	failOn        string
	config        string
	jobs          int
	color         string
	quiet, stats  bool
}

func (c *checker) flags(f *pflag.FlagSet) {
	f.SortFlags = false
	f.StringArrayVar(&c.sources, "source", nil, "a trusted `file` that the drafts are checked against; may be repeated and hold a pattern")
	f.StringArrayVar(&c.glossary, "glossary", nil, "a `file` of terms and their translations; may be repeated")
	f.StringVar(&c.format, "format", "text", "the report's `format`: text, json, github, sarif, rdjson, junit or checkstyle")
	f.StringVar(&c.output, "output", "", "the `file` that the report is written to (default: standard output)")
	f.StringSliceVar(&c.only, "only", nil, "the `rules` to apply, and no others")
	f.StringSliceVar(&c.disable, "disable", nil, "the `rules` to leave out")
	f.Var(&c.minSeverity, "min-severity", "report nothing below this `severity`")
	f.StringVar(&c.failOn, "fail-on", "error", "exit with status 1 on findings of this `severity` and above: error, warning, info or never")
	f.StringVar(&c.config, "config", "", "the configuration `file` (default: .lint.yaml beside the text or above)")
	f.IntVar(&c.jobs, "jobs", runtime.GOMAXPROCS(0), "how many processors to use")
	f.StringVar(&c.color, "color", "auto", "colour the report: auto, always or never")
	f.BoolVar(&c.quiet, "quiet", false, "print findings only: no summary, no progress")
	f.BoolVar(&c.stats, "stats", false, "print what was read and how long it took on standard error")
}

// severity is the value of a flag that names one.
type severity struct{ rules.Severity }

func (s *severity) Type() string { return "severity" }

func (s *severity) Set(name string) (err error) {
	s.Severity, err = rules.ParseSeverity(name)
	return err
}

func (c *checker) run(ctx context.Context, args []string) error {
	drafts, errs := input.Find(args, nil)
	sources, more := input.Find(c.sources, nil)
	errs = append(errs, more...)
	results, err := c.checkAll(ctx, plan(drafts, sources))
	if err != nil {
		return err
	}
	var run report.Run
	files := map[string]bool{}
	for _, r := range results {
		run.Findings = append(run.Findings, r.findings...)
		errs = append(errs, r.errs...)
		for _, p := range r.files {
			files[p] = true
		}
	}
	report.Fingerprint(run.Findings)
	run.Summary.Files = len(files)
	run.Summary.Count(run.Findings)
	for _, err := range errs {
		fmt.Fprintln(c.std.err, err)
	}
	switch c.format {
	case "json":
		err = report.JSON(c.std.out, &run)
	default:
		err = report.Text(c.std.out, &run)
	}
	if err != nil {
		return err
	}
	return c.outcome(&run, errs)
}

func (c *checker) outcome(run *report.Run, errs []error) error {
	if len(errs) > 0 {
		return status(exitFailed)
	}
	if c.failOn == "never" {
		return nil
	}
	limit, err := rules.ParseSeverity(c.failOn)
	if err != nil {
		return err
	}
	for _, f := range run.Findings {
		if f.Severity >= limit {
			return status(exitFindings)
		}
	}
	return nil
}

var errNothing = errors.New("nothing to check: name a file or a directory, or write a .lint.yaml (lint init)")

var _ = os.Stdout
