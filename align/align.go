// Package align matches the corresponding passages of two or more articles and
// then the facts inside matched passages. It pairs; rules judge.
package align

import "github.com/sourcelint/sourcelint/align/fact"

// Relation is how two articles belong together.
type Relation uint8

// The relations.
const (
	// Story: the articles report the same events independently. Leaving
	// something out is no defect, a contradiction is.
	Story Relation = iota
	// Translation: the target renders all of the source, in another language
	// or in the same one.
	Translation
)

// Bead is a group of sentences of the source that corresponds to a group of
// the target (the term is Gale and Church's): 1-1, 1-2, 2-1, 0-1 and so on.
// Beads of a story may cross, and a sentence may be in several of them.
type Bead struct {
	Source, Target []int // indices into Article.Sentences, ascending; one may be empty
	// Score is in [0,1]: how much speaks for the bead. Of a bead with one empty side
	// in a translation it is how likely the other text has nothing for it.
	Score float64
	// Loose tells of a bead of a story that it is one of several in which the
	// longer text tells a thing: facts may agree there, a difference means nothing.
	Loose bool
}

// Pair is two facts of one bead that fill the same slot, or a fact of one side
// that nothing on the other side answers.
type Pair struct {
	Bead           int // index into Alignment.Beads; -1 of quotations that no bead joins
	Source, Target int // indices into Facts of the sheets; -1 where absent
	Agreement      fact.Agreement
	Slot           float64 // similarity of the two slots, in [0,1]
	// Elsewhere tells of a pair that differs or is one-sided that a value of it
	// also stands elsewhere on the other side, in a like slot: no contradiction
	// and no omission unless the passages are copies of each other. In a story
	// pairs that differ so are left out unless their bead is a copy.
	Elsewhere bool
}

// Run is a run of tokens of one sentence: Tokens[First:Last].
type Run struct{ Sentence, First, Last int }

// Edit is a word-level difference inside a well-matched bead of one language:
// a replacement, or an insertion or deletion where one side is empty.
type Edit struct {
	Bead           int // index into Alignment.Beads
	Source, Target Run
	// Similarity is the share of the words of the shorter side of the bead
	// that the two sides have in common, in [0,1].
	Similarity float64
	// Left and Right count the tokens that match directly before and after.
	Left, Right int
}

// Alignment is how the passages of two articles correspond.
type Alignment struct {
	Relation       Relation
	Source, Target *fact.Sheet
	Beads          []Bead
	Pairs          []Pair
	Edits          []Edit
	// Segments tells that the two texts are one bead by agreement, not by
	// likeness; see [Segments].
	Segments bool
}
