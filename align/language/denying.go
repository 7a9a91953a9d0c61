package language

import (
	"cmp"
	"slices"
	"strings"
)

// Denial says how a word denies without being a negation.
type Denial uint8

// The kinds of words that deny.
const (
	NoDenial Denial = iota
	Limits          // leaves little: only, hardly, few
	Denies          // refused, impossible, lack
)

// denying says how a form of the section negative denies.
type denying uint8

const (
	limitingWord denying = iota + 1
	denyingWord
	denyingStart // words begin with it
	denyingEnd   // words end with it
	notDenying   // words that begin with it do not deny, whatever shorter form they begin with
)

var parseDenying = oneOf[denying]("limit", "word", "start", "end", "except")

// Denial tells whether a word denies or limits without being a negation, such as
// "only", "refused", "impossible": where one language says so, another may have a
// negation. Of the beginnings that fit, the longest decides.
func (l *Language) Denial(w string) Denial {
	l.denyingOnce.Do(l.readNegative)
	if i := strings.IndexByte(w, '\''); i > 0 && i <= 2 && len(w) > i+2 { // l'absence
		w = w[i+1:]
	}
	if w == "" {
		return NoDenial
	}
	d := &l.denying
	if d.in.may(w) {
		if kind := d.words[w]; kind != NoDenial {
			return kind
		}
	}
	for _, start := range d.starts[w[0]] {
		if strings.HasPrefix(w, start.form) {
			return start.kind
		}
	}
	const stem = 3 // letters before an ending
	for _, end := range d.ends[w[len(w)-1]] {
		if len(w) >= stem+len(end) && strings.HasSuffix(w, end) {
			return Denies
		}
	}
	if i := strings.LastIndexByte(w, '-'); i > 0 {
		return l.Denial(w[i+1:]) // case-insensitive
	}
	return NoDenial
}

// deniers is what the section negative holds. Beginnings are found by their first
// byte and endings by their last, since nearly every word of a text is asked for
// and hardly any has one.
type deniers struct {
	words  map[string]Denial
	in     sieve // of words
	starts [256][]denyingStarter
	ends   [256][]string
}

// denyingStarter is a beginning of words and how these deny. Those with one first
// byte are in order, the longest first.
type denyingStarter struct {
	form string
	kind Denial
}

func (l *Language) readNegative() {
	d := &l.denying
	d.words = map[string]Denial{}
	for ln := range lines(l.data["negative"]) {
		v, err := parseDenying(ln.value)
		if err != nil {
			continue
		}
		for form := range ln.each() {
			d.add(form, v)
		}
	}
	d.in = sieveOf(d.words)
	for _, starts := range d.starts {
		slices.SortFunc(starts, func(a, b denyingStarter) int {
			return cmp.Or(cmp.Compare(len(b.form), len(a.form)), cmp.Compare(a.kind, b.kind))
		})
	}
}

// add takes in a form. A word that limits does, whatever else is said of it.
func (d *deniers) add(form string, v denying) {
	first, last := form[0], form[len(form)-1]
	switch v {
	case limitingWord:
		d.words[form] = Limits
	case denyingWord:
		d.words[form] = cmp.Or(d.words[form], Denies)
	case denyingStart:
		d.starts[first] = append(d.starts[first], denyingStarter{form, Denies})
	case notDenying:
		d.starts[first] = append(d.starts[first], denyingStarter{form, NoDenial})
	case denyingEnd:
		d.ends[last] = append(d.ends[last], form)
	}
}

// TellsNegation tells whether the words of the language that negate are known.
func (l *Language) TellsNegation() bool { return len(l.data["negations"]) > 0 }

// Idiom says what a phrase means that has the form of a negation.
type Idiom uint8

// The kinds of idiom.
const (
	NoIdiom       Idiom = iota
	DeniesNothing       // "not only", "sin embargo"
	DeniesLoosely       // may be rendered without a negation: "if not", "weder"
	DeniesInside        // denies nothing where a clause ends behind it: "que nunca"
	DeniesApart         // two words with others between them that deny loosely: "not … until"
)

var parseIdiom = oneOf[Idiom]("nothing", "loose", "final", "apart")

// NegationIdiom reads a phrase that has the form of a negation or of a word that
// denies, but is none, or no plain one.
func (l *Language) NegationIdiom(words []string) (Idiom, int) {
	return first(l, &l.negationIdioms, parseIdiom, words, "negationidioms")
}

// Concord tells whether a word denies behind a verb only if a negation stands
// before it, as "nadie" in "no vino nadie".
func (l *Language) Concord(w string) bool {
	_, ok := word(l, &l.concord, parseNothing, w, "concord")
	return ok
}
