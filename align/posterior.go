package align

import "math"

// How sure a path is
//
// The best path may be one of many that are nearly as good. The forward-backward
// algorithm (Rabiner, A Tutorial on Hidden Markov Models, Proceedings of the IEEE
// 77, 1989) weighs all paths near the best one and tells how likely each
// sentence is left alone by them. Its cost is the length of the path times
// the width of the corridor.

// corridor is how many sentences beside the best path others are weighed.
const corridor = 6

// posteriors returns, by side and sentence, how likely it is in no bead of the
// other side, as far as the paths near the best one tell.
func (m *model) posteriors(path []step) [2][]float64 {
	n, t := len(m.k.of[0]), len(m.k.of[1])
	b := beside(path, n, t)
	start := b.starts()
	cells := start[n+1]
	score := make([]float64, cells*len(shapes)) // of the bead that ends in a cell
	forward, backward := make([]float64, cells), make([]float64, cells)
	for i := range forward {
		forward[i], backward[i] = math.Inf(-1), math.Inf(-1)
	}
	forward[0], backward[cells-1] = 0, 0
	for i, r := range b {
		for j := r.low; j <= r.high; j++ {
			cell := start[i] + j - r.low
			sum := logSum{forward[cell], 1}
			if cell > 0 {
				sum = logSum{math.Inf(-1), 0}
			}
			for k, s := range shapes {
				if from := b.before(start, i, j, s); from >= 0 {
					v := m.score(i-s.p, j-s.q, s)
					score[cell*len(shapes)+k] = v
					sum.add(forward[from] + v)
				}
			}
			forward[cell] = sum.value()
		}
	}
	all := forward[cells-1]
	alone := [2][]float64{make([]float64, n), make([]float64, t)}
	for i := n; i >= 0; i-- {
		for j := b[i].high; j >= b[i].low; j-- {
			cell := start[i] + j - b[i].low
			for k, s := range shapes {
				from := b.before(start, i, j, s)
				if from < 0 || math.IsInf(backward[cell], -1) {
					continue
				}
				v := score[cell*len(shapes)+k] + backward[cell]
				backward[from] = logAdd(backward[from], v)
				switch p := math.Exp(forward[from] + v - all); {
				case s.p == 0:
					alone[1][j-1] += p
				case s.q == 0:
					alone[0][i-1] += p
				}
			}
		}
	}
	return alone
}

// beside is the corridor of a path.
func beside(path []step, n, t int) band {
	b := make(band, n+1)
	for i := range b {
		b[i] = span{t, 0}
	}
	open := func(i, j int) {
		b[i].low, b[i].high = min(b[i].low, max(0, j-corridor)), max(b[i].high, min(t, j+corridor))
	}
	open(0, 0)
	for _, s := range path {
		for i := s.i; i <= s.i+s.p; i++ {
			open(i, s.j)
			open(i, s.j+s.q)
		}
	}
	return b
}

// starts are the numbers of the first cell of each row, and of one more.
func (b band) starts() []int {
	out := make([]int, len(b)+1)
	for i, r := range b {
		out[i+1] = out[i] + r.high - r.low + 1
	}
	return out
}

// before is the cell from which a bead of a shape leads to the cell of row i and
// column j, or -1.
func (b band) before(start []int, i, j int, s shape) int {
	x, y := i-s.p, j-s.q
	if x < 0 || y < b[x].low || y > b[x].high {
		return -1
	}
	return start[x] + y - b[x].low
}

// logSum adds numbers that are given by their logarithms.
type logSum struct{ top, sum float64 }

func (l *logSum) add(v float64) {
	switch {
	case math.IsInf(v, -1):
	case v <= l.top:
		l.sum += math.Exp(v - l.top)
	default:
		l.sum = l.sum*math.Exp(l.top-v) + 1
		l.top = v
	}
}

func (l *logSum) value() float64 {
	if l.sum == 0 {
		return math.Inf(-1)
	}
	return l.top + math.Log(l.sum)
}

func logAdd(a, b float64) float64 {
	s := logSum{a, 1}
	if math.IsInf(a, -1) {
		s.sum = 0
	}
	s.add(b)
	return s.value()
}
