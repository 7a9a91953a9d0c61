package article

import (
	"fmt"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// Source is a file or a [Part] of one, decoded to UTF-8, that knows its lines. It is immutable and
// safe for concurrent use; the units of a bilingual file share one.
type Source struct {
	path string
	size int        // bytes in the original file
	text string     // decoded
	bom  int        // offset of text in the file: the bytes of a UTF-8 byte order mark, or what precedes a part
	at   Position   // of text in the file, for a [Part]; else zero
	offs *OffsetMap // from text to the original file; nil: offset + bom

	once  sync.Once
	marks []mark
}

// mark is a place in Source.text whose line and column are known: the start of
// each line, and every markEvery bytes inside long ones, so that positions in a
// file that is a single line cost no more than elsewhere.
type mark struct{ offset, line, column int }

const markEvery = 1 << 10

// Path is the path as given.
func (s *Source) Path() string { return s.path }

// Text is the file decoded to UTF-8, without byte order mark.
func (s *Source) Text() string { return s.text }

// Size is the length of the original file in bytes.
func (s *Source) Size() int { return s.size }

// Offset maps a span of Text to the original file.
func (s *Source) Offset(t Span) Span {
	if s.offs == nil {
		return Span{t.Start + s.bom, t.End + s.bom}
	}
	return s.offs.Span(t)
}

// textOffset maps an offset into the original file to one into Text.
func (s *Source) textOffset(file int) int {
	t := file - s.bom
	if s.offs != nil {
		t = s.offs.textOffset(file)
	}
	return max(0, min(t, len(s.text)))
}

// Slice returns what stands at a span of the original file, decoded to UTF-8.
func (s *Source) Slice(at Span) string {
	start, end := s.textOffset(at.Start), s.textOffset(at.End)
	if start >= end {
		return ""
	}
	return s.text[start:end]
}

// Position tells line and column of a byte offset into the original file.
func (s *Source) Position(offset int) Position {
	s.once.Do(s.findLines)
	offset = max(0, min(offset, s.size))
	at := s.textOffset(offset)
	i := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].offset > at }) - 1
	m := s.marks[i]
	return Position{m.line, m.column + utf8.RuneCountInString(s.text[m.offset:at]), offset}
}

// ByteColumn is the column, from 1, of a byte offset into the original file in
// bytes of Text.
func (s *Source) ByteColumn(offset int) int {
	s.once.Do(s.findLines)
	at := s.textOffset(max(0, min(offset, s.size)))
	i := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].offset > at }) - 1
	first := sort.Search(i, func(j int) bool { return s.marks[j].line >= s.marks[i].line })
	return s.marks[first].column + at - s.marks[first].offset
}

// Line returns line n (from 1) without its end, or "" where there is none.
func (s *Source) Line(n int) string {
	s.once.Do(s.findLines)
	i := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].line >= n })
	if n < 1 || i == len(s.marks) {
		return ""
	}
	line, _, _ := strings.Cut(s.text[s.marks[i].offset:], "\n")
	return strings.TrimSuffix(line, "\r")
}

func (s *Source) findLines() {
	first := s.Start()
	last := mark{0, first.Line, first.Column}
	s.marks = append(s.marks, last)
	for i := 0; i < len(s.text); {
		end := len(s.text)
		if n := strings.IndexByte(s.text[i:], '\n'); n >= 0 {
			end = i + n + 1
		}
		for end-last.offset > markEvery {
			next := last.offset + markEvery
			for next < end && !utf8.RuneStart(s.text[next]) {
				next++
			}
			if next >= end {
				break
			}
			last = mark{next, last.line, last.column + utf8.RuneCountInString(s.text[last.offset:next])}
			s.marks = append(s.marks, last)
		}
		if s.text[end-1] == '\n' {
			last = mark{end, last.line + 1, 1}
			s.marks = append(s.marks, last)
		}
		i = end
	}
}

// errorf is an error at an offset into the original file.
func (s *Source) errorf(offset int, format string, args ...any) *Error {
	return &Error{Path: s.path, Position: s.Position(offset), Msg: fmt.Sprintf(format, args...)}
}

// Errorf is an error at an offset into the original file, for readers of formats
// that are built on [Unit].
func (s *Source) Errorf(offset int, format string, args ...any) error {
	return s.errorf(offset, format, args...)
}

// Error tells why a file could not be read, and where.
type Error struct {
	Path     string
	Position Position // Line is 0 where the fault is the whole file's
	Msg      string   // what is wrong, what is expected
}

func (e *Error) Error() string {
	if e.Position.Line == 0 {
		return e.Path + ": " + e.Msg
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.Path, e.Position.Line, e.Position.Column, e.Msg)
}
