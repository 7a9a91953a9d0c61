package align

import (
	"slices"
	"testing"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// check fails where an alignment has indices out of range or out of order.
func check(t *testing.T, al *Alignment) {
	t.Helper()
	sheets := [2]*fact.Sheet{al.Source, al.Target}
	for _, b := range al.Beads {
		if b.Score < 0 || b.Score > 1 || b.Score != b.Score {
			t.Fatalf("score %v", b.Score)
		}
		for side, list := range [2][]int{b.Source, b.Target} {
			if !slices.IsSorted(list) || len(list) > 0 && (list[0] < 0 || list[len(list)-1] >= len(sheets[side].Article.Sentences)) {
				t.Fatalf("bead %v", b)
			}
		}
	}
	for _, p := range al.Pairs {
		if p.Bead >= len(al.Beads) || p.Source >= len(al.Source.Facts) || p.Target >= len(al.Target.Facts) || p.Source < 0 && p.Target < 0 || p.Slot < 0 || p.Slot > 1.0000001 {
			t.Fatalf("pair %+v", p)
		}
	}
	for _, e := range al.Edits {
		for side, r := range [2]Run{e.Source, e.Target} {
			if r.First > r.Last || r.First < 0 || r.Last > len(sheets[side].Article.Sentences[r.Sentence].Tokens) {
				t.Fatalf("edit %+v", e)
			}
		}
		if e.Source.First == e.Source.Last && e.Target.First == e.Target.Last || e.Left < 0 || e.Right < 0 {
			t.Fatalf("edit %+v", e)
		}
	}
}

func FuzzAlign(f *testing.F) {
	f.Add(ferryWire, ferryDaily, true)
	f.Add(bakery, ferryWire, false)
	f.Add("a a a a\nb\n", "b b\na", true)
	f.Add("12 13.\n\n# x", "一二三。四五", false)
	f.Fuzz(func(t *testing.T, a, b string, same bool) {
		lang := "es"
		if same {
			lang = "en"
		}
		var sheets []*fact.Sheet
		for i, text := range []string{a, b, b + "\n" + a} {
			x, err := article.Read("a.md", []byte(text), article.Options{Format: article.Markdown, Lang: []string{"en", lang, "en"}[i]})
			if err != nil {
				t.Skip()
			}
			sheets = append(sheets, fact.Read(x))
		}
		for _, al := range Stories(sheets, 0) {
			check(t, al)
		}
		for _, al := range Stories(sheets, 1) {
			check(t, al)
		}
		check(t, Segments(sheets[0], sheets[1]))
		al := Translations(sheets[0], sheets[1])
		check(t, al)
		var seen [2]int
		for _, bead := range al.Beads {
			seen[0] += len(bead.Source)
			seen[1] += len(bead.Target)
		}
		if seen[0] != len(sheets[0].Article.Sentences) || seen[1] != len(sheets[1].Article.Sentences) {
			t.Fatalf("%v sentences in beads", seen)
		}
		for i, e := range Translations(sheets[0], sheets[0]).Edits {
			t.Fatalf("edit %d of a text against itself: %+v", i, e)
		}
	})
}
