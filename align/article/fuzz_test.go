package article

import (
	"errors"
	"os"
	"strings"
	"testing"
)

func fuzz(f *testing.F, format Format, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s), uint8(0))
	}
	labels := [...]string{"", "windows-1252", "shift_jis", "iso-2022-jp", "gb18030", "big5", "euc-kr"}
	f.Fuzz(func(t *testing.T, data []byte, label uint8) {
		a, err := Read("a", data, Options{Format: format, Lang: "en", Encoding: labels[int(label)%len(labels)]})
		if err != nil {
			if located := new(Error); !errors.As(err, &located) {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		check(t, a)
		for _, s := range a.Sentences {
			for _, k := range s.Tokens {
				a.Position(k.Span.Start)
				if format == Text && a.src.offs == nil && strings.IndexFunc(k.Text, invisible) < 0 && a.Text(k.Span) != k.Text && strings.IndexFunc(a.Text(k.Span), invisible) < 0 {
					t.Fatalf("token %q stands for %q", k.Text, a.Text(k.Span))
				}
			}
		}
		for _, in := range a.Inlines {
			if in.Span.Start < 0 || in.Span.End < in.Span.Start || in.Span.End > len(data) {
				t.Fatalf("inline %+v is out of bounds", in)
			}
			if in.Block < 0 || in.Block >= len(a.Blocks) {
				t.Fatalf("inline %+v names no block", in)
			}
		}
	})
}

func FuzzText(f *testing.F) {
	fuzz(f, Text, mixed, "Sen. Ada Ruiz’s 20-year-old (58-3) said “No!” at 5:55p... https://e.org/x x@y.org {a} %s\n\n- A\n- B",
		" date 2020-07-11 But after. . Then\n\nJuly 7, 2012\n\nText text (Photo by A/Getty Images)\n")
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, Markdown, "# A\n\n*b* [c](d \"e\") `f` &amp; \\*\n\n> g\n\n- h\n\n|i|j|\n|-|-|\n|k|l|\n\n    m\n\n<p>n</p>\n",
		"---\ntitle: a\ndate: 2020-01-01\n---\ntext[^1] ![x](y) <b>z</b> https://e.org\n\n[^1]: note\n\n/// n | t\n")
}

func FuzzFront(f *testing.F) {
	fuzz(f, Markdown, "---\ntitle: \"a\"\nsources: [a, b]\nlang: en\n---\ntext", "---\na: &x [*x, {b: c}]\nsources:\n  - a\n---\n", "---\ntitle: |\n  a\n  b\n...\nx")
}

func FuzzHTML(f *testing.F) {
	fuzz(f, HTML, page, "<p>a<b>c &amp; d<br>e<li>f<table><td>g</td><code>h</code><a href=x>i", "<title>a</title><svg><p>b</svg>c<!-- d --><![CDATA[e]]>")
}

// The worst that a file can be is read in time that grows with its size.
func TestHostile(t *testing.T) {
	n := 100_000
	if os.Getenv("LINT_HOSTILE") == "" {
		n = 10_000
	}
	tests := map[string]string{
		"tags.html":       strings.Repeat("<div>", n) + "deep" + strings.Repeat("</div>", n),
		"inline.html":     strings.Repeat("<b>", n) + "deep",
		"open.html":       strings.Repeat("<a href=", n),
		"ends.html":       strings.Repeat("<i>a</b>", n),
		"amp.html":        "<p>" + strings.Repeat("&amp;", n),
		"digits.html":     "<p>&#" + strings.Repeat("0", n) + "65;",
		"lists.html":      strings.Repeat("<ul><li>a", n),
		"tables.html":     strings.Repeat("<table><tr><td>", n),
		"quotes.md":       strings.Repeat(">", n) + " deep",
		"brackets.md":     strings.Repeat("[", n),
		"links.md":        strings.Repeat("[a](", n),
		"images.md":       strings.Repeat("![", n),
		"stars.md":        strings.Repeat("*a ", n),
		"stars2.md":       strings.Repeat("**a*", n),
		"ticks.md":        strings.Repeat("`a``", n),
		"html.md":         strings.Repeat("<b ", n),
		"bullets.md":      strings.Repeat("- ", n) + "a",
		"table.md":        "|a|\n|-|\n" + strings.Repeat("|a|\n", n),
		"front.md":        "---\na: " + strings.Repeat("{a: ", n) + "\n---\n",
		"line.txt":        strings.Repeat("word ", n),
		"word.txt":        strings.Repeat("a", n),
		"dots.txt":        strings.Repeat("a.", n),
		"spaced.txt":      strings.Repeat(". ", n),
		"at.txt":          strings.Repeat("a@", n),
		"ats.txt":         strings.Repeat("a", n) + "@b.org",
		"quote.txt":       strings.Repeat("a. \" ", n),
		"quotes.txt":      strings.Repeat("\"", n),
		"digits.txt":      strings.Repeat("1,", n),
		"url.txt":         "http://" + strings.Repeat("(", n) + strings.Repeat(")", n),
		"urls.txt":        "http://" + strings.Repeat("a)", n),
		"lines.txt":       strings.Repeat("a\n", n),
		"braces.txt":      strings.Repeat("{", n),
		"apostrophes.txt": strings.Repeat("a'", n),
		"initials.txt":    strings.Repeat("A. ", n),
	}
	for name, text := range tests {
		a, err := Read(name, []byte(text), Options{Lang: "en"})
		if err == nil {
			check(t, a)
		}
	}
}
