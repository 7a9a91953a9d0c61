package rules

import (
	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// RepeatedWord reports a word, number or pair of words that stands twice in a row.
//
// Why: a doubled word survives every spelling checker and every tired reader.
//
// Fires:
//
//	The vote was put off until the the autumn.
//
// Quiet:
//
//	He had had enough. It was very, very late in Baden Baden.
//
// Misses: repetitions with words between them; words that a language may double
// (they stand in its data file).
var RepeatedWord = &Rule{
	Name:     "repeated-word",
	Category: Grammar,
	Severity: Warning,
	Scope:    One,
	Check:    checkRepeatedWord,
}

func checkRepeatedWord(p *Pass) {
	a := p.Sheet.Article
	lang := language.For(a.Lang)
	for i, s := range linted(a) {
		if k := a.Blocks[s.Block].Kind; k == article.TableCell {
			continue
		}
		ts := s.Tokens
		for j := 1; j < len(ts); j++ {
			n := repeats(ts, j)
			if n == 0 {
				continue
			}
			last := j + n
			for repeats(ts, last) == n {
				last += n
			}
			times := (last-j)/n + 1
			if times == 2 && n == 1 && (lang.MayRepeat(ts[j].Lower) && !closesSentence(ts, last) || p.repeatMeant(ts, j, last)) {
				continue
			}
			p.Report(Finding{Severity: Warning, Confidence: 0.9, At: mention(p.Sheet, i, j-n, last),
				Message:     "“" + a.Text(tokensSpan(s, j-n, j)) + "” stands " + timesWord(times) + " in a row",
				Replacement: a.Text(tokensSpan(s, j-n, j))})
			j = last
		}
	}
}

// repeats returns how many tokens are the word, or the words that hyphens or
// dashes join, or the pair of words, that end before token j and stand again at
// j; 0 where there is none.
func repeats(ts []article.Token, j int) int {
	if j >= len(ts) || ts[j].Kind == article.Punct || ts[j].Kind == article.Opaque || !ts[j].Space {
		return 0
	}
	for n := 1; n <= maxRepeat && n <= j && j+n <= len(ts); n++ {
		if ts[j-n].Lower != ts[j].Lower {
			continue
		}
		if sameRun(ts[j-n:j], ts[j:j+n]) && (j == n || ts[j-n].Space || ts[j-n-1].Kind == article.Punct) && (j+n == len(ts) || ts[j+n].Space || ts[j+n].Kind == article.Punct && !joins(&ts[j+n])) {
			return n
		}
	}
	return 0
}

// maxRepeat is the most tokens of a phrase whose repetition is sought.
const maxRepeat = 5

// sameRun tells whether two runs are the same words: one word or number, two
// words, or several that hyphens and dashes join.
func sameRun(a, b []article.Token) bool {
	words := 0
	for i := range a {
		if a[i].Kind != b[i].Kind || a[i].Lower != b[i].Lower || i > 0 && a[i].Space != b[i].Space || a[i].Kind == article.Opaque {
			return false
		}
		switch {
		case a[i].Kind == article.Punct:
			if i == 0 || i == len(a)-1 || !joins(&a[i]) {
				return false
			}
		case i == 0 || a[i].Space:
			words++
		}
	}
	return words == 1 && !(len(a) == 1 && a[0].Kind == article.Number && len(a[0].Text) < 2) || words == 2 && len(a) == 2 && a[0].Kind == article.Word && a[1].Kind == article.Word
}

// joins tells whether a mark makes one word of two.
func joins(t *article.Token) bool {
	return isMark(t, "-", "‐", "‑", "–", "/", "'", "’") && !t.Space
}

// closesSentence tells whether a sentence ends with token last-1.
func closesSentence(ts []article.Token, last int) bool {
	return last < len(ts) && isTerminal(&ts[last])
}

// repeatMeant tells repetitions that are meant as such: single letters, numbers
// of a table or code, names that are made of a doubled word. A doubled name is
// meant where it stands inside a sentence of an article by itself; at the end of
// a sentence, or where the source of a translation has the name just once, it
// is not.
func (p *Pass) repeatMeant(ts []article.Token, j, last int) bool {
	t, before := ts[j].Text, ts[j-1].Text
	if ts[j].Kind == article.Number {
		return !p.Case.Unit || p.sourceRepeats(ts[j].Lower)
	}
	if len(t) == 1 && t != "a" && t != "I" {
		return true
	}
	if !startsUpper(t) && !(j > 1 && startsUpper(before)) || !startsUpper(before) && j <= 1 {
		return p.Case.Unit && p.sourceRepeats(ts[j].Lower)
	}
	if j > 1 && t != before {
		return true // German "Sie sie": two words that their capitals tell apart
	}
	if p.Case.Relation != align.Translation && !(closesSentence(ts, last) && j > 2) {
		return true
	}
	return len(p.Case.Sources) == 0 || p.sourceRepeats(ts[j].Lower)
}

// sourceRepeats tells whether a source has a word twice in a row.
func (p *Pass) sourceRepeats(lower string) bool {
	if len(p.Case.Sources) == 0 {
		return false
	}
	for _, s := range p.Sheets[:len(p.Case.Sources)] {
		for i := range s.Article.Sentences {
			ts := s.Article.Sentences[i].Tokens
			for j := range ts {
				if j > 0 && ts[j].Lower == lower && ts[j-1].Lower == lower {
					return true
				}
			}
		}
	}
	return false
}

func timesWord(n int) string {
	switch n {
	case 2:
		return "twice"
	case 3:
		return "three times"
	}
	return "several times"
}
