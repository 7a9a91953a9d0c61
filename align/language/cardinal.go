package language

import (
	"math"
	"strings"
	"sync"
	"unicode/utf8"
)

// Number words, read backwards.
//
// CLDR says how a language spells numbers (its RBNF rules). The generator runs
// those rules forwards and keeps what is not made of other words: all forms of
// 0 to 99 ([cardinals], in every gender), the hundreds ([hundreds]), and the
// words for 1000, 10^6, 10^9, ... ([scales]); the same for ordinals. Everything
// above follows one grammar in the six languages:
//
//	group  = [hundreds] [and] [cardinal] | cardinal hundredword [[and] cardinal]
//	number = group {scale [and] group}         scales descend
//
// with 1000 in front of a larger scale ("mil millones", "thousand million").
// German and Italian write groups as one word, which is read at the beginning
// of what is left of it; the other languages' words stand alone or between
// hyphens. Reading is one descent with a bounded second try, so its cost does
// not depend on the text.

// numbers are the tables of number words.
type numbers struct {
	once                                      sync.Once
	cardinals, hundreds, hundredWords, scales table[Rational]
	ordinals, ordinalScales                   table[Rational]
	and, articles, marks                      table[struct{}]
	fused                                     bool            // groups are written as one word
	bareScale                                 bool            // 1000 and 100 need no "one" before them
	longest                                   int             // bytes of the longest form, where fused
	heads                                     [1 << 10]uint64 // a bit for each two bytes that a form begins with
}

func (l *Language) numberWords() *numbers {
	n := &l.numbers
	n.once.Do(func() {
		n.cardinals.fill(l, ParseRational, "cardinals")
		n.hundreds.fill(l, ParseRational, "hundreds")
		n.hundredWords.fill(l, ParseRational, "hundredwords")
		n.scales.fill(l, ParseRational, "scales")
		n.ordinals.fill(l, ParseRational, "ordinals")
		n.ordinalScales.fill(l, ParseRational, "ordinalscales")
		n.and.fill(l, parseNothing, "and")
		n.articles.fill(l, parseNothing, "articles")
		n.marks.fill(l, parseNothing, "ordinalmarks")
		n.fused = l.Tag == "de" || l.Tag == "it"
		n.bareScale = l.Tag != "en"
		for _, t := range []*table[Rational]{&n.cardinals, &n.hundreds, &n.scales, &n.ordinals, &n.ordinalScales} {
			for w := range t.m {
				n.setHead(w)
				n.longest = max(n.longest, len(w))
			}
		}
		for w := range n.articles.m {
			n.setHead(w)
		}
	})
	return n
}

// head is the first two bytes of a word.
func head(w string) uint16 {
	switch len(w) {
	case 0:
		return 0
	case 1:
		return uint16(w[0])
	}
	return uint16(w[0]) | uint16(w[1])<<8
}

func (n *numbers) setHead(w string) { n.heads[head(w)>>6] |= 1 << (head(w) & 63) }

// begins tells whether some form begins with the first two bytes of a word.
func (n *numbers) begins(w string) bool { return n.heads[head(w)>>6]&(1<<(head(w)&63)) != 0 }

// place is a position in a run of words: a byte of one of them.
type place struct{ word, byte int }

// Cardinal reads the longest cardinal number in words at the head of words:
// "two hundred and thirty-four", "vingt et un", "einundzwanzig", "dos mil
// millones", "a million". Digits are for [Language.ParseNumber].
func (l *Language) Cardinal(words []string) (Rational, int) {
	n := l.numberWords()
	if len(words) == 0 || !n.begins(words[0]) {
		return Rational{}, 0
	}
	r := reader{numbers: n, words: words}
	v, at := r.number()
	if at.word == 0 || at.byte != 0 {
		return Rational{}, 0
	}
	return Int(v), at.word
}

// Ordinal reads the longest ordinal number at the head of words, in words
// ("twenty-first", "veintiuna", "einundzwanzigsten") or in digits with what
// makes them one ("1st", "1er", "1", ".", "ª"). Digits with nothing but a dot
// are an ordinal in German only.
func (l *Language) Ordinal(words []string) (Rational, int) {
	if len(words) == 0 || words[0] == "" {
		return Rational{}, 0
	}
	n := l.numberWords()
	if c := words[0][0]; c >= '0' && c <= '9' {
		return l.digitOrdinal(words)
	}
	if !n.begins(words[0]) {
		return Rational{}, 0
	}
	r := reader{numbers: n, words: words}
	v, at := r.ordinal()
	if at.word == 0 || at.byte != 0 {
		return Rational{}, 0
	}
	return Int(v), at.word
}

