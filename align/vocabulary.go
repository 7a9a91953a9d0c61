package align

import (
	"cmp"
	"math"
	"slices"
)

// How a vocabulary is learned
//
// A bilingual file is its own dictionary: a word and its translation stand in
// the same segments. A Learner counts for the content words of both languages
// in how many segments they stand, alone and together; two words belong
// together where Dice's coefficient, 2·together/(alone+alone), is high, which
// Smadja et al. ("Translating Collocations for Bilingual Lexicons", 1996) found
// to serve small texts. Segments with one source count once, so that many
// versions of one sentence teach nothing about its words.
//
// A segment corresponds to its source as far as the words of the source whose
// translation is known from other segments find one of them in the target. Words
// that both languages share (names, figures, cognates by their first letters)
// count as known. The cost is the product of the two lengths for each segment,
// in words that stand in enough segments to be learned, with maxContent as cap.

// The limits of learning.
const (
	maxLearned  = 3000 // segments that are counted
	maxContent  = 32   // content words of a segment that are counted
	minTogether = 3    // segments in which two words must meet
	minDice     = 0.25
	rareShare   = 0.05 // of the segments: a word in more of them is common
	cognateLen  = 5    // letters that cognates begin with
)

// Learner counts which words of two languages stand in the same segments. It is
// not safe for concurrent use.
type Learner struct {
	lexes    [2]*lexis
	alone    [2][]int32      // segments of each word
	seen     map[string]bool // sources
	segments []learnedPair
	stock    stock
}

// learnedPair is the content words of a segment.
type learnedPair struct {
	number int
	again  bool // another segment has the same source
	words  [2][]int32
}

// NewLearner makes a learner for two languages by their BCP 47 tags.
func NewLearner(source, target string) *Learner {
	return &Learner{lexes: [2]*lexis{newLexis(source), newLexis(target)}, seen: map[string]bool{}, stock: stock{}}
}

// Full tells whether enough segments were counted; more are ignored.
func (l *Learner) Full() bool { return len(l.segments) >= maxLearned }

// Add counts the segment of a number.
func (l *Learner) Add(number int, source, target string) {
	if l.Full() {
		return
	}
	p := learnedPair{number: number, again: l.seen[source],
		words: [2][]int32{l.number(0, source), l.number(1, target)}}
	l.segments = append(l.segments, p)
	l.stock.add(target, int32(len(l.segments)-1))
	if p.again {
		return
	}
	l.seen[source] = true
	for side := range p.words {
		for _, w := range p.words[side] {
			l.alone[side][w]++
		}
	}
}

// meetings calls met with each pair of words that meet in some segment, and in how
// many: all words of the target that meet one word of the source, then those of
// the next. Words that stand in too few segments are left out.
func (l *Learner) meetings(met func(a, b, n int32)) {
	segments := make([][]int32, len(l.lexes[0].stems)) // of each word of the source
	for i, p := range l.segments {
		for _, a := range p.words[0] {
			if !p.again && l.alone[0][a] >= minTogether {
				segments[a] = append(segments[a], int32(i))
			}
		}
	}
	count := make([]int32, len(l.lexes[1].stems))
	var touched []int32
	for a, in := range segments {
		for _, i := range in {
			for _, b := range l.segments[i].words[1] {
				if count[b]++; count[b] == 1 {
					touched = append(touched, b)
				}
			}
		}
		for _, b := range touched {
			if l.alone[1][b] >= minTogether {
				met(int32(a), b, count[b])
			}
			count[b] = 0
		}
		touched = touched[:0]
	}
}

// number returns the content words of a text as numbers, each once.
func (l *Learner) number(side int, text string) []int32 {
	var buf [maxContent]int32
	out := buf[:0]
	for w := range wordsOf(text) {
		id := l.lexes[side].number(w)
		if id == noContent || slices.Contains(out, id) {
			continue
		}
		if out = append(out, id); len(out) == maxContent {
			break
		}
	}
	l.alone[side] = append(l.alone[side], make([]int32, len(l.lexes[side].stems)-len(l.alone[side]))...)
	return slices.Clone(out)
}

// Vocabulary is what a bilingual file teaches of how its words are translated.
// It is immutable and safe for concurrent use.
type Vocabulary struct {
	lexes  [2]*lexis
	known  [][]meaning // by word of the source; each ascending by id
	common []float64   // share of the segments in which a word of the source stands, 0 where it is not in many
	alien  map[int]int // see Stock
	// Unrelated counts the segments that do not correspond to their sources, of
	// Segments in all; First is the number of the first of them.
	Segments, Unrelated, First int
}

// meaning is a translation of a word.
type meaning struct {
	id int32 // of the word of the target
	// sure is how much the segments in which the two meet prove, in [0,1]; again is
	// the same with one segment less.
	sure, again float64
}

// proof is how much it proves that two words meet in n segments.
func proof(n int32) float64 { return 1 - 1/math.Sqrt(float64(n)) }

