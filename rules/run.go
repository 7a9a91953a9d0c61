package rules

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// Runner applies rules to cases. It is safe for concurrent use.
type Runner struct {
	Rules      []*Rule                      // in order of precedence; nil means Suite
	Severities map[string]Severity          // by rule name, where the config changes it
	Options    map[string]map[string]string // by rule name
	// Lexicon looks up how words of a language relate; nil means [lexicon.For].
	Lexicon func(tag string) *lexicon.Lexicon
}

// lexicon returns how words of a language relate, with the words of the config.
func (p *Pass) lexicon(tag string) *lexicon.Lexicon { return p.run.runner.lexicon(tag) }

func (r *Runner) lexicon(tag string) *lexicon.Lexicon {
	if r.Lexicon != nil {
		return r.Lexicon(tag)
	}
	return lexicon.For(tag)
}

// run is one case under way.
type run struct {
	runner     *Runner
	c          *Case
	sheets     []*fact.Sheet
	drafts     int           // sheets[drafts:] are drafts
	order      map[*Rule]int // of the rules by precedence; made where something was found
	findings   []Finding
	conflicts  []ruled
	confirmed  map[place]int                  // articles that agree with a fact that takes part in a conflict
	signs      map[*fact.Sheet]int            // signs of translation
	languages  map[*fact.Sheet]map[string]int // how many of them each language explains
	keyed      map[findingKey]int             // findings by key
	subs       map[*align.Alignment][]substitution
	copies     map[*align.Alignment]bool
	marked     map[*fact.Sheet][][]marked
	statuses   map[*fact.Sheet][]statusMark
	quotations *quotations
	across     map[*align.Alignment]*across
	links      *fact.Links
	places     map[*fact.Sheet]int // of the sheets, once they were asked for
	unrelated  bool                // the target is no translation of its source: nothing is left to compare
	support    *support
	passes     []Pass // made several at a time; those made before are in use
	members    map[string]looked
	relations  map[wordPair]lexicon.Relation
	topics     map[topic]int // numbers of what members belong to
	on         [][]*marked   // the marks of the source of a bead, by topic; empty but inside oppositions
}

// ruled is a conflict with the rule that raised it.
type ruled struct {
	rule *Rule
	Conflict
}

// newRun is a run with nothing found yet.
func newRun() *run {
	return &run{signs: map[*fact.Sheet]int{}, keyed: map[findingKey]int{}, languages: map[*fact.Sheet]map[string]int{},
		subs: map[*align.Alignment][]substitution{}, copies: map[*align.Alignment]bool{}, across: map[*align.Alignment]*across{},
		marked: map[*fact.Sheet][][]marked{}, statuses: map[*fact.Sheet][]statusMark{}, members: map[string]looked{}, topics: map[topic]int{}, relations: map[wordPair]lexicon.Relation{}}
}

// unitRuns keeps the runs of units that are over for the next ones: a bilingual
// file has many, each of them short.
var unitRuns = sync.Pool{New: func() any { return newRun() }}

// reset forgets all of a run but the room that it takes.
func (rn *run) reset() {
	clear(rn.signs)
	clear(rn.keyed)
	clear(rn.languages)
	clear(rn.subs)
	clear(rn.copies)
	clear(rn.across)
	clear(rn.marked)
	clear(rn.statuses)
	clear(rn.members)
	clear(rn.topics)
	clear(rn.relations)
	clear(rn.findings)
	clear(rn.conflicts)
	clear(rn.passes)
	*rn = run{signs: rn.signs, keyed: rn.keyed, languages: rn.languages, subs: rn.subs, copies: rn.copies, across: rn.across,
		marked: rn.marked, statuses: rn.statuses, members: rn.members, topics: rn.topics, relations: rn.relations, on: rn.on,
		findings: rn.findings[:0], conflicts: rn.conflicts[:0], passes: rn.passes[:0]}
}

// Run reads the facts of the case's articles, aligns them and returns what the
// rules find, in order of place. It stops early with ctx.Err().
func (r *Runner) Run(ctx context.Context, c *Case) ([]Finding, error) {
	if !c.Unit {
		return newRun().do(ctx, r, c)
	}
	rn := unitRuns.Get().(*run)
	found, err := rn.do(ctx, r, c)
	rn.reset()
	unitRuns.Put(rn)
	return found, err
}

