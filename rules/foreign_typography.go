package rules

import (
	"fmt"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// ForeignTypography reports marks of a translation that its language writes
// otherwise: a French colon without its space, a Spanish question without ¿, English
// quotation marks in German.
//
// Why: readers notice, though they understand.
//
// Fires:
//
//	(es-en) Cuándo zarpa el barco? ~ When does the ship sail?
//	(de-en) Er sagte: “Das Schiff ist da.” ~ He said: “The ship is here.”
//	(fr-en) Le navire est-il là? ~ Is the ship here?
//
// Quiet:
//
//	(es-en) ¿Cuándo zarpa el barco? ~ When does the ship sail?
//	(de-en) Er sagte: „Das Schiff ist da.“ ~ He said: “The ship is here.”
//	(fr-en) Le navire est-il là ? ~ Is the ship here?
//
// Misses: straight quotation marks, which all languages put up with; Canadian
// French, which has no space before ! and ?; which kind of space it is. The marks of a whole
// document that break one habit are one finding.
var ForeignTypography = &Rule{
	Name:     "foreign-typography",
	Category: Typographical,
	Severity: Info,
	Scope:    Translation,
	Check:    checkForeignTypography,
}

// habitCheck tells what is wrong with token j of a sentence, "" for nothing.
type habitCheck func(ts []article.Token, j int) string

func checkForeignTypography(p *Pass) {
	if !foreign(p.Alignment) {
		return
	}
	s := p.Alignment.Target
	for _, check := range typographyOf(s.Article.Lang) {
		var found *Finding
		for i, sentence := range linted(s.Article) {
			for j := range sentence.Tokens {
				if sentence.Tokens[j].Kind != article.Punct {
					continue
				}
				message := check(sentence.Tokens, j)
				switch {
				case message == "":
				case found == nil:
					found = &Finding{Severity: Info, Confidence: 0.7, At: mention(s, i, j, j+1), Message: message}
				default:
					found.Related = append(found.Related, mention(s, i, j, j+1))
				}
			}
		}
		if found != nil {
			if n := len(found.Related); n > 0 {
				found.Message += fmt.Sprintf(", here and in %d more places", n)
				found.Related = found.Related[:min(n, manyGaps)]
			}
			p.Report(*found)
		}
	}
}

// typographyOf are the checks for the habits of a language and region.
func typographyOf(lang string) []habitCheck {
	switch language.Base(lang) {
	case "es":
		return []habitCheck{lacksOpening("?", "¿"), lacksOpening("!", "¡")}
	case "de":
		return []habitCheck{englishQuotes("„ “")}
	case "fr":
		if strings.HasSuffix(lang, "-CA") {
			return []habitCheck{englishQuotes("« »")}
		}
		return []habitCheck{englishQuotes("« »"), lacksSpace}
	}
	return nil
}

// lacksOpening finds the closing marks of sentences that the opening one is
// missing from.
func lacksOpening(closing, opening string) habitCheck {
	return func(ts []article.Token, j int) string {
		if ts[j].Text != closing || j == 0 || ts[j-1].Kind == article.Punct || j+1 < len(ts) && ts[j+1].Kind != article.Punct && (!ts[j+1].Space || startsLower(ts[j+1].Text)) {
			return "" // pin! is a name of code
		}
		for k := range j {
			if ts[k].Text == opening || ts[k].Text == "¿" || ts[k].Text == "¡" {
				return ""
			}
		}
		return "“" + closing + "” without “" + opening + "” before it"
	}
}

// englishQuotes finds the opening quotation marks of English.
func englishQuotes(expected string) habitCheck {
	return func(ts []article.Token, j int) string {
		if ts[j].Text != "“" || j+1 == len(ts) || ts[j+1].Space || j > 0 && !ts[j].Space {
			return ""
		}
		return "an English quotation mark, expected " + expected
	}
}

// lacksSpace finds the marks that French sets off and that stand close to a word.
func lacksSpace(ts []article.Token, j int) string {
	if !isMark(&ts[j], "?", "!", ";", ":") || j == 0 || ts[j].Space || ts[j-1].Kind != article.Word || j+1 < len(ts) && !ts[j+1].Space || j > 1 && isMark(&ts[j-2], "&") {
		return ""
	}
	return "no space before “" + ts[j].Text + "”"
}
