package rules

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/sourcelint/sourcelint/align/fact"
)

// LikelyTranslation reports an article that collects signs of having been
// translated: words that render a foreign word in a way no native writer would,
// names turned into common nouns, "which" and "it" for people.
//
// Why: an editor who knows that a text came through another language knows where
// to look, and which of two versions to trust.
//
// Fires:
//
//	The soccer coach lost the second round after many youthful insults. ~ The football coach lost the runoff after many juvenile insults.
//
// Quiet:
//
//	Sessions, who lost the runoff, was a football coach. ~ Sessions lost the run-off.
//
// Misses: good translations, which is what they are for.
var LikelyTranslation = &Rule{
	Name:     "likely-translation",
	Category: Mistranslation,
	Severity: Info,
	Scope:    After,
	Check:    checkLikelyTranslation,
}

// enoughSigns is how many signs of translation an article must show.
const enoughSigns = 3

func checkLikelyTranslation(p *Pass) {
	for _, s := range p.Sheets[len(p.Case.Sources):] {
		n := p.Signs(s)
		if n < enoughSigns || len(s.Article.Sentences) == 0 {
			continue
		}
		where := ""
		if lang := p.likelyLanguage(s); lang != "" {
			where = " from " + languageName(lang)
		}
		p.Report(Finding{Severity: Info, Confidence: 1 - 1/float64(n), At: mention(s, 0, 0, len(s.Article.Sentences[0].Tokens)),
			Message: fmt.Sprintf("this article shows %d signs of having been translated%s", n, where)})
	}
}

// likelyLanguage is the language that explains most pivots of an article.
func (p *Pass) likelyLanguage(s *fact.Sheet) string {
	votes := p.run.languages[s]
	var tags []string
	for tag := range votes {
		tags = append(tags, tag)
	}
	if len(tags) == 0 {
		return ""
	}
	slices.SortFunc(tags, func(a, b string) int { return cmp.Or(cmp.Compare(votes[b], votes[a]), cmp.Compare(a, b)) })
	return tags[0]
}
