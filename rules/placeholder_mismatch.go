package rules

import (
	"strconv"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
)

// PlaceholderMismatch reports a variable of the source that a translation lost,
// changed or doubled, and one that only the translation has.
//
// Why: the program fills variables in by name or by place. One that is missing
// leaves a hole in the sentence; one that is new or out of order crashes the program
// or shows up as it stands.
//
// Fires:
//
//	(es-en) Hay {cuenta} mensajes nuevos. ~ There are {count} new messages.
//	(de-en) %d Dateien in %s ~ %s has %d files
//
// Quiet:
//
//	(de-en) %2$d Dateien in %1$s ~ %s has %d files
//	(es-en) Hola, {{name}}. ~ Hello, {{ name }}.
//
// Misses: how often a variable stands in the branches of a plural or select of ICU
// MessageFormat (branch-mismatch judges those).
var PlaceholderMismatch = &Rule{
	Name:     "placeholder-mismatch",
	Category: Markup,
	Severity: Error,
	Scope:    Translation,
	Check:    checkPlaceholders,
}

func checkPlaceholders(p *Pass) {
	al := p.Alignment
	for _, st := range stretches(al, p.Case.Unit) {
		if len(st.target) == 0 || len(st.source) == 0 {
			continue
		}
		s, t := variablesOf(al.Source.Article, st.source, st.sources), variablesOf(al.Target.Article, st.target, st.targets)
		if len(s.list)+len(t.list) == 0 {
			continue
		}
		p.compareVariables(&st, s, t)
	}
}

// variable is a placeholder: what it is filled with, and where it stands.
type variable struct {
	key  string // what its counterpart has too: a name, or a place and type
	span article.Span
}

// variables are the placeholders of one side of a stretch.
type variables struct {
	list    []variable
	message bool // it is a message of ICU MessageFormat with branches
}

// variablesOf lists the placeholders of blocks and the arguments of ICU messages.
func variablesOf(a *article.Article, blocks []int, inlines []article.Inline) variables {
	var v variables
	branches := map[int]bool{}
	for _, b := range blocks {
		var open []bool
		for i := a.Blocks[b].First; i < a.Blocks[b].Last; i++ {
			open = v.arguments(a.Sentences[i].Tokens, open, branches)
		}
	}
	place := 0
	for _, in := range inlines {
		if in.Kind == article.Placeholder && !branches[in.Span.Start] {
			v.list = append(v.list, variable{variableKey(in.Target, &place), in.Span})
		}
	}
	return v
}

// argumentTypes are the types of arguments of ICU MessageFormat; those that branch
// are true.
var argumentTypes = map[string]bool{
	"plural": true, "select": true, "selectordinal": true,
	"number": false, "date": false, "time": false, "spellout": false, "ordinal": false, "duration": false,
}

// arguments adds the arguments with a type: "{count, plural," and "{when, date}".
// open are the braces that are open, true for those of an argument that branches:
// "{files}" directly inside one is a branch, not a variable; branches collects where
// such stand.
func (v *variables) arguments(ts []article.Token, open []bool, branches map[int]bool) []bool {
	for i := range ts {
		inArgument := len(open) > 0 && open[len(open)-1]
		switch {
		case ts[i].Kind == article.Opaque && inArgument:
			branches[ts[i].Span.Start] = true
		case ts[i].Kind != article.Punct:
		case ts[i].Text == "}" && len(open) > 0:
			open = open[:len(open)-1]
		case ts[i].Text == "{":
			branching := false
			if i+3 < len(ts) && ts[i+2].Text == "," && !inArgument {
				var known bool
				if branching, known = argumentTypes[ts[i+3].Text]; known {
					v.list = append(v.list, variable{"{" + ts[i+1].Text + "}", article.Span{Start: ts[i].Span.Start, End: ts[i+3].Span.End}})
				}
			}
			v.message = v.message || branching
			open = append(open, branching)
		}
	}
	return open
}

