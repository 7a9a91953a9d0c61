package rules

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
		if s.facts || s.near == 0 {
			continue
		}
		sev := Warning
		if s.near == 2 {
			sev = Error
		}
		if s.replaced() && kindOf(s) == "role" {
			p.subConflict(s, sev, 0.88, 0, p.differs("another role"))
		}
	}
}
