package align

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/language"
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
	source, target *language.Language
	ids            [2]map[string]int32
	words          [2][]string
	alone          [2][]int32      // segments of each word
	seen           map[string]bool // sources
	segments       []learnedPair
	stock          stock
}

// learnedPair is the content words of a segment.
type learnedPair struct {
	number int
	again  bool // another segment has the same source
	words  [2][]int32
}

// NewLearner makes a learner for two languages by their BCP 47 tags.
func NewLearner(source, target string) *Learner {
	return &Learner{source: language.For(source), target: language.For(target),
		ids: [2]map[string]int32{{}, {}}, seen: map[string]bool{}, stock: stock{}}
}

// Full tells whether enough segments were counted; more are ignored.
func (l *Learner) Full() bool { return len(l.segments) >= maxLearned }

// Add counts the segment of a number.
func (l *Learner) Add(number int, source, target string) {
	if l.Full() {
		return
	}
	p := learnedPair{number: number, again: l.seen[source],
		words: [2][]int32{l.number(0, l.source, source), l.number(1, l.target, target)}}
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
	segments := make([][]int32, len(l.words[0])) // of each word of the source
	for i, p := range l.segments {
		for _, a := range p.words[0] {
			if !p.again && l.alone[0][a] >= minTogether {
				segments[a] = append(segments[a], int32(i))
			}
		}
	}
	count := make([]int32, len(l.words[1]))
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
func (l *Learner) number(side int, lang *language.Language, text string) []int32 {
	var out []int32
	for w := range contentWords(lang, text) {
		id, ok := l.ids[side][w]
		if !ok {
			id = int32(len(l.words[side]))
			l.ids[side][w] = id
			l.words[side] = append(l.words[side], w)
			l.alone[side] = append(l.alone[side], 0)
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
		if len(out) == maxContent {
			break
		}
	}
	return out
}

// contentWords yields the stems of the words of a text that are no function
// words, and its numbers.
func contentWords(lang *language.Language, text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			w = strings.ToLower(w)
			if utf8.RuneCountInString(w) < 3 && !startsDigit(w) || lang.StopWord(w) {
				continue
			}
			if !yield(lang.Stem(w)) {
				return
			}
		}
	}
}

func startsDigit(w string) bool { return w[0] >= '0' && w[0] <= '9' }

// Vocabulary is what a bilingual file teaches of how its words are translated.
// It is immutable and safe for concurrent use.
type Vocabulary struct {
	source, target *language.Language
	known          map[string][]meaning // by stem of the source; each ascending by id
	ids            map[string]int32     // of the stems of the target that are known
	common         map[string]float64   // share of the segments in which a stem of the source stands, where it is in many
	alien          map[int]int          // see Stock
	// Unrelated counts the segments that do not correspond to their sources, of
	// Segments in all; First is the number of the first of them.
	Segments, Unrelated, First int
}

// meaning is a translation of a word.
type meaning struct {
	stem string
	id   int32 // of the stem
	// sure is how much the segments in which the two meet prove, in [0,1]; again is
	// the same with one segment less.
	sure, again float64
}

// proof is how much it proves that two words meet in n segments.
func proof(n int32) float64 { return 1 - 1/math.Sqrt(float64(n)) }

// Vocabulary returns what was learned.
func (l *Learner) Vocabulary() *Vocabulary {
	v := &Vocabulary{source: l.source, target: l.target, known: map[string][]meaning{}, ids: map[string]int32{}, common: map[string]float64{}, alien: l.alien(), Segments: len(l.segments)}
	l.meetings(func(a, b, n int32) {
		if dice := 2 * float64(n) / float64(l.alone[0][a]+l.alone[1][b]); n >= minTogether && dice >= minDice {
			w := l.words[0][a]
			m := meaning{l.words[1][b], b, proof(n), proof(n - 1)}
			v.known[w] = append(v.known[w], m)
			v.ids[m.stem] = b
		}
	})
	for _, ms := range v.known {
		slices.SortFunc(ms, func(x, y meaning) int { return cmp.Compare(x.id, y.id) })
	}
	for id, n := range l.alone[0] {
		if share := float64(n) / float64(max(1, len(l.seen))); share > rareShare {
			v.common[l.words[0][id]] = share
		}
	}
	for _, p := range l.segments {
		if v.judge(l.stems(0, p.words[0]), l.stems(1, p.words[1])) >= Doubtful {
			if v.Unrelated++; v.Unrelated == 1 {
				v.First = p.number
			}
		}
	}
	return v
}

func (l *Learner) stems(side int, ids []int32) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = l.words[side][id]
	}
	return out
}

// Translations returns the stems that render a word of the source, for the
// aligner; it makes a Vocabulary a [Dictionary].
func (v *Vocabulary) Translations(word string) []string {
	var out []string
	for _, m := range v.known[v.source.Stem(word)] {
		out = append(out, m.stem)
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
	var a, b []string
	for w := range contentWords(v.source, source) {
		a = append(a, w)
	}
	for w := range contentWords(v.target, target) {
		b = append(b, w)
	}
	return v.judge(a, b)
}

func (v *Vocabulary) judge(a, b []string) Kinship {
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
func (v *Vocabulary) correspondence(a, b []string) (known, found float64) {
	begins := make([]string, len(b))
	have := make([]int32, 0, len(b)) // the words of the target that were learned
	for i, w := range b {
		begins[i] = cognate(w)
		if id, ok := v.ids[w]; ok {
			have = append(have, id)
		}
	}
	slices.Sort(have)
	for _, w := range a {
		hit, sure := v.rendered(w, have)
		if c := cognate(w); slices.Contains(b, w) || c != "" && slices.Contains(begins, c) {
			hit, sure = true, max(sure, 0.5)
		}
		if share := v.common[w]; share > 0 {
			sure *= math.Sqrt(rareShare / share) // what stands everywhere proves little
		}
		known += sure
		if hit {
			found += sure
		}
	}
	return known, found
}

// rendered tells whether a translation of w is among the words of a target,
// ascending, and how sure its translations are.
func (v *Vocabulary) rendered(w string, have []int32) (hit bool, sure float64) {
	for _, m := range v.known[w] {
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

// cognate is the beginning of a word that cognates share, "" of a word that is
// too short to have one.
func cognate(w string) string {
	n := 0
	for i := range w {
		if n == cognateLen {
			return w[:i]
		}
		n++
	}
	if n < cognateLen {
		return ""
	}
	return w
}
