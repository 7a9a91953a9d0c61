package article

import (
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// goldmark takes time that grows with the square of a paragraph of nothing but
// brackets, asterisks or backticks, and of containers that are nested thousands
// deep. Here both are bounded, far above what anyone writes; what is beyond the
// bounds is read as plain text.

// The bounds: marks of one kind in a paragraph, quotations and lists opened by one line.
const (
	maxMarks      = 1000
	maxContainers = 64
)

// markdownParser is one for all files, so that its keys are made once: goldmark
// counts keys without a lock, and every context has room for all that were ever
// made.
var markdownParser = sync.OnceValue(newMarkdownParser)

// newMarkdownParser is CommonMark with GitHub's extensions, footnotes and
// definition lists.
func newMarkdownParser() parser.Parser {
	inline := append(parser.DefaultInlineParsers(),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
	)
	for i, p := range inline {
		inline[i].Value = &bounded{p.Value.(parser.InlineParser), parser.NewContextKey()}
	}
	// Bare URLs are tried at each space, and that is cheap.
	inline = append(inline, util.Prioritized(extension.NewLinkifyParser(), 999))
	return goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(parser.DefaultBlockParsers()...),
			parser.WithInlineParsers(inline...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
			parser.WithHeadingAttribute(),
		)),
		goldmark.WithExtensions(extension.Table, extension.TaskList, extension.Footnote, extension.DefinitionList),
	).Parser()
}

// bounded is an inline parser that gives up on a block after maxMarks attempts.
type bounded struct {
	parser.InlineParser
	key parser.ContextKey // of the number of attempts in this block
}

func (b *bounded) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	n, _ := pc.Get(b.key).(int)
	if n >= maxMarks {
		return nil
	}
	pc.Set(b.key, n+1)
	return b.InlineParser.Parse(parent, block, pc)
}

// CloseBlock implements [parser.CloseBlocker].
func (b *bounded) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	pc.Set(b.key, nil)
	if c, ok := b.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}

// flatten overwrites the marks by which a line opens containers deeper than maxContainers.
func flatten(source []byte) {
	marks, start := 0, true
	for i, c := range source {
		switch {
		case c == '\n':
			marks, start = 0, true
		case !start || c == ' ' || c == '\t':
		case c == '>', (c == '-' || c == '*' || c == '+') && i+1 < len(source) && (source[i+1] == ' ' || source[i+1] == '\t'):
			if marks++; marks > maxContainers {
				source[i] = 'x'
			}
		case c >= '0' && c <= '9', (c == '.' || c == ')') && i > 0 && source[i-1] >= '0' && source[i-1] <= '9':
			if c == '.' || c == ')' {
				if marks++; marks > maxContainers {
					source[i] = 'x'
				}
			}
		default:
			start = false
		}
	}
}
