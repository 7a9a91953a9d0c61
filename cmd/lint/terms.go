package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/bilingual"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/config"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
	"github.com/sourcelint/sourcelint/rules"
	"github.com/sourcelint/sourcelint/rules/glossary"
	"github.com/spf13/pflag"
)

// glossaries are the terms of --glossary and of configurations. Each file is read
// once, and made ready once for each pair of languages. They are safe for
// concurrent use.
type glossaries struct {
	named []string // by --glossary

	mu    sync.Mutex
	files map[string][]byte // by path; nil where the file could not be read
	terms map[string]*glossary.Terms
	errs  []error
	told  map[string]bool // faults that were reported: several pairs of languages meet the same
}

// glossaryFlag defines --glossary.
func glossaryFlag(f *pflag.FlagSet, files *[]string) {
	f.StringArrayVar(files, "glossary", nil, "a `file` of terms and their translations; may be repeated")
}

// dictionary returns the words of --glossary for a pair of languages, nil where
// there are none.
func (g *glossaries) dictionary(source, target string) (align.Dictionary, error) {
	terms := g.of(&config.Config{}, source, target)
	if err := errors.Join(g.errs...); err != nil || terms == nil {
		return nil, err
	}
	return terms.Dictionary(), nil
}

// check reads the files of --glossary, so that their faults are told though no
// translation is checked.
func (g *glossaries) check() error {
	for _, path := range g.named {
		if bilingual.FormatOf(path) == bilingual.TMX {
			file, err := input.Open(path, nil)
			if err != nil {
				return err
			}
			file.Close() //nolint:errcheck // nothing was written
			continue
		}
		data, err := input.Read(path, nil)
		if err != nil {
			return err
		}
		_, err = glossary.Read(path, data, glossary.Options{})
		g.fault(err)
	}
	return nil
}

// list names the files that hold for a configuration.
func (g *glossaries) list(cfg *config.Config) []string {
	var files []string
	for _, pattern := range cfg.Glossary {
		found, err := cfg.Glob([]string{pattern})
		if err == nil && len(found) == 0 {
			err = fmt.Errorf("no file matches glossary %q, expected a path relative to this file", pattern)
		}
		if err != nil {
			g.fault(fmt.Errorf("%s: %w", cfg.Path, err))
		}
		files = append(files, found...)
	}
	for _, f := range g.named {
		if !slices.Contains(files, f) {
			files = append(files, f)
		}
	}
	return files
}

// of returns the terms for a pair of languages, nil where there are none.
func (g *glossaries) of(cfg *config.Config, source, target string) *glossary.Terms {
	if len(g.named) == 0 && len(cfg.Glossary) == 0 {
		return nil
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	key := cfg.Path + "\x00" + source + "\x00" + target
	if t, ok := g.terms[key]; ok {
		return t
	}
	if g.terms == nil {
		g.terms, g.files = map[string]*glossary.Terms{}, map[string][]byte{}
	}
	t := g.load(g.list(cfg), source, target)
	g.terms[key] = t
	return t
}

func (g *glossaries) load(files []string, source, target string) *glossary.Terms {
	var entries []*glossary.Entry
	var memory *glossary.Memory
	for _, path := range files {
		if bilingual.FormatOf(path) == bilingual.TMX {
			if memory == nil {
				memory = glossary.NewMemory(source, target)
			}
			g.learn(memory, path, source, target)
			continue
		}
		data, ok := g.files[path]
		if !ok {
			var err error
			if data, err = input.Read(path, nil); err != nil {
				g.fault(err)
			}
			g.files[path] = data
		}
		if data == nil {
			continue
		}
		list, err := glossary.Read(path, data, glossary.Options{SourceLang: source, TargetLang: target})
		entries = append(entries, list...)
		g.fault(err)
	}
	var dict *glossary.Dictionary
	if memory != nil {
		dict = memory.Dictionary()
	}
	return glossary.NewTerms(entries, source, target, dict)
}

// learn reads a translation memory, for aligning.
func (g *glossaries) learn(m *glossary.Memory, path, source, target string) {
	file, err := input.Open(path, nil)
	if err != nil {
		g.fault(err)
		return
	}
	defer file.Close() //nolint:errcheck // nothing was written
	for u, err := range bilingual.Read(path, file, bilingual.Options{SourceLang: source, TargetLang: target}) {
		switch {
		case err != nil:
			g.fault(err)
		case u.Source.Present && u.Target.Present:
			m.Add(u.Articles())
		}
		if m.Full() {
			return
		}
	}
}

// fault keeps what is wrong with a glossary, once.
func (g *glossaries) fault(err error) {
	if err == nil {
		return
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			g.fault(e)
		}
		return
	}
	if g.told == nil {
		g.told = map[string]bool{}
	}
	if !g.told[err.Error()] {
		g.told[err.Error()] = true
		g.errs = append(g.errs, err)
	}
}

// equip hands a case of a translation its terms.
func (s *settings) equip(rc *rules.Case) {
	source, draft := rc.Sources[0], rc.Drafts[0]
	cfg := s.of(draft.Path)
	if rc.Terms = s.glossaries.of(cfg, source.Lang, draft.Lang); rc.Terms != nil && cfg.Path != "" {
		rc.TermsPath = cfg.Rel(draft.Path)
	}
	if rc.TermsPath == "" {
		rc.TermsPath = filepath.ToSlash(draft.Path)
	}
}
