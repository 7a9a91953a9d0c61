package rulestest

import (
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/rules"
)

// shout is a rule for the tests: it reports each word in capitals, and the words
// of the sources with it.
var shout = &rules.Rule{Name: "shout", Severity: rules.Warning, Scope: rules.One, Check: func(p *rules.Pass) {
	var related []rules.Mention
	for _, s := range p.Sheets[:len(p.Case.Sources)] {
		related = append(related, rules.Mention{Sheet: s, Span: s.Article.Sentences[0].Tokens[0].Span})
	}
	for _, s := range p.Sheet.Article.Sentences {
		for _, t := range s.Tokens {
			if t.Kind == article.Word && t.Text == strings.ToUpper(t.Text) {
				p.Report(rules.Finding{Severity: rules.Warning, At: rules.Mention{Sheet: p.Sheet, Span: t.Span}, Related: related})
			}
		}
	}
}}

func TestProblems(t *testing.T) {
	for _, tc := range []struct {
		why, archive string
		want         []string // prefixes of the problems
	}{
		{"a finding that is named is none", "-- a.en.txt --\nIt is NOW late.\n! shout \"NOW\"\n", nil},
		{"so is one whose severity is named", "-- a.en.txt --\nIt is NOW late.\n! shout warning \"NOW\"\n", nil},
		{"another severity is one", "-- a.en.txt --\nIt is NOW late.\n! shout error \"NOW\"\n", []string{"unexpected", "missing"}},
		{"a line without finding is one", "-- a.en.txt --\nIt is late.\n! shout \"NOW\"\n", []string{"missing"}},
		{"a finding without line is one", "-- a.en.txt --\nIt is NOW late.\n", []string{"unexpected"}},
		{"the span must be exact", "-- a.en.txt --\nIt is NOW late.\n! shout \"is NOW\"\n", []string{"unexpected", "missing"}},
		{"the line must be exact", "-- a.en.txt --\nIt is NOW late.\n\nSure.\n! shout \"NOW\"\n", []string{"unexpected", "missing"}},
		{"the other side is named", "-- wire.txt --\nToday it is late.\n-- draft.txt --\nIt is NOW late.\n! shout \"NOW\" ~ \"Today\"\n", nil},
		{"the other side must be named", "-- wire.txt --\nToday it is late.\n-- draft.txt --\nIt is NOW late.\n! shout \"NOW\"\n", []string{"unexpected", "missing"}},
		{"or left open", "-- wire.txt --\nToday it is late.\n-- draft.txt --\nIt is NOW late.\n! shout \"NOW\" ~ ...\n", nil},
		{"rows of a table are cases", "-- pairs.en-es.tsv --\nIt is late.\tEs TARDE.\n! shout \"TARDE\" ~ \"It\"\nIt was.\tEra.\n", nil},
	} {
		ar, err := parseArchive([]byte(tc.archive))
		if err != nil {
			t.Errorf("%s: %v", tc.why, err)
			continue
		}
		var got []string
		for _, c := range ar.cases {
			runner := rules.Runner{Rules: []*rules.Rule{shout}}
			findings, err := runner.Run(t.Context(), &c.rc)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, problems(findings, c.want, shout)...)
		}
		if len(got) != len(tc.want) {
			t.Errorf("%s: got %q, want %q", tc.why, got, tc.want)
			continue
		}
		for i := range got {
			if !strings.HasPrefix(got[i], tc.want[i]) {
				t.Errorf("%s: got %q, want %q", tc.why, got, tc.want)
			}
		}
	}
}

func TestParseArchiveRejects(t *testing.T) {
	for why, archive := range map[string]string{
		"a name that says nothing":    "-- x1.doc --\nText.\n",
		"a table without languages":   "-- pairs.tsv --\na\tb\n",
		"a row with three cells":      "-- pairs.en-es.tsv --\na\tb\tc\n",
		"a text without marks":        "-- a.txt --\nText.\n! rule text\n",
		"other text without a ~":      "-- a.txt --\nText.\n! rule \"text\" \"other\"\n",
		"an option without its value": "option rule name\n-- a.txt --\nText.\n",
	} {
		if _, err := parseArchive([]byte(archive)); err == nil {
			t.Errorf("%s: no error", why)
		}
	}
}
