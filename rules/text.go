package rules

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// linted yields the sentences of an article in which findings are taken, with
// their indices.
func linted(a *article.Article) iter.Seq2[int, *article.Sentence] {
	return func(yield func(int, *article.Sentence) bool) {
		for _, b := range a.Blocks {
			if !b.Kind.Linted() {
				continue
			}
			for i := b.First; i < b.Last; i++ {
				if !yield(i, &a.Sentences[i]) {
					return
				}
			}
		}
	}
}

// prose tells whether a block is running text, in which sentences are whole.
func prose(k article.BlockKind) bool {
	return k == article.Paragraph || k == article.Quotation
}

// mention makes a mention of tokens [first,last) of a sentence.
func mention(s *fact.Sheet, sentence, first, last int) Mention {
	return Mention{Sheet: s, Span: tokensSpan(&s.Article.Sentences[sentence], first, last)}
}

// tokensSpan is the span of tokens [first,last).
func tokensSpan(s *article.Sentence, first, last int) article.Span {
	return article.Span{Start: s.Tokens[first].Span.Start, End: s.Tokens[last-1].Span.End}
}

// isMark tells whether a token is the given punctuation.
func isMark(t *article.Token, marks ...string) bool {
	if t.Kind != article.Punct {
		return false
	}
	for _, m := range marks {
		if t.Text == m {
			return true
		}
	}
	return false
}

// startsUpper tells whether a word begins with a capital letter.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// startsLower tells whether a word begins with a small letter.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// isTerminal tells whether a token ends a sentence, in any script.
func isTerminal(t *article.Token) bool {
	return isMark(t, ".", "!", "?", "…", "。", "！", "？", "｡", "؟", "۔", "।", "॥", "։", "።", "။", "។")
}

// isClosing tells brackets and quotation marks that can only close.
func isClosing(t *article.Token) bool { return isMark(t, ")", "]", "}", "”", "»", "›", "’") }

// quoteMark tells whether a mark is a quotation mark or an apostrophe.
func quoteMark(s string) bool {
	switch s {
	case "\"", "'", "“", "”", "„", "‟", "‘", "’", "‚", "‛", "«", "»", "‹", "›":
		return true
	}
	return false
}
