package rules

import (
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// MisspelledWord reports a word of a translation that no dictionary knows, is one
// slip away from a word, and stands nowhere in the source.
//
// Why: a slip in a word is the first thing that a reader sees.
//
// Fires:
//
//	(en-de) The harbour was clsoed on Monday. ~ Der Hafen wurde am Montag geschlossen.
//
// Quiet:
//
//	(en-de) The Landtag met in the Zwinger near Kötzschenbroda. ~ Der Landtag traf sich im Zwinger bei Kötzschenbroda.
//
// Misses: slips that make another word; names other than those of peoples, months
// and titles; every language but English, for which no dictionary is at hand.
var MisspelledWord = &Rule{
	Name:     "misspelling",
	Category: Misspelling,
	Severity: Warning,
	Scope:    Translation,
	Check:    checkMisspelling,
}

// noWord is a word of no language; where a lexicon knows it, it has no dictionary.
const noWord = "qxzvj"

func checkMisspelling(p *Pass) {
	al := p.Alignment
	lex := lexicon.For(al.Target.Article.Lang)
	if lex.Known(noWord) {
		return // no dictionary
	}
	sp := &speller{Pass: p, lex: lex, lang: language.For(al.Target.Article.Lang)}
	for i, s := range linted(al.Target.Article) {
		for j := range s.Tokens {
			if word, ok := sp.slip(s.Tokens, j); ok {
				p.Report(Finding{Severity: Warning, Confidence: 0.85, At: mention(al.Target, i, j, j+1), Replacement: word,
					Message: "“" + s.Tokens[j].Text + "” is no word; “" + word + "”?"})
			}
		}
	}
}

// speller knows the words that are not to be doubted.
type speller struct {
	*Pass
	lex    *lexicon.Lexicon
	lang   *language.Language
	source map[string]bool // words of the source
	often  map[string]int  // how often the target has a word that was doubted
}

// slip tells whether token j of a sentence is one slip away from a word, and from which.
func (sp *speller) slip(ts []article.Token, j int) (string, bool) {
	t := &ts[j]
	if t.Kind != article.Word || !plainLetters(t.Lower) || attached(ts, j) {
		return "", false
	}
	if len(t.Lower) < 3 {
		return sp.rest(ts, j)
	}
	if sp.lex.Listed(t.Lower) || sp.lang.StopWord(t.Lower) || innerCapital(t.Text) {
		return "", false
	}
	if startsUpper(t.Text) && (j > 0 || t.Text == strings.ToUpper(t.Text)) {
		return sp.title(t) // a name, as far as one can see
	}
	if _, ok := sp.lang.Abbreviation(t.Lower); ok || sp.inSource(t.Lower) || sp.repeated(t.Lower) || quotedWord(ts, j) {
		return "", false
	}
	word, sure := sp.nearest(t.Lower)
	switch {
	case sure >= fromSource:
		return word, true
	case startsUpper(t.Text) || sure < everyday || len(t.Lower) < minEveryday && !swapped(t.Lower, word) || sp.derived(t.Lower, word) || sp.cognate(t.Lower) && (len(word) < minCognate || len(word) == len(t.Lower)):
		return "", false
	case len(t.Lower) == len(word) && !swapped(t.Lower, word): // another letter: many rare words are so near another
		return word, len(word) >= minChanged && t.Lower[0] == word[0] && !sp.lex.Known(t.Lower)
	}
	return word, true
}

// How long a word must be for what is no more than likely to be meant: at all,
// and where one letter stands for another.
const (
	minEveryday = 5
	minChanged  = 7
	minCognate  = 8 // of a word that begins like one of the source
)

// title tells whether a word with a capital is a slip for the name of a people, a
// month or a weekday, or for a title, which a name hardly resembles.
func (sp *speller) title(t *article.Token) (string, bool) {
	const closed = language.DemonymWord | language.CalendarWord | language.TitleWord
	if t.Text[1:] != t.Lower[1:] || len(t.Lower) < minChanged || sp.inSource(t.Lower) || sp.repeated(t.Lower) || sp.lang.Classes().Of(t.Lower) != 0 {
		return "", false
	}
	best := ""
	oneSlip(t.Lower, func(x string) {
		if (len(x) != len(t.Lower) || swapped(x, t.Lower)) && x[0] == t.Lower[0] && sp.lang.Classes().Of(x)&closed != 0 {
			best = x
		}
	})
	if best == "" {
		return "", false
	}
	return t.Text[:1] + best[1:], true
}

// swapped tells whether two words differ by neighbouring letters that changed places.
func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i, k := 0, len(a)
	for i < k && a[i] == b[i] {
		i++
	}
	for k > i && a[k-1] == b[k-1] {
		k--
	}
	if k-i < 2 || k-i > 3 {
		return false
	}
	x, y := []byte(a[i:k]), []byte(b[i:k])
	slices.Sort(x)
	slices.Sort(y)
	return string(x) == string(y)
}

