package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// added tells whether mark j of the target, before the word next, is one that its
// source of the same language has nowhere in the passage and that parts words which
// no such mark can part: a clause from its verb, a word from what it needs behind it,
// a family name from the given one. Where a passage is worded anew the words around
// a mark differ from the source's, so that grammar has to tell.
func (p *Pass) added(source, target []int, ts []article.Token, j int, next *article.Token) bool {
	al := p.Alignment
	x := p.syntax(al.Target.Article)
	before, mark := &ts[j-1], &ts[j]
	more := func(marks ...string) bool {
		return countMarks(al.Target.Article, target, marks...) > countMarks(al.Source.Article, source, marks...)
	}
	if mark.Space || !next.Space || before.Kind == article.Opaque {
		return false
	}
	if mark.Text != "." && !(mark.Text == "'" && strings.HasSuffix(before.Lower, "s")) && p.inName(source, before, next) {
		return true
	}
	switch mark.Text {
	case ";":
		return more(";", ":") && (x.needsMore(before) || x.cutsClause(ts, j, next))
	case ":":
		return more(";", ":") && x.cutsLead(ts, j, next)
	case ".":
		if before.Kind == article.Number {
			return x.lang.Tag == "en" && next.Kind == article.Word && plainLower(x.lang, next.Text)
		}
		return (x.leans(before) || x.finite(before)) && x.lang.StopWord(before.Lower) && before.Text == before.Lower && (!startsUpper(next.Text) || !p.endsLeaning(source))
	case "-":
		return before.Kind == article.Word && (!x.suspended(ts, j) || x.plural(before)) || startsUpper(next.Text) && startsUpper(before.Text)
	case "'", "’":
		return x.cutsWord(ts, j, next)
	case "^", "~", "@", "_":
		return more(mark.Text)
	case ",":
		return x.cutsObject(ts, j, next) && !p.sourceComma(source, next)
	}
	return false
}

// addedBefore tells whether mark j of the target, before another mark, is one that its
// source of the same language has nowhere in the passage: a mark that no sentence
// has, or one between a word and the brackets that explain it.
func (p *Pass) addedBefore(source, target []int, ts []article.Token, j int, next *article.Token) bool {
	al := p.Alignment
	mark := ts[j].Text
	if next.Kind != article.Punct || !next.Space || ts[j].Space || countMarks(al.Target.Article, target, mark) <= countMarks(al.Source.Article, source, mark) {
		return false
	}
	switch mark {
	case "^", "~", "@", "_":
		return ts[j-1].Kind == article.Word || ts[j-1].Kind == article.Number
	case ";", ":", ",":
		return isMark(next, "(")
	case "!", "?":
		return isMark(next, "(") || leans(p.syntax(al.Target.Article).lang, &ts[j-1])
	case "'", "’":
		return isMark(next, "-", "–", "—") && !strings.HasSuffix(ts[j-1].Lower, "s") && countText(ts[:j], "'", "‘", "’") == 0
	case ".":
		return isMark(next, "(") && j+2 < len(ts) && !startsUpper(ts[j+2].Text)
	}
	return false
}

// needsMore tells whether a word needs another of its clause behind it: an article,
// preposition, conjunction, auxiliary, negation or possessive.
func (x syntax) needsMore(t *article.Token) bool {
	return x.leans(t) || x.finite(t) || t.Lower == "been" || t.Kind == article.Word && (x.lang.IsNegation(t.Lower) || x.possessive(t))
}

func (x syntax) possessive(t *article.Token) bool {
	return x.lang.Tag == "en" && strings.HasSuffix(t.Lower, "'s")
}

// objectClause tells whether next begins the clause that says what the verb before
// it names: "assured that".
func (x syntax) objectClause(before, next *article.Token) bool {
	return x.lang.Tag == "en" && next.Text == "that" && (x.verbOnly(before) || x.lang.Classes().Of(before.Lower)&language.SayVerb != 0)
}

