package report

import (
	"io"
	"path/filepath"
	"strings"
)

// The parts of the Reviewdog Diagnostic Format that are written. Its columns
// count bytes of UTF-8:
// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
type (
	rdResult struct {
		Source      rdSource       `json:"source"`
		Diagnostics []rdDiagnostic `json:"diagnostics"`
	}
	rdSource struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	rdDiagnostic struct {
		Message     string         `json:"message"`
		Location    rdLocation     `json:"location"`
		Severity    string         `json:"severity"`
		Source      rdSource       `json:"source"`
		Code        rdCode         `json:"code"`
		Suggestions []rdSuggestion `json:"suggestions,omitempty"`
		Related     []rdRelated    `json:"related_locations,omitempty"`
	}
	rdLocation struct {
		Path  string  `json:"path"`
		Range rdRange `json:"range"`
	}
	rdRange struct {
		Start rdPosition `json:"start"`
		End   rdPosition `json:"end"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"`
	}
	rdCode struct {
		Value string `json:"value"`
	}
	rdSuggestion struct {
		Range rdRange `json:"range"`
		Text  string  `json:"text"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
)

// RDJSON writes one object in the format of reviewdog.
func RDJSON(w io.Writer, run *Run) error {
	source := rdSource{"sourcelint", home}
	out := rdResult{source, []rdDiagnostic{}}
	for _, f := range run.Findings {
		d := rdDiagnostic{Message: f.Message, Location: locationRD(f.At), Severity: strings.ToUpper(f.Severity.String()),
			Source: source, Code: rdCode{f.Rule.Name}}
		if f.Replacement != "" {
			d.Suggestions = []rdSuggestion{{d.Location.Range, f.Replacement}}
		}
		for _, r := range f.Related {
			d.Related = append(d.Related, rdRelated{r.Text, locationRD(r)})
		}
		out.Diagnostics = append(out.Diagnostics, d)
	}
	return writeJSON(w, out)
}

func locationRD(p Place) rdLocation {
	return rdLocation{filepath.ToSlash(p.Path), rdRange{rdPosition{p.Start.Line, p.StartByte}, rdPosition{p.End.Line, p.EndByte}}}
}
