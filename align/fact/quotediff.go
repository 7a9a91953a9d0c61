package fact

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// Passage is a run of words as quotations are compared: in lower case, with
// straight apostrophes, without marks.
type Passage struct {
	Words []string
	Spans []article.Span // of each word in the original file
	// Gaps are indices of words before which something was left out or put in:
	// an ellipsis, words in square brackets, a handle.
	Gaps []int
	// Starts are indices of words that begin a sentence.
	Starts []int
}

// Passage returns the words of a quotation of the sheet with their places. It is
// empty for a fact of another kind.
func (s *Sheet) Passage(f *Fact) Passage {
	q, ok := f.Value.(Quotation)
	if !ok {
		return Passage{}
	}
	return passage(s.Article, place{f.Sentence, f.First}, place{q.LastSent, q.LastTok})
}

// Sentences returns the words of sentences [first, last), quoted or not: a post
// that stands in an article without marks can be compared with a quotation of it.
func (s *Sheet) Sentences(first, last int) Passage {
	if first < 0 || last > len(s.Article.Sentences) || first >= last {
		return Passage{}
	}
	return passage(s.Article, place{first, 0}, place{last - 1, len(s.Article.Sentences[last-1].Tokens)})
}

// passage reads the words from one token up to another.
func passage(a *article.Article, from, to place) Passage {
	n := -from.tok
	for s := from.sent; s < to.sent; s++ {
		n += len(a.Sentences[s].Tokens)
	}
	n = max(0, n+min(to.tok, len(a.Sentences[to.sent].Tokens)))
	p := Passage{Words: make([]string, 0, n), Spans: make([]article.Span, 0, n)}
	bracket := false
	for s := from.sent; s <= to.sent; s++ {
		ts := a.Sentences[s].Tokens
		lo, hi := 0, len(ts)
		if s == from.sent {
			lo = from.tok
		}
		if s == to.sent {
			hi = min(hi, to.tok)
		}
		p.Starts = append(p.Starts, len(p.Words))
		for i := lo; i < hi; i++ {
			tok := &ts[i]
			switch {
			case bracket:
				bracket = tok.Text != "]"
			case tok.Kind == article.Word || tok.Kind == article.Number:
				p.Words = append(p.Words, quoteWord(tok.Lower))
				p.Spans = append(p.Spans, tok.Span)
			case tok.Kind == article.Opaque, tok.Text == "…", len(tok.Text) > 2 && tok.Text[:2] == "..":
				p.gap()
			case tok.Text == "[":
				bracket = true
				p.gap()
			}
		}
	}
	return p
}

// gap notes that words may be missing before the next one.
func (p *Passage) gap() {
	if n := len(p.Gaps); n == 0 || p.Gaps[n-1] != len(p.Words) {
		p.Gaps = append(p.Gaps, len(p.Words))
	}
}

// open tells whether the passage has a gap at one of the words [lo, hi] or behind them.
func (p *Passage) open(lo, hi int) bool {
	for _, g := range p.Gaps {
		if g >= lo && g <= hi {
			return true
		}
	}
	return false
}

// quoteWord is a word as it is compared: without the dot of an abbreviation.
func quoteWord(lower string) string {
	if n := len(lower) - 1; n > 0 && lower[n] == '.' {
		return lower[:n]
	}
	return lower
}

// starts tells whether a sentence begins at one of the words [lo, hi].
func (p *Passage) starts(lo, hi int) bool {
	for _, g := range p.Starts {
		if g >= lo && g <= hi && g > 0 {
			return true
		}
	}
	return false
}

// QuoteMatch is how two quotations relate.
type QuoteMatch uint8

// The relations of two quotations.
const (
	OtherQuote   QuoteMatch = iota // other words
	SameQuote                      // the same words
	CutQuote                       // one has all the words of a part of the other
	DriftedQuote                   // clearly the same passage, in words that differ
)

// EditKind is how much a difference between two quotations matters.
type EditKind uint8

// The kinds of difference.
const (
	Reworded   EditKind = iota // other words
	LeftOut                    // words of one side are missing on the other, without an ellipsis
	Contracted                 // don't ~ do not
	Respelt                    // colour ~ color, run-off ~ runoff
)

