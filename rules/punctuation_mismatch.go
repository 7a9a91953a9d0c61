package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// PunctuationMismatch reports punctuation of a translation that its source does
// not explain: the mark that closes the text is missing, a statement became a
// question or a question a statement, an exclamation or question mark stands
// in the middle of a sentence, a mark parts two words that the source joins, or
// words of a clause where its source, in the same language, has no such mark.
//
// Why: a lost full stop is a slip; a question mark for a full stop turns what
// is stated into what is asked.
//
// Fires:
//
//	(en-es) The bridge opened in May ~ El puente se abrió en mayo.
//	(en-es) Did the bridge open in May? ~ El puente se abrió en mayo.
//
// Quiet:
//
//	(en-es) Was the bridge opened? ~ ¿Se abrió el puente?
//	(en-es) She asked: “Why?” ~ «¿Por qué?», preguntó ella.
//
// Misses: most commas; an exclamation mark for a full stop; quotation marks.
var PunctuationMismatch = &Rule{
	Name:     "punctuation-mismatch",
	Category: Typographical,
	Severity: Warning,
	Scope:    Translation,
	Check:    checkPunctuationMismatch,
}

func checkPunctuationMismatch(p *Pass) {
	al := p.Alignment
	if p.Case.Unit {
		p.closing(every(al.Source), every(al.Target))
		p.inside(every(al.Source), every(al.Target))
		return
	}
	for i := range al.Beads {
		b := &al.Beads[i]
		if len(b.Source) == 0 || len(b.Target) == 0 || b.Score < closeBead {
			continue
		}
		if closesProse(al.Source.Article, b.Source) && closesProse(al.Target.Article, b.Target) {
			p.closing(b.Source, b.Target)
		}
		p.inside(b.Source, b.Target)
	}
}

// closeBead is the score from which the two sides of a bead are taken to render
// one another and nothing else.
const closeBead = 0.5

// closesProse tells whether the last of some sentences ends a paragraph of running
// text; whether headings and the items of a list have full stops is a matter of
// style, which differs from language to language.
func closesProse(a *article.Article, of []int) bool {
	last := of[len(of)-1]
	b := &a.Blocks[a.Sentences[last].Block]
	return b.Last == last+1 && prose(b.Kind)
}

// closing compares the marks that the two sides end in.
func (p *Pass) closing(source, target []int) {
	if len(source) == 0 || len(target) == 0 {
		return
	}
	al := p.Alignment
	last := target[len(target)-1]
	ts := al.Target.Article.Sentences[last].Tokens
	x, y := finalMark(al.Source.Article.Sentences[source[len(source)-1]].Tokens), finalMark(ts)
	end := mention(al.Target, last, max(0, len(ts)-2), len(ts))
	related := []Mention{sentences(al.Source, source[len(source)-1:])}
	asks, asked := countMarks(al.Target.Article, target, "?", "？", "؟"), countMarks(al.Source.Article, source, "?", "？", "؟", "¿")
	switch {
	case x == nil || !spoken(al.Target.Article, target):
	case y == nil && p.brokenOff(target):
		p.Report(Finding{Severity: Warning, Confidence: 0.85, At: end, Related: related,
			Message: "the text breaks off without the “" + x.Text + "” that closes its source"})
	case y == nil || len(source) != 1 || len(target) != 1 || !likeLong(al, source[0], target[0]):
	case isQuestion(y) && !isQuestion(x) && asked == 0:
		p.Report(Finding{Severity: Warning, Confidence: 0.9, At: end, Related: related,
			Message: "a question, where the source states it"})
	case isQuestion(x) && isMark(y, ".") && asks == 0:
		p.Report(Finding{Severity: Warning, Confidence: 0.85, At: end, Related: related,
			Message: "a statement, where the source asks"})
	}
}

// brokenOff tells whether the target, which no mark closes, is a sentence that
// should have one: a fragment in small letters, an item of a list that ends in a
// semicolon and a remark in brackets need none.
func (p *Pass) brokenOff(target []int) bool {
	a := p.Alignment.Target.Article
	first, last := &a.Sentences[target[0]], a.Sentences[target[len(target)-1]].Tokens
	end := &last[len(last)-1]
	for i := len(last) - 1; i > max(0, len(last)-3); i-- {
		if isMark(&last[i], ":", ";") {
			return false
		}
	}
	if r, _ := utf8.DecodeLastRuneInString(end.Text); unicode.In(r, unicode.Thai, unicode.Lao) {
		return false // written without full stops
	}
	return end.Kind != article.Opaque && !isMark(end, ")", "]") && (firstWord(first) < 0 || p.sameLang())
}

// sameLang tells whether source and target are in one language.
func (p *Pass) sameLang() bool {
	return p.Alignment.Source.Article.Lang == p.Alignment.Target.Article.Lang
}

// likeLong tells whether neither of two sentences has more than twice the words
// of the other, so that they can render one another.
func likeLong(al *align.Alignment, source, target int) bool {
	x, y := len(al.Source.Article.Sentences[source].Tokens), len(al.Target.Article.Sentences[target].Tokens)
	return x <= 2*y && y <= 2*x
}

