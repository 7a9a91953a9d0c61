package rules

import (
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
)

// correspondence is how the blocks of a text and of its translation answer each
// other.
type correspondence struct {
	al        *align.Alignment
	stretches []stretch
	of        [2][]int     // by side and block: its stretch, -1 where nothing answers it
	bead      [2][]int     // by side and sentence
	letters   [2][]float64 // by side and block
	ratio     float64      // letters of the translation for each of the source
}

// correspondence returns that of p.Alignment.
func (p *Pass) correspondence() *correspondence {
	a := p.across()
	a.blocksOnce.Do(func() { a.blocks = newCorrespondence(p.Alignment) })
	return a.blocks
}

func newCorrespondence(al *align.Alignment) *correspondence {
	c := &correspondence{al: al, stretches: stretches(al, false)}
	for side, s := range sides(al) {
		c.of[side] = make([]int, len(s.Blocks))
		c.letters[side] = make([]float64, len(s.Blocks))
		c.bead[side] = make([]int, len(s.Sentences))
		for i := range s.Blocks {
			c.of[side][i] = -1
			c.letters[side][i] = blockLetters(s, i)
		}
	}
	for n := range al.Beads {
		for side, list := range [2][]int{al.Beads[n].Source, al.Beads[n].Target} {
			for _, i := range list {
				c.bead[side][i] = n
			}
		}
	}
	var sum [2]float64
	for i := range c.stretches {
		for side, blocks := range c.stretches[i].sides() {
			for _, b := range blocks {
				c.of[side][b] = i
				sum[side] += c.letters[side][b]
			}
		}
	}
	const usual = 200 // letters that the usual ratio is worth
	c.ratio = (sum[1] + usual) / (sum[0] + usual)
	return c
}

// sides are the articles of an alignment, the source first.
func sides(al *align.Alignment) [2]*article.Article {
	return [2]*article.Article{al.Source.Article, al.Target.Article}
}

// sides are the blocks of a stretch, those of the source first.
func (st *stretch) sides() [2][]int { return [2][]int{st.source, st.target} }

// blockLetters counts the characters of a block as displayed.
func blockLetters(a *article.Article, block int) float64 {
	n := 0
	for i := a.Blocks[block].First; i < a.Blocks[block].Last; i++ {
		n += sentenceLetters(&a.Sentences[i])
	}
	return float64(n)
}

func sentenceLetters(s *article.Sentence) (n int) {
	for i := range s.Tokens {
		n += utf8.RuneCountInString(s.Tokens[i].Text)
		if s.Tokens[i].Space {
			n++
		}
	}
	return n
}

// gap is blocks in a row on one side that nothing on the other answers.
type gap struct {
	blocks []int
	// before and after are blocks of the other side that render what stands around
	// the gap, -1 at the ends of the text; facing are those between them that
	// nothing answers either.
	before, after int
	facing        []int
	letters       float64
	faced         float64 // letters of facing
	alone         float64 // letters for which the other side has nothing, as far as is known
}

// gaps lists those of a side, 0 the source.
func (c *correspondence) gaps(side int) []gap {
	a := sides(c.al)[side]
	var out []gap
	var g *gap
	last := -1 // stretch of the last block that is answered
	for i := range a.Blocks {
		switch {
		case c.of[side][i] >= 0:
			if g != nil {
				g.after = c.edge(1-side, c.of[side][i], false)
				g = nil
			}
			last = c.of[side][i]
		case !renderable(a, i):
		default:
			if g == nil {
				out = append(out, gap{before: -1, after: -1})
				g = &out[len(out)-1]
				if last >= 0 {
					g.before = c.edge(1-side, last, true)
				}
			}
			g.blocks = append(g.blocks, i)
			g.letters += c.letters[side][i]
			for j := a.Blocks[i].First; j < a.Blocks[i].Last; j++ {
				g.alone += float64(sentenceLetters(&a.Sentences[j])) * c.al.Beads[c.bead[side][j]].Score
			}
		}
	}
	for i := range out {
		c.face(1-side, &out[i])
	}
	return out
}

// edge is the last or first block of a stretch on a side.
func (c *correspondence) edge(side, stretch int, last bool) int {
	blocks := c.stretches[stretch].sides()[side]
	switch {
	case len(blocks) == 0:
		return -1
	case last:
		return blocks[len(blocks)-1]
	}
	return blocks[0]
}

// lost tells whether a gap of a side is worth a finding: it is no trifle, is
// likely alone, and nothing that stands in its place or around it renders it.
func (c *correspondence) lost(side int, g *gap) bool {
	ratio := c.ratio
	if side == 1 {
		ratio = 1 / ratio
	}
	return g.letters >= leastLost && g.alone >= likelyLost*g.letters && g.faced <= g.letters*ratio/3 && !c.absorbed(side, g)
}

// face fills in the blocks that face a gap on the other side.
func (c *correspondence) face(other int, g *gap) {
	a := sides(c.al)[other]
	end := g.after
	if end < 0 || end < g.before {
		end = len(a.Blocks)
	}
	for i := g.before + 1; i < end; i++ {
		if c.of[other][i] < 0 && renderable(a, i) {
			g.facing = append(g.facing, i)
			g.faced += c.letters[other][i]
		} else if c.of[other][i] >= 0 && g.after < 0 {
			break
		}
	}
}

// renderable tells whether a translation must have a block: text or code that
// is not the page's own furniture.
func renderable(a *article.Article, block int) bool {
	b := &a.Blocks[block]
	if b.Kind == article.Code {
		return true
	}
	if !b.Kind.Linted() {
		return false
	}
	for i := b.First; i < b.Last; i++ {
		for _, t := range a.Sentences[i].Tokens {
			if t.Kind != article.Punct {
				return true
			}
		}
	}
	return false
}
