package rulestest

import (
	"context"
	"fmt"
	"iter"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/bilingual"
	"github.com/sourcelint/sourcelint/rules"
	"github.com/sourcelint/sourcelint/rules/glossary"
)

// archive is a parsed txtar file.
type archive struct {
	cases   []*testCase
	options map[string]map[string]string // by rule
	entries map[string][]*glossary.Entry // of glossaries, by folder
	source  bilingual.File               // the catalogue that the next target translates
}

// testCase is articles that are checked together and what is to be found in them.
type testCase struct {
	name string
	dir  string
	part bool // one of several units of an example

	memory *rules.Consistency // of the units of a file
	rc     rules.Case
	want   []want
}

// want is an expected finding.
type want struct {
	file     string
	line     int // in which its span starts, after the ! lines are stripped
	rule     string
	severity string // "" where any will do
	text     string
	related  []string // sorted, none twice
	more     bool     // there may be further related passages
}

// parseArchive reads a txtar file in the form that the package comment gives.
func parseArchive(data []byte) (*archive, error) {
	tx := txtar.Parse(data)
	out := &archive{options: map[string]map[string]string{}}
	changes := map[string][2]int{}
	for line := range strings.Lines(string(tx.Comment)) {
		if f := strings.Fields(line); len(f) == 4 && f[0] == "changed" {
			first, err1 := strconv.Atoi(f[2])
			last, err2 := strconv.Atoi(f[3])
			if err1 != nil || err2 != nil {
				return nil, fmt.Errorf("%q: expected changed FILE FIRST LAST", strings.TrimSpace(line))
			}
			changes[f[1]] = [2]int{first, last}
		}
		if f := strings.Fields(line); len(f) == 3 && f[0] == "option" {
			key, value, ok := strings.Cut(f[2], "=")
			if !ok {
				return nil, fmt.Errorf("%q: expected option RULE NAME=VALUE", strings.TrimSpace(line))
			}
			if out.options[f[1]] == nil {
				out.options[f[1]] = map[string]string{}
			}
			out.options[f[1]][key] = value
		}
	}
	byDir := map[string]*testCase{}
	for _, f := range tx.Files {
		text, wants, err := stripWants(f.Name, string(f.Data))
		if err != nil {
			return nil, err
		}
		if path.Ext(f.Name) == ".tsv" {
			cases, err := unitCases(f.Name, text, wants)
			if err != nil {
				return nil, err
			}
			out.cases = append(out.cases, cases...)
			continue
		}
		if path.Ext(f.Name) == ".po" || path.Ext(f.Name) == ".json" {
			if err := out.bilingual(f.Name, text, wants); err != nil {
				return nil, err
			}
			continue
		}
		dir := path.Dir(f.Name)
		if path.Base(f.Name) == "glossary.csv" {
			if err := out.glossary(f.Name, f.Data); err != nil {
				return nil, err
			}
			continue
		}
		c := byDir[dir]
		if c == nil {
			c = &testCase{name: dir, dir: dir}
			byDir[dir] = c
			out.cases = append(out.cases, c)
		}
		c.want = append(c.want, wants...)
		if lines, ok := changes[f.Name]; ok {
			c.rc.Changes = &rules.Changes{Since: "c0ffee", Lines: [][2]int{lines}}
		}
		if err := c.add(f.Name, text); err != nil {
			return nil, err
		}
	}
	for _, c := range byDir {
		c.relate()
	}
	for _, c := range out.cases {
		c.terms(out.entries[c.dir])
	}
	return out, nil
}

