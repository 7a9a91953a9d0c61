package article

import (
	"strings"
	"testing"
)

const page = `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Mill burns down &amp; reopens | The Herald</title>
<meta property="article:published_time" content="2019-03-07T08:00:00Z">
<style>p { color: red }</style><script>if (a < b) { document.write("<p>no</p>") }</script></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="sidebar"><p>Subscribe to our newsletter today.</p></div>
<article>
<h1>Mill burns down &amp; reopens</h1>
<p class="byline">By Ana Ruiz</p>
<figure><img src="a.jpg" alt="mill"><figcaption>The mill in 2018. Win Lee/Getty</figcaption></figure>
<p>The old mill at Harrow, which had stood for 210 years, burned down on Monday night, and nobody was hurt, the fire
brigade said. It was caf&eacute;-like inside, with <a href="https://example.org/x?a=1&amp;b=2">twelve tables</a>, four lamps, and a bar.</p>
<p>&ldquo;We shall rebuild,&rdquo; said the owner, <b>Jon Lee</b>, who bought it in 1999 for &pound;120,000, and who lives nearby.<br><br>
He has hired Acme Inc. for the works, which will take two years, cost half a million pounds, and employ forty people.
<ul><li>First the roof<li>Then the floor</ul>
<blockquote><p>I saw the flames from my window, and they were taller than the church, and louder than the bells.</p></blockquote>
<table><tr><td>Year<td>Visitors<tr><td>2018<td>12,400</table>
<pre>x = 1
y = 2</pre>
</article>
<footer><p>Copyright 2019 The Herald. All rights reserved.</p></footer>
</body></html>`

func TestHTML(t *testing.T) {
	a, err := Read("mill.html", []byte(page), Options{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, a)
	if a.Lang != "en" || a.Date.Format("2006-01-02") != "2019-03-07" {
		t.Errorf("got language %s, date %s", a.Lang, a.Date)
	}
	const want = `title: Mill burns down &amp; reopens
credit: By Ana Ruiz
caption: The mill in 2018.
credit: Win Lee/Getty
paragraph: The old mill at Harrow, which had stood for 210 years, burned down on Monday night, and nobody was hurt, the fire
brigade said. It was caf&eacute;-like inside, with <a href="https://example.org/x?a=1&amp;b=2">twelve tables</a>, four lamps, and a bar.
paragraph: &ldquo;We shall rebuild,&rdquo; said the owner, <b>Jon Lee</b>, who bought it in 1999 for &pound;120,000, and who lives nearby.
paragraph: He has hired Acme Inc. for the works, which will take two years, cost half a million pounds, and employ forty people.
item: First the roof
item: Then the floor
quotation: I saw the flames from my window, and they were taller than the church, and louder than the bells.
cell: Year
cell: Visitors
cell: 2018
cell: 12,400
code: x = 1
y = 2
<a href="https://example.org/x?a=1&amp;b=2">twelve tables</a> -> https://example.org/x?a=1&b=2
<b>Jon Lee</b> -> 
`
	if got := outline(a); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if s := shown(a); !strings.Contains(s, "“·We shall rebuild·,·” said") || !strings.Contains(s, "café·-·like") || !strings.Contains(s, "£·120,000") {
		t.Errorf("entities are not decoded:\n%s", s)
	}
}

func TestReference(t *testing.T) {
	tests := []struct {
		s, text string
		n       int
	}{
		{"&amp;x", "&", 5}, {"&lt", "<", 3}, {"&notit;", "¬", 4}, {"&#65A", "A", 4}, {"&#x41;", "A", 6},
		{"&semi;", ";", 6}, {"&#59;", ";", 5}, {"& b", "", 0}, {"&nope;", "", 0}, {"&#;", "", 0},
		{"&copy2007", "©", 5}, {"&NotEqualTilde;", "≂̸", 15},
	}
	for _, tt := range tests {
		if text, n := reference(tt.s); text != tt.text || n != tt.n {
			t.Errorf("reference(%q) = %q, %d, want %q, %d", tt.s, text, n, tt.text, tt.n)
		}
	}
}
