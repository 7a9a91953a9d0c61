package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanner cuts a block's text into tokens. Its spans are offsets into that text.
type scanner struct {
	text   string
	words  *orthography
	opaque []Span // stretches that are one token each, in order
	nextAt int    // offset of the next '@', len(text) where there is none
	emit   func(start, end int, kind TokenKind, space bool)
}

// class of an ASCII byte.
const (
	isOther = iota
	isSpace
	isLetter
	isDigit
)

var asciiClass = func() (t [utf8.RuneSelf]uint8) {
	for c := range t {
		switch {
		case c == ' ' || c >= '\t' && c <= '\r' || c < ' ' || c == 0x7f:
			t[c] = isSpace
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			t[c] = isLetter
		case c >= '0' && c <= '9':
			t[c] = isDigit
		}
	}
	return t
}()

// scan reads all tokens, from left to right.
func (s *scanner) scan() {
	s.nextAt = -1
	space := false
	for i := 0; i < len(s.text); {
		if len(s.opaque) > 0 && i >= s.opaque[0].Start {
			o := s.opaque[0]
			s.opaque = s.opaque[1:]
			if t := trimmed(s.text, Span{i, max(i, o.End)}); t.Start < t.End {
				s.emit(t.Start, t.End, Opaque, space || t.Start > i)
				i, space = o.End, t.End < o.End
			}
			continue
		}
		end, kind := s.next(i)
		if end < 0 {
			i, space = -end, true
			continue
		}
		if len(s.opaque) > 0 {
			end = min(end, s.opaque[0].Start)
		}
		if kind != noToken {
			s.emit(i, end, kind, space)
			space = false
		}
		i = end
	}
}

// lines makes each line of code one token.
func (s *scanner) lines() {
	for i := 0; i < len(s.text); {
		end, next := lineEnd(s.text, i)
		if t := trimmed(s.text, Span{i, end}); t.Start < t.End {
			s.emit(t.Start, t.End, Opaque, true)
		}
		i = next
	}
}

// noToken marks what is neither a token nor white space: a lone soft hyphen, a
// zero-width character.
const noToken TokenKind = 255

// next reads what starts at i: the end and kind of a token, or minus the end of white space.
func (s *scanner) next(i int) (int, TokenKind) {
	c := s.text[i]
	if c < utf8.RuneSelf {
		switch asciiClass[c] {
		case isSpace:
			return -(i + 1), 0
		case isLetter:
			if end := s.address(i); end > 0 {
				return end, Opaque
			}
			return s.word(i)
		case isDigit:
			if end := s.address(i); end > 0 {
				return end, Opaque
			}
			return s.number(i), Number
		}
		return s.mark(i, c)
	}
	r, n := utf8.DecodeRuneInString(s.text[i:])
	switch {
	case unicode.IsSpace(r):
		return -(i + n), 0
	case invisible(r):
		return i + n, noToken
	case ideographic(r):
		return i + n, Word
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return s.word(i)
	case unicode.IsDigit(r):
		return s.number(i), Number
	case unicode.Is(unicode.No, r):
		return i + n, Number
	}
	return i + n, Punct
}

// mark reads a token that starts with ASCII punctuation.
func (s *scanner) mark(i int, c byte) (int, TokenKind) {
	end := i + 1
	switch c {
	case '.', '-':
		for end < len(s.text) && s.text[end] == c {
			end++
		}
	case '@', '#':
		if n := s.handle(i); n > 0 {
			return n, Opaque
		}
	case '{', '%', '$':
		if n := placeholder(s.text, i); n > 0 {
			return n, Opaque
		}
	}
	return end, Punct
}

// word reads a word that starts at i with a letter, and the periods that belong to it.
func (s *scanner) word(i int) (int, TokenKind) {
	end := s.letters(i)
	if end >= len(s.text) || s.text[end] != '.' {
		return end, Word
	}
	dotted := s.dotted(i, end)
	if dotted == end {
		if n := s.domain(i, end); n > 0 {
			return n, Opaque
		}
	}
	end = dotted
	if end < len(s.text) && s.text[end] == '.' && !strings.HasPrefix(s.text[end:], "..") && s.keepsPeriod(i, end) {
		end++
	}
	return end, Word
}

// letters reads the letters of one word.
func (s *scanner) letters(i int) int {
	end := i // after the last letter
	for j := i; j < len(s.text); {
		c := s.text[j]
		if c < utf8.RuneSelf {
			switch {
			case asciiClass[c] == isLetter || asciiClass[c] == isDigit:
				j++
				end = j
				continue
			case c == '\'' || c == '_':
				if end == j && s.letterAt(j+1) && (c == '_' || !digit(s.text[j-1])) {
					j++
					continue
				}
			case c == '&':
				if end == j && j > i && upper(s.text[j-1]) && j+1 < len(s.text) && upper(s.text[j+1]) {
					j++
					continue
				}
			}
			return end
		}
		r, n := utf8.DecodeRuneInString(s.text[j:])
		switch {
		case ideographic(r):
			return end
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.Is(unicode.No, r), unicode.IsDigit(r):
			j += n
			end = j
			continue
		case apostrophe(r) || r == '·':
			if end == j && s.letterAt(j+n) {
				j += n
				continue
			}
		case invisible(r):
			j += n
			continue
		}
		return end
	}
	return end
}

