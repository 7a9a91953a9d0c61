package article

// Part makes a source of a stretch of a file that is read as a stream and never
// held as a whole, such as one unit of a translation memory. Spans and positions
// are those of the whole file. text is decoded to UTF-8, at is the place of its
// first byte; offs maps text to the file and is nil where the file is UTF-8.
//
// [Source.Line] knows the lines that text holds; where text starts in the middle
// of a line, that line is known from there on.
func Part(path, text string, at Position, offs *OffsetMap) *Source {
	s := &Source{path: path, text: text, at: at, bom: at.Offset, offs: offs}
	s.size = s.Offset(Span{len(text), len(text)}).End
	return s
}

// Start is the place of the first byte of Text.
func (s *Source) Start() Position {
	if s.at.Line == 0 {
		return Position{1, 1, s.bom}
	}
	return s.at
}
