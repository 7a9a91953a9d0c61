package fact

import (
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// scanner reads the numbers, dates and times of an article, sentence by
// sentence. At each token it asks once whether a value can start there; only
// then do the parsers run, the more specific first: a date, a time of day, a
// number. What one of them takes is not offered to the next, so that "2018" in
// "March 2018" is no number and the 3 of "3:30 p.m." no count. All parsers look
// ahead a bounded number of tokens: cost is linear in the text.
type scanner struct {
	a     *article.Article
	lang  *language.Language
	words *language.Classes
	sheet *Sheet

	sent int
	toks []article.Token
	low  []string // Lower of toks
	// titled tells that the sentence writes most words with a capital, as
	// headlines do: there a capital proves nothing.
	titled bool
}

// scanValues appends the numbers, dates and times of the article to the sheet.
func scanValues(s *Sheet) {
	lang := language.For(s.Article.Lang)
	sc := &scanner{a: s.Article, lang: lang, words: lang.Classes(), sheet: s}
	s.Facts = make([]Fact, 0, len(s.Article.Sentences))
	longest := 0
	for i := range s.Article.Sentences {
		longest = max(longest, len(s.Article.Sentences[i].Tokens))
	}
	sc.low = make([]string, 0, longest)
	for i := range s.Article.Sentences {
		sent := &s.Article.Sentences[i]
		if sent.Block < len(s.Article.Blocks) && !s.Article.Blocks[sent.Block].Kind.Linted() {
			continue
		}
		sc.sentence(i)
	}
}

func (sc *scanner) sentence(i int) {
	sc.sent, sc.toks = i, sc.a.Sentences[i].Tokens
	sc.low = sc.low[:0]
	for j := range sc.toks {
		sc.low = append(sc.low, sc.toks[j].Lower)
	}
	sc.titled = inTitleCase(sc.toks)
	for j := 0; j < len(sc.toks); {
		m := sc.starts(j)
		if m == 0 {
			j++
			continue
		}
		if end := sc.value(j, m); end > j {
			j = end
		} else {
			j++
		}
	}
}

// inTitleCase tells whether of the words of more than three letters nearly all
// begin with a capital.
func inTitleCase(toks []article.Token) bool {
	capitals, small := 0, 0
	for i := range toks {
		t := &toks[i]
		if t.Kind != article.Word || len(t.Text) < 4 {
			continue
		}
		if upperStart(t.Text) {
			capitals++
		} else {
			small++
		}
	}
	return capitals > 2 && small*6 <= capitals
}

// upperStart tells whether a word begins with a capital.
func upperStart(w string) bool {
	if c := w[0]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// digitStart marks tokens with digits in the result of starts: every kind of
// number, date and time may begin there.
const digitStart = ^language.Start(0)

// startNumber is what a number may begin with.
const startNumber = language.StartCardinal | language.StartOrdinal | language.StartFraction | language.StartMultiple |
	language.StartVague | language.StartCurrency

// starts tells which kinds of value may begin at a token.
func (sc *scanner) starts(i int) language.Start {
	t := &sc.toks[i]
	switch t.Kind {
	case article.Number:
		return digitStart
	case article.Word:
		if c := t.Text[len(t.Text)-1]; c >= '0' && c <= '9' && len(t.Text) <= 5 {
			return digitStart
		}
		m := sc.lang.Starts(t.Lower)
		if c := t.Text[0]; c <= 'X' && len(t.Text) > 1 && t.Text[1] <= 'X' {
			if _, end := sc.romanNumeral(i); end > i {
				m |= language.StartCentury
			}
		}
		return m
	case article.Punct:
		r, _ := utf8.DecodeRuneInString(t.Text)
		switch {
		case unicode.Is(unicode.Sc, r):
			return language.StartCurrency
		case r == '\'' || r == '’':
			return language.StartDecade
		case r == '.' && sc.glued(i+1):
			return language.StartCardinal
		}
	}
	return 0
}

// value reads the value that starts at token i, adds its fact and returns the
// token behind it, i where there is none.
func (sc *scanner) value(i int, m language.Start) int {
	if q, name, ok := sc.lettered(i); m == digitStart && ok {
		sc.add(KindNumber, i, i+1, q, Slot{Entity: -1, Aspect: Label, Head: name})
		return i + 1
	}
	if q, end := sc.decadeOfLife(i, m); end > i {
		sc.add(KindNumber, i, end, q, Slot{Entity: -1, Aspect: Age})
		return end
	}
	if d, end := sc.date(i, m); end > i {
		sc.add(KindDate, i, end, d, Slot{Entity: -1})
		return end
	}
	if m&language.StartClock != 0 {
		if t, end := sc.clock(i); end > i {
			sc.add(KindTime, i, end, t, Slot{Entity: -1})
			return end
		}
	}
	if m&startNumber != 0 {
		return sc.number(i)
	}
	return i
}

// add appends a fact over the tokens [first, last) of the sentence.
func (sc *scanner) add(k Kind, first, last int, v Value, slot Slot) {
	sc.sheet.Facts = append(sc.sheet.Facts, Fact{
		Kind: k, Sentence: sc.sent, First: first, Last: last,
		Span:  article.Span{Start: sc.toks[first].Span.Start, End: sc.toks[last-1].Span.End},
		Value: v, Slot: slot,
	})
}

// word is token i in lower case, "" beyond the sentence.
func (sc *scanner) word(i int) string {
	if i < 0 || i >= len(sc.low) {
		return ""
	}
	return sc.low[i]
}

// rest is what stands from token i on.
func (sc *scanner) rest(i int) []string {
	if i < 0 || i >= len(sc.low) {
		return nil
	}
	return sc.low[i:]
}

// isWord tells whether token i is a word.
func (sc *scanner) isWord(i int) bool {
	return i >= 0 && i < len(sc.toks) && sc.toks[i].Kind == article.Word
}

// glued tells whether token i stands directly behind the one before it.
func (sc *scanner) glued(i int) bool {
	return i > 0 && i < len(sc.toks) && !sc.toks[i].Space
}

// capital tells whether token i is a word with a capital first letter.
func (sc *scanner) capital(i int) bool {
	if !sc.isWord(i) {
		return false
	}
	return upperStart(sc.toks[i].Text)
}

// isHyphen tells whether token i is a hyphen or dash of the kind that joins.
func (sc *scanner) isHyphen(i int) bool {
	switch sc.word(i) {
	case "-", "‐", "‑", "–", "−", "—":
		return true
	}
	return false
}

// overHyphen is the token behind a hyphen at i, or i.
func (sc *scanner) overHyphen(i int) int {
	if sc.isHyphen(i) && sc.glued(i) {
		return i + 1
	}
	return i
}

// digits is the whole number of token i if it is digits and nothing else.
func (sc *scanner) digits(i int) (v, width int, ok bool) {
	w := sc.word(i)
	if w == "" || len(w) > 9 {
		return 0, 0, false
	}
	for j := range len(w) {
		if w[j] < '0' || w[j] > '9' {
			return 0, 0, false
		}
		v = v*10 + int(w[j]-'0')
	}
	return v, len(w), true
}

// ordinal reads an ordinal, in words or digits; a suffix may be a token of its
// own that stands directly behind the digits.
func (sc *scanner) ordinal(i int) (language.Rational, int) {
	if v, n := sc.lang.Ordinal(sc.rest(i)); n > 0 {
		// "2 a 6" is no second: what makes digits an ordinal stands directly
		// behind them.
		if sc.toks[i].Kind == article.Number && n > 1 && (!sc.glued(i+1) || sc.capital(i+1)) {
			return language.Rational{}, i
		}
		return v, i + n
	}
	if _, _, ok := sc.digits(i); ok && sc.isWord(i+1) && sc.glued(i+1) && len(sc.low[i+1]) <= 4 {
		if v, n := sc.lang.Ordinal([]string{sc.low[i] + sc.low[i+1]}); n == 1 {
			return v, i + 2
		}
	}
	return language.Rational{}, i
}

// behind calls a phrase reader on the last 1 to n words before token i and
// returns the first token of the longest phrase that ends there.
func behind[V any](sc *scanner, read func([]string) (V, int), i, n int) (v V, first int) {
	for k := min(n, i); k > 0; k-- {
		if w, m := read(sc.low[i-k : i]); m == k {
			return w, i - k
		}
	}
	return v, i
}

// behindN is behind for readers of plain lists.
func behindN(sc *scanner, read func([]string) int, i, n int) (first int, ok bool) {
	for k := min(n, i); k > 0; k-- {
		if read(sc.low[i-k:i]) == k {
			return i - k, true
		}
	}
	return i, false
}
