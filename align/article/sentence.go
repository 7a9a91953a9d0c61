package article

import (
	"unicode"
	"unicode/utf8"
)

// How sentences are found. A mark that may end a sentence (. ! ? … and their CJK
// forms, or the period of an abbreviation) takes what closes after it (quotation
// marks, brackets, stray marks) along; then the next word decides. Lower case
// continues the sentence, which is how "1999. to 2008." and `“What?” he asked.`
// stay whole. A capital starts a new one, but after an abbreviation only if the
// word is a function word ("in the U.S. The"), since nearly anything else may be
// a name ("U.S. Attorney"). Nothing is looked at twice: the cost is linear.

// maxSentence bounds the tokens of a sentence, for the sake of all that later
// compares sentences: a table pasted as one line is cut, not compared as a whole.
const maxSentence = 500

// sentences calls yield with the bounds of each sentence of a block's tokens.
func (o *orthography) sentences(t []Token, yield func(first, last int)) {
	start, words := 0, false
	for i := 0; i < len(t); {
		if t[i].Kind != Punct {
			words = true
		}
		if i-start >= maxSentence {
			yield(start, i)
			start = i
		}
		if !words || !terminal(&t[i]) {
			i++
			continue
		}
		j := i + 1
		for j < len(t) && (strayMark(t, j) || closes(t, start, j)) {
			j++
		}
		if j < len(t) && o.breaks(t, start, i, j) {
			yield(start, j)
			start, words = j, false
		}
		i = j
	}
	if start < len(t) {
		yield(start, len(t))
	}
}

// terminal tells whether a sentence may end with t.
func terminal(t *Token) bool {
	switch t.Kind {
	case Punct:
		return endMark(t.Text)
	case Word:
		return t.Text[len(t.Text)-1] == '.'
	}
	return false
}

func endMark(s string) bool {
	switch s[0] {
	case '.', '!', '?':
		return true
	}
	switch s {
	case "…", "。", "！", "？", "｡", "．", "؟", "۔", "।", "॥", "։", "።", "။", "។", "‼", "⁇", "⁈", "⁉":
		return true
	}
	return false
}

// strayMark tells whether t[j] is one more end mark of the sentence before: "?!",
// "Washington. ." but not the dot of ".@name" or ".38".
func strayMark(t []Token, j int) bool {
	if t[j].Kind != Punct || !endMark(t[j].Text) {
		return false
	}
	return !t[j].Space || j+1 == len(t) || t[j+1].Space || t[j+1].Kind == Punct
}

// closes tells whether t[j], after an end mark, closes a quotation or bracket that
// was opened before it.
func closes(t []Token, start, j int) bool {
	if t[j].Kind != Punct {
		return false
	}
	switch t[j].Text {
	case ")", "]", "}", "」", "』", "）", "】", "〉", "》", "］":
		return true
	case "”", "’":
		if !t[j].Space {
			return true
		}
	case "“", "\"", "'", "»", "«", "›", "‹", "‘":
	default:
		return false
	}
	if j+1 == len(t) {
		return true
	}
	next := &t[j+1]
	if !t[j].Space {
		return next.Space || next.Kind == Punct
	}
	if !next.Space {
		return false
	}
	// A mark with space on both sides closes if one like it is open.
	open := false
	for k := start; k < j; k++ {
		if t[k].Kind == Punct && t[k].Text == t[j].Text {
			open = !open
		}
	}
	return open
}

// breaks tells whether a sentence that started at t[start] ends before t[next],
// its last end mark being t[end].
func (o *orthography) breaks(t []Token, start, end, next int) bool {
	mark, n := &t[end], &t[next]
	cjk := mark.Kind == Punct && mark.Text[0] >= 0xe3
	m := next // the next word, behind what opens before it
	for m < len(t) && t[m].Kind == Punct && opens(t[m].Text) {
		m++
	}
	if m == len(t) {
		return false
	}
	w := &t[m]
	switch {
	case cjk:
		return w.Kind != Punct && (end+1 == next || !hiragana(w.Text)) // 「…。」と言った
	case w.Kind == Punct:
		return startMark(t, m)
	case w.Kind == Word && lowerStart(w.Text):
		return false
	case mark.Kind == Word:
		return w.Kind == Word && o.ends(mark.Text, w)
	case !n.Space:
		return end+1 == next && o.glued(t, end, w) || end+1 < next && w.Kind == Word
	case w.Kind == Opaque:
		return true
	case mark.Text == "." && end > start && t[end-1].Kind == Number && !mark.Space:
		return o.afterNumber(t, start, end, w)
	case mark.Text == "..." || mark.Text == "…":
		return !mark.Space || o.starter(w.Text)
	case next > end+1 && mark.Text != "." && o.attribution(t, m):
		return false
	}
	return true
}

// opens tells whether a mark may open what follows it.
func opens(s string) bool {
	switch s {
	case "“", "\"", "'", "‘", "«", "»", "„", "‚", "‹", "›", "(", "[", "{", "¿", "¡", "「", "『", "（", "【", "*", "_":
		return true
	}
	return false
}

// startMark tells whether the mark t[m] starts a sentence: a bullet, or the dash
// of a dialogue ("—No.").
func startMark(t []Token, m int) bool {
	switch t[m].Text {
	case "•", "‣", "▪", "●", "■", "►", "|", "→":
		return true
	case "—", "–", "―":
		return t[m].Space && m+1 < len(t) && !t[m+1].Space && t[m+1].Kind == Word && !lowerStart(t[m+1].Text)
	}
	return t[m].Text[0] >= utf8.RuneSelf && symbol(t[m].Text)
}

func hiragana(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Hiragana, r)
}

func symbol(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.So, r)
}

// lowerStart tells whether a word starts in lower case ("iPhone" does not).
func lowerStart(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsLower(r) {
		return false
	}
	second, _ := utf8.DecodeRuneInString(w[n:])
	return !unicode.IsUpper(second)
}

// glued tells whether a sentence ends at an end mark that no space follows:
// "the end.Next", "gunshots....We", but not "CNN.com" or "3.2".
func (o *orthography) glued(t []Token, end int, w *Token) bool {
	if w.Kind != Word || !startsUpper(w.Text) {
		return false
	}
	if t[end].Text != "." {
		return true
	}
	prev := t[max(0, end-1)].Text
	return !t[end].Space && len(prev) > 1 && len(w.Text) > 1 && !startsUpper(prev[len(prev)-1:])
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// afterNumber tells whether a sentence ends with a number and a period, which may
// also be an ordinal ("am 3. Mai") or the number of a list item ("1. First").
func (o *orthography) afterNumber(t []Token, start, end int, w *Token) bool {
	digits := t[end-1].Text
	if end-1 == start && len(digits) <= 3 {
		return false
	}
	if o.ordinalPeriod && len(digits) <= 2 {
		return w.Kind == Word && o.starter(w.Text)
	}
	return true
}

// attribution tells whether the capitalised word t[m] names the speaker of the
// quotation before it: `“What now?” Smith asked.`
func (o *orthography) attribution(t []Token, m int) bool {
	for k := m; k < len(t) && k < m+6; k++ {
		if t[k].Kind != Word {
			return false
		}
		if k > m && o.says(t[k].Lower) {
			return true
		}
		if !startsUpper(t[k].Text) {
			return false
		}
	}
	return false
}
