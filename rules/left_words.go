package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
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
	pairs    map[[2]string]bool  // neighbours in the source, once they are asked for
}

// leftWord is how a word stands in the source.
type leftWord struct {
	small   bool // written small somewhere
	opening bool // stands at the start of a sentence
	noun    bool // an article stands before it, or one and an adjective
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
		ts := a.Sentences[i].Tokens
		for j := range ts {
			t := &ts[j]
			if t.Kind != article.Word {
				continue
			}
			w := out[t.Lower]
			w.noun = w.noun || j > 0 && (u.from.Determiner(ts[j-1].Lower) || j > 1 && u.from.Determiner(ts[j-2].Lower) && startsLower(ts[j-1].Text))
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
	w, ok := u.source(t)
	if !ok || utf8.RuneCountInString(t.Text) < 2 || hasDigit(t.Text) || isAcronymToken(t.Text) || bracketed(ts, j) || cited(ts, j) || touchesCode(ts, j) || hyphened(ts, j) || u.english(t.Text) && !u.chance(ts, j) {
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
		return j == openingWord(ts) && w.opening && u.native(t.Lower)
	}
	if j == openingWord(ts) && w.opening && j+1 < len(ts) && isMark(&ts[j+1], ",") && u.adverb(t.Lower) {
		return true
	}
	return u.from.Tag == "de" && u.noun(ts, j, &w)
}

// adverb tells whether a word that begins a sentence is an adverb, by its ending.
func (u *leftovers) adverb(w string) bool {
	return slices.ContainsFunc(u.from.AdverbEndings(), func(e string) bool { return strings.HasSuffix(w, e) })
}

// noun tells whether a word with a capital is a German noun rather than a name: by
// its ending, as what a person is, or by two of three signs: the source has an
// article before it; it has an umlaut and ends like no place; it stands where
// English has nouns.
func (u *leftovers) noun(ts []article.Token, j int, left *leftWord) bool {
	w := ts[j].Lower
	if u.inName(&ts[j]) && (j == 0 || u.neighbours(ts, j)) {
		return u.from.Classes().Of(w)&(language.RoleWord|language.TitleWord) != 0
	}
	if germanNoun(u.from, w) {
		return true
	}
	if _, n := u.from.Demonym([]string{w}); n > 0 || exonym(u.from, w) != "" || u.from.PlaceEnding(w) || u.from.Classes().Of(w)&language.GivenName != 0 {
		return false
	}
	signs := 0
	for _, sign := range [...]bool{left.noun, umlaut(w), u.asNoun(ts, j)} {
		if sign {
			signs++
		}
	}
	return signs > 1
}

// neighbours tells whether token j stands in the source beside one that it stands
// beside here: the two are a name that was kept.
func (u *leftovers) neighbours(ts []article.Token, j int) bool {
	if u.pairs == nil {
		u.pairs = pairsOf(u.Alignment.Source.Article)
	}
	return u.pairs[[2]string{ts[j-1].Lower, ts[j].Lower}] || j+1 < len(ts) && u.pairs[[2]string{ts[j].Lower, ts[j+1].Lower}]
}

// umlaut tells whether a word has a letter that English words do not have.
func umlaut(w string) bool { return strings.ContainsAny(w, "äöüß") }

// asNoun tells whether token j stands where a noun does and a name hardly: after
// an indefinite article, a possessive, a number or an adjective, and not before another noun.
func (u *leftovers) asNoun(ts []article.Token, j int) bool {
	if j == 0 || !startsLower(ts[j-1].Text) || !ts[j].Space {
		return false
	}
	if j+1 < len(ts) && ts[j+1].Kind == article.Word && startsLower(ts[j+1].Text) && !u.to.StopWord(ts[j+1].Lower) && u.has(ts[j+1].Lower, "noun") {
		return false // a Bundesliga match
	}
	w := ts[j-1].Lower
	return u.to.NeedsNoun(w) && w != "the" || !u.to.StopWord(w) && u.has(w, "adjective") && !u.has(w, "verb")
}

// has tells whether an English word can be of a part of speech.
func (u *leftovers) has(w, pos string) bool {
	return slices.ContainsFunc(u.lex.Lemmas(w), func(l lexicon.Lemma) bool { return l.POS == pos })
}

// source is how a word of the target stands in the source: as it is, or a word in
// small letters with another ending of its language.
func (u *leftovers) source(t *article.Token) (leftWord, bool) {
	w, ok := u.words[t.Lower]
	if ok || u.from.Tag != "de" || t.Text != t.Lower || len(t.Lower) < minInflected {
		return w, ok
	}
	for _, e := range [...]string{"e", "en", "er", "es", "em", "n", "s"} {
		if w, ok := u.words[t.Lower+e]; ok && w.small {
			return w, true
		}
	}
	return w, false
}

// minInflected is how many bytes a word has at least that is looked for with
// another ending.
const minInflected = 6

// english tells whether a word is one of the target's language. Words with
// umlauts are none, though without them they might be.
func (u *leftovers) english(w string) bool {
	return u.lex.Known(w) && !(u.from.Tag == "de" && umlaut(strings.ToLower(w)) && !u.lex.Listed(w))
}

// chance tells whether a word of an English text is one only by chance: a word that
// German joins others with, which English has as a rare adverb or an abbreviation
// ("bis", "als"), before another word or a number. Before a capital it is a particle
// of a name: da Vinci.
func (u *leftovers) chance(ts []article.Token, j int) bool {
	w := ts[j].Text
	return u.from.Tag == "de" && w == ts[j].Lower && u.from.StopWord(w) && !u.to.StopWord(w) && !u.lex.Ordinary(w) && !u.phrase(ts, j) &&
		j+1 < len(ts) && ts[j+1].Kind != article.Punct && !startsUpper(ts[j+1].Text)
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
		if f.Kind == fact.KindName && f.Span.Start <= t.Span.Start && t.Span.End <= f.Span.End && f.Last-f.First > 1 {
			return true
		}
	}
	return false
}

// besideName tells whether a word stands between words with capitals: "de" and
// "la" in a name.
func besideName(ts []article.Token, j int) bool {
	word := func(k int) bool { return k >= 0 && k < len(ts) && ts[k].Kind == article.Word }
	capital := func(k int) bool { return word(k) && startsUpper(ts[k].Text) }
	return capital(j+1) && (capital(j-1) || word(j-1) && capital(j-2)) ||
		capital(j-1) && word(j+1) && capital(j+2) && j > 1 && utf8.RuneCountInString(ts[j].Text) <= longestParticle
}

// longestParticle is how many letters a word in small letters has at most that
// joins the words of a name with another one.
const longestParticle = 4

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
