package align

import "math"

// How the order of two articles helps
//
// A sentence of six words often shares none with the sentence that it tells
// again, and two sentences on one topic share several without telling the same.
// Then their places decide: who rewrites a text follows it, and even reporters
// who write independently keep some of its order. So one article is read along
// the other with a hidden Markov model, as Vogel, Ney and Tillmann align words
// ("HMM-based word alignment in statistical translation", COLING 1996). What is
// observed are the sentences of one article, the states are the sentences of
// the other. A sentence may also come from nowhere.
//
// That a sentence b comes from a sentence a is the more likely the more of its
// words are drawn from a, and rare ones count for more: each gram of b stands
// there because it was drawn from a or by chance,
//
//	P(b|a) / P(b) = product over grams g of b of (1-drawn) + drawn P(g|a)/P(g)
//
// the mixture that information retrieval calls query likelihood. A long sentence
// without common words thus speaks against a, a short one hardly does.
//
// From one sentence to the next a reader stays, goes on by one, or moves a
// little, or jumps anywhere. How he moves, how often he jumps and how much of a
// sentence is drawn is learned from the two articles by expectation-maximization,
// so that two reports that share no order are not forced into one, and a text
// that was rewritten freely is not measured like a copy. Reading is done both
// ways; the surer way counts.
//
// Only those states are tried that the sentence shares grams with, so that the
// cost is that of the links.

// What the model starts from, and how far it may learn.
const (
	usuallyDrawn = 0.4 // share of the words of a sentence that are drawn from what it tells again
	usuallyJumps = 0.3 // share of jumps
	priorWords   = 20  // words that the first is worth
	priorMoves   = 4   // sentences that the other and the moves are worth
	nowhere      = 0.4 // share of sentences that come from nowhere
	rounds       = 3   // of expectation-maximization
	seldom       = 0.02
	mostly       = 0.90
	loudness     = 0.8 // exponent of a likelihood: grams do not come independently
	surest       = 12  // logarithm of the greatest likelihood ratio that is believed
)

// moves is how likely each move is that is no jump, from firstMove on.
type moves [9]float64

const firstMove = -3

var usualMoves = moves{0.02, 0.03, 0.05, 0.30, 0.40, 0.10, 0.05, 0.03, 0.02}

// A state is a sentence that an observed sentence may come from.
type state struct {
	at     int32 // its place
	link   int32 // index of the link of the two
	common []common
	odds   float64 // likelihood ratio against coming from nowhere
	// What the model finds out.
	reached float64 // by what comes before, scaled
	moved   moves   // shares of reached that came by each move; the rest came by a jump
	likely  float64 // posterior probability
}

// common is a gram that an observed sentence shares with a state: how many of its
// words it stands for, and how much likelier it is there than anywhere.
type common struct{ part, ratio float32 }

// A reader is the model: what it has learned, and the state of its two passes.
type reader struct {
	rows        [][]state // of each observed sentence
	size        []float64 // of each observed sentence: its words
	n           int       // sentences of the text that is read along
	drawn, jump float64
	move        moves
	mass, ahead scaled
	scale       []float64 // of each sentence: what its probabilities were divided by
}

// order reads the articles along each other. It fills in likely and odds of the
// links, and returns the share of jumps and that of retold sentences: of the
// article that jumps less, and of the one that retells more.
func (m *matcher) order() (jump, retold float64) {
	jump = 1
	for observed := range 2 {
		r := m.reader(observed)
		r.learn()
		jump, retold = min(jump, r.jump), max(retold, r.retold())
		for _, row := range r.rows {
			for k := range row {
				s := &row[k]
				l := &m.links[s.link]
				odds := math.Log(s.odds)
				if observed == 1 {
					odds = max(odds, l.odds)
				}
				l.likely, l.odds = max(l.likely, s.likely), odds
			}
		}
	}
	return jump, retold
}

// reader returns a model that reads one article along the other.
func (m *matcher) reader(observed int) *reader {
	r := &reader{n: len(m.in[1-observed]), drawn: usuallyDrawn, jump: usuallyJumps, move: usualMoves}
	first := m.first[observed]
	r.size = m.g.size[first : first+len(m.in[observed])]
	r.scale = make([]float64, len(r.size))
	r.rows = make([][]state, len(r.size))
	counts := make([]int, len(r.size))
	for _, l := range m.links {
		i, j := m.places(l)
		counts[[2]int{i, j}[observed]]++
	}
	states := make([]state, len(m.links))
	for t, n := range counts {
		r.rows[t], states = states[:0:n], states[n:]
	}
	var all []common
	for n, l := range m.links {
		i, j := m.places(l)
		own, from, t, at := l.a, l.b, i, j
		if observed == 1 {
			own, from, t, at = l.b, l.a, j, i
		}
		start := len(all)
		all = m.g.appendCommon(all, own, from)
		r.rows[t] = append(r.rows[t], state{at: int32(at), link: int32(n), common: all[start:len(all):len(all)]})
	}
	return r
}

