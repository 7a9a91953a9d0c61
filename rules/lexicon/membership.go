package lexicon

import (
	"strings"
	"unicode/utf8"
)

// Membership says that a word or phrase is one of the alternatives of a
// contrast set or one of the renderings of a pivot family.
type Membership struct {
	Set    *Set    // or nil
	Family *Family // or nil
	// Member is the alternative of the set, or the rendering of the family.
	Member int
	group  int
}

// Memberships appends to out the contrast sets and pivot families that hold a
// word or phrase in any inflection. It serves to find opposed words in two
// passages without relating all their words to each other.
func (l *Lexicon) Memberships(out []Membership, form string) []Membership {
	var w words
	l.readWords(normalise(form), &w)
	for _, f := range w.all() {
		for _, m := range l.contrasts[f] {
			out = appendNew(out, Membership{Set: m.set, Member: m.member, group: m.group})
		}
		for _, r := range l.pivots[f] {
			out = appendNew(out, Membership{Family: r.family, Member: r.index})
		}
	}
	return out
}

// Seconds are the first letters of the words that stand second in some phrases.
type Seconds uint64

// May reports whether a phrase may go on with a word; false is certain. A word
// that does not begin with an ASCII letter may always: its stem can begin with
// another one.
func (s Seconds) May(word string) bool {
	return s != 0 && (word == "" || word[0] >= utf8.RuneSelf || s&secondOf(word) != 0)
}

func secondOf(word string) Seconds { return 1 << (word[0] & 63) }

// Opens returns the second words of the phrases that some set or family holds and
// that begin with a word, in any inflection: a text need not be searched for
// phrases elsewhere.
func (l *Lexicon) Opens(word string) Seconds {
	var w words
	l.readWords(normalise(word), &w)
	var all Seconds
	for _, f := range w.all() {
		all |= l.heads[f]
	}
	return all
}

// findHeads collects the first words of all phrases.
func (l *Lexicon) findHeads() {
	l.heads = map[string]Seconds{}
	head := func(form string) {
		if i := strings.IndexAny(form, " -"); i > 0 && i+1 < len(form) {
			l.heads[form[:i]] |= secondOf(form[i+1:])
		}
	}
	for form := range l.contrasts {
		head(form)
	}
	for form := range l.pivots {
		head(form)
	}
}

func appendNew(out []Membership, m Membership) []Membership {
	for _, o := range out {
		if o.Set == m.Set && o.Family == m.Family {
			return out
		}
	}
	return append(out, m)
}

// Opposes reports whether m and n are different alternatives of one contrast
// set, or different renderings of one pivot family.
func (m Membership) Opposes(n Membership) bool {
	if m.Set != n.Set || m.Family != n.Family || m.Member == n.Member {
		return false
	}
	return m.Family != nil || m.group != n.group
}
