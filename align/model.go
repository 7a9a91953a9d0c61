package align

import (
	"math"
	"slices"
)

// maxGroup is the largest number of sentences on one side of a bead.
const maxGroup = 4

// The weights of a translation's evidence, in natural logarithms where they are
// added. They hold for all languages: what differs between languages and texts
// (which keys survive, how lengths relate) is learned from the text itself.
const (
	lexicalWeight = 0.7 // keys are not independent: a cognate is a prefix and a whole word
	loneWeight    = 0.4 // of a key that one side lacks
	tailWeight    = 5.0 // how slowly an odd length becomes impossible
	usualSpread   = 4.0 // variance of a translation's letters, per letter
	priorTexts    = 60  // sentence pairs that the initial rates are worth
	priorNull     = -3.5
	prior12       = -2.0
	prior13       = -4.0
	prior14       = -5.0
	prior22       = -4.5
	borderCost    = -6.0 // of a bead that joins a heading with text, for each such border
)

// A shape is the number of sentences on the two sides of a bead.
type shape struct{ p, q int }

// shapes are the beads that are tried; the first of equals wins.
var shapes = [...]shape{{1, 1}, {1, 0}, {0, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}, {1, 4}, {4, 1}}

// prior is how much rarer a shape is than 1-1.
func (s shape) prior() float64 {
	switch {
	case s.p == 1 && s.q == 1:
		return 0
	case s.p == 0 || s.q == 0:
		return priorNull
	case s.p == 2 && s.q == 2:
		return prior22
	}
	switch s.p + s.q {
	case 3:
		return prior12
	case 4:
		return prior13
	}
	return prior14
}

// rates is how often a key of each trait is on both sides of a true pair.
type rates [traits]float64

// model scores beads.
type model struct {
	k      *keys
	gain   []float64              // of each key that both sides have
	lone   [2][]float64           // by side: penalties of the keys of all sentences before
	length [2][]float64           // by side: letters of all sentences before
	unions [2][maxGroup][][]int32 // by side and number of sentences: the keys of a group that occur on both sides
	edge   [2]edgeGains           // of starts and of ends
	ratio  float64                // letters of the target per letter of the source
	spread float64                // variance of the target's letters, per letter
}

// newModel prepares the scores of all sentences.
func newModel(k *keys, rate rates, edge [2]float64, ratio, spread float64) *model {
	m := &model{k: k, ratio: ratio, spread: spread}
	for end, r := range edge {
		m.edge[end] = k.newEdgeGains(end, r)
	}
	var lone rates
	for t := range lone {
		lone[t] = loneWeight * math.Log(1-rate[t])
	}
	lone[learned], lone[taught] = 0, 0 // a dictionary lists renderings of which one is chosen
	for side := range 2 {
		n := len(k.of[side])
		m.lone[side] = make([]float64, n+1)
		m.length[side] = make([]float64, n+1)
		for g := range m.unions[side] {
			m.unions[side][g] = make([][]int32, n)
		}
		for i, own := range k.of[side] {
			m.length[side][i+1] = m.length[side][i] + k.length[side][i]
			m.lone[side][i+1] = m.lone[side][i]
			shared := make([]int32, 0, len(own))
			for _, id := range own {
				m.lone[side][i+1] += lone[k.traits[id]]
				if k.common(id) {
					shared = append(shared, id)
				}
			}
			m.unions[side][0][i] = shared
		}
		for g := 1; g < maxGroup; g++ {
			for i := 0; i+g < n; i++ {
				m.unions[side][g][i] = union(m.unions[side][g-1][i], m.unions[side][0][i+g])
			}
		}
	}
	m.gain = make([]float64, len(k.traits))
	for id, t := range k.traits {
		if k.common(int32(id)) {
			p, q := rate[t], k.chance(int32(id))
			m.gain[id] = max(0, math.Log((p+(1-p)*q)/q)-2*lone[t])
		}
	}
	return m
}

// chance is how likely a sentence has a key, of the two sides taken together. A
// short text shows little of how rare its words are.
func (k *keys) chance(id int32) float64 {
	more := 0.0
	if k.traits[id].rare() {
		more = unseenSentences
	}
	q := 1.0
	for side := range 2 {
		q *= (float64(k.df[side][id]) + 0.5) / (float64(len(k.of[side])+1) + more)
	}
	return math.Sqrt(q)
}

