package report

import (
	"encoding/xml"
	"io"
)

type (
	checkstyle struct {
		XMLName xml.Name         `xml:"checkstyle"`
		Version string           `xml:"version,attr"`
		Files   []checkstyleFile `xml:"file"`
	}
	checkstyleFile struct {
		Name   string            `xml:"name,attr"`
		Errors []checkstyleError `xml:"error"`
	}
	checkstyleError struct {
		Line     int    `xml:"line,attr"`
		Column   int    `xml:"column,attr"`
		Severity string `xml:"severity,attr"`
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	}
)

// Checkstyle writes the XML of the Java tool of that name, which many services read.
func Checkstyle(w io.Writer, run *Run) error {
	out := checkstyle{Version: "4.3"}
	for _, f := range run.Findings {
		if n := len(out.Files); n == 0 || out.Files[n-1].Name != f.At.Path {
			out.Files = append(out.Files, checkstyleFile{Name: f.At.Path})
		}
		file := &out.Files[len(out.Files)-1]
		file.Errors = append(file.Errors, checkstyleError{f.At.Start.Line, f.At.Start.Column, f.Severity.String(), f.Message, "sourcelint." + f.Rule.Name})
	}
	return writeXML(w, out)
}
