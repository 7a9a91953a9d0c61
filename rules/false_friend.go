package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// FalseFriend reports a word of a translation that looks like the source's word
// and means something else: eventuell for eventually, embarrassed for embarazada.
//
// Why: the sentence reads well and says something the source does not.
//
// Fires:
//
//	(de-en) Die Fähre wurde eventuell repariert. ~ The ferry was eventually repaired.
//	(en-es) The captain was embarrassed and stayed at home. ~ La capitana estaba embarazada y se quedó en casa.
//
// Quiet:
//
//	(de-en) Die Fähre wurde schließlich repariert. ~ The ferry was eventually repaired.
//	(de-en) Die aktuelle Zahl ist die tatsächliche. ~ The current figure is the actual one.
//
// Misses: words that are not listed, and those whose two meanings meet in
// some contexts; the look-alike where a right rendering stands in the passage too.
// A look-alike that stands three times or more in an article is severity info: its
// translator has chosen it.
var FalseFriend = &Rule{
	Name:     "false-friend",
	Category: Mistranslation,
	Severity: Warning,
	Scope:    Translation,
	Check:    checkFalseFriends,
}

func checkFalseFriends(p *Pass) {
	al := p.Alignment
	from, to := language.Base(al.Source.Article.Lang), language.Base(al.Target.Article.Lang)
	if from == to || !foreign(al) {
		return
	}
	lex := p.lexicon(to)
	if lex == nil {
		return
	}
	var found []lookalike
	for i := range p.across().passages {
		found = p.falseFriends(found, lex, from, &p.across().passages[i])
	}
	for _, m := range found {
		p.falseFriend(m)
	}
}

// lookalike is a word of the target that a false friend put there, and all places
// of the article where it did.
type lookalike struct {
	friend         *lexicon.FalseFriend
	source, target placed
	again          []Mention
}

// chosen is how many places of one article show that the translator did not slip
// but takes the look-alike for the word to use.
const chosen = 3

// falseFriend reports a word once for an article: a translator who uses it
// throughout needs to hear of it once, and may have reasons.
func (p *Pass) falseFriend(m lookalike) {
	sev, conf := Warning, 0.8
	if len(m.again) >= chosen-1 {
		sev, conf = Info, 0.5
	}
	p.Report(Finding{Severity: sev, Confidence: conf, At: p.wordMention(1, m.target), Related: append([]Mention{p.wordMention(0, m.source)}, m.again...),
		Message: fmt.Sprintf("“%s” looks like “%s” and means something else, expected “%s”", m.target.token.Text, m.source.token.Text, strings.Join(m.friend.Right, "” or “"))})
}

// falseFriends adds those of one passage. Few words have any, so that the words
// of a passage are listed only where one does.
func (p *Pass) falseFriends(found []lookalike, lex *lexicon.Lexicon, from string, x *passage) []lookalike {
	var source, target []placed
	k := -1 // number of the word
	for _, i := range x.source {
		ts := p.Alignment.Source.Article.Sentences[i].Tokens
		for j := range ts {
			if ts[j].Kind != article.Word {
				continue
			}
			k++
			friends := lex.FalseFriends(from, ts[j].Lower)
			if len(friends) > 0 && source == nil {
				source, target = p.words(0, x.source), p.words(1, x.target)
			}
			for n := range friends {
				at := p.mistaken(x, friends[n], source, target, k)
				if at < 0 {
					continue
				}
				m := lookalike{friend: &friends[n], source: source[k], target: target[at]}
				if i := slices.IndexFunc(found, m.same); i >= 0 {
					found[i].again = append(found[i].again, p.wordMention(1, m.target))
				} else {
					found = append(found, m)
				}
			}
		}
	}
	return found
}

// same tells whether two words are put there by one false friend.
func (m lookalike) same(o lookalike) bool {
	return m.friend.Source == o.friend.Source && m.friend.Wrong == o.friend.Wrong
}

// placed is a word of a passage.
type placed struct {
	token    *article.Token
	sentence int
	index    int  // of the token
	first    bool // of its sentence
}

// words lists the words of some sentences of a side.
func (p *Pass) words(side int, sentences []int) []placed {
	a := p.sheets()[side].Article
	size := 0
	for _, i := range sentences {
		size += len(a.Sentences[i].Tokens)
	}
	out := make([]placed, 0, size)
	for _, i := range sentences {
		ts := a.Sentences[i].Tokens
		first := true
		for j := range ts {
			if ts[j].Kind == article.Word {
				out = append(out, placed{token: &ts[j], sentence: i, index: j, first: first})
				first = false
			}
		}
	}
	return out
}

// wordMention is the mention of a word of a side.
func (p *Pass) wordMention(side int, w placed) Mention {
	return mention(p.sheets()[side], w.sentence, w.index, w.index+1)
}

// stems lists the stems of the words of some sentences of a side.
func (p *Pass) stems(side int, sentences []int) []string {
	lang := language.For(p.sheets()[side].Article.Lang)
	var out []string
	for _, w := range p.words(side, sentences) {
		out = append(out, lang.Stem(w.token.Lower))
	}
	return out
}

