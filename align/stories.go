package align

import (
	"cmp"
	"math"
	"slices"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// How articles on one story are matched
//
// Journalists who tell the same event share few whole sentences but many
// words: names, numbers, quotations. Sentences are vectors of character 4-grams
// weighted by rarity (see grams), and an inverted index over the sentences of
// all articles finds the pairs that share rare grams, so that no sentence is
// compared with all others. The pairs of two articles are weighed by the order
// of both (see order), and beads grow from them in three steps.
//
// First the pairs that are best in both directions become beads of one
// sentence each, strongest first. A bead takes in the sentences next to it, on
// one of its sides, as long as that makes the sides more alike: a sentence that
// one article splits in two is found that way. Then a sentence that is in no bead
// joins the one that it resembles most, in a bead of its own: articles repeat
// themselves, and each repetition can contradict. Names decide where words do
// not suffice (see repeat). Last, sentences next to beads are joined that the
// order of the articles makes likely though few words do. Nothing forces beads to
// run in order. Stop words stay in the vectors: they are short, so that they
// weigh little, and leaving them out made all alignments worse.
//
// Articles of one story are compared with those that they share most with, at
// most maxPartners each, so that twice the articles are twice the work.
//
// The measures of similarity and the growth follow Štajner et al., "CATS"
// (LREC 2018), who found character n-grams to align simplified with original
// text better than word vectors; the index is what makes it linear.

// The thresholds of a bead, in units of link.s where nothing else is said. They
// were measured on simplified, paraphrased and independent texts in English and
// German.
const (
	minSimilarity = 0.05 // of any pair, cosine
	coreBest      = 0.18 // of a pair that is best in both directions
	coreNext      = 0.25 // of a pair whose better partners are taken
	nearBest      = 0.80 // share of the best that counts as best
	neighbour     = 0.80 // share of its best with which a sentence joins a bead before it can open its own
	astray        = 0.60 // what is left of the strength of a pair that the order of articles speaks against that retell each other,
	along         = 1.30 // and what becomes of it where the order is for it
	inPlace       = 0.50 // probability, by the order, of a pair next to a bead that joins it
	repeated      = 0.22 // of a sentence that repeats what a bead has
	repeatedShare = 0.60 // and as a share of the best that either has
	severalLess   = 0.10 // by how much less is needed where a text tells each thing several times: repeated
	severalShare  = 0.40 // and repeatedShare
	severalBest   = 0.14 // of any pair there, cosine and
	wordOdds      = 0.02 // so much for each unit of odds
	kinship       = 2.00 // share that a pair of sentences in no bead gains for each rare name that they share
	oneName       = 0.80 // beyond one: a single name proves little
	commonWeight  = 0.50 // weight of the most common gram
	massExponent  = 0.20
)

// Stories matches the passages of articles that tell the same events, in one
// language. It returns an alignment for each pair of articles with at least one
// matched passage, ordered by their places in sheets; Source is the earlier of
// the two. Where from > 0, only pairs with one article before from and one at
// or after it are matched: sources first, drafts behind. What is matched does
// not depend on the order of sheets.
func Stories(sheets []*fact.Sheet, from int) []*Alignment {
	if len(sheets) < 2 || from >= len(sheets) {
		return nil
	}
	order := arrange(sheets, from)
	people := linkNames(sheets)
	g := newGrams(sheets, order, people)
	limit := 0
	if from > 0 {
		limit = len(sheets) - from
	}
	links := g.links(limit)
	links = g.partners(links)
	slices.SortStableFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(g.article[x.a], g.article[y.a]), cmp.Compare(g.article[x.b], g.article[y.b]))
	})
	var out []*Alignment
	for len(links) > 0 {
		a, b := g.article[links[0].a], g.article[links[0].b]
		n := 1
		for n < len(links) && g.article[links[n].a] == a && g.article[links[n].b] == b {
			n++
		}
		if beads := g.match(links[:n:n]); len(beads) > 0 {
			out = append(out, story(sheets, order[a], order[b], beads, g.words, people))
		}
		links = links[n:]
	}
	place := make(map[*fact.Sheet]int, len(sheets))
	for n, s := range sheets {
		place[s] = n
	}
	slices.SortFunc(out, func(x, y *Alignment) int {
		return cmp.Or(cmp.Compare(place[x.Source], place[y.Source]), cmp.Compare(place[x.Target], place[y.Target]))
	})
	return out
}