// rare tells whether most keys of a trait are in few sentences of any text.
func (t trait) rare() bool {
	switch t {
	case short, mark, layout:
		return false
	}
	return true
}

// unseenSentences is how many more sentences are taken to lack a rare key.
const unseenSentences = 6

// union merges two ascending lists.
func union(a, b []int32) []int32 {
	out := make([]int32, 0, len(a)+len(b))
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			out = append(out, a[i])
			i++
		case i == len(a) || b[j] < a[i]:
			out = append(out, b[j])
			j++
		default:
			out = append(out, a[i])
			i, j = i+1, j+1
		}
	}
	return out
}

// score is the evidence for a bead of the sentences from i and from j.
func (m *model) score(i, j int, s shape) float64 {
	if s.p == 0 || s.q == 0 {
		return s.prior()
	}
	across := m.k.borders[0][i+s.p-1] - m.k.borders[0][i] + m.k.borders[1][j+s.q-1] - m.k.borders[1][j]
	return s.prior() + borderCost*float64(across) + m.lengths(i, j, s) + lexicalWeight*(m.lexical(i, j, s)+m.edgeScore(i, j, s))
}

// lexical is the evidence of the keys of a bead: naive Bayes.
func (m *model) lexical(i, j int, s shape) float64 {
	sum := m.lone[0][i+s.p] - m.lone[0][i] + m.lone[1][j+s.q] - m.lone[1][j]
	a, b := m.unions[0][s.p-1][i], m.unions[1][s.q-1][j]
	for x, y := 0, 0; x < len(a) && y < len(b); {
		u, v := a[x], b[y]
		if u == v {
			sum += m.gain[u]
		}
		if u <= v {
			x++
		}
		if v <= u {
			y++
		}
	}
	return sum
}

// lengths is the evidence of the lengths of a bead: Gale and Church's, with
// heavier tails.
func (m *model) lengths(i, j int, s shape) float64 {
	a := (m.length[0][i+s.p] - m.length[0][i]) * m.ratio
	b := m.length[1][j+s.q] - m.length[1][j]
	d := b - a
	return -tailWeight * math.Log1p(d*d/(m.spread*(a+b)*tailWeight))
}

// fit learns from the pairs of a path how often keys survive and how lengths relate.
func (m *model) fit(path []step) (rate rates, ratio, spread float64) {
	var kept, seen rates
	a, b := 1.0, m.ratio
	var off []float64
	for _, s := range path {
		if s.p != 1 || s.q != 1 {
			continue
		}
		a += m.k.length[0][s.i]
		b += m.k.length[1][s.j]
		m.k.survivors(s.i, s.j, &kept, &seen)
	}
	ratio = b / a
	for _, s := range path {
		if s.p == 1 && s.q == 1 {
			x, y := m.k.length[0][s.i]*ratio, m.k.length[1][s.j]
			off = append(off, (y-x)*(y-x)*2/(x+y))
		}
	}
	for t := range rate {
		rate[t] = min((kept[t]+priorTexts*survival[t])/(seen[t]+priorTexts), 0.95)
	}
	spread = usualSpread
	if n := float64(len(off)); n > 0 {
		slices.Sort(off)
		const median = 0.455 // of the square of a normal variable
		const usual = 10     // pairs that the usual spread is worth
		spread = (off[len(off)/2]/median*n + usualSpread*usual) / (n + usual)
		spread = min(max(spread, 1), 40)
	}
	return rate, ratio, spread
}

// survivors counts the keys of a pair of sentences and those that both have.
func (k *keys) survivors(i, j int, kept, seen *rates) {
	x, y := k.of[0][i], k.of[1][j]
	for u, v := 0, 0; u < len(x) || v < len(y); {
		switch {
		case v == len(y) || u < len(x) && x[u] < y[v]:
			seen[k.traits[x[u]]] += 0.5
			u++
		case u == len(x) || y[v] < x[u]:
			seen[k.traits[y[v]]] += 0.5
			v++
		default:
			seen[k.traits[x[u]]]++
			kept[k.traits[x[u]]]++
			u, v = u+1, v+1
		}
	}
}
