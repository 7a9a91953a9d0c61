package rules

import (
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// RepeatedWord reports a word or a pair of words that stands twice in a row.
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
			for repeats(ts, last) == n && n == 1 {
				last++
			}
			times := (last-j)/n + 1
			if times == 2 && n == 1 && (lang.MayRepeat(ts[j].Lower) || repeatMeant(ts, j)) {
				continue
			}
			p.Report(Finding{Severity: Warning, Confidence: 0.9, At: mention(p.Sheet, i, j-n, last),
				Message:     "“" + a.Text(tokensSpan(s, j-n, j)) + "” stands " + timesWord(times) + " in a row",
				Replacement: a.Text(tokensSpan(s, j-n, j))})
			j = last
		}
	}
}

// repeats returns the length, one or two words, of the phrase that ends before
// token j and stands again at j; 0 where there is none.
func repeats(ts []article.Token, j int) int {
	if j >= len(ts) || ts[j].Kind != article.Word || !ts[j].Space {
		return 0
	}
	if ts[j-1].Kind == article.Word && ts[j-1].Lower == ts[j].Lower {
		return 1
	}
	if j >= 2 && j+1 < len(ts) && ts[j+1].Kind == article.Word && ts[j-1].Kind == article.Word && ts[j-2].Kind == article.Word &&
		ts[j-1].Space && ts[j+1].Space && ts[j].Lower == ts[j-2].Lower && ts[j+1].Lower == ts[j-1].Lower {
		return 2
	}
	return 0
}

// repeatMeant tells repetitions that are names or meant as such: both words
// capitalised inside a sentence, single letters, or words that differ in case.
func repeatMeant(ts []article.Token, j int) bool {
	t, before := ts[j].Text, ts[j-1].Text
	if len(t) == 1 && t != "a" && t != "I" {
		return true
	}
	return startsUpper(t) && (startsUpper(before) || j > 1)
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
