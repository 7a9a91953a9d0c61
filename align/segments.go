package align

import "github.com/sourcelint/sourcelint/align/fact"

// Segments aligns two short texts that are known to correspond, such as two
// headlines on one event: they are one bead, however little they share, and of
// two values of one kind even those with unlike slots are paired.
func Segments(source, target *fact.Sheet) *Alignment {
	al := &Alignment{Relation: Story, Source: source, Target: target, Segments: true}
	al.Beads = []Bead{{Source: every(source), Target: every(target), Score: 1}}
	al.pairFacts(linkNames([]*fact.Sheet{source, target}), 0, 1)
	if al.oneLanguage() {
		al.diffBeads(newWords())
	}
	return al
}

// every lists the sentences of an article.
func every(s *fact.Sheet) []int {
	out := make([]int, len(s.Article.Sentences))
	for i := range out {
		out[i] = i
	}
	return out
}
