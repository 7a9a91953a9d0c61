package main

//go:generate go run ./internal/genreadme ../../README.md

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/config"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/near"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/report"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
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
	root.InitDefaultCompletionCmd()
	for _, sub := range root.Commands() {
		c.subcommands = append(c.subcommands, sub.Name())
		if sub.Name() == "completion" {
			sub.Args = cobra.ArbitraryArgs
			sub.RunE = func(_ *cobra.Command, args []string) error {
				return fmt.Errorf("completion: %q is no shell, expected bash, zsh, fish or powershell", strings.Join(args, " "))
			}
		}
	}
	root.SetFlagErrorFunc(flagError)
	c.complete(root)
	return root
}

// flagError adds to the fault of an unknown flag which ones are near it.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) || len(unknown.GetSpecifiedName()) < 2 {
		return err
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	if names := near.Names(unknown.GetSpecifiedName(), known); len(names) > 0 {
		return fmt.Errorf("%w, did you mean --%s?", err, names[0])
	}
	return fmt.Errorf("%w, %s --help lists them", err, cmd.CommandPath())
}

// takes is the check that a subcommand has as many arguments as it takes.
func takes(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return fmt.Errorf("%s: %d arguments, expected %s", cmd.Name(), len(args), what)
		}
		return nil
	}
}

// complete tells the shells which values the flags of the main command take.
func (c *checker) complete(root *cobra.Command) {
	for flag, values := range map[string][]string{
		"format": report.Formats(), "only": config.Rules(), "disable": config.Rules(),
		"min-severity": {"error", "warning", "info"}, "fail-on": {"error", "warning", "info", "never"},
		"color": {"auto", "always", "never"}, "relation": {string(auto), string(story), string(translation)},
	} {
		err := root.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
		if err != nil {
			panic(err) // a flag that is not there
		}
	}
}
