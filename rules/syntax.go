package rules

import (
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// syntax tells what part of a clause the words of a language can be, by its closed
// classes and, for open ones, by its dictionary. A word that may be several things
// is none of them for certain.
type syntax struct {
	lang *language.Language
	lex  *lexicon.Lexicon
}

// syntax is that of an article's language.
func (p *Pass) syntax(a *article.Article) syntax {
	return syntax{language.For(a.Lang), p.lexicon(a.Lang)}
}

// leans tells whether a word needs another behind it: an article, preposition
// or conjunction.
func (x syntax) leans(t *article.Token) bool { return leans(x.lang, t) }

// finite tells whether a word is a verb that only a subject before it explains: an
// auxiliary or copula in English, whose clauses begin with their subject.
func (x syntax) finite(t *article.Token) bool {
	if x.lang.Tag != "en" || t.Kind != article.Word || t.Text != t.Lower || strings.HasPrefix(t.Lower, "be") || strings.HasSuffix(t.Lower, "ing") {
		return false
	}
	c := x.lang.Classes().Of(t.Lower)
	return c&(language.Auxiliary|language.Copula) != 0 && c&language.CommonWord == 0 && x.lang.StopWord(t.Lower)
}

// transitive tells whether a word is a verb in the past and nothing else, so that
// its object follows: "waved", "used", "took".
func (x syntax) transitive(t *article.Token) bool {
	return x.verbOnly(t) && x.lang.Classes().Of(t.Lower)&language.SayVerb == 0 && !strings.HasSuffix(t.Lower, "s")
}

// verbOnly tells whether a word is an inflected verb and no noun.
func (x syntax) verbOnly(t *article.Token) bool {
	if t.Kind != article.Word || t.Text != t.Lower || x.lang.StopWord(t.Lower) || strings.HasSuffix(t.Lower, "ing") {
		return false
	}
	verb := false
	for _, l := range x.lex.Lemmas(t.Lower) {
		switch {
		case l.POS == "verb" && l.Text != t.Lower:
			verb = true
		case l.POS == "noun":
			return false
		}
	}
	return verb
}

// past tells whether a word is the past of a verb and nothing else.
func (x syntax) past(w string) bool {
	if x.lang.StopWord(w) || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "s") {
		return false
	}
	verb := false
	for _, l := range x.lex.Lemmas(w) {
		if l.POS != "verb" {
			return false
		}
		verb = verb || l.Text != w
	}
	return verb
}

// only tells whether the dictionary knows a word as one part of speech alone.
func (x syntax) only(w, pos string) bool {
	ls := x.lex.Lemmas(w)
	return len(ls) > 0 && !slices.ContainsFunc(ls, func(l lexicon.Lemma) bool { return l.POS != pos })
}

// nounOnly tells whether a word is a noun and nothing else.
func (x syntax) nounOnly(t *article.Token) bool {
	if t.Kind != article.Word || t.Text != t.Lower || x.lang.Classes().Of(t.Lower)&language.Function != 0 {
		return false
	}
	noun := false
	for _, l := range x.lex.Lemmas(t.Lower) {
		if l.POS == "adjective" || l.POS == "adverb" || l.POS == "verb" && l.Text != t.Lower {
			return false
		}
		noun = noun || l.POS == "noun"
	}
	return noun
}

// modifies tells whether a word is an adjective and nothing else, so that its noun
// follows: "largest", "indigenous".
func (x syntax) modifies(t *article.Token) bool {
	if t.Text != t.Lower || strings.HasSuffix(t.Lower, "ing") {
		return false
	}
	adjective := false
	for _, l := range x.lex.Lemmas(t.Lower) {
		if l.POS != "adjective" && l.POS != "adverb" {
			return false
		}
		adjective = adjective || l.POS == "adjective"
	}
	return adjective
}

// plural tells whether a word is a noun in the plural, which no compound begins with.
func (x syntax) plural(t *article.Token) bool {
	return x.lang.Tag == "en" && strings.HasSuffix(t.Lower, "s") && !x.lang.StopWord(t.Lower) && slices.ContainsFunc(x.lex.Lemmas(t.Lower), func(l lexicon.Lemma) bool {
		return l.POS == "noun" && l.Text != t.Lower
	})
}

// passive tells whether the verb at j stands behind a form of "be".
func (x syntax) passive(ts []article.Token, j int) bool {
	for k := j - 1; k >= max(0, j-3); k-- {
		if ts[k].Kind == article.Word && x.lang.Classes().Of(ts[k].Lower)&language.Copula != 0 {
			return true
		}
	}
	return false
}

// predicate tells whether some tokens hold a word that may be the verb of a clause:
// an auxiliary, an inflected verb, or one behind a pronoun or a plural.
func (x syntax) predicate(ts []article.Token) bool {
	for i := range ts {
		t := &ts[i]
		if t.Kind != article.Word {
			continue
		}
		if x.lang.Classes().Of(t.Lower)&(language.Auxiliary|language.Copula) != 0 {
			return true
		}
		if x.lang.StopWord(t.Lower) || strings.HasSuffix(t.Lower, "ing") {
			continue
		}
		for _, l := range x.lex.Lemmas(t.Lower) {
			if l.POS == "verb" && (l.Text != t.Lower || i > 0 && (x.plural(&ts[i-1]) || x.lang.Classes().Of(ts[i-1].Lower)&language.PersonalWord != 0)) {
				return true
			}
		}
	}
	return false
}
