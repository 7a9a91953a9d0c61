package main

import (
	"fmt"
	"sync"

	"github.com/sourcelint/sourcelint/cmd/lint/internal/config"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// lexicons holds the lexicons that configurations extend with words of their own.
// It may be used by several goroutines.
type lexicons struct {
	mu    sync.Mutex
	files map[string][]lexicon.File   // by configuration
	known map[string]*lexicon.Lexicon // by configuration and language
	told  map[string]bool             // faults that are told already
	errs  []error
}

// of returns what looks up the lexicon of a language for a configuration, nil
// where it adds nothing to the one that is built in.
func (x *lexicons) of(cfg *config.Config) func(tag string) *lexicon.Lexicon {
	if len(cfg.Lexicon) == 0 {
		return nil
	}
	return func(tag string) *lexicon.Lexicon {
		x.mu.Lock()
		defer x.mu.Unlock()
		key := cfg.Path + "\x00" + tag
		if l, ok := x.known[key]; ok {
			return l
		}
		if x.known == nil {
			x.known, x.files, x.told = map[string]*lexicon.Lexicon{}, map[string][]lexicon.File{}, map[string]bool{}
		}
		l, err := lexicon.For(tag).Extend(x.read(cfg)...)
		if err != nil {
			x.fault(err)
			l = lexicon.For(tag)
		}
		x.known[key] = l
		return l
	}
}

// read reads the files that a configuration names, once.
func (x *lexicons) read(cfg *config.Config) []lexicon.File {
	if files, ok := x.files[cfg.Path]; ok {
		return files
	}
	files := []lexicon.File{}
	for _, pattern := range cfg.Lexicon {
		paths, err := cfg.Glob([]string{pattern})
		if err == nil && len(paths) == 0 {
			err = fmt.Errorf("no file matches lexicon %q, expected a path relative to this file", pattern)
		}
		if err != nil {
			x.fault(fmt.Errorf("%s: %w", cfg.Path, err))
		}
		for _, p := range paths {
			data, err := input.Read(p, nil)
			if err != nil {
				x.fault(err)
				continue
			}
			files = append(files, lexicon.File{Path: p, Text: string(data)})
		}
	}
	x.files[cfg.Path] = files
	return files
}

// fault keeps an error that the command ends with, once.
func (x *lexicons) fault(err error) {
	if !x.told[err.Error()] {
		x.told[err.Error()] = true
		x.errs = append(x.errs, err)
	}
}
