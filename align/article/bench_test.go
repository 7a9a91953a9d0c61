package article

import (
	"fmt"
	"strings"
	"testing"
)

// news is n paragraphs of news-like text, each a little different.
func news(n int) string {
	var b strings.Builder
	b.WriteString("Mayor wins close vote in Harrow\n\n")
	for i := range n {
		fmt.Fprintf(&b, "Mayor Ada Ruiz won the vote by %d points on Tuesday, ahead of Sen. Jon Lee, who had 3.%d percent of the 118,%03d ballots. "+
			"“We didn’t expect a run-off,” she said at 10:%02d p.m. in the U.S. embassy’s hall. The council’s %dth member, a 20-year veteran, left early.\n\n",
			i%40, i%10, i%1000, i%60, i%90)
	}
	return b.String()
}

func BenchmarkRead(b *testing.B) {
	text := news(2000)
	var page, md strings.Builder
	page.WriteString("<html><body><article><h1>Vote</h1>")
	md.WriteString("# Vote\n\n")
	for p := range strings.SplitSeq(text, "\n\n") {
		fmt.Fprintf(&page, "<p>%s <a href=x>More</a> &amp; more.</p>\n", p)
		fmt.Fprintf(&md, "%s [More](x) *and* more.\n\n", p)
	}
	for _, f := range []struct{ name, text string }{{"a.txt", text}, {"a.md", md.String()}, {"a.html", page.String()}} {
		b.Run(f.name, func(b *testing.B) {
			data := []byte(f.text)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(f.name, data, Options{Lang: "en"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("detect", func(b *testing.B) {
		data := []byte(text[:6000])
		for b.Loop() {
			if _, err := Read("a.txt", data, Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
