package bilingual

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"

	"github.com/sourcelint/sourcelint/align/article"
)

// charset is an encoding other than UTF-8, which a nil *charset stands for. No
// map from text to file is kept while reading: how many bytes a character takes
// in the file follows from the character.
type charset struct {
	name  string
	order byteOrder
	enc   encoding.Encoding // where order is notUTF16
	bytes map[rune]int8     // how many bytes the characters met so far take; nil: one each
}

type byteOrder uint8

const (
	notUTF16 byteOrder = iota
	littleEndian
	bigEndian
)

// newCharset knows the encodings of the WHATWG Encoding Standard. It returns nil for UTF-8.
func newCharset(label string) (*charset, error) {
	if l := strings.ToLower(strings.TrimSpace(label)); l == "utf-16" || l == "utf16" {
		return nil, nil // a file that declares it in ASCII is not in UTF-16
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, fmt.Errorf("unknown encoding %q, expected one such as UTF-8 or windows-1252", label)
	}
	name, _ := htmlindex.Name(enc)
	switch name {
	case "utf-8", "utf-16le", "utf-16be":
		return nil, nil
	case "iso-2022-jp", "replacement", "x-user-defined":
		return nil, fmt.Errorf("the encoding %s is not read, expected one such as UTF-8 or windows-1252", label)
	}
	c := &charset{name: name, enc: enc}
	if _, single := enc.(*charmap.Charmap); !single {
		c.bytes = map[rune]int8{}
	}
	return c, nil
}

// decode appends the whole characters of src to dst and returns how many bytes of src it took.
func (c *charset) decode(dst, src []byte, last bool) ([]byte, int, error) {
	if c.order != notUTF16 {
		return c.decodeUTF16(dst, src, last)
	}
	dec, n := c.enc.NewDecoder(), 0
	for n < len(src) {
		from := len(dst)
		dst = append(dst, make([]byte, min(len(src)-n, chunkSize)*3+16)...)
		wrote, read, err := dec.Transform(dst[from:], src[n:], last)
		dst = dst[:from+wrote]
		if i := strings.IndexRune(string(dst[from:]), utf8.RuneError); i >= 0 {
			return dst[:from+i], n + read, fmt.Errorf("what stands here is no character of the encoding %s", c.name)
		}
		n += read
		if errors.Is(err, transform.ErrShortSrc) {
			break
		}
		if err != nil && !errors.Is(err, transform.ErrShortDst) {
			return dst, n, err
		}
	}
	return dst, n, nil
}

// decodeUTF16 decodes as [charset.decode] does; a lone surrogate becomes U+FFFD.
func (c *charset) decodeUTF16(dst, src []byte, last bool) ([]byte, int, error) {
	unit := func(i int) rune {
		if c.order == bigEndian {
			return rune(src[i])<<8 | rune(src[i+1])
		}
		return rune(src[i+1])<<8 | rune(src[i])
	}
	i := 0
	for i+2 <= len(src) {
		r := unit(i)
		if utf16.IsSurrogate(r) {
			if i+4 > len(src) && !last {
				break
			}
			if i+4 <= len(src) {
				if pair := utf16.DecodeRune(r, unit(i+2)); pair != utf8.RuneError {
					dst = utf8.AppendRune(dst, pair)
					i += 4
					continue
				}
			}
			r = utf8.RuneError
		}
		dst = utf8.AppendRune(dst, r)
		i += 2
	}
	if last && i+1 == len(src) {
		return dst, i, errors.New("UTF-16 with an odd number of bytes, the last character is cut off")
	}
	return dst, i, nil
}

// width is how many bytes a character takes in the file.
func (c *charset) width(r rune) int {
	switch {
	case c.order != notUTF16:
		if r > 0xffff {
			return 4
		}
		return 2
	case c.bytes == nil || r < utf8.RuneSelf:
		return 1
	}
	if n, ok := c.bytes[r]; ok {
		return int(n)
	}
	n := 1
	if b, err := c.enc.NewEncoder().String(string(r)); err == nil {
		n = len(b)
	}
	c.bytes[r] = int8(n)
	return n
}

// size is how many bytes text takes in the file.
func (c *charset) size(text []byte) int {
	if c == nil {
		return len(text)
	}
	n := 0
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		n += c.width(r)
		text = text[size:]
	}
	return n
}

// offsets maps text, which starts at an offset of the file, to the file; nil for UTF-8.
func (c *charset) offsets(text string, at int) *article.OffsetMap {
	if c == nil {
		return nil
	}
	m := &article.OffsetMap{}
	for _, r := range text {
		w := c.width(r)
		m.Decoded(utf8.RuneLen(r), at, w)
		at += w
	}
	return m
}
