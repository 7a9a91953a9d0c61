package report

import (
	"encoding/json"
	"io"
	"math"

	"github.com/sourcelint/sourcelint/align/article"
)

// The JSON report; schema.json describes it.
type (
	jsonReport struct {
		Version  int           `json:"version"`
		Findings []jsonFinding `json:"findings"`
		Summary  jsonSummary   `json:"summary"`
	}
	jsonFinding struct {
		Rule        string          `json:"rule"`
		Severity    string          `json:"severity"`
		Confidence  float64         `json:"confidence"`
		Message     string          `json:"message"`
		Location    jsonPlace       `json:"location"`
		Related     []jsonPlace     `json:"related"`
		Suggestion  *jsonSuggestion `json:"suggestion,omitempty"`
		Fingerprint string          `json:"fingerprint"`
	}
	jsonPlace struct {
		Path    string       `json:"path"`
		Segment string       `json:"segment"`
		Start   jsonPosition `json:"start"`
		End     jsonPosition `json:"end"`
		Text    string       `json:"text"`
	}
	jsonPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"`
		Offset int `json:"offset"`
	}
	jsonSuggestion struct {
		Replacement string `json:"replacement"`
	}
	jsonSummary struct {
		Files    int `json:"files"`
		Errors   int `json:"errors"`
		Warnings int `json:"warnings"`
		Infos    int `json:"infos"`
	}
)

// JSON writes one object that holds all findings.
func JSON(w io.Writer, run *Run) error {
	out := jsonReport{Version: 1, Findings: []jsonFinding{}, Summary: jsonSummary(run.Summary)}
	for _, f := range run.Findings {
		j := jsonFinding{
			Rule: f.Rule.Name, Severity: f.Severity.String(), Confidence: math.Round(f.Confidence*1000) / 1000,
			Message: f.Message, Location: placeJSON(f.At), Related: []jsonPlace{}, Fingerprint: f.Fingerprint,
		}
		for _, r := range f.Related {
			j.Related = append(j.Related, placeJSON(r))
		}
		if f.Replacement != "" {
			j.Suggestion = &jsonSuggestion{f.Replacement}
		}
		out.Findings = append(out.Findings, j)
	}
	return writeJSON(w, out)
}

func placeJSON(p Place) jsonPlace {
	return jsonPlace{p.Path, p.Segment, positionJSON(p.Start), positionJSON(p.End), p.Text}
}

// positionJSON is a position as the JSON formats show it.
func positionJSON(p article.Position) jsonPosition { return jsonPosition(p) }

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}
