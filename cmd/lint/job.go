package main

import (
	"context"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/report"
	"github.com/sourcelint/sourcelint/rules"
)

// job is a set of files that are checked together.
type job struct {
	drafts, sources []string
	bilingual       bool // one draft, a file of segment pairs
}

// result is what became of a job.
type result struct {
	findings []report.Finding
	errs     []error
	files    []string
}

// plan makes jobs of the files that the arguments name: named articles belong
// together, what was found below a directory stands by itself.
func plan(drafts, sources []input.File) []job {
	var together job
	var jobs []job
	for _, s := range sources {
		together.sources = append(together.sources, s.Path)
	}
	for _, d := range drafts {
		switch {
		case input.Bilingual(d.Path):
			jobs = append(jobs, job{drafts: []string{d.Path}, bilingual: true})
		case d.Tree && len(sources) == 0:
			jobs = append(jobs, job{drafts: []string{d.Path}})
		default:
			together.drafts = append(together.drafts, d.Path)
		}
	}
	if len(together.drafts) > 0 {
		jobs = append([]job{together}, jobs...)
	}
	return jobs
}

func (c *checker) checkAll(ctx context.Context, jobs []job) ([]result, error) {
	var out []result
	for _, j := range jobs {
		r, err := c.check(ctx, j)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func (c *checker) check(ctx context.Context, j job) (result, error) {
	var r result
	if j.bilingual {
		return r, c.units(ctx, j.drafts[0], &r)
	}
	drafts := c.readAll(j.drafts, false, &r)
	sources := c.readAll(j.sources, true, &r)
	return r, c.cases(ctx, drafts, sources, &r)
}

func (c *checker) readAll(paths []string, source bool, r *result) []*article.Article {
	var out []*article.Article
	for _, p := range paths {
		data, err := input.Read(p, c.std.in)
		if err == nil {
			name := p
			if p == input.Stdin && c.reading.stdinPath != "" {
				name = c.reading.stdinPath
			}
			var a *article.Article
			if a, err = article.Read(name, data, c.reading.options(source)); err == nil {
				out = append(out, a)
				r.files = append(r.files, p)
				continue
			}
		}
		r.errs = append(r.errs, err)
	}
	return out
}

// cases sorts articles into cases and runs them: without sources, drafts are
// peers; else each draft is checked with the sources of its story together, and
// with each text that it translates.
func (c *checker) cases(ctx context.Context, drafts, sources []*article.Article, r *result) error {
	if len(sources) == 0 && len(drafts) > 0 {
		return c.runCase(ctx, &rules.Case{Drafts: drafts, Relation: align.Story}, r)
	}
	for _, d := range drafts {
		told := &rules.Case{Drafts: []*article.Article{d}, Relation: align.Story}
		for _, s := range sources {
			if c.reading.relation.of(s, d) == align.Story {
				told.Sources = append(told.Sources, s)
				continue
			}
			pair := &rules.Case{Drafts: []*article.Article{d}, Sources: []*article.Article{s}, Relation: align.Translation}
			if err := c.runCase(ctx, pair, r); err != nil {
				return err
			}
		}
		if len(told.Sources) > 0 {
			if err := c.runCase(ctx, told, r); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *checker) runCase(ctx context.Context, rc *rules.Case, r *result) error {
	runner := rules.Runner{}
	fs, err := runner.Run(ctx, rc)
	for i := range fs {
		r.findings = append(r.findings, report.Resolve(&fs[i]))
	}
	return err
}