// letterAt tells whether a letter stands at i.
func (s *scanner) letterAt(i int) bool {
	if i >= len(s.text) {
		return false
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return asciiClass[c] == isLetter
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return unicode.IsLetter(r) && !ideographic(r)
}

// dotted extends a word that ends at end, where a period stands, over the letters
// of an abbreviation such as U.S., a.m. or Ph.D., without its last period.
func (s *scanner) dotted(i, end int) int {
	if utf8.RuneCountInString(s.text[i:min(end, i+9)]) > 2 {
		return end
	}
	single := func(a, b int) bool { return b > a && utf8.RuneCountInString(s.text[a:b]) == 1 }
	last, chain := end, single(i, end)
	for n := 0; n < 8 && last < len(s.text) && s.text[last] == '.' && s.letterAt(last+1); n++ {
		next := s.letters(last + 1)
		if next-last > 12 {
			break
		}
		if chain && single(last+1, next) {
			last = next
			continue
		}
		if s.words.known(s.text[i:next]) {
			last = next
			continue
		}
		break
	}
	return last
}

// keepsPeriod tells whether the period at end belongs to the word at i.
func (s *scanner) keepsPeriod(i, end int) bool {
	w := s.text[i:end]
	if len(w) > maxAbbreviation {
		return false
	}
	if strings.IndexByte(w, '.') >= 0 {
		return true
	}
	rest := strings.TrimLeft(s.text[end+1:min(len(s.text), end+40)], " \t\r\n\u00a0\u202f")
	at := around{number: s.numberBefore(i)}
	at.next, _ = utf8.DecodeRuneInString(rest)
	if rest == "" {
		at.next = 0
	}
	n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !apostrophe(r) })
	if n < 0 {
		n = len(rest)
	}
	at.word = rest[:n]
	return s.words.keeps(w, at) || s.initial(i, end)
}

// numberBefore tells whether a number stands before the word at i.
func (s *scanner) numberBefore(i int) bool {
	before := strings.TrimRight(s.text[max(0, i-4):i], " -\u00a0\u202f")
	return before != "" && digit(before[len(before)-1])
}

// initial tells whether the word is one capital letter that stands for a name:
// followed by a capitalised word, and not English "I" at the end of a sentence.
func (s *scanner) initial(i, end int) bool {
	r, n := utf8.DecodeRuneInString(s.text[i:end])
	if n != end-i {
		return false
	}
	j := end + 1
	near := s.text[min(j, len(s.text)):min(len(s.text), j+8)]
	j += len(near) - len(strings.TrimLeft(near, " \u00a0\u202f"))
	next, size := utf8.DecodeRuneInString(s.text[min(j, len(s.text)):])
	if unicode.IsLower(r) {
		return j > end+1 && unicode.IsLetter(next) && j+size < len(s.text) && s.text[j+size] == '.' // "z. B."
	}
	if !unicode.IsUpper(next) {
		return false
	}
	if i >= 2 && s.text[i-1] == ' ' {
		// "vitamin A. The", "so did I. Then": a lower-case word before it is no first name.
		prev, _ := utf8.DecodeLastRuneInString(s.text[:i-1])
		if unicode.IsLetter(prev) {
			k := strings.LastIndexByte(s.text[max(0, i-1-64):i-1], ' ') + 1 + max(0, i-1-64)
			first, _ := utf8.DecodeRuneInString(s.text[k:])
			if unicode.IsLower(first) && !(j+size < len(s.text) && s.text[j+size] == '.') && s.words.starter(s.text[j:s.letters(j)]) {
				return false
			}
			if r == 'I' && unicode.IsLower(first) {
				return false
			}
		}
	}
	return true
}

// number reads digits with separators between them.
func (s *scanner) number(i int) int {
	j := s.digits(i)
	first := j - i
	for j < len(s.text) {
		sep := s.text[j]
		switch {
		case sep == '.' || sep == ',' || sep == ':':
			if next := s.digits(j + 1); next > j+1 {
				j = next
				continue
			}
		case sep == '\'':
			if next := s.digits(j + 1); first <= 3 && next == j+4 && !s.letterAt(next) {
				j = next
				continue
			}
		case sep >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(s.text[j:])
			if r == '’' || r == '\u00a0' || r == '\u202f' || r == '\u2009' || r == '٫' || r == '٬' {
				if next := s.digits(j + n); first <= 3 && next == j+n+3 || next > j+n && (r == '٫' || r == '٬') {
					j = next
					continue
				}
			}
		}
		break
	}
	return j
}

// digits returns the end of the digits at i.
func (s *scanner) digits(i int) int {
	for i < len(s.text) {
		if c := s.text[i]; c < utf8.RuneSelf {
			if !digit(c) {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if !unicode.IsDigit(r) {
			return i
		}
		i += n
	}
	return i
}

func digit(c byte) bool { return c >= '0' && c <= '9' }
func upper(c byte) bool { return c >= 'A' && c <= 'Z' }

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '＇' }

// invisible characters take no part in the text of a word: soft hyphen,
// zero-width space and joiners, byte order mark, direction marks.
func invisible(r rune) bool {
	return r == '\u00ad' || r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2060' && r <= '\u2064' || r == '\ufeff'
}

// ideographic characters are words by themselves.
func ideographic(r rune) bool { return r >= 0x2e80 && unicode.Is(unicode.Han, r) }
