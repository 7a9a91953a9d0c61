package rules

import (
	"unicode"

	"github.com/sourcelint/sourcelint/align/article"
)

// MixedScript reports a word that mixes Latin letters with Cyrillic or Greek ones.
//
// Why: a Cyrillic а in a Latin word looks right, but no search finds the word
// and no screen reader speaks it.
//
// Fires:
//
//	The bаnk (with a Cyrillic letter) opened.
//
// Quiet:
//
//	The β-carotene and Москва stood in one sentence.
//
// Misses: words that are wholly in the wrong script; see the rule untranslated.
var MixedScript = &Rule{
	Name:     "mixed-script",
	Category: Characters,
	Severity: Error,
	Scope:    One,
	Check:    checkMixedScript,
}

func checkMixedScript(p *Pass) {
	for i, s := range linted(p.Sheet.Article) {
		for j := range s.Tokens {
			t := &s.Tokens[j]
			if t.Kind != article.Word || len(t.Text) < 3 {
				continue
			}
			if r, script := foreignLetter(t.Text); r != 0 {
				p.Report(Finding{Severity: Error, Confidence: 0.95, At: mention(p.Sheet, i, j, j+1),
					Message: "the letter “" + string(r) + "” of this word is " + script})
			}
		}
	}
}

// foreignLetter returns the first letter of the minority script of a word that
// mixes Latin with Cyrillic or Greek.
func foreignLetter(word string) (rune, string) {
	var latin, other int
	var firstLatin, first rune
	script := ""
	for _, r := range word {
		switch {
		case r < 0x80 && unicode.IsLetter(r) || r >= 0x80 && unicode.Is(unicode.Latin, r):
			if latin == 0 {
				firstLatin = r
			}
			latin++
		case unicode.Is(unicode.Cyrillic, r), unicode.Is(unicode.Greek, r) && r != 'µ' && r != 'Ω' && r != 'μ':
			if other == 0 {
				first, script = r, "Cyrillic"
				if unicode.Is(unicode.Greek, r) {
					script = "Greek"
				}
			}
			other++
		}
	}
	switch {
	case latin == 0 || other == 0 || script == "Greek" && other == 1:
		return 0, ""
	case other > latin:
		return firstLatin, "Latin"
	}
	return first, script
}
