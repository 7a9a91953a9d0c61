package main

import (
	"errors"
	"fmt"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/bilingual"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/config"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
	"github.com/spf13/pflag"
)

// reading holds the flags that tell how texts are read; all subcommands that
// read texts have them.
type reading struct {
	sourceLang, targetLang string
	encoding               string
	relation               relation
	stdinPath              string
}

func (r *reading) flags(f *pflag.FlagSet) {
	r.relation = auto
	f.Var((*tag)(&r.sourceLang), "source-lang", "language of the sources, a BCP 47 `tag` such as en (default: detected)")
	f.Var((*tag)(&r.targetLang), "target-lang", "language of the drafts, a BCP 47 `tag` such as es (default: detected)")
	f.StringVar(&r.encoding, "encoding", "", "encoding of files that do not declare theirs, such as windows-1252 (default: utf-8)")
	f.Var(&r.relation, "relation", "how drafts and sources belong together: `auto`, story or translation")
	f.StringVar(&r.stdinPath, "stdin-path", "", "the `name` of standard input: tells its format and the settings that apply")
}

// options returns how a draft or a source is read.
func (r *reading) options(source bool) article.Options {
	opt := article.Options{Encoding: r.encoding, Lang: r.targetLang}
	if source {
		opt.Lang = r.sourceLang
	}
	return opt
}

// name is the path by which a file is known: standard input has that of --stdin-path.
func (r *reading) name(path string) string {
	if path == input.Stdin && r.stdinPath != "" {
		return r.stdinPath
	}
	return path
}

// errNoSource is the fault of peers that are called translations.
var errNoSource = errors.New("--relation translation: no source, expected the translated text as the argument and its original after --source")

// bilingual returns how a bilingual file is read.
func (r *reading) bilingual() bilingual.Options {
	return bilingual.Options{Encoding: r.encoding, SourceLang: r.sourceLang, TargetLang: r.targetLang}
}

// tag is the value of a flag that names a language.
type tag string

func (t *tag) String() string { return string(*t) }
func (t *tag) Type() string   { return "tag" }

func (t *tag) Set(s string) error {
	if !config.Tag(s) {
		return errors.New("no language tag, expected one such as en or pt-BR")
	}
	*t = tag(s)
	return nil
}

// relation is the value of --relation.
type relation string

const (
	auto        relation = "auto"
	story       relation = "story"
	translation relation = "translation"
)

func (r *relation) String() string { return string(*r) }
func (r *relation) Type() string   { return "auto|story|translation" }

func (r *relation) Set(s string) error {
	switch v := relation(s); v {
	case auto, story, translation:
		*r = v
		return nil
	}
	return fmt.Errorf("unknown relation, expected auto, story or translation")
}

// of tells how a source and a draft belong together: as the flag says, else
// translation where their languages differ or their sentences run in parallel.
func (r relation) of(source, draft *article.Article) align.Relation {
	switch {
	case r == story:
		return align.Story
	case r == translation, source.Lang != draft.Lang && source.Lang != "und" && draft.Lang != "und":
		return align.Translation
	}
	return align.Relate(source, draft)
}
