package rules

import "testing"

func TestCalibrated(t *testing.T) {
	for name, byRule := range doubts {
		rule := ruleNamed(name)
		if rule == nil {
			t.Errorf("%s: no such rule", name)
			continue
		}
		for severity, factor := range byRule {
			if factor < 0 || factor > 5 {
				t.Errorf("%s: factor %g", name, factor)
			}
			last := -1.0
			for _, c := range []float64{0, 0.5, 0.8, 0.9, 0.95, 1} {
				got := calibrated(&Finding{Rule: rule, Severity: Severity(severity), Confidence: c})
				if got < last || got < 0 || got > 1 {
					t.Errorf("%s: confidence %g becomes %g after %g", name, c, got, last)
				}
				last = got
			}
		}
	}
}

func ruleNamed(name string) *Rule {
	for _, r := range Suite {
		if r.Name == name {
			return r
		}
	}
	return nil
}
