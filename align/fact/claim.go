package fact

func claims(t *text, found []mention, of []int) []Fact { return nil }

// String is the predicate with what makes it less than a plain statement.
func (c Claim) String() string {
	s := c.Predicate
	if c.Polarity == Denied {
		s = "not " + s
	}
	return s
}