// nearPlace is how far apart, as a share of the passage, two words may stand that
// render each other.
const nearPlace = 0.4

// mistaken is the index of the word of the target that a false friend put for word
// k of the source, -1 where there is none: the look-alike stands about there, no
// right rendering does, and nothing in the source explains the look-alike.
func (p *Pass) mistaken(x *passage, ff lexicon.FalseFriend, source, target []placed, k int) int {
	from, lang := language.For(p.Alignment.Source.Article.Lang), language.For(p.Alignment.Target.Article.Lang)
	if !spelledAs(&source[k], ff.Source) || !inflected(from, source[k].token.Lower, strings.ToLower(ff.Source)) {
		return -1
	}
	at := -1
	for i := range target {
		if !spelledAs(&target[i], ff.Wrong) || !inflected(lang, target[i].token.Lower, strings.ToLower(ff.Wrong)) {
			continue
		}
		if at >= 0 {
			return -1 // which of the two is not known
		}
		at = i
	}
	if at < 0 {
		return -1
	}
	share := [2]float64{float64(k) / float64(len(source)), float64(at) / float64(len(target))} // of the words that stand before it
	switch {
	case max(share[1]-share[0], share[0]-share[1]) > nearPlace:
		return -1
	case holdsAny(lang, p.stems(1, x.nearTarget), ff.Right):
		return -1
	}
	for _, back := range p.lexicon(from.Tag).FalseFriends(lang.Tag, strings.ToLower(ff.Wrong)) {
		if holdsAny(from, p.stems(0, x.nearSource), back.Right) {
			return -1
		}
	}
	return at
}

// spelledAs tells whether a word has the case of a listed one: German "Art" is not
// "art", and a word in the middle of an English sentence with a capital is a name.
func spelledAs(w *placed, listed string) bool {
	upper := startsUpper(w.token.Text)
	if startsUpper(listed) {
		return upper
	}
	return !upper || w.first && !strings.ContainsFunc(w.token.Text[1:], unicode.IsUpper)
}

// inflected tells whether a word is a form of a listed one: the listed word, or what
// is left without its own ending and one of the language's endings. Words derived
// from it, such as "parental", are others.
func inflected(lang *language.Language, word, listed string) bool {
	if word == listed {
		return true
	}
	if lang.Stem(word) != lang.Stem(listed) {
		return false
	}
	e := endings[lang.Tag]
	for _, own := range e.own {
		if base, ok := strings.CutSuffix(listed, own); ok {
			if rest, ok := strings.CutPrefix(word, base); ok && slices.Contains(e.other, rest) {
				return true
			}
		}
	}
	for _, own := range e.infinitive {
		if base, ok := strings.CutSuffix(listed, own); ok && strings.HasPrefix(word, base) && !slices.ContainsFunc(e.derived, func(s string) bool { return strings.HasSuffix(word, s) }) {
			return true
		}
	}
	return false
}

// ending are the endings of a language: those that a listed noun or adjective may
// drop, those that it may take, those of infinitives, and those by which nouns are
// derived from verbs.
type ending struct{ own, other, infinitive, derived []string }

var endings = map[string]ending{
	"en": {own: []string{"", "e", "y"}, other: []string{"s", "es", "d", "ed", "ing", "ies", "ied"}},
	"de": {own: []string{"", "e"}, other: []string{"", "e", "en", "er", "es", "em", "n", "s"}, infinitive: []string{"en"}, derived: []string{"ung", "ungen"}},
	"es": {own: []string{"", "o", "a", "e", "ón"}, other: []string{"o", "a", "os", "as", "s", "es", "ones"},
		infinitive: []string{"ar", "er", "ir"}, derived: []string{"ión", "iones", "or", "ora", "ores", "nte", "ntes"}},
	"fr": {own: []string{"", "x", "f"}, other: []string{"s", "x", "e", "es", "le", "les", "ne", "nes", "se", "ses", "ve", "ves", "fs"},
		infinitive: []string{"er", "ir", "re"}, derived: []string{"ion", "ions", "eur", "eurs", "ment", "ments"}},
	"it": {own: []string{"", "o", "a", "e"}, other: []string{"o", "a", "e", "i", "he", "hi"},
		infinitive: []string{"are", "ere", "ire"}, derived: []string{"ione", "ioni", "ore", "ori"}},
	"pt": {own: []string{"", "o", "a", "e", "s", "l", "ão"}, other: []string{"o", "a", "os", "as", "s", "es", "is", "ões"},
		infinitive: []string{"ar", "er", "ir"}, derived: []string{"ão", "ões", "or", "ora", "ores", "ismo", "nte", "ntes"}},
}

// holdsAny tells whether words hold one of some words or phrases in some form.
func holdsAny(lang *language.Language, stems, phrases []string) bool {
	for _, phrase := range phrases {
		parts := strings.Fields(strings.ToLower(phrase))
		for i := 0; i+len(parts) <= len(stems); i++ {
			n := 0
			for n < len(parts) && stems[i+n] == lang.Stem(parts[n]) {
				n++
			}
			if n == len(parts) {
				return true
			}
		}
	}
	return false
}
