package main

import (
	"fmt"

	"github.com/sourcelint/sourcelint/rules"
	"github.com/spf13/cobra"
)

func newRules(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  cobra.NoArgs,
		Run: func(*cobra.Command, []string) {
			for _, r := range rules.Suite {
				fmt.Fprintf(std.out, "%-24s %-8s %s\n", r.Name, r.Severity, r.Category)
			}
		},
	}
}

func newExplain(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "Print the documentation of a rule",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return fmt.Errorf("unknown rule %q", args[0])
		},
	}
}