// story completes the alignment of two articles.
func story(sheets []*fact.Sheet, a, b int, beads []Bead, w *words, n *names) *Alignment {
	if a > b {
		a, b = b, a
		for i := range beads {
			beads[i].Source, beads[i].Target = beads[i].Target, beads[i].Source
		}
	}
	slices.SortFunc(beads, compareBeads)
	al := &Alignment{Relation: Story, Source: sheets[a], Target: sheets[b], Beads: beads}
	al.pairFacts(n, a, b)
	al.diffBeads(w)
	return al
}

// compareBeads orders beads by their place in the source, then in the target.
func compareBeads(x, y Bead) int {
	return cmp.Or(slices.Compare(x.Source, y.Source), slices.Compare(x.Target, y.Target))
}

// arrange returns the order in which sheets are matched. It depends on the text
// alone, so that neither caps nor rounding show the order of arguments. Drafts
// come before sources: each then meets as many sources as the caps allow.
func arrange(sheets []*fact.Sheet, from int) []int {
	order := make([]int, len(sheets))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		if from > 0 && (x < from) != (y < from) {
			if x < from {
				return 1
			}
			return -1
		}
		return compareArticles(sheets[x].Article, sheets[y].Article)
	})
	return order
}

// compareArticles orders articles by their words, then by path.
func compareArticles(x, y *article.Article) int {
	return cmp.Or(slices.CompareFunc(x.Sentences, y.Sentences, func(s, t article.Sentence) int {
		return slices.CompareFunc(s.Tokens, t.Tokens, func(u, v article.Token) int { return cmp.Compare(u.Text, v.Text) })
	}), cmp.Compare(x.Path, y.Path))
}

// byEvidence orders links by strength, strongest first.
func byEvidence(x, y link) int { return cmp.Or(cmp.Compare(y.s, x.s), byPlace(x, y)) }

func byPlace(x, y link) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) }

// group is a bead that grows.
type group struct {
	sides [2][]int32  // vectors, ascending
	sums  [2][]weight // their sums, unscaled
	cos   float64
	loose bool // see Bead
}

// matcher matches two articles.
type matcher struct {
	g     *grams
	links []link // ascending by place
	rows  []int  // of each vector of the source, its first link; one more at the end
	first [2]int // first vector of each article
	best  [2][]float64
	in    [2][]*group // the group that each vector is in
	all   []*group
	// several is how likely one text tells each thing several times, in [0,1].
	several float64
	// astray is what is left of the strength of a link that the order speaks against.
	astray float64
}

// match returns the beads of two articles from the links between them.
func (g *grams) match(links []link) []Bead {
	m := &matcher{g: g, links: links}
	for side, n := range [2]int32{g.article[links[0].a], g.article[links[0].b]} {
		m.first[side] = g.first[n]
		m.best[side] = make([]float64, g.first[n+1]-g.first[n])
		m.in[side] = make([]*group, len(m.best[side]))
	}
	m.rows = make([]int, len(m.in[0])+1)
	for _, l := range links {
		m.rows[int(l.a)-m.first[0]+1]++
	}
	for i := range m.in[0] {
		m.rows[i+1] += m.rows[i]
	}
	m.weigh()
	m.pair()
	m.repeat()
	m.complete()
	beads := make([]Bead, 0, len(m.all))
	for _, x := range m.all {
		beads = append(beads, Bead{Source: g.sentences(x.sides[0]), Target: g.sentences(x.sides[1]), Score: min(x.cos, 1), Loose: x.loose})
	}
	return beads
}

// weigh weighs the links by the order of the articles, and finds the best of
// each vector. What the order speaks against loses strength as far as one article
// is seen to retell the other: two independent reports need not share it. And
// where one text tells each thing several times it means nothing.
func (m *matcher) weigh() {
	jump, retold := m.order()
	m.findBest()
	m.several = m.tellsSeveralTimes(jump)
	m.astray = 1 - (1-astray)*(1-m.several)*ramp(retold, 0.20, 0.60)
	for n := range m.links {
		m.links[n].s *= m.byOrder(m.links[n])
	}
	m.findBest()
}

