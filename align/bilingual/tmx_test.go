package bilingual

import (
	"strings"
	"testing"
	"unicode/utf16"
)

// tmx wraps units in a memory, which then start on line 2.
func tmx(units string) string {
	return `<tmx version="1.4"><header srclang="en"/><body>` + "\n" + units + "</body></tmx>\n"
}

// inUTF16 encodes a text with a byte order mark.
func inUTF16(text string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune("\ufeff" + text)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

const tmxUnit = `<tu tuid="a"><note>x</note><tuv xml:lang="en-US"><seg>Fish &amp; chips</seg></tuv>
<tuv xml:lang="es"><seg>Pescado &amp; <b>x</b>café</seg></tuv></tu>
`

func TestTMX(t *testing.T) {
	runCases(t, []readCase{
		{"character references, CDATA, comments", "a.tmx", tmx(`<tu tuid="a"><note>x</note><tuv xml:lang="en-US"><seg>Fish &amp; chips</seg></tuv>
  <tuv xml:lang="es"><seg>caf&#233; <!-- y -->&#x1F600;<![CDATA[<&>]]>.</seg></tuv></tu>
`), `
a: en-US "Fish & chips" 2:55-2:71 -> es "café 😀<&>." 3:27-3:72 notes=x
`},
		{"inline elements", "a.tmx", tmx(`<tu><tuv xml:lang="en"><seg>Press <bpt i="1" x="1">&lt;b&gt;</bpt>OK<ept i="1">&lt;/b&gt;</ept><ph x="2">{0}</ph><hi>!</hi></seg></tuv></tu>
`), `
1: en "Press OK￼!" 2:29-2:124 <element "bpt:1" 2:35> <element "ept:</b>" 2:69> <placeholder "ph:2" 2:96> -> none untranslated
`},
		{"units without tuid are numbered; the source comes second", "a.tmx", tmx(`<tu><tuv xml:lang="fr"><seg>un</seg></tuv><tuv xml:lang="EN"><seg>one</seg></tuv></tu><tu><tuv lang="en"><seg>two</seg></tuv><tuv lang="fr-CA"><seg/></tuv></tu>`), `
1: EN "one" 2:67-2:70 -> fr "un" 2:29-2:31
2: en "two" 2:111-2:114 -> fr-CA "" 2:150-2:150 untranslated
`},
		{"a third language", "a.tmx", tmx(`<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="fr"><seg>b</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>a</seg></tuv>
<tuv xml:lang="de"><seg>b</seg></tuv></tu>
`), `
1: en "a" 2:29-2:30 -> fr "b" 2:66-2:67
error a.tmx:4:1: a third language, de, beside en and fr: expected two in one file, or --target-lang to choose one
`},
		{"units at fault are passed over", "a.tmx", tmx(`<tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu>
<tu><tuv><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv><tuv xml:lang="fr"></tuv></tu>
<tu/>
`), `
error a.tmx:2:1: <tu> without a text in the source language en, expected a <tuv> for it (or --source-lang for one of fr)
error a.tmx:3:5: <tuv> without xml:lang, expected its language
error a.tmx:3:65: <tuv> without <seg>, expected one
2: en "b" 3:52-3:53 -> none untranslated
error a.tmx:4:1: <tu> without a text, expected a <tuv> for each of two languages
`},
		{"entities are not expanded", "a.tmx", `<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
<tmx><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>x &b;</seg></tuv></tu></body></tmx>`, `
error a.tmx:2:64: the entity &b; is unknown, expected one of &amp; &lt; &gt; &apos; &quot; or a number (entities that a document type declares are not expanded)
`},
		{"external entities are not read", "a.tmx", `<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx><body><tu><tuv xml:lang="en"><seg>&a;</seg></tuv></tu></body></tmx>`, `
error a.tmx:1:96: the entity &a; is unknown, expected one of &amp; &lt; &gt; &apos; &quot; or a number (entities that a document type declares are not expanded)
`},
		{"a tag that does not match", "a.tmx", tmx("<tu><tuv xml:lang=\"en\"><seg>a</tuv></tu>"), `
error a.tmx:2:30: </tuv> where <seg> is open, expected </seg>
`},
		{"cut off", "a.tmx", `<tmx><body><tu><tuv xml:lang="en"><seg>a</seg>`, `
error a.tmx:1:47: the file ends inside <tuv>, expected </tuv>
`},
		{"not XML", "a.tmx", "<tmx><body <tu>", `
error a.tmx:1:12: expected attribute name in element, expected well-formed XML
`},
		{"another root", "a.tmx", "<html>", `
error a.tmx:1:1: the file starts with <html>, expected <tmx>
`},
		{"empty", "a.tmx", "", `
error a.tmx:1:1: no element in the file, expected <tmx>
`},
		{"not UTF-8", "a.tmx", "<tmx><body>\n<tu><tuv xml:lang='en'><seg>a\xe9</seg></tuv></tu></body></tmx>", `
error a.tmx:2:30: byte 0xe9 is not UTF-8, expected UTF-8, UTF-16 with a byte order mark, or a declared encoding
`},
		{"nested too deep", "a.tmx", strings.Repeat("<tmx>", 300), `
error a.tmx:1:1281: elements are nested more than 256 deep
`},
	})
	t.Run("UTF-16", func(t *testing.T) {
		text := `<?xml version="1.0" encoding="UTF-16"?>` + "\r\n" + tmx("<tu tuid=\"a\"><tuv xml:lang=\"en\"><seg>é 😀 one</seg></tuv>\r\n<tuv xml:lang=\"es\"><seg>uno\r\ndos</seg></tuv></tu>\n")
		want := "a: en \"é 😀 one\" 3:38-3:45 -> es \"uno\\ndos\" 4:25-5:4\n"
		if got := show(t, "a.tmx", inUTF16(text), Options{}); got != want {
			t.Errorf("got:\n%s\nwant:\n%s", got, want)
		}
		for u, err := range Read("a.tmx", strings.NewReader(inUTF16(text)), Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			at := u.Target.At(span(0, 3))
			if got := inUTF16(text)[at.Start:at.End]; got != "u\x00n\x00o\x00" {
				t.Errorf("uno is at %v: %q", at, got)
			}
		}
	})
	t.Run("declared encoding", func(t *testing.T) {
		text := `<?xml version="1.0" encoding="windows-1252"?>` + tmx("<tu><tuv xml:lang=\"en\"><seg>\x80 5</seg></tuv><tuv xml:lang=\"es\"><seg>5 \x80.</seg></tuv></tu>\n")
		want := "1: en \"€ 5\" 2:29-2:32 -> es \"5 €.\" 2:68-2:72\n"
		if got := show(t, "a.tmx", text, Options{}); got != want {
			t.Errorf("got:\n%s\nwant:\n%s", got, want)
		}
	})
	t.Run("target language chosen among three", func(t *testing.T) {
		text := tmx(`<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="fr"><seg>b</seg></tuv><tuv xml:lang="de-AT"><seg>c</seg></tuv></tu>`)
		want := "1: en \"a\" 2:29-2:30 -> de-AT \"c\" 2:106-2:107\n"
		if got := show(t, "a.tmx", text, Options{TargetLang: "de"}); got != want {
			t.Errorf("got:\n%s\nwant:\n%s", got, want)
		}
	})
}

func FuzzTMX(f *testing.F) {
	fuzz(f, "a.tmx", tmx(tmxUnit), inUTF16(tmx(tmxUnit)), tmx("<tu><tuv xml:lang='en'><seg>a<ph>&lt;</ph><![CDATA[&\r\n]]>&#10;\r</seg></tuv></tu>"),
		`<?xml version="1.0" encoding="shift_jis"?><tmx><tu><tuv lang="ja"><seg>`+"\x83\x5c\x82\xa0")
}
