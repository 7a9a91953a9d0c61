package rules

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// leftPassages reports sentences of a translation that stand there in the language
// of the source: all but all of their words are the source's, and the little words
// that join them belong to its language. What follows one another in one block is
// one finding.
func (p *Pass) leftPassages() {
	al := p.Alignment
	l := &sameText{from: language.For(al.Source.Article.Lang), to: language.For(al.Target.Article.Lang), source: al.Source.Article}
	t := al.Target.Article
	upTo := 0
	for i := range al.Beads {
		b := &al.Beads[i]
		if len(b.Target) == 0 || !lintedAll(t, b.Target) {
			continue
		}
		for _, s := range b.Target {
			if s < upTo || !l.left(&t.Sentences[s], b.Source) {
				continue
			}
			upTo = s + 1
			for upTo < t.Blocks[t.Sentences[s].Block].Last && l.left(&t.Sentences[upTo], nil) {
				upTo++
			}
			at := Mention{Sheet: al.Target, Span: article.Span{Start: t.Sentences[s].Span.Start, End: t.Sentences[upTo-1].Span.End}}
			f := Finding{Severity: Error, Confidence: 0.96, At: at, Message: "not translated: “" + clip(at.Text()) + "”"}
			if len(b.Source) > 0 {
				f.Related = []Mention{sentencesMention(al.Source, b.Source)}
			}
			p.Report(f)
		}
	}
}

// sameText finds sentences of a source in its translation.
type sameText struct {
	from, to *language.Language
	source   *article.Article
	whole    map[string]bool // the sentences of the source, built when first needed
}

// leftWords is how many words in small letters a sentence needs to be told from a
// title or a list of names.
const leftWords = 4

// left tells whether a sentence was left as it is in some sentences of the source
// or, word for word, anywhere in it.
func (l *sameText) left(s *article.Sentence, bead []int) bool {
	small, joints, foreign := 0, 0, 0
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Kind != article.Word || !startsLower(t.Text) || touchesCode(s.Tokens, i) {
			continue
		}
		small++
		from, to := l.from.StopWord(t.Lower), l.to.StopWord(t.Lower)
		switch {
		case from && !to:
			joints++
		case to && !from:
			foreign++
		}
	}
	if small < leftWords || joints < 2 && l.from.Tag != "und" || 4*foreign > joints {
		return false
	}
	return l.within(s, bead) || l.anywhere(s)
}

// touchesCode tells whether a word is part of one that is written as code in
// part, as where the letters of an abbreviation are shown: `l`ess than.
func touchesCode(ts []article.Token, i int) bool {
	return i > 0 && ts[i-1].Kind == article.Opaque && !ts[i].Space ||
		i+1 < len(ts) && ts[i+1].Kind == article.Opaque && !ts[i+1].Space
}

// within tells whether nine of ten words of a sentence stand in some sentences of
// the source.
func (l *sameText) within(s *article.Sentence, bead []int) bool {
	words := map[string]bool{}
	for _, i := range bead {
		for _, t := range l.source.Sentences[i].Tokens {
			words[t.Lower] = true
		}
	}
	same, all := 0, 0
	for i := range s.Tokens {
		if s.Tokens[i].Kind == article.Word {
			all++
			if words[s.Tokens[i].Lower] {
				same++
			}
		}
	}
	return 10*same >= 9*all
}

func (l *sameText) anywhere(s *article.Sentence) bool {
	if l.whole == nil {
		l.whole = make(map[string]bool, len(l.source.Sentences))
		for i := range l.source.Sentences {
			l.whole[joined(&l.source.Sentences[i])] = true
		}
	}
	return l.whole[joined(s)]
}

// joined is the words and numbers of a sentence.
func joined(s *article.Sentence) string {
	var b strings.Builder
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Kind != article.Punct {
			b.WriteString(t.Lower)
			b.WriteByte(' ')
		}
	}
	return b.String()
}
