package rules

import (
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// BrokenSentence reports a sentence that is cut off or torn in two: a full stop
// before a small letter, a sentence or paragraph that starts with one, a title
// cut off from the name it belongs to.
//
// Why: a full stop in the wrong place leaves half a sentence without a verb;
// machine translation and hasty cuts leave many.
//
// Fires:
//
//	The president endorsed the then-senator. Luther Strange, who lost the race.
//
// Quiet:
//
//	She studied e.g. law at Harvard. iPhone sales rose.
//
// Misses: fragments that start with a capital letter and are not a name with a
// relative clause.
var BrokenSentence = &Rule{
	Name:     "broken-sentence",
	Category: Grammar,
	Severity: Warning,
	Scope:    One,
	Check:    checkBrokenSentence,
}

func checkBrokenSentence(p *Pass) {
	a := p.Sheet.Article
	lang := language.For(a.Lang)
	for bi := range a.Blocks {
		b := &a.Blocks[bi]
		if b.Kind != article.Paragraph {
			continue
		}
		for i := b.First; i < b.Last; i++ {
			s := &a.Sentences[i]
			for j := 1; j+1 < len(s.Tokens); j++ {
				if innerStop(s.Tokens, j, lang) {
					p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(p.Sheet, i, j-1, j+2),
						Message: "a full stop before a small letter: the sentence is torn in two"})
				}
			}
			if i == b.First {
				p.smallStart(b, i)
				continue
			}
			if prev := &a.Sentences[i-1]; lowerStart(s) && endsInStop(prev, lang) {
				p.Report(Finding{Severity: Warning, Confidence: 0.85,
					At:      Mention{Sheet: p.Sheet, Span: article.Span{Start: lastWord(prev), End: s.Tokens[min(2, len(s.Tokens))-1].Span.End}},
					Message: "a full stop before a small letter: the sentence is torn in two"})
			} else if p.tornTitle(i, lang) {
				p.Report(Finding{Severity: Warning, Confidence: 0.8,
					At:      Mention{Sheet: p.Sheet, Span: article.Span{Start: lastWord(prev), End: nameEnd(s)}},
					Message: "the title is cut off from the name, which is left without a verb"})
			}
		}
	}
}

// innerStop tells whether token j is a full stop inside a sentence, before a
// word in small letters, that no abbreviation or ordinal explains.
func innerStop(ts []article.Token, j int, lang *language.Language) bool {
	if !isMark(&ts[j], ".") || ts[j].Space || !ts[j+1].Space || ts[j+1].Kind != article.Word || !plainLower(ts[j+1].Text) {
		return false
	}
	before := &ts[j-1]
	switch before.Kind {
	case article.Number:
		return len(before.Text) == 4 // a year: "3. mai" is an ordinal, "1999. to" is not
	case article.Word:
		return plainWord(before.Text) && !abbreviation(lang, before)
	}
	return false
}

// smallStart reports a paragraph that starts with a small letter although the
// article's others do not.
func (p *Pass) smallStart(b *article.Block, i int) {
	a := p.Sheet.Article
	s := &a.Sentences[i]
	if len(s.Tokens) < 4 || !lowerStart(s) || !isTerminal(&s.Tokens[len(s.Tokens)-1]) {
		return
	}
	if p.Case.Unit {
		if p.lowerSources() {
			return
		}
	} else if lowerBlocks(a)*10 > len(a.Blocks) {
		return
	}
	p.Report(Finding{Severity: Warning, Confidence: 0.8, At: mention(p.Sheet, i, 0, 1), Message: "the sentence starts with a small letter"})
}

// lowerSources tells whether a source of the unit starts with a small letter or
// with no letter at all.
func (p *Pass) lowerSources() bool {
	for _, s := range p.Sheets[:len(p.Case.Sources)] {
		if len(s.Article.Sentences) > 0 && len(s.Article.Sentences[0].Tokens) > 0 && !startsUpper(s.Article.Sentences[0].Tokens[0].Text) {
			return true
		}
	}
	return len(p.Case.Sources) == 0
}

