package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// address reads a URL or e-mail address at i and returns its end, or 0.
func (s *scanner) address(i int) int {
	switch s.text[i] | 0x20 {
	case 'h', 'w', 'f', 'm':
		if scheme(s.text[i:]) {
			return urlEnd(s.text, i)
		}
	}
	if s.nextAt < i {
		s.nextAt = len(s.text)
		if n := strings.IndexByte(s.text[i:], '@'); n >= 0 {
			s.nextAt = i + n
		}
	}
	if s.nextAt-i > 64 || s.nextAt == len(s.text) {
		return 0
	}
	for _, c := range []byte(s.text[i:s.nextAt]) {
		if c >= utf8.RuneSelf || asciiClass[c] < isLetter && strings.IndexByte("._%+-", c) < 0 {
			return 0
		}
	}
	end := s.nextAt + 1
	dot := false
	for end < len(s.text) {
		c := s.text[end]
		if c == '.' && end+1 < len(s.text) && asciiWord(s.text[end+1]) {
			dot = true
		} else if !asciiWord(c) && c != '-' {
			break
		}
		end++
	}
	if !dot {
		return 0
	}
	return end
}

func asciiWord(c byte) bool { return c < utf8.RuneSelf && asciiClass[c] >= isLetter }

// scheme tells whether text starts like a URL.
func scheme(text string) bool {
	for _, p := range [...]string{"http://", "https://", "www.", "ftp://", "mailto:"} {
		if len(text) > len(p) && strings.EqualFold(text[:len(p)], p) {
			return true
		}
	}
	return false
}

// urlEnd is the end of the URL at i: white space, a quotation mark or an angle
// bracket ends it; final punctuation and an unbalanced bracket are not part of it.
func urlEnd(text string, i int) int {
	end, open := i, 0
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("<>\"`{}|\\^“”«»„‘’…。，、；：！？）」』】", r) {
			break
		}
		if r == '(' {
			open++
		}
		if r == ')' {
			if open == 0 {
				break
			}
			open--
		}
		end += n
	}
	for end > i && strings.IndexByte(".,;:!?'*_])", text[end-1]) >= 0 {
		if text[end-1] == ')' && strings.Count(text[i:end], "(") == strings.Count(text[i:end], ")") {
			break
		}
		end--
	}
	return end
}

// handle reads an @mention or a #hashtag at i and returns its end, or 0.
func (s *scanner) handle(i int) int {
	j := i + 1
	for j < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[j:])
		if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			break
		}
		j += n
	}
	name := s.text[i+1 : j]
	if strings.IndexFunc(name, unicode.IsLetter) < 0 {
		return 0 // "#1" is a rank, a lone "@" a mark
	}
	return j
}

// topLevels are the top-level domains that a bare domain name in running text is known by.
const topLevels = " com org net edu gov mil int info biz io dev app tv co uk de fr es it pt eu us ca ch at be nl br mx ar cl jp cn in au ru pl se no dk fi ie gr cz hu ro "

// domain reads a bare domain name ("CNN.com", "gov.uk/help") whose first label is
// text[i:end] and returns its end, or 0.
func (s *scanner) domain(i, end int) int {
	j := end
	label := ""
	for j+1 < len(s.text) && s.text[j] == '.' && asciiWord(s.text[j+1]) {
		k := j + 1
		for k < len(s.text) && (asciiWord(s.text[k]) || s.text[k] == '-') {
			k++
		}
		label, j = s.text[j+1:k], k
	}
	if len(label) < 2 || len(label) > 4 || label != strings.ToLower(label) || !strings.Contains(topLevels, " "+label+" ") {
		return 0
	}
	if s.letterAt(j) {
		return 0
	}
	if j < len(s.text) && s.text[j] == '/' {
		return urlEnd(s.text, j)
	}
	return j
}

// placeholder reads a variable of a message format at i and returns its end, or
// 0: {name}, {{ name }}, ${name}, %s, %1$d, %(name)s, and the statements of
// templates: {% for x in list %}.
func placeholder(text string, i int) int {
	rest := text[i:min(len(text), i+64)]
	switch {
	case strings.HasPrefix(rest, "{%"):
		line, _, _ := strings.Cut(text[i:min(len(text), i+256)], "\n")
		if n := strings.Index(line, "%}"); n > 2 {
			return i + n + 2
		}
	case strings.HasPrefix(rest, "{{"):
		if n := strings.Index(rest, "}}"); n > 2 && identifier(strings.TrimSpace(rest[2:n])) {
			return i + n + 2
		}
	case strings.HasPrefix(rest, "${"), rest[0] == '{':
		start := strings.IndexByte(rest, '{') + 1
		if n := strings.IndexByte(rest, '}'); n >= start && (n > start || start == 1) && identifier(rest[start:n]) {
			return i + n + 1
		} else if n > 0 && fluent(rest[start:n]) {
			return i + n + 1
		}
	case rest[0] == '%' && (i == 0 || !digit(text[i-1])):
		if n := verb(rest); n > 0 {
			return i + n
		}
	}
	return 0
}

// fluent tells whether name is a variable or term of Fluent: { $name }, { -brand }.
func fluent(name string) bool {
	name = strings.TrimSpace(name)
	return len(name) > 1 && (name[0] == '$' || name[0] == '-') && identifier(name[1:])
}

// identifier tells whether name is a variable's: a word with dots, or a number, or empty.
func identifier(name string) bool {
	for _, c := range []byte(name) {
		if !asciiWord(c) && c != '_' && c != '.' && c != '-' && c != ':' {
			return false
		}
	}
	return true
}

// verb is the length of the printf verb that s starts with, or 0.
func verb(s string) int {
	j := 1
	if j < len(s) && s[j] == '(' {
		n := strings.IndexByte(s, ')')
		if n < 0 || !identifier(s[j+1:n]) {
			return 0
		}
		j = n + 1
	}
	for j < len(s) && (digit(s[j]) || strings.IndexByte("$.+-#*'", s[j]) >= 0) {
		j++
	}
	for j < len(s) && strings.IndexByte("hlLqjzt", s[j]) >= 0 {
		j++
	}
	if j >= len(s) || strings.IndexByte("sdiufFeEgGxXcpqvTtb@", s[j]) < 0 {
		return 0
	}
	if j+1 < len(s) && (asciiWord(s[j+1]) || s[j+1] >= utf8.RuneSelf) {
		return 0
	}
	return j + 1
}
