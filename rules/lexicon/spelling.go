package lexicon

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// normalise is the form in which words are compared: lower case, plain
// apostrophes, hyphens and spaces, no marks or quotation marks around.
func normalise(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch r {
		case '’', '‘', 'ʼ':
			r = '\''
		case '‐', '‑':
			r = '-'
		}
		if unicode.IsSpace(r) {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	out := strings.Trim(b.String(), " \"“”«»„,;:!?()[]…")
	if bare, ok := strings.CutSuffix(out, "."); ok && !strings.Contains(bare, ".") {
		return bare // the end of a sentence, or of an abbreviation
	}
	return out
}

// plain reports whether s is normal already: most words are.
func plain(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// fold removes accents and whatever joins or parts the elements of a compound:
// "co-operate" and "cooperate", "run off" and "run-off", "café" and "cafe".
func fold(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), r == ' ', r == '-', r == '\'', r == '.':
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// shape is a pair of spellings, "~our | ~or": two words have it where one is
// pre+x+post, the other pre+y+post.
type shape struct {
	x, y      string
	pre, post bool // may anything stand before, after
	loose     bool // too common by chance to tell that a word is spelled right
}

// shapeRest is how many letters must stand outside of a shape's own.
const shapeRest = 3

func parseShape(a, b string) (shape, bool) {
	s := shape{pre: strings.HasPrefix(a, "~"), post: strings.HasSuffix(a, "~") && len(a) > 1}
	cut := func(t string) (string, bool) {
		if t == "~" {
			return "", s.pre || s.post
		}
		if strings.HasPrefix(t, "~") != s.pre || strings.HasSuffix(t, "~") != s.post {
			return "", false
		}
		t = strings.Trim(t, "~")
		return t, !strings.Contains(t, "~")
	}
	if a == "~" || b == "~" { // "~ | un~": the other side has the anchor
		long := a
		if len(b) > len(a) {
			long = b
		}
		s.pre, s.post = strings.HasPrefix(long, "~"), strings.HasSuffix(long, "~") && len(long) > 1
	}
	var ok1, ok2 bool
	s.x, ok1 = cut(a)
	s.y, ok2 = cut(b)
	return s, ok1 && ok2 && (s.pre || s.post) && s.x != s.y
}

// matches reports whether a and b have the shape, in this order.
func (s shape) matches(a, b string) bool {
	rest := len(a) - len(s.x)
	if rest < shapeRest || rest != len(b)-len(s.y) {
		return false
	}
	low, high := 0, 0 // bounds for what stands before
	switch {
	case s.pre && s.post:
		low, high = 1, rest-1
	case s.pre:
		low, high = rest, rest
	}
	for pre := low; pre <= high && a[:pre] == b[:pre]; pre++ {
		if a[pre:pre+len(s.x)] == s.x && b[pre:pre+len(s.y)] == s.y && a[pre+len(s.x):] == b[pre+len(s.y):] {
			return true
		}
	}
	return false
}

// others visits the words that differ from w by the shape.
func (s shape) others(w string, yield func(string) bool) bool {
	return s.replace(w, s.x, s.y, yield) && s.replace(w, s.y, s.x, yield)
}

func (s shape) replace(w, x, y string, yield func(string) bool) bool {
	rest := len(w) - len(x)
	if rest < shapeRest {
		return true
	}
	low, high := 0, 0
	switch {
	case s.pre && s.post:
		low, high = 1, rest-1
	case s.pre:
		low, high = rest, rest
	}
	for pre := low; pre <= high; pre++ {
		if w[pre:pre+len(x)] == x && !yield(w[:pre]+y+w[pre+len(x):]) {
			return false
		}
	}
	return true
}

// abbreviationKey is a form without its full stops. Capitals count: "US" is not
// "us".
func abbreviationKey(s string) string {
	s = strings.TrimSpace(s)
	bare := strings.ReplaceAll(s, ".", "")
	if len(bare) >= 2 && strings.ToUpper(bare) == bare && !strings.Contains(bare, " ") {
		return bare
	}
	return strings.ReplaceAll(normalise(s), ".", "")
}