// bilingual makes cases of the units of a PO file, or of a target.LANG.json and the
// source.LANG.json before it.
func (ar *archive) bilingual(file, text string, wants []want) error {
	m := fileName.FindStringSubmatch(path.Base(file))
	switch {
	case m == nil || path.Ext(file) == ".po" && m[3] == "":
		return fmt.Errorf("%s: expected a name such as units.en-es.po or target.es.json", file)
	case m[1] == "source":
		ar.source = bilingual.File{Path: file, Data: []byte(text)}
		return nil
	}
	units := bilingual.Read(file, strings.NewReader(text), bilingual.Options{SourceLang: m[2], TargetLang: m[3]})
	if m[1] == "target" {
		units = bilingual.ReadPair(ar.source, bilingual.File{Path: file, Data: []byte(text)}, bilingual.Options{})
	}
	cases, err := bilingualCases(file, units, wants)
	ar.cases = append(ar.cases, cases...)
	return err
}

// bilingualCases makes a case of each unit. A want belongs to the unit whose target
// starts last before it.
func bilingualCases(file string, units iter.Seq2[*bilingual.Unit, error], wants []want) ([]*testCase, error) {
	var out []*testCase
	var lines []int
	memory := &rules.Consistency{}
	var l *align.Learner
	for u, err := range units {
		if err != nil {
			return nil, err
		}
		if l == nil {
			l = align.NewLearner(u.Source.Lang, u.Target.Lang)
		}
		l.Add(u.Number, u.Source.Text, u.Target.Text)
		rc := rules.UnitCase(u)
		out = append(out, &testCase{name: fmt.Sprintf("%s:%s", file, u.ID), dir: path.Dir(file), rc: *rc, memory: memory})
		lines = append(lines, u.Target.Position(0).Line)
	}
	if l != nil {
		v := l.Vocabulary()
		for _, c := range out {
			c.rc.Vocabulary = v
		}
	}
	for _, w := range wants {
		best := -1
		for i, l := range lines {
			if l <= w.line && (best < 0 || l >= lines[best]) {
				best = i
			}
		}
		if best < 0 {
			return nil, fmt.Errorf("%s:%d: no unit before the expected finding", file, w.line)
		}
		out[best].want = append(out[best].want, w)
	}
	return out, nil
}

// run runs a case.
func (c *testCase) run(ctx context.Context, runner *rules.Runner) ([]rules.Finding, error) {
	findings, err := runner.Run(ctx, &c.rc)
	if c.memory != nil {
		if x, ok := rules.RenderingOf(runner, &c.rc); ok {
			findings = append(findings, c.memory.Add(x)...)
		}
	}
	return findings, err
}

// glossary reads the terms for the cases of a folder.
func (ar *archive) glossary(file string, data []byte) error {
	entries, err := glossary.Read(file, data, glossary.Options{})
	if ar.entries == nil {
		ar.entries = map[string][]*glossary.Entry{}
	}
	ar.entries[path.Dir(file)] = entries
	return err
}

// terms hands a glossary to a case.
func (c *testCase) terms(entries []*glossary.Entry) {
	if len(entries) > 0 && len(c.rc.Sources) > 0 && len(c.rc.Drafts) > 0 {
		c.rc.Terms = glossary.NewTerms(entries, c.rc.Sources[0].Lang, c.rc.Drafts[0].Lang, nil)
	}
}

// relate makes a translation of a case in two languages.
func (c *testCase) relate() {
	if len(c.rc.Sources) > 0 && len(c.rc.Drafts) > 0 && c.rc.Sources[0].Lang != c.rc.Drafts[0].Lang {
		c.rc.Relation = align.Translation
	}
}

// name.lang.ext, name.lang-lang.tsv
var fileName = regexp.MustCompile(`^([a-z]+)[^.]*(?:\.([a-z]{2,3})(?:-([a-z]{2,3}))?)?\.(txt|md|html|tsv|po|json)$`)

// add reads a file as an article of the case; its name tells what it is in it.
func (c *testCase) add(file, text string) error {
	m := fileName.FindStringSubmatch(path.Base(file))
	if m == nil {
		return fmt.Errorf("%s: expected a name such as draft.en.txt, wire.en.md or pairs.en-es.tsv", file)
	}
	lang := m[2]
	if lang == "" {
		lang = "en"
	}
	a, err := article.Read(file, []byte(text), article.Options{Lang: lang})
	if err != nil {
		return err
	}
	switch m[1] {
	case "wire":
		c.rc.Sources = append(c.rc.Sources, a)
	case "source":
		c.rc.Sources = append(c.rc.Sources, a)
		c.rc.Relation = align.Translation
	default:
		c.rc.Drafts = append(c.rc.Drafts, a)
	}
	return nil
}

