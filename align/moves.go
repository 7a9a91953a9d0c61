package align

import (
	"cmp"
	"slices"
)

// How moved passages are found
//
// The best path keeps the order of both texts, so what an editor moved is left
// alone by it on both sides, at different places. Runs of such sentences are
// aligned with each other by the same beads and the same evidence. To be at
// another place is unlikely, which is paid once for a passage; that a sentence
// follows its neighbour there is likely again. The best passage is taken first.

// The cost of a moved passage.
const (
	moveCost   = 3.5 // evidence that a passage needs to be at another place,
	moveFollow = 2.5 // less this for each of its beads
	maxRun     = 48  // sentences of a run that are looked at
)

// A run of sentences that a path leaves alone, from first, before end.
type lonelyRun struct{ first, end int }

// cutRuns cuts ascending sentences into runs.
func cutRuns(sentences []int) []lonelyRun {
	var out []lonelyRun
	for _, i := range sentences {
		if n := len(out); n > 0 && out[n-1].end == i && i-out[n-1].first < maxRun {
			out[n-1].end++
		} else {
			out = append(out, lonelyRun{i, i + 1})
		}
	}
	return out
}

// A move is a passage at another place.
type move struct {
	a, b  int // runs
	steps []step
	gain  float64
}

// moves pairs the sentences that a path has left alone on both sides, in the
// order of the source.
func (m *model) moves(lonely [2][]int) []step {
	var of [2][]lonelyRun
	var at [2]map[int]int // by sentence: its run
	for side := range of {
		of[side] = cutRuns(lonely[side])
		at[side] = map[int]int{}
		for r, x := range of[side] {
			for i := x.first; i < x.end; i++ {
				at[side][i] = r
			}
		}
	}
	met := map[[2]int]bool{}
	var found []move
	for x, js := range m.sharing(lonely[0], lonely[1]) {
		for _, j := range js {
			pair := [2]int{at[0][lonely[0][x]], at[1][int(j)]}
			if met[pair] {
				continue
			}
			met[pair] = true
			if steps, gain := m.moved(of[0][pair[0]], of[1][pair[1]]); gain >= 0 {
				found = append(found, move{pair[0], pair[1], steps, gain})
			}
		}
	}
	slices.SortFunc(found, func(x, y move) int {
		return cmp.Or(cmp.Compare(y.gain, x.gain), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	taken := newTaken()
	var out []step
	for _, f := range found {
		for _, s := range f.steps {
			if taken.free(s) {
				taken.take(s)
				out = append(out, s)
			}
		}
	}
	slices.SortFunc(out, func(x, y step) int { return cmp.Compare(x.i, y.i) })
	return out
}

// taken holds, by side, the sentences that moved.
type taken [2]map[int]bool

func newTaken() taken { return taken{{}, {}} }

func (t taken) take(s step) {
	for side, x := range s.sides() {
		for _, i := range x {
			t[side][i] = true
		}
	}
}

func (t taken) free(s step) bool {
	for side, x := range s.sides() {
		for _, i := range x {
			if t[side][i] {
				return false
			}
		}
	}
	return true
}

// moved aligns two runs, and returns its beads and by how much their evidence
// exceeds the cost.
func (m *model) moved(a, b lonelyRun) ([]step, float64) {
	n, t := a.end-a.first, b.end-b.first
	best := make([]float64, (n+1)*(t+1))
	from := make([]step, len(best))
	for x := 0; x <= n; x++ {
		for y := 0; y <= t; y++ {
			cell := x*(t+1) + y
			for _, s := range shapes {
				if s.p > x || s.q > y {
					continue
				}
				st := step{i: a.first + x - s.p, j: b.first + y - s.q, shape: s}
				v := best[cell-s.p*(t+1)-s.q]
				if s.p > 0 && s.q > 0 {
					st.score = m.score(st.i, st.j, s)
					v += st.score + moveFollow
				}
				if v > best[cell] || from[cell].shape == (shape{}) && v >= best[cell] {
					best[cell], from[cell] = v, st
				}
			}
		}
	}
	var out []step
	for x, y := n, t; x > 0 || y > 0; {
		s := from[x*(t+1)+y]
		if s.p > 0 && s.q > 0 {
			out = append(out, s)
		}
		x, y = x-s.p, y-s.q
	}
	return out, best[len(best)-1] - moveCost
}
