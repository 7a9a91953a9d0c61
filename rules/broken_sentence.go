package rules

import (
	"cmp"
	"slices"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// BrokenSentence reports a sentence that is cut off or torn in two: a full stop
// before a small letter, a sentence or paragraph that starts with one, a title
// cut off from the name it belongs to; in an edited text also a sentence whose words
// were thrown together.
//
// Why: a full stop in the wrong place leaves half a sentence without a verb;
// machine translation and hasty cuts leave many.
//
// Fires:
//
//	The party endorsed the then-senator. Harold Finch, who lost the race.
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
	Scope:    One | Translation,
	Check:    checkBrokenSentence,
}

func checkBrokenSentence(p *Pass) {
	if p.Sheet == nil {
		p.disorder()
		return
	}
	a := p.Sheet.Article
	lang := language.For(a.Lang)
	tables := slices.Contains(language.Tags(), lang.Tag) // else abbreviations are not known
	for bi := range a.Blocks {
		b := &a.Blocks[bi]
		if b.Kind != article.Paragraph {
			continue
		}
		for i := b.First; i < b.Last; i++ {
			s := &a.Sentences[i]
			for j := 1; j+1 < len(s.Tokens); j++ {
				if tables && innerStop(s.Tokens, j, lang) && p.begun(s, j+1) {
					p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(p.Sheet, i, j-1, j+2),
						Message: "a full stop before a small letter: the sentence is torn in two"})
				}
			}
			if i == b.First {
				p.smallStart(bi, i)
				continue
			}
			if prev := &a.Sentences[i-1]; lowerStart(lang, s) && p.begun(s, 0) && endsInStop(prev, lang) && !glossed(s) && !phraseAbbreviation(lang, prev.Tokens, len(prev.Tokens)-1) {
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
	if !isMark(&ts[j], ".") || ts[j].Space || !ts[j+1].Space || ts[j+1].Kind != article.Word || !plainLower(lang, ts[j+1].Text) {
		return false
	}
	before := &ts[j-1]
	switch before.Kind {
	case article.Number:
		return len(before.Text) == 4 // a year: "3. mai" is an ordinal, "1999. to" is not
	case article.Word:
		return plainWord(before.Text) && !abbreviation(lang, before) && !phraseAbbreviation(lang, ts, j)
	}
	return false
}

// smallStart reports a paragraph that starts with a small letter although the
// article's others do not. A unit of a bilingual file is compared with its
// source, whatever marks stand before its first word.
func (p *Pass) smallStart(bi, i int) {
	a := p.Sheet.Article
	s := &a.Sentences[i]
	if p.Case.Unit {
		if j := firstWord(s); j >= 0 && p.lostCapital(s, j) && p.wholeSentence(s) {
			message := "the sentence starts with a small letter"
			if s := p.Sheets[0]; s.Article.Lang == a.Lang && p.allSmall() {
				message = "the text is in small letters throughout, its names included"
			}
			p.Report(Finding{Severity: Warning, Confidence: 0.9, At: mention(p.Sheet, i, j, j+1), Message: message})
		}
		return
	}
	if len(s.Tokens) < 4 || !lowerStart(language.For(a.Lang), s) || !p.ordinary(s.Tokens[0].Lower) || linked(a, s, 0) || !isTerminal(&s.Tokens[len(s.Tokens)-1]) || glossed(s) || goesOn(a, bi) || manyLower(a) {
		return
	}
	p.Report(Finding{Severity: Warning, Confidence: 0.8, At: mention(p.Sheet, i, 0, 1), Message: "the sentence starts with a small letter"})
}

// glossed tells whether a sentence explains the term before its colon.
func glossed(s *article.Sentence) bool {
	for j := range s.Tokens[:min(4, len(s.Tokens))] {
		if isMark(&s.Tokens[j], ":") {
			return true
		}
	}
	return false
}

// begun tells whether the small letter of token j, behind a full stop, is for certain
// none that a name begins with: an unknown word ("pcwalton is at work") may be one,
// a word before a colon, and the text of a link that is one word, by which programs
// are named.
func (p *Pass) begun(s *article.Sentence, j int) bool {
	a := p.Sheet.Article
	return (a.Lang != "en" || p.ordinary(s.Tokens[j].Lower)) && !linked(a, s, j) && (j+1 == len(s.Tokens) || !isMark(&s.Tokens[j+1], ":"))
}

// linked tells whether token j of a sentence is the whole text of a link.
func linked(a *article.Article, s *article.Sentence, j int) bool {
	t := s.Tokens[j].Span
	n, _ := slices.BinarySearchFunc(a.Inlines, t.Start+1, func(x article.Inline, at int) int { return cmp.Compare(x.Span.Start, at) })
	for _, x := range slices.Backward(a.Inlines[:n]) {
		if x.Block != s.Block || x.Kind == article.Link {
			return x.Block == s.Block && t.End < x.Span.End && (j+1 == len(s.Tokens) || x.Span.End <= s.Tokens[j+1].Span.Start)
		}
	}
	return false
}

// goesOn tells whether a paragraph continues what stands before it: code, a
// list, a table or a picture, or a paragraph that no full stop closes.
func goesOn(a *article.Article, bi int) bool {
	if bi == 0 {
		return false
	}
	before := &a.Blocks[bi-1]
	if before.Kind != article.Paragraph || before.First == before.Last {
		return before.Kind != article.Title && before.Kind != article.Heading
	}
	ts := a.Sentences[before.Last-1].Tokens
	return len(ts) == 0 || finalMark(ts) == nil
}

// firstWord is the first token of a sentence that is no mark, -1 where it is no
// word in small letters.
func firstWord(s *article.Sentence) int {
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Kind != article.Punct {
			if t.Kind == article.Word && t.Text == t.Lower && startsLower(t.Text) && !isMark(t, "…", "...") {
				return j
			}
			return -1
		}
	}
	return -1
}

