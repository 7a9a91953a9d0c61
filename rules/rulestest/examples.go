package rulestest

import (
	"iter"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/bilingual"
	"github.com/sourcelint/sourcelint/rules"
	"github.com/sourcelint/sourcelint/rules/glossary"
)

// Documented checks that the rule's documentation is complete and its examples
// are true: on each example after "Fires:" the rule has a finding, on those after
// "Quiet:" it has none.
//
// Examples are indented. A line with a ~ is an example of two texts, the one that
// is checked first; "(es-en)" before them makes the first a Spanish translation of
// the second, "(en-en)" one in the same language; "(es-en md)" makes them Markdown,
// "(es-en html)" HTML; after "(es-en po)" stands a PO file, with ¶ for the ends of
// its lines, after "(es-en json)" two catalogues; "(de-en glossary:harbour=Hafen,!Port)" gives them a
// glossary in which ! forbids a rendering and a term without = is not to be translated.
// With "changed" all of the source changed since. A ¶ parts paragraphs. A line that
// begins with "(in a file)" shows a unit that only the other units of its file make
// a finding: the archives test it. All other lines of the section are one article.
func Documented(t *testing.T, rule *rules.Rule) {
	doc := rule.Doc()
	for _, s := range []struct{ name, text string }{
		{"a first line that names the defect", doc.Summary},
		{"a paragraph Why:", doc.Why},
		{"examples after Fires:", doc.Fires},
		{"examples after Quiet:", doc.Quiet},
		{"a paragraph Misses:", doc.Misses},
	} {
		if s.text == "" {
			t.Errorf("the doc comment of rule %s lacks %s; if it has it, run: go generate ./rules", rule.Name, s.name)
		}
	}
	for _, o := range rule.Options {
		if !strings.Contains(doc.Options, o.Name) {
			t.Errorf("the paragraph Options: of rule %s does not mention %s", rule.Name, o.Name)
		}
	}
	t.Run("fires", func(t *testing.T) { runExamples(t, rule, doc.Fires, true) })
	t.Run("quiet", func(t *testing.T) { runExamples(t, rule, doc.Quiet, false) })
}

func runExamples(t *testing.T, rule *rules.Rule, section string, fires bool) {
	examples, err := parseExamples(section)
	if err != nil {
		t.Fatal(err)
	}
	if len(examples) == 0 && section != "" && !strings.Contains(section, inFile) {
		t.Error("no example: expected indented lines")
	}
	parts := false
	for i, c := range examples {
		var runner rules.Runner
		findings, err := c.run(t.Context(), &runner)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, f := range findings {
			if f.Rule == rule {
				found = true
				if !fires {
					t.Errorf("example %d: unexpected %s", i+1, describe(&f))
				}
			}
		}
		if c.part {
			parts = parts || found
			if found = parts; i+1 < len(examples) && examples[i+1].part {
				continue // any of the units of a file may be the one
			}
			parts = false
		}
		if fires && !found {
			t.Errorf("example %d: no finding", i+1)
			for _, f := range findings {
				t.Log("but", describe(&f))
			}
		}
	}
}

// inFile stands before an example that needs the rest of its file.
const inFile = "(in a file) "

// languages stands before an example in two languages, or of a translation.
var languages = regexp.MustCompile(`^\(([a-z]{2,3})-([a-z]{2,3})(?: (md|html|po|json))?( changed)?(?: glossary:([^)]*))?\) `)

// parseExamples makes cases of the indented lines of a section.
func parseExamples(section string) ([]*testCase, error) {
	var out []*testCase
	alone := ""
	for line := range strings.Lines(section) {
		text, indented := strings.CutPrefix(line, "\t")
		text = strings.TrimSpace(text)
		if strings.HasPrefix(text, inFile) {
			continue
		}
		if m := languages.FindStringSubmatch(text); indented && m != nil && (m[3] == "po" || m[3] == "json") {
			cases, err := unitExample(m, text[len(m[0]):])
			if err != nil {
				return nil, err
			}
			out = append(out, cases...)
			continue
		}
		text = strings.ReplaceAll(text, " ¶ ", "\n\n")
		checked, other, ok := strings.Cut(text, " ~ ")
		switch {
		case !indented && text != "":
			continue
		case !ok:
			alone += text + "\n"
			continue
		}
		c := &testCase{}
		source, lang, ext, terms := "wire", [2]string{"en", "en"}, "txt", ""
		if m := languages.FindStringSubmatch(checked); m != nil {
			source, lang = "source", [2]string{m[1], m[2]}
			if m[3] != "" {
				ext = m[3]
			}
			terms = m[5]
			if m[4] != "" {
				c.rc.Changes = &rules.Changes{Since: "c0ffee", Lines: [][2]int{{1, math.MaxInt}}}
			}
			checked = checked[len(m[0]):]
		}
		if err := c.add("draft."+lang[0]+"."+ext, checked); err != nil {
			return nil, err
		}
		if err := c.add(source+"."+lang[1]+"."+ext, other); err != nil {
			return nil, err
		}
		c.terms(exampleTerms(terms))
		out = append(out, c)
	}
	if strings.TrimSpace(alone) != "" {
		c := &testCase{}
		if err := c.add("text.en.txt", alone); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// unitExample makes cases of an example that is a PO file, with ¶ for the ends of
// its lines, or two JSON catalogues.
func unitExample(m []string, text string) ([]*testCase, error) {
	var units iter.Seq2[*bilingual.Unit, error]
	opt := bilingual.Options{SourceLang: m[2], TargetLang: m[1]}
	if m[3] == "po" {
		units = bilingual.Read("a.po", strings.NewReader(strings.ReplaceAll(text, " ¶ ", "\n")+"\n"), opt)
	} else {
		target, source, _ := strings.Cut(text, " ~ ")
		units = bilingual.ReadPair(bilingual.File{Path: "a.json", Data: []byte(source)}, bilingual.File{Path: "b.json", Data: []byte(target)}, opt)
	}
	cases, err := bilingualCases("example", units, nil)
	for i := range cases {
		cases[i].part = len(cases) > 1
	}
	return cases, err
}

// exampleTerms reads the glossary of an example: term=right,!wrong;term.
func exampleTerms(text string) []*glossary.Entry {
	var out []*glossary.Entry
	for term := range strings.SplitSeq(text, ";") {
		source, renderings, ok := strings.Cut(term, "=")
		if source == "" {
			continue
		}
		e := &glossary.Entry{Source: source, DoNotTranslate: !ok}
		for r := range strings.SplitSeq(renderings, ",") {
			if wrong, ok := strings.CutPrefix(r, "!"); ok {
				e.Forbidden = append(e.Forbidden, wrong)
			} else if r != "" {
				e.Targets = append(e.Targets, r)
			}
		}
		out = append(out, e)
	}
	return out
}
