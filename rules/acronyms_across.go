package rules

import (
	"strings"
	"unicode"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// Acronyms across languages
//
// The acronym of a body or a notion reappears in a translation as it is (NASA), as
// the one of the other language (UN, ONU), as the name in full, or as what texts
// write for it (the economic output for the GDP). All of these a table tells, of
// the acronyms that are in the news everywhere. Of another one nothing follows:
// what stands for it may be any words.

// acronymsOf lists the acronyms of a side of a passage that must reappear, those of
// countries too.
func (p *Pass) acronymsOf(x *passage, side int) []acrossName {
	s, places := p.sheets()[side], p.knowPlaces()
	if !places {
		return nil
	}
	l := language.For(s.Article.Lang)
	own, _ := x.side(side)
	var out []acrossName
	var ws [4]string
	for _, i := range own {
		ts := s.Article.Sentences[i].Tokens
		for j := range ts {
			if !acronymShape(&ts[j]) || bracketed(ts, j) || amongCapitals(ts, j) || describing(ts, j) || besideCurrency(l, ts, j) {
				continue
			}
			words := lowerWords(ws[:0], ts[j:])
			words[0] = strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(unelided(l, ts[j].Text), "'s"), "s"))
			id, n := l.Acronym(words)
			if n == 0 {
				continue
			}
			out = append(out, acrossName{at: mention(s, i, j, j+n), words: []string{foldWord(strings.ReplaceAll(words[0], ".", ""))}, named: []string{id}, short: true})
		}
	}
	return out
}

// acronymShape tells whether a word is written like an acronym: with two capitals or
// more, and small letters hardly: UN, MwSt, NGOs.
func acronymShape(t *article.Token) bool {
	if t.Kind != article.Word {
		return false
	}
	upper, lower := 0, 0
	for _, r := range t.Text {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > 1 && lower <= upper
}

// describing tells whether an acronym only says more of the name or amount behind it,
// which another language may do without: US President Harding, US$, UN-Klimarat.
func describing(ts []article.Token, j int) bool {
	return j+1 < len(ts) && (isMark(&ts[j+1], "$", "-", "‑") || ts[j+1].Kind == article.Word && startsUpper(ts[j+1].Text))
}

// besideCurrency tells whether an acronym says which of the currencies of one name is
// meant, which a mark may say elsewhere: US dollars, dólares USA.
func besideCurrency(l *language.Language, ts []article.Token, j int) bool {
	for _, k := range [...]int{j - 1, j + 1} {
		if k >= 0 && k < len(ts) && ts[k].Kind == article.Word {
			if _, n := l.Currency([]string{ts[k].Lower}); n > 0 {
				return true
			}
		}
	}
	return false
}

// amongCapitals tells whether a word stands beside another one in capitals, so that
// its own show nothing: "TELL US MORE".
func amongCapitals(ts []article.Token, j int) bool {
	return j > 0 && ts[j-1].Kind == article.Word && isAcronymToken(ts[j-1].Text) || j+1 < len(ts) && ts[j+1].Kind == article.Word && isAcronymToken(ts[j+1].Text)
}

// holds tells whether a word stands there, perhaps in the plural.
func (o *traces) holds(w string) bool {
	return o.have[w] || o.have[w+"s"]
}
