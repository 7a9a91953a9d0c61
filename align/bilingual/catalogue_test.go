package bilingual

import (
	"fmt"
	"strings"
	"testing"
)

func dumpPair(t *testing.T, path, source, target string) string {
	var b strings.Builder
	from, to := strings.Replace(path, "*", "en", 1), strings.Replace(path, "*", "es", 1)
	for u, err := range ReadPair(File{from, []byte(source)}, File{to, []byte(target)}, Options{}) {
		if err != nil {
			fmt.Fprintln(&b, "error", err)
			continue
		}
		for _, side := range []struct {
			t    *Text
			data string
		}{{&u.Source, source}, {&u.Target, target}} {
			last := 0
			if !side.t.Present {
				continue
			}
			for i := range side.t.Text + "." {
				p := side.t.Position(i)
				if p.Offset < last || p.Offset > len(side.data) {
					t.Fatalf("unit %s: byte %d of %q is at offset %d after %d of %d", u.ID, i, side.t.Text, p.Offset, last, len(side.data))
				}
				last = p.Offset
			}
		}
		u.Articles()
		fmt.Fprintf(&b, "%s: %s -> %s", u.ID, u.Source.show(), u.Target.show())
		if len(u.Notes) > 0 {
			fmt.Fprintf(&b, " notes=%s", strings.Join(u.Notes, "|"))
		}
		if u.Duplicate.Line > 0 {
			fmt.Fprintf(&b, " duplicate of %d:%d", u.Duplicate.Line, u.Duplicate.Column)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestReadPair(t *testing.T) {
	for _, c := range []struct{ name, path, source, target, want string }{
		{"JSON: nested keys, arrays, escapes, missing and orphaned keys", "l/*.json",
			`{"menu": {"open": "Open\n\"now\"", "n": 1}, "list": ["one", "two"], "gone": "Gone"}`,
			"{\n  \"list\": [\"uno\", \"d\\u00f3s\"],\n  \"menu\": {\"open\": \"Abrir\"},\n  \"new\": \"Nuevo\"\n}", `
menu.open: en "Open\n\"now\"" 1:20-1:33 -> es "Abrir" 3:21-3:26
list.0: en "one" 1:55-1:58 -> es "uno" 2:13-2:16
list.1: en "two" 1:62-1:65 -> es "dós" 2:20-2:28
gone: en "Gone" 1:78-1:82 -> none
new: none -> es "Nuevo" 4:11-4:16
`},
		{"JSON: cut off", "*.json", `{"a": "b"}`, "{\n\"a\": \"b\"", `
error es.json:2:9: the file ends too early, expected }
`},
		{"JSON: malformed", "*.json", `{"a": "b"}`, "{\n\"a\" \"b\"}", `
error es.json:2:5: invalid character '"' after object key, expected JSON
`},
		{"JSON: no object", "*.json", `[1]`, "{}", `
error en.json:1:1: the file is no JSON object, expected { with keys and texts
`},
		{"JSON: a key twice", "*.json", `{"a": "b"}`, `{"a": "c", "a": "d"}`, `
a: en "b" 1:8-1:9 -> es "c" 1:8-1:9
a: none -> es "d" 1:18-1:19 duplicate of 1:8
`},
		{"ARB: descriptions and the locale", "app_*.arb", `{"@@locale": "en_GB", "hi": "Hi {name}", "@hi": {"description": "on top", "placeholders": {"name": {"type": "String"}}}}`, `{"@@locale": "es", "hi": "Hola {name}"}`, `
hi: en-GB "Hi {name}" 1:30-1:39 -> es "Hola {name}" 1:27-1:38 notes=on top
`},
		{"properties: separators, continued lines, escapes, notes", "m_*.properties", "# greeting\nhi = Hello \\\n    world\nby: Bye\\u0021\n! x\n\nk\\ ey v\n", "hi=Hola \\\r\n mundo\r\nby=Adi\xf3s\n", `
hi: en "Hello world" 2:6-3:10 -> es "Hola mundo" 1:4-2:7 notes=greeting
by: en "Bye!" 4:5-4:14 -> es "Adiós" 3:4-3:9
k ey: en "v" 7:7-7:8 -> none
`},
		{"Android: strings, arrays, plurals, escapes", "values-*/strings.xml", `<resources>
<string name="a">Don\'t &amp; <b>go</b></string>
<string name="id" translatable="false">x</string>
<string-array name="l"><item>one</item></string-array>
<plurals name="p"><item quantity="one">%d day</item><item quantity="other">%d days</item></plurals>
</resources>`, `<resources><string name="a">No &amp;\n <b>vayas</b></string><plurals name="p"><item quantity="many">%d de días</item><item quantity="other">%d días</item></plurals></resources>`, `
a: en "Don't & go" 2:18-2:40 <element "b:" 2:31> -> es "No &\n vayas" 1:29-1:52 <element "b:" 1:40>
l.0: en "one" 4:30-4:33 -> none
p.one: en "%d day" 5:40-5:46 -> none
p.other: en "%d days" 5:76-5:83 -> es "%d días" 1:141-1:148
`},
		{"Android: another file", "values-*/x.xml", `<plist/>`, `<resources/>`, `
error values-en/x.xml:1:1: the file starts with <plist>, expected <resources>
`},
		{"YAML: locale on top, quotation marks, blocks, folding", "c/*.yml", "en:\n  a: Plain text\n  b: \"Quo\\\"ted\\n\"\n  c: 'it''s'\n  d: |\n    two\n    lines\n  e:\n    - x y\n", "es:\n  a: Texto\n  d: >\n    dos\n    líneas\n", `
a: en "Plain text" 2:6-2:16 -> es "Texto" 2:6-2:11
b: en "Quo\"ted\n" 3:7-3:17 -> none
c: en "it's" 4:7-4:12 -> none
d: en "two\nlines\n" 6:5-8:3 -> es "dos líneas\n" 4:5-6:1
e.0: en "x y" 9:7-9:10 -> none
`},
		{"YAML: malformed", "*.yaml", "a: b", "a: [b", `
error es.yaml:1:4: sequence end token ']' not found, expected YAML
`},
		{"not UTF-8", "*.json", "{\"a\": \"\xff\"}", "{}", `
error en.json:1:8: byte 0xff at offset 7 is not UTF-8, expected UTF-8, UTF-16 with a byte order mark, or a declared encoding
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := dumpPair(t, c.path, c.source, c.target); got != strings.TrimPrefix(c.want, "\n") {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

func TestLangOf(t *testing.T) {
	for path, want := range map[string]string{
		"es.json": "es", "app_pt_BR.arb": "pt-BR", "messages_de.properties": "de", "res/values-es/strings.xml": "es",
		"res/values-es-rMX/strings.xml": "es-MX", "res/values/strings.xml": "", "locales/fr/common.json": "fr", "a.es-419.yaml": "es-419", "strings.json": "",
	} {
		if got := langOf(path); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

func FuzzReadPair(f *testing.F) {
	f.Add(uint8(1), `{"a": {"b": ["c\u00e9\ud83d\ude00\n"]}}`)
	f.Add(uint8(2), "en:\n  a: \"b\\x41\\n\"\n  c: 'it''s'\n  d: >\n    x\n\n    y\n")
	f.Add(uint8(4), `<resources><string name="a">b\'c &amp; <b>d</b></string></resources>`)
	f.Add(uint8(5), "a = b\\\n  c\\u00e9\nd:e\\")
	f.Fuzz(func(t *testing.T, format uint8, data string) {
		path := []string{"*.json", "*.json", "*.yaml", "*.arb", "*.xml", "*.properties"}[format%6]
		dumpPair(t, path, data, data)
	})
}
