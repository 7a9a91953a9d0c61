package rules

import "github.com/sourcelint/sourcelint/align/article"

// StaleTranslation reports a paragraph of a translation whose source changed after
// the translation was last brought up to date. That is told by git: of the
// translation, by the last commit that changed it or by the source-commit that its
// front matter names; of the source, by what is new in it since that commit.
//
// Why: the translation says what the source said then.
//
// Fires:
//
//	(es-en changed) Gire la manija. ~ Turn the handle slowly.
//
// Quiet:
//
//	(es-en) Gire la manija. ~ Turn the handle.
//
// Misses: paragraphs that were stale already when the translation was last changed
// for another reason; what was only deleted from a paragraph's end; changes of white
// space; files outside git.
var StaleTranslation = &Rule{
	Name:     "stale-translation",
	Category: Mistranslation,
	Severity: Warning,
	Scope:    Translation,
	Check:    checkStaleTranslation,
}

func checkStaleTranslation(p *Pass) {
	changes := p.Case.Changes
	if changes == nil || len(changes.Lines) == 0 || p.Case.Unit {
		return
	}
	c := p.correspondence()
	s, t := p.Alignment.Source.Article, p.Alignment.Target.Article
	told := make([]bool, len(c.stretches))
	for i := range s.Blocks {
		st := c.of[0][i]
		if st < 0 || told[st] || len(c.stretches[st].target) == 0 || !changes.touch(s, s.Blocks[i].Span) {
			continue
		}
		told[st] = true
		p.Report(Finding{
			Severity: Warning, Confidence: 0.8,
			At:      Mention{Sheet: p.Alignment.Target, Span: t.Blocks[c.stretches[st].target[0]].Span},
			Related: []Mention{{Sheet: p.Alignment.Source, Span: s.Blocks[i].Span}},
			Message: "the source changed here after it was translated (since " + changes.Since + ")",
		})
	}
}

// touch tells whether a changed line is among those of a span of the source.
func (c *Changes) touch(a *article.Article, s article.Span) bool {
	first, last := a.Position(s.Start).Line, a.Position(max(s.Start, s.End-1)).Line
	for _, l := range c.Lines {
		if l[0] <= last && first <= l[1] {
			return true
		}
	}
	return false
}
