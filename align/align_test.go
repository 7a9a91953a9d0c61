package align

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// read makes a sheet of an article with one sentence a line.
func read(t testing.TB, name, lang, text string) *fact.Sheet {
	t.Helper()
	a, err := article.Read(name, []byte(strings.TrimSpace(text)), article.Options{Format: article.Text, Lang: lang, Segment: article.ByLine})
	if err != nil {
		t.Fatal(err)
	}
	return fact.Read(a)
}

// beads renders the beads of an alignment: "0-0 1-1,2".
func beads(al *Alignment) string {
	side := func(x []int) string { return strings.Trim(strings.ReplaceAll(fmt.Sprint(x), " ", ","), "[]") }
	var out []string
	for _, b := range al.Beads {
		out = append(out, side(b.Source)+"-"+side(b.Target))
	}
	return strings.Join(out, " ")
}

const ferryWire = `
Ferry runs aground off Skagen with 212 passengers
A ferry carrying 212 passengers ran aground off the Danish port of Skagen early Monday, the coast guard said.
Nobody was hurt, but three lorries slid across the car deck and two of them caught fire.
Captain Jens Holm told reporters that the steering had failed "without any warning at all".
The operator, Kattegat Line, has cancelled all crossings until Thursday.
Divers will inspect the hull in the afternoon.
`

const ferryDaily = `
Passengers tell of night on stranded ferry
The operator said no boat would leave before Thursday.
"The steering failed without any warning at all," Captain Jens Holm said in Frederikshavn.
Kattegat Line gave travellers vouchers for the train.
Three lorries slid across the car deck.
Two of the lorries caught fire, but nobody was hurt.
The vessel with 212 people on board had run aground off Skagen, a Danish port, on Monday.
`

const bakery = `
Bread prices climb for a third month
Flour mills blame a poor harvest in the eastern plains for dearer wheat.
Bakers in the capital now ask 3.40 for a plain loaf.
`

func TestStories(t *testing.T) {
	wire, daily, other := read(t, "wire", "en", ferryWire), read(t, "daily", "en", ferryDaily), read(t, "bakery", "en", bakery)
	got := Stories([]*fact.Sheet{wire, other, daily}, 0)
	if len(got) != 1 || got[0].Source != wire || got[0].Target != daily || got[0].Relation != Story {
		t.Fatalf("alignments: %v", got)
	}
	if got, want := beads(got[0]), "0,1-6 2-4,5 3-2 4-1"; got != want {
		t.Errorf("beads %s, want %s", got, want)
	}
	if got := Stories([]*fact.Sheet{wire, daily}, 2); got != nil {
		t.Errorf("sources alone are matched: %v", got)
	}
}

func TestStoriesFrom(t *testing.T) {
	a, b, c := read(t, "a", "en", ferryWire), read(t, "b", "en", ferryDaily), read(t, "c", "en", ferryWire)
	got := Stories([]*fact.Sheet{a, b, c}, 2)
	if len(got) != 2 || got[0].Source != a || got[1].Source != b || got[0].Target != c || got[1].Target != c {
		t.Fatalf("%d alignments, want sources a and b against draft c", len(got))
	}
}

func TestStoriesOrder(t *testing.T) {
	sheets := []*fact.Sheet{read(t, "a", "en", ferryWire), read(t, "b", "en", ferryDaily), read(t, "c", "en", bakery+ferryWire)}
	want := map[string]string{}
	for _, al := range Stories(sheets, 0) {
		want[al.Source.Article.Path+al.Target.Article.Path] = beads(al)
	}
	slices.Reverse(sheets)
	for _, al := range Stories(sheets, 0) {
		back := &Alignment{}
		for _, b := range al.Beads {
			back.Beads = append(back.Beads, Bead{Source: b.Target, Target: b.Source})
		}
		slices.SortFunc(back.Beads, compareBeads)
		if key := al.Target.Article.Path + al.Source.Article.Path; want[key] != beads(back) {
			t.Errorf("%s: beads %s, in the other order %s", key, want[key], beads(back))
		}
	}
}

func TestStoriesSelf(t *testing.T) {
	for _, text := range []string{ferryWire, ferryDaily, bakery} {
		a, b := read(t, "a", "en", text), read(t, "b", "en", text)
		got := Stories([]*fact.Sheet{a, b}, 0)
		if len(got) != 1 || len(got[0].Beads) != len(a.Article.Sentences) {
			t.Fatalf("%d alignments", len(got))
		}
		for i, bead := range got[0].Beads {
			if !slices.Equal(bead.Source, []int{i}) || !slices.Equal(bead.Target, []int{i}) {
				t.Errorf("bead %d: %v", i, bead)
			}
		}
	}
}

// TestSharedNames joins two sentences of few common words that name the same
// people.
func TestSharedNames(t *testing.T) {
	a := read(t, "a", "en", `
Reporters filled the town hall of Odense on Friday.
Karen Friis took over the town from Anders Holt in 2019 and beat Mette Lund in the vote, her third victory.
Rain is expected until Sunday evening.
The harbour bridge stays closed to lorries.
A new school opens in the autumn.`)
	b := read(t, "b", "en", `
A storm took down the old oak beside the church.
Friis succeeded Holt through a special election against Lund by nine hands.
The library is shut on Mondays.
Trains to Nyborg run every half hour.
Farmers complain about the price of feed.`)
	got := ""
	for _, al := range Stories([]*fact.Sheet{a, b}, 0) {
		got += beads(al)
	}
	if !strings.Contains(got, "1-1") {
		t.Errorf("got %s, want the bead 1-1", got)
	}
}
