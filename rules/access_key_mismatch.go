package rules

import (
	"github.com/sourcelint/sourcelint/align/article"
)

// AccessKeyMismatch reports a menu entry or button whose translation lost its
// access key, or has two: &File, _File.
//
// Why: who uses the keyboard cannot reach it, and a second mark shows up in the
// text.
//
// Fires:
//
//	(de-en po) msgid "&Save file" ¶ msgstr "Datei speichern"
//
// Quiet:
//
//	(de-en po) msgid "&Save file" ¶ msgstr "Datei &speichern"
//	(de-en po) msgid "Ropes & sails" ¶ msgstr "Seile und Segel"
//
// Misses: two entries of a menu with one key; a key that no keyboard of the
// language has.
var AccessKeyMismatch = &Rule{
	Name:     "access-key-mismatch",
	Category: Markup,
	Severity: Warning,
	Scope:    Translation,
	Check: func(p *Pass) {
		s := p.segment()
		if s == nil || !s.Message || s.Target == "" {
			return
		}
		for _, mark := range [...]string{"&", "_"} {
			was, now := accessKeys(p.Alignment.Source.Article, mark), accessKeys(p.Alignment.Target.Article, mark)
			if len(was) != 1 || len(now) == 1 {
				continue
			}
			f := Finding{Severity: Warning, Confidence: 0.85, At: p.unitMention(1), Related: []Mention{{Sheet: p.Alignment.Source, Span: was[0]}}}
			f.Message = "the access key " + p.Alignment.Source.Article.Text(was[0]) + " of the source is missing"
			if len(now) > 1 {
				f.At.Span = now[1]
				f.Message = "a second access key, the source has one"
			}
			p.Report(f)
		}
	},
}

// accessKeys are the marks that stand before a letter of a word, at its start or
// inside it, with the letters that follow. The & of a character reference is none.
func accessKeys(a *article.Article, mark string) []article.Span {
	var out []article.Span
	for i := range a.Sentences {
		ts := a.Sentences[i].Tokens
		for j := 0; j+1 < len(ts); j++ {
			if ts[j].Kind != article.Punct || ts[j].Text != mark || ts[j+1].Space || ts[j+1].Kind != article.Word {
				continue
			}
			if j+2 < len(ts) && isMark(&ts[j+2], ";") && !ts[j+2].Space {
				continue
			}
			if mark == "_" && j > 0 && !ts[j].Space {
				continue // snake_case
			}
			out = append(out, article.Span{Start: ts[j].Span.Start, End: ts[j+1].Span.End})
		}
	}
	return out
}
