package fact

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
)

// How quotations are found. Marks are paired paragraph by paragraph with a
// stack. Marks that point say themselves whether they open; a straight mark
// opens where space stands before it and none behind. A single mark opens only
// where its closing one follows in the paragraph, so that an apostrophe never
// does. A double mark still open at the end of a paragraph is continued where
// the next paragraph repeats it, as English typography wants; else it is
// unclosed, and the quotation ends there.

// style is a family of quotation marks that close each other.
type style uint8

const (
	noStyle     style = iota
	double            // " “ ”
	low               // „ “
	single            // ' ‘ ’
	lowSingle         // ‚ ‘
	angle             // « »
	reversed          // » «
	angleSingle       // ‹ ›
	reversedSingle
)

// place is a token of an article.
type place struct{ sent, tok int }

// quote is a quotation with its marks.
type quote struct {
	style       style
	open, shut  place // its marks; shut is one past the last token where it is unclosed
	unclosed    bool
	parent      int // index of the quotation around it, -1
	value       Quotation
	first, last place // its first token, and one past its last
}

// maxParagraphs bounds a quotation over several paragraphs.
const maxParagraphs = 24

// quoter pairs marks.
type quoter struct {
	*text
	stack []quote
	done  []quote
}

// findQuotes pairs the marks of all paragraphs. An enclosing quotation comes after
// those inside it.
func findQuotes(t *text) []quote {
	q := &quoter{text: t}
	paragraphs := 0
	for b := range t.art.Blocks {
		blk := &t.art.Blocks[b]
		if !blk.Kind.Linted() || blk.First >= blk.Last {
			continue
		}
		skip := place{-1, -1}
		if len(q.stack) > 0 {
			paragraphs++
			if p, ok := q.continues(b); ok && paragraphs < maxParagraphs {
				skip = p
			} else {
				q.abandon()
				paragraphs = 0
			}
		}
		for s := blk.First; s < blk.Last; s++ {
			for i := range t.tokens(s) {
				if ts := t.tokens(s); ts[i].Kind == article.Punct && skip != (place{s, i}) {
					q.mark(b, s, i)
				}
			}
		}
		// Only the outermost double quotation may go on in the next paragraph.
		for len(q.stack) > 1 {
			q.drop(len(q.stack) - 1)
		}
		if len(q.stack) == 1 {
			if st := q.stack[0].style; st == single || st == lowSingle {
				q.stack = q.stack[:0]
			} else {
				q.stack[0].shut = place{blk.Last - 1, len(t.tokens(blk.Last - 1))}
			}
		}
	}
	q.abandon()
	return q.done
}

// continues tells whether block b starts with the mark of the open quotation.
func (q *quoter) continues(b int) (place, bool) {
	blk := &q.art.Blocks[b]
	if blk.Kind != article.Paragraph && blk.Kind != article.Quotation {
		return place{}, false
	}
	ts := q.tokens(blk.First)
	if len(ts) < 2 || ts[0].Kind != article.Punct {
		return place{}, false
	}
	ok := false
	switch q.stack[0].style {
	case double:
		ok = ts[0].Text == `"` || ts[0].Text == "“"
	case low:
		ok = ts[0].Text == "„"
	case angle:
		ok = ts[0].Text == "«" || ts[0].Text == "»"
	case reversed:
		ok = ts[0].Text == "»"
	}
	return place{blk.First, 0}, ok
}

// abandon ends what is open as unclosed.
func (q *quoter) abandon() {
	for len(q.stack) > 0 {
		q.drop(len(q.stack) - 1)
	}
}

// drop ends the quotation at depth i without its mark; a single one is forgotten.
func (q *quoter) drop(i int) {
	o := q.stack[i]
	q.stack = q.stack[:i]
	if o.style == single || o.style == lowSingle {
		return
	}
	if o.shut == (place{}) {
		b := q.art.Sentences[o.open.sent].Block
		last := q.art.Blocks[b].Last - 1
		o.shut = place{last, len(q.tokens(last))}
	}
	o.unclosed = true
	q.finish(o)
}

// maxNested is how deep quotations are read: deeper ones stand in no article.
const maxNested = 8

// push opens a quotation.
func (q *quoter) push(st style, s, i int) {
	if len(q.stack) >= maxNested {
		return
	}
	q.stack = append(q.stack, quote{style: st, open: place{s, i}})
}

// close closes the innermost quotation of a style; what is open inside it is dropped.
func (q *quoter) close(i int, at place) {
	for len(q.stack) > i+1 {
		in := len(q.stack) - 1
		q.stack[in].shut = at
		q.drop(in)
	}
	o := q.stack[i]
	q.stack = q.stack[:i]
	o.shut = at
	q.finish(o)
}

func (q *quoter) finish(o quote) {
	o.first, o.last = place{o.open.sent, o.open.tok + 1}, o.shut
	if o.first.tok >= len(q.tokens(o.first.sent)) {
		o.first = place{o.first.sent + 1, 0}
	}
	if o.last.tok == 0 && o.last.sent > o.first.sent {
		o.last = place{o.last.sent - 1, len(q.tokens(o.last.sent - 1))}
	}
	q.done = append(q.done, o)
}

