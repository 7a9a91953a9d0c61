package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/article"
)

// surelyAlone is how likely the other text must have nothing for a sentence for
// this to be told of it, see [align.Bead.Score].
const surelyAlone = 0.9

// loneRun is sentences in a row of one block that nothing on the other side
// answers, though it answers others of the block.
type loneRun struct {
	first, last int // sentences
	// before and after are the sentences of the other side that render those
	// around the run, -1 where there are none.
	before, after int
	likely        float64 // that the other side has nothing for them
}

// loneRuns lists those of a side, 0 the source.
func (c *correspondence) loneRuns(side int) []loneRun {
	a := sides(c.al)[side]
	var out []loneRun
	open, last := false, -1 // the sentence of the other side that renders the last one
	for i := range a.Sentences {
		b := c.al.Beads[c.bead[side][i]]
		other := b.Target
		if side == 1 {
			other = b.Source
		}
		block := a.Sentences[i].Block
		switch {
		case len(other) > 0:
			if open {
				out[len(out)-1].after = other[0]
			}
			open, last = false, other[len(other)-1]
		case c.of[side][block] < 0 || !a.Blocks[block].Kind.Linted() || !saysAnything(a, []int{i}):
			open = false
		case open && a.Sentences[i-1].Block == block:
			r := &out[len(out)-1]
			r.last, r.likely = i, min(r.likely, b.Score)
		default:
			out = append(out, loneRun{i, i, last, -1, b.Score})
			open = true
		}
	}
	return out
}

// letters counts those of a run of a side.
func (r *loneRun) letters(a *article.Article) (n int) {
	for i := r.first; i <= r.last; i++ {
		n += sentenceLetters(&a.Sentences[i])
	}
	return n
}

// sure tells whether a run of a side is worth a finding: it is surely alone, and
// what stands in its place on the other side cannot render it.
func (c *correspondence) sure(side int, r *loneRun) bool {
	articles := sides(c.al)
	letters := r.letters(articles[side])
	if r.likely < surelyAlone || letters < leastLost {
		return false
	}
	facing := loneRun{first: r.before + 1, last: r.before}
	for facing.last+1 < len(c.bead[1-side]) && c.alone(1-side, facing.last+1) {
		facing.last++
	}
	if r.after >= 0 && r.before < 0 {
		for facing = (loneRun{first: r.after, last: r.after - 1}); facing.first > 0 && c.alone(1-side, facing.first-1); {
			facing.first--
		}
	}
	return 3*facing.letters(articles[1-side]) < letters
}

// alone tells whether nothing on the other side answers a sentence of a side.
func (c *correspondence) alone(side, sentence int) bool {
	b := c.al.Beads[c.bead[side][sentence]]
	return len(b.Source) == 0 || len(b.Target) == 0
}

func (r *loneRun) mention(p *Pass, side int) Mention {
	return sentences(p.sheets()[side], []int{r.first, r.last})
}

// missingSentences reports the sentences that a translated paragraph lacks.
func (p *Pass) missingSentences() {
	c := p.correspondence()
	for _, r := range c.loneRuns(0) {
		if !c.sure(0, &r) {
			continue
		}
		at, where := r.before, "behind this"
		if at < 0 {
			at, where = r.after, "before this"
		}
		if at < 0 {
			continue
		}
		source := r.mention(p, 0)
		what := "a sentence of the source is missing"
		if n := r.last - r.first + 1; n > 1 {
			what = fmt.Sprintf("%d sentences of the source are missing", n)
		}
		p.Report(Finding{Severity: Warning, Confidence: 0.95 * r.likely, At: sentences(p.Alignment.Target, []int{at}), Related: []Mention{source},
			Message: fmt.Sprintf("%s %s: “%s”", what, where, clip(source.Text()))})
	}
}

// extraSentences reports those that a translated paragraph has on its own.
func (p *Pass) extraSentences() {
	c := p.correspondence()
	for _, r := range c.loneRuns(1) {
		if !c.sure(1, &r) {
			continue
		}
		f := Finding{Severity: Warning, Confidence: 0.9 * r.likely, At: r.mention(p, 1), Message: "the source has nothing for this sentence"}
		if n := r.last - r.first + 1; n > 1 {
			f.Message = fmt.Sprintf("the source has nothing for these %d sentences", n)
		}
		if r.before >= 0 {
			f.Related = []Mention{sentences(p.Alignment.Source, []int{r.before})}
		}
		p.Report(f)
	}
}
