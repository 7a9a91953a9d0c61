package article

import (
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
)

const mixed = "Zürich: 3 € für Äpfel.\r\n\r\nEin „Wort“ – 日本 folgt."

func utf16Bytes(s string, bigEndian bool) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		if bigEndian {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

// The same text in any encoding has the same words at the same lines and columns,
// and its offsets cut the same words out of the bytes.
func TestEncodings(t *testing.T) {
	want, err := Read("a.txt", []byte(mixed), Options{Lang: "de"})
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{
		"":         []byte("\ufeff" + mixed),
		"utf-16le": utf16Bytes(mixed, false),
		"utf-16be": utf16Bytes(mixed, true),
	}
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String(mixed)
	files["gb18030"] = []byte(gb)
	for name, data := range files {
		label := ""
		if name == "gb18030" {
			label = name
		}
		a, err := Read("a.txt", data, Options{Lang: "de", Encoding: label})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		check(t, a)
		if shown(a) != shown(want) {
			t.Errorf("%s: got\n%s", name, shown(a))
		}
		for i, s := range a.Sentences {
			for j, k := range s.Tokens {
				w := want.Sentences[i].Tokens[j]
				p, q := a.Position(k.Span.Start), want.Position(w.Span.Start)
				if p.Line != q.Line || p.Column != q.Column || a.Text(k.Span) != w.Text {
					t.Errorf("%s: %q at %v, want %v", name, a.Text(k.Span), p, q)
				}
			}
		}
		if a.Line(3) != want.Line(3) || a.Line(9) != "" {
			t.Errorf("%s: line 3 is %q", name, a.Line(3))
		}
	}
}

func TestDeclaredEncodings(t *testing.T) {
	latin, _ := charmap.Windows1252.NewEncoder().String("<html><head><meta charset=windows-1252></head><p>Das kostet 3 € in Köln.</p></html>")
	a, err := Read("a.html", []byte(latin), Options{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, a)
	last := a.Sentences[0].Tokens[5]
	if last.Text != "Köln" || latin[last.Span.Start:last.Span.End] != "K\xf6ln" {
		t.Errorf("got %q at %v", last.Text, last.Span)
	}
	for _, label := range []string{"shift_jis", "iso-2022-jp"} {
		enc := japanese.ShiftJIS.NewEncoder()
		if label == "iso-2022-jp" {
			enc = japanese.ISO2022JP.NewEncoder()
		}
		data, err := enc.String("東京で雨が降った。Then 次の日。")
		if err != nil {
			t.Fatal(err)
		}
		a, err := Read("a.txt", []byte(data), Options{Lang: "ja", Encoding: label})
		if err != nil {
			t.Fatal(err)
		}
		check(t, a)
		if len(a.Sentences) != 2 {
			t.Errorf("%s: got\n%s", label, shown(a))
		}
	}
}

func TestUnreadable(t *testing.T) {
	tests := []struct{ data, want string }{
		{"", "a.txt: the file is empty, expected a text"},
		{" \n", "a.txt: the file is empty, expected a text"},
		{"a\nb \xff c", "a.txt:2:3: byte 0xff at offset 4 is not UTF-8, expected UTF-8, UTF-16 with a byte order mark, or a declared encoding"},
		{"\xef\xbb\xbfa \xffc", "a.txt:1:3: byte 0xff at offset 5 is not UTF-8, expected UTF-8, UTF-16 with a byte order mark, or a declared encoding"},
		{"PK\x03\x04\x00\x00", "a.txt: a NUL byte at offset 4: the file is binary, expected a text"},
		{"\xff\xfea", "a.txt: UTF-16 with an odd number of bytes (3), the last character is cut off"},
	}
	for _, tt := range tests {
		if _, err := Read("a.txt", []byte(tt.data), Options{}); err == nil || err.Error() != tt.want {
			t.Errorf("%q: got %v\nwant %s", tt.data, err, tt.want)
		}
	}
	if _, err := Read("a.txt", []byte("a"), Options{Encoding: "klingon"}); err == nil || !strings.Contains(err.Error(), "klingon") {
		t.Errorf("got %v", err)
	}
}