// depth is the place on the stack of the innermost quotation of the styles, -1.
func (q *quoter) depth(styles ...style) int {
	for i := len(q.stack) - 1; i >= 0; i-- {
		for _, st := range styles {
			if q.stack[i].style == st {
				return i
			}
		}
	}
	return -1
}

// gaps tells whether space stands before and behind token i of sentence s, in block b.
func (q *quoter) gaps(b, s, i int) (before, behind bool) {
	blk := &q.art.Blocks[b]
	ts := q.tokens(s)
	before = ts[i].Space || i == 0 && s == blk.First
	switch {
	case i+1 < len(ts):
		behind = ts[i+1].Space
	case s+1 < blk.Last && len(q.tokens(s+1)) > 0:
		behind = q.tokens(s + 1)[0].Space
	default:
		behind = true
	}
	return before, behind
}

// mark reads a mark at token i of sentence s.
func (q *quoter) mark(b, s, i int) {
	at := place{s, i}
	switch q.tokens(s)[i].Text {
	case `"`, "＂":
		q.straight(b, s, i)
	case "“":
		if d := q.depth(low); d >= 0 {
			q.close(d, at)
		} else {
			if d := q.depth(double); d >= 0 {
				q.stack[d].shut = at
				for len(q.stack) > d {
					q.stack[len(q.stack)-1].shut = at
					q.drop(len(q.stack) - 1)
				}
			}
			q.push(double, s, i)
		}
	case "”":
		before, behind := q.gaps(b, s, i)
		if d := q.depth(double, low); d >= 0 {
			q.close(d, at)
		} else if before && !behind {
			q.push(double, s, i)
		}
	case "„", "‟":
		q.push(low, s, i)
	case "«":
		if d := q.depth(reversed); d >= 0 {
			q.close(d, at)
		} else {
			q.push(angle, s, i)
		}
	case "»":
		before, behind := q.gaps(b, s, i)
		if d := q.depth(angle); d >= 0 {
			q.close(d, at)
		} else if before && !behind {
			q.push(reversed, s, i)
		}
	case "‹":
		if d := q.depth(reversedSingle); d >= 0 {
			q.close(d, at)
		} else {
			q.push(angleSingle, s, i)
		}
	case "›":
		before, behind := q.gaps(b, s, i)
		if d := q.depth(angleSingle); d >= 0 {
			q.close(d, at)
		} else if before && !behind {
			q.push(reversedSingle, s, i)
		}
	case "‚":
		if before, behind := q.gaps(b, s, i); before && !behind {
			q.push(lowSingle, s, i)
		}
	case "‘", "’", "'", "`":
		q.apostrophe(b, s, i)
	}
}

// straight reads a straight double mark.
func (q *quoter) straight(b, s, i int) {
	before, behind := q.gaps(b, s, i)
	d := q.depth(double, low)
	opens := d < 0
	switch {
	case before && !behind:
		opens = true
	case !before && behind:
		opens = false
	case !before && !behind:
		switch prev, next := q.mark1(s, i-1), q.mark1(s, i+1); {
		case prev == "(" || prev == "[" || prev == "—" || prev == "–" || prev == "/":
			opens = true
		case d >= 0 && (next != "" || prev == "," || prev == "." || prev == "?" || prev == "!"):
			opens = false
		}
	}
	switch {
	case opens && d >= 0:
		// The one before it was never closed.
		for len(q.stack) > d {
			q.stack[len(q.stack)-1].shut = place{s, i}
			q.drop(len(q.stack) - 1)
		}
		q.push(double, s, i)
	case opens:
		q.push(double, s, i)
	case d >= 0:
		q.close(d, place{s, i})
	}
}

// mark1 is the punctuation at token i of sentence s, "" where there is none.
func (q *quoter) mark1(s, i int) string { return q.text.mark(s, i) }

// apostrophe reads a single mark, which may be an apostrophe.
func (q *quoter) apostrophe(b, s, i int) {
	m := q.tokens(s)[i].Text
	before, behind := q.gaps(b, s, i)
	if d := q.depth(single, lowSingle); d >= 0 {
		if m == "`" || before && !behind {
			return
		}
		if q.pluralPossessive(s, i) && q.closer(b, s, i+1, true) {
			return
		}
		q.close(d, place{s, i})
		return
	}
	prev := q.text.mark(s, i-1)
	opening := (before || quoteMark(prev) || prev == "(" || prev == "—" || prev == "–" || prev == "[") && !behind
	if !opening || m == "’" && !before || i+1 >= len(q.tokens(s)) {
		return
	}
	if next := q.tokens(s)[i+1]; next.Kind != article.Word && !quoteMark(next.Text) && next.Text != "[" && next.Text != "…" && next.Text != "..." {
		return // '90s
	}
	if q.closer(b, s, i+1, false) {
		q.push(single, s, i)
	}
}

