package fact

import (
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/article"
)

// BenchmarkNames reads names, quotations and claims alone.
func BenchmarkNames(b *testing.B) {
	text := strings.Repeat(newsText, 200)
	a, err := article.Read("news.txt", []byte(text), article.Options{Format: article.Text, Lang: "en"})
	if err != nil {
		b.Fatal(err)
	}
	base := &Sheet{Article: a}
	scanValues(base)
	base.index()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		s := &Sheet{Article: a, Facts: append([]Fact(nil), base.Facts...)}
		readNames(s)
	}
}
