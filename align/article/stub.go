package article

// Text returns the original text of a span.
func (a *Article) Text(s Span) string { return string(a.source[s.Start:s.End]) }
