package article

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// check reports where an article breaks what its readers rely on: spans lie in
// the file, on rune boundaries, in order and without overlap.
func check(t *testing.T, a *Article) {
	t.Helper()
	end := 0
	for i, s := range a.Sentences {
		if len(s.Tokens) == 0 {
			t.Fatalf("sentence %d is empty", i)
		}
		for _, k := range s.Tokens {
			if k.Span.Start < end || k.Span.End <= k.Span.Start || k.Span.End > a.src.size {
				t.Fatalf("sentence %d: token %q has span %v, the one before ends at %d, the file at %d", i, k.Text, k.Span, end, a.src.size)
			}
			end = k.Span.End
			if k.Text == "" || !utf8.ValidString(k.Text) || !utf8.ValidString(a.Text(k.Span)) {
				t.Fatalf("sentence %d: token %q at %v is not whole", i, k.Text, k.Span)
			}
		}
		b := a.Blocks[s.Block]
		if i < b.First || i >= b.Last {
			t.Fatalf("sentence %d names block %d, which has sentences %d to %d", i, s.Block, b.First, b.Last)
		}
	}
}

// shown is an article as text: a sentence a line, its tokens separated by "·"
// where no space stands between them.
func shown(a *Article) string {
	var b strings.Builder
	for _, s := range a.Sentences {
		for i, k := range s.Tokens {
			switch {
			case i > 0 && k.Space:
				b.WriteByte(' ')
			case i > 0:
				b.WriteString("·")
			}
			b.WriteString(k.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	tests := []struct{ why, text, want string }{
		{"hyphens split, apostrophes and abbreviations do not", "Sen. Ruiz’s 20-year-old didn't run", "Sen. Ruiz’s 20·-·year·-·old didn't run"},
		{"separators inside numbers", "118,000 at 7:37 on 3.2 (1'200)", "118,000 at 7:37 on 3.2 (·1'200·)"},
		{"suffixes stand apart", "the 10th at 5:55p, 87% for $8", "the 10·th at 5:55·p·, 87·% for $·8"},
		{"addresses are opaque", "See https://example.org/a_(b)?c=1, or mail x.y@example.org.", "See https://example.org/a_(b)?c=1·, or mail x.y@example.org·."},
		{"mentions and placeholders", "@ana #vote {name} %1$s ${x} 50% off", "@ana #vote {name} %1$s ${x} 50·% off"},
		{"capitals joined by &", "AT&T and R&D", "AT&T and R&D"},
		{"Chinese characters one by one", "北京2008年", "北·京·2008·年"},
		{"dashes and dots", "one -- two... three — four", "one -- two·... three — four"},
	}
	for _, tt := range tests {
		a, err := Read("a.txt", []byte(tt.text), Options{Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		check(t, a)
		if got := strings.TrimSpace(shown(a)); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.why, got, tt.want)
		}
	}
}

func TestSoftHyphens(t *testing.T) {
	a, err := Read("a.txt", []byte("Ver\u00adkehr"), Options{Lang: "de"})
	if err != nil {
		t.Fatal(err)
	}
	check(t, a)
	if k := a.Sentences[0].Tokens[0]; k.Text != "Verkehr" || k.Lower != "verkehr" || a.Text(k.Span) != "Ver\u00adkehr" {
		t.Errorf("got %+v", k)
	}
}

func TestUnit(t *testing.T) {
	const file = `msgstr "Hola &amp; adi\u00f3s, {name}"`
	src, err := NewSource("a.po", []byte(file), "")
	if err != nil {
		t.Fatal(err)
	}
	var m OffsetMap
	m.Verbatim(5, 8)    // "Hola "
	m.Decoded(1, 13, 5) // "&amp;"
	m.Verbatim(4, 18)   // " adi"
	m.Decoded(2, 22, 6) // "\u00f3"
	m.Verbatim(9, 28)   // "s, {name}"
	a := src.Unit(Unit{Segment: "7", Text: "Hola & adiós, {name}", Offsets: &m, Span: Span{8, 37}, Lang: "es-MX"})
	check(t, a)
	if got, want := shown(a), "Hola & adiós·, {name}\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var texts []string
	for _, k := range a.Sentences[0].Tokens {
		texts = append(texts, a.Text(k.Span))
	}
	if got, want := strings.Join(texts, "|"), `Hola|&amp;|adi\u00f3s|,|{name}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(a.Inlines) != 1 || a.Inlines[0].Target != "{name}" || a.Lang != "es" || a.Segment != "7" {
		t.Errorf("got %+v, %s, %s", a.Inlines, a.Lang, a.Segment)
	}
}
