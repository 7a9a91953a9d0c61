package main

import (
	"cmp"
	"context"
	"iter"
	"path/filepath"
	"strings"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/bilingual"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/parallel"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/report"
	"github.com/sourcelint/sourcelint/rules"
)

// batch is how many units are checked at a time: enough to outweigh the cost of
// handing them over, few enough to keep all processors busy.
const batch = 64

// item is a unit or the error in its place.
type item struct {
	unit *bilingual.Unit
	err  error
}

// units checks the segment pairs of a bilingual file, which is read as a stream.
func (c *checker) units(ctx context.Context, path string, r *result) error {
	file, err := input.Open(path, c.std.in)
	if err != nil {
		r.errs = append(r.errs, err)
		return nil
	}
	defer file.Close() //nolint:errcheck // nothing was written
	name := c.reading.name(path)
	r.files = append(r.files, name)
	counted := &counter{r: file}
	err = c.unitsOf(ctx, name, bilingual.Read(name, counted, c.reading.bilingual()), c.learn(path, name), r)
	r.bytes += int(counted.n)
	return err
}

// learn reads the first units of a file of translations for the vocabulary that
// they teach; nil where there is none to learn: the file is no stream that can be
// read twice, or in one language.
func (c *checker) learn(path, name string) *align.Vocabulary {
	if path == input.Stdin || c.reading.relation == story {
		return nil
	}
	file, err := input.Open(path, nil)
	if err != nil {
		return nil
	}
	defer file.Close() //nolint:errcheck // nothing was written
	var l *align.Learner
	for u, err := range bilingual.Read(name, file, c.reading.bilingual()) {
		switch {
		case err != nil || !u.Source.Present || !u.Target.Present:
			continue
		case language.Base(u.Source.Lang) == language.Base(u.Target.Lang):
			return nil
		case l == nil:
			l = align.NewLearner(u.Source.Lang, u.Target.Lang)
		}
		if l.Full() {
			break
		}
		l.Add(u.Number, u.Source.Text, u.Target.Text)
	}
	if l == nil {
		return nil
	}
	return l.Vocabulary()
}

// catalogues checks the messages of a catalogue against those of its source.
func (c *checker) catalogues(ctx context.Context, j *job, r *result) error {
	var files [2]bilingual.File
	for i, path := range []string{j.sources[0], j.drafts[0]} {
		data, err := input.Read(path, c.std.in)
		if err != nil {
			r.errs = append(r.errs, err)
			return nil
		}
		files[i] = bilingual.File{Path: c.reading.name(path), Data: data}
		r.files = append(r.files, files[i].Path)
		r.bytes += len(data)
	}
	opt := c.reading.bilingual()
	opt.SourceLang, opt.TargetLang = cmp.Or(opt.SourceLang, j.sourceLang), cmp.Or(opt.TargetLang, j.targetLang)
	return c.unitsOf(ctx, files[1].Path, bilingual.ReadPair(files[0], files[1], opt), nil, r)
}

// unitsOf checks units, several at a time.
func (c *checker) unitsOf(ctx context.Context, name string, units iter.Seq2[*bilingual.Unit, error], v *align.Vocabulary, r *result) error {
	runner := c.settings.runner(name)
	r.memory = &rules.Consistency{}
	return parallel.Ordered(ctx, c.jobs, batches(units), func(items []item) (out result) {
		for _, it := range items {
			if it.err != nil {
				out.errs = append(out.errs, it.err)
				continue
			}
			if out.fatal = c.unit(ctx, runner, it.unit, v, &out); out.fatal != nil {
				break
			}
		}
		return out
	}, func(out result) error {
		for i := range out.renderings {
			out.add(inconsistencies(r.memory.Add(out.renderings[i])))
		}
		out.renderings = nil
		r.add(out)
		return out.fatal
	})
}

// unit checks one segment pair.
func (c *checker) unit(ctx context.Context, runner *rules.Runner, u *bilingual.Unit, v *align.Vocabulary, r *result) error {
	if !u.State.Checked() || !u.Source.Present && strings.TrimSpace(u.Target.Text) == "" {
		return nil
	}
	if u.State == bilingual.Untranslated && strings.EqualFold(filepath.Ext(u.Target.Source().Path()), ".pot") {
		return nil // a template
	}
	r.units++
	rc := rules.UnitCase(u)
	rc.Vocabulary = v
	if c.reading.relation == story {
		rc.Relation = align.Story
	}
	if x, ok := rules.RenderingOf(runner, rc); ok {
		r.renderings = append(r.renderings, x)
	}
	before := len(r.findings)
	err := c.runWith(ctx, runner, rc, r)
	if rc.Segment.Pending {
		// The file says itself that the unit awaits translation or review.
		for i := range r.findings[before:] {
			r.findings[before+i].Severity = rules.Info
		}
	}
	return err
}

// inconsistencies makes a result of what is inconsistent between units.
func inconsistencies(fs []rules.Finding) (r result) {
	for i := range fs {
		r.findings = append(r.findings, report.Resolve(&fs[i]))
	}
	return r
}

func batches(units iter.Seq2[*bilingual.Unit, error]) iter.Seq[[]item] {
	return func(yield func([]item) bool) {
		var items []item
		for u, err := range units {
			items = append(items, item{u, err})
			if len(items) == batch {
				if !yield(items) {
					return
				}
				items = nil
			}
		}
		if len(items) > 0 {
			yield(items)
		}
	}
}
