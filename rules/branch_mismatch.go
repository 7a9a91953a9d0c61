package rules

import (
	"fmt"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// BranchMismatch reports a plural or select of ICU MessageFormat whose translation
// cannot be read or lacks branches: a translated keyword, no branch other, a brace
// without its partner, a number that got lost.
//
// Why: the program refuses the message, or shows the wrong branch or none.
//
// Fires:
//
//	(de-en) {n, plural, one {# Datei} andere {# Dateien}} ~ {n, plural, one {# file} other {# files}}
//	(de-en) {who, select, male {Er} other {Sie}} ging ~ {who, select, male {He} female {She} other {They}} went
//
// Quiet:
//
//	(ru-en) {n, plural, one {# файл} few {# файла} many {# файлов} other {# файла}} ~ {n, plural, one {# file} other {# files}}
//	(fr-en) {n, plural, =0 {aucun fichier} one {# fichier} other {# fichiers}} ~ {n, plural, one {# file} other {# files}}
//
// Misses: a plural that the translation does without; what the branches say.
var BranchMismatch = &Rule{
	Name:     "branch-mismatch",
	Category: Markup,
	Severity: Error,
	Scope:    Translation,
	Check:    checkBranches,
}

func checkBranches(p *Pass) {
	s, t := p.Alignment.Source.Article, p.Alignment.Target.Article
	source := readMessage(s.Text(s.Span))
	if len(source.arguments) == 0 || source.unpaired >= 0 || t.Span.Start == t.Span.End {
		return
	}
	target := readMessage(t.Text(t.Span))
	report := func(severity Severity, at, was article.Span, format string, args ...any) {
		at.Start, at.End = at.Start+t.Span.Start, at.End+t.Span.Start
		was.Start, was.End = was.Start+s.Span.Start, was.End+s.Span.Start
		p.Report(Finding{Severity: severity, Confidence: [...]float64{0.5, 0.85, 0.97}[severity], Message: fmt.Sprintf(format, args...),
			At: Mention{Sheet: p.Alignment.Target, Span: at}, Related: []Mention{{Sheet: p.Alignment.Source, Span: was}}})
	}
	if i := target.unpaired; i >= 0 {
		report(Error, article.Span{Start: i, End: i + 1}, source.arguments[0].head, "this brace has no partner, so that no program can read the message")
		return
	}
	for i := range target.arguments {
		a := &target.arguments[i]
		was := source.argument(a)
		if was == nil {
			continue
		}
		for _, b := range a.branches {
			switch {
			case a.kind == "select" && was.branch(b.key) == nil:
				report(Error, b.at, was.head, "the source has no branch “%s”, expected %s: keywords are not translated", b.key, was.keys())
			case a.kind != "select" && !strings.HasPrefix(b.key, "=") && !categories[b.key]:
				report(Error, b.at, was.head, "“%s” is no category of a plural, expected zero, one, two, few, many or other", b.key)
			}
		}
		if a.branch("other") == nil {
			if a.known() {
				report(Error, a.head, was.head, "the %s lacks the branch other, without which no program can read it", a.kind)
			}
			continue
		}
		for _, b := range was.branches {
			if a.kind == "select" && a.branch(b.key) == nil && len(a.branches) < len(was.branches) {
				report(Warning, a.head, b.at, "the branch “%s” of the source is missing", b.key)
			}
		}
		if other, from := a.branch("other"), was.branch("other"); from != nil && from.number && !other.number {
			report(Warning, other.at, from.at, "the branch other does not show the number, which it does in the source")
		}
		if c := missingCategory(t.Lang, a); c != "" {
			report(Warning, a.head, was.head, "the plural lacks the branch %s, which the language of the translation (%s) has", c, t.Lang)
		}
	}
}

// categories are the plural categories of CLDR.
var categories = map[string]bool{"zero": true, "one": true, "two": true, "few": true, "many": true, "other": true}

// message is a text in ICU MessageFormat.
type message struct {
	arguments []branching
	unpaired  int // where a brace without partner stands, -1 where there is none
}

// branching is an argument with branches: a plural, selectordinal or select.
type branching struct {
	name, kind string
	head       article.Span // "{n, plural,"
	branches   []branch
}

// branch is one of the texts of a branching argument.
type branch struct {
	key    string
	at     article.Span // of the key
	number bool         // it shows the number: "#" or the argument's own name
}

// argument is the argument of the source that one of the translation renders.
func (m *message) argument(a *branching) *branching {
	for i := range m.arguments {
		if b := &m.arguments[i]; b.name == a.name && b.kind == a.kind {
			return b
		}
	}
	return nil
}

func (a *branching) branch(key string) *branch {
	for i := range a.branches {
		if a.branches[i].key == key {
			return &a.branches[i]
		}
	}
	return nil
}

// known tells whether all branches are ones that the argument may have: where one
// is not, it is what the missing one became.
func (a *branching) known() bool {
	for _, b := range a.branches {
		if a.kind == "select" || !strings.HasPrefix(b.key, "=") && !categories[b.key] {
			return false
		}
	}
	return true
}

func (a *branching) keys() string {
	var keys []string
	for _, b := range a.branches {
		keys = append(keys, b.key)
	}
	return strings.Join(keys, ", ")
}

// readMessage reads the arguments with branches in a text, nested ones too. Text in
// apostrophes that begins with a brace is not syntax.
func readMessage(text string) message {
	m := message{unpaired: -1}
	type open struct{ at, argument int } // argument: whose branches stand directly inside, -1 for none
	var stack []open
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\'':
			if i+1 < len(text) && strings.IndexByte("{}#", text[i+1]) >= 0 {
				if n := strings.IndexByte(text[i+2:], '\''); n >= 0 {
					i += n + 2
				}
			}
		case '{':
			o := open{i, -1}
			if len(stack) > 0 && stack[len(stack)-1].argument >= 0 {
				a := &m.arguments[stack[len(stack)-1].argument]
				a.branches = append(a.branches, keyBefore(text, i))
			} else if a, ok := argumentAt(text, i); ok {
				o.argument = len(m.arguments)
				m.arguments = append(m.arguments, a)
			}
			m.shows(text, i, len(stack), func(k int) int { return stack[k].argument })
			stack = append(stack, o)
		case '#':
			m.shows(text, i, len(stack), func(k int) int { return stack[k].argument })
		case '}':
			if len(stack) == 0 {
				m.unpaired = i
				return m
			}
			stack = stack[:len(stack)-1]
		}
	}
	if len(stack) > 0 {
		m.unpaired = stack[0].at
	}
	return m
}

