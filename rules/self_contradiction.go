package rules

import (
	"fmt"

	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// SelfContradiction reports what one article says in two ways: two ages of one
// person, two dates of what happens once, two numbers of the same people, where the one is a slip
// of the other.
//
// Why: an article that disagrees with itself is wrong whatever its sources say.
//
// Fires:
//
//	Marcus Hale, 58, won on Tuesday. The 85-year-old Hale will take office in May, said Hale.
//
//	The Harlow Mill, founded in 1989, burned down. The Harlow Mill was founded in 1998 by two brothers.
//
//	Twelve people were killed in the fire. Relatives of the 14 people killed met on Friday.
//
// Quiet:
//
//	Marcus Hale, 58, won on Tuesday. In 2004 the 39-year-old Hale came to the city. His son Tom Hale, 21, applauded.
//
// Misses: ages that may belong to different years; numbers that are not a slip of
// each other, for one may be of a part; totals and their parts.
var SelfContradiction = &Rule{
	Name:     "self-contradiction",
	Category: Facts,
	Severity: Warning,
	Scope:    One,
	Check:    checkSelfContradiction,
}

// nearAges is by how many years two ages may differ that are one, with a slip.
const nearAges = 2

func checkSelfContradiction(p *Pass) {
	p.twoAges()
	p.twoDates()
	p.twoCounts()
}

// twoAges reports a second age of a person.
func (p *Pass) twoAges() {
	s := p.Sheet
	first := map[int]*fact.Fact{}
	for i := range s.Facts {
		f := &s.Facts[i]
		age, ok := p.presentAge(f)
		if !ok {
			continue
		}
		g := first[f.Slot.Entity]
		if g == nil {
			first[f.Slot.Entity] = f
			continue
		}
		if other, _ := p.presentAge(g); slipped(age, other) {
			p.Report(Finding{Severity: Warning, Confidence: 0.85, At: Mention{Sheet: s, Span: f.Span, Value: fmt.Sprint(age)},
				Related: []Mention{{Sheet: s, Span: g.Span, Value: fmt.Sprint(other)}},
				Message: fmt.Sprintf("%d years old here, %d above", age, other)})
		}
	}
}

// presentAge is the age of a person at the time of the article: an exact one,
// right beside the name, in a sentence that names no other year.
func (p *Pass) presentAge(f *fact.Fact) (int64, bool) {
	n, ok := f.Value.(fact.Number)
	if !ok || f.Slot.Aspect != fact.Age || n.Hedge != fact.Exact || n.IsRange() || f.Slot.Entity < 0 || p.Sheet.Entities[f.Slot.Entity].Kind != fact.Person {
		return 0, false
	}
	beside := false
	for _, i := range p.Sheet.Of(f.Sentence) {
		switch v := p.Sheet.Facts[i].Value.(type) {
		case fact.Name:
			m := &p.Sheet.Facts[i]
			beside = beside || v.Entity == f.Slot.Entity && (m.Last+1 >= f.First && m.Last <= f.First || f.Last+1 >= m.First && f.Last <= m.First)
		case fact.Date:
			if v.Year != 0 {
				return 0, false
			}
		}
	}
	age, whole := n.Low.Int64()
	return age, beside && whole && n.Low.Cmp(language.Int(0)) > 0
}

// slipped tells whether one age is the other with a slip: hardly another, or its
// digits exchanged.
func slipped(a, b int64) bool {
	if a == b {
		return false
	}
	return max(a-b, b-a) <= nearAges || a >= 10 && a < 100 && a%10*10+a/10 == b
}
