package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"github.com/sourcelint/sourcelint/align/bilingual"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/config"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
)

// job is a set of files that are checked together.
type job struct {
	drafts, sources        []string
	relation               relation
	sourceLang, targetLang string // "": as the flags say, else detected
	bilingual              bool   // one draft, a file of segment pairs
	front                  bool   // the sources that the front matter names count too
}

// plan is what there is to do.
type plan struct {
	jobs  []job
	errs  []error
	notes []string

	catalogues []string // named without a source
}

// plan makes jobs of the arguments: named articles belong together, what was
// found below a directory stands by itself or with what the configuration ties
// it to. Without arguments, all that the configuration ties together.
func (c *checker) plan(args []string) *plan {
	p := &plan{}
	if len(args) == 0 {
		c.planProject(p)
		return p
	}
	drafts, errs := input.Find(args, c.settings.excluded)
	p.errs = errs
	sources, errs := input.Find(c.sources.list, c.settings.excluded)
	p.errs = append(p.errs, errs...)
	if errs := overlap(drafts, sources); len(errs) > 0 {
		p.errs = append(p.errs, errs...)
		drafts = without(drafts, sources)
	}
	lost := len(c.sources.list) > 0 && len(sources) == 0 // which is told; the drafts are still checked, each by itself
	together := job{sources: paths(sources), relation: c.reading.relation}
	var single []input.File
	for _, d := range drafts {
		switch {
		case len(c.sources.list) == 0 && d.Named && bilingual.CatalogueOf(d.Path) != bilingual.NoCatalogue:
			p.catalogues = append(p.catalogues, d.Path)
			single = append(single, d)
		case c.bilingual(d.Path):
			p.jobs = append(p.jobs, job{drafts: []string{d.Path}, bilingual: true})
		case lost, (d.Tree || c.each) && len(sources) == 0:
			single = append(single, d)
		default:
			together.drafts = append(together.drafts, d.Path)
		}
	}
	switch {
	case len(together.drafts) == 1 && len(sources) == 0:
		single = append([]input.File{{Path: together.drafts[0]}}, single...)
	case len(together.drafts) > 0:
		p.jobs = append([]job{together}, p.jobs...)
	}
	c.planSingle(p, single)
	for _, path := range p.catalogues {
		if slices.ContainsFunc(p.jobs, func(j job) bool { return slices.Contains(j.drafts, path) && len(j.sources) == 0 }) {
			p.notes = append(p.notes, path+": messages of one language, expected their source after --source or under translations: in "+config.Name)
		}
	}
	return p
}

// bilingual tells whether a file holds segment pairs.
func (c *checker) bilingual(path string) bool {
	if path == input.Stdin {
		path = c.reading.stdinPath
	}
	return input.Bilingual(path)
}

// overlap words the errors of drafts that are sources too.
func overlap(drafts, sources []input.File) (errs []error) {
	for _, d := range drafts {
		if slices.ContainsFunc(sources, d.Same) {
			errs = append(errs, fmt.Errorf("%s: is a draft and a source, expected the texts to check as arguments and only those they rest on after --source", d.Path))
		}
	}
	return errs
}

func without(drafts, sources []input.File) []input.File {
	return slices.DeleteFunc(drafts, func(d input.File) bool { return slices.ContainsFunc(sources, d.Same) })
}

func paths(files []input.File) (out []string) {
	for _, f := range files {
		out = append(out, f.Path)
	}
	return out
}

// planProject plans what the configuration of the working directory ties together
// and what front matter names.
func (c *checker) planProject(p *plan) {
	cfg := c.settings.ofDir(".")
	jobs := c.ties(p, cfg, true)
	tied := map[string]bool{}
	for _, j := range jobs {
		for _, d := range j.drafts {
			tied[c.clean(d)] = true
		}
	}
	p.jobs = jobs
	if cfg.Path == "" && len(c.settings.errs) > 0 {
		return // the fault is reported with the settings
	}
	files, _ := input.Find([]string{cfg.Dir()}, cfg.Excluded) // a project without articles is no fault
	for _, f := range files {
		if !tied[c.clean(f.Path)] && !input.Bilingual(f.Path) && input.HasSources(f.Path) {
			p.jobs = append(p.jobs, job{drafts: []string{f.Path}, relation: c.reading.relation, front: true})
		}
	}
}

