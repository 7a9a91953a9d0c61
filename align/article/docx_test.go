package article

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

const wordStyles = `<w:styles xmlns:w="w"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Mein"><w:name w:val="Mein"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style></w:styles>`

// docx packs the body of a document and further parts.
func docx(t testing.TB, body string, parts ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	parts = append([]string{"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:r="r" xmlns:mc="mc"><w:body>` + body + `</w:body></w:document>`,
		"word/styles.xml", wordStyles}, parts...)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func para(style, text string) string {
	if style != "" {
		style = `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
	}
	return "<w:p>" + style + "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>"
}

func TestDocx(t *testing.T) {
	body := para("berschrift1", "Harbour closed") + "<w:p/>" +
		`<w:p><w:r><w:t>The harbour was </w:t></w:r><w:del><w:r><w:delText>open </w:delText><w:t>open</w:t></w:r></w:del><w:ins><w:r><w:t>closed</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> on</w:t><w:br/><w:t>Monday &amp; Tuesday.</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>First point</w:t></w:r></w:p>` +
		`<w:tbl><w:tr><w:tc>` + para("", "Ships") + `</w:tc><w:tc>` + para("", "12") + `</w:tc></w:tr></w:tbl>` +
		para("Zitat", "A long word.") + para("Mein", "After the storm") +
		`<w:p><w:hyperlink r:id="rId4"><w:r><w:t>More news</w:t></w:r></w:hyperlink><w:r><w:t> here.</w:t></w:r></w:p>` +
		`<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>` + para("", "In a box.") + `</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>` + para("", "In a box.") + `</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>Around a box.</w:t></w:r></w:p>`
	data := docx(t, body, "word/_rels/document.xml.rels", `<Relationships><Relationship Id="rId4" Target="https://news.example/" TargetMode="External"/></Relationships>`,
		"word/footnotes.xml", `<w:footnotes xmlns:w="w"><w:footnote w:type="separator">`+para("", "x")+`</w:footnote><w:footnote w:id="1">`+para("", "A note.")+`</w:footnote></w:footnotes>`)
	a, err := Read("a.docx", data, Options{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range a.Blocks {
		p := a.Position(b.Span.Start)
		got = append(got, fmt.Sprintf("%d:%d %d/%d %s", p.Line, p.Column, b.Kind, b.Level, a.Text(b.Span)))
	}
	want := []string{
		"1:1 2/1 Harbour closed", "2:1 0/0 The harbour was closed on Monday & Tuesday.", "3:1 5/2 First point", "4:1 6/0 Ships", "5:1 6/0 12",
		"6:1 3/0 A long word.", "7:1 2/1 After the storm", "8:1 0/0 More news here.", "9:1 0/0 Around a box.", "10:1 0/0 In a box.", "11:1 0/0 A note.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(a.Inlines) != 1 || a.Inlines[0].Target != "https://news.example/" || a.Text(a.Inlines[0].Span) != "More news" {
		t.Errorf("links: %v", a.Inlines)
	}
	if p := a.Position(a.Sentences[1].Tokens[4].Span.Start); p.Line != 2 || p.Column != 24 {
		t.Errorf("on stands at %d:%d, want 2:24", p.Line, p.Column)
	}
}

func TestDocxFaults(t *testing.T) {
	good := docx(t, para("", "Text."))
	var empty bytes.Buffer
	if err := zip.NewWriter(&empty).Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"encrypted", "a.docx: the document is encrypted or of Word before 2007", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest")},
		{"cut off", "a.docx: not a Word document or a damaged one", good[:len(good)/2]},
		{"no zip", "a.docx: not a Word document or a damaged one", []byte("Text.")},
		{"another archive", "a.docx: no Word document: the archive lacks word/document.xml", empty.Bytes()},
		{"malformed", "a.docx: word/document.xml: line 1, column ", docx(t, "<w:p><w:r></w:p>")},
		{"an entity of its own", "a.docx: word/document.xml: line 1, column ", docx(t, para("", "&bomb;"))},
		{"a bomb", "a.docx: word/document.xml: more than 64 MB unpacked", docx(t, "<w:p>"+strings.Repeat(" ", 65<<20)+"</w:p>")},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read("a.docx", c.data, Options{})
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
	deep := strings.Repeat("<w:p><w:r>", 5000) + "<w:t>x</w:t>" + strings.Repeat("</w:r></w:p>", 5000)
	if _, err := Read("a.docx", docx(t, deep+para("", "Text.")), Options{}); err != nil {
		t.Error(err)
	}
}

func FuzzDocx(f *testing.F) {
	f.Add("<w:p><w:r><w:t>Text</w:t></w:r></w:p>")
	f.Add(`<w:tbl><w:tc><w:p><w:hyperlink r:id="a"><w:t>a</w:t></w:hyperlink></w:p></w:tc></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) {
		a, err := Read("a.docx", docx(t, body), Options{Lang: "en"})
		if err != nil {
			return
		}
		for _, s := range a.Sentences {
			if s.Span.Start < 0 || s.Span.End > a.Source().Size() || s.Span.Start > s.Span.End {
				t.Fatalf("span %v of %d bytes", s.Span, a.Source().Size())
			}
		}
	})
}
