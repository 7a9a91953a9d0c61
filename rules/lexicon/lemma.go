package lexicon

import (
	"strings"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/rules/lexicon/internal/wordnet"
)

// Lemma is a dictionary form and its part of speech: "noun", "verb",
// "adjective", "adverb".
type Lemma struct {
	Text string
	POS  string
}

// detachments are the endings that WordNet's morphy takes off, and what it puts
// in their place.
var detachments = [wordnet.NumPOS][]struct{ ending, base string }{
	wordnet.Noun:      {{"s", ""}, {"ses", "s"}, {"xes", "x"}, {"zes", "z"}, {"ches", "ch"}, {"shes", "sh"}, {"men", "man"}, {"ies", "y"}},
	wordnet.Verb:      {{"s", ""}, {"ies", "y"}, {"es", "e"}, {"es", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}},
	wordnet.Adjective: {{"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}},
	wordnet.Adverb:    {{"er", ""}, {"est", ""}},
}

// reading is one way to read a word: an entry of WordNet as some parts of speech.
type reading struct {
	wordnet.Entry
	pos byte // bits 1<<POS
}

// readings holds what a form can be: the word itself, and what it inflects.
type readings struct {
	list [8]reading
	n    int
}

func (r *readings) all() []reading { return r.list[:r.n] }

func (r *readings) add(e wordnet.Entry, pos byte) {
	for i := range r.list[:r.n] {
		if r.list[i].Number == e.Number {
			r.list[i].pos |= pos
			return
		}
	}
	if r.n < len(r.list) {
		r.list[r.n] = reading{e, pos}
		r.n++
	}
}

// read finds the entries of a normalised form.
func (l *Lexicon) read(form string, r *readings) {
	if l.wn == nil {
		return
	}
	var irregular [wordnet.NumPOS]bool
	if e, ok := l.wn.Lookup(form); ok {
		for p := range wordnet.NumPOS {
			if e.Has(p) {
				r.add(e, 1<<p)
			}
		}
		for p, text := range e.Bases {
			irregular[p] = true
			if base, ok := l.wn.Lookup(text); ok {
				r.add(base, 1<<p)
			}
		}
	}
	for p, list := range detachments {
		if irregular[p] {
			continue
		}
		for _, d := range list {
			stem, ok := strings.CutSuffix(form, d.ending)
			if !ok || len(stem) < 2 || d.ending == "s" && strings.HasSuffix(stem, "s") || d.ending == "es" && d.base == "" && !strings.ContainsAny(stem[len(stem)-1:], "sxzho") {
				continue
			}
			if e, ok := l.wn.Lookup(stem + d.base); ok && e.Has(wordnet.POS(p)) {
				r.add(e, 1<<p)
			}
		}
	}
	l.readPhrase(form, r)
}

// readPhrase reads a phrase that inflects at its first word ("lets down").
func (l *Lexicon) readPhrase(form string, r *readings) {
	first, rest, ok := strings.Cut(form, " ")
	if !ok {
		return
	}
	var heads readings
	l.read(first, &heads)
	for _, h := range heads.all() {
		if h.pos&(1<<wordnet.Verb) == 0 || h.Text == first {
			continue
		}
		if e, ok := l.wn.Lookup(h.Text + " " + rest); ok && e.Has(wordnet.Verb) {
			r.add(e, 1<<wordnet.Verb)
		}
	}
}

// Lemmas returns the dictionary forms of an inflected word, most likely first;
// none where it is unknown or the language has no dictionary.
func (l *Lexicon) Lemmas(word string) []Lemma {
	var r readings
	l.read(normalise(word), &r)
	var out []Lemma
	for _, x := range r.all() {
		for p := range wordnet.NumPOS {
			if x.pos&(1<<p) != 0 {
				out = append(out, Lemma{x.Text, p.String()})
			}
		}
	}
	return out
}

// manySenses is how many meanings a verb has that means little by itself: get,
// make, take, fall.
const manySenses = 25

// Light reports whether a word is a verb of so many meanings that its object says
// what it means. A language without a dictionary has none.
func (l *Lexicon) Light(word string) bool {
	var r readings
	l.read(normalise(word), &r)
	for _, x := range r.all() {
		n := 0
		for s := range x.Senses {
			if s.POS == wordnet.Verb {
				n++
			}
		}
		if n >= manySenses {
			return true
		}
	}
	return false
}

// Known reports whether a word is one of the language in some inflection,
// spelling or regular derivation, or a compound of such words. It is meant for
// telling misspellings: names are known only as far as WordNet has them, and a
// language without a dictionary knows every word.
func (l *Lexicon) Known(word string) bool {
	if l.wn == nil {
		return true
	}
	w := strings.Trim(normalise(word), "'.")
	return w == "" || l.known(w, 0)
}

// Listed reports whether a word stands in the dictionary or in the word files, in
// some inflection or spelling; unlike [Lexicon.Known] it makes up no words from
// affixes. A language without a dictionary lists every word.
func (l *Lexicon) Listed(word string) bool {
	if l.wn == nil {
		return true
	}
	w := strings.Trim(normalise(word), "'.")
	if base, ok := cutPossessive(w); ok {
		w = base
	}
	var r readings
	if l.read(w, &r); r.n > 0 || l.words[w] || len(l.variants[w]) > 0 {
		return true
	}
	for _, list := range detachments[:wordnet.Adjective] {
		for _, d := range list {
			if stem, ok := strings.CutSuffix(w, d.ending); ok && len(stem) >= minStem && l.words[stem+d.base] {
				return true
			}
		}
	}
	return false
}

// maxAffixes bounds how often Known takes a word apart.
const maxAffixes = 3

func (l *Lexicon) known(w string, depth int) bool {
	if !strings.ContainsFunc(w, isLetter) || l.words[w] {
		return true
	}
	var r readings
	if l.read(w, &r); r.n > 0 {
		return true
	}
	if depth >= maxAffixes {
		return false
	}
	if base, ok := cutPossessive(w); ok {
		return l.known(base, depth+1)
	}
	if parts := strings.FieldsFunc(w, isJoint); len(parts) > 1 {
		for _, p := range parts {
			if !l.known(p, depth+1) && !l.element(p) {
				return false
			}
		}
		return true
	}
	return l.knownForm(w, depth) || l.knownSpelling(w, depth)
}

func isLetter(r rune) bool { return r >= utf8.RuneSelf || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

func isJoint(r rune) bool { return r == '-' || r == '/' || r == '–' || r == ' ' }

// element reports whether a part of a compound is a prefix such as "anti".
func (l *Lexicon) element(p string) bool { return l.words[p+"-"] || l.words["-"+p] }

func cutPossessive(w string) (string, bool) {
	if base, ok := strings.CutSuffix(w, "'s"); ok {
		return base, true
	}
	return strings.CutSuffix(w, "s'")
}

// minStem is how short a word may be that Known finds inside another one.
const minStem = 3

// knownForm tries the regular inflections of own words, and the affixes that
// the word files list ("anti-", "-less").
func (l *Lexicon) knownForm(w string, depth int) bool {
	for _, list := range detachments[:wordnet.Adjective] {
		for _, d := range list {
			if stem, ok := strings.CutSuffix(w, d.ending); ok && len(stem) >= minStem && l.words[stem+d.base] {
				return true
			}
		}
	}
	for i := minStem - 1; i <= len(w)-2; i++ {
		if l.words[w[:i]+"-"] && len(w)-i > minStem && l.known(w[i:], depth+1) {
			return true
		}
		if i >= minStem && l.words["-"+w[i:]] && l.knownStem(w[:i], depth+1) {
			return true
		}
	}
	return false
}

// knownStem tries a stem as it stands and with what an ending takes from it:
// "happi-ly", "siz-able", "run-n-er".
func (l *Lexicon) knownStem(stem string, depth int) bool {
	if l.known(stem, depth) || l.known(stem+"e", depth) {
		return true
	}
	n := len(stem)
	if base, ok := strings.CutSuffix(stem, "i"); ok && l.known(base+"y", depth) {
		return true
	}
	return n > minStem && stem[n-1] == stem[n-2] && l.known(stem[:n-1], depth)
}

// knownSpelling tries the systematic variants: "colour" for "color".
func (l *Lexicon) knownSpelling(w string, depth int) bool {
	if len(l.variants[w]) > 0 {
		return true
	}
	if f := fold(w); f != w && l.known(f, depth+1) {
		return true
	}
	for _, s := range l.variantShapes {
		if !s.loose && !s.others(w, func(o string) bool { return !l.known(o, maxAffixes) }) {
			return true
		}
	}
	return false
}

// Ordinary reports whether a word is one of the language otherwise than as a
// name: "place" is, "Chicago" is not. A language without a dictionary knows none.
func (l *Lexicon) Ordinary(word string) bool {
	if l.wn == nil {
		return false
	}
	w := strings.Trim(normalise(word), "'.")
	if w == "" {
		return false
	}
	var r readings
	l.read(w, &r)
	for _, x := range r.all() {
		if !x.Name() {
			return true
		}
	}
	return r.n == 0 && l.known(w, 0)
}
