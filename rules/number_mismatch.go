package rules

import (
	"slices"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/fact"
)

// NumberMismatch reports a number that contradicts the number another article
// gives for the same thing: counts, shares, money, measures, scores, ranks, ages.
//
// Why: figures are what readers quote, and one of the two is wrong.
//
// Fires:
//
//	Exports rose 21 percent in May. ~ Exports rose 12 percent in May.
//
// Quiet:
//
//	Some 20 points. ~ 21 points. Two decades. ~ 20 years. 8 points over Jones. ~ 6 points over Moore.
//
// Misses: numbers of two passages that do not say the same of the same thing in
// similar words; numbers that only one article has (see unsupported-number).
var NumberMismatch = &Rule{
	Name:     "number-mismatch",
	Category: Facts,
	Severity: Error,
	Scope:    Story | Translation,
	Check:    checkNumberMismatch,
}

// The similarity of slots from which two different values are held for values
// of one thing: likely, and nearly certain.
const (
	likelySlot  = 0.5
	certainSlot = 0.75
	copyScore   = 0.8  // of beads whose passages are copies of each other
	datedSlot   = 0.65 // of dates of which the text does not say what happened then
	segmentSlot = 0.4  // in segments that correspond, of values with which the same is done
)

func checkNumberMismatch(p *Pass) {
	p.values(fact.KindNumber, func(a, b *fact.Fact, pair *align.Pair) {
		if fact.UnitSlip(a, b) || vague(a) || vague(b) {
			return
		}
		p.valueConflict(a, b, pair, p.differs(aspectName(b.Slot.Aspect)))
	})
}

// vague tells numbers that name no figure: dozens, thousands.
func vague(f *fact.Fact) bool {
	n, ok := f.Value.(fact.Number)
	return ok && n.Hedge == fact.Vague
}

// values calls f with the pairs of one kind whose values contradict each other.
func (p *Pass) values(kind fact.Kind, f func(a, b *fact.Fact, pair *align.Pair)) {
	if p.Alignment.Relation == align.Translation {
		p.foreignValues(kind, f)
		if foreign(p.Alignment) {
			return
		}
	}
	p.pairedValues(kind, f)
}

// pairedValues is values for the pairs of the alignment itself, of any languages.
func (p *Pass) pairedValues(kind fact.Kind, f func(a, b *fact.Fact, pair *align.Pair)) {
	al := p.Alignment
	for i := range al.Pairs {
		pair := &al.Pairs[i]
		if pair.Agreement != fact.Different || pair.Source < 0 || pair.Target < 0 {
			continue
		}
		a, b := &al.Source.Facts[pair.Source], &al.Target.Facts[pair.Target]
		if a.Kind == kind && b.Kind == kind {
			f(a, b, pair)
		}
	}
}

// valueConflict reports two different values of one slot.
func (p *Pass) valueConflict(a, b *fact.Fact, pair *align.Pair, message func(at, other Mention, count int) string) {
	if p.Alignment.Relation == align.Story && p.unlikeSlots(a, b, pair) {
		return
	}
	c := Conflict{
		Source:     Mention{p.Alignment.Source, a.Span, a.Value.String()},
		Target:     Mention{p.Alignment.Target, b.Span, b.Value.String()},
		Severity:   Warning,
		Confidence: 0.5 + pair.Slot/2,
		Message:    message,
		Suggest:    true,
	}
	if pair.Slot >= certainSlot {
		c.Severity = Error
	}
	p.Conflict(c)
}

// unlikeSlots tells whether two values of a story may be values of two things.
func (p *Pass) unlikeSlots(a, b *fact.Fact, pair *align.Pair) bool {
	switch {
	case p.onlyOnes(a, b):
		return false
	case p.otherEvent(a, b), p.otherPeople(a, b):
		return true
	case p.Alignment.Segments && a.Slot.Verb != "" && a.Slot.Verb == b.Slot.Verb:
		return pair.Slot < segmentSlot
	case pair.Bead >= 0 && p.Alignment.Beads[pair.Bead].Score >= copyScore:
		return pair.Slot < likelySlot
	case a.Slot.Verb != b.Slot.Verb && a.Slot.Verb != "" && b.Slot.Verb != "" && !p.Alignment.Segments:
		return pair.Slot < certainSlot // what is done with them differs
	case a.Kind == fact.KindDate && (a.Slot.Verb == "" || b.Slot.Verb == "") && !p.Alignment.Segments:
		return pair.Slot < datedSlot // nothing tells what happened then
	}
	return pair.Slot < likelySlot
}

