package align

import (
	"github.com/sourcelint/sourcelint/align/article"
)

// Relate tells whether two texts in one language run in parallel, as an edited
// or paraphrased text and its original do, or tell the same story independently.
//
// They are parallel where their lengths agree within a third and four of five
// sentences of the shorter have their best partner, by shared words, in order.
// Partners are sought near the diagonal only, so the cost is linear.
func Relate(a, b *article.Article) Relation {
	x, y := bags(a), bags(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 3 || 2*len(y) > 3*len(x) || !near(size(x), size(y)) {
		return Story
	}
	inOrder, last := 0, -1
	for i, words := range x {
		centre := i * len(y) / len(x)
		best, at := 0.5, -1
		for j := max(0, centre-reach); j < min(len(y), centre+reach+1); j++ {
			if s := dice(words, y[j]); s > best {
				best, at = s, j
			}
		}
		if at > last {
			inOrder++
			last = at
		}
	}
	if 5*inOrder >= 4*len(x) {
		return Translation
	}
	return Story
}

// reach is how many sentences beside the diagonal a partner is sought.
const reach = 12

// bags returns the words of each sentence that is linted.
func bags(a *article.Article) []map[string]int {
	var out []map[string]int
	for _, s := range a.Sentences {
		if !a.Blocks[s.Block].Kind.Linted() {
			continue
		}
		bag := map[string]int{}
		for _, t := range s.Tokens {
			if t.Kind != article.Punct {
				bag[t.Lower]++
			}
		}
		if len(bag) > 0 {
			out = append(out, bag)
		}
	}
	return out
}

func size(bags []map[string]int) (n int) {
	for _, b := range bags {
		n += total(b)
	}
	return n
}

func total(bag map[string]int) (n int) {
	for _, c := range bag {
		n += c
	}
	return n
}

func near(a, b int) bool { return 3*min(a, b) >= 2*max(a, b) }

// dice is the share of words that two bags have in common.
func dice(a, b map[string]int) float64 {
	common := 0
	for w, n := range a {
		common += min(n, b[w])
	}
	return 2 * float64(common) / float64(total(a)+total(b))
}
