package lexicon

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