func lowerBlocks(a *article.Article) int {
	n := 0
	for _, b := range a.Blocks {
		if b.Kind == article.Paragraph && b.First < b.Last && lowerStart(&a.Sentences[b.First]) {
			n++
		}
	}
	return n
}

// lowerStart tells whether a sentence begins with a plain word in small letters.
func lowerStart(s *article.Sentence) bool {
	return len(s.Tokens) > 0 && s.Tokens[0].Kind == article.Word && plainLower(s.Tokens[0].Text)
}

// plainLower tells a word in small letters from names such as iPhone and de.
func plainLower(w string) bool {
	n := 0
	for _, r := range w {
		if r < 'a' || r > 'z' {
			if r < 0x80 {
				return false
			}
		}
		n++
	}
	return startsLower(w) && (n > 2 || w == "a" || w == "to" || w == "in" || w == "of" || w == "it" || w == "is")
}

// plainWord tells a full word from initials and abbreviations with inner stops.
func plainWord(w string) bool {
	n := 0
	for _, r := range w {
		if r == '.' {
			return false
		}
		n++
	}
	return n > 1
}

func abbreviation(lang *language.Language, t *article.Token) bool {
	_, ok := lang.Abbreviation(t.Text + ".")
	return ok
}

// endsInStop tells whether a sentence ends in a full stop after a plain word.
func endsInStop(s *article.Sentence, lang *language.Language) bool {
	n := len(s.Tokens)
	return n > 2 && isMark(&s.Tokens[n-1], ".") && s.Tokens[n-2].Kind != article.Punct && plainWord(s.Tokens[n-2].Text) && !abbreviation(lang, &s.Tokens[n-2])
}

func lastWord(s *article.Sentence) int {
	for j := len(s.Tokens) - 1; j >= 0; j-- {
		if s.Tokens[j].Kind != article.Punct {
			return s.Tokens[j].Span.Start
		}
	}
	return s.Span.Start
}

// tornTitle tells whether sentence i is a name with a relative clause and no
// verb of its own, after a sentence that ends in a title.
func (p *Pass) tornTitle(i int, lang *language.Language) bool {
	a := p.Sheet.Article
	prev, s := &a.Sentences[i-1], &a.Sentences[i]
	n := len(prev.Tokens)
	if n < 3 || !isMark(&prev.Tokens[n-1], ".") || prev.Tokens[n-2].Kind != article.Word || !startsLower(prev.Tokens[n-2].Text) {
		return false
	}
	if _, k := lang.Office([]string{prev.Tokens[n-2].Lower}); k == 0 {
		if _, k = lang.Title([]string{prev.Tokens[n-2].Lower}); k == 0 {
			return false
		}
	}
	return len(p.Sheet.Of(i)) > 0 && relativeFragment(s, p.Sheet, i)
}

// relativeFragment tells whether a sentence is a name, a comma and a relative
// clause that runs to its end.
func relativeFragment(s *article.Sentence, sheet *fact.Sheet, i int) bool {
	f := &sheet.Facts[sheet.Of(i)[0]]
	if f.Kind != fact.KindName || f.First != 0 || f.Last+2 >= len(s.Tokens) || !isMark(&s.Tokens[f.Last], ",") {
		return false
	}
	if w := s.Tokens[f.Last+1].Lower; w != "who" && w != "which" && w != "whose" {
		return false
	}
	for _, t := range s.Tokens[f.Last+1:] {
		if isMark(&t, ",", ";", "–", "—") {
			return false
		}
	}
	return true
}

func nameEnd(s *article.Sentence) int {
	for j := range s.Tokens {
		if s.Tokens[j].Kind == article.Punct {
			return s.Tokens[max(j, 1)-1].Span.End
		}
	}
	return s.Span.End
}
