package report

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/sourcelint/sourcelint/rules"
)

// GitHub writes workflow commands, which GitHub Actions turns into annotations:
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
func GitHub(w io.Writer, run *Run) error {
	out := bufio.NewWriter(w)
	for _, f := range run.Findings {
		command := map[rules.Severity]string{rules.Error: "error", rules.Warning: "warning", rules.Info: "notice"}[f.Severity]
		fmt.Fprintf(out, "::%s file=%s,line=%d,endLine=%d", command, property(filepath.ToSlash(f.At.Path)), f.At.Start.Line, f.At.End.Line)
		if f.At.Start.Line == f.At.End.Line { // columns are only valid within a line
			fmt.Fprintf(out, ",col=%d,endColumn=%d", f.At.Start.Column, f.At.End.Column)
		}
		message := f.Message
		for _, r := range f.Related {
			message += fmt.Sprintf("\n%s:%d:%d: %s", r.Path, r.Start.Line, r.Start.Column, r.Text)
		}
		fmt.Fprintf(out, ",title=%s::%s\n", property(f.Rule.Name), data.Replace(message))
	}
	return out.Flush()
}

var (
	data       = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	properties = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func property(s string) string { return properties.Replace(s) }
