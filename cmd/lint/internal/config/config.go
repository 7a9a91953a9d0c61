// Package config reads .lint.yaml into typed values.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/sourcelint/sourcelint/rules"
)

// Name is the name of the configuration file.
const Name = ".lint.yaml"

// Config is a configuration file. The zero value is what holds without one.
type Config struct {
	Path         string // "" where there is none
	Language     string // of articles that do not say theirs; "": detected
	Exclude      []string
	Rules        map[string]Setting
	Stories      []Story
	Translations []Translation
	Glossary     []string // files
	Lexicon      []string // files
	Overrides    []Override
}

// Setting changes a rule. Its zero value changes nothing.
type Setting struct {
	Off, On  bool // On: not off, where a setting before said so
	Severity *rules.Severity
	Options  map[string]string
}

// Story ties drafts to the sources that they rest on.
type Story struct{ Drafts, Sources []string }

// Translation ties each source that a pattern matches to its translations.
type Translation struct {
	Source     string // a pattern
	Target     string // a path or pattern with {lang}; ** and * stand for what they match in Source
	SourceLang string // "": detected
	Langs      []string
}

// Override changes rules for some paths.
type Override struct {
	Paths []string
	Rules map[string]Setting
}

// Find returns the configuration file for a directory: its own or the nearest
// above it, "" where there is none.
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, Name)
		info, err := os.Stat(path)
		if err == nil && info.Mode().IsRegular() {
			return path, nil
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
			return "", err
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", nil
		}
		dir = up
	}
}

// Load reads a configuration file.
func Load(path string) (*Config, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such file, expected a configuration file (lint init writes one)", path)
	case err != nil:
		return nil, err
	case info.Size() > maxSize:
		return nil, fmt.Errorf("%s: %d bytes, expected a configuration file of at most %d", path, info.Size(), maxSize)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Parse(path, data)
}

// Dir is the directory that patterns are relative to: the file's, as a path that
// is short from the working directory.
func (c *Config) Dir() string {
	if c.Path == "" {
		return "."
	}
	dir := filepath.Dir(c.Path)
	wd, err := os.Getwd()
	if err != nil {
		return dir
	}
	if rel, err := filepath.Rel(wd, dir); err == nil && filepath.IsAbs(dir) {
		return rel
	}
	return dir
}

// Excluded tells whether a path is not to be checked.
func (c *Config) Excluded(path string) bool { return c.matches(c.Exclude, path) }

// For returns the settings of the rules for a path: the file's, changed by its
// overrides in their order.
func (c *Config) For(path string) map[string]Setting {
	out := c.Rules
	for _, o := range c.Overrides {
		if c.matches(o.Paths, path) {
			out = merge(out, o.Rules)
		}
	}
	return out
}

func merge(a, b map[string]Setting) map[string]Setting {
	out := maps.Clone(a)
	if out == nil {
		out = map[string]Setting{}
	}
	for name, s := range b {
		old := out[name]
		if s.Off || s.On {
			old.Off, old.On = s.Off, s.On
		}
		if s.Severity != nil {
			old.Severity = s.Severity
		}
		if len(s.Options) > 0 {
			options := maps.Clone(old.Options)
			if options == nil {
				options = map[string]string{}
			}
			maps.Copy(options, s.Options)
			old.Options = options
		}
		out[name] = old
	}
	return out
}

// matches tells whether one of the patterns matches a path or a directory above it.
func (c *Config) matches(patterns []string, path string) bool {
	if len(patterns) == 0 {
		return false
	}
	rel := c.Rel(path)
	for _, p := range patterns {
		p = strings.TrimSuffix(p, "/")
		if ok, _ := doublestar.Match(p, rel); ok {
			return true
		}
		if ok, _ := doublestar.Match(p+"/**", rel); ok {
			return true
		}
	}
	return false
}

// Rel is a path relative to the configuration file, with slashes.
func (c *Config) Rel(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return filepath.ToSlash(path)
	}
	dir, err := filepath.Abs(c.Dir())
	if err != nil {
		return filepath.ToSlash(path)
	}
	rel, err := filepath.Rel(dir, abs)
	if err != nil {
		return filepath.ToSlash(path)
	}
	return filepath.ToSlash(rel)
}
