package main

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/spf13/cobra"
)

func newFacts(std streams, r *reading) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "facts [flags] FILE",
		Short: "Print the facts read from an article, with their values",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			a, err := readOne(args[0], std.in, r, r.options(false))
			if err != nil {
				return err
			}
			sheet := fact.Read(a)
			switch format {
			case "json":
				return factsJSON(std, sheet)
			case "text":
				return factsText(std, sheet)
			}
			return fmt.Errorf("unknown format %q, expected text or json", format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "the `format`: text or json")
	return cmd
}

func factsText(std streams, s *fact.Sheet) error {
	w := tabwriter.NewWriter(std.out, 0, 8, 2, ' ', 0)
	for _, f := range s.Facts {
		p := s.Article.Position(f.Span.Start)
		fmt.Fprintf(w, "%d:%d\t%s\t%s\t%s\t%s\t%s\t%v\n", p.Line, p.Column, f.Kind, s.Article.Text(f.Span), f.Value, f.Slot.Aspect, f.Slot.Head, f.Slot.Context)
	}
	return w.Flush()
}

func factsJSON(std streams, s *fact.Sheet) error {
	type place struct {
		Line, Column, Offset int
	}
	type item struct {
		Kind  string           `json:"kind"`
		Text  string           `json:"text"`
		Value string           `json:"value"`
		Slot  fact.Slot        `json:"slot"`
		Start article.Position `json:"start"`
	}
	out := []item{}
	for _, f := range s.Facts {
		out = append(out, item{f.Kind.String(), s.Article.Text(f.Span), f.Value.String(), f.Slot, s.Article.Position(f.Span.Start)})
	}
	return json.NewEncoder(std.out).Encode(map[string]any{"facts": out, "entities": s.Entities})
}
