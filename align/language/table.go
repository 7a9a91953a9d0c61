package language

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// table finds the longest phrase at the head of a run of words. It is filled
// from its sections when it is first asked.
type table[V any] struct {
	ready atomic.Bool // m is filled
	once  sync.Once
	m     map[string][]phrase[V]
	sieve sieve // of the keys of m
}

// phrase is what follows a first word, and what the whole of it means.
type phrase[V any] struct {
	rest  string // the words after the first, each preceded by a space, without closing dots
	dots  uint32 // bit i is set where word i is an abbreviation with a dot
	words int
	val   V
}

// add puts one form into the table.
func (t *table[V]) add(form string, val V) {
	ts := tokens(form)
	t.put(ts, val)
	// "km²", "us$" and "z.b." may also come as one token.
	if strings.ContainsRune(form, ' ') || len(ts) < 2 || strings.ContainsRune(form, '-') {
		return
	}
	t.put([]string{form}, val)
}

func (t *table[V]) put(words []string, val V) {
	if len(words) == 0 {
		return
	}
	p := phrase[V]{words: len(words), val: val}
	var first string
	for i, w := range words {
		bare := undot(w)
		if len(bare) < len(w) && i < 32 {
			p.dots |= 1 << i
		}
		if i == 0 {
			first = bare
			continue
		}
		if len(words) == 2 && i == 1 {
			p.rest = bare
		} else {
			p.rest += " " + bare
		}
	}
	p.rest = strings.TrimPrefix(p.rest, " ")
	for _, q := range t.m[first] {
		if q.rest == p.rest {
			return // what was said first stands
		}
	}
	t.m[first] = append(t.m[first], p)
}

// fill makes the table from sections of l, whose names a space separates, with
// the value that parse reads. The hand-written section comes first and so wins
// over the generated one. The names are one string because a list of them would
// be allocated by each look-up.
func (t *table[V]) fill(l *Language, parse func(string) (V, error), sections string) {
	if !t.ready.Load() {
		t.fillOnce(l, parse, sections)
	}
}

func (t *table[V]) fillOnce(l *Language, parse func(string) (V, error), sections string) {
	t.once.Do(func() {
		defer t.ready.Store(true)
		names := strings.Fields(sections)
		n := 0
		for _, name := range names {
			n += strings.Count(l.data[name], ",") + strings.Count(l.data[name], "\n")
		}
		t.m = make(map[string][]phrase[V], n)
		for _, name := range names {
			for ln := range lines(l.data[name]) {
				v, err := parse(ln.value)
				if err != nil {
					continue // a test keeps the embedded files free of errors
				}
				for form := range ln.each() {
					t.add(form, v)
				}
			}
		}
		for _, ps := range t.m {
			if len(ps) > 1 {
				slices.SortStableFunc(ps, func(a, b phrase[V]) int { return cmp.Compare(b.words, a.words) })
			}
		}
		t.sieve = sieveOf(t.m)
	})
}

// at are the phrases that begin with a word without its closing dot.
func (t *table[V]) at(w string) []phrase[V] {
	if !t.sieve.may(w) {
		return nil
	}
	return t.m[w]
}

// longest is the value of the longest phrase at the head of words and how many
// words it takes, 0 where there is none.
func (t *table[V]) longest(words []string) (v V, n int) {
	if len(words) == 0 {
		return v, 0
	}
	for _, p := range t.at(undot(words[0])) {
		if n := p.match(words); n > 0 {
			return p.val, n
		}
	}
	return v, 0
}

// match is how many of words the phrase takes, of which the first is known to
// match. A hyphen may stand between two words, a dot after an abbreviation.
func (p *phrase[V]) match(words []string) int {
	n, rest := 1, p.rest
	for i := 0; ; i++ {
		if p.dots&(1<<min(i, 31)) != 0 && n < len(words) && words[n] == "." {
			n++
		}
		if rest == "" {
			return n
		}
		if n >= len(words) || words[n] != "" && words[n][0] != rest[0] && !isHyphen(words[n]) {
			return 0
		}
		var w string
		w, rest, _ = strings.Cut(rest, " ")
		if n < len(words) && isHyphen(words[n]) && !isHyphen(w) {
			n++
		}
		if n >= len(words) || undot(words[n]) != w {
			return 0
		}
		n++
	}
}

func isHyphen(w string) bool { return w == "-" || w == "‐" || w == "‑" }

// undot is w without the dot that closes an abbreviation.
func undot(w string) string {
	if len(w) > 1 && w[len(w)-1] == '.' {
		return w[:len(w)-1]
	}
	return w
}

// tokens cuts a form the way an article's text is cut: at spaces and hyphens,
// and around every symbol; dots and apostrophes inside a word stay in it.
func tokens(form string) []string {
	var ts []string
	start := -1
	flush := func(end int) {
		if start >= 0 {
			ts = append(ts, form[start:end])
			start = -1
		}
	}
	for i, r := range form {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || r >= '0' && r <= '9' || r == '_':
			if start < 0 {
				start = i
			}
		case (r == '.' || r == '\'') && start >= 0:
		case r == ' ' || r == '-':
			flush(i)
		default:
			flush(i)
			_, n := utf8.DecodeRuneInString(form[i:])
			ts = append(ts, form[i:i+n])
		}
	}
	flush(len(form))
	return ts
}
