package bilingual

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
)

// show reads a file and prints what it holds, a line each: units with the places
// of both sides, and errors.
func show(t *testing.T, path, data string, opt Options) string {
	t.Helper()
	opt.undetected = true
	out := dump(t, path, strings.NewReader(data), data, opt)
	if slow := dump(t, path, iotest.OneByteReader(strings.NewReader(data)), data, opt); slow != out {
		t.Errorf("read byte by byte:\n%s\nread at once:\n%s", slow, out)
	}
	return out
}

func dump(t *testing.T, path string, r io.Reader, data string, opt Options) string {
	t.Helper()
	var b strings.Builder
	for u, err := range Read(path, r, opt) {
		if err != nil {
			var e *article.Error
			if !errors.As(err, &e) {
				t.Errorf("%v is no article.Error", err)
			}
			fmt.Fprintln(&b, "error", err)
			continue
		}
		check(t, u, data)
		fmt.Fprintf(&b, "%s: %s -> %s", u.ID, u.Source.show(), u.Target.show())
		if u.State != Translated {
			fmt.Fprintf(&b, " %s", u.State)
		}
		for _, x := range []struct{ name, value string }{{"context", u.Context}, {"previous", u.Previous},
			{"flags", strings.Join(u.Flags, ",")}, {"notes", strings.Join(u.Notes, "|")}} {
			if x.value != "" {
				fmt.Fprintf(&b, " %s=%s", x.name, x.value)
			}
		}
		if u.MaxLength > 0 {
			fmt.Fprintf(&b, " max=%d", u.MaxLength)
		}
		if p := u.Plural; p != nil {
			fmt.Fprintf(&b, " plural=%d/%d%s other=%q", p.Form, p.Forms, p.Name, p.Other)
		}
		if u.Duplicate.Line > 0 {
			fmt.Fprintf(&b, " duplicate of %d:%d", u.Duplicate.Line, u.Duplicate.Column)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func (t *Text) show() string {
	if !t.Present {
		return "none"
	}
	from, to := t.Position(0), t.src.Position(t.Span().End)
	var b strings.Builder
	if t.Lang != "" {
		b.WriteString(t.Lang + " ")
	}
	fmt.Fprintf(&b, "%q %d:%d-%d:%d", t.Text, from.Line, from.Column, to.Line, to.Column)
	for _, in := range t.Inlines {
		p := t.src.Position(t.src.Offset(in.Span).Start)
		fmt.Fprintf(&b, " <%s %q %d:%d>", kindName(in.Kind), in.Target, p.Line, p.Column)
	}
	return b.String()
}

func kindName(k article.InlineKind) string {
	switch k {
	case article.Placeholder:
		return "placeholder"
	case article.Element:
		return "element"
	}
	return fmt.Sprint(int(k))
}

var otherCharset = regexp.MustCompile(`charset=[^UC]`)

// check holds every position of a unit against one counted in the whole file.
func check(t *testing.T, u *Unit, data string) {
	t.Helper()
	plain := utf8.ValidString(data) && !strings.Contains(data, "\x00") && !strings.Contains(data, "encoding") && !otherCharset.MatchString(data)
	for _, side := range []*Text{&u.Source, &u.Target} {
		if !side.Present || data == "" {
			continue
		}
		last := -1
		for i := range side.Text + "." {
			p := side.Position(i)
			if p.Offset < last || p.Offset > len(data) || p.Offset < 0 {
				t.Fatalf("unit %s: byte %d of %q is at offset %d after %d of %d", u.ID, i, side.Text, p.Offset, last, len(data))
			}
			last = p.Offset
			if plain {
				before := data[:p.Offset]
				nl := strings.LastIndexByte(before, '\n') + 1
				line, column := 1+strings.Count(before, "\n"), 1+utf8.RuneCountInString(strings.TrimPrefix(before[nl:], "\ufeff"))
				if p.Line != line || p.Column != column {
					t.Fatalf("unit %s: byte %d of %q (offset %d) is at %d:%d, want %d:%d", u.ID, i, side.Text, p.Offset, p.Line, p.Column, line, column)
				}
			}
		}
		for _, in := range side.Inlines {
			if in.Span.Start > in.Span.End || in.Span.End > len(side.src.Text()) {
				t.Fatalf("unit %s: inline %v outside of %q", u.ID, in, side.src.Text())
			}
		}
	}
	source, target := u.Articles()
	for _, a := range []*article.Article{source, target} {
		for _, s := range a.Sentences {
			for _, tok := range s.Tokens {
				if tok.Kind == article.Word && tok.Text == a.Text(tok.Span) {
					continue
				}
				if tok.Span.Start > tok.Span.End || tok.Span.End > max(len(data), tok.Span.Start) {
					t.Fatalf("unit %s: token %q at %v", u.ID, tok.Text, tok.Span)
				}
			}
		}
	}
}

// cases are run by every format's test.
type readCase struct{ name, path, in, want string }

func runCases(t *testing.T, cases []readCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := show(t, c.path, c.in, Options{})
			if got != strings.TrimPrefix(c.want, "\n") {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

// fuzz is the property of every reader: whatever the bytes, it ends, does not
// panic, and its positions are in bounds and in order.
func fuzz(f *testing.F, path string, seeds ...string) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) { dump(t, path, strings.NewReader(data), data, Options{}) })
}

func span(from, to int) article.Span { return article.Span{Start: from, End: to} }

func TestDetect(t *testing.T) {
	const table = "source\ttarget\nThe committee approved the budget on Tuesday.\tEl comité aprobó el presupuesto el martes.\n"
	for u, err := range Read("a.tsv", strings.NewReader(table+"x\ty\nbad\n"+"The vote was close.\tLa votación fue reñida.\n"), Options{}) {
		if err != nil {
			if u != nil || !strings.Contains(err.Error(), "a.tsv:4:1") {
				t.Error(err)
			}
			continue
		}
		if u.Source.Lang != "en" || u.Target.Lang != "es" {
			t.Errorf("unit %s: %s and %s, want en and es", u.ID, u.Source.Lang, u.Target.Lang)
		}
	}
	for u, err := range Read("a.tsv", strings.NewReader(table), Options{TargetLang: "pt"}) {
		if err != nil {
			t.Fatal(err)
		}
		if u.Source.Lang != "en" || u.Target.Lang != "pt" {
			t.Errorf("%s and %s, want en and pt", u.Source.Lang, u.Target.Lang)
		}
	}
	n := 0
	for _, err := range Read("a.tsv", strings.NewReader(table+table), Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		break
	}
	if n != 1 {
		t.Error("reading goes on after a break")
	}
}