// QuoteEdit is one difference: words A[0]:A[1] of one passage stand where the
// other has B[0]:B[1]. One of them may be empty.
type QuoteEdit struct {
	A, B [2]int
	Kind EditKind
}

// QuoteDiff is how two passages compare.
type QuoteDiff struct {
	Match   QuoteMatch
	Edits   []QuoteEdit // in order; empty unless the quotation drifted
	Matched int         // words that are the same on both sides
	Content int         // those of them that are no stop words
	// Share is Matched over the words of the part that was compared, of the side
	// that has fewer there, in [0,1].
	Share float64
}

// maxQuoteWords bounds a comparison, whose cost is the product of both lengths.
const maxQuoteWords = 500

// Scores of the alignment.
const (
	contentScore = 12
	stopScore    = 4
	stemScore    = 5
)

// CompareQuotes compares a quotation with another, or with the words of a passage
// that may render it. Cuts at either end, words in brackets, ellipses, marks,
// punctuation and case make no difference. Two passages of which one may be a
// paraphrase rather than a quotation will be said to have drifted: the caller
// must know that both claim to be verbatim.
//
// It is a local alignment (Smith and Waterman) in which rare words weigh more
// than stop words; what differs before its first or behind its last common word
// counts where it is too little to be a sentence of its own.
func CompareQuotes(l *language.Language, a, b Passage) QuoteDiff {
	if len(a.Words) == 0 || len(b.Words) == 0 || len(a.Words) > maxQuoteWords || len(b.Words) > maxQuoteWords {
		return QuoteDiff{}
	}
	pairs := alignWords(l, a.Words, b.Words)
	if len(pairs) == 0 {
		return QuoteDiff{}
	}
	c := comparison{l: l, a: &a, b: &b, pairs: pairs}
	return c.diff()
}

// comparison is two aligned passages.
type comparison struct {
	l     *language.Language
	a, b  *Passage
	pairs [][2]int // equal words, ascending
}

// diff judges an alignment.
func (c *comparison) diff() QuoteDiff {
	d := QuoteDiff{Matched: len(c.pairs)}
	for _, p := range c.pairs {
		if !c.l.StopWord(c.a.Words[p[0]]) {
			d.Content++
		}
	}
	first, last := c.pairs[0], c.pairs[len(c.pairs)-1]
	headA, headB := c.ends(first[0], first[1])
	if c.a.starts(first[0]-headA+1, first[0]) || c.b.starts(first[1]-headB+1, first[1]) {
		headA, headB = 0, 0
	}
	headA, headB = c.contracted(first[0], first[1], headA, headB)
	tailA, tailB := c.ends(len(c.a.Words)-1-last[0], len(c.b.Words)-1-last[1])
	if c.a.starts(last[0]+1, last[0]+tailA) || c.b.starts(last[1]+1, last[1]+tailB) {
		tailA, tailB = 0, 0
	}
	lo := [2]int{first[0] - headA, first[1] - headB}
	hi := [2]int{last[0] + 1 + tailA, last[1] + 1 + tailB}
	d.Share = float64(d.Matched) / float64(min(hi[0]-lo[0], hi[1]-lo[1]))

	if headA+headB > 0 {
		d.edit(c, lo[0], first[0], lo[1], first[1])
	}
	for i := 1; i < len(c.pairs); i++ {
		p, q := c.pairs[i-1], c.pairs[i]
		d.edit(c, p[0]+1, q[0], p[1]+1, q[1])
	}
	if tailA+tailB > 0 {
		d.edit(c, last[0]+1, hi[0], last[1]+1, hi[1])
	}
	whole := min(len(c.a.Words), len(c.b.Words))
	part := min(hi[0]-lo[0], hi[1]-lo[1])
	switch {
	case d.Content == 0 && !(len(d.Edits) == 0 && part == whole):
		return QuoteDiff{}
	case part < whole && (d.Content < 3 || d.Matched < 5):
		return QuoteDiff{} // a few words in common inside long passages
	case len(d.Edits) == 0 && d.Share < 0.8:
		return QuoteDiff{} // only gaps excuse what differs
	case whole <= 3 && len(d.Edits) > 0 && !c.substituted(&d):
		return QuoteDiff{}
	case d.Share < 0.5 || d.Share < 0.6 && d.Content < 2 && whole > 8:
		return QuoteDiff{}
	case len(d.Edits) > 0:
		d.Match = DriftedQuote
	case len(c.a.Words) == len(c.b.Words) && d.Matched == len(c.a.Words):
		d.Match = SameQuote
	default:
		d.Match = CutQuote
	}
	return d
}

