package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// NameMismatch reports a name that is spelled in two ways, or another name in
// the same passage.
//
// Why: readers search by names, and the people who bear them notice first.
//
// Fires:
//
//	Hospital spokeswoman Ilene Wolfe said so. ~ Hospital spokeswoman Ilene Wolff said so.
//
// Quiet:
//
//	Robert J. Pickell said so. ~ Sheriff Robert Pickell said so. In Berne. ~ In Bern.
//
// A given name that is only brought into Latin letters in another way (Artem and
// Artjom) is severity info, as are two spellings of a place or a body.
//
// Misses: two people who are confused in passages worded differently.
var NameMismatch = &Rule{
	Name:     "name-mismatch",
	Category: Facts,
	Severity: Error,
	Scope:    Story | Translation,
	Check:    checkNameMismatch,
}

func checkNameMismatch(p *Pass) {
	al := p.Alignment
	if al.Source.Article.Lang != al.Target.Article.Lang {
		if al.Relation == align.Translation {
			p.foreignNames()
		}
		return
	}
	p.otherNames()
	p.variantNames()
	p.replacedNames()
}

// replacedNames reports the names of a translation that stand where its source has
// others, of which nothing is left.
func (p *Pass) replacedNames() {
	if p.Alignment.Relation != align.Translation {
		return
	}
	for _, x := range p.keptNames() {
		source := x.source
		if len(source) == 0 && x.plain != nil {
			source = []*fact.Fact{x.plain}
		}
		for i := range min(len(source), len(x.target)) {
			a, b := source[i], x.target[i]
			src, tgt := Mention{p.Alignment.Source, a.Span, a.Value.String()}, Mention{p.Alignment.Target, b.Span, b.Value.String()}
			p.Conflict(Conflict{Source: src, Target: tgt, Severity: Warning, Confidence: 0.8, Suggest: true, Message: p.differs("another name")})
		}
	}
}

// otherNames reports a name that stands in the place of another.
func (p *Pass) otherNames() {
	subs := p.substitutions()
	for i := range subs {
		s := &subs[i]
		if !s.facts || !s.replaced() || s.near == 0 {
			continue
		}
		a, x := nameAt(p.Alignment.Source, s.source)
		b, y := nameAt(p.Alignment.Target, s.target)
		if x == nil || y == nil || p.sameName(x, y) || p.corrected(x, y) || !p.comparable(s, x, y) {
			continue
		}
		sev, conf, what := Warning, 0.8, "another name"
		switch {
		case givenOtherwise(x.Words, y.Words):
			sev, conf, what = Info, 0.5, "one name in two spellings"
		case s.near == 2:
			sev, conf = Error, 0.92
		}
		src, tgt := Mention{p.Alignment.Source, a.Span, s.a}, Mention{p.Alignment.Target, b.Span, s.b}
		p.Conflict(Conflict{Source: src, Target: tgt, Severity: sev, Confidence: conf, Suggest: true, Message: p.differs(what)})
	}
}

// corrected tells whether the target has the name of a country that its source is a
// letter away from: then the slip is the source's.
func (p *Pass) corrected(x, y *fact.Name) bool {
	if p.Alignment.Relation != align.Translation {
		return false
	}
	l := language.For(p.Alignment.Target.Article.Lang)
	a, b := strings.ToLower(strings.Join(x.Words, " ")), strings.ToLower(strings.Join(y.Words, " "))
	_, known := l.Territory(strings.Fields(b))
	_, also := l.Territory(strings.Fields(a))
	return known == len(y.Words) && also == 0 && levenshtein.ComputeDistance(a, b) == 1
}

// comparable tells whether two mentions are of one kind, so that one stands for
// the other: two people, or in close passages two places. In a copy any names are.
func (p *Pass) comparable(s *substitution, x, y *fact.Name) bool {
	a, b := p.Alignment.Source.Entities[x.Entity].Kind, p.Alignment.Target.Entities[y.Entity].Kind
	switch {
	case s.near == 2 && p.copied():
		return true
	case s.near == 2:
		return a == b && (a == fact.Person || a == fact.Place)
	}
	return a == fact.Person && b == fact.Person
}

