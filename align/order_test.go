package align

import (
	"slices"
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/fact"
)

// What a text that was rewritten in the same order tells in other words is found
// by its place; a sentence elsewhere that shares a word with it is not taken for it.
func TestStoriesOrderOfRewriting(t *testing.T) {
	a := read(t, "a", "en", `
The baker of Ulm rose at three in the morning to light the oven.
His apprentice carried flour and water down from the loft above the shop.
They kneaded the dough on a long table of beech wood until it was smooth.
While the loaves were rising the two men swept the yard and fed the horse.
At six the first customers knocked and asked for rolls with poppy seed.
`)
	b := read(t, "b", "en", `
At three the baker of Ulm gets up.
He lights the oven.
The apprentice carries flour and water to the shop.
They knead the dough on the table.
The dough becomes smooth.
The men sweep the yard.
They feed the horse.
At six customers knock.
They want rolls with poppy seed.
`)
	got := Stories([]*fact.Sheet{a, b}, 0)
	if len(got) != 1 {
		t.Fatalf("%d alignments, want 1", len(got))
	}
	if got, want := beads(got[0]), "0-0,1 1-2 2-3,4 3-5,6 4-7,8"; got != want {
		t.Errorf("beads %s, want %s", got, want)
	}
}

// A summary is matched with each of several reports in a row; the beads that only
// this allows are loose.
func TestStoriesSeveralReports(t *testing.T) {
	summary := read(t, "summary", "en", `
A ferry with 212 passengers ran aground off Skagen early Monday.
The captain, Jens Holm, said that the steering had failed.
Kattegat Line has cancelled all crossings until Thursday.
`)
	reports := read(t, "reports", "en", strings.TrimSpace(ferryWire)+"\n"+strings.TrimSpace(ferryDaily))
	got := Stories([]*fact.Sheet{summary, reports}, 0)
	if len(got) != 1 {
		t.Fatalf("%d alignments, want 1", len(got))
	}
	loose := slices.DeleteFunc(slices.Clone(got[0].Beads), func(b Bead) bool { return !b.Loose })
	if got, want := beads(&Alignment{Beads: loose}), "0-6 0-12 2-9"; got != want {
		t.Errorf("loose beads %s, want %s", got, want)
	}
	for _, p := range got[0].Pairs {
		if p.Bead >= 0 && got[0].Beads[p.Bead].Loose && p.Agreement == fact.Different {
			t.Errorf("facts differ in the loose bead %d", p.Bead)
		}
	}
}
