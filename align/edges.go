package align

import (
	"math"
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
)

// An edge is how a sentence starts or ends. A translation that joins or splits
// sentences does so where a sentence ends: a group that ends with a full stop is
// seldom rendered by one that ends with a comma, and one that starts in the middle
// of a sentence seldom by one that starts with a capital.
type edge uint8

// The edges.
const (
	unknownEdge edge = iota
	upperEdge        // starts with a capital,
	lowerEdge        // a small letter,
	digitEdge        // a figure,
	markEdge         // or a mark, such as that of a list item
	stopEdge         // ends with a full stop,
	askEdge          // ? !
	pauseEdge        // , ;
	colonEdge        // :
	cutEdge          // or without a mark
	edges            // how many there are
)

// ends are the edges of a sentence, its start and its end.
type ends [2]edge

func newEnds(s *article.Sentence) ends { return ends{startOf(s.Tokens), endOf(s.Tokens)} }

// startOf is how tokens start, but for quotation marks and brackets.
func startOf(tokens []article.Token) edge {
	for i := range tokens {
		t := &tokens[i]
		r, _ := utf8.DecodeRuneInString(t.Text)
		switch {
		case t.Kind == article.Punct && enclosing(t.Text):
		case t.Kind == article.Punct:
			return markEdge
		case unicode.IsDigit(r):
			return digitEdge
		case unicode.IsUpper(r):
			return upperEdge
		case unicode.IsLower(r):
			return lowerEdge
		default:
			return unknownEdge
		}
	}
	return unknownEdge
}

// endOf is how tokens end, but for quotation marks and brackets.
func endOf(tokens []article.Token) edge {
	for i := len(tokens) - 1; i >= 0; i-- {
		t := &tokens[i]
		if t.Kind != article.Punct {
			return cutEdge
		}
		if enclosing(t.Text) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(t.Text)
		switch r {
		case '.', '…', '。', '।', '۔', '։':
			return stopEdge
		case '?', '!', '？', '！', '؟':
			return askEdge
		case ',', ';', '،', '、', '，', '；', '·':
			return pauseEdge
		case ':', '：':
			return colonEdge
		}
		return cutEdge
	}
	return unknownEdge
}

// enclosing tells whether a mark is a quotation mark or a bracket.
func enclosing(mark string) bool {
	k := markKey(mark)
	return k == "\"" || k == "(" || mark == "[" || mark == "]" || mark == "'" || mark == "’" || mark == "‘"
}

// edgeGains is the evidence of a pair of edges, by the edge of the source and of
// the target.
type edgeGains [edges][edges]float64

// newEdgeGains prepares the evidence of starts or ends: rate is how often a true
// pair has the same.
func (k *keys) newEdgeGains(end int, rate float64) (out edgeGains) {
	var share [2][edges]float64
	for side := range 2 {
		for _, e := range k.ends[side] {
			share[side][e[end]] += 1 / float64(len(k.ends[side]))
		}
	}
	for a := range edges {
		for b := range edges {
			switch q := math.Sqrt(share[0][a] * share[1][b]); {
			case a == unknownEdge || b == unknownEdge || q == 0:
			case a == b:
				out[a][b] = math.Log(rate/q + 1 - rate)
			default:
				out[a][b] = math.Log(1 - rate)
			}
		}
	}
	return out
}

// edgeScore is the evidence of the edges of a bead.
func (m *model) edgeScore(i, j int, s shape) float64 {
	a, b := m.k.ends[0], m.k.ends[1]
	return m.edge[0][a[i][0]][b[j][0]] + m.edge[1][a[i+s.p-1][1]][b[j+s.q-1][1]]
}

// edgeRates learns from the beads of a path how often starts and ends agree.
func (k *keys) edgeRates(path []step) (rate [2]float64) {
	same := [2]float64{usualEdges * edgeRate, usualEdges * edgeRate}
	seen := [2]float64{usualEdges, usualEdges}
	for _, s := range path {
		if s.p == 0 || s.q == 0 {
			continue
		}
		for end, x := range [2][2]int{{s.i, s.j}, {s.i + s.p - 1, s.j + s.q - 1}} {
			a, b := k.ends[0][x[0]][end], k.ends[1][x[1]][end]
			if a != unknownEdge && b != unknownEdge {
				seen[end]++
				if a == b {
					same[end]++
				}
			}
		}
	}
	for end := range rate {
		rate[end] = min(same[end]/seen[end], 0.95)
	}
	return rate
}

// edgeRate is how often edges agree, at first; usualEdges is how many beads that
// is worth.
const (
	edgeRate   = 0.8
	usualEdges = 20
)
