package rules

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/fact"
)

// Negation across languages
//
// Translators turn a negation into other words freely: "not" becomes "without",
// "refused", "impossible", "only … when". So the plain negations of one side
// ("not", "kein", "ne … pas"), which can hardly be rendered without a word that
// denies, are set against all that denies on the other side, one against one. A
// negation of the other side may stand anywhere, for word order differs; a word that
// only denies by what it means ("refused") must stand about where the negation does,
// as counted from the nearest words that both sides share. A plain negation for
// which nothing is left was added or lost.
//
// Of a document the sentences around count too, as far as they have words that deny
// to spare. The cost grows with the words of a passage, and with the square of the
// few that deny.

// foreignPolarity reports the plain negations that nothing on the other side renders.
func (p *Pass) foreignPolarity() {
	for i := range p.across().passages {
		p.oneSided(&p.across().passages[i])
	}
}

// oneSided reports a plain negation of a passage that nothing on the other side
// renders, and tells whether it did.
func (p *Pass) oneSided(x *passage) bool {
	d := [2]denials{p.denials(0, x), p.denials(1, x)}
	if !d[0].known || !d[1].known || !d[0].plain() && !d[1].plain() {
		return false
	}
	for side := range d {
		own, _ := x.side(side)
		d[side].words = newPlacedWords(p.sheets()[side].Article, own)
	}
	if n := d[1].unanswered(&d[0]); n != nil && !standsIn(p.Alignment.Source, x.nearSource, n.Text()) {
		p.addedNegation(x, *n)
		return true
	}
	if n := d[0].unanswered(&d[1]); n != nil && !standsIn(p.Alignment.Target, x.nearTarget, n.Text()) {
		p.lostNegation(x, *n)
		return true
	}
	return false
}

func (p *Pass) addedNegation(x *passage, at Mention) {
	p.Report(Finding{Severity: Warning, Confidence: 0.85, At: at, Related: []Mention{sentencesMention(p.Alignment.Source, x.source)},
		Message: "“" + clip(at.Text()) + "” negates what the source affirms"})
}

func (p *Pass) lostNegation(x *passage, of Mention) {
	p.Report(Finding{Severity: Warning, Confidence: 0.85, At: sentencesMention(p.Alignment.Target, x.target), Related: []Mention{of},
		Message: "the negation “" + clip(of.Text()) + "” of the source is lost"})
}

// standsIn tells whether a word stands in some sentences as it is: quoted in its
// own language, or as the name of a thing.
func standsIn(s *fact.Sheet, sentences []int, word string) bool {
	for _, i := range sentences {
		for _, t := range s.Article.Sentences[i].Tokens {
			if strings.EqualFold(t.Text, word) {
				return true
			}
		}
	}
	return false
}