// cutsClause tells whether the semicolon at j stands where no clause ends or none
// begins: before a finite verb or a preposition, or with no verb on one of its sides.
func (x syntax) cutsClause(ts []article.Token, j int, next *article.Token) bool {
	if countText(ts, ";") > 1 {
		return false // a list
	}
	return x.objectClause(&ts[j-1], next) || x.verbOnly(next) || x.finite(next) && !asked(ts) || startsLower(next.Text) && x.lang.Classes().Of(next.Lower)&(language.Preposition|language.Conjunction) == language.Preposition ||
		x.bareNoun(next) || j > 1 && x.lang.NeedsNoun(ts[j-2].Lower) && x.modifies(&ts[j-1]) || !x.predicate(ts[:j]) || !x.predicate(ts[j+1:])
}

// cutsLead tells whether a colon stands between words of which the second goes on
// with what the first began: a word that needs another, a verb and its object, a
// noun and its verb, an adjective and its noun, a month and its day.
func (x syntax) cutsLead(ts []article.Token, j int, next *article.Token) bool {
	before := &ts[j-1]
	if before.Kind == article.Number { // "14: zones", but not "Rule 3: never"
		return x.lang.Tag == "en" && startsLower(next.Text) && len(before.Text) != 4 && j > 1 && !startsUpper(ts[j-2].Text)
	}
	c, n := x.class(before), x.class(next)
	limits := c&language.Adverb != 0 && before.Text == before.Lower
	switch {
	case x.lang.Tag != "en":
		return startsLower(next.Text) && x.needsMore(before)
	case next.Kind == article.Number:
		return limits || c&language.CalendarWord != 0 && c&language.StopClass == 0 || x.takesObject(ts, j-1)
	case !startsLower(next.Text):
		return x.needsMore(before) && (x.lang.NeverAfterArticle(before.Lower) || x.possessive(before)) || x.lang.NeedsNoun(before.Lower) ||
			x.takesObject(ts, j-1) || x.modifies(before) && x.lang.StopWord(before.Lower)
	case limits, x.needsMore(before), c&language.PersonalWord != 0 && x.lang.StopWord(before.Lower), x.modifies(before), x.takesObject(ts, j-1),
		strings.HasSuffix(before.Lower, "ing") && x.only(before.Lower, "verb"):
		return true
	}
	return x.finite(next) || x.verbOnly(next) || x.objectClause(before, next) || x.bareNoun(next) && !listed(ts[j+1:]) ||
		x.lang.StopWord(next.Lower) && n&(language.Preposition|language.Conjunction|language.Adverb) != 0
}

// bareNoun tells whether a word is a noun in the singular, with which no clause
// begins for want of an article.
func (x syntax) bareNoun(t *article.Token) bool { return x.nounOnly(t) && !x.plural(t) }

// listed tells whether some tokens begin a list: a comma or conjunction is near.
func listed(ts []article.Token) bool {
	for i := range ts[:min(4, len(ts))] {
		if isMark(&ts[i], ",") || ts[i].Lower == "and" || ts[i].Lower == "or" {
			return true
		}
	}
	return false
}

// takesObject tells whether the word at j is a verb and nothing else, behind which a
// list or an explanation would be its object.
func (x syntax) takesObject(ts []article.Token, j int) bool {
	if x.passive(ts, j) || x.lang.Classes().Of(ts[j].Lower)&language.SayVerb != 0 {
		return false
	}
	return x.transitive(&ts[j]) || ts[j].Text == ts[j].Lower && !x.lang.StopWord(ts[j].Lower) && x.only(ts[j].Lower, "verb")
}

// cutsWord tells whether the apostrophe at j closes no quotation and no possessive.
func (x syntax) cutsWord(ts []article.Token, j int, next *article.Token) bool {
	before := &ts[j-1]
	if countText(ts[:j], "'", "‘", "’") > 0 || countText(ts[j+1:], "'", "’") > 0 {
		return false
	}
	return before.Kind == article.Number || !strings.HasSuffix(before.Lower, "s") || x.lang.StopWord(before.Lower) || x.finite(next) || x.leans(next) && x.lang.StopWord(next.Lower)
}