// unitCases makes a case of each row of a table of segments.
func unitCases(file, text string, wants []want) ([]*testCase, error) {
	m := fileName.FindStringSubmatch(path.Base(file))
	if m == nil || m[3] == "" {
		return nil, fmt.Errorf("%s: expected a name such as pairs.en-es.tsv", file)
	}
	relation := align.Translation
	if m[1] == "wire" {
		relation = align.Story
	}
	src, err := article.NewSource(file, []byte(text), "")
	if err != nil {
		return nil, err
	}
	var out []*testCase
	offset, number := 0, 0
	for line := range strings.Lines(text) {
		start := offset
		offset += len(line)
		number++
		from, to, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.Contains(to, "\t") {
			return nil, fmt.Errorf("%s:%d: expected two cells with a tab between", file, number)
		}
		unit := func(text string, at int, lang string) []*article.Article {
			return []*article.Article{src.Unit(article.Unit{
				Segment: strconv.Itoa(number), Text: text, Span: article.Span{Start: at, End: at + len(text)}, Lang: lang,
			})}
		}
		c := &testCase{name: fmt.Sprintf("%s:%d", file, number), dir: path.Dir(file)}
		c.rc = rules.Case{
			Sources: unit(from, start, m[2]), Drafts: unit(to, start+len(from)+1, m[3]),
			Relation: relation, Unit: true,
		}
		for _, w := range wants {
			if w.line == number {
				c.want = append(c.want, w)
			}
		}
		out = append(out, c)
	}
	return out, nil
}

// stripWants takes the ! lines out of a file.
func stripWants(file, data string) (string, []want, error) {
	var text strings.Builder
	var wants []want
	line, last := 0, 0 // last is the last line that is not blank
	for l := range strings.Lines(data) {
		if !strings.HasPrefix(l, "! ") {
			text.WriteString(l)
			line++
			if strings.TrimSpace(l) != "" {
				last = line
			}
			continue
		}
		w, err := parseWant(strings.TrimSpace(l[2:]))
		if err != nil {
			return "", nil, fmt.Errorf("%s: %s: %w", file, strings.TrimSpace(l), err)
		}
		w.file, w.line = file, last
		wants = append(wants, w)
	}
	return text.String(), wants, nil
}

// parseWant reads: rule [severity] "text" [~ "other text"]... [~ ...]
func parseWant(s string) (w want, err error) {
	w.rule, s, _ = strings.Cut(s, " ")
	s = strings.TrimSpace(s)
	for _, sev := range []rules.Severity{rules.Info, rules.Warning, rules.Error} {
		if rest, ok := strings.CutPrefix(s, sev.String()+" "); ok {
			w.severity, s = sev.String(), strings.TrimSpace(rest)
			break
		}
	}
	if w.text, s, err = quoted(s); err != nil {
		return w, err
	}
	for s != "" {
		rest, ok := strings.CutPrefix(s, "~")
		if !ok {
			return w, fmt.Errorf("found %q, expected ~", s)
		}
		rest = strings.TrimSpace(rest)
		if rest == "..." {
			w.more = true
			break
		}
		var other string
		if other, s, err = quoted(rest); err != nil {
			return w, err
		}
		w.related = append(w.related, other)
	}
	slices.Sort(w.related)
	w.related = slices.Compact(w.related)
	return w, nil
}

func quoted(s string) (text, rest string, err error) {
	q, err := strconv.QuotedPrefix(s)
	if err != nil {
		return "", "", fmt.Errorf("found %q, expected a text in quotation marks", s)
	}
	text, err = strconv.Unquote(q)
	return text, strings.TrimSpace(s[len(q):]), err
}