// variableKey is what a placeholder and its counterpart have in common. place
// counts the printf verbs without a number.
func variableKey(text string, place *int) string {
	switch {
	case strings.HasPrefix(text, "{{"):
		return "{{" + strings.TrimSpace(strings.Trim(text, "{}")) + "}}"
	case strings.HasPrefix(text, "{") && strings.ContainsAny(text, "$-"):
		return "{" + strings.TrimSpace(strings.Trim(text, "{}")) + "}" // of Fluent, in which spaces are free
	case strings.HasPrefix(text, "%("):
		return text
	case strings.HasPrefix(text, "%"):
		return verbKey(text[1:], place)
	case text == "{}":
		*place++
		return "{" + strconv.Itoa(*place-1) + "}"
	}
	return text
}

// verbKey is the place and the type of a printf verb.
func verbKey(spec string, place *int) string {
	verb := spec[len(spec)-1:]
	switch verb {
	case "i", "u":
		verb = "d"
	}
	if n, _, ok := strings.Cut(spec, "$"); ok {
		return "%" + n + "$" + verb
	}
	*place += 1 + strings.Count(spec, "*")
	return "%" + strconv.Itoa(*place) + "$" + verb
}

// compareVariables reports what is missing, new or out of order.
func (p *Pass) compareVariables(st *stretch, s, t variables) {
	missing, extra := diffVariables(s, t), diffVariables(t, s)
	if s.message != t.message && len(missing) == 0 && len(extra) == 0 {
		return // a language may need branches where the other needs none
	}
	al := p.Alignment
	for i, v := range extra {
		f := Finding{Severity: Error, Confidence: 0.95, At: Mention{Sheet: al.Target, Span: v.span, Value: v.key}}
		text := al.Target.Article.Text(v.span)
		if i < len(missing) {
			other := missing[i]
			f.Related = []Mention{{Sheet: al.Source, Span: other.span, Value: other.key}}
			was := al.Source.Article.Text(other.span)
			f.Message = "the placeholder is " + clip(text) + ", but " + clip(was) + " in the source"
			if outOfOrder(missing, v.key) {
				f.Message = "the placeholder " + clip(text) + " stands where the program fills in " + clip(was) + ": placeholders without numbers keep their order"
			}
		} else {
			f.Message = "the placeholder " + clip(text) + " is not in the source"
			if count(s.list, v.key) > 0 {
				f.Message = "the placeholder " + clip(text) + " stands here more often than in the source"
				f.Severity, f.Confidence = Warning, 0.7
			}
		}
		p.Report(f)
	}
	for _, v := range missing[min(len(missing), len(extra)):] {
		f := Finding{
			Severity: Error, Confidence: 0.94,
			At:      blockMention(al, st),
			Related: []Mention{{Sheet: al.Source, Span: v.span, Value: v.key}},
			Message: "the placeholder " + clip(al.Source.Article.Text(v.span)) + " of the source is missing",
		}
		if count(t.list, v.key) > 0 {
			f.Severity, f.Confidence = Warning, 0.7
		}
		p.Report(f)
	}
}

// diffVariables are the variables of a that b has not. Branches repeat a variable,
// so how often it stands in a message does not count.
func diffVariables(a, b variables) []variable {
	seen := tally{}
	var out []variable
	for _, v := range a.list {
		seen[v.key]++
		n := count(b.list, v.key)
		if n == 0 && seen[v.key] == 1 || n > 0 && seen[v.key] > n && !a.message && !b.message {
			out = append(out, v)
		}
	}
	return out
}

func count(list []variable, key string) int {
	n := 0
	for _, v := range list {
		if v.key == key {
			n++
		}
	}
	return n
}

// outOfOrder tells whether a verb has the type of one that is missing, at another
// place.
func outOfOrder(missing []variable, key string) bool {
	_, verb, ok := strings.Cut(key, "$")
	if !ok {
		return false
	}
	for _, v := range missing {
		if _, other, _ := strings.Cut(v.key, "$"); other == verb && v.key != key {
			return true
		}
	}
	return false
}
