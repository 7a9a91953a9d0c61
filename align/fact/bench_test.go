package fact

import (
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/article"
)

// newsText is plain news prose with the numbers that such prose has.
const newsText = `The council voted 7-2 on Tuesday to close the old bridge over the river, which carries
some 14,000 cars a day, after engineers found cracks in two of its piers. Repairs would take at least
eighteen months and cost $3.2 million, the mayor said, more than twice what the city had set aside in 2017.
"We cannot wait until someone is hurt," she told reporters outside the town hall. Drivers who live on the
northern bank will have to use the highway, a detour of about 5 miles. Shop owners fear for their trade.
The bridge, built by a steel company that no longer exists, was opened in early May 1931 and has been closed
only once, for a week, when the ice of a hard winter broke one of the railings. Residents were divided. Many
of them remember the festivals that were held there every summer, and a group of neighbours has gathered
signatures against the plan. A hearing is set for March 3 at 7:30 p.m. in the library on the main street.
`

func BenchmarkScanValues(b *testing.B) {
	a := benchArticle(b)
	for b.Loop() {
		s := &Sheet{Article: a}
		scanValues(s)
		s.index()
		fillSlots(s)
	}
}

func BenchmarkRead(b *testing.B) {
	a := benchArticle(b)
	for b.Loop() {
		Read(a)
	}
}

func benchArticle(b *testing.B) *article.Article {
	text := strings.Repeat(newsText, 100)
	a, err := article.Read("bench.txt", []byte(text), article.Options{Lang: "en"})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	return a
}