// digitOrdinal reads digits and a mark, in one word or several.
func (l *Language) digitOrdinal(words []string) (Rational, int) {
	w := words[0]
	i, v := 0, int64(0)
	for i < len(w) && w[i] >= '0' && w[i] <= '9' && i < 9 {
		v = v*10 + int64(w[i]-'0')
		i++
	}
	if mark := undot(strings.TrimPrefix(w[i:], ".")); mark != "" {
		if _, ok := word(l, &l.numbers.marks, parseNothing, mark, "ordinalmarks"); ok && l.agrees(v, mark) {
			return Int(v), 1
		}
		return Rational{}, 0
	}
	if _, n := l.numbers.marks.longest(words[1:]); n > 0 && l.Tag != "en" {
		return Int(v), n + 1
	}
	if len(words) > 2 && words[1] == "." {
		if _, n := l.numbers.marks.longest(words[2:]); n > 0 && words[2] != "." {
			return Int(v), n + 2
		}
	}
	if l.Tag == "de" && (i < len(w) || len(words) > 1 && words[1] == ".") {
		if i < len(w) {
			return Int(v), 1
		}
		return Int(v), 2
	}
	return Rational{}, 0
}

// agrees tells whether an English ending fits its number: "2th" is none.
func (l *Language) agrees(v int64, mark string) bool {
	if l.Tag != "en" {
		return true
	}
	want := "th"
	if t := v / 10 % 10; t != 1 {
		switch v % 10 {
		case 1:
			want = "st"
		case 2:
			want = "nd"
		case 3:
			want = "rd"
		}
	}
	return mark == want || mark == "d" && (want == "nd" || want == "rd")
}

// reader reads one number.
type reader struct {
	*numbers
	words []string
}

// form reads the longest form of a table at a place.
func (r *reader) form(t *table[Rational], at place, max int) (int64, place) {
	if at.word >= len(r.words) {
		return 0, place{}
	}
	if at.byte == 0 {
		v, n := t.longest(r.words[at.word:])
		if n > 0 && max >= len(r.words[at.word]) {
			return v.num, place{at.word + n, 0}
		}
	}
	rest := r.words[at.word][at.byte:]
	if !r.fused {
		return r.hyphenated(t, at, rest)
	}
	for k := min(len(rest), max, r.longest); k > 0; k-- {
		if k < len(rest) && !utf8.RuneStart(rest[k]) {
			continue
		}
		for _, p := range t.m[rest[:k]] {
			if p.rest != "" {
				continue
			}
			if k == len(rest) {
				return p.val.num, place{at.word + 1, 0}
			}
			return p.val.num, place{at.word, at.byte + k}
		}
	}
	return 0, place{}
}

// hyphenated reads a form in a word whose parts hyphens join ("twenty-one",
// "quatre-vingt-dix-sept" as one token).
func (r *reader) hyphenated(t *table[Rational], at place, rest string) (int64, place) {
	if strings.IndexByte(rest, '-') < 0 && at.byte == 0 {
		return 0, place{}
	}
	var parts [12]string
	n := 0
	for n < len(parts) {
		var more bool
		parts[n], rest, more = strings.Cut(rest, "-")
		n++
		if !more {
			break
		}
	}
	v, k := t.longest(parts[:n])
	if k == 0 {
		return 0, place{}
	}
	if k == n {
		return v.num, place{at.word + 1, 0}
	}
	for _, p := range parts[:k] {
		at.byte += len(p) + 1
	}
	return v.num, at
}

// link skips a word that joins parts of a number: "and", "e", "und", a hyphen.
func (r *reader) link(at place) place {
	if at.word >= len(r.words) {
		return at
	}
	if at.byte == 0 {
		if isHyphen(r.words[at.word]) {
			return place{at.word + 1, 0}
		}
		if _, n := r.and.longest(r.words[at.word:]); n > 0 {
			return place{at.word + n, 0}
		}
		return at
	}
	rest := r.words[at.word][at.byte:]
	for w := range r.and.m {
		if len(w) < len(rest) && strings.HasPrefix(rest, w) {
			return place{at.word, at.byte + len(w)}
		}
	}
	return at
}

