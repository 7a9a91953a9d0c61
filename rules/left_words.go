package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// leftWords reports words of the source that were left in the translation, and
// words in a script that its language does not use.
func (p *Pass) leftWords() {
	al := p.Alignment
	u := &leftovers{Pass: p, from: language.For(al.Source.Article.Lang), to: language.For(al.Target.Article.Lang),
		lex: lexicon.For(al.Target.Article.Lang)}
	if u.from.Tag == "und" && u.to.Tag == "und" {
		return
	}
	for i := range p.across().passages {
		u.passage(&p.across().passages[i])
	}
}

// leftovers looks for what was not translated.
type leftovers struct {
	*Pass
	from, to *language.Language
	lex      *lexicon.Lexicon
	words    map[string]leftWord // of the source's passage
}

// leftWord is how a word stands in the source.
type leftWord struct {
	small   bool // written small somewhere
	opening bool // stands at the start of a sentence
	count   int
}

// passage reads the words of the source and looks for them in the target.
func (u *leftovers) passage(x *passage) {
	u.words = nil
	t := u.Alignment.Target.Article
	for _, i := range x.target {
		ts := t.Sentences[i].Tokens
		for j := 0; j < len(ts); {
			n := 0
			if ts[j].Kind == article.Word {
				if n = u.strange(x, ts, j); n == 0 {
					if u.words == nil {
						u.words = u.read(x.nearSource)
					}
					n = u.left(ts, j)
				}
			}
			if n > 0 {
				at := mention(u.Alignment.Target, i, j, j+n)
				u.Report(Finding{Severity: Error, Confidence: 0.93, At: at,
					Related: []Mention{sentencesMention(u.Alignment.Source, x.source)},
					Message: "“" + clip(at.Text()) + "” is not translated"})
			}
			j += max(n, 1)
		}
	}
}

// read lists the words of sentences of the source.
func (u *leftovers) read(sentences []int) map[string]leftWord {
	a := u.Alignment.Source.Article
	n := 0
	for _, i := range sentences {
		n += len(a.Sentences[i].Tokens)
	}
	out := make(map[string]leftWord, n)
	for _, i := range sentences {
		first := true
		for j := range a.Sentences[i].Tokens {
			t := &a.Sentences[i].Tokens[j]
			if t.Kind != article.Word {
				continue
			}
			w := out[t.Lower]
			w.small = w.small || startsLower(t.Text)
			w.opening = w.opening || first
			w.count++
			out[t.Lower] = w
			first = false
		}
	}
	return out
}

// strange counts the words from token j on that are in a script which the target
// does not use and the source does.
func (u *leftovers) strange(x *passage, ts []article.Token, j int) int {
	if !u.to.WritesLatin() {
		return 0
	}
	n := 0
	for j+n < len(ts) && ts[j+n].Kind == article.Word && otherScript(ts[j+n].Text) {
		n++
	}
	if n > 0 {
		if u.words == nil {
			u.words = u.read(x.nearSource)
		}
		if _, ok := u.words[ts[j].Lower]; ok { // the source quotes it too
			return 0
		}
	}
	if n == 1 && utf8.RuneCountInString(ts[j].Text) < 3 {
		return 0 // β, a sign of mathematics
	}
	return n
}

// otherScript tells whether a word has letters, none of them Latin.
func otherScript(s string) bool {
	seen := false
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Latin, r):
			return false
		case unicode.IsLetter(r) && r != 'µ' && r != 'μ' && r != 'º' && r != 'ª':
			seen = true
		}
	}
	return seen
}

// left counts the words from token j on that stand in the source and are none of
// the target's language.
func (u *leftovers) left(ts []article.Token, j int) int {
	if u.to.Tag != "en" {
		return u.run(ts, j)
	}
	n := 0
	for j+n < len(ts) && ts[j+n].Kind == article.Word && u.leftWord(ts, j+n) {
		n++
	}
	return n
}