// outer tells whether a double quotation is open.
func (q *quoter) outer() bool { return q.depth(double, low, angle, reversed) >= 0 }

// pluralPossessive tells whether the mark at token i may be the apostrophe of "the senators’ votes".
func (q *quoter) pluralPossessive(s, i int) bool {
	ts := q.tokens(s)
	return i > 0 && i+1 < len(ts) && ts[i+1].Kind == article.Word && ts[i+1].Space && strings.HasSuffix(ts[i-1].Lower, "s") && ts[i-1].Kind == article.Word
}

// closer tells whether a single mark that can close follows from token i on, in
// the block and, inside a double quotation, before its end; where one is open,
// before another opens, whose it would be.
func (q *quoter) closer(b, s, i int, open bool) bool {
	blk, inside := &q.art.Blocks[b], q.outer()
	for n := 0; s < blk.Last; s, i = s+1, 0 {
		ts := q.tokens(s)
		for ; i < len(ts); i++ {
			if n++; n > 150 {
				return false
			}
			if ts[i].Kind != article.Punct {
				continue
			}
			switch ts[i].Text {
			case "’", "'", "‘":
				before, behind := q.gaps(b, s, i)
				next := q.text.mark(s, i+1)
				if !before && (behind || next != "") && !q.pluralPossessive(s, i) {
					return true
				}
				if open && before && !behind {
					return false
				}
			case "”", "»", "“":
				if inside {
					return false
				}
			case `"`:
				if before, _ := q.gaps(b, s, i); inside && !before {
					return false
				}
			}
		}
	}
	return false
}

// quotations returns the quotations of an article with their words, and marks
// the tokens inside them.
func quotations(t *text) []quote {
	quotes := findQuotes(t)
	out := quotes[:0]
	for _, q := range quotes {
		if t.read(&q) {
			out = append(out, q)
			t.paint(&q, int32(len(out)))
		}
	}
	for i := range out {
		out[i].parent = -1
	}
	return out
}

// paint notes for every token of a quotation that is in none yet that it is in number n.
func (t *text) paint(q *quote, n int32) {
	for s := q.first.sent; s <= q.last.sent; s++ {
		lo, hi := int(t.from[s]), int(t.from[s+1])
		if s == q.first.sent {
			lo += q.first.tok
		}
		if s == q.last.sent {
			hi = int(t.from[s]) + q.last.tok
		}
		for g := lo; g < hi; g++ {
			if t.quote[g] == 0 {
				t.quote[g] = n
			}
		}
	}
}

// read fills in a quotation's words and tells whether there are any.
func (t *text) read(q *quote) bool {
	if before(q.last, q.first) {
		return false
	}
	p := passage(t.art, q.first, q.last)
	if len(p.Words) == 0 {
		return false
	}
	v := &q.value
	v.Words, v.Gaps = p.Words, p.Gaps
	v.Speaker, v.Unclosed = -1, q.unclosed
	v.LastSent, v.LastTok = q.last.sent, q.last.tok
	v.CutStart = p.open(0, 0) || t.looks(q.first.sent, t.firstWord(q)) == small
	switch t.closing(q) {
	case "", "…", "...", "—", "–", "--":
		v.CutEnd = true
	}
	if v.CutEnd && t.closing(q) == "" && !q.unclosed && endMark(t.mark(q.shut.sent, q.shut.tok+1)) {
		v.CutEnd = v.CutStart // the sentence's mark stands outside
	}
	return true
}

// firstWord is the token of a quotation's first word in its first sentence.
func (t *text) firstWord(q *quote) int {
	i := q.first.tok
	for i < len(t.tokens(q.first.sent)) && t.looks(q.first.sent, i) == noWord && t.tokens(q.first.sent)[i].Kind == article.Punct {
		i++
	}
	return i
}

// closing is the punctuation at the end of a quotation, "" where a word ends it.
func (t *text) closing(q *quote) string {
	for i := q.last.tok - 1; i >= 0; i-- {
		switch m := t.mark(q.last.sent, i); {
		case m == "":
			return ""
		case !quoteMark(m):
			return m
		}
	}
	return ""
}

// endMark tells whether a mark ends a sentence or a clause.
func endMark(m string) bool {
	switch m {
	case ".", ",", "?", "!", ";":
		return true
	}
	return false
}

// fact makes a fact of a quotation.
func (t *text) fact(q *quote) Fact {
	f := Fact{Kind: KindQuotation, Sentence: q.first.sent, First: q.first.tok, Last: q.last.tok, Value: q.value, Slot: Slot{Entity: q.value.Speaker, Verb: q.value.Verb}}
	if q.last.sent > q.first.sent {
		f.Last = len(t.tokens(q.first.sent))
	}
	f.Span = article.Span{
		Start: t.tokens(q.first.sent)[q.first.tok].Span.Start,
		End:   t.tokens(q.last.sent)[q.last.tok-1].Span.End,
	}
	return f
}
