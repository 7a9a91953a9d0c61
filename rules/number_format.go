package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// NumberFormat reports a number of a translation that kept the decimal or group
// sign of the source's language: 1.5 million in a German text.
//
// Why: the number looks foreign, and "1,234" says one and a bit where it meant a
// thousand: that one is a warning.
//
// Fires:
//
//	(de-en) Der Hafen kostete 1.5 Millionen Euro. ~ The harbour cost 1.5 million euros.
//	(fr-en) Le port a 1,234 navires. ~ The harbour has 1,234 ships.
//
// Quiet:
//
//	(de-en) Der Hafen kostete 1,5 Millionen Euro. ~ The harbour cost 1.5 million euros.
//	(de-en) Version 1.5 der Karte ist da. ~ Version 1.5 of the map is here.
//
// Misses: Spanish, in whose countries both habits are at home, unless the
// document's language names the region; numbers that name a thing, such as versions.
var NumberFormat = &Rule{
	Name:     "number-format",
	Category: Numbers,
	Severity: Info,
	Scope:    Translation,
	Check:    checkNumberFormat,
}

func checkNumberFormat(p *Pass) {
	al := p.Alignment
	if !foreign(al) {
		return
	}
	from, to := habitOf(al.Source.Article.Lang), habitOf(al.Target.Article.Lang)
	if from.decimal == nil || to.decimal == nil || from.decimal[0] == to.decimal[0] {
		return
	}
	for i := range p.across().passages {
		x := &p.across().passages[i]
		var source []Mention
		for m := range signedNumbers(al.Source, x.source) {
			source = append(source, m)
		}
		if len(source) == 0 {
			continue
		}
		for m := range signedNumbers(al.Target, x.target) {
			k := slices.IndexFunc(source, func(s Mention) bool { return s.Text() == m.Text() })
			if k >= 0 {
				p.keptSigns(m, source[k], from, to)
			}
		}
	}
}

// keptSigns reports a number that stands in the translation with the digits and signs of
// the source, unless they are the translation's own.
func (p *Pass) keptSigns(m, was Mention, from, to habit) {
	text := m.Text()
	meant, ok := from.language.ParseNumber(text)
	if !ok || !from.own(text, meant) || to.own(text, meant) {
		return
	}
	right := to.write(text, from)
	f := Finding{Severity: Info, Confidence: 0.75, At: m, Related: []Mention{was}, Replacement: right,
		Message: fmt.Sprintf("“%s” has the signs of the source's language, expected “%s”", text, right)}
	if read, ok := to.language.ParseNumber(text); ok && read.Value != meant.Value && !strings.HasSuffix(text, "000") { // which no one takes for decimals
		f.Severity, f.Confidence = Warning, 0.9
		f.Message = fmt.Sprintf("“%s” is another number here than in the source's language, expected “%s”", text, right)
	}
	p.Report(f)
}

// habit is how numbers are written in a language and region.
type habit struct {
	language       *language.Language
	decimal, group []rune
}

// habitOf is the habit of a language; its signs are nil where its regions differ
// and the tag names none.
func habitOf(tag string) habit {
	h := habit{language: language.For(tag)}
	_, region, _ := strings.Cut(tag, "-")
	if h.language.Tag != language.Base(tag) || len(region) != 2 && h.language.Mixed() {
		return h
	}
	h.decimal, h.group = h.language.Separators(strings.ToUpper(region))
	return h
}

// own tells whether the signs of a number are those of the habit for its value.
func (h habit) own(text string, n language.Numeral) bool {
	i := strings.LastIndexAny(text, ".,")
	if n.Decimals > 0 && !slices.Contains(h.decimal, rune(text[i])) {
		return false
	}
	if n.Decimals > 0 {
		text = text[:i]
	}
	return !strings.ContainsFunc(text, func(r rune) bool { return (r == '.' || r == ',') && !slices.Contains(h.group, r) })
}

// write is a number with the signs of a habit in the place of another's.
func (h habit) write(text string, from habit) string {
	return strings.Map(func(r rune) rune {
		switch {
		case slices.Contains(from.decimal, r):
			return h.decimal[0]
		case slices.Contains(from.group, r) && h.group[0] == ' ':
			return '\u202f'
		case slices.Contains(from.group, r):
			return h.group[0]
		}
		return r
	}, text)
}

// signedNumbers are the digits with a dot or comma in numbers that count or
// measure something.
func signedNumbers(s *fact.Sheet, sentences []int) func(yield func(Mention) bool) {
	return func(yield func(Mention) bool) {
		for _, i := range sentences {
			for _, fi := range s.Of(i) {
				f := &s.Facts[fi]
				if f.Kind != fact.KindNumber || f.Slot.Aspect == fact.Label || f.Slot.Aspect == fact.Score || f.Slot.Aspect == fact.Rank {
					continue
				}
				for j := f.First; j < f.Last; j++ {
					t := &s.Article.Sentences[i].Tokens[j]
					switch {
					case t.Kind != article.Number || !strings.ContainsAny(t.Text, ".,"):
					case f.Slot.Aspect == fact.Count && f.Last-f.First == 1 && !grouped(t.Text): // Python 3.10
					case !yield(mention(s, i, j, j+1)):
						return
					}
				}
			}
		}
	}
}

// grouped tells whether digits look like groups of three.
func grouped(digits string) bool {
	i := strings.LastIndexAny(digits, ".,")
	return len(digits)-i == 4
}