// cognate tells whether a source in another language has a word that begins like
// w: then w was made after it.
func (sp *speller) cognate(w string) bool {
	const alike = 5
	if !foreign(sp.Alignment) || len(w) < alike {
		return false
	}
	for x := range sp.source {
		if len(x) >= alike && x[:alike] == w[:alike] {
			return true
		}
	}
	return false
}

// derived tells whether a word is another one with an ending: "nuanced", "tribals".
func (sp *speller) derived(w, word string) bool {
	if ending, ok := strings.CutPrefix(w, word); ok && (len(ending) > 1 || ending == "s" || ending == "y" || strings.HasSuffix(word, "e")) {
		return true
	}
	base, ok := strings.CutSuffix(w, "d")
	return sp.lex.Listed(strings.TrimSuffix(w, "s")) || ok && strings.HasSuffix(base, "e") && sp.lex.Listed(base)
}

// rest judges one or two small letters that stand by themselves among words in
// small letters: what is left of a function word.
func (sp *speller) rest(ts []article.Token, j int) (string, bool) {
	t := &ts[j]
	if t.Text != t.Lower || sp.lang.StopWord(t.Lower) && t.Text != "i" || holds(sp.Alignment.Source.Article, t.Text) || sp.lang.Classes().Of(t.Lower)&language.NameParticle != 0 ||
		j == 0 || j+1 >= len(ts) || !t.Space || !ts[j+1].Space || ts[j+1].Kind != article.Word || ts[j-1].Kind != article.Word && !isMark(&ts[j-1], ",") || !startsLower(ts[j+1].Text) ||
		isAcronymToken(ts[j-1].Text) || !sp.lex.Listed(ts[j+1].Lower) || startsLower(ts[j-1].Text) && !sp.lex.Listed(ts[j-1].Lower) {
		return "", false
	}
	if _, ok := sp.lang.Abbreviation(t.Lower); ok && len(t.Lower) > 1 {
		return "", false
	}
	if _, ok := sp.lang.Unit([]string{t.Lower}); ok > 0 {
		return "", false
	}
	word := ""
	for c := byte('a'); c <= 'z' && word == ""; c++ {
		for i := 0; i <= len(t.Lower) && word == ""; i++ {
			if x := t.Lower[:i] + string(c) + t.Lower[i:]; sp.lang.StopWord(x) {
				word = x
			}
		}
	}
	return word, word != ""
}

// plainLetters tells whether a word is made of the letters a to z, with inner
// apostrophes.
func plainLetters(w string) bool {
	for i := range len(w) {
		if c := w[i]; (c < 'a' || c > 'z') && c != '\'' {
			return false
		}
	}
	return true
}

// attached tells whether a word is part of a name, a path or an address. A part of
// a compound in small letters is a word like others.
func attached(ts []article.Token, j int) bool {
	if j > 1 && isMark(&ts[j-1], "-", "‐", "‑") && !ts[j].Space && ts[j-2].Kind == article.Word && ts[j-2].Text == ts[j-2].Lower ||
		j+2 < len(ts) && isMark(&ts[j+1], "-", "‐", "‑") && !ts[j+1].Space && ts[j+2].Kind == article.Word && ts[j+2].Text == ts[j+2].Lower {
		return len(ts[j].Text) < 5
	}
	glue := func(t *article.Token) bool {
		return isMark(t, "-", "‐", "‑", "/", "_", "&", "@", "#", "'", "’", "=") || t.Kind == article.Number || t.Kind == article.Opaque
	}
	return j > 0 && !ts[j].Space && glue(&ts[j-1]) || j+1 < len(ts) && !ts[j+1].Space && glue(&ts[j+1])
}

