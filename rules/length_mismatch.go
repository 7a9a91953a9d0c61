package rules

import (
	"fmt"
	"math"
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// LengthMismatch reports a translation that is far shorter or longer than its
// source lets expect, or longer than its file allows.
//
// Why: something was left out, was added, or belongs elsewhere.
//
// Fires:
//
//	(de-en) Das Amt gab es bekannt. ~ The office announced on Monday that the old harbour will be closed to all ships until the spring, because the wall on its northern side has begun to sink and may fall.
//
// Quiet:
//
//	(de-en) Hafen geschlossen ~ The harbour is closed
//
// Misses: what a clause of a long passage left out; languages whose usual lengths
// are not known (see align/language/data).
var LengthMismatch = &Rule{
	Name:     "length-mismatch",
	Category: Length,
	Severity: Warning,
	Scope:    Translation,
	Check:    checkLength,
}

// How far lengths may be apart. The difference of two lengths grows with the
// square root of the length (Gale and Church); spread is its scale, and farther
// than surely of it nearly no good translation goes.
const (
	spread = 1.5
	surely = 3.3
	// speltOut is how many letters an acronym may become where the other language
	// has none for it.
	speltOut = 14
)

func checkLength(p *Pass) {
	p.checkMaxLength()
	al := p.Alignment
	usual, ok := usualLength(al.Source.Article.Lang, al.Target.Article.Lang)
	if !ok || !foreign(al) {
		return
	}
	for i := range p.across().passages {
		x := &p.across().passages[i]
		a, alphabetic := letters(al.Source.Article, x.source)
		b, also := letters(al.Target.Article, x.target)
		if !alphabetic || !also || b < 3 {
			continue
		}
		z := deviation(float64(a), float64(b), usual)
		if side, sheet := x.source, al.Source; z != 0 {
			if z < 0 {
				side, sheet = x.target, al.Target
			}
			more := speltOut * countAcronyms(sheet.Article, side)
			if z < 0 {
				z = min(0, deviation(float64(a), float64(b+more), usual))
			} else {
				z = max(0, deviation(float64(a+more), float64(b), usual))
			}
		}
		if math.Abs(z) < surely || !p.Case.Unit && p.madeUp(x, z, usual) {
			continue
		}
		f := Finding{Severity: Warning, Confidence: 0.85, At: sentencesMention(al.Target, x.target),
			Related: []Mention{sentencesMention(al.Source, x.source)},
			Message: "far shorter than the source: something may be left out"}
		if z > 0 {
			f.Message = "far longer than the source: something may be added"
		}
		p.Report(f)
	}
}

// checkMaxLength reports a unit that is longer than its file allows.
func (p *Pass) checkMaxLength() {
	s := p.segment()
	if s == nil || s.MaxLength == 0 {
		return
	}
	if n := utf8.RuneCountInString(s.Target); n > s.MaxLength {
		p.Report(Finding{Severity: Error, Confidence: 0.97, At: p.unitMention(1), Related: []Mention{p.unitMention(0)},
			Message: fmt.Sprintf("%d characters, but the file allows %d", n, s.MaxLength)})
	}
}

// usualLength is how many letters a translation has for each letter of its source.
func usualLength(source, target string) (float64, bool) {
	a, ok := language.For(source).Expansion()
	b, ok2 := language.For(target).Expansion()
	const expansion = 1.02 // translators explain
	return b / a * expansion, ok && ok2
}

// deviation is how far the length of a translation is from the usual one, in
// units of spread.
func deviation(source, target, usual float64) float64 {
	want := source * usual
	return (target - want) / (spread * math.Sqrt((want+target)/2+1))
}

// countAcronyms counts the words written in capitals.
func countAcronyms(a *article.Article, sentences []int) int {
	n := 0
	for _, i := range sentences {
		for j := range a.Sentences[i].Tokens {
			if t := &a.Sentences[i].Tokens[j]; t.Kind == article.Word && isAcronymToken(t.Text) {
				n++
			}
		}
	}
	return n
}

// letters counts the letters and digits of sentences; scripts other than the
// alphabets that the tables of lengths were made for count as unknown.
func letters(a *article.Article, sentences []int) (n int, alphabetic bool) {
	alphabetic = true
	for _, i := range sentences {
		for j := range a.Sentences[i].Tokens {
			t := &a.Sentences[i].Tokens[j]
			if t.Space {
				n++
			}
			for _, r := range t.Text {
				n++
				alphabetic = alphabetic && (r < utf8.RuneSelf || !unicode.IsLetter(r) || unicode.Is(unicode.Latin, r) || unicode.Is(unicode.Greek, r))
			}
		}
	}
	return n, alphabetic
}

// madeUp tells whether the paragraph around a passage is as long as it should be:
// what one sentence lacks stands in another, or sentences were joined otherwise
// than their translations.
func (p *Pass) madeUp(x *passage, z, usual float64) bool {
	c := p.correspondence()
	st := c.of[1][p.Alignment.Target.Article.Sentences[x.target[0]].Block]
	if st < 0 {
		return false
	}
	var sum [2]float64
	for side, blocks := range c.stretches[st].sides() {
		for _, b := range blocks {
			sum[side] += c.letters[side][b]
		}
	}
	whole := deviation(sum[0], sum[1], usual)
	return z < 0 && whole > -surelyWhole || z > 0 && whole < surelyWhole
}

// surelyWhole is how far the length of a whole paragraph must be off, too.
const surelyWhole = 2.0
