package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/fact"
)

// What stands in the place of a name: a passage that tells a sentence of the draft in
// other words still has its names where the draft has them, between the same words or
// but for one word the same.

// instead returns the name that a source has in the place of mention f: in the very
// words around it, or alone between the words that stand around it.
func (s *support) instead(ps *origin, draft *fact.Sheet, ent *fact.Entity, f *fact.Fact) (*fact.Sheet, *fact.Fact) {
	g, ok := s.counterpart(ps, draft, f.Sentence, f.First, f.Last)
	if ok && (g.firm() || g.left+g.right > 1 && !s.names(s.lang, ent)) {
		if x := g.fact(fact.KindName); x != nil {
			return g.sheet, x
		}
	}
	return s.between(ps, ent, f)
}

// betweenWords is how many words may stand between two that stand around a name of
// the draft, for a name among them to be in its place.
const betweenWords = 4

// between returns the one name of a sentence of the passage, of the same kind,
// between the words that stand around mention f.
func (s *support) between(ps *origin, ent *fact.Entity, f *fact.Fact) (*fact.Sheet, *fact.Fact) {
	before, after := ps.around(f.First, f.Last)
	if before < 0 || after < 0 {
		return nil, nil
	}
	for l := range ps.words {
		if ps.words[l].stem != ps.terms[before].stem {
			continue
		}
		for r := l + 2; r <= min(l+1+betweenWords, len(ps.words)-1) && ps.words[r].line == ps.words[l].line; r++ {
			if ps.words[r].stem == ps.terms[after].stem {
				if sheet, x := s.onlyName(ps.words[l], ps.words[r], ent); x != nil {
					return sheet, x
				}
			}
		}
	}
	return nil, nil
}

// onlyName returns the name between two words of a line, if there is one of the kind
// of an entity and the line does not name that.
func (s *support) onlyName(l, r windowWord, ent *fact.Entity) (sheet *fact.Sheet, out *fact.Fact) {
	n := &s.lines[l.line]
	for _, i := range n.sheet.Of(n.sentence) {
		g := &n.sheet.Facts[i]
		name, ok := g.Value.(fact.Name)
		if !ok {
			continue
		}
		inside := g.First > l.token && g.Last <= r.token
		if o := &n.sheet.Entities[name.Entity]; inside && (out != nil || o.Kind != ent.Kind && s.entirely(ent) || o.Demonym != ent.Demonym) || shareWord(o.Name, ent.Name) {
			return nil, nil
		}
		if inside {
			sheet, out = n.sheet, g
		}
	}
	return sheet, out
}

// toldAltered is the share of a sentence that a passage must tell for a name of it
// to be taken for that of the passage with one word changed.
const toldAltered = 0.4

// alteredName reports the first mention of a name that the passage has with one
// other word, where no source has the name and the draft has not that of the
// source.
func (p *Pass) alteredName(sup *support, ent *fact.Entity) bool {
	if len(ent.Name) < 2 || ent.Demonym {
		return false
	}
	for _, m := range ent.Mentions {
		f := &p.Sheet.Facts[m]
		ps := sup.telling(p.Sheet, f.Sentence)
		if ps == nil || byline(p.Sheet, f) || !surelyName(p.Sheet, f) {
			continue
		}
		if share, terms := sup.tells(ps, f.First, f.Last); share < toldAltered || terms < 3 {
			continue
		}
		var other *Mention
		sup.inWindow(ps, fact.KindName, func(sheet *fact.Sheet, g *fact.Fact) {
			o := &sheet.Entities[g.Value.(fact.Name).Entity]
			if other == nil && sup.altered(o, ent) && !namesAny(p.Sheet, o.Name) {
				other = &Mention{Sheet: sheet, Span: g.Span, Value: strings.Join(o.Name, " ")}
			}
		})
		if other == nil {
			continue
		}
		name := strings.Join(ent.Name, " ")
		p.Report(Finding{Severity: Warning, Confidence: 0.85, At: Mention{Sheet: p.Sheet, Span: f.Span, Value: name}, Related: []Mention{*other},
			Message: fmt.Sprintf("“%s” where the source names “%s”", name, other.Value)})
		return true
	}
	return false
}

// altered tells whether a name is one of a source but for one word, which no
// source has, or for the first of several.
func (s *support) altered(source, draft *fact.Entity) bool {
	if len(source.Name) != len(draft.Name) || fact.CompareNames(s.lang, source, draft) != fact.OtherName {
		return false
	}
	differ := 0
	for i, w := range draft.Name {
		l, o := strings.ToLower(w), strings.ToLower(source.Name[i])
		if l == o || s.akin(term{lower: l}, term{lower: o}) || s.sameCountry(l, o) {
			continue
		}
		if differ++; s.known(l) && (i > 0 || len(draft.Name) < 3) {
			return false
		}
	}
	return differ == 1
}

// sameCountry tells whether two words name one country: Deutschland, Germany; US, U.S.
func (s *support) sameCountry(a, b string) bool {
	x, n := s.lang.Territory([]string{a})
	y, m := s.lang.Territory([]string{b})
	return n > 0 && m > 0 && x == y
}

// namesAny tells whether an article has an entity of a name.
func namesAny(s *fact.Sheet, name []string) bool {
	return slices.ContainsFunc(s.Entities, func(e fact.Entity) bool { return slices.Equal(e.Name, name) })
}
