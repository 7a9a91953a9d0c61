package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/report"
	"github.com/spf13/cobra"
)

func newAlign(std streams, r *reading) *cobra.Command {
	var format, segment string
	var terms glossaries
	cmd := &cobra.Command{
		Use:   "align [flags] SOURCE TARGET",
		Short: "Print how the passages of two articles correspond",
		Args:  takes(2, "two articles, the source and the target"),
		RunE: func(_ *cobra.Command, args []string) error {
			var articles [2]*article.Article
			for i, path := range args {
				opt := r.options(i == 0)
				switch segment {
				case "line":
					opt.Segment = article.ByLine
				case "sentence":
				default:
					return fmt.Errorf("unknown segment %q for --segment, expected sentence or line", segment)
				}
				var err error
				if articles[i], err = readOne(path, std.in, r, opt); err != nil {
					return err
				}
			}
			words, err := terms.dictionary(articles[0].Lang, articles[1].Lang)
			if err != nil {
				return err
			}
			a := alignment(r.relation.of(articles[0], articles[1]), articles, words)
			switch format {
			case "json":
				return alignJSON(std.out, a)
			case "text":
				return alignText(std.out, a, terminalOf(std.out).width)
			}
			return fmt.Errorf("unknown format %q, expected text or json", format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "the `format`: text or json")
	glossaryFlag(cmd.Flags(), &terms.named)
	cmd.Flags().StringVar(&segment, "segment", "sentence", "what a `segment` is: a sentence, or a line where the text is cut already")
	return cmd
}

// readOne reads one article.
func readOne(path string, stdin io.Reader, r *reading, opt article.Options) (*article.Article, error) {
	data, err := input.Read(path, stdin)
	if err != nil {
		return nil, err
	}
	if path == input.Stdin && r.stdinPath != "" {
		path = r.stdinPath
	}
	return article.Read(path, data, opt)
}

// alignment aligns two articles; each sentence without a partner is a bead.
func alignment(relation align.Relation, articles [2]*article.Article, words align.Dictionary) *align.Alignment {
	a := &align.Alignment{Relation: relation, Source: fact.Read(articles[0]), Target: fact.Read(articles[1])}
	if relation == align.Translation {
		a = align.TranslationsWith(a.Source, a.Target, words)
	} else if all := align.Stories([]*fact.Sheet{a.Source, a.Target}, 0); len(all) > 0 {
		a = all[0]
	}
	source, target := make([]bool, len(articles[0].Sentences)), make([]bool, len(articles[1].Sentences))
	for _, b := range a.Beads {
		for _, i := range b.Source {
			source[i] = true
		}
		for _, j := range b.Target {
			target[j] = true
		}
	}
	for i, used := range source {
		if !used {
			a.Beads = append(a.Beads, align.Bead{Source: []int{i}})
		}
	}
	for j, used := range target {
		if !used {
			a.Beads = append(a.Beads, align.Bead{Target: []int{j}})
		}
	}
	return a
}

func alignJSON(w io.Writer, a *align.Alignment) error {
	type bead struct {
		Source []int   `json:"source"`
		Target []int   `json:"target"`
		Score  float64 `json:"score"`
	}
	out := struct {
		Beads []bead `json:"beads"`
	}{Beads: []bead{}}
	for _, b := range a.Beads {
		out.Beads = append(out.Beads, bead{append([]int{}, b.Source...), append([]int{}, b.Target...), math.Round(b.Score*1000) / 1000})
	}
	return json.NewEncoder(w).Encode(out)
}

// alignText prints the beads side by side, in the order of the source; what only
// the target has comes last.
func alignText(out io.Writer, a *align.Alignment, columns int) error {
	side := func(a *article.Article, sentences []int) string {
		var s []string
		for _, i := range sentences {
			s = append(s, a.Text(a.Sentences[i].Span))
		}
		return strings.Join(s, " ")
	}
	first := func(b align.Bead) (int, int) {
		if len(b.Source) == 0 {
			return len(a.Source.Article.Sentences), b.Target[0]
		}
		return b.Source[0], len(b.Target)
	}
	beads := slices.Clone(a.Beads)
	slices.SortStableFunc(beads, func(x, y align.Bead) int {
		i, j := first(x)
		k, l := first(y)
		return cmp.Or(cmp.Compare(i, k), cmp.Compare(j, l))
	})
	var text strings.Builder
	for _, b := range beads {
		score := "    "
		if len(b.Source) > 0 && len(b.Target) > 0 {
			score = fmt.Sprintf("%.2f", b.Score)
		}
		for i, line := range report.Columns(side(a.Source.Article, b.Source), side(a.Target.Article, b.Target), columns-len(score)-2) {
			if i > 0 {
				score = "    "
			}
			fmt.Fprintln(&text, strings.TrimRight(score+"  "+line, " "))
		}
		fmt.Fprintln(&text)
	}
	_, err := io.WriteString(out, text.String())
	return err
}
