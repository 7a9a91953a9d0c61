package bilingual

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
)

const (
	chunkSize = 64 << 10 // read at a time
	maxUnit   = 16 << 20 // bytes of decoded text that one unit may take
)

// stream is a file read as UTF-8 text through a window. The window starts at the
// mark, which a reader moves on when it is done with a unit, so memory depends on
// the longest unit and not on the file.
type stream struct {
	path string
	in   io.Reader
	enc  *charset // nil: the file is UTF-8
	raw  []byte   // read and not yet decoded, where enc is set

	buf  []byte // buf[mark:] is the window, buf[next:] is yet to be read
	mark int
	next int
	at   article.Position // of buf[mark]
	base int              // bytes of text before buf[0]
	err  error            // why there is no more: io.EOF or a fault
}

// newStream starts reading. The encoding is told by a byte order mark, else by
// label, a WHATWG encoding label, else it is UTF-8.
func newStream(path string, in io.Reader, label string) (*stream, error) {
	s := &stream{path: path, in: in, at: article.Position{Line: 1, Column: 1}}
	for len(s.buf) < 4 && s.err == nil {
		s.fill()
	}
	var enc *charset
	switch {
	case bytes.HasPrefix(s.buf, []byte("\xef\xbb\xbf")):
		s.mark, s.next, s.at.Offset = 3, 3, 3
	case bytes.HasPrefix(s.buf, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(s.buf, []byte("\x00\x00\xfe\xff")):
		return nil, s.fault("the file is in UTF-32, expected UTF-8 or UTF-16")
	case bytes.HasPrefix(s.buf, []byte("\xff\xfe")):
		enc = &charset{name: "UTF-16", order: littleEndian}
	case bytes.HasPrefix(s.buf, []byte("\xfe\xff")):
		enc = &charset{name: "UTF-16", order: bigEndian}
	case bytes.HasPrefix(s.buf, []byte("<\x00")):
		return s, s.declare(&charset{name: "UTF-16", order: littleEndian})
	case bytes.HasPrefix(s.buf, []byte("\x00<")):
		return s, s.declare(&charset{name: "UTF-16", order: bigEndian})
	case label != "":
		c, err := newCharset(label)
		if err != nil {
			return nil, s.fault("%v", err)
		}
		return s, s.declare(c)
	}
	if enc != nil {
		s.mark, s.next, s.at.Offset = 2, 2, 2
		return s, s.declare(enc)
	}
	return s, nil
}

// declare decodes everything from the cursor on by c, nil for UTF-8. What stands
// before the cursor is ASCII.
func (s *stream) declare(c *charset) error {
	if c == nil || s.enc != nil {
		return nil
	}
	s.enc = c
	s.raw = append([]byte(nil), s.buf[s.next:]...)
	s.buf = s.buf[:s.next]
	return s.decode()
}

// fill reads more of the file into the window. It reports in s.err why it could not.
func (s *stream) fill() {
	if s.err != nil {
		return
	}
	if len(s.buf)-s.mark > maxUnit {
		s.err = s.fault("a unit or line of more than %d MB starts here", maxUnit>>20)
		return
	}
	if s.mark > 0 && (s.mark > len(s.buf)/2 || cap(s.buf)-len(s.buf) < chunkSize) {
		s.base += s.mark
		n := copy(s.buf, s.buf[s.mark:])
		s.buf, s.next, s.mark = s.buf[:n], s.next-s.mark, 0
	}
	dst := &s.buf
	if s.enc != nil {
		dst = &s.raw
	}
	if free := cap(*dst) - len(*dst); free < chunkSize {
		grown := make([]byte, len(*dst), 2*len(*dst)+2*chunkSize)
		copy(grown, *dst)
		*dst = grown
	}
	n := len(*dst)
	for range 100 {
		read, err := s.in.Read((*dst)[n : n+chunkSize])
		*dst = (*dst)[:n+read]
		if err != nil && !errors.Is(err, io.EOF) {
			err = &article.Error{Path: s.path, Msg: err.Error()}
		}
		if read > 0 || err != nil {
			s.err = err
			break
		}
	}
	if s.enc != nil {
		if err := s.decode(); err != nil {
			s.err = err
		}
	}
}

// decode moves whole characters from raw to the window.
func (s *stream) decode() error {
	var n int
	var err error
	s.buf, n, err = s.enc.decode(s.buf, s.raw, s.err != nil)
	s.raw = s.raw[:copy(s.raw, s.raw[n:])]
	if err != nil {
		return s.faultAt(len(s.buf), "%v", err)
	}
	return nil
}

// line returns the next line with its end, and false at the end of the file or
// at a fault, which is then in s.err. The line is valid until the next call.
func (s *stream) line() ([]byte, bool) {
	from := s.next
	for {
		if i := bytes.IndexByte(s.buf[from:], '\n'); i >= 0 {
			line := s.buf[s.next : from+i+1]
			s.next = from + i + 1
			return line, true
		}
		seen := len(s.buf) - s.next
		if s.err != nil {
			break
		}
		s.fill()
		from = s.next + seen
	}
	if s.next < len(s.buf) && errors.Is(s.err, io.EOF) {
		line := s.buf[s.next:]
		s.next = len(s.buf)
		return line, true
	}
	return nil, false
}

// ReadByte makes the stream an [io.ByteReader], which package xml reads without
// a buffer of its own.
func (s *stream) ReadByte() (byte, error) {
	for s.next >= len(s.buf) {
		if s.err != nil {
			return 0, s.err
		}
		s.fill()
	}
	c := s.buf[s.next]
	s.next++
	return c, nil
}

// Read is there to make the stream an [io.Reader].
func (s *stream) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	c, err := s.ReadByte()
	if err != nil {
		return 0, err
	}
	p[0] = c
	return 1, nil
}