// do is the whole of a run.
func (rn *run) do(ctx context.Context, r *Runner, c *Case) ([]Finding, error) {
	rn.runner, rn.c, rn.drafts = r, c, len(c.Sources)
	rn.read(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	alignments := rn.align()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	list := r.Rules
	if list == nil {
		list = Suite
	}
	if c.Segment != nil && c.Segment.Orphaned {
		list = orphanRules(list)
	}
	for _, rule := range list {
		rn.ask(rule, alignments)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	rn.settle(alignments)
	for _, rule := range list {
		if rule.Scope&After != 0 {
			rule.Check(rn.pass(rule, nil, nil, alignments))
		}
	}
	return rn.sorted(list), nil
}

// read reads the facts of the articles, on all processors where there are several
// texts. The lexicon that the rules will ask for is opened meanwhile.
func (rn *run) read(ctx context.Context) {
	all := slices.Concat(rn.c.Sources, rn.c.Drafts)
	rn.sheets = make([]*fact.Sheet, len(all))
	if rn.c.Unit || len(all) < 2 {
		for i, a := range all {
			rn.sheets[i] = fact.Read(a)
		}
		return
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	wg.Go(func() { rn.runner.lexicon(all[len(all)-1].Lang) })
	for range min(runtime.GOMAXPROCS(0), len(all)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(all) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				rn.sheets[i] = fact.Read(all[i])
			}
		})
	}
	wg.Wait()
}

// align matches the articles of the case as its relation asks.
func (rn *run) align() []*align.Alignment {
	if len(rn.sheets) < 2 {
		return nil
	}
	if rn.c.Relation == align.Story && rn.c.Unit {
		return []*align.Alignment{align.Segments(rn.sheets[0], rn.sheets[1])}
	}
	if rn.c.Relation == align.Story {
		sheets := rn.sheets
		if rn.drafts == 0 { // peers: in one order, whatever that of the arguments
			sheets = slices.Clone(sheets)
			slices.SortStableFunc(sheets, func(a, b *fact.Sheet) int { return cmp.Compare(a.Article.Path, b.Article.Path) })
		}
		return align.Stories(sheets, rn.drafts)
	}
	var words align.Dictionary
	if rn.c.Terms != nil {
		words = rn.c.Terms.Dictionary()
	}
	var out []*align.Alignment
	for _, s := range rn.sheets[:rn.drafts] {
		for _, d := range rn.sheets[rn.drafts:] {
			out = append(out, align.TranslationsWith(s, d, words))
		}
	}
	return out
}

// orphanRules are those that are asked of a unit without source.
func orphanRules(list []*Rule) []*Rule {
	var out []*Rule
	for _, r := range list {
		if r.Scope&Orphan != 0 {
			out = append(out, r)
		}
	}
	return out
}

// ask puts one rule to every occasion of its scope.
func (rn *run) ask(rule *Rule, alignments []*align.Alignment) {
	if rule.Scope&One != 0 {
		for _, s := range rn.sheets[rn.drafts:] {
			rule.Check(rn.pass(rule, s, nil, alignments))
		}
	}
	if rn.c.Segment != nil && rn.c.Segment.Orphaned {
		for _, a := range alignments {
			rule.Check(rn.pass(rule, nil, a, alignments))
		}
		return
	}
	if rule.Scope&Whole != 0 {
		rule.Check(rn.pass(rule, nil, nil, alignments))
	}
	for _, a := range alignments {
		if a.Relation == align.Story && rule.Scope&Story != 0 || a.Relation == align.Translation && rule.Scope&Translation != 0 && !rn.unrelated {
			rule.Check(rn.pass(rule, nil, a, alignments))
		}
	}
}

func (rn *run) pass(rule *Rule, s *fact.Sheet, a *align.Alignment, all []*align.Alignment) *Pass {
	if len(rn.passes) == cap(rn.passes) {
		rn.passes = make([]Pass, 0, max(16, 2*cap(rn.passes)))
	}
	rn.passes = append(rn.passes, Pass{Rule: rule, Case: rn.c, Sheets: rn.sheets, Sheet: s, Alignment: a, All: all,
		options: rn.runner.Options[rule.Name], run: rn})
	return &rn.passes[len(rn.passes)-1]
}

// Report adds a finding of this rule. What a rule finds in one article by itself
// is dropped where a source of the case has the same sentence: a trusted source
// wrote it so.
func (p *Pass) Report(f Finding) {
	f.Rule = p.Rule
	if p.Sheet != nil && p.inherited(f.At) {
		return
	}
	p.run.add(f)
}

// inherited tells whether the sentence of a mention stands in a source word for word.
func (p *Pass) inherited(m Mention) bool {
	i := m.Sheet.Article.SentenceAt(m.Span.Start)
	if i < 0 {
		return false
	}
	for _, al := range p.All {
		if al.Target != m.Sheet || !p.isSource(al.Source) {
			continue
		}
		for _, b := range al.Beads {
			if len(b.Source) == 1 && len(b.Target) == 1 && b.Target[0] == i && sameWords(&al.Source.Article.Sentences[b.Source[0]], &m.Sheet.Article.Sentences[i]) {
				return true
			}
		}
	}
	return false
}