// finalMark is the mark that ends a sentence, behind which only quotation marks
// and brackets stand; nil where there is none.
func finalMark(ts []article.Token) *article.Token {
	for i := len(ts) - 1; i >= 0; i-- {
		switch {
		case isTerminal(&ts[i]) || isMark(&ts[i], "..", "...", "...."):
			return &ts[i]
		case ts[i].Kind == article.Word && ts[i].Text[len(ts[i].Text)-1] == '.':
			return &ts[i] // the full stop of an abbreviation closes the sentence too
		case !isClosing(&ts[i]) && !(ts[i].Kind == article.Punct && quoteMark(ts[i].Text)):
			return nil
		}
	}
	return nil
}

func isQuestion(t *article.Token) bool { return isMark(t, "?", "？", "؟") }

// countMarks counts the given marks of some sentences.
func countMarks(a *article.Article, of []int, which ...string) int {
	n := 0
	for _, i := range of {
		for j := range a.Sentences[i].Tokens {
			if isMark(&a.Sentences[i].Tokens[j], which...) {
				n++
			}
		}
	}
	return n
}

// inside looks for marks that part words inside the target's sentences.
func (p *Pass) inside(source, target []int) {
	al := p.Alignment
	joined := joinedWords(al, source)
	lang := language.For(al.Target.Article.Lang)
	for k, i := range target {
		ts := al.Target.Article.Sentences[i].Tokens
		for j := 1; j < len(ts); j++ {
			if ts[j].Kind != article.Punct || ts[j-1].Kind == article.Punct {
				continue
			}
			next := following(al.Target, target, k, j)
			if !foreign(al) && next != nil && p.addedBefore(source, target, ts, j, next) {
				p.reportInside(i, j, "parts what belongs together, and the source has none", source)
				continue
			}
			if next == nil || next.Kind == article.Punct || next.Kind == article.Opaque || !next.Space {
				continue
			}
			switch {
			case joined[[2]string{joint(&ts[j-1]), joint(next)}] && parts(&ts[j], lang, &ts[j-1], next):
				p.reportInside(i, j, "parts two words that stand together in the source", source)
			case !foreign(al) && p.added(source, target, ts, j, next):
				p.reportInside(i, j, "parts what belongs together, and the source has none", source)
			case isMark(&ts[j], "!", "?") && countMarks(al.Source.Article, source, ts[j].Text, "¡", "¿") == 0 && (!foreign(al) || midSentence(lang, &ts[j-1], next)):
				p.reportInside(i, j, "stands in the middle of a sentence, and the source has none", source)
			}
		}
	}
}

func (p *Pass) reportInside(sentence, j int, what string, source []int) {
	s := p.Alignment.Target
	p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(s, sentence, j-1, j+1), Related: []Mention{sentences(p.Alignment.Source, source)},
		Message: "“" + s.Article.Sentences[sentence].Tokens[j].Text + "” " + what})
}

// following is the token behind token j of the k-th of some sentences, or nil.
func following(s *fact.Sheet, of []int, k, j int) *article.Token {
	if ts := s.Article.Sentences[of[k]].Tokens; j+1 < len(ts) {
		return &ts[j+1]
	}
	if k+1 < len(of) && s.Article.Sentences[of[k]].Block == s.Article.Sentences[of[k+1]].Block {
		if ts := s.Article.Sentences[of[k+1]].Tokens; len(ts) > 0 {
			return &ts[0]
		}
	}
	return nil
}

// parts tells whether a mark parts two words for certain: all marks but the comma
// do, and a colon between a small letter and a capital; these after an article or preposition.
func parts(mark *article.Token, lang *language.Language, before, next *article.Token) bool {
	switch mark.Text {
	case ".", "!", "?", ";":
		return !mark.Space
	case "'", "’", "-", "^", "~", "_", "@":
		return !mark.Space && !strings.HasSuffix(before.Lower, "s") && before.Kind == article.Word
	case ",", ":":
		if mark.Text == ":" && startsLower(next.Text) == startsLower(before.Text) {
			return !mark.Space
		}
		if mark.Text == "," && next.Kind == article.Number {
			return !mark.Space && isAcronymToken(before.Text) // an amount: "PLN 10bn"
		}
		return !mark.Space && leans(lang, before) && lang.Classes().Of(before.Lower)&language.Conjunction == 0
	}
	return false
}

// leans tells whether a word needs another behind it: an article, preposition
// or conjunction.
func leans(lang *language.Language, t *article.Token) bool {
	return t.Kind == article.Word && lang.Classes().Of(t.Lower)&(language.Determiner|language.Preposition|language.Conjunction|language.PossessiveWord) != 0
}

// midSentence tells whether a sentence goes on behind a mark: in small letters or
// a number, or after a word that needs another.
func midSentence(lang *language.Language, before, next *article.Token) bool {
	return leans(lang, before) || next.Kind == article.Number || startsLower(next.Text)
}

// joinedWords are the words that stand side by side in sentences of the source
// of one language with its target, no mark between them.
func joinedWords(al *align.Alignment, of []int) map[[2]string]bool {
	if al.Source.Article.Lang != al.Target.Article.Lang {
		return nil
	}
	out := map[[2]string]bool{}
	for _, i := range of {
		ts := al.Source.Article.Sentences[i].Tokens
		for j := 1; j < len(ts); j++ {
			if ts[j].Kind != article.Punct && ts[j-1].Kind != article.Punct {
				out[[2]string{joint(&ts[j-1]), joint(&ts[j])}] = true
			}
		}
	}
	return out
}

// joint is a word as it stands beside another: any number is as good as another.
func joint(t *article.Token) string {
	if t.Kind == article.Number {
		return "0"
	}
	return foldWord(t.Lower)
}
