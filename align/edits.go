package align

import (
	"slices"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
	"github.com/sourcelint/sourcelint/align/article"
)

// How edits are found
//
// Two sides of a bead in one language are compared word by word: each different
// word becomes one character, and Myers' difference (An O(ND) Difference
// Algorithm, Algorithmica 1986) of the two strings gives the hunks. Marks of
// punctuation take no part. Hunks that only move words, or write them together
// or apart, are dropped. The cost is the words of the bead times the hunks;
// beads without enough words in common are not compared at all.

// Beads that are compared: those with at least minCommon words in common, which
// are at least minShared of the shorter side, and no longer than maxBead.
const (
	minCommon = 3
	minShared = 0.5
	maxBead   = 600
)

// A spot is a word of a bead with the sentence it stands in.
type spot struct {
	wordAt
	sentence int32
}

// A hunk is a difference: the words a[a0:a1] stand where b[b0:b1] does.
type hunk struct{ a0, a1, b0, b1 int }

// diffBeads adds the edits of all beads.
func (al *Alignment) diffBeads(w *words) {
	var a, b []spot
	for n := range al.Beads {
		bead := &al.Beads[n]
		if len(bead.Source) == 0 || len(bead.Target) == 0 || bead.Loose {
			continue
		}
		a = w.spots(a[:0], al.Source.Article, bead.Source)
		b = w.spots(b[:0], al.Target.Article, bead.Target)
		common := w.inCommon(a, b)
		short := min(len(a), len(b))
		if len(a) > maxBead || len(b) > maxBead || common < min(minCommon, short) || float64(common) < minShared*float64(short) {
			continue
		}
		similarity := 1.0
		if short > 0 {
			similarity = float64(common) / float64(short)
		}
		hunks := w.settleMoves(w.diff(a, b), a, b)
		for i, h := range hunks {
			left, right := h.a0, len(a)-h.a1
			if i > 0 {
				left = h.a0 - hunks[i-1].a1
			}
			if i+1 < len(hunks) {
				right = hunks[i+1].a0 - h.a1
			}
			for _, e := range cut(h, a, b, bead) {
				e.Bead, e.Similarity, e.Left, e.Right = n, similarity, left, right
				al.Edits = append(al.Edits, e)
			}
		}
	}
}

// spots appends the words of some sentences.
func (w *words) spots(out []spot, a *article.Article, sentences []int) []spot {
	for _, s := range sentences {
		for _, x := range w.of(&a.Sentences[s]) {
			out = append(out, spot{x, int32(s)})
		}
	}
	return out
}

// inCommon is the size of the intersection of two bags of words.
func (w *words) inCommon(a, b []spot) int {
	left := w.numbers()
	for _, s := range a {
		left[s.id]++
	}
	n := 0
	for _, s := range b {
		if left[s.id] > 0 {
			left[s.id]--
			n++
		}
	}
	for _, s := range a {
		left[s.id] = 0
	}
	return n
}

// diff returns the hunks between two sides, in order.
func (w *words) diff(a, b []spot) []hunk {
	if slices.EqualFunc(a, b, func(x, y spot) bool { return x.id == y.id }) {
		return nil
	}
	runes, used := w.numbers(), int32(0)
	write := func(side []spot) []rune {
		out := make([]rune, len(side))
		for i, s := range side {
			if runes[s.id] == 0 {
				used++ // maxBead keeps it below the surrogates
				runes[s.id] = used
			}
			out[i] = runes[s.id]
		}
		return out
	}
	from, to := write(a), write(b)
	for _, side := range [2][]spot{a, b} {
		for _, s := range side {
			runes[s.id] = 0
		}
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = 0
	var out []hunk
	i, j, open := 0, 0, false
	for _, part := range d.DiffMainRunes(from, to, false) {
		n := len([]rune(part.Text))
		if part.Type == diffmatchpatch.DiffEqual {
			i, j, open = i+n, j+n, false
			continue
		}
		if !open {
			out, open = append(out, hunk{i, i, j, j}), true
		}
		h := &out[len(out)-1]
		if part.Type == diffmatchpatch.DiffDelete {
			i += n
		} else {
			j += n
		}
		h.a1, h.b1 = i, j
	}
	return out
}

// settleMoves drops the sides of hunks whose words only moved, and hunks that
// write the same letters: "run-off" for "runoff".
func (w *words) settleMoves(hunks []hunk, a, b []spot) []hunk {
	for i := range hunks {
		h := &hunks[i]
		if h.a0 < h.a1 && w.letters(a[h.a0:h.a1]) == w.letters(b[h.b0:h.b1]) {
			h.a1, h.b1 = h.a0, h.b0
		}
	}
	for i := range hunks {
		for j := range hunks {
			h, k := &hunks[i], &hunks[j]
			n := h.a1 - h.a0
			if n > 0 && n == k.b1-k.b0 && w.inCommon(a[h.a0:h.a1], b[k.b0:k.b1]) == n {
				h.a1, k.b1 = h.a0, k.b0
			}
		}
	}
	return slices.DeleteFunc(hunks, func(h hunk) bool { return h.a0 == h.a1 && h.b0 == h.b1 })
}

// letters are the words written together.
func (w *words) letters(side []spot) string {
	var b strings.Builder
	for _, s := range side {
		b.WriteString(w.text[s.id])
	}
	return b.String()
}

// cut makes a hunk into edits whose sides lie in one sentence each: one edit,
// or where a side runs over the end of a sentence, a deletion or insertion for
// each sentence.
func cut(h hunk, a, b []spot, bead *Bead) []Edit {
	from, to := runs(a, h.a0, h.a1), runs(b, h.b0, h.b1)
	if len(from) <= 1 && len(to) <= 1 {
		e := Edit{Source: gap(a, h.a0, bead.Source), Target: gap(b, h.b0, bead.Target)}
		if len(from) == 1 {
			e.Source = from[0]
		}
		if len(to) == 1 {
			e.Target = to[0]
		}
		return []Edit{e}
	}
	var out []Edit
	for _, r := range from {
		out = append(out, Edit{Source: r, Target: gap(b, h.b0, bead.Target)})
	}
	for _, r := range to {
		out = append(out, Edit{Source: gap(a, h.a0, bead.Source), Target: r})
	}
	return out
}

// runs are the runs of tokens from the first to the last word of side[from:to],
// one for each sentence.
func runs(side []spot, from, to int) []Run {
	var out []Run
	for _, s := range side[from:to] {
		if n := len(out); n > 0 && out[n-1].Sentence == int(s.sentence) {
			out[n-1].Last = int(s.token) + 1
			continue
		}
		out = append(out, Run{int(s.sentence), int(s.token), int(s.token) + 1})
	}
	return out
}

// gap is the empty run at which words are missing: behind the word before.
func gap(side []spot, at int, sentences []int) Run {
	if at > 0 {
		s := side[at-1]
		return Run{int(s.sentence), int(s.token) + 1, int(s.token) + 1}
	}
	return Run{Sentence: sentences[0]}
}
