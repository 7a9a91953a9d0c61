package rules

import (
	"slices"
	"sync"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// passage is sentences of a text and those of its translation that render them.
type passage struct {
	bead           int
	source, target []int // sentences, ascending
	// nearSource and nearTarget also hold the sentences around them: what a
	// translator moved over a full stop is neither missing nor added.
	nearSource, nearTarget []int
}

// across is what several rules need to know of a text and its translation; each
// part is found when it is first asked for.
type across struct {
	passages    []passage
	figuresOnce sync.Once
	figures     []figurePair
	namesOnce   sync.Once
	names       []lostName
	keptOnce    sync.Once
	kept        []nameLoss
	blocksOnce  sync.Once
	blocks      *correspondence
	termsOnce   sync.Once
	terms       []termUse
}

// across returns what is known of p.Alignment.
func (p *Pass) across() *across {
	a := p.run.across[p.Alignment]
	if a == nil {
		a = &across{passages: p.passages()}
		p.run.across[p.Alignment] = a
	}
	return a
}

// side returns the sentences of a side, 0 the source, and those around them.
func (x *passage) side(side int) (own, near []int) {
	if side == 0 {
		return x.source, x.nearSource
	}
	return x.target, x.nearTarget
}

// sheets are the source and the target of p.Alignment.
func (p *Pass) sheets() [2]*fact.Sheet { return [2]*fact.Sheet{p.Alignment.Source, p.Alignment.Target} }

// passages are the corresponding passages of p.Alignment that have text on both
// sides: those of its beads, and of a unit of a bilingual file all there is.
func (p *Pass) passages() []passage {
	al := p.Alignment
	if p.Case.Unit {
		x := passage{source: proseOf(al.Source.Article), target: proseOf(al.Target.Article)}
		if len(x.source) == 0 || len(x.target) == 0 {
			return nil
		}
		x.nearSource, x.nearTarget = x.source, x.target
		return []passage{x}
	}
	var out []passage
	for i := range al.Beads {
		b := &al.Beads[i]
		if len(b.Source) == 0 || len(b.Target) == 0 || !lintedAll(al.Source.Article, b.Source) || !lintedAll(al.Target.Article, b.Target) {
			continue
		}
		x := passage{bead: i, source: b.Source, target: b.Target}
		x.nearSource, x.nearTarget = around1(al.Source.Article, b.Source), around1(al.Target.Article, b.Target)
		out = append(out, x)
	}
	return out
}

// proseOf lists the sentences of an article in which findings are taken.
func proseOf(a *article.Article) []int {
	var out []int
	for i := range linted(a) {
		out = append(out, i)
	}
	return out
}

// lintedAll tells whether findings are taken from all of some sentences.
func lintedAll(a *article.Article, sentences []int) bool {
	return !slices.ContainsFunc(sentences, func(i int) bool { return !a.Blocks[a.Sentences[i].Block].Kind.Linted() })
}

// around1 adds the sentences before and behind.
func around1(a *article.Article, sentences []int) []int {
	var out []int
	for i := max(0, sentences[0]-1); i < min(len(a.Sentences), sentences[len(sentences)-1]+2); i++ {
		out = append(out, i)
	}
	return out
}

// sentencesMention is the passage from the first to the last of some sentences.
func sentencesMention(s *fact.Sheet, sentences []int) Mention {
	a := s.Article
	if len(sentences) == 0 {
		return Mention{Sheet: s, Span: a.Span}
	}
	return Mention{Sheet: s, Span: article.Span{Start: a.Sentences[sentences[0]].Span.Start, End: a.Sentences[sentences[len(sentences)-1]].Span.End}}
}

// foreign tells whether an alignment is of two languages.
func foreign(al *align.Alignment) bool { return al.Source.Article.Lang != al.Target.Article.Lang }
