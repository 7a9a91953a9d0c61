package rules

import (
	"strings"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
)

// stretch is blocks of a text and the blocks of its translation that render them.
type stretch struct {
	source, target   []int // indices of blocks, ascending
	sources, targets []article.Inline
}

// stretches joins the blocks that beads connect: a paragraph and its translation,
// or several where the translator cut them otherwise. Blocks that nothing renders
// are in none. Cost: linear in the beads.
func stretches(al *align.Alignment, unit bool) []stretch {
	s, t := al.Source.Article, al.Target.Article
	if unit {
		all := func(a *article.Article) (list []int) {
			for i := range a.Blocks {
				list = append(list, i)
			}
			return list
		}
		return []stretch{{all(s), all(t), s.Inlines, t.Inlines}}
	}
	// Blocks of the target come after those of the source; parent joins them.
	parent := make([]int, len(s.Blocks)+len(t.Blocks))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	matched := make([]bool, len(parent))
	for _, b := range al.Beads {
		if len(b.Source) == 0 || len(b.Target) == 0 {
			continue
		}
		first := s.Sentences[b.Source[0]].Block
		for _, i := range b.Source {
			matched[s.Sentences[i].Block] = true
			parent[root(s.Sentences[i].Block)] = root(first)
		}
		for _, i := range b.Target {
			block := len(s.Blocks) + t.Sentences[i].Block
			matched[block] = true
			parent[root(block)] = root(first)
		}
	}
	index := map[int]int{}
	var out []stretch
	of := make([]int, len(parent)) // index into out, from 1
	for i := range parent {
		if !matched[i] {
			continue
		}
		r := root(i)
		if index[r] == 0 {
			out = append(out, stretch{})
			index[r] = len(out)
		}
		of[i] = index[r]
		st := &out[of[i]-1]
		if i < len(s.Blocks) {
			st.source = append(st.source, i)
		} else {
			st.target = append(st.target, i-len(s.Blocks))
		}
	}
	for _, in := range s.Inlines {
		if n := of[in.Block]; n > 0 {
			out[n-1].sources = append(out[n-1].sources, in)
		}
	}
	for _, in := range t.Inlines {
		if n := of[len(s.Blocks)+in.Block]; n > 0 {
			out[n-1].targets = append(out[n-1].targets, in)
		}
	}
	return out
}

// tally counts things by a key.
type tally map[string]int

func countInlines(list []article.Inline, key func(article.Inline) string) tally {
	t := tally{}
	for _, in := range list {
		if k := key(in); k != "" {
			t[k]++
		}
	}
	return t
}

// leftover returns the inlines of list whose keys occur in it more often than in
// other; the last ones of a key are left over.
func leftover(list []article.Inline, other tally, key func(article.Inline) string) []article.Inline {
	have := tally{}
	var out []article.Inline
	for _, in := range list {
		k := key(in)
		if k == "" {
			continue
		}
		if have[k]++; have[k] > other[k] {
			out = append(out, in)
		}
	}
	return out
}

// blockMention is the block of an article that a finding about something missing
// from it sits in: the first of them.
func blockMention(sheet *align.Alignment, st *stretch) Mention {
	t := sheet.Target
	if len(st.target) == 0 {
		return Mention{Sheet: t, Span: t.Article.Span}
	}
	return Mention{Sheet: t, Span: t.Article.Blocks[st.target[0]].Span}
}

// shortURL shortens a URL for a message.
func shortURL(url string) string {
	if url == "" {
		return "nowhere"
	}
	return clip(strings.TrimSpace(url))
}
