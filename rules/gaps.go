package rules

import (
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// Where a word fell out of a translation
//
// What is lost most easily is a name, of which no dictionary knows that it must be
// there. It leaves a gap in the sentence: a preposition without an object ("the
// founding of in 1537", "according to, it"), a verb without a subject ("In 1956,
// went to Sweden", "“No,” said."), a pair with one half ("both and the others"),
// empty brackets. Such gaps are sought in the words around them alone, in
// a single pass; languages without the lists for it have none.

// gaps reports the places of a translation where a word must have fallen out.
func (p *Pass) gaps() {
	t := p.Alignment.Target
	g := &gapFinder{l: language.For(t.Article.Lang), lex: lexicon.For(t.Article.Lang)}
	if !g.l.Finite("is") { // no list
		return
	}
	if !foreign(p.Alignment) {
		g.pairs = pairsOf(p.Alignment.Source.Article)
	}
	for i := range p.across().passages {
		x := &p.across().passages[i]
		e := p.editedGap(x)
		for k, s := range x.target {
			g.last = k+1 == len(x.target)
			g.ts = t.Article.Sentences[s].Tokens
			first, found := openingWord(g.ts), false
			for j := range g.ts {
				n := g.at(j)
				if n == 0 && p.Case.Unit && j == first && p.opensWithName(x) && g.headless(j) {
					n = 1
				}
				if n == 0 || touchesCode(g.ts, j) {
					continue
				}
				p.Report(Finding{Severity: Warning, Confidence: 0.9, At: mention(t, s, j, j+n),
					Related: []Mention{sentencesMention(p.Alignment.Source, x.source)},
					Message: "a word is missing here"})
				found = true
				break // the rest of a broken sentence proves nothing
			}
			if !found && e != nil {
				p.reportEdited(e, x, s)
			}
		}
	}
}

// gapFinder looks for gaps in a sentence.
type gapFinder struct {
	l     *language.Language
	lex   *lexicon.Lexicon
	ts    []article.Token
	last  bool               // it is the last of its passage
	pairs map[[2]string]bool // words that stand side by side in a source of the same language
}

// pairsOf lists the tokens that stand side by side in an article.
func pairsOf(a *article.Article) map[[2]string]bool {
	out := map[[2]string]bool{}
	for i := range a.Sentences {
		ts := a.Sentences[i].Tokens
		for j := 1; j < len(ts); j++ {
			out[[2]string{ts[j-1].Lower, ts[j].Lower}] = true
		}
	}
	return out
}

// at counts the tokens around a gap behind token j, 0 where there is none.
func (g *gapFinder) at(j int) int {
	if j+1 >= len(g.ts) || g.pairs[[2]string{g.ts[j].Lower, g.ts[j+1].Lower}] || cited(g.ts, j) {
		return 0
	}
	t, next := &g.ts[j], &g.ts[j+1]
	switch {
	case isMark(t, "("):
		if isMark(next, ")", ",") && !next.Space && (j == 0 || t.Space) {
			return 2
		}
	case t.Kind == article.Punct:
		if g.saidByNobody(j) || j == 0 && isMark(t, ",") {
			return 2
		}
	case t.Kind != article.Word || hyphened(g.ts, j) || hyphened(g.ts, j+1):
	case next.Kind == article.Word && next.Space && next.Text == next.Lower:
		var words [4]string
		if n := g.l.Apart(spacedWords(words[:0], g.ts[j:])); n > 0 && (!g.is(j, language.Preposition) || g.hangs(j)) {
			return n
		}
		if g.is(j, language.AccordingWord) && j+2 < len(g.ts) && !g.nounAhead(j+2) || g.joined(j) {
			return 2
		}
	case g.bare(j), g.is(j, language.Preposition) && g.possessive(j+1):
		return 2
	}
	if j == 0 && (g.is(j, language.Preposition) || g.dated()) {
		return g.fronted()
	}
	return 0
}

// spacedWords appends the words of tokens, up to one that no space parts from the
// word before it, as far as there is room.
func spacedWords(words []string, ts []article.Token) []string {
	for i := 0; i < len(ts) && i < cap(words) && (i == 0 || ts[i].Space); i++ {
		words = append(words, ts[i].Lower)
	}
	return words
}

func (g *gapFinder) is(j int, c language.Class) bool {
	return j >= 0 && j < len(g.ts) && g.l.Classes().Of(g.ts[j].Lower)&c != 0
}

// noun tells whether token j is a noun that is no verb there, or a pronoun that
// something may hang on.
func (g *gapFinder) noun(j int) bool {
	if j < 0 || g.ts[j].Kind != article.Word || j > 0 && (g.is(j-1, language.PersonalWord|language.Auxiliary) || g.ts[j-1].Lower == "to") {
		return false
	}
	w := g.ts[j].Lower
	if g.l.Determiner(w) { // those of
		return true
	}
	found := false
	for _, x := range g.lex.Lemmas(w) {
		switch {
		case x.POS == "noun":
			found = true
		case x.POS == "verb" && strings.HasSuffix(w, "ed"), x.POS == "adjective" && !found:
			return false
		}
	}
	for k := j - 1; k >= 0 && k > j-maxRelative && g.ts[k].Kind == article.Word; k-- {
		if relative(g.ts[k].Lower) {
			return false // all (that) they complain of
		}
	}
	return found
}

// hangs tells whether the preposition at token j hangs on a noun and is no part of a
// verb, as in "closing in on".
func (g *gapFinder) hangs(j int) bool {
	return g.noun(j-1) && len(g.lex.Lemmas(g.ts[j-1].Lower+" "+g.ts[j].Lower)) == 0
}

// maxRelative is how far before a preposition the word may stand that it goes with.
const maxRelative = 9

func relative(w string) bool {
	switch w {
	case "which", "that", "who", "whom", "whose", "what", "where", "how", "whatever":
		return true
	}
	return false
}

// nounAhead tells whether a noun phrase begins at token j, as far as one can see.
func (g *gapFinder) nounAhead(j int) bool {
	t := &g.ts[j]
	if t.Kind == article.Punct {
		return !isMark(t, ",", ".", ";", ":", ")", "!", "?")
	}
	return t.Kind != article.Word || !g.l.Finite(t.Lower) && !g.is(j, language.Conjunction)
}

// bare tells whether token j is a preposition that hangs on a noun and has no
// object before the mark behind it: "some areas of, and".
func (g *gapFinder) bare(j int) bool {
	t, next := &g.ts[j], &g.ts[j+1]
	if g.is(j, language.AccordingWord) || !g.l.Bare(t.Lower) {
		return j > 0 && t.Lower == "to" && g.is(j-1, language.AccordingWord) && isMark(next, ",", ".", ";", ")")
	}
	if j == 0 || startsUpper(g.ts[j-1].Text) || !g.hangs(j) {
		return false
	}
	if isMark(next, ".") {
		return t.Lower == "of" && g.last && j+2 == len(g.ts)
	}
	for k := j + 2; k < len(g.ts) && k < j+6; k++ {
		if isMark(&g.ts[k], ",") || g.ts[k].Lower == "or" {
			return false // specimens from, caring for, or
		}
	}
	return isMark(next, ",") && !next.Space && j+2 < len(g.ts)
}

// joined tells whether "and" and a verb follow a preposition that hangs on a noun:
// "overshot a runway in and crashed".
func (g *gapFinder) joined(j int) bool {
	return g.l.Bare(g.ts[j].Lower) && g.ts[j+1].Lower == "and" && j+2 < len(g.ts) && g.past(j+2) && j > 0 && g.hangs(j)
}

// possessive tells whether a possessive ending stands by itself at token j.
func (g *gapFinder) possessive(j int) bool {
	return g.ts[j].Space && quoteMark(g.ts[j].Text) && j+2 < len(g.ts) && g.ts[j+1].Text == "s" && !g.ts[j+1].Space && g.ts[j+2].Space
}

// dated tells whether a sentence begins with a date: "Last week".
func (g *gapFinder) dated() bool {
	var words [4]string
	_, n := g.l.RelativeDate(spacedWords(words[:0], g.ts))
	return n > 1
}

// saidByNobody tells whether a quotation ends with token j, and the verb of saying
// behind it has no subject.
func (g *gapFinder) saidByNobody(j int) bool {
	return j > 1 && quoteMark(g.ts[j].Text) && !g.ts[j].Space && isMark(&g.ts[j-1], ",", "!", "?", ".", "…") && g.ts[j+1].Space &&
		g.is(j+1, language.SayVerb) && g.ts[j+1].Text == g.ts[j+1].Lower && j+2 < len(g.ts) && isMark(&g.ts[j+2], ".", ",", ";")
}

// fronted counts the tokens from the first to a verb that follows the opening
// phrase of a sentence with no subject between: "In 1956, went to Sweden".
func (g *gapFinder) fronted() int {
	for j := 1; j+2 < len(g.ts); j++ {
		switch {
		case isMark(&g.ts[j], ",") || g.ts[j].Kind == article.Number && yearLike(g.ts[j].Text) && j == 1:
			k := j + 1
			if g.ts[j].Kind == article.Number && isMark(&g.ts[k], ",") {
				k++
			}
			if k+1 < len(g.ts) && g.subjectless(k) {
				return k + 1
			}
			if g.ts[j].Kind == article.Number {
				continue
			}
			return 0
		case g.ts[j].Kind != article.Word:
			return 0
		case startsUpper(g.ts[j].Text) && g.is(j, language.CalendarWord): // May
		case g.past(j) || g.is(j, language.PersonalWord|language.Copula|language.Auxiliary|language.Conjunction):
			return 0
		}
	}
	return 0
}

func yearLike(s string) bool {
	return len(s) == 4 && (s[0] == '1' || s[0] == '2') && !strings.ContainsAny(s, ".,")
}

// past tells whether token j may be the past tense of a verb.
func (g *gapFinder) past(j int) bool {
	w := g.ts[j].Lower
	if g.l.Finite(w) {
		return true
	}
	for _, x := range g.lex.Lemmas(w) {
		if x.POS == "verb" && x.Text != w && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "s") {
			return true
		}
	}
	return false
}

