package rules

import (
	"cmp"
	"container/heap"
	"slices"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// Consensus turns contradictions between pairs of articles into findings that
// sit on one side.
//
// The contradictions of one rule form a graph: a passage is a node, a conflict
// an edge. An article that stands alone against n others has a node with edges
// to n articles, while each of the others has an edge to one. So the passage
// that contradicts most articles is taken first, becomes a finding that cites
// all of them, and its edges are removed, until none are left. Of two passages
// that contradict equally many the one is taken whose value fewer articles
// confirm: passages are not matched with all that tell the same. In a case with
// sources or a translation the finding always sits in the draft. A heap of the
// passages keeps the cost near that of a sort of the conflicts.

// place identifies a passage.
type place struct {
	sheet *fact.Sheet
	span  article.Span
}

// settle decides the side of every conflict and adds the findings.
func (rn *run) settle(alignments []*align.Alignment) {
	if len(rn.conflicts) == 0 {
		return
	}
	rn.countPivots()
	if rn.drafts == 0 && len(rn.sheets) > 2 {
		rn.countConfirmed(alignments)
	}
	byRule := map[*Rule][]ruled{}
	var rules []*Rule
	for _, c := range rn.conflicts {
		if byRule[c.rule] == nil {
			rules = append(rules, c.rule)
		}
		byRule[c.rule] = append(byRule[c.rule], c)
	}
	for _, rule := range rules {
		rn.settleRule(byRule[rule])
	}
}

// countPivots counts the passages that betray a translation, each once, and the
// languages that explain them.
func (rn *run) countPivots() {
	type vote struct {
		place
		lang string
	}
	seen := map[vote]bool{}
	for _, c := range rn.conflicts {
		for _, pv := range c.Pivots {
			if pv.A.Betrays == pv.B.Betrays {
				continue
			}
			at := place{c.Target.Sheet, c.Target.Span}
			if pv.A.Betrays {
				at = place{c.Source.Sheet, c.Source.Span}
			}
			if !seen[vote{at, ""}] {
				rn.signs[at.sheet]++
			}
			if !seen[vote{at, pv.Family.Lang}] {
				if rn.languages[at.sheet] == nil {
					rn.languages[at.sheet] = map[string]int{}
				}
				rn.languages[at.sheet][pv.Family.Lang]++
			}
			seen[vote{at, ""}], seen[vote{at, pv.Family.Lang}] = true, true
		}
	}
}

// countConfirmed counts for each fact that takes part in a conflict the articles
// that agree with it.
func (rn *run) countConfirmed(alignments []*align.Alignment) {
	by := map[place]map[*fact.Sheet]bool{}
	for _, c := range rn.conflicts {
		by[place{c.Source.Sheet, c.Source.Span}] = map[*fact.Sheet]bool{}
		by[place{c.Target.Sheet, c.Target.Span}] = map[*fact.Sheet]bool{}
	}
	for _, al := range alignments {
		for _, p := range al.Pairs {
			if p.Source < 0 || p.Target < 0 || p.Agreement != fact.Same && p.Agreement != fact.Compatible {
				continue
			}
			if agree := by[place{al.Source, al.Source.Facts[p.Source].Span}]; agree != nil {
				agree[al.Target] = true
			}
			if agree := by[place{al.Target, al.Target.Facts[p.Target].Span}]; agree != nil {
				agree[al.Source] = true
			}
		}
	}
	rn.confirmed = make(map[place]int, len(by))
	for k, agree := range by {
		rn.confirmed[k] = len(agree)
	}
}

func (rn *run) settleRule(cs []ruled) {
	if rn.c.Relation == align.Translation || rn.drafts > 0 {
		byDraft := map[place][]ruled{}
		var order []place
		for _, c := range cs {
			k := place{c.Target.Sheet, c.Target.Span}
			if byDraft[k] == nil {
				order = append(order, k)
			}
			byDraft[k] = append(byDraft[k], c)
		}
		for _, k := range order {
			rn.find(byDraft[k], k)
		}
		return
	}
	g := rn.conflictGraph(cs)
	for n := g.loneliest(); n != nil; n = g.loneliest() {
		rn.find(g.take(n), n.place)
	}
}

// node is a passage that contradicts others.
type node struct {
	place
	index   int                 // of its article among the sheets
	signs   int                 // of translation in its article
	agree   int                 // articles that confirm it
	edges   []int               // its conflicts, those that are taken included
	against map[*fact.Sheet]int // the conflicts that are left, by the other article
	rank    int                 // len(against) when it was last put in order
}

// conflictGraph is a graph of conflicts; its nodes are a heap, in which counts
// may be out of date: they only fall, so that the first node that is up to date
// is the first of all.
type conflictGraph struct {
	conflicts []ruled
	taken     []bool
	at        map[place]*node
	order     []*node
}

func (rn *run) conflictGraph(cs []ruled) *conflictGraph {
	g := &conflictGraph{conflicts: cs, taken: make([]bool, len(cs)), at: make(map[place]*node, len(cs))}
	index := make(map[*fact.Sheet]int, len(rn.sheets))
	for i, s := range rn.sheets {
		index[s] = i
	}
	add := func(edge int, m, other Mention) {
		k := place{m.Sheet, m.Span}
		n := g.at[k]
		if n == nil {
			n = &node{place: k, index: index[m.Sheet], signs: rn.signs[m.Sheet], agree: rn.confirmed[k], against: map[*fact.Sheet]int{}}
			g.at[k] = n
			g.order = append(g.order, n)
		}
		n.edges = append(n.edges, edge)
		n.against[other.Sheet]++
	}
	for i, c := range cs {
		add(i, c.Target, c.Source)
		add(i, c.Source, c.Target)
	}
	for _, n := range g.order {
		n.rank = len(n.against)
	}
	heap.Init(g)
	return g
}

// loneliest returns the passage that contradicts most articles; between equals
// the one that fewer confirm, then the one whose article has more signs of
// translation, else the later article.
func (g *conflictGraph) loneliest() *node {
	for len(g.order) > 0 {
		n := g.order[0]
		switch left := len(n.against); {
		case left == 0:
			heap.Pop(g)
		case left < n.rank:
			n.rank = left
			heap.Fix(g, 0)
		default:
			return n
		}
	}
	return nil
}

// take removes the conflicts of a passage and returns them, in order.
func (g *conflictGraph) take(n *node) []ruled {
	var out []ruled
	for _, i := range n.edges {
		if g.taken[i] {
			continue
		}
		g.taken[i] = true
		c := g.conflicts[i]
		out = append(out, c)
		g.forget(c.Source, c.Target)
		g.forget(c.Target, c.Source)
	}
	return out
}

func (g *conflictGraph) forget(m, other Mention) {
	n := g.at[place{m.Sheet, m.Span}]
	if n.against[other.Sheet]--; n.against[other.Sheet] <= 0 {
		delete(n.against, other.Sheet)
	}
}

// Len, Less, Swap, Push and Pop make the nodes a heap.
func (g *conflictGraph) Len() int { return len(g.order) }

// Less tells which of two passages is lonelier.
func (g *conflictGraph) Less(i, j int) bool {
	x, y := g.order[i], g.order[j]
	return cmp.Or(
		cmp.Compare(y.rank, x.rank),
		cmp.Compare(x.agree, y.agree),
		cmp.Compare(y.signs, x.signs),
		cmp.Compare(y.index, x.index),
		cmp.Compare(x.span.Start, y.span.Start),
		cmp.Compare(x.span.End, y.span.End)) < 0
}

// Swap swaps two nodes.
func (g *conflictGraph) Swap(i, j int) { g.order[i], g.order[j] = g.order[j], g.order[i] }

// Push adds a node.
func (g *conflictGraph) Push(n any) { g.order = append(g.order, n.(*node)) }

// Pop removes the last node.
func (g *conflictGraph) Pop() any {
	n := g.order[len(g.order)-1]
	g.order = g.order[:len(g.order)-1]
	return n
}

// find makes one finding at k of conflicts that all have k on one side.
func (rn *run) find(cs []ruled, k place) {
	slices.SortStableFunc(cs, func(a, b ruled) int {
		_, x := a.sides(k)
		_, y := b.sides(k)
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), // else whatever the order of the arguments
			cmp.Compare(x.Sheet.Article.Path, y.Sheet.Article.Path), cmp.Compare(x.Span.Start, y.Span.Start))
	})
	first := cs[0]
	at, other := first.sides(k)
	f := Finding{Rule: first.rule, Severity: first.Severity, Confidence: first.Confidence, At: at}
	against := map[*fact.Sheet]bool{}
	for _, c := range cs {
		_, o := c.sides(k)
		if o.Value == other.Value {
			against[o.Sheet] = true
		}
		if !slices.ContainsFunc(f.Related, func(m Mention) bool { return m.Sheet == o.Sheet && m.Span == o.Span }) {
			f.Related = append(f.Related, o)
		}
	}
	if rn.drafts == 0 && len(against) < first.Needs {
		return
	}
	for range len(against) - 1 {
		f.Confidence += (1 - f.Confidence) / 2
	}
	f.Message = first.Message(at, other, len(against))
	if first.Suggest && at.Sheet.Article.Lang == other.Sheet.Article.Lang {
		f.Replacement = other.Text()
	}
	key := findingKey{first.rule, at.Sheet, first.Key}
	if i, ok := rn.keyed[key]; ok && first.Key != "" {
		rn.findings[i].Related = append(rn.findings[i].Related, f.At)
		return
	}
	rn.keyed[key] = len(rn.findings)
	rn.add(f)
}

// findingKey makes conflicts with one [Conflict.Key] one finding per article.
type findingKey struct {
	rule  *Rule
	sheet *fact.Sheet
	key   string
}

// sides returns the mention at k and the other one.
func (c *Conflict) sides(k place) (at, other Mention) {
	if (place{c.Source.Sheet, c.Source.Span}) == k {
		return c.Source, c.Target
	}
	return c.Target, c.Source
}