// lostCapital tells whether word j starts a text with a small letter where its
// sources start with a capital, or with a number or mark. Words that some source
// has in small letters too, such as iPhone or "de", may be names.
func (p *Pass) lostCapital(s *article.Sentence, j int) bool {
	w := s.Tokens[j].Text
	for _, src := range p.Sheets[:len(p.Case.Sources)] {
		a := src.Article
		if len(a.Sentences) == 0 {
			return false
		}
		first := &a.Sentences[0]
		for k := range first.Tokens {
			if t := &first.Tokens[k]; t.Kind == article.Word {
				if !startsUpper(t.Text) && k == 0 {
					return false
				}
				break
			}
		}
		if finalMark(a.Sentences[len(a.Sentences)-1].Tokens) == nil && len(first.Tokens) < 4 {
			return false // a label
		}
		if !p.ordinary(w) && holds(a, w) {
			return false
		}
	}
	return len(p.Case.Sources) > 0
}

// wholeSentence tells whether the text that starts with sentence s needs a
// capital: a label does not, nor in another language a fragment or an item of a
// list that no full stop closes.
func (p *Pass) wholeSentence(s *article.Sentence) bool {
	a := p.Sheet.Article
	if len(s.Tokens) < 3 {
		return false
	}
	if a.Lang == p.Sheets[0].Article.Lang {
		return true
	}
	end := finalMark(a.Sentences[len(a.Sentences)-1].Tokens)
	return end != nil && !isQuestion(end)
}

// ordinary tells whether a word in small letters is one that the language knows.
func (p *Pass) ordinary(w string) bool {
	lang := language.For(p.Sheet.Article.Lang)
	return lang.StopWord(w) && lang.Classes().Of(w)&language.NameParticle == 0 || lang.Common(w)
}

// holds tells whether an article has a word, written just so.
func holds(a *article.Article, w string) bool {
	for i := range a.Sentences {
		for j := range a.Sentences[i].Tokens {
			if a.Sentences[i].Tokens[j].Text == w {
				return true
			}
		}
	}
	return false
}

// allSmall tells whether the article of the pass has no capital letter, though a
// source has one inside a sentence.
func (p *Pass) allSmall() bool {
	return !anyUpper(p.Sheet.Article, 0) && slices.ContainsFunc(p.Sheets[:len(p.Case.Sources)], func(s *fact.Sheet) bool { return anyUpper(s.Article, 1) })
}

// anyUpper tells whether a word of some sentence, from a token on, has a capital.
func anyUpper(a *article.Article, from int) bool {
	for i := range a.Sentences {
		ts := a.Sentences[i].Tokens
		for j := min(from, len(ts)); j < len(ts); j++ {
			if ts[j].Kind == article.Word && startsUpper(ts[j].Text) {
				return true
			}
		}
	}
	return false
}

// manyLower tells whether an article starts several paragraphs with small letters:
// its habit, or its format, not a slip.
func manyLower(a *article.Article) bool {
	n, all := 0, 0
	for _, b := range a.Blocks {
		if b.Kind == article.Paragraph && b.First < b.Last {
			all++
			if lowerStart(language.For(a.Lang), &a.Sentences[b.First]) {
				n++
			}
		}
	}
	return n > 1 && n*10 > all || all < 3
}

// lowerStart tells whether a sentence begins with a plain word in small letters.
func lowerStart(lang *language.Language, s *article.Sentence) bool {
	return len(s.Tokens) > 0 && s.Tokens[0].Kind == article.Word && plainLower(lang, s.Tokens[0].Text)
}

// plainLower tells a word in small letters from names such as iPhone and de.
func plainLower(lang *language.Language, w string) bool {
	n := 0
	for _, r := range w {
		if r < 'a' || r > 'z' {
			if r < 0x80 {
				return false
			}
		}
		n++
	}
	return startsLower(w) && (n > 2 || lang.StopWord(w) && lang.Classes().Of(w)&language.NameParticle == 0)
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

// phraseAbbreviation tells whether the stop at j closes an abbreviation of two
// words: "et al."
func phraseAbbreviation(lang *language.Language, ts []article.Token, j int) bool {
	if j < 2 || ts[j-2].Kind != article.Word {
		return false
	}
	_, ok := lang.Abbreviation(ts[j-2].Lower + " " + ts[j-1].Lower + ".")
	return ok
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
