package fact

import (
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// How descriptors are found. Three constructions say what a person is, and each
// must have a noun for persons (coach, spokeswoman, brother) at its head:
//
//	former Auburn University football coach Tommy Tuberville
//	Ilene Wolff, a spokeswoman for the hospital,      the Troy police chief, Charles Craft,
//	Sessions was a senator from Alabama
//
// The tokens of a descriptor are the noun phrase without its article.

// maxDescription is how many words before a name can describe it.
const maxDescription = 14

// describer reads the descriptors of an article.
type describer struct {
	*text
	stem func(string) string
}

// describe adds to the entities what the article says they are.
func describe(t *text, found []mention, of []int, entities []Entity) {
	d := &describer{text: t, stem: t.lang.Stem}
	for i := range found {
		m := &found[i]
		e := &entities[of[i]]
		if e.Demonym {
			continue
		}
		s := int(m.sent)
		for _, x := range []Descriptor{d.title(m), d.apposition(m), d.inverted(m), d.copula(m)} {
			if len(x.Words) > 0 {
				x.Sentence = s
				e.Descriptors = append(e.Descriptors, x)
				if e.Kind == Thing && !m.article {
					e.Kind = Person
				}
			}
		}
	}
}

// title reads what stands directly before a name: Special Counsel, former
// Auburn University football coach.
func (d *describer) title(m *mention) Descriptor {
	s, end := int(m.sent), int(m.first)
	if int(m.lead) == end && !d.head(s, end-1) {
		return Descriptor{}
	}
	if d.courtesy(s, int(m.lead), end) {
		return Descriptor{}
	}
	return d.phrase(s, d.left(s, int(m.lead)), end, end-1, true)
}

// courtesy tells whether [i, end) is only Mr. or Ms., which says nothing.
func (d *describer) courtesy(s, i, end int) bool {
	return end-i == 1 && d.is(s, i, language.MaleTitle|language.FemaleTitle) && !d.is(s, i, language.RoleWord)
}

// head tells whether token i is a noun that says what a person is.
func (d *describer) head(s, i int) bool {
	return d.is(s, i, language.RoleWord) && d.looks(s, i) != noWord && !(d.is(s, i, language.Function) && d.looks(s, i) == small)
}

// left is the first token of the noun phrase that reaches to token end.
func (d *describer) left(s, end int) int {
	ts := d.tokens(s)
	i := end
	for i > 0 && i > end-maxDescription {
		k := i - 1
		g := int(d.from[s]) + k
		if d.quote[g] != d.quote[min(int(d.from[s])+end, len(d.quote)-1)] {
			break
		}
		if ts[k].Kind == article.Punct {
			if hyphen(ts[k].Text) && !ts[k].Space && i < len(ts) && !ts[i].Space {
				i = k
				continue
			}
			break
		}
		if ts[k].Kind == article.Number {
			if hyphen(d.mark(s, k+1)) {
				i = k
				continue
			}
			break
		}
		c := d.class[g]
		if c&language.FormerWord != 0 {
			i = k
			break
		}
		if c&language.TimeWord != 0 && !hyphen(d.mark(s, k+1)) && !hyphen(d.mark(s, k-1)) {
			break
		}
		if c&language.GivenName != 0 && c&(language.RoleWord|language.TitleWord|language.TerritoryWord) == 0 && d.looks(s, k) == capital && d.looks(s, k+1) >= capital && k+1 < end && !d.is(s, k+1, language.RoleWord|language.TitleWord|language.TitleModifier|language.OrganisationWord) {
			// Another person's name: the description starts behind it.
			for i < end && !d.is(s, i, language.RoleWord|language.TitleWord|language.TitleModifier) {
				i++
			}
			break
		}
		if c&(language.Function|language.SayVerb|language.NegationWord|language.CalendarWord) != 0 && c&(language.RoleWord|language.OrganisationWord|language.DirectionWord) == 0 {
			break
		}
		if d.shape[g] == small && c&(language.RoleWord|language.TitleWord|language.OrganisationWord|language.PlaceWord) == 0 && d.verbal(s, k, i, end) {
			break
		}
		i = k
	}
	for i < end && (d.mark(s, i) != "" || d.shape[int(d.from[s])+i] == noWord && ts[i].Kind == article.Punct) {
		i++
	}
	return i
}

// verbal tells whether a lower-case word inside what may be a noun phrase is
// rather the verb before it: "endorsed coach Tuberville". Without a determiner
// before the phrase nothing else can be told from its ending.
func (d *describer) verbal(s, k, i, end int) bool {
	w := d.lower(s, k)
	if n := len(w); n > 4 && (w[n-2:] == "ed" || w[n-3:] == "ing" || w[n-2:] == "ly") {
		return !d.is(s, k-1, language.Determiner|language.PossessiveWord) || w[n-2:] == "ly"
	}
	// "who beat candidate X", "will face", "to confuse"
	if d.is(s, k-1, language.PersonalWord|language.Auxiliary) || d.lower(s, k-1) == "to" || d.is(s, k-1, language.Conjunction) && !d.is(s, k-1, language.Determiner) && d.lower(s, k-1) != "and" && d.lower(s, k-1) != "or" {
		return true
	}
	// "beat coach X": a verb in -s or a short one directly after a name.
	return d.looks(s, k-1) > small && d.looks(s, k+1) != small && k+1 == end
}

// phrase makes a descriptor of tokens [first, last) whose head is token head.
func (d *describer) phrase(s, first, last, head int, title bool) Descriptor {
	ts := d.tokens(s)
	x := Descriptor{Title: title, HeadToken: head}
	for first < last && d.is(s, first, language.Determiner|language.PossessiveWord) {
		first++
	}
	if first >= last || head < first || head >= last {
		return Descriptor{}
	}
	x.First, x.Last = first, last
	words := func(lo, hi int) {
		for i := lo; i < hi; i++ {
			switch {
			case ts[i].Kind == article.Punct:
			case d.is(s, i, language.FormerWord):
				x.Former = x.Former || i < head
			case d.is(s, i, language.Function) && ts[i].Kind == article.Word && !d.is(s, i, language.RoleWord):
			default:
				x.Words = append(x.Words, quoteWord(bare(ts[i].Lower)))
			}
		}
	}
	words(head+1, last)
	words(first, head)
	if d.is(s, first-1, language.FormerWord) {
		x.Former = true
	}
	noun := quoteWord(bare(ts[head].Lower))
	if t, n := d.lang.Title([]string{ts[head].Lower}); n == 1 && t.ID != "" && !strings.Contains(t.ID, "-") && len(noun) < len(t.ID) {
		noun = t.ID // sen., lt.
	}
	x.Words = append(x.Words, noun)
	x.Head = d.stem(noun)
	return x
}

// apposition reads what follows a name between commas: ", a spokeswoman for the hospital,".
func (d *describer) apposition(m *mention) Descriptor {
	s, i := int(m.sent), int(m.last)
	if d.mark(s, i) != "," || m.possessive {
		return Descriptor{}
	}
	i++
	// ", 66, a lawyer,"
	if d.number2(s, i) && d.mark(s, i+1) == "," {
		i += 2
	}
	return d.noun(s, i, true)
}

func (d *describer) number2(s, i int) bool {
	ts := d.tokens(s)
	return i < len(ts) && ts[i].Kind == article.Number
}

// noun reads the noun phrase that starts at token i: up to the head before the
// first preposition, comma or verb, and what its prepositions add.
func (d *describer) noun(s, i int, bounded bool) Descriptor {
	ts := d.tokens(s)
	if i >= len(ts) || ts[i].Kind == article.Punct {
		return Descriptor{}
	}
	determined := d.is(s, i, language.Determiner|language.PossessiveWord)
	head, j := -1, i
	if determined {
		j++
	}
	for ; j < len(ts) && j < i+14; j++ {
		g := int(d.from[s]) + j
		if ts[j].Kind == article.Punct && !hyphen(ts[j].Text) && !(ts[j].Text == "’" && j+1 < len(ts) && ts[j+1].Space) {
			break
		}
		if j > i+1 && d.class[g]&(language.Determiner|language.PossessiveWord) != 0 {
			break
		}
		if d.class[g]&(language.Preposition|language.Conjunction|language.Copula|language.Auxiliary|language.PersonalWord) != 0 && d.class[g]&language.RoleWord == 0 {
			break
		}
		if head >= 0 && d.class[g]&language.SayVerb != 0 && d.class[g]&language.RoleWord == 0 {
			break
		}
		if d.quote[g] != d.quote[int(d.from[s])+i] {
			break
		}
		if d.head(s, j) {
			head = j
		}
	}
	if head < 0 {
		return Descriptor{}
	}
	// The head must be the last noun: "a coach bus company" is none.
	end := head + 1
	if end < len(ts) && end < j && d.looks(s, end) != small {
		// "the coach Tommy": another name follows, the description is of that one.
		return Descriptor{}
	}
	if !determined && !d.is(s, i, language.FormerWord) && d.looks(s, i) == small && head-i > 3 {
		return Descriptor{}
	}
	if d.is(s, end, language.Preposition) {
		k := end
		for k < len(ts) && k < end+10 && (ts[k].Kind == article.Word || hyphen(ts[k].Text) || ts[k].Text == "’") && !d.is(s, k, language.Conjunction|language.Copula|language.Auxiliary|language.SayVerb|language.PersonalWord) {
			k++
		}
		switch {
		case k >= len(ts) || ts[k].Kind == article.Punct || d.is(s, k, language.Conjunction|language.Copula|language.Auxiliary|language.SayVerb):
			if bounded || k-end <= 5 {
				end = k
			}
		}
	} else if bounded && end < len(ts) && ts[end].Kind != article.Punct && !d.is(s, end, language.Conjunction) {
		return Descriptor{}
	}
	return d.phrase(s, i, end, head, false)
}

// inverted reads a phrase before a comma and the name: "the Troy police chief, Charles Craft,".
func (d *describer) inverted(m *mention) Descriptor {
	s, i := int(m.sent), int(m.lead)-1
	if d.mark(s, i) != "," || !d.head(s, i-1) {
		return Descriptor{}
	}
	after := d.mark(s, int(m.last))
	if after != "," && after != "." && after != "’" && !m.possessive {
		return Descriptor{}
	}
	first := d.left(s, i)
	if !d.is(s, first-1, language.Determiner|language.PossessiveWord) && !d.possessor(s, first, i) {
		return Descriptor{}
	}
	return d.phrase(s, first, i, i-1, false)
}

// possessor tells whether a possessive noun stands in [i, end): "Kafoury's son".
func (d *describer) possessor(s, i, end int) bool {
	for ; i < end; i++ {
		if t := d.tokens(s)[i].Text; len(bare(t)) < len(t) || t == "’" {
			return true
		}
	}
	return false
}

// copula reads "Sessions was a senator from Alabama".
func (d *describer) copula(m *mention) Descriptor {
	s, i := int(m.sent), int(m.last)
	if m.possessive || d.is(s, int(m.lead)-1, language.Preposition|language.Conjunction) {
		return Descriptor{}
	}
	if d.lower(s, i) == "," && d.is(s, i+1, language.Conjunction) || d.is(s, i, language.Conjunction) && d.is(s, i+1, language.Copula) {
		if d.lower(s, i) == "," {
			i++
		}
		i++ // who
	}
	if !d.is(s, i, language.Copula) || d.is(s, i+1, language.NegationWord) {
		return Descriptor{}
	}
	i++
	for d.is(s, i, language.Adverb) && !d.is(s, i, language.NegationWord|language.FormerWord) {
		i++
	}
	if !d.is(s, i, language.Determiner) && !d.is(s, i, language.FormerWord) || d.is(s, i, language.NegationWord) {
		return Descriptor{}
	}
	x := d.noun(s, i, false)
	if len(x.Words) == 0 || slices.Contains(x.Words, "") {
		return Descriptor{}
	}
	return x
}
