package rules

import (
	"cmp"
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
// all of them, and its edges are removed, until none are left. In a case with
// sources or a translation the finding always sits in the draft. Cost: one sort
// of the conflicts plus their number times the passages taken.

// place identifies a passage.
type place struct {
	sheet *fact.Sheet
	span  article.Span
}

// settle decides the side of every conflict and adds the findings.
func (rn *run) settle() {
	rn.countPivots()
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
	for len(cs) > 0 {
		k := rn.loneliest(cs)
		var taken, rest []ruled
		for _, c := range cs {
			switch k {
			case place{c.Target.Sheet, c.Target.Span}, place{c.Source.Sheet, c.Source.Span}:
				taken = append(taken, c)
			default:
				rest = append(rest, c)
			}
		}
		rn.find(taken, k)
		cs = rest
	}
}

// loneliest returns the passage that contradicts most articles; between equals
// the one whose article has more signs of translation, else the later article.
func (rn *run) loneliest(cs []ruled) place {
	type score struct {
		place
		against map[*fact.Sheet]bool
		index   int // of its article among the sheets
	}
	nodes := map[place]*score{}
	at := func(m, other Mention) {
		k := place{m.Sheet, m.Span}
		n := nodes[k]
		if n == nil {
			n = &score{place: k, against: map[*fact.Sheet]bool{}, index: slices.Index(rn.sheets, m.Sheet)}
			nodes[k] = n
		}
		n.against[other.Sheet] = true
	}
	for _, c := range cs {
		at(c.Target, c.Source)
		at(c.Source, c.Target)
	}
	var best *score
	for _, n := range nodes {
		if best == nil || cmp.Or(
			cmp.Compare(len(n.against), len(best.against)),
			cmp.Compare(rn.signs[n.sheet], rn.signs[best.sheet]),
			cmp.Compare(n.index, best.index),
			cmp.Compare(best.span.Start, n.span.Start),
			cmp.Compare(best.span.End, n.span.End)) > 0 {
			best = n
		}
	}
	return best.place
}

// find makes one finding at k of conflicts that all have k on one side.
func (rn *run) find(cs []ruled, k place) {
	slices.SortStableFunc(cs, func(a, b ruled) int { return cmp.Compare(b.Confidence, a.Confidence) })
	first := cs[0]
	at, other := first.sides(k)
	f := Finding{Rule: first.rule, Severity: first.Severity, Confidence: first.Confidence, At: at}
	against := map[*fact.Sheet]bool{}
	for _, c := range cs {
		_, o := c.sides(k)
		if o.Value == other.Value {
			against[o.Sheet] = true
		}
		f.Related = append(f.Related, o)
	}
	if rn.drafts == 0 && len(against) < first.Needs {
		return
	}
	for range len(against) - 1 {
		f.Confidence += (1 - f.Confidence) / 2
	}
	f.Message = first.Message(at, other, len(against))
	if first.Suggest {
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
