package rules

import "github.com/sourcelint/sourcelint/align/article"

// Disorder
//
// However freely an editor rewords a sentence, what he keeps he keeps in pieces: of
// two words that stand side by side in the new text and both come from the old one,
// most follow one another closely there too. Where hardly any do, the words were
// thrown together. Each pair is looked up by the places of its words in the source,
// of which a word has few, so that the cost grows with the passage.

const (
	// together is how far apart in the source, in words, two words may stand to be a piece.
	together = 4
	// fewPairs is how many neighbours from the source prove anything.
	fewPairs = 5
	// ordered is the least share of neighbours that are pieces of the source; in good
	// paraphrases it is above one half.
	ordered = 0.45
	// maxPlaces bounds how many places of one word are looked at.
	maxPlaces = 8
)

// disorder reports the sentences of an edited text whose words its source has in
// another order altogether.
func (p *Pass) disorder() {
	al := p.Alignment
	if foreign(al) {
		return
	}
	for i := range p.across().passages {
		x := &p.across().passages[i]
		places := placesOf(al.Source.Article, x.nearSource)
		for _, k := range x.target {
			s := &al.Target.Article.Sentences[k]
			if pairs, pieces := neighboursKept(places, s.Tokens); pairs >= fewPairs && float64(pieces) <= ordered*float64(pairs) && len(s.Tokens) > 0 {
				p.Report(Finding{Severity: Warning, Confidence: 0.9, At: mention(al.Target, k, 0, len(s.Tokens)), Related: []Mention{sentencesMention(al.Source, x.source)},
					Message: "the words of this sentence stand in no order"})
			}
		}
	}
}

// placesOf is where the words of some sentences stand, counted through.
func placesOf(a *article.Article, sentences []int) map[string][]int {
	out := map[string][]int{}
	n := 0
	for _, i := range sentences {
		for j := range a.Sentences[i].Tokens {
			if t := &a.Sentences[i].Tokens[j]; t.Kind != article.Punct {
				if w := joint(t); len(out[w]) < maxPlaces {
					out[w] = append(out[w], n)
				}
				n++
			}
		}
	}
	return out
}

// neighboursKept counts the neighbouring words of a sentence that both have places,
// and those of them that are pieces of the source.
func neighboursKept(places map[string][]int, ts []article.Token) (pairs, pieces int) {
	last := ""
	for j := range ts {
		if ts[j].Kind == article.Punct {
			continue
		}
		w := joint(&ts[j])
		if a, b := places[last], places[w]; len(a) > 0 && len(b) > 0 && w != last {
			pairs++
			if follows(a, b) {
				pieces++
			}
		}
		last = w
	}
	return pairs, pieces
}

// follows tells whether some place of b is at most together words behind one of a.
func follows(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if y > x && y-x <= together {
				return true
			}
		}
	}
	return false
}