// leftWord tells whether a word of an English text was left in the language of
// the source: it is a word there, not a name, and no word of English.
func (u *leftovers) leftWord(ts []article.Token, j int) bool {
	t := &ts[j]
	w, ok := u.words[t.Lower]
	if !ok || utf8.RuneCountInString(t.Text) < 2 || hasDigit(t.Text) || isAcronymToken(t.Text) || bracketed(ts, j) || cited(ts, j) || touchesCode(ts, j) || hyphened(ts, j) || u.lex.Known(t.Text) {
		return false
	}
	if u.from.StopWord(t.Lower) && !u.to.StopWord(t.Lower) {
		return !besideName(ts, j) && (startsLower(t.Text) || w.opening && (j+1 == len(ts) || !startsUpper(ts[j+1].Text)))
	}
	if startsLower(t.Text) {
		return w.small && t.Text == strings.ToLower(t.Text) && !besideName(ts, j) && u.native(t.Lower) && !u.phrase(ts, j)
	}
	if code, n := u.from.Territory([]string{t.Lower}); n > 0 {
		same, m := u.to.Territory([]string{t.Lower})
		return m == 0 || same != code
	}
	if w.small { // a word that only begins a sentence here
		return j == 0 && w.opening && u.native(t.Lower)
	}
	return u.from.Tag == "de" && !u.inName(t) && germanNoun(u.from, t.Lower)
}

// run counts the words of a run of three or more that stands in the source just
// so and holds a word that only the source's language uses to join others.
func (u *leftovers) run(ts []article.Token, j int) int {
	n, joints := 0, 0
	for j+n < len(ts) && ts[j+n].Kind == article.Word {
		t := &ts[j+n]
		if _, ok := u.words[t.Lower]; !ok || !startsLower(t.Text) || touchesCode(ts, j+n) {
			break
		}
		if u.from.StopWord(t.Lower) && !u.to.StopWord(t.Lower) {
			joints++
		}
		n++
	}
	if n >= 3 && joints > 1 || n >= 4 && joints > 0 {
		return n
	}
	return 0
}

// native tells whether a word looks like one of the source's language: bad
// sources have words of third languages, which their translations keep.
func (u *leftovers) native(w string) bool {
	if utf8.RuneCountInString(w) < 3 || strings.Contains(w, "'") {
		return false
	}
	ends := u.from.WordEndings()
	return len(ends) == 0 || slices.ContainsFunc(ends, func(e string) bool { return strings.HasSuffix(w, e) })
}

// phrase tells whether a word is part of a phrase of the target's language, such
// as "status quo".
func (u *leftovers) phrase(ts []article.Token, j int) bool {
	return j > 0 && len(u.lex.Lemmas(ts[j-1].Lower+" "+ts[j].Lower)) > 0 ||
		j+1 < len(ts) && len(u.lex.Lemmas(ts[j].Lower+" "+ts[j+1].Lower)) > 0
}

// hyphened tells whether a word is part of a compound with a hyphen.
func hyphened(ts []article.Token, j int) bool {
	return j > 0 && !ts[j].Space && isMark(&ts[j-1], "-", "‑", "/", "&", "?") ||
		j+1 < len(ts) && !ts[j+1].Space && isMark(&ts[j+1], "-", "‑", "/", "&", "?")
}

// citedWords is how long a passage in quotation marks may be that shows a word
// rather than says something.
const citedWords = 4

// cited tells whether a word stands in quotation marks with few others.
func cited(ts []article.Token, j int) bool {
	near := func(step int) bool {
		for k := j + step; k >= 0 && k < len(ts) && k >= j-citedWords && k <= j+citedWords; k += step {
			if ts[k].Kind == article.Punct && quoteMark(ts[k].Text) {
				return true
			}
		}
		return false
	}
	return near(-1) && near(1)
}

// inName tells whether a token is part of a name of several words.
func (u *leftovers) inName(t *article.Token) bool {
	for i := range u.Alignment.Target.Facts {
		f := &u.Alignment.Target.Facts[i]
		if f.Span.Start <= t.Span.Start && t.Span.End <= f.Span.End && f.Last-f.First > 1 {
			return true
		}
	}
	return false
}

// besideName tells whether a word stands between words with capitals: "de" and
// "la" in a name.
func besideName(ts []article.Token, j int) bool {
	capital := func(k int) bool {
		return k >= 0 && k < len(ts) && ts[k].Kind == article.Word && startsUpper(ts[k].Text)
	}
	return capital(j+1) && (capital(j-1) || capital(j-2)) || capital(j-1) && j > 1 && capital(j+2)
}

// isAcronymToken tells whether a word is written in capitals.
func isAcronymToken(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		n++
	}
	return n > 1
}

// germanNoun tells whether a word has the ending of a common noun of German. All
// nouns have a capital there, so that a name shows by nothing else.
func germanNoun(l *language.Language, w string) bool {
	for _, e := range l.NounEndings() {
		if strings.HasSuffix(w, e) && (len(w) == len(e) || utf8.RuneCountInString(w)-utf8.RuneCountInString(e) >= 2) {
			return true
		}
	}
	return false
}
