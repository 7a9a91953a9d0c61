package main

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/bilingual"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/parallel"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/report"
	"github.com/sourcelint/sourcelint/rules"
)

// result is what became of a job.
type result struct {
	findings []report.Finding
	errs     []error  // of files; the others were checked
	files    []string // that were read
	bytes    int
	units    int
	cases    int
	fatal    error // the run is over

	renderings []rules.Rendering  // of a batch of units, not yet compared
	memory     *rules.Consistency // of a bilingual file
}

func (r *result) add(o result) {
	r.findings = append(r.findings, o.findings...)
	r.errs = append(r.errs, o.errs...)
	r.files = append(r.files, o.files...)
	r.bytes += o.bytes
	r.units += o.units
	r.cases += o.cases
}

func (c *checker) check(ctx context.Context, j job) (r result) {
	if j.bilingual {
		r.fatal = c.units(ctx, j.drafts[0], &r)
		return r
	}
	if j.catalogues() {
		r.fatal = c.catalogues(ctx, &j, &r)
		return r
	}
	drafts := c.readAll(ctx, &j, j.drafts, false, &r)
	if j.front {
		c.frontSources(&j, drafts)
	}
	sources := c.readAll(ctx, &j, j.sources, true, &r)
	if len(j.sources) > 0 && len(sources) == 0 { // none could be read, which is told: the drafts are no peers
		for _, d := range drafts {
			if r.fatal = c.cases(ctx, &j, []*article.Article{d}, nil, &r); r.fatal != nil {
				break
			}
		}
		return r
	}
	r.fatal = c.cases(ctx, &j, drafts, sources, &r)
	return r
}

// catalogues tells whether a job is a message catalogue and its source.
func (j *job) catalogues() bool {
	return len(j.drafts) == 1 && len(j.sources) == 1 && bilingual.CatalogueOf(j.drafts[0]) != bilingual.NoCatalogue &&
		bilingual.CatalogueOf(j.sources[0]) == bilingual.CatalogueOf(j.drafts[0])
}

// frontSources adds the sources that the drafts name to a job.
func (c *checker) frontSources(j *job, drafts []*article.Article) {
	for _, d := range drafts {
		for _, s := range d.Front.Sources {
			path := filepath.Join(filepath.Dir(d.Path), filepath.FromSlash(s))
			if !strings.Contains(s, "://") && !slices.Contains(j.sources, path) {
				j.sources = append(j.sources, path)
			}
		}
	}
}

// readAll reads articles, several at a time.
func (c *checker) readAll(ctx context.Context, j *job, paths []string, source bool, r *result) (out []*article.Article) {
	type read struct {
		a    *article.Article
		path string
		size int
		err  error
	}
	opt := c.reading.options(source)
	switch {
	case source && j.sourceLang != "" && opt.Lang == "":
		opt.Lang = j.sourceLang
	case !source && j.targetLang != "" && opt.Lang == "":
		opt.Lang = j.targetLang
	}
	r.fatal = parallel.Ordered(ctx, c.jobs, slices.Values(paths), func(path string) read {
		data, err := input.Read(path, c.std.in)
		if err != nil {
			return read{err: err}
		}
		name := c.reading.name(path)
		opt := opt
		if opt.Lang == "" {
			opt.Lang = c.settings.of(name).Language
		}
		a, err := article.Read(name, data, opt)
		return read{a, name, len(data), err}
	}, func(x read) error {
		if x.err != nil {
			r.errs = append(r.errs, x.err)
			return nil
		}
		out = append(out, x.a)
		r.files = append(r.files, x.path)
		r.bytes += x.size
		return nil
	})
	return out
}

// cases sorts articles into cases and runs them: without sources, drafts are
// peers; else each draft is checked with the sources of its story together, and
// with each text that it translates.
func (c *checker) cases(ctx context.Context, j *job, drafts, sources []*article.Article, r *result) error {
	if len(sources) == 0 {
		if j.relation == translation && len(drafts) > 1 {
			r.errs = append(r.errs, errNoSource)
			return nil
		}
		for _, group := range byLanguage(drafts) {
			if err := c.runCase(ctx, &rules.Case{Drafts: group, Relation: align.Story}, r); err != nil {
				return err
			}
		}
		return nil
	}
	for _, d := range drafts {
		told := &rules.Case{Drafts: []*article.Article{d}, Relation: align.Story}
		for _, s := range sources {
			if j.relation.of(s, d) == align.Story {
				told.Sources = append(told.Sources, s)
				continue
			}
			pair := &rules.Case{Drafts: []*article.Article{d}, Sources: []*article.Article{s}, Relation: align.Translation}
			if c.settings.applies(rules.StaleTranslation, d.Path) {
				var err error
				if pair.Changes, err = c.history.changes(ctx, s, d); err != nil {
					r.errs = append(r.errs, err)
				}
			}
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

// byLanguage groups articles that can be peers, in order of their first.
func byLanguage(drafts []*article.Article) (groups [][]*article.Article) {
	for _, d := range drafts {
		i := slices.IndexFunc(groups, func(g []*article.Article) bool { return g[0].Lang == d.Lang })
		if i < 0 {
			i = len(groups)
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], d)
	}
	return groups
}

// runCase runs a case with the settings of its first draft.
func (c *checker) runCase(ctx context.Context, rc *rules.Case, r *result) error {
	return c.runWith(ctx, c.settings.runner(rc.Drafts[0].Path), rc, r)
}

func (c *checker) runWith(ctx context.Context, runner *rules.Runner, rc *rules.Case, r *result) error {
	if rc.Relation == align.Translation {
		c.settings.equip(rc)
	}
	fs, err := runner.Run(ctx, rc)
	r.cases++
	for i := range fs {
		f := report.Resolve(&fs[i])
		if len(rc.Drafts) == 1 || c.settings.keep(&f) {
			r.findings = append(r.findings, f)
		}
	}
	return err
}
