package article

import (
	"fmt"
	"strings"
	"testing"
)

func TestTagsOf(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Press <b>Save</b> now.", "b 6-9, /b 13-17"},
		{"One<br/>two<br>three<BR />", "br 3-8, br 11-15, br 20-26"},
		{"copy <file> <dir>", ""},
		{"a <0>link</0> and <Bold>text</Bold>", "0 2-5, /0 9-13, bold 18-24, /bold 28-35"},
		{"if a < b and c > d, <3", ""},
		{`See <a href="{url}?a>b">it</a>.`, "a 4-24, {url} 13-18, /a 26-30"},
		{"<b", ""},
		{"<b <i>x</i>", "i 3-6, /i 7-11"},
	} {
		opaque, inlines := tagsOf(c.text)
		var got []string
		for _, in := range inlines {
			got = append(got, fmt.Sprintf("%s %d-%d", in.Target, in.Span.Start, in.Span.End))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %s, want %s (%v)", c.text, strings.Join(got, ", "), c.want, opaque)
		}
	}
}

func FuzzTagsOf(f *testing.F) {
	f.Add("a <b>c</b> <a href='{x}'>")
	f.Fuzz(func(t *testing.T, text string) {
		opaque, _ := tagsOf(text)
		last := 0
		for _, s := range opaque {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%q: %v", text, opaque)
			}
			last = s.End
		}
	})
}
