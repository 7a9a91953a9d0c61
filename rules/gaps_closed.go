package rules

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// Gaps in a sentence
//
// A word that fell out leaves neighbours that never stand side by side: an article
// before a preposition, a preposition at the head of a sentence before a comma, a
// modal verb with "not" before an article. Such pairs of closed classes can be told
// without knowing what the sentence says, each from few words before and behind, so
// that the cost grows with the text. What an English sentence may do in questions,
// behind a relative pronoun or with a preposition at its end is no gap; a word that
// may be two things is taken for the one that fits.

// lacuna is tokens between which a word is missing.
type lacuna struct{ first, last int }

// gapAt looks for a gap behind word j.
func (x syntax) gapAt(ts []article.Token, j int) (lacuna, bool) {
	t, next := &ts[j], &ts[j+1]
	if next.Kind != article.Word {
		return lacuna{j, j + 2}, next.Kind == article.Punct && x.cutOff(ts, j)
	}
	if !next.Space || next.Text != next.Lower || hyphened(ts, j+1) {
		return lacuna{}, false
	}
	c := x.class(t)
	modal := x.modalOf(t, c)
	switch {
	case next.Lower == "of":
		return lacuna{j, j + 2}, c&language.BoundPreposition != 0 && t.Lower != "of" && (j+2 >= len(ts) || ts[j+2].Lower != "itself") // "costs in of"
	case t.Lower == "no":
		return lacuna{j, j + 2}, j > 0 && x.class(&ts[j-1])&(language.Copula|language.Auxiliary) != 0 && next.Lower != "to" && x.class(next)&(language.Preposition|language.Adverb) == language.Preposition // "there will be no until May"
	case t.Lower == "of":
		return lacuna{j, j + 2}, j > 0 && x.quantity(&ts[j-1]) && x.finite(next) // "many of were"
	case next.Lower == "that":
		return lacuna{j, j + 2}, x.subject(t) && (j+2 >= len(ts) || !x.finite(&ts[j+2])) // "she that the fair was over"
	case next.Lower == "been":
		return lacuna{j, j + 2}, c&language.Copula != 0 && t.Lower != "been" || modal // "is been"
	case modal && next.Lower == "not" && j+2 < len(ts):
		return lacuna{j, j + 3}, x.lang.NeedsNoun(ts[j+2].Lower) && !asked(ts) && !x.inverted(ts[:j]) // "do not a family"
	case modal && x.class(next)&language.PossessiveWord != 0:
		return lacuna{j, j + 2}, x.lang.NeedsNoun(next.Lower) && c&language.FutureWord == 0 && t.Lower[0] != 'd' && !asked(ts) && !x.inverted(ts[:j]) // "this can its toll"
	}
	return lacuna{}, false
}

// cutOff tells whether a mark behind word j cuts off what the word needs.
func (x syntax) cutOff(ts []article.Token, j int) bool {
	t, mark := &ts[j], &ts[j+1]
	c := x.class(t)
	if mark.Space || !isMark(mark, ",") {
		return false
	}
	return j == 0 && c&language.BoundPreposition != 0 && j+2 < len(ts) && x.class(&ts[j+2])&language.Preposition == 0 ||
		t.Lower == "to" && j > 0 && x.class(&ts[j-1])&language.AccordingWord != 0
}

func (x syntax) class(t *article.Token) language.Class { return x.lang.Classes().Of(t.Lower) }

// modal tells whether a word is an auxiliary that a verb in its base form follows.
func (x syntax) modal(t *article.Token) bool { return x.modalOf(t, x.class(t)) }

// modalOf tells the same of a word whose classes are known.
func (x syntax) modalOf(t *article.Token, c language.Class) bool {
	return c&language.Auxiliary != 0 && x.lang.StopWord(t.Lower) && !strings.HasPrefix(t.Lower, "ha") && !strings.HasSuffix(t.Lower, "n't")
}

// subject tells whether a word is a pronoun that is the subject of a verb and no object.
func (x syntax) subject(t *article.Token) bool {
	if strings.Contains(t.Lower, "'") {
		return false
	}
	pr, ok := x.lang.Pronoun(t.Lower)
	return ok && pr.Case == language.Subject && !pr.Thing && !(pr.Person == 2)
}

// quantity tells whether a word counts what "of" says: many, most, some, all.
func (x syntax) quantity(t *article.Token) bool {
	return t.Kind == article.Word && x.lang.StopWord(t.Lower) && x.class(t)&(language.Preposition|language.Conjunction|language.Copula|language.Auxiliary|language.PersonalWord|language.PossessiveWord) == 0
}

// inverted tells whether words before a verb may put its subject behind it: so,
// nor, only, a question word, than, as.
func (x syntax) inverted(ts []article.Token) bool {
	for i := len(ts) - 1; i >= 0; i-- {
		if c := x.class(&ts[i]); c&(language.Conjunction|language.NegationWord) != 0 || ts[i].Kind == article.Word && x.lang.Denial(ts[i].Lower) != language.NoDenial || ts[i].Lower == "as" || ts[i].Lower == "than" || ts[i].Lower == "so" {
			return true
		}
	}
	return len(ts) == 0
}
