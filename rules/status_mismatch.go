package rules

import (
	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// StatusMismatch reports another legal status or certainty: accused, charged,
// indicted, convicted; alleged and stated as fact.
//
// Why: to call a man charged who was only accused is wrong, and libel in many
// countries.
//
// Fires:
//
//	Moore was charged with assault by the women. ~ Moore was accused of assault by the women.
//
// Quiet:
//
//	He was indicted on three counts. ~ He was charged in an indictment.
//
// Misses: a status that changed between two reports is told from an error only
// by the words around.
var StatusMismatch = &Rule{
	Name:     "status-mismatch",
	Category: Facts,
	Severity: Error,
	Scope:    Story | Translation,
	Check:    checkStatusMismatch,
}

func checkStatusMismatch(p *Pass) {
	p.statuses()
	subs := p.substitutions()
	for i := range subs {
		s := &subs[i]
		if s.facts || !s.replaced() || s.near == 0 || kindOf(s) != "status" {
			continue
		}
		if _, ok := s.betrayed(); ok {
			p.pivotConflict(s)
			continue
		}
		sev := Warning
		if s.near == 2 {
			sev = Error
		}
		p.subConflict(s, sev, 0.85, p.differs("another legal status or certainty"))
	}
}

// statuses compares what the two articles say of the legal status of the people
// whom both name, wherever they say it: that an article calls charged a man whom
// it nowhere calls accused, and the other nowhere calls anything but accused, of
// the same matter, is the work of a foreign word that means both. Without one it
// may be two stages of a case.
func (p *Pass) statuses() {
	al := p.Alignment
	if foreign(al) {
		return
	}
	a, b := p.statusMarks(al.Source), p.statusMarks(al.Target)
	for _, y := range b {
		for _, x := range a {
			if x.group != y.group || !x.member.Opposes(*y.member) || !alone(a, x) || !alone(b, y) || !p.sameMatter(x.marked, y.marked) {
				continue
			}
			s := substitution{source: x.run, target: y.run, near: 1, loose: true, a: x.text, b: y.text}
			s.relation = p.relate(x.text, y.text)
			if _, ok := s.betrayed(); ok {
				p.subConflict(&s, Warning, 0.85, p.pivotMessage(s.relation.Pivots))
			}
		}
	}
}

// statusMark is a word for a legal status and the person who has it.
type statusMark struct {
	marked
	group int
}

// statusMarks returns the words for a legal status of an article, once per run.
func (p *Pass) statusMarks(s *fact.Sheet) []statusMark {
	if out, ok := p.run.statuses[s]; ok {
		return out
	}
	var out []statusMark
	for _, ms := range p.marks(s) {
		for _, m := range ms {
			if m.member.Set == nil || m.member.Set.Kind != lexicon.Status {
				continue
			}
			if g := p.subject(s, m.run); g >= 0 {
				out = append(out, statusMark{m, g})
			}
		}
	}
	p.run.statuses[s] = out
	return out
}

// alone tells whether an article gives the person of m no other status of the set.
func alone(all []statusMark, m statusMark) bool {
	for _, x := range all {
		if x.group == m.group && x.member.Opposes(*m.member) {
			return false
		}
	}
	return true
}

// sameMatter tells whether a content word near one mark stands near the other.
func (p *Pass) sameMatter(x, y marked) bool {
	for _, w := range neighbours(p.Alignment.Source, x.run) {
		for _, v := range neighbours(p.Alignment.Target, y.run) {
			if w.stem == v.stem && !p.partOfName(p.Alignment.Source, x.run, w) {
				return true
			}
		}
	}
	return false
}

func (p *Pass) partOfName(s *fact.Sheet, r align.Run, w neighbour) bool {
	for _, i := range s.Of(r.Sentence) {
		f := &s.Facts[i]
		if f.Kind == fact.KindName && f.First <= w.token && w.token < f.Last {
			return true
		}
	}
	return false
}
