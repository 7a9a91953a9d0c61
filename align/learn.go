package align

import (
	"fmt"
	"slices"
	"strconv"
)

// What a text teaches of its own words
//
// A long text is its own dictionary, as a bilingual file is (see vocabulary.go):
// words that stand in the same beads of the first path, again and again, render
// each other, and their pair is one more key in the second pass. That takes
// some hundred sentences; shorter texts repeat too little, and chance teaches
// them what is wrong.

const (
	leastLessons = 100 // sentences of a text that teaches
	mostLessons  = 600 // beads that are learned from: their pairs of words are all counted
	lessonShare  = 4   // a word in more than one of so many beads is common and teaches nothing
)

// learn adds the pairs of words that belong together by a path to the keys.
func (k *keys) learn(path []step) {
	if len(k.of[0]) < leastLessons {
		return
	}
	pairs := k.lessons(path)
	for side := range 2 {
		for i, own := range k.of[side] {
			n := len(own)
			for _, w := range own[:n:n] {
				own = append(own, pairs[side][w]...)
			}
			slices.Sort(own)
			k.of[side][i] = slices.Compact(own)
			for _, id := range k.of[side][i] {
				if k.traits[id] == taught {
					k.df[side][id]++
				}
			}
		}
	}
}

// lessons returns, by side and word, the keys of the pairs that it belongs to.
func (k *keys) lessons(path []step) [2]map[int32][]int32 {
	together := map[[2]int32]int32{}
	alone := [2]map[int32]int32{{}, {}}
	seen, beads := map[string]bool{}, int32(0)
	for _, s := range path {
		if s.p == 0 || s.q == 0 || s.p+s.q > 3 || beads == mostLessons {
			continue
		}
		words := [2][]int32{k.wordsOf(0, upTo(s.i, s.p)), k.wordsOf(1, upTo(s.j, s.q))}
		same := fmt.Sprint(words[0])
		if seen[same] {
			continue // what is said again and again teaches nothing about its words
		}
		seen[same] = true
		beads++
		for side := range words {
			for _, w := range words[side] {
				alone[side][w]++
			}
		}
		for _, a := range words[0] {
			for _, b := range words[1] {
				if a != b {
					together[[2]int32{a, b}]++
				}
			}
		}
	}
	var sure [][2]int32
	for p, n := range together {
		a, b := alone[0][p[0]], alone[1][p[1]]
		if n >= minTogether && 4*n >= a+b && lessonShare*max(a, b) <= beads { // Dice's coefficient is at least one half
			sure = append(sure, p)
		}
	}
	slices.SortFunc(sure, func(x, y [2]int32) int { return slices.Compare(x[:], y[:]) })
	out := [2]map[int32][]int32{{}, {}}
	for _, p := range sure {
		id := k.key(taught, strconv.Itoa(int(p[0]))+" "+strconv.Itoa(int(p[1])))
		out[0][p[0]] = append(out[0][p[0]], id)
		out[1][p[1]] = append(out[1][p[1]], id)
	}
	return out
}

// wordsOf lists the words of sentences as keys, by their first letters.
func (k *keys) wordsOf(side int, sentences []int) []int32 {
	var out []int32
	for _, i := range sentences {
		for _, id := range k.of[side][i] {
			switch k.traits[id] {
			case prefix, short, proper:
				out = append(out, id)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
