package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/sourcelint/sourcelint/rules"
)

type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name    string        `xml:"name,attr"`
		Class   string        `xml:"classname,attr"`
		Failure *junitFailure `xml:"failure"`
		Out     string        `xml:"system-out,omitempty"`
	}
	junitFailure struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
)

// JUnit writes each file as a suite of tests: a finding is a test that failed, or
// that passed with a remark where it is an info; a file without findings has one
// test, which passed.
func JUnit(w io.Writer, run *Run) error {
	out := junitSuites{Name: "sourcelint"}
	byFile := map[string][]*Finding{}
	for i := range run.Findings {
		f := &run.Findings[i]
		byFile[f.At.Path] = append(byFile[f.At.Path], f)
	}
	for _, path := range run.Files {
		s := junitSuite{Name: path}
		for _, f := range byFile[path] {
			c := junitCase{Name: fmt.Sprintf("%s at %d:%d", f.Rule.Name, f.At.Start.Line, f.At.Start.Column), Class: path}
			text := plainFinding(f)
			if f.Severity == rules.Info {
				c.Out = text
			} else {
				c.Failure = &junitFailure{f.Message, f.Severity.String(), text}
				s.Failures++
			}
			s.Cases = append(s.Cases, c)
		}
		if len(s.Cases) == 0 {
			s.Cases = []junitCase{{Name: "lint", Class: path}}
		}
		s.Tests = len(s.Cases)
		out.Suites = append(out.Suites, s)
		out.Tests += s.Tests
		out.Failures += s.Failures
	}
	return writeXML(w, out)
}

// plainFinding is a finding with all its passages.
func plainFinding(f *Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: %s: %s (%s)\n  %s\n", f.At.Path, f.At.Start.Line, f.At.Start.Column, f.Severity, f.Message, f.Rule.Name, f.At.Text)
	for _, r := range f.Related {
		fmt.Fprintf(&b, "%s:%d:%d:\n  %s\n", r.Path, r.Start.Line, r.Start.Column, r.Text)
	}
	return b.String()
}

func writeXML(w io.Writer, v any) error {
	data, err := xml.MarshalIndent(v, "", " ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, data)
	return err
}