// isSource tells whether an article is one of the trusted ones.
func (p *Pass) isSource(s *fact.Sheet) bool {
	return slices.Contains(p.Sheets[:len(p.Case.Sources)], s)
}

// sameWords tells whether two sentences are the same but for the style of their
// quotation marks.
func sameWords(a, b *article.Sentence) bool {
	if len(a.Tokens) != len(b.Tokens) {
		return false
	}
	for i := range a.Tokens {
		x, y := &a.Tokens[i], &b.Tokens[i]
		if x.Text != y.Text && !(x.Kind == article.Punct && y.Kind == article.Punct && quoteMark(x.Text) && quoteMark(y.Text)) && (x.Lower != y.Lower || startsUpper(x.Text) != startsUpper(y.Text)) {
			return false
		}
	}
	return true
}

// Conflict adds a contradiction between the two articles of p.Alignment.
func (p *Pass) Conflict(c Conflict) {
	p.run.conflicts = append(p.run.conflicts, ruled{p.Rule, c})
}

// Sign counts a sign that an article is a translation, such as a pronoun that
// English would not use.
func (p *Pass) Sign(s *fact.Sheet, n int) { p.run.signs[s] += n }

// Signs returns the signs of translation counted so far; complete in Scope After.
func (p *Pass) Signs(s *fact.Sheet) int { return p.run.signs[s] }

func (rn *run) add(f Finding) {
	if sev, ok := rn.runner.Severities[f.Rule.Name]; ok {
		f.Severity = sev
	}
	rn.findings = append(rn.findings, f)
}

// sorted drops findings that say of one passage what a finding of a rule with
// precedence says already, and orders the rest by place.
func (rn *run) sorted(list []*Rule) []Finding {
	if len(rn.findings) == 0 {
		return nil
	}
	rn.order = make(map[*Rule]int, len(list))
	for i, rule := range list {
		rn.order[rule] = i
	}
	slices.SortStableFunc(rn.findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.At.Sheet.Article.Path, b.At.Sheet.Article.Path),
			cmp.Compare(a.At.Span.Start, b.At.Span.Start),
			cmp.Compare(rn.order[a.Rule], rn.order[b.Rule]),
			cmp.Compare(b.Confidence, a.Confidence),
			cmp.Compare(a.At.Span.End, b.At.Span.End))
	})
	var out []Finding
	for i, f := range rn.findings {
		if !rn.covered(i) {
			f.Confidence = calibrated(&f)
			out = append(out, f)
		}
	}
	return out
}

// covered tells whether another finding with precedence has the same cause: it
// overlaps findings[i] in the same article, and both are about the facts.
func (rn *run) covered(i int) bool {
	f := rn.findings[i]
	for _, dir := range []int{-1, 1} {
		for j := i + dir; j >= 0 && j < len(rn.findings); j += dir {
			g := rn.findings[j]
			if g.At.Sheet != f.At.Sheet || dir > 0 && g.At.Span.Start >= f.At.Span.End {
				break
			}
			if f.At.Span.Start-g.At.Span.Start > 2000 {
				break
			}
			if overlap(f.At.Span, g.At.Span) && rn.sameCause(g, f) && rn.precedes(g, f, j < i) {
				return true
			}
		}
	}
	return false
}

func overlap(a, b article.Span) bool { return a.Start < b.End && b.Start < a.End }

// sameCause tells whether two overlapping findings can be about one defect:
// typography is never the cause of a contradiction.
func (rn *run) sameCause(g, f Finding) bool {
	if g.Rule != f.Rule && (g.Rule.Scope == After || f.Rule.Scope == After) {
		return false // one is about the article as a whole
	}
	if g.Rule != f.Rule && !rn.c.Unit && (g.Rule.Name == "missing-translation" || f.Rule.Name == "missing-translation") {
		return false // it stands beside what is missing, and has no part in it
	}
	return g.Rule == f.Rule || surface(g.Rule.Category) == surface(f.Rule.Category)
}

func surface(c Category) bool {
	return c == Typographical || c == Whitespace || c == LocaleConvention || c == Markup || c == Characters
}

// precedes orders two findings on one passage: severity, then the order of the
// suite, then place.
func (rn *run) precedes(g, f Finding, before bool) bool {
	if c := cmp.Or(cmp.Compare(g.Severity, f.Severity), cmp.Compare(rn.order[f.Rule], rn.order[g.Rule])); c != 0 {
		return c > 0
	}
	return before
}
