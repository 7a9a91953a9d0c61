package rules

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// LostName reports a family name that was taken for a common noun: in small
// letters, alone or with an article, where the person is meant.
//
// Why: the sentence loses its subject, or says something absurd, and a name
// that a dictionary knows is just what a machine translates.
//
// Fires:
//
//	Jeff Sessions lost. Sessions left the senate in 2017. The sessions seemed to refer to a tweet. Sessions has not conceded.
//
// Quiet:
//
//	Jeff Sessions attended the training sessions. Mr. Brown wore a brown coat.
//
// Misses: names of people whom the article mentions once or twice; common nouns
// that do stand beside their own words ("training sessions").
var LostName = &Rule{
	Name:     "lost-name",
	Category: Mistranslation,
	Severity: Error,
	Scope:    One,
	Check:    checkLostName,
}

// minMentions is how often an article must name a person before a common noun
// of the same form is held for the name: the person is a subject of the article.
const minMentions = 3

func checkLostName(p *Pass) {
	names := familyNames(p.Sheet)
	if len(names) == 0 {
		return
	}
	a := p.Sheet.Article
	lang := language.For(a.Lang)
	for i, s := range linted(a) {
		for j := range s.Tokens {
			t := &s.Tokens[j]
			if t.Kind != article.Word || t.Text != t.Lower {
				continue
			}
			full, ok := names[t.Lower]
			if !ok || !standsForName(s.Tokens, j, t.Lower == strings.ToLower(full), lang) {
				continue
			}
			first := j
			if j > 0 && determiner(lang, &s.Tokens[j-1]) {
				first = j - 1
			}
			p.Sign(p.Sheet, 1)
			p.Report(Finding{Severity: Error, Confidence: 0.9, At: mention(p.Sheet, i, first, j+1),
				Message:     "“" + a.Text(tokensSpan(s, first, j+1)) + "” is probably the name " + full + ", taken for a common noun",
				Replacement: full})
		}
	}
}

// familyNames returns the family names of the people whom the article mentions
// often, by the common nouns they may have become: the name in small letters,
// and its singular where it ends in s.
func familyNames(s *fact.Sheet) map[string]string {
	names := map[string]string{}
	for _, e := range s.Entities {
		if e.Kind != fact.Person || len(e.Mentions) < minMentions || len(e.Name) == 0 {
			continue
		}
		name := e.Name[len(e.Name)-1]
		lower := strings.ToLower(name)
		if len(lower) < 4 {
			continue
		}
		names[lower] = name
		if one, ok := strings.CutSuffix(lower, "s"); ok && len(one) >= 4 {
			names[one] = name
		}
	}
	return names
}

// standsForName tells whether the common noun at j stands where a person must
// be: as the subject of a verb of saying or seeming ("The sessions seemed"), or
// bare where a singular noun needs an article ("and overspending session.").
func standsForName(ts []article.Token, j int, exact bool, lang *language.Language) bool {
	var before, after *article.Token
	if j > 0 {
		before = &ts[j-1]
	}
	if j+1 < len(ts) {
		after = &ts[j+1]
	}
	if exact {
		subject := before == nil || determiner(lang, before) && j == 1
		return subject && after != nil && after.Kind == article.Word && personVerb(lang, after.Lower)
	}
	if before == nil || before.Kind != article.Word || determiner(lang, before) || lang.StopWord(before.Lower) {
		return false
	}
	// A singular noun, with a participle before it and nothing behind, has no article.
	return strings.HasSuffix(before.Lower, "ing") && (after == nil || after.Kind == article.Punct) && bareBefore(ts, j-1, lang)
}

// bareBefore tells whether the participle at j has no article before it either.
func bareBefore(ts []article.Token, j int, lang *language.Language) bool {
	if j == 0 {
		return false
	}
	t := &ts[j-1]
	return t.Kind == article.Word && !determiner(lang, t) && lang.StopWord(t.Lower)
}

func determiner(lang *language.Language, t *article.Token) bool {
	return t.Kind == article.Word && lang.Determiner(t.Lower)
}

// personVerb tells verbs whose subject is a person: those of saying, and of seeming.
func personVerb(lang *language.Language, w string) bool {
	if _, ok := lang.SayVerb(w); ok {
		return true
	}
	return lang.Stem(w) == lang.Stem("seemed") || lang.Stem(w) == lang.Stem("appeared")
}
