package article

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a block as a reader hands it over: text as displayed, and where in
// Source.Text it stands.
type piece struct {
	kind    BlockKind
	level   int
	text    string
	base    int        // offset of text in Source.Text, if offs is nil
	offs    *OffsetMap // from text, from its byte from on, to Source.Text
	from    int
	opaque  []Span   // stretches of text that are one opaque token each
	inlines []Inline // with spans in Source.Text

	adjacent bool // the next piece stands on the next line
}

// sub is the part of p from start to end, without the white space around it.
func (p *piece) sub(start, end int) piece {
	q := *p
	t := trimmed(p.text, Span{start, end})
	q.text = p.text[t.Start:t.End]
	q.from, q.base = p.from+t.Start, p.base+t.Start
	q.opaque, q.inlines = nil, nil
	for _, o := range p.opaque {
		if o.Start >= t.Start && o.End <= t.End {
			q.opaque = append(q.opaque, Span{o.Start - t.Start, o.End - t.Start})
		}
	}
	at := q.at(Span{0, len(q.text)})
	for _, in := range p.inlines {
		if in.Span.Start >= at.Start && in.Span.Start < at.End {
			q.inlines = append(q.inlines, in)
		}
	}
	return q
}

// at maps a span of the piece's text to Source.Text.
func (p *piece) at(s Span) Span {
	if p.offs == nil {
		return Span{p.base + s.Start, p.base + s.End}
	}
	return p.offs.Span(Span{p.from + s.Start, p.from + s.End})
}

// builder turns pieces into an article.
type builder struct {
	src    *Source
	opt    Options
	art    *Article
	pieces []piece
	tokens []Token // of all sentences
	lower  arena
	plain  bool // nothing marks headings

	// The text was written as it is, not cut out of a page: a heading "Comments" is
	// a heading, in the source as in its translation.
	authored bool
}

func newBuilder(src *Source, opt Options) *builder {
	return &builder{src: src, opt: opt, art: &Article{
		Path: src.path, Lang: baseLanguage(opt.Lang), Span: Span{0, src.size}, src: src,
	}}
}

func (b *builder) add(p piece) {
	if strings.TrimSpace(p.text) != "" {
		b.pieces = append(b.pieces, p)
	}
}

// finish makes the article of what was added.
func (b *builder) finish() *Article {
	if b.art.Lang == "" {
		b.art.Lang = b.detect()
	}
	b.classify(orthographyOf(b.art.Lang))
	b.build()
	return b.art
}

// build cuts the pieces into sentences and tokens.
func (b *builder) build() {
	o := orthographyOf(b.art.Lang)
	size := 0
	for i := range b.pieces {
		size += len(b.pieces[i].text)
	}
	b.tokens = make([]Token, 0, size/5+8)
	b.lower.chunk = min(arenaSize, size/4+32)
	b.art.Blocks = make([]Block, 0, len(b.pieces))
	bounds := make([]int, 0, size/100+8) // ends of sentences, as numbers of tokens
	for i := range b.pieces {
		bounds = b.block(&b.pieces[i], o, bounds)
	}
	first := 0
	for i, end := range bounds {
		b.art.Sentences[i].Tokens = b.tokens[first:end:end]
		first = end
	}
	b.pieces = nil
}

// block appends one block and its sentences.
func (b *builder) block(p *piece, o *orthography, bounds []int) []int {
	first := len(b.tokens)
	s := scanner{text: p.text, words: o, opaque: p.opaque}
	s.emit = func(start, end int, kind TokenKind, space bool) {
		text := p.text[start:end]
		t := Token{Text: text, Lower: text, Kind: kind, Space: space}
		if kind != Number {
			t.Text, t.Lower = b.lower.fold(text)
		}
		t.Span = b.src.Offset(p.at(Span{start, end}))
		b.tokens = append(b.tokens, t)
	}
	if p.kind == Code {
		s.lines()
	} else {
		s.scan()
	}
	t := b.tokens[first:]
	if len(t) == 0 {
		return bounds
	}
	block := Block{Kind: p.kind, Level: p.level, First: len(b.art.Sentences)}
	block.Span = Span{t[0].Span.Start, t[len(t)-1].Span.End}
	sentence := func(from, to int) {
		b.art.Sentences = append(b.art.Sentences, Sentence{
			Span:  Span{t[from].Span.Start, t[to-1].Span.End},
			Block: len(b.art.Blocks),
		})
		bounds = append(bounds, first+to)
	}
	if b.opt.Segment == ByLine {
		sentence(0, len(t))
	} else {
		o.sentences(t, sentence)
	}
	block.Last = len(b.art.Sentences)
	b.inlines(p, t)
	b.art.Blocks = append(b.art.Blocks, block)
	return bounds
}

// inlines lists a block's markup and the placeholders among its tokens, in order.
func (b *builder) inlines(p *piece, t []Token) {
	first := len(b.art.Inlines)
	for _, in := range p.inlines {
		in.Span = b.src.Offset(in.Span)
		in.Block = len(b.art.Blocks)
		b.art.Inlines = append(b.art.Inlines, in)
	}
	for i := range t {
		if t[i].Kind == Opaque && strings.IndexByte("{%$", t[i].Text[0]) >= 0 && placeholder(t[i].Text, 0) == len(t[i].Text) {
			b.art.Inlines = append(b.art.Inlines, Inline{
				Kind: Placeholder, Span: t[i].Span, Block: len(b.art.Blocks), Target: t[i].Text,
			})
		}
	}
	slices.SortStableFunc(b.art.Inlines[first:], func(x, y Inline) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
}

// arena holds the bytes of many small strings.
type arena struct {
	b     strings.Builder
	chunk int // bytes to make room for at a time
}

const arenaSize = 16 << 10

// fold returns a token's text without invisible characters, and its key: in lower
// case, with apostrophes folded. What needs no change shares the memory of s.
func (a *arena) fold(s string) (text, key string) {
	ascii, lower := true, true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			ascii = false
			break
		}
		if c >= 'A' && c <= 'Z' {
			lower = false
		}
	}
	switch {
	case ascii && lower:
		return s, s
	case ascii:
		start := a.grow(len(s))
		for i := 0; i < len(s); i++ {
			c := s[i]
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			a.b.WriteByte(c)
		}
		return s, a.b.String()[start:]
	}
	if strings.IndexFunc(s, invisible) >= 0 {
		s = strings.Map(func(r rune) rune {
			if invisible(r) {
				return -1
			}
			return r
		}, s)
	}
	if strings.IndexFunc(s, func(r rune) bool { return foldRune(r) != r }) < 0 {
		return s, s
	}
	start := a.grow(2 * len(s))
	for _, r := range s {
		a.b.WriteRune(foldRune(r))
	}
	return s, a.b.String()[start:]
}

func foldRune(r rune) rune {
	if r != '\'' && apostrophe(r) {
		return '\''
	}
	return unicode.ToLower(r)
}

// grow makes room for n bytes and returns where they start.
func (a *arena) grow(n int) int {
	if a.b.Cap()-a.b.Len() < n {
		a.b = strings.Builder{}
		a.b.Grow(max(n, a.chunk))
	}
	return a.b.Len()
}
