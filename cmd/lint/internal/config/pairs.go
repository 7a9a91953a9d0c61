package config

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Pair is a source and its translation, as the configuration ties them together.
type Pair struct {
	Source, Target         string // one is "" where the file is missing
	SourceLang, TargetLang string // "": detected
}

// Pairs finds the files of a translation. A source without a target in any
// language has a pair with an empty target, an orphaned target one with an empty
// source; both only where the language has other translations.
func (c *Config) Pairs(t Translation) ([]Pair, error) {
	sources, err := c.Glob([]string{t.Source})
	if err != nil {
		return nil, err
	}
	targets, err := c.targets(t)
	if err != nil {
		return nil, err
	}
	var pairs []Pair
	used := map[string]bool{}
	langs := c.langs(t, targets)
	if t.SourceLang == "" {
		t.SourceLang = c.ownLang(t, sources, targets)
	}
	for _, source := range sources {
		for _, lang := range langs {
			path := c.fill(t, source, lang)
			if path == source {
				continue // the place of a language is the source's own
			}
			p := Pair{Source: source, SourceLang: t.SourceLang, TargetLang: lang}
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				p.Target = path
				used[path] = true
			}
			pairs = append(pairs, p)
		}
	}
	for _, x := range targets {
		if !used[x.path] && slices.Contains(langs, x.lang) && !slices.Contains(sources, x.path) {
			pairs = append(pairs, Pair{Target: x.path, SourceLang: t.SourceLang, TargetLang: x.lang})
		}
	}
	return pairs, nil
}

// Glob finds the files of patterns, relative to the configuration file, sorted,
// without those that are excluded.
func (c *Config) Glob(patterns []string) ([]string, error) {
	var out []string
	for _, p := range patterns {
		matches, err := doublestar.FilepathGlob(filepath.Join(c.Dir(), filepath.FromSlash(p)), doublestar.WithFilesOnly(), doublestar.WithNoFollow())
		if err != nil {
			return nil, err
		}
		for _, m := range matches {
			if !c.Excluded(m) {
				out = append(out, m)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

type target struct{ path, lang string }

// targets finds all files that may be targets, with the language in their path.
func (c *Config) targets(t Translation) ([]target, error) {
	paths, err := c.Glob([]string{strings.ReplaceAll(t.Target, "{lang}", "*")})
	if err != nil {
		return nil, err
	}
	at := regexp.MustCompile("^" + expression(t.Target, true) + "$")
	group := at.SubexpIndex("lang")
	var out []target
	for _, p := range paths {
		m := at.FindStringSubmatch(c.Rel(p))
		if m == nil {
			continue
		}
		lang := ""
		if group >= 0 {
			if lang = m[group]; !folder(lang) || lang == t.SourceLang {
				continue
			}
		}
		out = append(out, target{p, lang})
	}
	return out, nil
}

// langs are the languages of a translation: those named, else those that have
// files, but for the source's own.
func (c *Config) langs(t Translation, targets []target) []string {
	if !strings.Contains(t.Target, "{lang}") {
		if len(t.Langs) > 0 {
			return t.Langs[:1]
		}
		return []string{""}
	}
	if len(t.Langs) > 0 {
		return t.Langs
	}
	var out []string
	source := regexp.MustCompile("^" + expression(t.Source, false) + "$")
	for _, x := range targets {
		if !source.MatchString(c.Rel(x.path)) {
			out = append(out, x.lang)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// ownLang is the language in whose place all sources stand: "en" of en/**/*.md
// beside {lang}/**/*.md; "" where there is none.
func (c *Config) ownLang(t Translation, sources []string, targets []target) string {
	place := map[string]string{}
	for _, x := range targets {
		place[x.path] = x.lang
	}
	own := ""
	for _, source := range sources {
		lang := place[source]
		if lang == "" || own != "" && lang != own || c.fill(t, source, lang) != source {
			return ""
		}
		own = lang
	}
	return own
}

// fill puts what the wildcards of a source match, and a language, into the target.
func (c *Config) fill(t Translation, source, lang string) string {
	m := wildcards(t.Source).FindStringSubmatch(c.Rel(source))
	if m == nil {
		return ""
	}
	m = m[1:]
	var b strings.Builder
	rest := strings.ReplaceAll(t.Target, "{lang}", lang)
	for {
		i := strings.IndexByte(rest, '*')
		if i < 0 || len(m) == 0 {
			break
		}
		b.WriteString(rest[:i])
		b.WriteString(m[0])
		m = m[1:]
		rest = strings.TrimPrefix(rest[i:], "*")
		if strings.HasPrefix(rest, "*") { // **: its match has the slash behind it
			rest = strings.TrimPrefix(strings.TrimPrefix(rest, "*"), "/")
		}
	}
	b.WriteString(rest)
	return filepath.Join(c.Dir(), filepath.FromSlash(b.String()))
}

// wildcards is an expression whose groups are what the wildcards of a pattern match.
func wildcards(pattern string) *regexp.Regexp {
	return regexp.MustCompile("^" + expression(pattern, false) + "$")
}

// expression is a pattern as a regular expression; {lang} is a group of that name.
func expression(pattern string, lang bool) string {
	var b strings.Builder
	for i := 0; i < len(pattern); {
		rest := pattern[i:]
		switch {
		case strings.HasPrefix(rest, "**/"):
			b.WriteString(`((?:[^/]+/)*)`)
			i += 3
		case strings.HasPrefix(rest, "**"):
			b.WriteString(`(.*)`)
			i += 2
		case rest[0] == '*':
			b.WriteString(`([^/]*)`)
			i++
		case rest[0] == '?':
			b.WriteString(`[^/]`)
			i++
		case lang && strings.HasPrefix(rest, "{lang}"):
			b.WriteString(`(?P<lang>[A-Za-z0-9-]+)`)
			i += len("{lang}")
		case rest[0] == '[' && strings.Contains(rest, "]"):
			n := strings.IndexByte(rest, ']')
			b.WriteString(rest[:n+1])
			i += n + 1
		default:
			b.WriteString(regexp.QuoteMeta(rest[:1]))
			i++
		}
	}
	return b.String()
}
