package rules

import (
	"fmt"
	"strings"

	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// UnsupportedNumber reports a figure or date of the draft that no source has, or
// none of the same thing, in a passage that the sources tell too.
//
// Why: a figure comes from somewhere; one that is in none of the sources was
// mistyped, misremembered or made up.
//
// Fires:
//
//	The storm killed 410 geese at the farm by the lake. ~ The storm killed many geese at the farm by the lake.
//
// Quiet:
//
//	About 3.5 million birds died on two farms. ~ Some 3,489,000 birds died.
//
// Misses: small counts, which a writer may have counted, where the passage counts
// nothing of the kind.
var UnsupportedNumber = &Rule{
	Name:     "unsupported-number",
	Category: Facts,
	Severity: Warning,
	Scope:    One,
	Check:    checkUnsupportedNumber,
}

// smallCount is the largest count that a writer may have counted.
const smallCount = 12

func checkUnsupportedNumber(p *Pass) {
	sup := p.support(p.Sheet)
	if sup == nil {
		return
	}
	for i := range p.Sheet.Facts {
		f := &p.Sheet.Facts[i]
		if !givesFigure(f) {
			continue
		}
		supported := sup.value(f)
		finding := Finding{Severity: Warning, Confidence: 0.85, At: Mention{Sheet: p.Sheet, Span: f.Span, Value: f.Value.String()},
			Message: fmt.Sprintf("“%s” is in no source", clip(p.Sheet.Article.Text(f.Span)))}
		if other := sup.rivalValue(p.Sheet, f); other != nil {
			finding.Message = fmt.Sprintf("“%s” where the source says “%s”", clip(p.Sheet.Article.Text(f.Span)), clip(other.Text()))
			finding.Related = []Mention{*other}
		} else if holder, other := p.agedOther(sup, f); other != nil {
			finding.Message = fmt.Sprintf("“%s” is the age of %s in the source", clip(p.Sheet.Article.Text(f.Span)), holder)
			finding.Related = []Mention{*other}
		} else if supported || !stated(f) && !sup.yearTold(p.Sheet, f) || !p.matched(p.Sheet, f.Sentence) || sup.sum(p.Sheet, f) {
			continue
		}
		p.Report(finding)
	}
}

// agedOther returns who has the age in the sources that the draft gives a person
// whom they know: somebody else, and nobody but one.
func (p *Pass) agedOther(sup *support, f *fact.Fact) (holder string, at *Mention) {
	person := p.aged(p.Sheet, f)
	if person < 0 || !p.inSources(person) {
		return "", nil
	}
	other := -1
	for _, x := range sup.facts[f.Kind] {
		if a := fact.Compare(x.fact, f); a != fact.Same && a != fact.Compatible || x.fact.Slot.Aspect != fact.Age && x.fact.Slot.Aspect != fact.Count {
			continue
		}
		g := p.aged(x.sheet, x.fact)
		if g < 0 || g == person || other >= 0 && g != other {
			return "", nil
		}
		other = g
		holder = strings.Join(x.sheet.Entities[x.fact.Slot.Entity].Name, " ")
		at = &Mention{Sheet: x.sheet, Span: x.fact.Span, Value: x.fact.Value.String()}
	}
	return holder, at
}

// toBearer is how many tokens may stand between an age and its bearer: "Lund, 61",
// "the 61-year-old fisherman Lund".
const toBearer = 4

// aged is the group of the person beside an age, -1 where there is none: "the
// 22-year-old impressed Lund" says nothing of Lund.
func (p *Pass) aged(s *fact.Sheet, f *fact.Fact) int {
	e := f.Slot.Entity
	if f.Slot.Aspect != fact.Age || e < 0 || s.Entities[e].Kind != fact.Person {
		return -1
	}
	for _, i := range s.Of(f.Sentence) {
		m := &s.Facts[i]
		if n, ok := m.Value.(fact.Name); ok && n.Entity == e && max(m.First-f.Last, f.First-m.Last) <= toBearer {
			return p.group(s, e)
		}
	}
	return -1
}

// inSources tells whether a source names a person, by the group.
func (p *Pass) inSources(group int) bool {
	for _, m := range p.links().Groups[group] {
		if p.isSource(p.Sheets[m.Sheet]) {
			return true
		}
	}
	return false
}

// How much of a sentence a passage must tell, and how alike the slots must be,
// for a figure of the passage to be what a figure of the sentence should be.
const (
	toldFigure = 0.5
	sameSlot   = 0.25
)

// rivalValue returns the value that the passage which a sentence of the draft
// tells has for the same thing, where the sentence does not have it too.
func (s *support) rivalValue(draft *fact.Sheet, f *fact.Fact) *Mention {
	ps := s.telling(draft, f.Sentence)
	if ps == nil {
		return nil
	}
	share, terms := s.tells(ps, f.First, f.Last)
	if share < toldFigure || terms < 3 {
		return nil
	}
	if g, ok := s.counterpart(ps, draft, f.Sentence, f.First, f.Last); ok && (g.firm() || g.left+g.right > 1 && !s.value(f)) {
		if x := g.fact(f.Kind); x != nil && fact.Compare(x, f) == fact.Different && !vague(x) && !addsUp(g.sheet, x, f) && !states(draft, f.Sentence, x) {
			return &Mention{Sheet: g.sheet, Span: x.Span, Value: x.Value.String()}
		}
	}
	for _, x := range s.facts[f.Kind] {
		if a := fact.Compare(x.fact, f); (a == fact.Same || a == fact.Compatible) && (ps.holds(s, x) || fact.SlotSimilarity(x.sheet, x.fact, draft, f) >= 0.3) {
			return nil
		}
	}
	var out *Mention
	best := 0.0
	s.inWindow(ps, f.Kind, func(sheet *fact.Sheet, g *fact.Fact) {
		if fact.Compare(g, f) != fact.Different || vague(g) || states(draft, f.Sentence, g) || addsUp(sheet, g, f) {
			return
		}
		if v := fact.SlotSimilarity(sheet, g, draft, f); v >= sameSlot && v > best {
			out, best = &Mention{Sheet: sheet, Span: g.Span, Value: g.Value.String()}, v
		}
	})
	return out
}

// yearTold tells whether a fact is a year in a sentence of which a passage tells all
// the rest: there it is no common knowledge.
func (s *support) yearTold(draft *fact.Sheet, f *fact.Fact) bool {
	d, ok := f.Value.(fact.Date)
	if !ok || d.Year == 0 || d.Month != 0 || d.Relative {
		return false
	}
	ps := s.telling(draft, f.Sentence)
	if ps == nil {
		return false
	}
	share, terms := s.tells(ps, f.First, f.Last)
	return share >= toldAlone && terms >= 4
}

// sum tells whether two numbers of the passage that a sentence tells make up f.
func (s *support) sum(draft *fact.Sheet, f *fact.Fact) bool {
	ps, found := s.telling(draft, f.Sentence), false
	if ps != nil {
		s.inWindow(ps, f.Kind, func(sheet *fact.Sheet, g *fact.Fact) { found = found || addsUp(sheet, g, f) })
	}
	return found
}

// addsUp tells whether a number of a sentence and another one make up f: 21 counts
// of theft and six of extortion are 27.
func addsUp(sheet *fact.Sheet, g, f *fact.Fact) bool {
	a, ok := g.Value.(fact.Number)
	total, ok2 := f.Value.(fact.Number)
	if !ok || !ok2 {
		return false
	}
	for _, i := range sheet.Of(g.Sentence) {
		b, ok := sheet.Facts[i].Value.(fact.Number)
		if ok && &sheet.Facts[i] != g && a.Low.Add(b.Low).Cmp(total.Low) == 0 {
			return true
		}
	}
	return false
}

// holds tells whether a fact stands in the window.
func (p *origin) holds(s *support, x sourced) bool {
	for n := p.first; n < p.last; n++ {
		if s.lines[n].sheet == x.sheet && s.lines[n].sentence == x.fact.Sentence {
			return true
		}
	}
	return false
}

// states tells whether a sentence states a value of a source.
func states(draft *fact.Sheet, sentence int, g *fact.Fact) bool {
	for _, i := range draft.Of(sentence) {
		if x := &draft.Facts[i]; x.Kind == g.Kind {
			if a := fact.Compare(g, x); a == fact.Same || a == fact.Compatible {
				return true
			}
		}
	}
	return false
}

// givesFigure tells whether a fact is a number or date that a source could have.
func givesFigure(f *fact.Fact) bool {
	switch v := f.Value.(type) {
	case fact.Number:
		return v.Hedge != fact.Vague && f.Slot.Aspect != fact.Label && f.Slot.Aspect != fact.Multiple
	case fact.Date:
		return !v.HasShift
	}
	return false
}

// stated tells whether a fact is a figure or date that must come from a source.
func stated(f *fact.Fact) bool {
	switch v := f.Value.(type) {
	case fact.Number:
		if v.Hedge == fact.Vague || f.Slot.Aspect == fact.Label || f.Slot.Aspect == fact.Multiple {
			return false
		}
		small := v.Low.Cmp(language.Int(smallCount)) <= 0 && v.Low.Cmp(language.Int(0)) >= 0
		return !small || f.Slot.Aspect == fact.Money || f.Slot.Aspect == fact.Measure || f.Slot.Aspect == fact.Share || f.Slot.Aspect == fact.Age
	case fact.Date:
		return !v.Relative && v.DayOfMonth != 0 && v.Year != 0 // a bare year is common knowledge, a bare day may follow from another
	}
	return false
}
