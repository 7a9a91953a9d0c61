package report

import (
	"io"
	"math"
	"net/url"
	"path/filepath"
	"slices"

	"github.com/sourcelint/sourcelint/rules"
)

// The parts of SARIF 2.1.0 that are written:
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string         `json:"id"`
		ShortDescription *sarifText     `json:"shortDescription,omitempty"`
		FullDescription  *sarifText     `json:"fullDescription,omitempty"`
		Default          sarifLevel     `json:"defaultConfiguration"`
		Properties       map[string]any `json:"properties"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		Fixes        []sarifFix        `json:"fixes,omitempty"`
		Rank         float64           `json:"rank"`
	}
	sarifLocation struct {
		ID       int            `json:"id,omitempty"`
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
		Message  *sarifText     `json:"message,omitempty"`
	}
	sarifLogical struct {
		Name string `json:"name"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn"`
		EndLine     int        `json:"endLine"`
		EndColumn   int        `json:"endColumn"`
		ByteOffset  int        `json:"byteOffset"`
		ByteLength  int        `json:"byteLength"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
	sarifFix struct {
		Description sarifText     `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		Artifact     sarifArtifact      `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion `json:"deletedRegion"`
		Inserted sarifText   `json:"insertedContent"`
	}
)

// SARIF writes a static analysis results log, as code scanning services read it.
func SARIF(w io.Writer, run *Run) error {
	r := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	r.Tool.Driver = sarifDriver{Name: "sourcelint", Version: run.Version, InformationURI: home, Rules: []sarifRule{}}
	var known []*rules.Rule
	for i := range run.Findings {
		f := &run.Findings[i]
		index := slices.Index(known, f.Rule)
		if index < 0 {
			index = len(known)
			known = append(known, f.Rule)
			r.Tool.Driver.Rules = append(r.Tool.Driver.Rules, describeRule(f.Rule))
		}
		r.Results = append(r.Results, resultSARIF(f, index))
	}
	return writeJSON(w, sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{r}})
}

// home is where the project lives.
const home = "https://github.com/sourcelint/sourcelint"

func describeRule(r *rules.Rule) sarifRule {
	out := sarifRule{ID: r.Name, Default: sarifLevel{level(r.Severity)}, Properties: map[string]any{"category": string(r.Category)}}
	if doc := r.Doc(); doc.Summary != "" {
		out.ShortDescription = &sarifText{doc.Summary}
		out.FullDescription = &sarifText{doc.Summary + "\n\n" + doc.Why}
	}
	return out
}

func level(s rules.Severity) string {
	if s == rules.Info {
		return "note"
	}
	return s.String()
}

func resultSARIF(f *Finding, index int) sarifResult {
	out := sarifResult{
		RuleID: f.Rule.Name, RuleIndex: index, Level: level(f.Severity), Message: sarifText{f.Message},
		Locations:    []sarifLocation{locationSARIF(f.At)},
		Fingerprints: map[string]string{"sourcelint/v1": f.Fingerprint},
		Rank:         math.Round(f.Confidence*1000) / 10,
	}
	for i, p := range f.Related {
		l := locationSARIF(p)
		l.ID, l.Message = i+1, &sarifText{p.Text}
		out.Related = append(out.Related, l)
	}
	if f.Replacement != "" {
		at := out.Locations[0].Physical
		at.Region.Snippet = nil
		out.Fixes = []sarifFix{{sarifText{"Replace by “" + f.Replacement + "”"},
			[]sarifChange{{at.Artifact, []sarifReplacement{{at.Region, sarifText{f.Replacement}}}}}}}
	}
	return out
}

func locationSARIF(p Place) sarifLocation {
	l := sarifLocation{Physical: sarifPhysical{
		Artifact: sarifArtifact{(&url.URL{Path: filepath.ToSlash(p.Path)}).EscapedPath()},
		Region: sarifRegion{p.Start.Line, p.Start.Column, p.End.Line, p.End.Column, p.Start.Offset, p.End.Offset - p.Start.Offset,
			&sarifText{p.Text}},
	}}
	if p.Segment != "" {
		l.Logical = []sarifLogical{{p.Segment}}
	}
	return l
}
