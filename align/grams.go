package align

import (
	"cmp"
	"math"
	"slices"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// A weight is one component of a sparse vector.
type weight struct {
	gram int32
	w    float32
}

// grams holds the sentences of several articles as vectors over the character
// 4-grams of their words. Grams stay inside words, which are padded with a
// blank on both sides: four letters are long enough to be rare and short enough
// to survive inflection, compounding and small slips.
//
// A gram weighs the more the fewer sentences contain it. Two short articles
// show little of how common a gram is, so a constant part is added: it keeps a
// word that both articles use, which is rare in the language and common here,
// from weighing nothing.
type grams struct {
	article  []int32     // of each vector; ascending
	sentence []int32     // of each vector; ascending within an article
	vectors  [][]weight  // ascending by gram; of unit length once weighed
	length   []float64   // of each vector before it was scaled
	parts    [][]float32 // of each vector: how many words each gram stands for
	amount   []float32   // of each gram: the words that it stands for
	size     []float64   // of each vector: its words
	total    float64     // words of all that was read
	first    []int       // of each article: its first vector; one more at the end
	df       []int32     // of each gram: the vectors that contain it
	names    [][]weight  // of each vector: the groups of the names in it, ascending, with their rarity

	words  *words
	ofWord [][]int32 // of each word: its grams
	ids    map[[4]rune]int32
	buffer []weight
	padded []rune
}

// maxTokens caps the tokens of a sentence that are looked at, maxWord the
// letters of a word: text that nobody wrote for readers is not worth more.
const (
	maxTokens = 400
	maxWord   = 64
)

// newGrams reads the sentences of the sheets, in their order.
func newGrams(sheets []*fact.Sheet, order []int, people *names) *grams {
	g := &grams{words: newWords(), ids: map[[4]rune]int32{}}
	for n, place := range order {
		s := sheets[place]
		g.first = append(g.first, len(g.vectors))
		a := s.Article
		for i := range a.Sentences {
			if v, parts := g.count(&a.Sentences[i]); len(v) > 0 && tells(a, i) {
				g.article = append(g.article, int32(n))
				g.sentence = append(g.sentence, int32(i))
				g.vectors = append(g.vectors, v)
				g.parts = append(g.parts, parts)
				g.size = append(g.size, sumOf(parts))
				g.names = append(g.names, people.in(place, s, i))
			}
		}
	}
	g.first = append(g.first, len(g.vectors))
	g.total = sumOf(g.amount)
	g.weigh()
	g.weighNames(len(people.links.Groups))
	return g
}

func sumOf(parts []float32) (sum float64) {
	for _, p := range parts {
		sum += float64(p)
	}
	return sum
}

// tells reports whether a sentence tells part of the story.
func tells(a *article.Article, sentence int) bool {
	k := a.Blocks[a.Sentences[sentence].Block].Kind
	return k.Linted() && k != article.Credit && k != article.Dateline
}

// word returns the grams of a word, which it computes once.
func (g *grams) word(id int32) []int32 {
	for int(id) >= len(g.ofWord) {
		g.ofWord = append(g.ofWord, g.split(g.words.text[len(g.ofWord)]))
	}
	return g.ofWord[id]
}

func (g *grams) split(w string) []int32 {
	p := append(g.padded[:0], ' ')
	for _, r := range w {
		if len(p) > maxWord {
			break
		}
		p = append(p, r)
	}
	p = append(p, ' ')
	g.padded = p
	out := make([]int32, 0, max(1, len(p)-3))
	for i := 0; i == 0 || i+4 <= len(p); i++ {
		var key [4]rune
		copy(key[:], p[i:])
		id, ok := g.ids[key]
		if !ok {
			id = int32(len(g.df))
			g.ids[key] = id
			g.df = append(g.df, 0)
			g.amount = append(g.amount, 0)
		}
		out = append(out, id)
	}
	return out
}

// count returns the grams of a sentence with how often they occur, and how many
// words they stand for: a word is shared out among its grams.
func (g *grams) count(s *article.Sentence) (v []weight, parts []float32) {
	all := g.buffer[:0]
	for _, w := range g.words.of(s) {
		ids := g.word(w.id)
		for _, id := range ids {
			all = append(all, weight{id, 1 / float32(len(ids))})
		}
	}
	g.buffer = all
	slices.SortFunc(all, func(x, y weight) int { return cmp.Compare(x.gram, y.gram) })
	v, parts = make([]weight, 0, len(all)), make([]float32, 0, len(all))
	for i := 0; i < len(all); {
		j, part := i, float32(0)
		for ; j < len(all) && all[j].gram == all[i].gram; j++ {
			part += all[j].w
		}
		id := all[i].gram
		v, parts = append(v, weight{id, float32(j - i)}), append(parts, part)
		g.df[id]++
		g.amount[id] += part
		i = j
	}
	return v, parts
}

// weigh turns counts into vectors of unit length.
func (g *grams) weigh() {
	n := float64(len(g.vectors))
	rarity := make([]float64, len(g.df))
	for i, df := range g.df {
		rarity[i] = math.Log((n+1)/(float64(df)+0.5)) + commonWeight
	}
	g.length = make([]float64, len(g.vectors))
	for k, v := range g.vectors {
		sum := 0.0
		for i := range v {
			x := rarity[v[i].gram]
			if v[i].w > 1 {
				x *= 1 + math.Log(float64(v[i].w))
			}
			v[i].w = float32(x)
			sum += x * x
		}
		g.length[k] = math.Sqrt(sum)
		for i := range v {
			v[i].w /= float32(g.length[k])
		}
	}
}

// weighNames fills in how rare the names are: 1 for one that a single sentence
// has, 0 for one that all have.
func (g *grams) weighNames(groups int) {
	df := make([]int32, groups)
	for _, v := range g.names {
		for _, w := range v {
			df[w.gram]++
		}
	}
	all := math.Log(float64(len(g.names)) + 1)
	for _, v := range g.names {
		for i := range v {
			v[i].w = float32(1 - math.Log(float64(df[v[i].gram]))/all)
		}
	}
}

// sharedNames is how much the names speak for two vectors that have in common:
// the sum of their rarity.
func (g *grams) sharedNames(a, b int32) float64 {
	sum := float32(0)
	for x, y := g.names[a], g.names[b]; len(x) > 0 && len(y) > 0; {
		switch {
		case x[0].gram == y[0].gram:
			sum += x[0].w
			x, y = x[1:], y[1:]
		case x[0].gram < y[0].gram:
			x = x[1:]
		default:
			y = y[1:]
		}
	}
	return float64(sum)
}

// dot is the product of two vectors.
func dot(a, b []weight) float64 {
	sum := float32(0)
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x, y := a[i].gram, b[j].gram
		if x == y {
			sum += a[i].w * b[j].w
		}
		if x <= y {
			i++
		}
		if y <= x {
			j++
		}
	}
	return float64(sum)
}

