package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/spf13/cobra"
)

func newFacts(std streams, r *reading) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "facts [flags] FILE",
		Short: "Print the facts read from an article, with their values",
		Args:  takes(1, "one article"),
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("--format: unknown format %q, expected text or json", format)
			}
			a, err := readOne(args[0], std.in, r, r.options(false))
			if err != nil {
				return err
			}
			sheet := fact.Read(a)
			if format == "json" {
				return factsJSON(std, sheet)
			}
			return factsText(std, sheet)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "the `format`: text or json")
	return cmd
}

// longest is the length in characters to which a text is shown in the table.
const longest = 48

func factsText(std streams, s *fact.Sheet) error {
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "PLACE\tKIND\tTEXT\tVALUE\tOF")
	for i := range s.Facts {
		f := &s.Facts[i]
		p := s.Article.Position(f.Span.Start)
		fmt.Fprintf(w, "%d:%d\t%s\t%s\t%s\t%s\n", p.Line, p.Column, f.Kind,
			short(s.Article.Text(f.Span)), short(f.Value.String()), slot(s, f))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for line := range strings.Lines(table.String()) { // a last column that is empty is filled up with spaces
		if _, err := fmt.Fprintln(std.out, strings.TrimRight(line, " \n")); err != nil {
			return err
		}
	}
	return nil
}

// slot says what a fact is the value of.
func slot(s *fact.Sheet, f *fact.Fact) string {
	var out []string
	if f.Kind == fact.KindNumber {
		out = append(out, f.Slot.Aspect.String())
	}
	for _, w := range []string{f.Slot.Head, f.Slot.Verb} {
		if w != "" {
			out = append(out, w)
		}
	}
	if e := f.Slot.Entity; f.Kind != fact.KindName && e >= 0 && e < len(s.Entities) {
		out = append(out, strings.Join(s.Entities[e].Name, " "))
	}
	return strings.Join(out, ", ")
}

// short is a text on one line, cut where it is long.
func short(text string) string {
	r := []rune(strings.Join(strings.Fields(text), " "))
	if len(r) > longest {
		return string(r[:longest-1]) + "…"
	}
	return string(r)
}

// The JSON that lint facts prints.
type (
	factsOut struct {
		Path     string      `json:"path"`
		Lang     string      `json:"lang"`
		Date     string      `json:"date,omitempty"`
		Facts    []factOut   `json:"facts"`
		Entities []entityOut `json:"entities"`
	}
	factOut struct {
		Kind     string   `json:"kind"`
		Text     string   `json:"text"`
		Value    string   `json:"value"`
		Start    placeOut `json:"start"`
		End      placeOut `json:"end"`
		Sentence int      `json:"sentence"`
		Quoted   bool     `json:"quoted"`
		Slot     slotOut  `json:"slot"`
	}
	slotOut struct {
		Aspect  string   `json:"aspect,omitempty"`
		Head    string   `json:"head,omitempty"`
		Verb    string   `json:"verb,omitempty"`
		Entity  int      `json:"entity"`
		Context []string `json:"context"`
	}
	entityOut struct {
		Name         string   `json:"name"`
		Mentions     []int    `json:"mentions"`
		Descriptions []string `json:"descriptions"`
	}
	placeOut struct {
		Line   int `json:"line"`
		Column int `json:"column"`
		Offset int `json:"offset"`
	}
)

func factsJSON(std streams, s *fact.Sheet) error {
	a := s.Article
	out := factsOut{Path: a.Path, Lang: a.Lang, Facts: []factOut{}, Entities: []entityOut{}}
	if !a.Date.IsZero() {
		out.Date = a.Date.Format("2006-01-02")
	}
	at := func(offset int) placeOut { return placeOut(a.Position(offset)) }
	for i := range s.Facts {
		f := &s.Facts[i]
		x := factOut{Kind: f.Kind.String(), Text: a.Text(f.Span), Value: f.Value.String(), Start: at(f.Span.Start), End: at(f.Span.End),
			Sentence: f.Sentence, Quoted: f.Quoted,
			Slot: slotOut{Head: f.Slot.Head, Verb: f.Slot.Verb, Entity: f.Slot.Entity, Context: append([]string{}, f.Slot.Context...)}}
		if f.Kind == fact.KindNumber {
			x.Slot.Aspect = f.Slot.Aspect.String()
		}
		out.Facts = append(out.Facts, x)
	}
	for _, e := range s.Entities {
		x := entityOut{strings.Join(e.Name, " "), append([]int{}, e.Mentions...), []string{}}
		for _, d := range e.Descriptors {
			x.Descriptions = append(x.Descriptions, strings.Join(d.Words, " "))
		}
		out.Entities = append(out.Entities, x)
	}
	enc := json.NewEncoder(std.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}