// nameAt returns the name that a run is, or is part of, as a fact and its value.
func nameAt(s *fact.Sheet, r align.Run) (*fact.Fact, *fact.Name) {
	for _, i := range s.Of(r.Sentence) {
		f := &s.Facts[i]
		if n, ok := f.Value.(fact.Name); ok && f.First <= r.First && r.Last <= f.Last {
			return f, &n
		}
	}
	return nil, nil
}

// sameName tells whether two mentions are of one bearer, or one is part of the
// other's name.
func (p *Pass) sameName(x, y *fact.Name) bool {
	a, b := p.Alignment.Source, p.Alignment.Target
	if strings.EqualFold(strings.Join(x.Words, " "), strings.Join(y.Words, " ")) {
		return true
	}
	ea, eb := &a.Entities[x.Entity], &b.Entities[y.Entity]
	if ea.Demonym != eb.Demonym {
		return true
	}
	m := fact.CompareNames(language.For(a.Article.Lang), &fact.Entity{Name: x.Words, Kind: ea.Kind, Demonym: ea.Demonym}, &fact.Entity{Name: y.Words, Kind: eb.Kind, Demonym: eb.Demonym})
	return m == fact.SameName || m == fact.AcronymName || len(x.Words) != len(y.Words) && p.group(a, x.Entity) == p.group(b, y.Entity)
}

// variantNames reports one bearer's name in two spellings, once per article.
func (p *Pass) variantNames() {
	links := p.links()
	for _, v := range links.Variants {
		a, b := p.bearer(v[0], p.Alignment.Source), p.bearer(v[1], p.Alignment.Target)
		if a < 0 || b < 0 {
			if a, b = p.bearer(v[1], p.Alignment.Source), p.bearer(v[0], p.Alignment.Target); a < 0 || b < 0 {
				continue
			}
		}
		p.variantConflict(v, &p.Alignment.Source.Entities[a], &p.Alignment.Target.Entities[b])
	}
}

// bearer is the entity of a group that an article has, or -1.
func (p *Pass) bearer(group int, s *fact.Sheet) int {
	for _, m := range p.links().Groups[group] {
		if p.Sheets[m.Sheet] == s {
			return m.Entity
		}
	}
	return -1
}

func (p *Pass) variantConflict(v [2]int, ea, eb *fact.Entity) {
	if p.isSource(p.Alignment.Source) && spells(p.Alignment.Source, eb) {
		return // the source has both spellings, and the draft chose one
	}
	sev, conf := Warning, 0.85
	body := ea.Kind != fact.Person && eb.Kind != fact.Person && !strings.Contains(ea.Name[0], "&")
	if body || givenOtherwise(ea.Name, eb.Name) {
		sev, conf = Info, 0.5 // places and bodies have accepted spellings
	}
	fa, fb := &p.Alignment.Source.Facts[ea.Mentions[0]], &p.Alignment.Target.Facts[eb.Mentions[0]]
	p.Conflict(Conflict{
		Source:   Mention{p.Alignment.Source, fa.Span, strings.Join(ea.Name, " ")},
		Target:   Mention{p.Alignment.Target, fb.Span, strings.Join(eb.Name, " ")},
		Severity: sev, Confidence: conf, Key: fmt.Sprint(v), Suggest: true,
		Message: p.differs("one name in two spellings"),
	})
}

// spells tells whether an article names somebody with every word of a name.
func spells(s *fact.Sheet, e *fact.Entity) bool {
	for _, w := range e.Name {
		if !slices.ContainsFunc(s.Entities, func(o fact.Entity) bool { return slices.Contains(o.Name, w) }) {
			return false
		}
	}
	return true
}
