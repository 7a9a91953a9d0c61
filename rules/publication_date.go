package rules

import (
	"slices"
	"time"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
)

// Dates of publication
//
// Two articles on one event are published when each is ready, so that their dates
// need not agree. A copy keeps the date of its original: if all of the text is the
// same and the two lines differ in nothing but a day, a month or a year, one of them
// was mistyped. A copy printed a day earlier or later is left alone.

// leastCopied is the share of both articles that stands in beads of copies, from
// which one is a copy of the other.
const leastCopied = 0.8

// publicationDates reports that a copy bears another date of publication.
func (p *Pass) publicationDates() {
	al := p.Alignment
	a, b := al.Source.Article, al.Target.Article
	if al.Segments || foreign(al) || a.Date.IsZero() || b.Date.IsZero() || a.Date.Sub(b.Date).Abs() <= 24*time.Hour || !copies(al) {
		return
	}
	x, y := dateWords(a), dateWords(b)
	s, t := wordsOnlyIn(x, y), wordsOnlyIn(y, x)
	if len(s) != 1 || len(t) != 1 {
		return
	}
	p.Conflict(Conflict{
		Source:     Mention{Sheet: al.Source, Span: s[0].Span, Value: s[0].Lower},
		Target:     Mention{Sheet: al.Target, Span: t[0].Span, Value: t[0].Lower},
		Severity:   Warning,
		Confidence: 0.8,
		Message:    p.differs("the same text, but another date of publication"),
		Suggest:    true,
	})
}

// copies tells whether nearly all of two articles are the same.
func copies(al *align.Alignment) bool {
	var copied, all [2]int
	for side, a := range sides(al) {
		same := map[int]bool{}
		for i := range al.Beads {
			if b := &al.Beads[i]; b.Score >= copyScore && len(b.Source) > 0 && len(b.Target) > 0 {
				for _, s := range [2][]int{b.Source, b.Target}[side] {
					same[s] = true
				}
			}
		}
		for i := range linted(a) {
			all[side]++
			if same[i] {
				copied[side]++
			}
		}
	}
	const fewest = 3 // sentences
	return min(all[0], all[1]) >= fewest && float64(copied[0]) >= leastCopied*float64(all[0]) && float64(copied[1]) >= leastCopied*float64(all[1])
}

// dateWords are the words and numbers of the first line that says when an article
// was published.
func dateWords(a *article.Article) []*article.Token {
	for i := range a.Blocks {
		b := &a.Blocks[i]
		if b.Kind != article.Dateline {
			continue
		}
		var out []*article.Token
		for s := b.First; s < b.Last; s++ {
			for t := range a.Sentences[s].Tokens {
				if w := &a.Sentences[s].Tokens[t]; w.Kind != article.Punct {
					out = append(out, w)
				}
			}
		}
		return out
	}
	return nil
}

// wordsOnlyIn returns the words of x that y does not have as often.
func wordsOnlyIn(x, y []*article.Token) []*article.Token {
	y = slices.Clone(y)
	var out []*article.Token
	for _, w := range x {
		if i := slices.IndexFunc(y, func(v *article.Token) bool { return v.Lower == w.Lower }); i >= 0 {
			y = slices.Delete(y, i, i+1)
		} else {
			out = append(out, w)
		}
	}
	return out
}