// spread writes a vector into a table by gram.
func spread(table []float32, v []weight) {
	for _, w := range v {
		table[w.gram] = w.w
	}
}

// dotSpread is the product of a vector and one that was spread.
func dotSpread(table []float32, v []weight) float32 {
	sum := float32(0)
	for _, w := range v {
		sum += table[w.gram] * w.w
	}
	return sum
}

// A link is a pair of vectors that may tell the same.
type link struct {
	a, b int32   // a < b, of different articles
	cos  float64 // similarity
	s    float64 // evidence: cos, raised for long sentences and lowered for short ones
	// What reading one article along the other shows, see order.
	likely float64 // probability that the sentences correspond
	odds   float64 // how much likelier the words of one are where it comes from the other, logarithm
}

// The caps on candidates: a gram leads from a sentence to at most maxPostings
// others, at most maxLinks of those are kept, and an article is compared with at
// most maxPartners others that it chooses. They bite where dozens of
// articles tell one story; each sentence is then compared with some of them.
const (
	maxPostings = 96
	maxLinks    = 16
	maxPartners = 16
)

// links returns the pairs of similar sentences of different articles, each
// once. With limit > 0 only pairs of an article before limit with one at or
// after it are returned. The cost is bounded by the number of grams times
// maxPostings, never by the pairs of sentences.
func (g *grams) links(limit int) []link {
	postings, mass := g.postings(), g.masses()
	most := mostWeights(postings)
	var out []link
	near := make([]link, 0, maxLinks)
	next := make([]int32, len(g.df)) // of each gram: the first posting behind the current article
	acc := make([]float32, len(g.vectors))
	var touched []int32
	own := make([]float32, len(g.df)) // the vector of the current sentence, by gram
	rows := len(g.vectors)
	if limit > 0 {
		rows = g.first[limit]
	}
	for k := range rows {
		end := g.first[g.article[k]+1]
		if limit > 0 {
			end = rows
		}
		touched = touched[:0]
		cut := false
		unseen := float32(0) // at most what cut postings would add to a similarity
		for _, w := range g.vectors[k] {
			list := postings[w.gram]
			p := next[w.gram]
			for int(p) < len(list) && int(list[p].gram) < end {
				p++
			}
			next[w.gram] = p
			list = list[p:]
			if len(list) > maxPostings {
				list, cut = list[:maxPostings], true
				unseen += w.w * most[w.gram]
			}
			for _, q := range list {
				if acc[q.gram] == 0 {
					touched = append(touched, q.gram)
				}
				acc[q.gram] += w.w * q.w
			}
		}
		if cut {
			spread(own, g.vectors[k])
		}
		near = near[:0]
		for _, t := range touched {
			cos := acc[t]
			acc[t] = 0
			if cut && cos >= minSimilarity/2 {
				if len(near) == maxLinks && float64(cos+unseen)*mass[k]*mass[t]*rounding < near[maxLinks-1].s {
					continue
				}
				cos = dotSpread(own, g.vectors[t])
			}
			if cos >= minSimilarity {
				near = keepBest(near, link{a: int32(k), b: t, cos: float64(cos), s: float64(cos) * mass[k] * mass[t]})
			}
		}
		if cut {
			for _, w := range g.vectors[k] {
				own[w.gram] = 0
			}
		}
		slices.SortFunc(near, byPlace)
		out = append(out, near...)
	}
	return out
}

