package rules_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/rules"
)

func run(b *testing.B, size int, c *rules.Case) {
	b.Helper()
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var r rules.Runner
	for b.Loop() {
		if _, err := r.Run(context.Background(), c); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkArticle checks one article by itself.
func BenchmarkArticle(b *testing.B) {
	for _, n := range []int{30, 300, 3000} {
		b.Run(fmt.Sprintf("sentences=%d", n), func(b *testing.B) {
			e := newEvent(rand.New(rand.NewPCG(1, 1)))
			text := e.news(n)
			run(b, len(text), &rules.Case{Drafts: []*article.Article{readNews(b, "a.txt", "en", text)}, Relation: align.Story})
		})
	}
}

// BenchmarkStory checks articles against each other that tell one event in the
// same words with other figures, which is the most that can be found.
func BenchmarkStory(b *testing.B) {
	for _, n := range []int{2, 5, 20, 40} {
		b.Run(fmt.Sprintf("articles=%d", n), func(b *testing.B) {
			r := rand.New(rand.NewPCG(2, 2))
			c := &rules.Case{Relation: align.Story}
			e, size := newEvent(r), 0
			for i := range n {
				if r.IntN(4) == 0 {
					e.share = 51 + r.IntN(40)
				}
				text := e.news(30)
				size += len(text)
				c.Drafts = append(c.Drafts, readNews(b, strconv.Itoa(i)+".txt", "en", text))
			}
			run(b, size, c)
		})
	}
}

// BenchmarkUnit checks a segment of a bilingual file.
func BenchmarkUnit(b *testing.B) {
	const en = "The committee approved a budget of 12.5 million euros on Tuesday, said Ada Ruiz."
	const es = "El comité aprobó el martes un presupuesto de 12,5 millones de euros, dijo Ada Ruiz."
	run(b, len(en)+len(es), &rules.Case{
		Sources: []*article.Article{readNews(b, "a.txt", "en", en)},
		Drafts:  []*article.Article{readNews(b, "b.txt", "es", es)}, Relation: align.Translation, Unit: true,
	})
}

// BenchmarkFacts reads the facts of an article.
func BenchmarkFacts(b *testing.B) {
	e := newEvent(rand.New(rand.NewPCG(3, 3)))
	text := e.news(3000)
	a := readNews(b, "a.txt", "en", text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		fact.Read(a)
	}
}
