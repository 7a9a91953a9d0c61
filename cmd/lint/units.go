package main

import (
	"context"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/bilingual"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
	"github.com/sourcelint/sourcelint/rules"
)

// units checks the segment pairs of a bilingual file, which is read as a stream.
func (c *checker) units(ctx context.Context, path string, r *result) error {
	file, err := input.Open(path, c.std.in)
	if err != nil {
		r.errs = append(r.errs, err)
		return nil
	}
	defer file.Close()
	name := path
	if path == input.Stdin && c.reading.stdinPath != "" {
		name = c.reading.stdinPath
	}
	r.files = append(r.files, path)
	relation := align.Translation
	if c.reading.relation == story {
		relation = align.Story
	}
	opt := bilingual.Options{Encoding: c.reading.encoding, SourceLang: c.reading.sourceLang, TargetLang: c.reading.targetLang}
	for u, err := range bilingual.Read(name, file, opt) {
		switch {
		case err != nil:
			r.errs = append(r.errs, err)
			continue
		case !u.State.Checked():
			continue
		}
		source, target := u.Articles()
		rc := &rules.Case{Sources: []*article.Article{source}, Drafts: []*article.Article{target}, Relation: relation, Unit: true}
		if err := c.runCase(ctx, rc, r); err != nil {
			return err
		}
	}
	return nil
}
