package lexicon

import "strings"

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

// Opens reports whether a phrase that some set or family holds begins with a word,
// in any inflection: a text need not be searched for phrases elsewhere.
func (l *Lexicon) Opens(word string) bool {
	var w words
	l.readWords(normalise(word), &w)
	for _, f := range w.all() {
		if l.heads[f] {
			return true
		}
	}
	return false
}

// findHeads collects the first words of all phrases.
func (l *Lexicon) findHeads() {
	l.heads = map[string]bool{}
	head := func(form string) {
		if i := strings.IndexAny(form, " -"); i > 0 {
			l.heads[form[:i]] = true
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