// shows notes that the innermost branch around i shows its number there.
func (m *message) shows(text string, i, depth int, argument func(int) int) {
	for k := depth - 1; k >= 0; k-- {
		n := argument(k)
		if n < 0 {
			continue
		}
		a := &m.arguments[n]
		if len(a.branches) == 0 || k == depth-1 {
			return // before or between the branches
		}
		if text[i] == '#' || strings.HasPrefix(strings.TrimLeft(text[i+1:], " "), a.name) {
			a.branches[len(a.branches)-1].number = true
		}
		return
	}
}

// argumentAt reads the head of an argument with branches: "{n, plural,".
func argumentAt(text string, i int) (branching, bool) {
	rest := text[i+1:]
	name, rest, ok := strings.Cut(rest[:min(len(rest), 200)], ",")
	if !ok {
		return branching{}, false
	}
	kind, rest, ok := strings.Cut(rest, ",")
	a := branching{name: strings.TrimSpace(name), kind: strings.TrimSpace(kind), head: article.Span{Start: i}}
	if !ok || a.name == "" || strings.ContainsAny(a.name, "{} ") || !argumentTypes[a.kind] {
		return branching{}, false
	}
	a.head.End = len(text) - len(text[i+1:]) + min(len(text[i+1:]), 200) - len(rest)
	return a, strings.Contains(text[a.head.End:], "{")
}

// keyBefore reads the key of the branch that opens at i.
func keyBefore(text string, i int) branch {
	end := len(strings.TrimRight(text[:i], " \t\r\n"))
	start := end
	for start > 0 && strings.IndexByte(" \t\r\n,{}", text[start-1]) < 0 {
		start--
	}
	return branch{key: text[start:end], at: article.Span{Start: start, End: end}}
}

// counted is up to which whole number the categories of a language are looked for:
// those of millions alone are hardly ever written.
const counted = 200

// missingCategory is a category that whole numbers of a language have and a plural
// has no branch for, "" where there is none.
func missingCategory(lang string, a *branching) string {
	rules := plural.Cardinal
	switch a.kind {
	case "selectordinal":
		rules = plural.Ordinal
	case "select":
		return ""
	}
	tag, err := language.Parse(lang)
	if err != nil {
		return ""
	}
	for n := range counted {
		if c := formNames[rules.MatchPlural(tag, n, 0, 0, 0, 0)]; a.branch(c) == nil && a.branch(fmt.Sprintf("=%d", n)) == nil {
			return c
		}
	}
	return ""
}

// formNames are the names of the categories.
var formNames = map[plural.Form]string{
	plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many",
}