// substituted tells whether each difference is content words for content words:
// all that two or three words in common with one different can prove.
func (c *comparison) substituted(d *QuoteDiff) bool {
	content := func(words []string) bool {
		for _, w := range words {
			if c.l.StopWord(w) {
				return false
			}
		}
		return len(words) > 0
	}
	for _, e := range d.Edits {
		if !content(c.a.Words[e.A[0]:e.A[1]]) || !content(c.b.Words[e.B[0]:e.B[1]]) {
			return false
		}
	}
	return true
}

// ends tells how many of the na and nb words beyond the outermost common word
// belong to the comparison: as many on both sides as the shorter one has, where
// they are too few to be a sentence of their own.
func (c *comparison) ends(na, nb int) (int, int) {
	n := min(na, nb)
	if n == 0 {
		return 0, 0
	}
	whole := len(c.a.Words)
	if nb < na || nb == na && len(c.b.Words) < whole {
		whole = len(c.b.Words)
	}
	if n > 3 && n*3 > whole {
		return 0, 0
	}
	return n, n
}

// contracted takes one more word into the head of the side that writes out what
// the other contracts: "do not trust", "don't trust".
func (c *comparison) contracted(a, b, na, nb int) (int, int) {
	switch {
	case na == 0 || nb == 0:
	case a > na && sameExpanded(c.l, c.a.Words[a-na-1:a], c.b.Words[b-nb:b]):
		na++
	case b > nb && sameExpanded(c.l, c.a.Words[a-na:a], c.b.Words[b-nb-1:b]):
		nb++
	}
	return na, nb
}

// edit records that words [a0, a1) stand for [b0, b1), unless a gap excuses it.
func (d *QuoteDiff) edit(c *comparison, a0, a1, b0, b1 int) {
	if a0 == a1 && b0 == b1 {
		return
	}
	if a0 == a1 && c.a.open(a0, a0) || b0 == b1 && c.b.open(b0, b0) {
		return
	}
	if c.a.open(a0, a1) || c.b.open(b0, b1) {
		return // brackets replace words
	}
	e := QuoteEdit{A: [2]int{a0, a1}, B: [2]int{b0, b1}}
	switch x, y := c.a.Words[a0:a1], c.b.Words[b0:b1]; {
	case len(x) == 0 || len(y) == 0:
		e.Kind = LeftOut
	case sameExpanded(c.l, x, y):
		e.Kind = Contracted
	case respelt(x, y):
		e.Kind = Respelt
	}
	d.Edits = append(d.Edits, e)
}

// sameExpanded tells whether two runs of words are the same with their
// contractions written out.
func sameExpanded(l *language.Language, a, b []string) bool {
	return strings.Join(l.Expand(a), " ") == strings.Join(l.Expand(b), " ")
}

// respelt tells whether two runs are the same but for spaces, hyphens and a letter.
func respelt(a, b []string) bool {
	x, y := strings.Join(a, ""), strings.Join(b, "")
	if x == y {
		return true
	}
	return len(a) == len(b) && len(x) >= 6 && len(y) >= 6 && x[0] == y[0] && levenshtein.ComputeDistance(x, y) == 1 && x[len(x)-1] == y[len(y)-1]
}

