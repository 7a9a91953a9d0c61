package rules

import (
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// MissingTranslation reports a segment whose target is empty or holds nothing
// but marks of punctuation, although its source has words, and the paragraphs,
// sentences, headings and code of a document that its translation lacks.
//
// Why: such a segment looks done to a tool that counts segments, and readers find
// a hole or a lone full stop; who reads a document does not see what is not there.
//
// Fires:
//
//	(en-es) . ~ El puerto estará cerrado el lunes.
//	(es-en) El molino de Oberkirch se construyó en 1712 junto al río. En 1931 el ingeniero Karl Brandt instaló una turbina de 40 kilovatios. ~ The mill of Oberkirch was built in 1712 by the river. It burned down twice, and both times the villages rebuilt it together, stone by stone. In 1931 the engineer Karl Brandt put in a turbine of 40 kilowatts.
//
// Quiet:
//
//	(en-es) … ~ ...
//	(en-es) 1815 ~ 1815
//
// Misses: targets of which only a part is missing (see length-mismatch); in
// documents, blocks and sentences of a few letters, a sentence in whose place
// another stands, and sentences that share so little with their translations
// (no names, numbers or words that are alike) that others may render them.
var MissingTranslation = &Rule{
	Name:     "missing-translation",
	Category: Omission,
	Severity: Error,
	Scope:    Translation,
	Check:    checkMissingTranslation,
}

func checkMissingTranslation(p *Pass) {
	al := p.Alignment
	if p.Case.Unit {
		if spoken(al.Source.Article, every(al.Source)) && !saysAnything(al.Target.Article, every(al.Target)) {
			p.missing(sheetMention(al.Source), sheetMention(al.Target))
		}
		return
	}
	p.missingBlocks()
	p.missingSentences()
	for i := range al.Beads {
		b := &al.Beads[i]
		if len(b.Source) > 0 && len(b.Target) > 0 && spoken(al.Source.Article, b.Source) && !saysAnything(al.Target.Article, b.Target) {
			p.missing(sentences(al.Source, b.Source), sentences(al.Target, b.Target))
		}
	}
}

func (p *Pass) missing(source, target Mention) {
	not := "not"
	if s := p.segment(); s != nil && s.Pending {
		not = "not yet"
	}
	p.Report(Finding{Severity: Error, Confidence: 0.98, At: target, Related: []Mention{source},
		Message: not + " translated: “" + clip(source.Text()) + "”"})
}

// spoken tells whether sentences hold a word.
func spoken(a *article.Article, sentences []int) bool {
	for _, i := range sentences {
		for _, t := range a.Sentences[i].Tokens {
			if t.Kind == article.Word {
				return true
			}
		}
	}
	return false
}

// saysAnything tells whether sentences hold anything but punctuation.
func saysAnything(a *article.Article, sentences []int) bool {
	for _, i := range sentences {
		for _, t := range a.Sentences[i].Tokens {
			if t.Kind != article.Punct {
				return true
			}
		}
	}
	return false
}

// every lists the sentences of an article.
func every(s *fact.Sheet) []int {
	out := make([]int, len(s.Article.Sentences))
	for i := range out {
		out[i] = i
	}
	return out
}

// sentences makes a mention of the run from the first to the last of some
// sentences, which ascend.
func sentences(s *fact.Sheet, of []int) Mention {
	return Mention{Sheet: s, Span: article.Span{Start: s.Article.Sentences[of[0]].Span.Start, End: s.Article.Sentences[of[len(of)-1]].Span.End}}
}

// sheetMention makes a mention of all of a text.
func sheetMention(s *fact.Sheet) Mention {
	if len(s.Article.Sentences) == 0 {
		return Mention{Sheet: s, Span: s.Article.Span}
	}
	return sentences(s, every(s))
}
