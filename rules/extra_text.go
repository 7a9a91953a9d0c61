package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/article"
)

// ExtraText reports paragraphs, sentences, headings and code of a translated document
// that its source does not have.
//
// Why: the source dropped them since, or the translator added them; either way
// readers of the translation read another text.
//
// Fires:
//
//	(es-en) El faro se ve desde el pueblo. ¶ Los domingos se puede subir a la torre con un guía. ¶ El puerto abre a las seis. ~ The lighthouse can be seen from the village. ¶ The harbour opens at six.
//
// Quiet:
//
//	(es-en) El faro se ve desde el pueblo. ¶ El puerto abre a las seis. ~ The lighthouse can be seen from the village. The harbour opens at six.
//
// Misses: blocks and sentences of a few letters; a paragraph or sentence that stands
// in the place of others.
var ExtraText = &Rule{
	Name:     "extra-text",
	Category: Addition,
	Severity: Warning,
	Scope:    Translation,
	Check:    checkExtraText,
}

func checkExtraText(p *Pass) {
	if p.Case.Unit {
		return
	}
	p.extraSentences()
	c := p.correspondence()
	a := p.Alignment.Target.Article
	for _, g := range c.gaps(1) {
		if !c.lost(1, &g) {
			continue
		}
		at := Mention{Sheet: p.Alignment.Target, Span: a.Blocks[g.blocks[0]].Span}
		f := Finding{Severity: Warning, Confidence: 0.8, At: at,
			Message: fmt.Sprintf("the source has nothing for this %s", blockKind(a.Blocks[g.blocks[0]].Kind))}
		if n := len(g.blocks); n > 1 {
			f.Message = fmt.Sprintf("the source has nothing for %d blocks from here on", n)
		}
		if g.before >= 0 {
			s := p.Alignment.Source.Article
			f.Related = []Mention{{Sheet: p.Alignment.Source, Span: s.Sentences[s.Blocks[g.before].Last-1].Span}}
		}
		p.Report(f)
	}
}

// blockKind names a kind of block.
func blockKind(k article.BlockKind) string {
	switch k {
	case article.Title, article.Heading:
		return "heading"
	case article.Code:
		return "block of code"
	case article.ListItem:
		return "list item"
	case article.TableCell:
		return "table cell"
	case article.Caption:
		return "caption"
	}
	return "paragraph"
}
