// Package article turns files into articles: blocks, sentences and tokens whose
// spans are byte offsets into the original file, whatever its format or
// encoding. No later stage searches the text to recover a position.
package article

import "time"

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

// Linted tells whether facts and findings are taken from such a block.
func (k BlockKind) Linted() bool { return k != Code && k != Boilerplate }

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
	Word   TokenKind = iota // letters, with inner apostrophes: "don't", "Tuberville’s"
	Number                  // digits with separators: "118,000", "3.2", "1963"
	Punct                   // punctuation and symbols, one rune a token ("…", "--" and "..." are one)
	Opaque                  // a URL, e-mail address, @mention, hashtag, inline code or placeholder
)

// Token is a word, number or mark of a sentence.
type Token struct {
	Text  string // as displayed: entities, escapes and soft hyphens decoded
	Lower string // Text in lower case with apostrophes folded to ', the key for look-ups
	Span  Span   // in the original file
	Kind  TokenKind
	Space bool // white space stands between it and the token before
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
	Date      time.Time // the day it was published (UTC midnight); zero where unknown
	Blocks    []Block
	Sentences []Sentence
	Inlines   []Inline
	Front     Front

	source []byte // the original bytes, of the whole file
	lines  []int  // offsets of line starts in source
}

// Front is what an article's front matter says of it.
type Front struct {
	Title        string
	Lang         string
	Sources      []string // paths relative to the article
	SourceCommit string   // commit of the source that a translation renders
}