// appendCommon appends the grams of vector b that vector a has too.
func (g *grams) appendCommon(out []common, b, a int32) []common {
	x, y := g.vectors[b], g.vectors[a]
	language := g.total + 0.5*float64(len(g.amount))
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].gram < y[j].gram:
			i++
		case x[i].gram > y[j].gram:
			j++
		default:
			chance := (float64(g.amount[x[i].gram]) + 0.5) / language
			out = append(out, common{g.parts[b][i], float32(float64(g.parts[a][j]) / g.size[a] / chance)})
			i++
			j++
		}
	}
	return out
}

// learn fills in the posterior probabilities of the states.
func (r *reader) learn() {
	for round := range rounds {
		if round > 0 {
			r.adapt()
		}
		for t, row := range r.rows {
			for k := range row {
				odds := r.size[t] * math.Log(1-r.drawn)
				for _, c := range row[k].common {
					odds += float64(c.part) * math.Log1p(float64(c.ratio)*r.drawn/(1-r.drawn))
				}
				row[k].odds = math.Exp(max(-surest, min(surest, loudness*odds)))
			}
		}
		r.mass, r.ahead = newScaled(r.n), newScaled(r.n)
		r.forward()
		r.backward()
	}
}

// adapt sets the parameters to what the posterior probabilities lead to expect.
func (r *reader) adapt() {
	var moved moves
	somewhere, walks := 0.0, 0.0
	drawn, words := usuallyDrawn*priorWords, float64(priorWords)
	for t, row := range r.rows {
		for k := range row {
			s := &row[k]
			somewhere += s.likely
			for d, share := range s.moved {
				moved[d] += share * s.likely
				walks += share * s.likely
			}
			words += s.likely * r.size[t]
			for _, c := range s.common {
				x := r.drawn * float64(c.ratio)
				drawn += s.likely * float64(c.part) * x / (1 - r.drawn + x)
			}
		}
	}
	for d := range moved {
		r.move[d] = (moved[d] + usualMoves[d]*priorMoves) / (walks + priorMoves)
	}
	bounded := func(share float64) float64 { return max(seldom, min(mostly, share)) }
	r.jump = bounded((somewhere - walks + usuallyJumps*priorMoves) / (somewhere + priorMoves))
	r.drawn = bounded(drawn / words)
}

// retold is the share of the observed sentences that come from somewhere, where
// nothing is taken for granted.
func (r *reader) retold() float64 {
	sum := 0.0
	for _, row := range r.rows {
		for k := range row {
			sum += row[k].likely
		}
	}
	return sum / float64(len(r.rows)+priorMoves)
}

// forward reads the text from its beginning.
func (r *reader) forward() {
	lost := 1.0 // probability that all so far came from nowhere
	for t, row := range r.rows {
		sum := nowhere
		for k := range row {
			s := &row[k]
			s.reached = (r.jump + (1-r.jump)*lost) / float64(r.n)
			for d, p := range r.move {
				s.moved[d] = (1 - r.jump) * p * r.mass.get(int(s.at)-firstMove-d)
				s.reached += s.moved[d]
			}
			for d := range s.moved {
				s.moved[d] /= s.reached
			}
			s.reached *= (1 - nowhere) * s.odds
			sum += s.reached
		}
		r.scale[t] = sum
		r.mass.multiply(nowhere / sum)
		lost *= nowhere / sum
		for k := range row {
			row[k].reached /= sum
			r.mass.add(int(row[k].at), row[k].reached)
		}
	}
}

// backward reads the text from its end.
func (r *reader) backward() {
	r.ahead.all = 1
	for t := len(r.rows) - 1; t >= 0; t-- {
		row := r.rows[t]
		sum := 0.0
		for k := range row {
			s := &row[k]
			after := r.ahead.get(int(s.at))
			s.likely = s.reached * after
			s.reached = (1 - nowhere) * s.odds * after / r.scale[t]
			sum += s.reached
		}
		r.ahead.multiply(nowhere / r.scale[t])
		r.ahead.all += r.jump / float64(r.n) * sum
		for k := range row {
			for d, p := range r.move {
				r.ahead.add(int(row[k].at)-firstMove-d, (1-r.jump)*p*row[k].reached)
			}
		}
	}
}

// A scaled is a vector that is multiplied as a whole in constant time.
type scaled struct {
	values []float64
	scale  float64 // of values
	all    float64 // what is added to each of them then
}

func newScaled(n int) scaled { return scaled{values: make([]float64, n), scale: 1} }

// get returns a value; 0 of what lies outside.
func (v *scaled) get(i int) float64 {
	if i < 0 || i >= len(v.values) {
		return 0
	}
	return v.values[i]*v.scale + v.all
}

func (v *scaled) add(i int, x float64) {
	if i >= 0 && i < len(v.values) {
		v.values[i] += x / v.scale
	}
}

func (v *scaled) multiply(x float64) {
	v.scale *= x
	v.all *= x
	if v.scale < 1e-200 || v.scale > 1e200 {
		for i := range v.values {
			v.values[i] *= v.scale
		}
		v.scale = 1
	}
}
