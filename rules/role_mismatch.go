package rules

import "github.com/sourcelint/sourcelint/align/language"

// RoleMismatch reports another office, title, rank, kinship or profession of a
// person than another article gives, or "former" added or dropped.
//
// Why: a title is the first thing that the person named will notice.
//
// Fires:
//
//	Genesee County Coroner Robert Pickell said so. ~ Genesee County Sheriff Robert Pickell said so.
//
// Quiet:
//
//	Sen. Doug Jones won. ~ Senator Doug Jones won.
//
// Misses: two offices of one person that both are right.
var RoleMismatch = &Rule{
	Name:     "role-mismatch",
	Category: Facts,
	Severity: Error,
	Scope:    Story | Translation,
	Check:    checkRoleMismatch,
}

func checkRoleMismatch(p *Pass) {
	subs := p.substitutions()
	for i := range subs {
		s := &subs[i]
		if s.near == 0 {
			continue
		}
		sev := Warning
		if s.near == 2 {
			sev = Error
		}
		switch {
		case s.replaced() && !s.facts && kindOf(s) == "role":
			p.subConflict(s, sev, 0.88, 0, p.differs("another role"))
		case !s.replaced() && p.former(s):
			p.subConflict(s, sev, 0.85, 0, p.differs("“"+s.a+s.b+"” was added or lost"))
		}
	}
}

// former tells whether a substitution adds or drops a word that says that
// somebody no longer is what he or she was, and nothing else.
func (p *Pass) former(s *substitution) bool {
	side, r := p.Alignment.Source, s.source
	if s.a == "" {
		side, r = p.Alignment.Target, s.target
	}
	if r.Last-r.First != 1 {
		return false
	}
	t := &side.Article.Sentences[r.Sentence].Tokens[r.First]
	return language.For(side.Article.Lang).Classes().Of(t.Lower)&language.FormerWord != 0
}
