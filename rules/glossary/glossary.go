// Package glossary reads lists of terms and their translations and finds the terms
// in articles, in whatever form they are inflected.
package glossary

import (
	"errors"
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/sourcelint/sourcelint/align/article"
)

// Entry is a term of the source language and how it is to be rendered.
type Entry struct {
	Source         string
	Targets        []string // renderings that are right; the first one is preferred
	Forbidden      []string // renderings that are wrong
	DoNotTranslate bool     // the term stands in the translation as it is
	PartOfSpeech   string   // "noun", "verb", ...; "" where it does not matter
	Paths          []string // globs of the files it holds for; none: all
	Note           string

	Path string // of the glossary
	At   article.Position
}

// Holds tells whether the entry is for a file.
func (e *Entry) Holds(file string) bool {
	if len(e.Paths) == 0 {
		return true
	}
	file = path.Clean(filepath.ToSlash(file))
	for _, p := range e.Paths {
		if ok, err := doublestar.Match(p, file); ok && err == nil {
			return true
		}
	}
	return false
}

// Options tell which languages of a glossary are wanted: TBX holds many.
type Options struct {
	SourceLang, TargetLang string // BCP 47
}

// Read reads a glossary in the format that its extension names: .csv, .tsv, .tbx,
// .yaml or .yml. What is wrong with it is a joined error of [*article.Error]
// values, one a fault; entries without fault are returned all the same.
func Read(file string, data []byte, opt Options) ([]*Entry, error) {
	src, err := article.NewSource(file, data, "")
	if err != nil {
		return nil, err
	}
	r := &reader{src: src, path: file, opt: opt}
	switch strings.ToLower(filepath.Ext(file)) {
	case ".csv":
		r.table(',')
	case ".tsv", ".tab":
		r.table('\t')
	case ".tbx", ".xml":
		r.tbx()
	case ".yaml", ".yml":
		r.yaml()
	default:
		r.errs = append(r.errs, &article.Error{Path: file, Msg: "not a glossary by its extension, expected .csv, .tsv, .tbx or .yaml"})
	}
	return r.entries, errors.Join(r.errs...)
}

// reader is a glossary being read.
type reader struct {
	src     *article.Source
	path    string
	opt     Options
	entries []*Entry
	errs    []error
}

// fail notes a fault at an offset into the decoded text.
func (r *reader) fail(at int, format string, args ...any) {
	at = max(0, min(at, len(r.src.Text())))
	r.errs = append(r.errs, r.src.Errorf(r.src.Offset(article.Span{Start: at, End: at}).Start, format, args...))
}

// add takes in an entry that stands at an offset, if it is one.
func (r *reader) add(e *Entry, at int) {
	e.Source = strings.TrimSpace(e.Source)
	switch {
	case e.Source == "":
		r.fail(at, "a term without source, expected the term in the source language")
		return
	case len(e.Targets) == 0 && len(e.Forbidden) == 0 && !e.DoNotTranslate:
		r.fail(at, "the term %q has no translation, expected target, forbidden or do-not-translate", e.Source)
		return
	case len(e.Targets) > 0 && e.DoNotTranslate && (len(e.Targets) > 1 || e.Targets[0] != e.Source):
		r.fail(at, "the term %q has a translation and is not to be translated, expected one of the two", e.Source)
		return
	}
	for _, p := range e.Paths {
		if !doublestar.ValidatePattern(p) {
			r.fail(at, "%q is no pattern for paths, expected one such as docs/**/*.md", p)
			return
		}
	}
	for _, f := range e.Forbidden {
		for _, t := range e.Targets {
			if strings.EqualFold(f, t) {
				r.fail(at, "%q is both a translation of %q and forbidden, expected one of the two", f, e.Source)
				return
			}
		}
	}
	e.Path = r.path
	e.At = r.src.Position(r.src.Offset(article.Span{Start: at, End: at}).Start)
	r.entries = append(r.entries, e)
}

// list splits a cell that holds several terms.
func list(cell string) []string {
	var out []string
	for t := range strings.SplitSeq(cell, "|") {
		if t = strings.TrimSpace(t); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// truth reads a yes or no.
func truth(s string) (value, ok bool) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "yes", "true", "1", "x", "y":
		return true, true
	case "", "no", "false", "0", "n":
		return false, true
	}
	return false, false
}
