package rules

import (
	"slices"

	"github.com/sourcelint/sourcelint/align/language"
)

// unanswered is the first plain negation that nothing of the other side renders.
func (d *denials) unanswered(o *denials) *Mention {
	m := matching{d, o, make([]int, len(o.found))}
	for i := range d.found {
		if !d.found[i].strong {
			m.alike(i)
		}
	}
	for i := range d.found {
		if d.found[i].lacking {
			m.answer(i, make([]bool, len(o.found)))
		}
	}
	spare := o.spare - d.needed
	answered := false
	for i := range d.found {
		n := &d.found[i]
		switch {
		case !n.plain, n.again && answered, n.denied > 0 && !m.kept(n.denied):
		case m.answer(i, make([]bool, len(o.found))):
			answered = true
		case spare > 0:
			spare--
			answered = true
		default:
			return &n.at
		}
	}
	return nil
}

// matching gives the denials of one side to those of the other.
type matching struct {
	d, o *denials
	by   []int // which denial of d takes one of o, and one more; 0 where none does
}

const (
	// lexicalReach is how many words from the place of a negation a word may stand
	// that denies by its meaning.
	lexicalReach = 8
	shortPassage = 25
	// alikeReach is how many words apart two such words may stand that render each other.
	alikeReach = 3
)

// alike gives the nearest word of its kind to a word that denies by its meaning.
func (m *matching) alike(i int) {
	at := m.d.words.across(m.o.words, m.d.found[i].place)
	best, far := -1, alikeReach+1
	for j := range m.o.found {
		if away := abs(m.o.found[j].place - at); !m.o.found[j].strong && m.o.found[j].kind == m.d.found[i].kind && m.by[j] == 0 && away < far {
			best, far = j, away
		}
	}
	if best >= 0 {
		m.by[best] = i + 1
	}
}

// kept tells whether the word at a place that denies has one of its kind on the other side.
func (m *matching) kept(place int) bool {
	return slices.ContainsFunc(m.by, func(i int) bool { return i > 0 && m.d.found[i-1].place == place })
}

// answer finds a denial of the other side for negation i, if need be by finding
// another one for the negation to which it was given: an augmenting path.
func (m *matching) answer(i int, tried []bool) bool {
	at := m.d.words.across(m.o.words, m.d.found[i].place)
	for j := range m.o.found {
		n := &m.o.found[j]
		if tried[j] || m.d.found[i].lacking && !n.lacking || !n.strong && abs(n.place-at) > lexicalReach && (n.kind != language.Denies || m.o.words.n > shortPassage) {
			continue
		}
		tried[j] = true
		if m.by[j] == 0 || m.d.found[m.by[j]-1].strong && m.answer(m.by[j]-1, tried) {
			m.by[j] = i + 1
			return true
		}
	}
	return false
}