// byOrder is the factor of a link that stands for the order of the articles.
func (m *matcher) byOrder(l link) float64 {
	sure := m.several + (1-m.several)*along
	return m.astray + (sure-m.astray)*l.likely
}

func (m *matcher) findBest() {
	clear(m.best[0])
	clear(m.best[1])
	for _, l := range m.links {
		i, j := m.places(l)
		m.best[0][i] = max(m.best[0][i], l.s)
		m.best[1][j] = max(m.best[1][j], l.s)
	}
}

// ramp rises from 0 to 1 between two values.
func ramp(x, from, to float64) float64 { return max(0, min(1, (x-from)/(to-from))) }

// tellsSeveralTimes is how likely the longer text tells each thing of the shorter
// one several times, as several reports in a row do beside their summary: it is
// much longer, has nearly all of the shorter one, and in another order.
func (m *matcher) tellsSeveralTimes(jump float64) float64 {
	var words, matched [2]float64
	for side := range 2 {
		for i, best := range m.best[side] {
			words[side] += m.g.size[m.first[side]+i]
			if best >= coreBest {
				matched[side] += 1 / float64(len(m.best[side]))
			}
		}
	}
	short := 0
	if words[1] < words[0] {
		short = 1
	}
	return ramp(words[1-short]/words[short], 1.25, 1.75) * ramp(matched[short], 0.70, 0.85) * ramp(jump, 0.20, 0.35)
}

func (g *grams) sentences(vectors []int32) []int {
	out := make([]int, len(vectors))
	for i, v := range vectors {
		out[i] = int(g.sentence[v])
	}
	return out
}

// places returns the places of a link's vectors in their articles.
func (m *matcher) places(l link) (i, j int) { return int(l.a) - m.first[0], int(l.b) - m.first[1] }

// open adds a group of one vector a side.
func (m *matcher) open(l link) *group {
	x := &group{sides: [2][]int32{{l.a}, {l.b}}, cos: l.cos}
	m.all = append(m.all, x)
	return x
}

// pair opens a group for each pair of sentences that suit each other best.
func (m *matcher) pair() {
	ranked := slices.Clone(m.links)
	slices.SortFunc(ranked, byEvidence)
	for _, l := range ranked {
		i, j := m.places(l)
		if l.s < coreBest || m.in[0][i] != nil || m.in[1][j] != nil {
			continue
		}
		if l.s >= coreNext || l.s >= nearBest*max(m.best[0][i], m.best[1][j]) {
			x := m.open(l)
			m.in[0][i], m.in[1][j] = x, x
			for m.grow(x) {
			}
		}
	}
}

// evidence looks up the link of two vectors; 0 where there is none.
func (m *matcher) evidence(a, b int32) float64 {
	i := int(a) - m.first[0]
	if i < 0 || i+1 >= len(m.rows) {
		return 0
	}
	for _, l := range m.links[m.rows[i]:m.rows[i+1]] {
		if l.b == b {
			return l.s
		}
	}
	return 0
}

// grow takes one neighbour into a group and reports whether it found one that
// makes the sides more alike, and whose link to the group is hardly weaker than
// its best one. One side stays a single sentence: of two groups of sentences
// hardly ever does each sentence correspond to each.
func (m *matcher) grow(x *group) bool {
	best, bestSide, bestVector := x.cos, -1, int32(0)
	for side := range 2 {
		own := x.sides[side]
		if len(x.sides[1-side]) > 1 {
			continue
		}
		for _, v := range [2]int32{own[0] - 1, own[len(own)-1] + 1} {
			i := int(v) - m.first[side]
			if i < 0 || i >= len(m.in[side]) || m.in[side][i] != nil || !m.linked(side, v, x.sides[1-side], neighbour*m.best[side][i]) {
				continue
			}
			if c := m.with(x, side, v); c > best {
				best, bestSide, bestVector = c, side, v
			}
		}
	}
	if bestSide < 0 {
		return false
	}
	side := bestSide
	x.sums[side] = sum(x.sums[side], m.g.vectors[bestVector], m.g.length[bestVector])
	if bestVector < x.sides[side][0] {
		x.sides[side] = slices.Insert(x.sides[side], 0, bestVector)
	} else {
		x.sides[side] = append(x.sides[side], bestVector)
	}
	x.cos = best
	m.in[side][int(bestVector)-m.first[side]] = x
	return true
}