// rounding makes up for the rounding of sums in another order.
const rounding = 1 + 1e-4

// mostWeights returns the largest weight that each gram has in any vector.
func mostWeights(postings [][]weight) []float32 {
	out := make([]float32, len(postings))
	for i, list := range postings {
		for _, w := range list {
			out[i] = max(out[i], w.w)
		}
	}
	return out
}

// postings returns the vectors that contain each gram, ascending, with the
// weight of the gram in them; their field gram holds the vector.
func (g *grams) postings() [][]weight {
	total := 0
	for _, n := range g.df {
		total += int(n)
	}
	all := make([]weight, total)
	out := make([][]weight, len(g.df))
	at := 0
	for i, n := range g.df {
		out[i] = all[at : at : at+int(n)]
		at += int(n)
	}
	for k, v := range g.vectors {
		for _, w := range v {
			out[w.gram] = append(out[w.gram], weight{int32(k), w.w})
		}
	}
	return out
}

// masses are how much the similarity of a vector to another counts for: two words
// in common prove less when the sentences have three than when they have thirty.
// The masses of both vectors are multiplied.
func (g *grams) masses() []float64 {
	out := make([]float64, len(g.vectors))
	for k, v := range g.vectors {
		out[k] = math.Pow(float64(len(v))/usualGrams, massExponent)
	}
	return out
}

// usualGrams is the number of grams in a news sentence of usual length.
const usualGrams = 80

// keepBest adds a link to the best maxLinks of one sentence, strongest first, where
// it is one of them.
func keepBest(best []link, l link) []link {
	if len(best) == maxLinks {
		if byEvidence(l, best[maxLinks-1]) > 0 {
			return best
		}
		best = best[:maxLinks-1]
	}
	at, _ := slices.BinarySearchFunc(best, l, byEvidence)
	return slices.Insert(best, at, l)
}

// partners drops the links between articles that share less with each other than
// either shares with maxPartners others.
func (g *grams) partners(links []link) []link {
	articles := len(g.first) - 1
	if articles <= maxPartners+1 {
		return links
	}
	type partner struct {
		article int32
		shared  float64
	}
	shared := make([]map[int32]float64, articles)
	for n := range shared {
		shared[n] = map[int32]float64{}
	}
	for _, l := range links {
		a, b := g.article[l.a], g.article[l.b]
		shared[a][b] += l.s
		shared[b][a] += l.s
	}
	kept := make([]map[int32]bool, articles)
	for n, m := range shared {
		var all []partner
		for b, s := range m {
			all = append(all, partner{b, s})
		}
		slices.SortFunc(all, func(x, y partner) int {
			return cmp.Or(cmp.Compare(y.shared, x.shared), cmp.Compare(x.article, y.article))
		})
		kept[n] = map[int32]bool{}
		for _, p := range all[:min(len(all), maxPartners)] {
			kept[n][p.article] = true
		}
	}
	return slices.DeleteFunc(links, func(l link) bool {
		a, b := g.article[l.a], g.article[l.b]
		return !kept[a][b] && !kept[b][a]
	})
}
