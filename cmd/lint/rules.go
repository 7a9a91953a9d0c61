package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/sourcelint/sourcelint/cmd/lint/internal/config"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/near"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/rulelist"
	"github.com/sourcelint/sourcelint/rules"
	"github.com/spf13/cobra"
)

func newRules(std streams) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  takes(0, "none"),
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "text":
				for _, r := range rules.Suite {
					fmt.Fprintf(std.out, "%-22s %-8s %-24s %s\n", r.Name, r.Severity, rulelist.Scope(r.Scope), rulelist.Summary(r))
				}
				return nil
			case "markdown":
				fmt.Fprint(std.out, rulelist.Markdown())
				return nil
			case "json":
				return rulesJSON(std)
			}
			return fmt.Errorf("--format: unknown format %q, expected text, markdown or json", format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "the `format`: text, markdown or json")
	return cmd
}

func rulesJSON(std streams) error {
	type option struct {
		Name    string `json:"name"`
		Default string `json:"default"`
		Doc     string `json:"doc"`
	}
	type rule struct {
		Name     string   `json:"name"`
		Severity string   `json:"severity"`
		Category string   `json:"category"`
		Scope    string   `json:"scope"`
		Summary  string   `json:"summary"`
		Options  []option `json:"options"`
	}
	out := []rule{}
	for _, r := range rules.Suite {
		x := rule{r.Name, r.Severity.String(), string(r.Category), rulelist.Scope(r.Scope), rulelist.Summary(r), []option{}}
		for _, o := range r.Options {
			x.Options = append(x.Options, option(o))
		}
		out = append(out, x)
	}
	e := json.NewEncoder(std.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(out)
}

func newExplain(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "Print the documentation of a rule",
		Args:  takes(1, "one rule (lint rules lists them)"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return config.Rules(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			r := config.Rule(args[0])
			if r == nil {
				return fmt.Errorf("unknown rule %q, %s", args[0], near.Hint(args[0], config.Rules(), "lint rules lists them"))
			}
			explain(std, r)
			return nil
		},
	}
}

func explain(std streams, r *rules.Rule) {
	d := r.Doc()
	_, summary, _ := strings.Cut(d.Summary, " ")
	fmt.Fprintf(std.out, "%s %s\n\nseverity: %s, category: %s, asked of: %s\n", r.Name, summary, r.Severity, r.Category, rulelist.Scope(r.Scope))
	for _, s := range []struct{ title, text string }{
		{"Why", d.Why}, {"Fires", d.Fires}, {"Stays quiet", d.Quiet}, {"Misses", d.Misses}, {"Options", d.Options},
	} {
		if s.text != "" {
			fmt.Fprintf(std.out, "\n%s\n\n%s\n", s.title, indent(s.text))
		}
	}
	if len(r.Options) > 0 {
		fmt.Fprintln(std.out)
	}
	for _, o := range r.Options {
		fmt.Fprintf(std.out, "    %s (default %q): %s\n", o.Name, o.Default, o.Doc)
	}
}

func indent(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\t", "    "), "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = "    " + l
		}
	}
	return strings.Join(lines, "\n")
}