// linked reports whether a vector of one side has a link to any of the other
// that is stronger than least.
func (m *matcher) linked(side int, v int32, others []int32, least float64) bool {
	return slices.ContainsFunc(others, func(o int32) bool {
		if side == 0 {
			return m.evidence(v, o) > least
		}
		return m.evidence(o, v) > least
	})
}

// with is the similarity of the two sides were v added to one.
func (m *matcher) with(x *group, side int, v int32) float64 {
	for s := range 2 {
		if x.sums[s] == nil {
			first := x.sides[s][0]
			x.sums[s] = sum(nil, m.g.vectors[first], m.g.length[first])
		}
	}
	grown := sum(x.sums[side], m.g.vectors[v], m.g.length[v])
	other := x.sums[1-side]
	return dot(grown, other) / math.Sqrt(dot(grown, grown)*dot(other, other))
}

// sum returns a plus b scaled.
func sum(a, b []weight, scale float64) []weight {
	out := make([]weight, 0, len(a)+len(b))
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i].gram < b[j].gram:
			out = append(out, a[i])
			i++
		case i == len(a) || b[j].gram < a[i].gram:
			out = append(out, weight{b[j].gram, b[j].w * float32(scale)})
			j++
		default:
			out = append(out, weight{a[i].gram, a[i].w + b[j].w*float32(scale)})
			i++
			j++
		}
	}
	return out
}

// repeat opens groups for what articles tell more than once.
//
// A sentence that is in no group joins what it resembles most: another sentence
// of its article tells that already. Two such sentences that name the same
// people tell of the same, however few other words they share. And where one text
// tells each thing several times, all pairs count that are much alike: loosely,
// because what they differ in may be another event.
func (m *matcher) repeat() {
	least, share := repeated-severalLess*m.several, repeatedShare-severalShare*m.several
	for _, l := range m.links {
		i, j := m.places(l)
		best := max(m.best[0][i], m.best[1][j])
		switch {
		case m.in[0][i] != nil && m.in[0][i] == m.in[1][j]:
		case m.alone(l) && l.s >= repeated && l.s >= repeatedShare*best:
			m.open(l)
		case m.several > 0 && l.cos+wordOdds*l.odds >= severalBest && l.s >= (1-m.several)*repeated && l.s >= (1-m.several)*repeatedShare*best,
			m.alone(l) && l.s >= least && l.s >= share*best:
			m.open(l).loose = true
		case m.in[0][i] == nil && m.in[1][j] == nil:
			names := kinship * max(0, m.g.sharedNames(l.a, l.b)-oneName)
			if s := max(l.s, l.s/m.byOrder(l)) * (1 + names); names > 0 && s >= least && s >= share*best {
				m.open(l)
			}
		}
	}
}

// alone tells whether a link is the best of a sentence that is in no group.
func (m *matcher) alone(l link) bool {
	i, j := m.places(l)
	return m.in[0][i] == nil && l.s == m.best[0][i] || m.in[1][j] == nil && l.s == m.best[1][j]
}

// complete opens groups for the pairs next to groups that are likely by their
// place.
func (m *matcher) complete() {
	known := map[[2]int32]bool{}
	for _, x := range m.all {
		for _, a := range x.sides[0] {
			for _, b := range x.sides[1] {
				known[[2]int32{a, b}] = true
			}
		}
	}
	beside := func(l link) bool {
		return known[[2]int32{l.a - 1, l.b}] || known[[2]int32{l.a + 1, l.b}] || known[[2]int32{l.a, l.b - 1}] || known[[2]int32{l.a, l.b + 1}]
	}
	likely := slices.DeleteFunc(slices.Clone(m.links), func(l link) bool { return l.likely < inPlace || known[[2]int32{l.a, l.b}] })
	for range 2 { // up, then down
		for _, l := range likely {
			if k := [2]int32{l.a, l.b}; !known[k] && beside(l) {
				m.open(l)
				known[k] = true
			}
		}
		slices.Reverse(likely)
	}
}