// subjectless tells whether token j is a finite verb, by itself or by what follows.
func (g *gapFinder) subjectless(j int) bool {
	t, next := &g.ts[j], &g.ts[j+1]
	if t.Kind != article.Word || t.Text != t.Lower || g.is(j+1, language.PersonalWord) {
		return false // an inversion: did he
	}
	if g.l.Finite(t.Lower) {
		return !g.l.Determiner(next.Lower) || !g.is(j, language.Copula|language.Auxiliary)
	}
	return g.past(j) && !g.is(j, language.Preposition) && (g.l.Determiner(next.Lower) || next.Lower == "that" || next.Lower == "to") &&
		!g.is(j, language.Adverb|language.Conjunction)
}

// headless tells whether a sentence begins with a finite verb and asks nothing.
func (g *gapFinder) headless(j int) bool {
	t := &g.ts[j]
	if j+2 >= len(g.ts) || !g.l.Finite(t.Lower) || !startsUpper(t.Text) || g.is(j+1, language.PersonalWord) || isMark(&g.ts[len(g.ts)-1], "?") {
		return false
	}
	return g.ts[j+1].Kind == article.Word && !g.l.Determiner(g.ts[j+1].Lower) && !startsUpper(g.ts[j+1].Text) || g.is(j, language.SayVerb)
}

// openingWord is the first token of a sentence that is no mark, or -1.
func openingWord(ts []article.Token) int {
	return slices.IndexFunc(ts, func(t article.Token) bool { return t.Kind != article.Punct })
}

// opensWithName tells whether the source of a passage may begin with a name: with
// no function word, verb of saying or small letter.
func (p *Pass) opensWithName(x *passage) bool {
	a := p.Alignment.Source.Article
	ts := a.Sentences[x.source[0]].Tokens
	j := openingWord(ts)
	l := language.For(a.Lang)
	return j >= 0 && ts[j].Kind == article.Word && startsUpper(ts[j].Text) && l.KnowsPlaces() &&
		l.Classes().Of(ts[j].Lower)&(language.Function&^language.Determiner|language.SayVerb) == 0 && (!l.StopWord(ts[j].Lower) || l.Determiner(ts[j].Lower))
}
