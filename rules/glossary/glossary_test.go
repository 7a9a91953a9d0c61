package glossary

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/article"
)

func dump(path, data string) string {
	var b strings.Builder
	entries, err := Read(path, []byte(data), Options{SourceLang: "en", TargetLang: "de"})
	for _, e := range entries {
		fmt.Fprintf(&b, "%d:%d %s = %s", e.At.Line, e.At.Column, e.Source, strings.Join(e.Targets, " | "))
		if len(e.Forbidden) > 0 {
			fmt.Fprintf(&b, " not %s", strings.Join(e.Forbidden, " | "))
		}
		if e.DoNotTranslate {
			b.WriteString(" kept")
		}
		if e.PartOfSpeech != "" {
			b.WriteString(" " + e.PartOfSpeech)
		}
		if len(e.Paths) > 0 {
			fmt.Fprintf(&b, " in %v", e.Paths)
		}
		b.WriteByte('\n')
	}
	if err != nil {
		fmt.Fprintln(&b, err)
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, path, in, want string }{
		{"CSV", "g.csv", "source,target,forbidden,do_not_translate,pos,path\nharbour,Hafen,Haven|Port,,noun,docs/**\n\"ferry, fast\",Schnellfähre\nMooring Ltd,,,yes\n", `
2:1 harbour = Hafen not Haven | Port noun in [docs/**]
3:1 ferry, fast = Schnellfähre
4:1 Mooring Ltd =  kept
`},
		{"TSV with quotation marks as text", "g.tsv", "target\tsource\n\"Kai\" hier\tquay\n", `
2:1 quay = "Kai" hier
`},
		{"faults of a table", "g.csv", "source,target,forbidden,do-not-translate\n,Hafen\nquay\npier,Pier,pier\ntide,Flut,,perhaps\nok,gut\na,b,c,d,e\n", `
6:1 ok = gut
g.csv:2:1: a term without source, expected the term in the source language
g.csv:3:1: the term "quay" has no translation, expected target, forbidden or do-not-translate
g.csv:4:1: "pier" is both a translation of "pier" and forbidden, expected one of the two
g.csv:5:1: "perhaps" for do-not-translate, expected yes or no
g.csv:7:1: the row has 5 fields, expected 4 as in the header
`},
		{"no header", "g.csv", "harbour,Hafen\n", `
g.csv:1:1: the header has the columns harbour, Hafen, expected at least source and target
`},
		{"a quotation mark too many", "g.csv", "source,target\na,\"b\"c\n", `
g.csv:2:5: extraneous or missing " in quoted-field, expected a table as RFC 4180 has it
`},
		{"YAML", "g.yaml", "- source: harbour\n  target: Hafen\n  forbidden: [Port, Haven]\n  paths: docs/*.md\n- source: Mooring\n  do-not-translate: true\n", `
1:3 harbour = Hafen not Port | Haven in [docs/*.md]
5:3 Mooring =  kept
`},
		{"YAML: unknown key, missing source", "g.yml", "terms:\n  - source: a\n    targt: b\n  - target: c\n", `
g.yml:3:5: unknown field "targt", expected entries with source, target, forbidden, do-not-translate, part-of-speech, paths or note
g.yml:4:5: a term without source, expected the term in the source language
`},
		{"TBX 2", "g.tbx", `<martif><text><body><termEntry id="1"><langSet xml:lang="en"><tig><term>harbour</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
<langSet xml:lang="de-DE"><ntig><termGrp><term>Haven</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig><tig><term>Hafen</term></tig></langSet><langSet xml:lang="fr"><tig><term>port</term></tig></langSet></termEntry></body></text></martif>`, `
1:21 harbour = Hafen not Haven noun
`},
		{"TBX 3", "g.tbx", `<tbx><text><body><conceptEntry><langSec xml:lang="en"><termSec><term>tide</term></termSec></langSec><langSec xml:lang="de"><termSec><term>Tide</term></termSec><termSec><term>Gezeiten</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec></conceptEntry></body></text></tbx>`, `
1:18 tide = Gezeiten | Tide
`},
		{"TBX: cut off", "g.tbx", "<tbx><text>", `
g.tbx:1:12: unexpected EOF, expected well-formed XML
`},
		{"TBX: entities are not expanded", "g.tbx", "<!DOCTYPE tbx [<!ENTITY a \"b\">]><tbx>&a;</tbx>", `
g.tbx:1:41: invalid character entity &a;, expected well-formed XML
`},
		{"another format", "g.docx", "x", `
g.docx: not a glossary by its extension, expected .csv, .tsv, .tbx or .yaml
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := dump(c.path, c.in); got != strings.TrimPrefix(c.want, "\n") {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

func TestHolds(t *testing.T) {
	e := Entry{Paths: []string{"docs/**/*.md"}}
	for file, want := range map[string]bool{"docs/a/b.md": true, "./docs/b.md": true, "src/b.md": false} {
		if e.Holds(file) != want {
			t.Errorf("%s: %v, want %v", file, !want, want)
		}
	}
}

func TestFind(t *testing.T) {
	p := NewPhrases("en")
	for i, term := range []string{"pull request", "request", "IT", "ferry boat"} {
		p.Add(term, i)
	}
	a, err := article.Read("a.txt", []byte("Two Pull Requests and one requested it, says IT. See https://request.example/ferry for ferry boats."), article.Options{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range a.Sentences {
		s := &a.Sentences[i]
		for _, m := range p.Find(s) {
			got = append(got, fmt.Sprint(m.ID, " ", a.Text(article.Span{Start: s.Tokens[m.First].Span.Start, End: s.Tokens[m.Last-1].Span.End})))
		}
	}
	if want := "0 Pull Requests, 1 requested, 2 IT, 3 ferry boats"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
}

func TestDictionary(t *testing.T) {
	entries, err := Read("g.csv", []byte("source,target\nharbour,Hafen\nferry boat,Fähre\nHarbours,Häfen|Hafen\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := NewDictionary(entries, "en")
	if got := strings.Join(d.Translations("harbours"), " "); got != "hafen häfen" {
		t.Errorf("harbours: %s", got)
	}
	if got := d.Translations("ferry"); got != nil {
		t.Errorf("ferry: %v", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(uint8(0), "source,target\na,\"b|c\"\n")
	f.Add(uint8(1), "- source: a\n  target: [b, c]\n")
	f.Add(uint8(2), `<tbx><conceptEntry><langSec xml:lang="en"><termSec><term>a</term></termSec></langSec></conceptEntry></tbx>`)
	f.Fuzz(func(t *testing.T, format uint8, data string) {
		dump([]string{"g.csv", "g.yaml", "g.tbx"}[format%3], data)
	})
}