// quotedWord tells whether a word stands between quotation marks by itself.
func quotedWord(ts []article.Token, j int) bool {
	return j > 0 && j+1 < len(ts) && ts[j-1].Kind == article.Punct && quoteMark(ts[j-1].Text) && ts[j+1].Kind == article.Punct && quoteMark(ts[j+1].Text)
}

// inSource tells whether the source has a word.
func (sp *speller) inSource(lower string) bool {
	if sp.source == nil {
		sp.source = wordsOf(sp.Alignment.Source)
	}
	return sp.source[lower]
}

// repeated tells whether the target has a word several times: a term, not a slip.
func (sp *speller) repeated(lower string) bool {
	if sp.often == nil {
		sp.often = map[string]int{}
		for _, s := range linted(sp.Alignment.Target.Article) {
			for j := range s.Tokens {
				if w := s.Tokens[j].Lower; s.Tokens[j].Kind == article.Word {
					sp.often[w]++
				}
			}
		}
	}
	return sp.often[lower] > 2
}

// wordsOf is the words of an article in lower case.
func wordsOf(s *fact.Sheet) map[string]bool {
	out := map[string]bool{}
	for i := range s.Article.Sentences {
		for j := range s.Article.Sentences[i].Tokens {
			if t := &s.Article.Sentences[i].Tokens[j]; t.Kind == article.Word {
				out[t.Lower] = true
			}
		}
	}
	return out
}

// How sure a word is what was meant.
const (
	rare       = 1 + iota // the dictionary has it
	everyday              // it is an ordinary word
	fromSource            // it is a function word, or stands in the source
)

// nearest looks for a word one slip away: a letter left out, added, changed, or
// some that changed places; and tells how sure that is. That another letter stands
// there is the least likely.
func (sp *speller) nearest(w string) (best string, sure int) {
	most := 0
	oneSlip(w, func(x string) {
		var r int
		switch {
		case len(x) < 2:
			return
		case sp.lang.StopWord(x):
			r = fromSource
		case len(sp.lex.Lemmas(x)) == 0:
			return
		case sp.source[x] && !foreign(sp.Alignment):
			r = fromSource
		case sp.lang.Common(x):
			r = everyday
		default:
			r = rare
		}
		if l := likely(x, w); r > sure || r == sure && l > most {
			best, sure, most = x, r, l
		}
	})
	return best, sure
}

// likely ranks the slips that make w of x: in a short word only changed places prove
// something, in any word another letter proves the least.
func likely(x, w string) int {
	switch {
	case len(x) != len(w):
		return 2
	case !swapped(x, w):
		return 1
	case len(w) < minEveryday:
		return 3
	}
	return 2
}

// oneSlip calls f with the words that are one slip away from w.
func oneSlip(w string, f func(string)) {
	for i := range len(w) {
		f(w[:i] + w[i+1:])
		if i+1 < len(w) && w[i] != w[i+1] {
			f(w[:i] + string(w[i+1]) + string(w[i]) + w[i+2:])
		}
		if i+2 < len(w) && i > 0 { // a letter that moved by two places
			a, b, c, rest := w[i:i+1], w[i+1:i+2], w[i+2:i+3], w[i+3:]
			f(w[:i] + b + c + a + rest)
			f(w[:i] + c + a + b + rest)
			f(w[:i] + c + b + a + rest)
		}
		for c := byte('a'); c <= 'z'; c++ {
			if c != w[i] {
				f(w[:i] + string(c) + w[i+1:])
			}
			f(w[:i] + string(c) + w[i:])
		}
	}
	for c := byte('a'); c <= 'z'; c++ {
		f(w + string(c))
	}
	doubled(w, f)
}

// doubled calls f with the words in which one pair of letters is single and another
// letter is doubled.
func doubled(w string, f func(string)) {
	for i := 1; i < len(w); i++ {
		if w[i] != w[i-1] {
			continue
		}
		single := w[:i] + w[i+1:]
		for k := range len(single) {
			if k != i-1 {
				f(single[:k+1] + single[k:])
			}
		}
	}
}