// window is what stands between the mark and the cursor.
func (s *stream) window() []byte { return s.buf[s.mark:s.next] }

// take makes a source of the window and moves the mark to the cursor.
func (s *stream) take() *article.Source {
	text, at := string(s.window()), s.at
	s.skip()
	return article.Part(s.path, text, at, s.enc.offsets(text, at.Offset))
}

// skip moves the mark to the cursor.
func (s *stream) skip() {
	s.at = s.position(s.next)
	s.mark = s.next
}

// position is the place of buf[i], which must not stand before the mark.
func (s *stream) position(i int) article.Position {
	p, text := s.at, s.buf[s.mark:i]
	p.Offset += s.enc.size(text)
	if n := bytes.Count(text, []byte("\n")); n > 0 {
		p.Line += n
		p.Column = 1
		text = text[bytes.LastIndexByte(text, '\n')+1:]
	}
	p.Column += utf8.RuneCount(text)
	return p
}

// fault is an error at the mark.
func (s *stream) fault(format string, args ...any) *article.Error {
	return &article.Error{Path: s.path, Position: s.at, Msg: fmt.Sprintf(format, args...)}
}

// faultAt is an error at buf[i].
func (s *stream) faultAt(i int, format string, args ...any) *article.Error {
	return &article.Error{Path: s.path, Position: s.position(i), Msg: fmt.Sprintf(format, args...)}
}

// notText finds what no text has: a byte that is not UTF-8, or NUL. It returns
// its index and what to say of it, or -1.
func notText(text []byte) (int, string) {
	if i := bytes.IndexByte(text, 0); i >= 0 {
		return i, "a NUL byte: the file is binary, expected a text"
	}
	if utf8.Valid(text) {
		return -1, ""
	}
	for i := 0; ; {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return i, fmt.Sprintf("byte %#x is not UTF-8, expected UTF-8, UTF-16 with a byte order mark, or a declared encoding", text[i])
		}
		i += n
	}
}
