package main

//go:generate go run ./internal/genreadme ../../README.md

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/spf13/cobra"
)

// The exit statuses.
const (
	exitClean    = 0 // nothing at or above --fail-on
	exitFindings = 1 // findings at or above it
	exitFailed   = 2 // the command could not do its job
)

// streams are the standard streams of the process.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// status ends the command with an exit status and nothing more to say.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// execute runs the command line and returns the exit status.
func execute(ctx context.Context, args []string, std streams) int {
	cmd := newRoot(std)
	cmd.SetArgs(args)
	cmd.SetIn(std.in)
	cmd.SetOut(std.out)
	cmd.SetErr(std.err)
	err := cmd.ExecuteContext(ctx)
	var code status
	var fault *article.Error
	switch {
	case err == nil:
		return exitClean
	case errors.As(err, &code):
		return int(code)
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(std.err, "lint: interrupted")
	case errors.As(err, &fault):
		fmt.Fprintln(std.err, fault)
	default:
		fmt.Fprintln(std.err, "lint:", err)
	}
	return exitFailed
}

func newRoot(std streams) *cobra.Command {
	var c checker
	root := &cobra.Command{
		Use:   "lint [flags] [DRAFT|DIR|BILINGUAL]... [--source FILE]...",
		Short: "Find where a text contradicts its sources, and where a translation went wrong",
		Long: `lint matches the corresponding passages of articles that tell the same story, or
of a text and its translation, and reports where they contradict each other.

  lint DRAFT... --source FILE   check drafts against sources that are trusted
  lint A B C                    cross-check articles on one story
  lint messages.es.po           check the segments of a bilingual file
  lint FILE                     check one article by itself
  lint DIR                      check each article below a directory by itself
  lint                          check what .lint.yaml and front matter tie together
  lint - --stdin-path NAME      check standard input`,
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		DisableAutoGenTag: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			c.std = std
			return c.run(cmd.Context(), args)
		},
	}
	c.reading.flags(root.PersistentFlags())
	c.flags(root.Flags())
	root.AddCommand(newAlign(std, &c.reading), newFacts(std, &c.reading), newRules(std), newExplain(std), newInit(std), newVersion(std))
	return root
}
