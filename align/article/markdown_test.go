package article

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

// outline is the blocks of an article, a line each, and its inlines.
func outline(a *Article) string {
	kinds := [...]string{"paragraph", "title", "heading", "quotation", "caption", "item", "cell", "dateline", "credit", "code", "boilerplate"}
	var b strings.Builder
	for _, bl := range a.Blocks {
		fmt.Fprintf(&b, "%s: %s\n", kinds[bl.Kind], a.Text(bl.Span))
	}
	for _, in := range a.Inlines {
		fmt.Fprintf(&b, "%s -> %s\n", a.Text(in.Span), in.Target)
	}
	return b.String()
}

func TestMarkdown(t *testing.T) {
	const text = `---
title: "A vote"
date: 2021-05-03
lang: en
sources: [../de/vote.md]
source-commit: 12ab
tags: [x]
---
# The vote

It *was* a [close](https://example.org/a(b) "T") vote: 3 &lt; 4 \* 5, ` + "`x := 1`" + `.
See <https://example.org>.

> They *won*.
> Nobody cried.

- One
- Two, with **two
  words**

| Who | Votes |
|-----|-------|
| Ruiz | 1,200 |

![The hall](hall.png)

    code 1

<p>Raw <b>HTML</b></p>

/// note | Beware
`
	a, err := Read("vote.md", []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, a)
	const want = `title: A vote
heading: The vote
paragraph: It *was* a [close](https://example.org/a(b) "T") vote: 3 &lt; 4 \* 5, ` + "`x := 1`" + `.
See <https://example.org>.
quotation: They *won*.
> Nobody cried.
item: One
item: Two, with **two
  words
cell: Who
cell: Votes
cell: Ruiz
cell: 1,200
caption: The hall
code: code 1
paragraph: Raw <b>HTML
heading: Beware
*was* -> 
[close](https://example.org/a(b) "T") -> https://example.org/a(b)
` + "`x := 1` -> x := 1" + `
<https://example.org> -> https://example.org
*won* -> 
**two
  words** -> 
![The hall](hall.png) -> hall.png
<b>HTML</b> -> 
`
	got := outline(a)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	f := a.Front
	if f.Title != "A vote" || f.Lang != "en" || len(f.Sources) != 1 || f.SourceCommit != "12ab" || a.Lang != "en" || a.Date.Format("2006-01-02") != "2021-05-03" {
		t.Errorf("got front matter %+v, %s, %s", f, a.Lang, a.Date)
	}
	if !strings.Contains(shown(a), "vote·: 3 < 4 * 5·, x := 1·.") {
		t.Errorf("entities and escapes are not decoded:\n%s", shown(a))
	}
}

func TestFrontMatterErrors(t *testing.T) {
	tests := []struct{ text, want string }{
		{"---\ntitle: [a, b]\n---\nText.", "a.md:2:8: front matter: title is not a text, expected one line"},
		{"---\ntitle: A\nsources: {a: b}\n---\nText.", "a.md:3:10: front matter: sources is not a list of paths, expected [en/a.md] or the like"},
		{"---\ndate: soon\n---\nText.", "a.md:2:7: front matter: date is not a date, expected one such as 2020-07-11"},
		{"---\ntitle: \"A\n---\nText.", "a.md:2:8: front matter: could not find end character of double-quoted text, expected YAML"},
		{"---\na: " + strings.Repeat("[", 5000) + "\n---\n", "a.md:1:1: front matter too large, expected at most 64 KB and 32 levels"},
	}
	for _, tt := range tests {
		_, err := Read("a.md", []byte(tt.text), Options{})
		if err == nil || err.Error() != tt.want {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
}

// What is furniture on a page is text in a document that someone wrote.
func TestMarkdownHasNoFurniture(t *testing.T) {
	a, err := Read("a.md", []byte("# A\n\nJuly 7, 2012\n\n## Comments\n\n- tags: a list\n\nCopyright is waived.\n"), Options{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	const want = "title: A\ndateline: July 7, 2012\nheading: Comments\nitem: tags: a list\nparagraph: Copyright is waived.\n"
	if got := outline(a); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Many files are read at once, by one parser.
func TestMarkdownIsReadConcurrently(t *testing.T) {
	const doc = "# One\n\nSome *marked* text[^1] and `code`, a [link](/x) and ~~more~~.\n\n[^1]: A note.\n\nterm\n: what it means\n"
	read := func() string {
		a, err := Read("a.md", []byte(doc), Options{Lang: "en"})
		if err != nil {
			return err.Error()
		}
		var b strings.Builder
		for _, s := range a.Sentences {
			for _, tok := range s.Tokens {
				b.WriteString(tok.Text + "|")
			}
		}
		return b.String()
	}
	want := read()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				if got := read(); got != want {
					t.Errorf("read %q beside others, %q alone", got, want)
					return
				}
			}
		})
	}
	wg.Wait()
}