// alignWords is the best local alignment of two runs of words, as pairs of equal words.
func alignWords(l *language.Language, a, b []string) [][2]int {
	if slices.Equal(a, b) {
		pairs := make([][2]int, len(a))
		for i := range a {
			pairs[i] = [2]int{i, i}
		}
		return pairs
	}
	n, m := len(a), len(b)
	gap := int32(1)
	if min(n, m) > 12 {
		gap = 2
	}
	ids := make(numbering, n+m)
	wordsA, stemsA := ids.number(l, a)
	wordsB, stemsB := ids.number(l, b)
	weight := make([]int32, n)
	for i, w := range a {
		weight[i] = contentScore
		if l.StopWord(w) {
			weight[i] = stopScore
		}
	}
	at := make([]int32, (n+1)*(m+1))
	step := func(i, j int) int32 { // a[i] against b[j], or a negative number where they differ
		switch {
		case wordsA[i] == wordsB[j]:
			return weight[i]
		case stemsA[i] == stemsB[j] && weight[i] == contentScore:
			return stemScore
		}
		return -2 * gap
	}
	best, bi, bj := int32(0), 0, 0
	for i := 1; i <= n; i++ {
		for j := 1; j <= m; j++ {
			v := max(0, at[(i-1)*(m+1)+j-1]+step(i-1, j-1), at[(i-1)*(m+1)+j]-gap, at[i*(m+1)+j-1]-gap)
			at[i*(m+1)+j] = v
			if v > best {
				best, bi, bj = v, i, j
			}
		}
	}
	var pairs [][2]int
	for i, j := bi, bj; i > 0 && j > 0 && at[i*(m+1)+j] > 0; {
		v := at[i*(m+1)+j]
		switch {
		case v == at[(i-1)*(m+1)+j-1]+step(i-1, j-1):
			i, j = i-1, j-1
			if wordsA[i] == wordsB[j] {
				pairs = append(pairs, [2]int{i, j})
			}
		case v == at[(i-1)*(m+1)+j]-gap:
			i--
		default:
			j--
		}
	}
	slices.Reverse(pairs)
	return pairs
}

// numbering gives equal words one number, so that two runs are compared as numbers.
type numbering map[string]int32

func (n numbering) of(w string) int32 {
	id, ok := n[w]
	if !ok {
		id = int32(len(n))
		n[w] = id
	}
	return id
}

// number returns the numbers of words and of their stems.
func (n numbering) number(l *language.Language, ws []string) (words, stems []int32) {
	words, stems = make([]int32, len(ws)), make([]int32, len(ws))
	for i, w := range ws {
		words[i], stems[i] = n.of(w), n.of(l.Stem(w))
	}
	return words, stems
}

// Post returns the words of a block that is verbatim, see [Sheet.Verbatim],
// without the line that names its author.
func (s *Sheet) Post(block int) Passage {
	b := &s.Article.Blocks[block]
	if b.First >= b.Last {
		return Passage{}
	}
	end := place{b.Last - 1, len(s.Article.Sentences[b.Last-1].Tokens)}
	if dash, ok := s.signature(block); ok {
		end = dash
	}
	return passage(s.Article, place{b.First, 0}, end)
}

// Verbatim tells whether a block is somebody's own words without marks: an
// embedded post that its author and handle close, "— Jeff Sessions
// (@jeffsessions) July 11, 2020", or a block quotation.
func (s *Sheet) Verbatim(block int) bool {
	b := &s.Article.Blocks[block]
	if b.First >= b.Last || !b.Kind.Linted() {
		return false
	}
	if b.Kind == article.Quotation {
		return true
	}
	_, ok := s.signature(block)
	return ok
}

// signature is the dash before the author and handle that close a block.
func (s *Sheet) signature(block int) (place, bool) {
	last := s.Article.Blocks[block].Last - 1
	ts := s.Article.Sentences[last].Tokens
	for i := range ts {
		if ts[i].Kind != article.Opaque || !strings.HasPrefix(ts[i].Text, "@") || i < 2 || ts[i-1].Text != "(" {
			continue
		}
		for k := i - 2; k >= 0 && k > i-8; k-- {
			switch ts[k].Text {
			case "—", "–", "-", "--":
				return place{last, k}, true
			}
		}
	}
	return place{}, false
}
