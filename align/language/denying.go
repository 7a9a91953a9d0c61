package language

import "strings"

// Denial says how a word denies without being a negation.
type Denial uint8

// The kinds of words that deny.
const (
	NoDenial Denial = iota
	Limits          // leaves little: only, hardly, few
	Denies          // refused, impossible, lack
)

// denying says how a form of the section negative denies, as bits.
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
	l.negativeOnce.Do(l.readNegative)
	if i := strings.IndexByte(w, '\''); i > 0 && i <= 2 && len(w) > i+2 { // l'absence
		w = w[i+1:]
	}
	switch f := l.negative[w]; {
	case f&(1<<limitingWord) != 0:
		return Limits
	case f&(1<<denyingWord) != 0:
		return Denies
	}
	for i := len(w); i > 0; i-- {
		switch f := l.negative[w[:i]]; {
		case f&(1<<notDenying) != 0:
			return NoDenial
		case f&(1<<denyingStart) != 0:
			return Denies
		}
	}
	const stem = 3 // letters before an ending
	for i := stem; i < len(w); i++ {
		if l.negative[w[i:]]&(1<<denyingEnd) != 0 {
			return Denies
		}
	}
	if i := strings.LastIndexByte(w, '-'); i > 0 {
		return l.Denial(w[i+1:]) // case-insensitive
	}
	return NoDenial
}

func (l *Language) readNegative() {
	l.negative = map[string]denying{}
	for ln := range lines(l.data["negative"]) {
		v, err := parseDenying(ln.value)
		if err != nil {
			continue
		}
		for form := range ln.each() {
			l.negative[form] |= 1 << v
		}
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
