package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
	"github.com/sourcelint/sourcelint/rules"
)

// units checks the segment pairs of a bilingual file.
func (c *checker) units(ctx context.Context, path string, r *result) error {
	data, err := input.Read(path, c.std.in)
	if err != nil {
		r.errs = append(r.errs, err)
		return nil
	}
	src, err := article.NewSource(path, data, c.reading.encoding)
	if err != nil {
		r.errs = append(r.errs, err)
		return nil
	}
	r.files = append(r.files, path)
	relation := align.Translation
	if c.reading.relation == story {
		relation = align.Story
	}
	text, row := src.Text(), 0
	var id, from, to int
	for start := 0; start < len(text); row++ {
		line, _, _ := strings.Cut(text[start:], "\n")
		cells := strings.Split(strings.TrimSuffix(line, "\r"), "\t")
		if row == 0 {
			id, from, to = slices.Index(cells, "id"), slices.Index(cells, "source"), slices.Index(cells, "target")
			if from < 0 || to < 0 {
				r.errs = append(r.errs, fmt.Errorf("%s:1:1: no columns source and target, expected a header with both", path))
				return nil
			}
		} else if len(cells) > max(id, from, to) {
			segment := strconv.Itoa(row)
			if id >= 0 {
				segment = cells[id]
			}
			unit := func(column int, lang string) *article.Article {
				at := start
				for _, cell := range cells[:column] {
					at += len(cell) + 1
				}
				var m article.OffsetMap
				m.Verbatim(len(cells[column]), at)
				return src.Unit(article.Unit{
					Segment: segment, Text: cells[column], Offsets: &m, Lang: lang,
					Span: article.Span{Start: at, End: at + len(cells[column])},
				})
			}
			rc := &rules.Case{
				Sources:  []*article.Article{unit(from, c.reading.sourceLang)},
				Drafts:   []*article.Article{unit(to, c.reading.targetLang)},
				Relation: relation, Unit: true,
			}
			if err := c.runCase(ctx, rc, r); err != nil {
				return err
			}
		}
		start += len(line) + 1
	}
	return nil
}