// planSingle plans articles that are checked by themselves, unless the
// configuration ties them to others.
func (c *checker) planSingle(p *plan, files []input.File) {
	wanted := map[string]bool{}
	var cfgs []*config.Config
	for _, f := range files {
		wanted[c.clean(f.Path)] = true
		if cfg := c.settings.of(f.Path); !slices.Contains(cfgs, cfg) {
			cfgs = append(cfgs, cfg)
		}
	}
	tied := map[string]bool{}
	for _, cfg := range cfgs {
		for _, j := range c.ties(p, cfg, false) {
			j.drafts = slices.DeleteFunc(j.drafts, func(d string) bool { return !wanted[c.clean(d)] })
			if len(j.drafts) == 0 {
				continue
			}
			for _, d := range j.drafts {
				tied[c.clean(d)] = true
			}
			p.jobs = append(p.jobs, j)
		}
	}
	for _, f := range files {
		if !tied[c.clean(f.Path)] {
			p.jobs = append(p.jobs, job{drafts: []string{f.Path}, relation: c.reading.relation, front: true})
		}
	}
}

func (c *checker) clean(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// ties makes jobs of the stories and translations of a configuration.
func (c *checker) ties(p *plan, cfg *config.Config, notes bool) (jobs []job) {
	glob := func(patterns []string) []string {
		files, err := cfg.Glob(patterns)
		if err != nil {
			p.errs = append(p.errs, fmt.Errorf("%s: %w", cfg.Path, err))
		}
		return files
	}
	for _, s := range cfg.Stories {
		drafts, sources := glob(s.Drafts), glob(s.Sources)
		drafts = slices.DeleteFunc(drafts, func(d string) bool { return slices.Contains(sources, d) })
		if len(drafts) == 0 && notes {
			p.notes = append(p.notes, fmt.Sprintf("%s: no file matches drafts %q", cfg.Path, s.Drafts))
		}
		if len(drafts) > 0 {
			jobs = append(jobs, job{drafts: drafts, sources: sources, relation: story})
		}
	}
	for _, t := range cfg.Translations {
		pairs, err := cfg.Pairs(t)
		if err != nil {
			p.errs = append(p.errs, fmt.Errorf("%s: %w", cfg.Path, err))
		}
		if len(pairs) == 0 && notes {
			p.notes = append(p.notes, fmt.Sprintf("%s: no file matches source %q", cfg.Path, t.Source))
		}
		if notes {
			p.notes = append(p.notes, unpaired(pairs)...)
		}
		for _, x := range pairs {
			if x.Source != "" && x.Target != "" {
				jobs = append(jobs, job{drafts: []string{x.Target}, sources: []string{x.Source}, relation: translation,
					sourceLang: x.SourceLang, targetLang: x.TargetLang})
			}
		}
	}
	return jobs
}

// mostUnpaired is how many files without their counterpart are named one by one.
const mostUnpaired = 20

// unpaired are notes on the sources that have no translation and the translations
// that have no source; where they are many, on how many more there are.
func unpaired(pairs []config.Pair) (notes []string) {
	type missing struct{ source, target int }
	more := map[string]*missing{} // by language
	named := 0
	for _, x := range pairs {
		if x.Source != "" && x.Target != "" {
			continue
		}
		if named++; named > mostUnpaired {
			m := more[x.TargetLang]
			if m == nil {
				m = &missing{}
				more[x.TargetLang] = m
			}
			if x.Source == "" {
				m.source++
			} else {
				m.target++
			}
			continue
		}
		if x.Source == "" {
			notes = append(notes, fmt.Sprintf("%s: a translation without source", x.Target))
		} else {
			notes = append(notes, fmt.Sprintf("%s: not translated%s", x.Source, into(x.TargetLang)))
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(more)) {
		if n := more[lang].target; n > 0 {
			notes = append(notes, fmt.Sprintf("%d more sources are not translated%s", n, into(lang)))
		}
		if n := more[lang].source; n > 0 {
			notes = append(notes, fmt.Sprintf("%d more translations%s without source", n, into(lang)))
		}
	}
	return notes
}

func into(lang string) string {
	if lang == "" {
		return ""
	}
	return " into " + lang
}
