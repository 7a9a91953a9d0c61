package align

import (
	"math"
	"slices"
)

// A band says which cells of the table of sentences are searched: for each
// number of source sentences from 0 to all, the range of target sentences. The
// ranges rise, and each overlaps the next, so that a path always exists.
type band []span

// A span is low..high, both inclusive.
type span struct{ low, high int }

// The shape of the band.
const (
	wholeCells   = 10000 // tables up to this size are searched as a whole
	margin       = 8     // cells around an anchor
	gapWidth     = 48    // half the width of the band where anchors are far apart
	anchorGain   = 5.0   // evidence that makes a pair an anchor, lexical
	rareKey      = 8     // sentences that have a key that leads to anchors
	maxNeighbors = 64    // sentences that are tried for one
	chainReach   = 64    // anchors before one that may be the last of its chain
	detourCost   = 1.0   // of a sentence that one anchor makes another leave out
)

// band finds the cells to search.
func (m *model) band() band {
	n, t := len(m.k.of[0]), len(m.k.of[1])
	b := make(band, n+1)
	for i := range b {
		b[i] = span{0, t}
	}
	if (n+1)*(t+1) <= wholeCells {
		return b
	}
	for i := range b {
		b[i] = span{t, 0}
	}
	last := link{}
	for _, l := range append(m.anchors(), link{a: int32(n), b: int32(t)}) {
		m.fill(b, last, l)
		last = link{a: l.a + 1, b: l.b + 1}
	}
	b[0].low, b[n].high = 0, t
	for i := 1; i <= n; i++ {
		b[i].high = max(b[i].high, b[i-1].high)
	}
	for i := n - 1; i >= 0; i-- {
		b[i].low = min(b[i].low, b[i+1].low)
	}
	for i := 1; i <= n; i++ {
		b[i].low = min(b[i].low, b[i-1].high)
	}
	return b
}

// fill opens the cells between two anchors: all of them where they are few,
// else those around the line that lengths suggest.
func (m *model) fill(b band, from, to link) {
	n, t := len(b)-1, len(m.k.of[1])
	rows, cols := int(to.a-from.a), int(to.b-from.b)
	whole := rows*cols <= gapWidth*(rows+cols)
	for i := int(from.a) - margin; i <= int(to.a)+margin; i++ {
		if i < 0 || i > n {
			continue
		}
		r := span{int(from.b) - margin, int(to.b) + margin}
		if !whole {
			j := m.opposite(i, from, to)
			r.low, r.high = max(r.low, j-gapWidth), min(r.high, j+gapWidth)
		}
		b[i].low, b[i].high = min(b[i].low, max(0, r.low)), max(b[i].high, min(t, r.high))
	}
}

// opposite is the target sentence at the place of source sentence i between two
// anchors, by letters.
func (m *model) opposite(i int, from, to link) int {
	i = min(max(i, int(from.a)), int(to.a))
	s, t := m.length[0], m.length[1]
	all := s[to.a] - s[from.a]
	if all <= 0 {
		return int(from.b)
	}
	want := t[from.b] + (t[to.b]-t[from.b])*(s[i]-s[from.a])/all
	j, _ := slices.BinarySearch(t, want)
	return j
}

// anchors returns pairs of sentences that share rare keys and suit each other
// best, in the heaviest chain that rises on both sides.
func (m *model) anchors() []link {
	n, t := len(m.k.of[0]), len(m.k.of[1])
	best := [2][]link{make([]link, n), make([]link, t)}
	for i, js := range m.sharing(upTo(0, n), upTo(0, t)) {
		for _, j := range js {
			l := link{a: int32(i), b: j, s: m.lexical(i, int(j), shape{1, 1})}
			if l.s > best[0][i].s {
				best[0][i] = l
			}
			if l.s > best[1][j].s {
				best[1][j] = l
			}
		}
	}
	var out []link
	for _, l := range best[0] {
		if l.s >= anchorGain && best[1][l.b] == l {
			out = append(out, l)
		}
	}
	return m.chain(out)
}

// sharing returns for each of some source sentences those of some target
// sentences that share a rare key with it, the nearest keys first, as many as
// maxNeighbors.
func (m *model) sharing(source, target []int) [][]int32 {
	index := make(map[int32][]int32)
	for _, j := range target {
		for _, id := range m.unions[1][0][j] {
			if m.k.df[0][id] <= rareKey && m.k.df[1][id] <= rareKey {
				index[id] = append(index[id], int32(j))
			}
		}
	}
	out := make([][]int32, len(source))
	for x, i := range source {
		var js []int32
		for _, id := range m.unions[0][0][i] {
			if list := index[id]; len(js) < maxNeighbors {
				js = append(js, list...)
			}
		}
		slices.Sort(js)
		out[x] = slices.Compact(js)
	}
	return out
}

// chain returns the heaviest subsequence of links, ascending by a, that also
// ascends by b. Where the text between two links is longer on one side than on
// the other, sentences are left out there, which costs: one wrong link must not
// lead the path astray. Of the links before each, the last chainReach are tried.
func (m *model) chain(links []link) []link {
	usual := m.length[1][len(m.length[1])-1] / float64(max(1, len(m.length[1])-1)) // letters of a sentence of the target
	detour := func(x, y link) float64 {
		a, b := m.length[0][y.a]-m.length[0][x.a], m.length[1][y.b]-m.length[1][x.b]
		return detourCost * math.Abs(a*m.ratio-b) / usual
	}
	end := link{a: int32(len(m.length[0]) - 1), b: int32(len(m.length[1]) - 1)}
	weight := make([]float64, len(links))
	before := make([]int, len(links)) // one more than a link; 0 none
	top, most := 0, -detour(link{}, end)
	for i, l := range links {
		weight[i] = -detour(link{}, l)
		for j := i - 1; j >= max(0, i-chainReach); j-- {
			if x := links[j]; x.a < l.a && x.b < l.b {
				if v := weight[j] - detour(x, l); v > weight[i] {
					weight[i], before[i] = v, j+1
				}
			}
		}
		weight[i] += l.s
		if v := weight[i] - detour(l, end); v > most {
			top, most = i+1, v
		}
	}
	var out []link
	for ; top > 0; top = before[top-1] {
		out = append(out, links[top-1])
	}
	slices.Reverse(out)
	return out
}
