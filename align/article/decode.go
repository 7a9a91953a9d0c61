package article

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"
)

// maxSize bounds what is read as one article. Tokens take some ten times the
// bytes of their text, so a larger file is refused rather than half a machine's
// memory spent on it.
const maxSize = 32 << 20

// NewSource decodes a file. The encoding is told by a byte order mark, else by
// label (a WHATWG encoding label, such as an HTML or XML declaration holds), else
// it is UTF-8. A file that is empty, binary or not in its encoding is an [*Error].
func NewSource(path string, data []byte, label string) (*Source, error) {
	fail := func(format string, args ...any) (*Source, error) {
		return nil, &Error{Path: path, Msg: fmt.Sprintf(format, args...)}
	}
	s := &Source{path: path, size: len(data)}
	switch {
	case len(data) > maxSize:
		return fail("%d MB of text, expected at most %d MB in one file", len(data)>>20, maxSize>>20)
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		s.bom = 3
		data, label = data[3:], ""
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		return fail("the file is in UTF-32, expected UTF-8")
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return s, s.decodeUTF16(data[2:], data[0] == 0xfe)
	}
	if label != "" {
		enc, err := htmlindex.Get(label)
		if err != nil {
			return fail("unknown encoding %q, expected one such as utf-8 or windows-1252", label)
		}
		switch name, _ := htmlindex.Name(enc); name {
		case "utf-8", "utf-16le", "utf-16be":
			// What declares itself in ASCII is not UTF-16; browsers take it for UTF-8.
		default:
			return s, s.decode(data, enc, name == "iso-2022-jp")
		}
	}
	s.text = string(data)
	return s, s.check()
}

// check refuses what is not text.
func (s *Source) check() error {
	if strings.TrimSpace(s.text) == "" {
		return &Error{Path: s.path, Msg: "the file is empty, expected a text"}
	}
	if i := strings.IndexByte(s.text, 0); i >= 0 {
		at := s.Offset(Span{i, i}).Start
		return &Error{Path: s.path, Msg: fmt.Sprintf("a NUL byte at offset %d: the file is binary, expected a text", at)}
	}
	if utf8.ValidString(s.text) {
		return nil
	}
	for i := 0; i < len(s.text); {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if r == utf8.RuneError && n == 1 {
			bad := s.text[i]
			at := s.Offset(Span{i, i}).Start
			valid := &Source{text: s.text[:i], size: s.size, bom: s.bom}
			pos := valid.Position(at)
			return &Error{s.path, pos, fmt.Sprintf(
				"byte %#x at offset %d is not UTF-8, expected UTF-8, UTF-16 with a byte order mark, or a declared encoding", bad, at)}
		}
		i += n
	}
	return nil
}

// decodeUTF16 decodes what follows a UTF-16 byte order mark.
func (s *Source) decodeUTF16(data []byte, bigEndian bool) error {
	if len(data)%2 != 0 {
		return &Error{Path: s.path, Msg: fmt.Sprintf("UTF-16 with an odd number of bytes (%d), the last character is cut off", len(data)+2)}
	}
	unit := func(i int) rune {
		if bigEndian {
			return rune(data[i])<<8 | rune(data[i+1])
		}
		return rune(data[i+1])<<8 | rune(data[i])
	}
	var b strings.Builder
	b.Grow(len(data))
	s.offs = &OffsetMap{}
	for i := 0; i < len(data); {
		r, n := unit(i), 2
		if utf16.IsSurrogate(r) {
			r, n = utf8.RuneError, 2
			if i+4 <= len(data) {
				if pair := utf16.DecodeRune(unit(i), unit(i+2)); pair != utf8.RuneError {
					r, n = pair, 4
				}
			}
		}
		b.WriteRune(r)
		s.offs.Decoded(utf8.RuneLen(r), i+2, n)
		i += n
	}
	s.text = b.String()
	return s.check()
}

// decode decodes a legacy encoding. All of the Encoding Standard but ISO-2022-JP
// write ASCII as ASCII, so runs of it are copied; other characters are decoded
// one by one, to learn how many bytes each takes.
func (s *Source) decode(data []byte, enc encoding.Encoding, shifts bool) error {
	dec := enc.NewDecoder()
	var b strings.Builder
	b.Grow(len(data) + len(data)/2)
	s.offs = &OffsetMap{}
	var buf [16]byte
	for i := 0; i < len(data); {
		n := 0
		for !shifts && i+n < len(data) && data[i+n] < utf8.RuneSelf {
			n++
		}
		if n > 0 {
			b.Write(data[i : i+n])
			s.offs.Verbatim(n, i)
			i += n
			continue
		}
		wrote, read := decodeOne(dec, buf[:], data[i:min(len(data), i+8)], i+8 >= len(data))
		b.Write(buf[:wrote])
		s.offs.Decoded(wrote, i, read)
		i += read
	}
	s.text = b.String()
	return s.check()
}

// decodeOne decodes the next character or, where the decoder cannot write less, the next few.
func decodeOne(dec *encoding.Decoder, dst, src []byte, last bool) (wrote, read int) {
	for size := 1; size <= len(dst); size++ { // so that no second character fits
		var err error
		wrote, read, err = dec.Transform(dst[:size], src, last)
		if read > 0 && wrote > 0 {
			return wrote, read
		}
		if !errors.Is(err, transform.ErrShortDst) {
			break
		}
	}
	if read > 0 {
		return wrote, read // a change of state that writes nothing
	}
	return copy(dst, "\uFFFD"), 1
}
