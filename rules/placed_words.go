package rules

import "github.com/sourcelint/sourcelint/align/article"

// placedWords are the words of a side of a passage that can show which places of
// the two sides answer each other: numbers, code, and words by their first letters.
type placedWords struct {
	n     int
	place map[string]int // of words that stand once, -1 of others
	order []string
}

func newPlacedWords(a *article.Article, sentences []int) *placedWords {
	w := &placedWords{place: map[string]int{}}
	for _, i := range sentences {
		ts := a.Sentences[i].Tokens
		for j := range ts {
			w.add(&ts[j], w.n+j)
		}
		w.n += len(ts)
	}
	return w
}

func (w *placedWords) add(t *article.Token, place int) {
	const first = 5 // letters by which words are compared
	key := t.Lower
	switch {
	case t.Kind == article.Punct, t.Kind == article.Word && len(key) < first && !startsUpper(t.Text):
		return
	case t.Kind == article.Word:
		key = foldWord(key)
		key = key[:min(len(key), first)]
	}
	if _, again := w.place[key]; again {
		w.place[key] = -1
		return
	}
	w.place[key] = place
	w.order = append(w.order, key)
}

// across is where on the other side a place should be, by the nearest words
// before and behind it that both sides have.
func (w *placedWords) across(o *placedWords, place int) int {
	a0, b0, a1, b1 := 0, 0, w.n, o.n
	for _, k := range w.order {
		a := w.place[k]
		b, ok := o.place[k]
		if a < 0 || !ok || b < 0 || 4*abs(a*o.n-b*w.n) > w.n*o.n {
			continue // a quarter of the passage away it is chance
		}
		if a <= place && b >= b0 {
			a0, b0 = a, b
		} else if a > place && b >= b0 {
			a1, b1 = a, b
			break
		}
	}
	return b0 + (place-a0)*(b1-b0)/max(1, a1-a0)
}
