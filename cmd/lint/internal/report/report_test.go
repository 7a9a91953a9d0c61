package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/rules"
)

var update = flag.Bool("update", false, "write the golden reports anew")

// sample is a run with what formats stumble over: marks of their own syntax, wide
// and combining characters, a long line, a passage over two lines, a segment.
func sample(t *testing.T) *Run {
	t.Helper()
	number := &rules.Rule{Name: "number-mismatch", Severity: rules.Error, Category: rules.Facts}
	spacing := &rules.Rule{Name: "spacing", Severity: rules.Warning, Category: rules.Whitespace}
	long := strings.Repeat("The harbour office counts every ship that passes the mole. ", 40)
	draft := read(t, "drafts/it's 100%, 東京: a.txt", "Exports rose 21 percent & more <in> May.\n\n"+long+"東京の人口は café\u0301 ,  and more. "+long+"\n\nIt ends\nhere .\n")
	wire := read(t, "wire.txt", "\ufeffExports rose 12 percent in May.\r\n")
	run := &Run{Version: "v1.2.3", Files: []string{draft.Article.Path, "clean.txt"}, Notes: []string{"en.md: not translated into es"}}
	for _, f := range []rules.Finding{
		{Rule: number, Severity: rules.Error, Confidence: 0.97, Message: "“21 percent” here, but “12 percent” in 1 other article",
			At: find(t, draft, "21 percent"), Related: []rules.Mention{find(t, wire, "12 percent")}, Replacement: "12 percent"},
		{Rule: spacing, Severity: rules.Warning, Confidence: 0.8, Message: "white space before “,”", At: find(t, draft, "é\u0301 ,")},
		{Rule: spacing, Severity: rules.Info, Confidence: 0.5, Message: "a\nb: 100%", At: find(t, draft, "ends\nhere .")},
		{Rule: spacing, Severity: rules.Info, Confidence: 0.5, Message: "again", At: find(t, draft, "ends\nhere .")},
	} {
		run.Findings = append(run.Findings, Resolve(&f))
	}
	Fingerprint(run.Findings)
	run.Summary.Files = 2
	run.Summary.Count(run.Findings)
	return run
}

func read(t *testing.T, path, text string) *fact.Sheet {
	t.Helper()
	a, err := article.Read(path, []byte(text), article.Options{Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return fact.Read(a)
}

func find(t *testing.T, s *fact.Sheet, text string) rules.Mention {
	t.Helper()
	src := s.Article.Source()
	i := strings.Index(src.Text(), text)
	if i < 0 {
		t.Fatalf("no %q", text)
	}
	return rules.Mention{Sheet: s, Span: src.Offset(article.Span{Start: i, End: i + len(text)})}
}

func TestGolden(t *testing.T) {
	run := sample(t)
	for _, format := range Formats() {
		for name, text := range map[string]TextOptions{"": {Width: 100}, "-narrow-colour": {Width: 50, Color: true}} {
			if format != "text" && name != "" {
				continue
			}
			var got bytes.Buffer
			if err := Write(&got, format, run, text); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", format+name+".golden")
			if *update {
				if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("%s: the report differs, see the change with go test -update\n%s", path, got.Bytes())
			}
		}
	}
}

// TestSchemas validates the reports against the schemas of their formats.
func TestSchemas(t *testing.T) {
	for _, tc := range []struct {
		format, schema string
	}{
		{"json", "schema.json"},
		{"sarif", "testdata/sarif-schema-2.1.0.json"},
		{"rdjson", "testdata/rdjson.schema.json"},
	} {
		schema, err := jsonschema.NewCompiler().Compile(tc.schema)
		if errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is missing", tc.schema)
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		for name, run := range map[string]*Run{"sample": sample(t), "empty": {}} {
			var out bytes.Buffer
			if err := Write(&out, tc.format, run, TextOptions{}); err != nil {
				t.Fatal(err)
			}
			v, err := jsonschema.UnmarshalJSON(&out)
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(v); err != nil {
				t.Errorf("%s of the %s run: %v", tc.format, name, err)
			}
		}
	}
}

func TestXMLWellFormed(t *testing.T) {
	for _, format := range []string{"junit", "checkstyle"} {
		var out bytes.Buffer
		if err := Write(&out, format, sample(t), TextOptions{}); err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(&out)
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", format, err)
			}
		}
	}
}

// TestFingerprints: they survive a move in the file and tell findings apart.
func TestFingerprints(t *testing.T) {
	a, b := sample(t), sample(t)
	seen := map[string]bool{}
	for i := range a.Findings {
		b.Findings[i].At.Start.Line += 7
		if seen[a.Findings[i].Fingerprint] {
			t.Errorf("two findings have the fingerprint %s", a.Findings[i].Fingerprint)
		}
		seen[a.Findings[i].Fingerprint] = true
	}
	Fingerprint(b.Findings)
	for i := range a.Findings {
		if a.Findings[i].Fingerprint != b.Findings[i].Fingerprint {
			t.Errorf("finding %d has another fingerprint after it moved", i)
		}
	}
}

func TestWindow(t *testing.T) {
	line := "The quick brown fox jumps over the lazy dog and runs into the wood."
	for _, tc := range []struct {
		why         string
		line        string
		first, last int
		columns     int
		text, under string // under is what stands above the carets
	}{
		{"a line that fits is whole", "A fox.", 2, 5, 40, "A fox.", "fox"},
		{"at the start", line, 0, 3, 30, "The quick brown fox jumps…", "The"},
		{"at the end", line, 62, 66, 30, "…lazy dog and runs into the wood.", "wood"},
		{"wide characters take two columns", "東京 fox", 3, 6, 40, "東京 fox", "fox"},
		{"combining ones take none", "cafe\u0301 fox", 6, 9, 40, "cafe\u0301 fox", "fox"},
		{"control characters are not passed on", "a\x1b[31m fox", 7, 10, 40, "a\ufffd[31m fox", "fox"},
		{"an empty passage has a place", line, 10, 10, 100, line, ""},
	} {
		text, from, to := window([]rune(tc.line), tc.first, tc.last, tc.columns, false)
		var under strings.Builder
		column := 0
		for _, r := range text {
			if column >= from && column < to && cells(r) > 0 {
				under.WriteRune(r)
			}
			column += cells(r)
		}
		if under.String() != tc.under {
			t.Errorf("%s: carets under %q, want %q in %q", tc.why, under.String(), tc.under, text)
		}
		if tc.columns >= 40 && text != tc.text {
			t.Errorf("%s: %q, want %q", tc.why, text, tc.text)
		}
		if column > tc.columns {
			t.Errorf("%s: %d columns, want at most %d: %q", tc.why, column, tc.columns, text)
		}
	}
}

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.json")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	fails := errors.New("no")
	err := File(path, func(w io.Writer) error { _, _ = io.WriteString(w, "half"); return fails })
	if !errors.Is(err, fails) {
		t.Errorf("error %v, want the writer's", err)
	}
	if data, _ := os.ReadFile(path); string(data) != "old" {
		t.Errorf("a failed report left %q, want what was there before", data)
	}
	if err := File(path, func(w io.Writer) error { return json.NewEncoder(w).Encode(1) }); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("%d files in the directory (%v), want the report only", len(entries), err)
	}
}
