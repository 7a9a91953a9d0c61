package report

import (
	"fmt"
	"io"
)

// Text writes findings for people.
func Text(w io.Writer, run *Run) error {
	for _, f := range run.Findings {
		fmt.Fprintf(w, "%s:%d:%d: %s: %s (%s)\n    %q\n", f.At.Path, f.At.Start.Line, f.At.Start.Column, f.Severity, f.Message, f.Rule.Name, f.At.Text)
		for _, r := range f.Related {
			fmt.Fprintf(w, "    %s:%d:%d: %q\n", r.Path, r.Start.Line, r.Start.Column, r.Text)
		}
	}
	_, err := fmt.Fprintf(w, "%d files: %d errors, %d warnings, %d infos\n", run.Summary.Files, run.Summary.Errors, run.Summary.Warnings, run.Summary.Infos)
	return err
}
