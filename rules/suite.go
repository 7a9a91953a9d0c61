package rules

// Suite lists all rules, those with precedence first: where two findings have
// one cause, the earlier rule reports it.
var Suite = []*Rule{
	PlaceholderMismatch,
	LinkMismatch,
	MarkupMismatch,
	QuoteMismatch,
	UnitMismatch,
	NumberMismatch,
	DateMismatch,
	TimeMismatch,
	MissingNumber,
	ExtraNumber,
	NameMismatch,
	RoleMismatch,
	StatusMismatch,
	PolarityMismatch,
	TermMismatch,
	UnsupportedNumber,
	UnsupportedName,
	UnsupportedQuote,
	WeekdayMismatch,
	LostName,
	PersonPronoun,
	BrokenSentence,
	RepeatedWord,
	StrayPunctuation,
	Spacing,
	UnbalancedMark,
	MixedScript,
}