// cutsObject tells whether the comma at j parts a verb from the clause that is its
// object ("explained, how"), or an article, preposition, auxiliary or possessive from
// its noun or verb, with no remark between commas behind it.
func (x syntax) cutsObject(ts []article.Token, j int, next *article.Token) bool {
	before := &ts[j-1]
	if x.lang.Tag != "en" || before.Kind != article.Word {
		return false
	}
	c := x.lang.Classes().Of(before.Lower)
	if (next.Lower == "that" || next.Lower == "how" || next.Lower == "whether" || next.Lower == "why") && countText(ts[:j], ",") == 0 {
		return c&language.SayVerb != 0
	}
	for k := j + 1; k < min(j+remark, len(ts)); k++ {
		if isMark(&ts[k], ",", "–", "—", "(", ")", "\"", "“") {
			return false
		}
	}
	switch {
	case next.Lower == "of":
		return startsLower(before.Text) && j+2 < len(ts) && x.lang.NeedsNoun(ts[j+2].Lower)
	case next.Lower == "to":
		return x.modifies(before)
	case j > 1 && x.lang.NeedsNoun(ts[j-2].Lower) && x.modifies(before) && x.nounOnly(next):
		return true // "a national, road"
	case x.lang.NeedsNoun(next.Lower) && x.transitive(before) && !x.passive(ts, j-1) && !x.predicate(ts[j+1:]):
		return true // "held, a meeting"
	case x.finite(next) && countText(ts[:j], ",") == 0 && !x.predicate(ts[:j]) && !x.opens(&ts[0]):
		return true // "The copies, were"
	case c&language.Conjunction != 0:
		return x.lang.NeverAfterArticle(before.Lower) && before.Text == before.Lower && next.Kind == article.Word && !coordinates(before)
	}
	return x.lang.NeedsNoun(before.Lower) || x.finite(before) || x.possessive(before) || x.lang.IsNegation(before.Lower) && next.Lower != "but" ||
		c&language.Preposition != 0 && c&language.Adverb == 0 && x.lang.NeverAfterArticle(before.Lower)
}

// coordinates tells the conjunctions behind which a remark may begin with a comma
// that nothing closes.
func coordinates(t *article.Token) bool {
	return t.Lower == "and" || t.Lower == "or" || t.Lower == "but"
}

// remark is how many words a remark between commas has at most: "the, by then, old man".
const remark = 8

// sourceComma tells whether the source has a comma before a word too.
func (p *Pass) sourceComma(source []int, next *article.Token) bool {
	for _, i := range source {
		ts := p.Alignment.Source.Article.Sentences[i].Tokens
		for j := 1; j < len(ts); j++ {
			if ts[j].Lower == next.Lower && isMark(&ts[j-1], ",") {
				return true
			}
		}
	}
	return false
}

// endsLeaning tells whether a sentence of the source ends in a word that needs
// another behind it.
func (p *Pass) endsLeaning(source []int) bool {
	a := p.Alignment.Source.Article
	x := p.syntax(a)
	for _, i := range source {
		ts := a.Sentences[i].Tokens
		if n := len(ts); n > 1 && isTerminal(&ts[n-1]) && x.leans(&ts[n-2]) {
			return true
		}
	}
	return false
}

// inName tells whether two words follow each other in a name of the source.
func (p *Pass) inName(source []int, a, b *article.Token) bool {
	if !startsUpper(a.Text) || !startsUpper(b.Text) {
		return false
	}
	s := p.Alignment.Source
	for _, i := range source {
		ts := s.Article.Sentences[i].Tokens
		for _, n := range s.Of(i) {
			f := &s.Facts[n]
			if f.Kind != fact.KindName || f.Last > len(ts) || f.Last-f.First > 3 && utf8.RuneCountInString(a.Text) > 2 { // perhaps two names side by side
				continue
			}
			for j := f.First + 1; j < f.Last; j++ {
				if bare(ts[j-1].Lower) == bare(a.Lower) && bare(ts[j].Lower) == bare(b.Lower) {
					return true
				}
			}
		}
	}
	return false
}

// opens tells whether a sentence that begins with a word may begin with something
// other than its subject: a preposition, conjunction or adverb.
func (x syntax) opens(t *article.Token) bool {
	return x.lang.Classes().Of(t.Lower)&(language.Preposition|language.Conjunction|language.Adverb) != 0 || strings.HasSuffix(t.Lower, "ly") || strings.HasSuffix(t.Lower, "ing")
}