// Vocabulary returns what was learned. It keeps the words of the learner, which
// must not be used any more.
func (l *Learner) Vocabulary() *Vocabulary {
	v := &Vocabulary{lexes: l.lexes, known: make([][]meaning, len(l.alone[0])), common: make([]float64, len(l.alone[0])), alien: l.alien(), Segments: len(l.segments)}
	l.meetings(func(a, b, n int32) {
		if dice := 2 * float64(n) / float64(l.alone[0][a]+l.alone[1][b]); n >= minTogether && dice >= minDice {
			v.known[a] = append(v.known[a], meaning{b, proof(n), proof(n - 1)})
		}
	})
	for _, ms := range v.known {
		slices.SortFunc(ms, func(x, y meaning) int { return cmp.Compare(x.id, y.id) })
	}
	for id, n := range l.alone[0] {
		if share := float64(n) / float64(max(1, len(l.seen))); share > rareShare {
			v.common[id] = share
		}
	}
	var buf [2][maxContent]term
	for _, p := range l.segments {
		if v.judge(l.lexes[0].terms(buf[0][:0], p.words[0]), l.lexes[1].terms(buf[1][:0], p.words[1])) >= Doubtful {
			if v.Unrelated++; v.Unrelated == 1 {
				v.First = p.number
			}
		}
	}
	return v
}

// Translations returns the stems that render a word of the source, for the
// aligner; it makes a Vocabulary a [Dictionary].
func (v *Vocabulary) Translations(word string) []string {
	var out []string
	if id, ok := v.lexes[0].ids[v.lexes[0].lang.Stem(word)]; ok {
		for _, m := range v.known[id] {
			out = append(out, v.lexes[1].stems[m.id])
		}
	}
	return out
}

// Kinship is whether a target is a translation of a source, as far as a
// vocabulary can tell.
type Kinship uint8

// The kinships.
const (
	Unproven  Kinship = iota // too few words are known
	Related                  // the target has what the source lets expect
	Proven                   // it has nearly all of it, and that is much
	Doubtful                 // it has little of it
	Unrelated                // it has hardly any of it, and much was to be expected
)

// A target is judged by how many words of its source have known translations, and
// which share of them it has.
const (
	manyKnown      = 3.0 // for Unrelated,
	unrelatedShare = 0.2 // at most
	minKnown       = 2.5 // for Doubtful,
	doubtfulShare  = 0.3 // at most
	someKnown      = 1.5 // for Related,
	relatedShare   = 0.65
	provenShare    = 0.8 // for Proven, of minKnown
)

// Judge tells whether a target is a translation of a source.
func (v *Vocabulary) Judge(source, target string) Kinship {
	var buf [2][2 * maxContent]term
	return v.judge(v.lexes[0].read(buf[0][:0], source), v.lexes[1].read(buf[1][:0], target))
}

func (v *Vocabulary) judge(a, b []term) Kinship {
	known, found := v.correspondence(a, b)
	switch {
	case len(b) > 0 && known >= manyKnown && found <= unrelatedShare*known:
		return Unrelated
	case len(b) > 0 && known >= minKnown && found <= doubtfulShare*known:
		return Doubtful
	case known >= minKnown && found >= provenShare*known:
		return Proven
	case known >= someKnown && found >= relatedShare*known:
		return Related
	}
	return Unproven
}

// A file is out of step where at least minUnrelated of its segments, and one in
// stepShare, do not correspond to their sources.
const (
	minUnrelated = 10
	stepShare    = 20
)

// OutOfStep tells whether so many segments have another's target that it must be
// the file that is at fault: its columns were sorted or shifted apart.
func (v *Vocabulary) OutOfStep() bool {
	return v.Unrelated >= minUnrelated && v.Unrelated*stepShare >= v.Segments
}

// correspondence weighs the words of the source whose translation is known from
// other segments, and those of them that the target renders.
func (v *Vocabulary) correspondence(a, b []term) (known, found float64) {
	var buf [2 * maxContent]int32
	have := buf[:0] // the words of the target that were learned
	for _, w := range b {
		if w.id >= 0 {
			have = append(have, w.id)
		}
	}
	slices.Sort(have)
	for _, w := range a {
		var hit bool
		var sure, share float64
		if w.id >= 0 {
			hit, sure = rendered(v.known[w.id], have)
			share = v.common[w.id]
		}
		if slices.ContainsFunc(b, func(o term) bool { return o.stem == w.stem || w.begin != "" && o.begin == w.begin }) {
			hit, sure = true, max(sure, 0.5)
		}
		if share > 0 {
			sure *= math.Sqrt(rareShare / share) // what stands everywhere proves little
		}
		known += sure
		if hit {
			found += sure
		}
	}
	return known, found
}

// rendered tells whether one of the translations of a word is among the words of a
// target, ascending, and how sure its translations are.
func rendered(known []meaning, have []int32) (hit bool, sure float64) {
	for _, m := range known {
		for len(have) > 0 && have[0] < m.id {
			have = have[1:]
		}
		if len(have) > 0 && have[0] == m.id {
			hit, sure = true, max(sure, m.again) // this very segment may have taught it
			continue
		}
		sure = max(sure, m.sure)
	}
	return hit, sure
}
