package rules

import (
	"fmt"
	"math"
)

// leastLost is how many letters a paragraph has at least that is missed or
// noticed; shorter ones are told apart too badly.
const leastLost = 20

// likelyLost is how likely, at least, the other text has nothing for a paragraph:
// of two that may be missing neither is told.
const likelyLost = 0.4

// missingBlocks reports the paragraphs of a document that its translation lacks:
// runs of blocks that nothing answers, unless text stands in their place that
// can render them, or a neighbour is as much longer.
func (p *Pass) missingBlocks() {
	c := p.correspondence()
	for _, g := range c.gaps(0) {
		if !c.lost(0, &g) {
			continue
		}
		p.Report(Finding{
			Severity: Warning, Confidence: 0.85,
			At:      p.beside(&g),
			Related: []Mention{p.blocksMention(0, g.blocks)},
			Message: p.lostMessage(&g),
		})
	}
}

// lostMessage says what is missing, and where.
func (p *Pass) lostMessage(g *gap) string {
	a := p.Alignment.Source.Article
	where := "here"
	if g.before >= 0 {
		where = "behind this"
	} else if g.after >= 0 {
		where = "before this"
	}
	text := clip(a.Text(a.Blocks[g.blocks[0]].Span))
	if n := len(g.blocks); n > 1 {
		return fmt.Sprintf("%d blocks of the source are missing %s, from “%s” on", n, where, text)
	}
	return fmt.Sprintf("a %s of the source is missing %s: “%s”", blockKind(a.Blocks[g.blocks[0]].Kind), where, text)
}

// beside is the last sentence before a gap of the translation, or the first behind it.
func (p *Pass) beside(g *gap) Mention {
	t := p.Alignment.Target
	a := t.Article
	switch {
	case g.before >= 0:
		return Mention{Sheet: t, Span: a.Sentences[a.Blocks[g.before].Last-1].Span}
	case g.after >= 0:
		return Mention{Sheet: t, Span: a.Sentences[a.Blocks[g.after].First].Span}
	}
	return Mention{Sheet: t, Span: a.Span}
}

// blocksMention is the first of some blocks of a side.
func (p *Pass) blocksMention(side int, blocks []int) Mention {
	s := p.sheets()[side]
	return Mention{Sheet: s, Span: s.Article.Blocks[blocks[0]].Span}
}

// absorbed tells whether a gap of a side may be rendered by what the other side
// has for the blocks around it: the lengths fit better with the gap than without.
func (c *correspondence) absorbed(side int, g *gap) bool {
	for _, b := range [2]int{g.before, g.after} {
		if b < 0 {
			continue
		}
		st := c.of[1-side][b]
		if st < 0 {
			continue
		}
		var sum [2]float64
		for s, blocks := range c.stretches[st].sides() {
			for _, x := range blocks {
				sum[s] += c.letters[s][x]
			}
		}
		with := sum
		with[side] += g.letters
		if c.off(with) < c.off(sum) {
			return true
		}
	}
	return false
}

// off is how far the lengths of a passage and its translation are from the
// usual ratio, in standard deviations but for a factor.
func (c *correspondence) off(letters [2]float64) float64 {
	want := letters[0] * c.ratio
	return math.Abs(letters[1]-want) / math.Sqrt(letters[1]+want+1)
}
