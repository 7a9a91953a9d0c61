package lexicon

import "testing"

func TestRelateSketch(t *testing.T) {
	l := For("en")
	for _, p := range [][2]string{{"football", "soccer"}, {"won", "win"}, {"colour", "colors"}, {"older", "elder"}, {"killed", "slain"}, {"happy", "unhappy"},
		{"rifle", "pistol"}, {"Sen.", "Senator"}, {"U.S.", "United States"}, {"run-off", "runoff"}, {"organise", "organized"}, {"say", "added"}, {"rose", "fell"}, {"good", "bad"}, {"vehicle", "car"}, {"elect", "election"}} {
		t.Logf("%v %+v", p, l.Relate(p[0], p[1]))
	}
	t.Log(l.Lemmas("leaves"), l.Lemmas("went"), l.Known("teh"), l.Known("organisations"))
}

func BenchmarkRelate(b *testing.B) {
	l := For("en")
	pairs := [][2]string{{"football", "soccer"}, {"won", "win"}, {"colour", "colors"}, {"breaking", "run"}, {"mayor", "governor"}, {"killed", "slain"}}
	for i := 0; b.Loop(); i++ {
		p := pairs[i%len(pairs)]
		l.Relate(p[0], p[1])
	}
}
