package rules_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/rules"
	"pgregory.net/rapid"
)

func find(tb testing.TB, c *rules.Case) []rules.Finding {
	tb.Helper()
	var r rules.Runner
	fs, err := r.Run(context.Background(), c)
	if err != nil {
		tb.Fatal(err)
	}
	for i := range fs {
		checkPlaces(tb, &fs[i])
	}
	return fs
}

// checkPlaces checks that a finding's spans lie in their articles and on the
// bounds of code points, and that its confidence is one.
func checkPlaces(tb testing.TB, f *rules.Finding) {
	tb.Helper()
	if !(f.Confidence >= 0 && f.Confidence <= 1) || f.Message == "" || f.Rule == nil {
		tb.Errorf("%+v: want a rule, a message and a confidence in [0,1]", f)
	}
	for _, m := range append([]rules.Mention{f.At}, f.Related...) {
		text := m.Sheet.Article.Source().Text()
		sp := m.Span
		if sp.Start < 0 || sp.Start > sp.End || sp.End > len(text) {
			tb.Errorf("%s: span %v outside of %d bytes", f.Rule.Name, sp, len(text))
			continue
		}
		for _, at := range [...]int{sp.Start, sp.End} {
			if at < len(text) && !utf8.RuneStart(text[at]) {
				tb.Errorf("%s: span %v cuts a code point of %q", f.Rule.Name, sp, text)
			}
		}
	}
}

// list tells findings for comparison, without regard to order.
func list(fs []rules.Finding) []string {
	var out []string
	for i := range fs {
		out = append(out, fmt.Sprintf("%s %s %v %s", fs[i].Rule.Name, fs[i].At.Sheet.Article.Path, fs[i].At.Span, fs[i].Message))
	}
	slices.Sort(out)
	return out
}

func drawEvent(t *rapid.T) event {
	return newEvent(rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)))
}

// An article says nothing against itself, as a source or as a peer.
func TestSameArticleIsSilent(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		e := drawEvent(rt)
		text := e.news(rapid.IntRange(1, 24).Draw(rt, "sentences"))
		a, b := readNews(t, "a.txt", "en", text), readNews(t, "b.txt", "en", text)
		for _, c := range []*rules.Case{
			{Drafts: []*article.Article{a, b}, Relation: align.Story},
			{Sources: []*article.Article{a}, Drafts: []*article.Article{b}, Relation: align.Story},
			{Sources: []*article.Article{a}, Drafts: []*article.Article{b}, Relation: align.Translation},
		} {
			if fs := find(t, c); len(fs) > 0 {
				rt.Fatalf("%q against itself: %v", text, list(fs))
			}
		}
	})
}

// A number that is changed in a copy is found, where it stands.
func TestChangedNumberIsFound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		e := drawEvent(rt)
		changed := e
		var old, now string
		switch n := rapid.IntRange(1, 9).Draw(rt, "difference"); rapid.IntRange(0, 3).Draw(rt, "which") {
		case 0:
			changed.share += n
			old, now = fmt.Sprint(e.share), fmt.Sprint(changed.share)
		case 1:
			changed.votes += 1000 * n // less may be a rounding: 7,000 for 7,100
			old, now = fmt.Sprint(e.votes), fmt.Sprint(changed.votes)
		case 2:
			changed.years += n
			old, now = fmt.Sprint(e.years), fmt.Sprint(changed.years)
		default:
			changed.budget += n
			old, now = fmt.Sprint(e.budget), fmt.Sprint(changed.budget)
		}
		a, b := readNews(t, "a.txt", "en", e.news(6)), readNews(t, "b.txt", "en", changed.news(6))
		fs := find(t, &rules.Case{Sources: []*article.Article{a}, Drafts: []*article.Article{b}, Relation: align.Story})
		if !slices.ContainsFunc(fs, func(f rules.Finding) bool { return strings.Contains(f.At.Text(), now) }) {
			rt.Fatalf("%s changed to %s is not found: %v", old, now, list(fs))
		}
	})
}

// What peers contradict does not depend on the order in which they are named,
// where most of them agree.
func TestOrderOfPeers(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		e := drawEvent(rt)
		odd := e
		odd.share = e.share + rapid.IntRange(1, 8).Draw(rt, "difference")
		if rapid.Bool().Draw(rt, "budget") {
			odd.budget++
		}
		texts := []string{e.news(12), e.news(6), odd.news(6)}
		var want []string
		for i, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}} {
			c := &rules.Case{Relation: align.Story}
			for _, n := range order {
				c.Drafts = append(c.Drafts, readNews(t, fmt.Sprintf("%d.txt", n), "en", texts[n]))
			}
			got := list(find(t, c))
			if i == 0 {
				want = got
			}
			if !slices.Equal(got, want) {
				rt.Fatalf("in order %v:\n%s\nin order:\n%s", order, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
		if len(want) == 0 {
			rt.Fatal("nothing found")
		}
	})
}

// FuzzRun checks that no rule panics or finds anything outside of its articles,
// whatever they hold.
func FuzzRun(f *testing.F) {
	e := newEvent(rand.New(rand.NewPCG(1, 2)))
	f.Add(e.news(6), e.news(5), "en", "en")
	f.Add("The mayor won 12.5 million on 3 May 2017.", "El alcalde ganó 15,5 millones el 3 de mayo de 2018.", "en", "es")
	f.Add("“He ‘said „it”, [she] (said) %s {x} <b>1</b>", "«\"'’”…--–—-5 1/2 3:30 p.m. 7:37h", "en", "fr")
	f.Add("Él é İ ß ﬁ 中文 한국 עברית \u200b\u00ad\u0301", "\ufeffâ\r\n\t \u2028x\u0085", "de", "und")
	f.Add("", ".", "it", "pt")
	f.Fuzz(func(t *testing.T, x, y, lang1, lang2 string) {
		if len(x)+len(y) > 4000 {
			return
		}
		a, err := article.Read("a.txt", []byte(x), article.Options{Lang: lang1})
		if err != nil {
			return
		}
		b, err := article.Read("b.txt", []byte(y), article.Options{Lang: lang2})
		if err != nil {
			return
		}
		one, two := []*article.Article{a}, []*article.Article{b}
		find(t, &rules.Case{Sources: one, Drafts: two, Relation: align.Translation})
		find(t, &rules.Case{Sources: one, Drafts: two, Relation: align.Translation, Unit: true})
		find(t, &rules.Case{Sources: one, Drafts: two, Relation: align.Story})
		find(t, &rules.Case{Drafts: []*article.Article{a, b}, Relation: align.Story})
	})
}