// small reads 0 to 99 directly or after a link.
func (r *reader) small(at place, linked bool) (int64, place) {
	if v, to := r.form(&r.cardinals, at, math.MaxInt); to != (place{}) {
		return v, to
	}
	if linked {
		if next := r.link(at); next != at {
			return r.form(&r.cardinals, next, math.MaxInt)
		}
	}
	return 0, place{}
}

// group reads 1 to 999, or 0.
func (r *reader) group(at place) (int64, place) {
	for max := math.MaxInt; ; {
		v, to := r.form(&r.hundreds, at, max)
		if to == (place{}) {
			break
		}
		if to.byte == 0 || r.startsScale(to) {
			return r.tail(v, to)
		}
		if w, end := r.tail(v, to); end.byte == 0 || end != to {
			return w, end
		}
		max = to.byte - at.byte - 1 // "centottanta": not cento, but cent
	}
	v, to := r.small(at, false)
	if to == (place{}) {
		return 0, place{}
	}
	// "twelve hundred", "neunzehnhundert"
	if v > 10 && v%10 != 0 || v > 0 && v < 10 {
		if _, end := r.form(&r.hundredWords, r.overHyphen(to), math.MaxInt); end != (place{}) {
			return r.tail(v*100, end)
		}
	}
	return v, to
}

// overHyphen skips a hyphen.
func (r *reader) overHyphen(at place) place {
	if at.byte == 0 && at.word < len(r.words) && isHyphen(r.words[at.word]) {
		at.word++
	}
	return at
}

// startsScale tells whether a scale word stands at a place.
func (r *reader) startsScale(at place) bool {
	_, to := r.form(&r.scales, r.overHyphen(at), math.MaxInt)
	return to != place{}
}

// tail reads what follows hundreds. A part behind a link that another hundred
// follows is a number of its own: "between one hundred and two hundred".
func (r *reader) tail(v int64, at place) (int64, place) {
	w, to := r.small(at, true)
	if to == (place{}) || w == 0 {
		return v, at
	}
	if _, end := r.form(&r.hundredWords, r.overHyphen(to), math.MaxInt); end != (place{}) {
		return v, at
	}
	return v + w, to
}

// number reads a cardinal.
func (r *reader) number() (int64, place) {
	at := r.article(place{})
	total, cur, limit := int64(0), int64(0), int64(math.MaxInt64)
	article, thousands := at.word > 0, false // after an article, a hundred or a scale must come
	end := place{}
	for first := true; ; first = false {
		var v int64
		var to place
		switch {
		case first && article:
			if _, to = r.form(&r.hundredWords, at, math.MaxInt); to != (place{}) {
				v, to = r.tail(100, to)
			}
		case first:
			v, to = r.group(at)
		default:
			v, to = r.next(at, limit, thousands)
		}
		if to != (place{}) {
			if v == 0 && !first {
				break
			}
			cur, at, end = cur+v, to, to
		}
		s, after := r.scale(at, first)
		switch bare := cur == 0; {
		case after == (place{}), s >= limit, !fits(cur, s), s == 1000 && thousands:
			return r.result(total+cur, end)
		case bare && !(first && article) && !(r.bareScale && s == 1000):
			return r.result(total+cur, end)
		}
		count := max(cur, 1)
		cur = count * s
		at, end = after, after
		if s == 1000 {
			thousands = true
			continue
		}
		total, cur, limit, thousands = total+cur, 0, s, false
		if count%1000 == 0 {
			limit *= 1000 // "sete mil milhões e cem milhões"
		}
	}
	return r.result(total+cur, end)
}

// result is a number that ends with a word.
func (r *reader) result(v int64, end place) (int64, place) {
	if end.byte != 0 {
		return 0, place{}
	}
	return v, end
}

// fits tells whether n·s stays in range.
func fits(n, s int64) bool { return s > 0 && n < math.MaxInt64/2/s }

