package align

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/fact"
)

// lexicon makes up words of which few are common and many rare.
type lexicon struct {
	words, foreign []string
	zipf           *rand.Zipf
	r              *rand.Rand
}

func newLexicon(seed uint64, size int) *lexicon {
	r := rand.New(rand.NewPCG(seed, 7))
	x := &lexicon{r: r, zipf: rand.NewZipf(r, 1.2, 6, uint64(size-1))}
	word := func(syllables int) string {
		var b strings.Builder
		for range syllables {
			b.WriteByte("bdfgklmnprst"[r.IntN(12)])
			b.WriteByte("aeiou"[r.IntN(5)])
		}
		return b.String()
	}
	for i := range size {
		n := 1 + min(3, i/40+r.IntN(2))
		w := word(n)
		x.words = append(x.words, w)
		if r.IntN(5) > 0 {
			w = word(n) // one word in five is a cognate
		}
		x.foreign = append(x.foreign, w)
	}
	return x
}

// sentence makes up a sentence and its translation.
func (x *lexicon) sentence() (string, string) {
	var a, b []string
	for range 8 + x.r.IntN(20) {
		if x.r.IntN(25) == 0 {
			n := strconv.Itoa(x.r.IntN(3000))
			a, b = append(a, n), append(b, n)
			continue
		}
		w := x.zipf.Uint64()
		a, b = append(a, x.words[w]), append(b, x.foreign[w])
	}
	return strings.Join(a, " ") + ".", strings.Join(b, " ") + "."
}

// parallel makes a text and its translation, with a few omissions, additions
// and joined sentences.
func parallel(tb testing.TB, sentences int) (*fact.Sheet, *fact.Sheet) {
	x := newLexicon(3, 20000)
	var a, b strings.Builder
	for range sentences {
		s, t := x.sentence()
		switch x.r.IntN(30) {
		case 0:
			fmt.Fprintln(&a, s)
		case 1:
			fmt.Fprintln(&b, t)
		case 2, 3:
			fmt.Fprintln(&a, s)
			fmt.Fprint(&b, strings.TrimSuffix(t, "."), " ")
		default:
			fmt.Fprintln(&a, s)
			fmt.Fprintln(&b, t)
		}
	}
	return read(tb, "a", "en", a.String()), read(tb, "b", "es", b.String())
}

// peers makes articles that share half of their sentences, reworded.
func peers(tb testing.TB, articles, sentences int) ([]*fact.Sheet, int) {
	x := newLexicon(5, 8000)
	pool := make([]string, 2*sentences)
	for i := range pool {
		pool[i], _ = x.sentence()
	}
	var out []*fact.Sheet
	size := 0
	for n := range articles {
		var b strings.Builder
		for range sentences {
			words := strings.Fields(pool[x.r.IntN(len(pool))])
			for i := range words {
				if x.r.IntN(3) == 0 {
					words[i] = x.words[x.zipf.Uint64()]
				}
			}
			b.WriteString(strings.Join(words, " ") + "\n")
		}
		size += b.Len()
		out = append(out, read(tb, strconv.Itoa(n), "en", b.String()))
	}
	return out, size
}

func BenchmarkStories(b *testing.B) {
	for _, n := range []int{2, 5, 10, 50, 100, 200} {
		b.Run(fmt.Sprintf("articles=%d", n), func(b *testing.B) {
			sheets, size := peers(b, n, 30)
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				Stories(sheets, 0)
			}
		})
	}
}

func BenchmarkTranslations(b *testing.B) {
	for _, n := range []int{1, 30, 300, 1000, 2000, 10000} {
		b.Run(fmt.Sprintf("sentences=%d", n), func(b *testing.B) {
			s, t := parallel(b, n)
			b.SetBytes(int64(s.Article.Source().Size() + t.Article.Source().Size()))
			b.ReportAllocs()
			for b.Loop() {
				Translations(s, t)
			}
		})
	}
}
