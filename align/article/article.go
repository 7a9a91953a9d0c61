// Package article turns files into articles: blocks, sentences and tokens whose
// spans are byte offsets into the original file, whatever its format or
// encoding. No later stage searches the text to recover a position.
package article

import (
	"sort"
	"time"
)

// Span is a half-open range of byte offsets into the original file.
type Span struct{ Start, End int }

// Position is a place in the original file: line and column start at 1, the
// column counts Unicode code points, Offset counts bytes.
type Position struct{ Line, Column, Offset int }

// BlockKind tells what part of the page a block is.
type BlockKind uint8

// The kinds of block. Facts are read from those for which [BlockKind.Linted] is true.
const (
	Paragraph BlockKind = iota
	Title               // the headline of the article
	Heading             // a heading inside it
	Quotation           // a block quotation or an embedded post
	Caption             // text under a picture
	ListItem
	TableCell
	Dateline    // "date 2020-07-11", "Updated 4/9/2007 6:04 PM", "Published: April 10, 2007"
	Credit      // photo and agency credits
	Code        // code blocks: never linted
	Boilerplate // "Related Content", "Leave a Reply", navigation
)

// Linted tells whether facts and findings are taken from such a block. The page's
// own furniture is not: dates of publication (see [Article.Date]), credits,
// navigation and code.
func (k BlockKind) Linted() bool {
	switch k {
	case Code, Boilerplate, Dateline, Credit:
		return false
	}
	return true
}

// Block is a paragraph-like part of an article.
type Block struct {
	Kind        BlockKind
	Level       int // depth of a heading or list item, from 1
	Span        Span
	First, Last int // its sentences are Article.Sentences[First:Last]
}

// TokenKind tells words from numbers and punctuation.
type TokenKind uint8

// The kinds of token.
const (
	// Word is letters, with inner apostrophes ("don't", "Tuberville’s"), digits after
	// the first letter ("G20"), the periods of an abbreviation ("U.S.", "a.m.", "Sen.")
	// and & between capitals ("AT&T"). Hyphens split: "run-off" is three tokens. A
	// Chinese character is a word by itself.
	Word TokenKind = iota
	// Number is digits with inner separators: "118,000", "3.2", "7:37", "1'234". What
	// follows without a space is a token of its own: "10th" is 10 and th, "87%" is 87 and %.
	Number
	// Punct is punctuation and symbols, one rune a token ("…", "--" and "..." are one).
	Punct
	// Opaque is a URL, e-mail address, @mention, hashtag, inline code or placeholder.
	Opaque
)

// Token is a word, number or mark of a sentence.
type Token struct {
	Text  string // as displayed: entities, escapes and soft hyphens decoded
	Lower string // Text in lower case with apostrophes folded to ', the key for look-ups
	Span  Span   // in the original file
	Kind  TokenKind
	Space bool // white space stands between it and the token before, in its block
}

// Sentence is a run of tokens in one block.
type Sentence struct {
	Span   Span
	Block  int // index into Article.Blocks
	Tokens []Token
}

// InlineKind is a kind of markup inside a block.
type InlineKind uint8

// The kinds of inline markup.
const (
	Link InlineKind = iota
	Image
	CodeSpan
	Emphasis
	Strong
	Element     // any other HTML or XML element, named in Inline.Target
	Placeholder // {name}, %s, ${x}, <x id="1"/>
)

// Inline is a piece of markup inside a block.
type Inline struct {
	Kind   InlineKind
	Span   Span   // of the whole markup in the original file
	Block  int    // index into Article.Blocks
	Target string // URL of a link or image, code of a code span, name of an element or placeholder
}

// Article is one text, read. It is immutable and safe for concurrent use.
type Article struct {
	Path      string    // as given; "-" for standard input without a name
	Segment   string    // id of the unit of a bilingual file; "" elsewhere
	Lang      string    // BCP 47 base language, "und" where unknown
	Span      Span      // of the text in the original file: all of it, or the unit of a bilingual file
	Date      time.Time // the day it was published (UTC midnight); zero where unknown
	Blocks    []Block
	Sentences []Sentence
	Inlines   []Inline
	Front     Front

	src *Source
}

// Source is the file that the article was read from.
func (a *Article) Source() *Source { return a.src }

// Position tells line and column of a byte offset into the original file.
func (a *Article) Position(offset int) Position { return a.src.Position(offset) }

// Text returns what stands at a span of the original file, markup, entities and
// all, decoded to UTF-8.
func (a *Article) Text(s Span) string { return a.src.Slice(s) }

// ByteColumn is the column, from 1, of a byte offset into the original file,
// counted in bytes of UTF-8.
func (a *Article) ByteColumn(offset int) int { return a.src.ByteColumn(offset) }

// Line returns line n (from 1) of the original file without its end, or "".
func (a *Article) Line(n int) string { return a.src.Line(n) }

// Front is what an article's front matter says of it.
type Front struct {
	Title        string
	Lang         string
	Sources      []string // paths relative to the article
	SourceCommit string   // commit of the source that a translation renders
}

// SentenceAt is the index of the sentence that holds a byte offset into the
// original file, or -1.
func (a *Article) SentenceAt(offset int) int {
	i := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].Span.End > offset })
	if i == len(a.Sentences) || offset < a.Sentences[i].Span.Start {
		return -1
	}
	return i
}