// article skips "a" before a hundred or a scale.
func (r *reader) article(at place) place {
	_, n := r.articles.longest(r.words)
	if n == 0 || n >= len(r.words) {
		return at
	}
	next := place{n, 0}
	if _, to := r.form(&r.hundredWords, next, math.MaxInt); to != (place{}) {
		return next
	}
	if r.startsScale(next) {
		return next
	}
	return at
}

// scale reads 1000, 10^6, ...
func (r *reader) scale(at place, first bool) (int64, place) {
	if !first {
		at = r.overHyphen(at)
	}
	return r.form(&r.scales, at, math.MaxInt)
}

// next reads the group after a scale, perhaps behind a link. What a link leads
// to must not itself count a scale as large as the last: "between one thousand
// and two thousand".
func (r *reader) next(at place, limit int64, thousands bool) (int64, place) {
	if v, to := r.group(at); to != (place{}) {
		return v, to
	}
	link := r.link(at)
	if link == at {
		return 0, place{}
	}
	v, to := r.group(link)
	if to == (place{}) {
		return 0, place{}
	}
	if s, after := r.scale(to, false); after != (place{}) && (s >= limit || s == 1000 && thousands) {
		return 0, place{}
	}
	return v, to
}

// ordinal reads cardinal parts and an ordinal that ends them.
func (r *reader) ordinal() (int64, place) {
	if v, to := r.ordinalTail(place{}); to != (place{}) && to.byte == 0 {
		return v, to
	}
	return r.ordinalAfter(0, place{}, math.MaxInt64)
}

// ordinalTail reads ordinals that follow each other from hundreds to ones:
// "ducentésimo vigésimo primero".
func (r *reader) ordinalTail(at place) (int64, place) {
	total, limit, end := int64(0), int64(math.MaxInt64), place{}
	for {
		v, to := r.form(&r.ordinals, r.overHyphen(at), math.MaxInt)
		if to == (place{}) || v >= limit {
			return total, end
		}
		total, at, end = total+v, to, to
		limit = ones(v)
		if limit < 10 || r.fused {
			return total, end
		}
	}
}

// ones is the place value of the last digit of v that is not 0.
func ones(v int64) int64 {
	p := int64(1)
	for v > 0 && v%10 == 0 {
		v, p = v/10, p*10
	}
	return p
}

// ordinalAfter reads a cardinal group, then the ordinal of a scale or of what
// is left.
func (r *reader) ordinalAfter(total int64, at place, limit int64) (int64, place) {
	for range 6 {
		v, to := r.part(at)
		if to == (place{}) {
			v, to = 1, at
			if total > 0 && r.link(at) != at {
				to = r.link(at)
				if w, end := r.part(to); end != (place{}) {
					v, to = w, end
				}
			}
		}
		if s, end := r.form(&r.ordinalScales, r.overHyphen(to), math.MaxInt); end != (place{}) && s < limit && fits(v, s) {
			if w, e := r.ordinalTail(end); e != (place{}) && e.byte == 0 && w < s && total == 0 {
				return v*s + w, e
			}
			return total + v*s, end
		}
		if w, end := r.ordinalTail(r.link(to)); end != (place{}) && w < 100 && (to != at) {
			return total + v + w, end
		}
		if w, end := r.ordinalTail(to); end != (place{}) && to != at && w < ones(v) {
			return total + v + w, end
		}
		s, after := r.scale(to, false)
		if after == (place{}) || s >= limit || !fits(v, s) {
			return 0, place{}
		}
		total, limit, at = total+v*s, s, after
		if w, end := r.ordinalTail(r.link(at)); end != (place{}) && w < s {
			return total + w, end
		}
		if w, end := r.ordinalTail(at); end != (place{}) && w < s {
			return total + w, end
		}
	}
	return 0, place{}
}

// part reads the cardinal part of an ordinal: hundreds, then tens only where an
// ordinal follows.
func (r *reader) part(at place) (int64, place) {
	v, to := r.form(&r.hundreds, at, math.MaxInt)
	if to != (place{}) {
		if w, end := r.small(to, true); end != (place{}) && w > 0 {
			if _, e := r.ordinalTail(to); e == (place{}) {
				return v + w, end
			}
		}
		return v, to
	}
	return r.small(at, false)
}
