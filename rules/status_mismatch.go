package rules

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
	subs := p.substitutions()
	for i := range subs {
		s := &subs[i]
		if s.facts || !s.replaced() || s.near == 0 || kindOf(s) != "status" {
			continue
		}
		if pv, ok := s.betrayed(); ok {
			p.pivotConflict(s, pv)
			continue
		}
		sev := Warning
		if s.near == 2 {
			sev = Error
		}
		p.subConflict(s, sev, 0.85, 0, p.differs("another legal status or certainty"))
	}
}