// otherEvent tells whether one of two passages speaks of another year than the
// year of its article and the other passage does not: "In 2008, he was stopped in
// the 11th round" is no report of tonight's fight.
func (p *Pass) otherEvent(a, b *fact.Fact) bool {
	return p.pastYear(p.Alignment.Source, a, p.Alignment.Target, b) || p.pastYear(p.Alignment.Target, b, p.Alignment.Source, a)
}

// pastYear tells whether a sentence states a year, other than in the fact
// itself, that the other sentence does not, and that is not the article's own.
func (p *Pass) pastYear(s *fact.Sheet, f *fact.Fact, t *fact.Sheet, g *fact.Fact) bool {
	if s.Article.Date.IsZero() {
		return false
	}
	for _, i := range s.Of(f.Sentence) {
		x := &s.Facts[i]
		if d, ok := x.Value.(fact.Date); ok && x != f && d.Year != 0 && d.Year != s.Article.Date.Year() && !statesYear(t, g, d.Year) {
			return true
		}
	}
	return false
}

func statesYear(t *fact.Sheet, g *fact.Fact, year int) bool {
	for _, i := range t.Of(g.Sentence) {
		x := &t.Facts[i]
		if d, ok := x.Value.(fact.Date); ok && (d.Year == year || x == g) {
			return true
		}
	}
	return false
}

// otherPeople tells whether two leads are of other people, as each passage names
// one whom the other does not: the lead of Hale over Castillo in one poll is not that of
// Castillo over Brooks in another.
func (p *Pass) otherPeople(a, b *fact.Fact) bool {
	al := p.Alignment
	return a.Slot.Aspect == fact.Points && !al.Segments && namesMore(al.Source, a, al.Target, b) && namesMore(al.Target, b, al.Source, a)
}

// namesMore tells whether the sentence of f names a person by a word that is in
// no name of the sentence of g.
func namesMore(s *fact.Sheet, f *fact.Fact, t *fact.Sheet, g *fact.Fact) bool {
	return slices.ContainsFunc(s.Of(f.Sentence), func(i int32) bool {
		n, ok := s.Facts[i].Value.(fact.Name)
		if !ok || !isPerson(s, &s.Facts[i]) {
			return false
		}
		return !slices.ContainsFunc(t.Of(g.Sentence), func(j int32) bool {
			m, ok := t.Facts[j].Value.(fact.Name)
			return ok && slices.ContainsFunc(n.Words, func(w string) bool { return slices.Contains(m.Words, w) })
		})
	})
}

// onlyOnes tells whether two values are the only ones of their kind and aspect in
// a pair of segments, so that they must be values of one thing.
func (p *Pass) onlyOnes(a, b *fact.Fact) bool {
	if !p.Alignment.Segments {
		return false
	}
	count := func(s *fact.Sheet, f *fact.Fact) int {
		n := 0
		for i := range s.Facts {
			if s.Facts[i].Kind == f.Kind && s.Facts[i].Slot.Aspect == f.Slot.Aspect {
				n++
			}
		}
		return n
	}
	return count(p.Alignment.Source, a) == 1 && count(p.Alignment.Target, b) == 1
}

func aspectName(a fact.Aspect) string {
	switch a {
	case fact.Share:
		return "another share"
	case fact.Money:
		return "another amount"
	case fact.Age:
		return "another age"
	case fact.Rank:
		return "another rank"
	case fact.Score:
		return "another score"
	case fact.Duration:
		return "another length of time"
	}
	return "another number"
}
