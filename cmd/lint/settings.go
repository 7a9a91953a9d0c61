package main

import (
	"maps"
	"path/filepath"
	"slices"
	"sync"

	"github.com/sourcelint/sourcelint/cmd/lint/internal/config"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/report"
	"github.com/sourcelint/sourcelint/rules"
)

// settings tell which rules apply to a path, by configuration and flags. It is
// safe for concurrent use.
type settings struct {
	fixed         *config.Config // --config
	only, disable []string
	glossaries    glossaries
	lexicons      lexicons

	mu    sync.Mutex
	dirs  map[string]*config.Config // by directory
	files map[string]*config.Config // by the configuration's path
	errs  []error
}

func newSettings(path string, only, disable []string) (*settings, error) {
	s := &settings{only: only, disable: disable, dirs: map[string]*config.Config{}, files: map[string]*config.Config{}}
	if path != "" {
		cfg, err := config.Load(path)
		if err != nil {
			return nil, err
		}
		s.fixed = cfg
	}
	return s, nil
}

// of is the configuration that holds for a path. A faulty one is reported once
// and counts as empty.
func (s *settings) of(path string) *config.Config {
	if path == input.Stdin {
		path = "."
	}
	return s.ofDir(filepath.Dir(path))
}

func (s *settings) ofDir(dir string) *config.Config {
	if s.fixed != nil {
		return s.fixed
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if cfg := s.dirs[dir]; cfg != nil {
		return cfg
	}
	cfg := s.load(dir)
	s.dirs[dir] = cfg
	return cfg
}

func (s *settings) load(dir string) *config.Config {
	path, err := config.Find(dir)
	if err == nil && path == "" {
		return &config.Config{}
	}
	if cfg := s.files[path]; cfg != nil && err == nil {
		return cfg
	}
	var cfg *config.Config
	if err == nil {
		if wd, e := filepath.Abs("."); e == nil {
			if rel, e := filepath.Rel(wd, path); e == nil {
				cfg, err = config.Load(rel)
			}
		}
		if cfg == nil && err == nil {
			cfg, err = config.Load(path)
		}
	}
	if err != nil {
		s.errs = append(s.errs, err)
		cfg = &config.Config{}
	}
	s.files[path] = cfg
	return cfg
}

// faults adds the errors of configurations to a result.
func (s *settings) faults(r *result) {
	r.errs = slices.Concat(s.errs, s.glossaries.errs, s.lexicons.errs, r.errs)
}

// excluded tells whether the configuration leaves a path out.
func (s *settings) excluded(path string) bool { return s.of(path).Excluded(path) }

// runner applies the rules as they are set for a path.
func (s *settings) runner(path string) *rules.Runner {
	cfg := s.of(path)
	set := cfg.For(path)
	r := &rules.Runner{Severities: map[string]rules.Severity{}, Options: map[string]map[string]string{}, Lexicon: s.lexicons.of(cfg)}
	r.Rules = []*rules.Rule{}
	for _, rule := range rules.Suite {
		v := set[rule.Name]
		if !s.enabled(rule, v) {
			continue
		}
		r.Rules = append(r.Rules, rule)
		if v.Severity != nil {
			r.Severities[rule.Name] = *v.Severity
		}
		if len(v.Options) > 0 {
			r.Options[rule.Name] = maps.Clone(v.Options)
		}
	}
	return r
}

func (s *settings) enabled(rule *rules.Rule, v config.Setting) bool {
	if len(s.only) > 0 {
		return slices.Contains(s.only, rule.Name) && !slices.Contains(s.disable, rule.Name)
	}
	return !v.Off && !slices.Contains(s.disable, rule.Name)
}

// applies tells whether a rule is asked about a path.
func (s *settings) applies(rule *rules.Rule, path string) bool {
	return s.enabled(rule, s.of(path).For(path)[rule.Name])
}

// keep tells whether the settings of a finding's own path admit it, and sets its
// severity: in a case of several drafts the runner has the settings of the first.
func (s *settings) keep(f *report.Finding) bool {
	v := s.of(f.At.Path).For(f.At.Path)[f.Rule.Name]
	if v.Severity != nil {
		f.Severity = *v.Severity
	}
	return s.enabled(f.Rule, v)
}
