// Package rules judges: its rules read articles, their facts and alignments,
// and report findings. A rule is a plain value in [Suite]; it never reads files,
// prints, or knows a format.
//
// A CMS calls it so: read articles with package article, put them in a [Case]
// and hand that to [Runner.Run].
package rules

import (
	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/rules/glossary"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// Severity says how sure an editor would be that a finding is a defect.
type Severity uint8

// The severities.
const (
	Info    Severity = iota // worth a look
	Warning                 // likely wrong: 80 in 100
	Error                   // wrong nearly every time: 95 in 100
)

// Scope is the set of occasions on which a rule is asked.
type Scope uint8

// The scopes; a rule may have several.
const (
	One         Scope = 1 << iota // once for each draft, by itself
	Story                         // once for each alignment of two articles of a story
	Translation                   // once for each alignment of a text and its translation
	Whole                         // once for the whole case
	After                         // once for the whole case, when the side of all contradictions is known
	Orphan                        // for a unit of a bilingual file whose source is gone: no others are asked
)

// Category is an ITS 2.0 localization quality issue type
// (https://www.w3.org/TR/its20/#lqissue-typevalues) or, for facts, one of our own.
type Category string

// The categories.
const (
	Facts            Category = "facts" // own: what two texts state differs
	Mistranslation   Category = "mistranslation"
	Omission         Category = "omission"
	Addition         Category = "addition"
	UntranslatedText Category = "untranslated"
	Terminology      Category = "terminology"
	Inconsistency    Category = "inconsistency"
	Numbers          Category = "numbers"
	Markup           Category = "markup"
	Typographical    Category = "typographical"
	Grammar          Category = "grammar"
	Misspelling      Category = "misspelling"
	Whitespace       Category = "whitespace"
	Characters       Category = "characters"
	Length           Category = "length"
	LocaleConvention Category = "locale-specific-content"
)

// Rule is one check. Its documentation is the doc comment of its variable,
// collected by the generator into [Rule.Doc].
type Rule struct {
	Name     string // kebab-case, names the defect
	Category Category
	Severity Severity // of its findings where Check does not say otherwise
	Scope    Scope
	Options  []Option
	Check    func(*Pass)
}

// Option is a setting of a rule that a config may change.
type Option struct {
	Name    string
	Default string
	Doc     string
}

// Mention is a passage of one article that a finding is about.
type Mention struct {
	Sheet *fact.Sheet
	Span  article.Span
	Value string // what it states, for messages and for counting who agrees
}

// Text is the mention as it stands in the article.
func (m Mention) Text() string { return m.Sheet.Article.Text(m.Span) }

// Conflict is a contradiction between two articles. The runner decides on which
// side the finding sits: in the draft or target; between peers in the article
// that stands alone against the others, else in the one with more signs of
// translation, else in the later one.
type Conflict struct {
	Source, Target Mention
	Severity       Severity
	Confidence     float64 // in [0,1], of two articles alone; consensus raises it
	Key            string  // conflicts of one rule with one key and one text on each side are one finding
	// Message words the finding once its side is known: at is where it sits,
	// other what it contradicts, count how many other articles state that.
	Message func(at, other Mention, count int) string
	// Pivots are the foreign words that both wordings render, of the source's
	// wording and the target's. Where just one of the two betrays a translation,
	// that is a sign that its article is one.
	Pivots  []lexicon.Pivot
	Suggest bool // the other side's text may replace it
	// Needs is how many articles must be against one for a finding among peers:
	// 2 where two peers alone may both be right, as in two varieties of English.
	Needs int
}

// Finding is one defect, shown with all its places.
type Finding struct {
	Rule        *Rule
	Severity    Severity
	Confidence  float64
	Message     string
	At          Mention
	Related     []Mention
	Replacement string // suggested text for At; empty where none
}

// Case is a set of articles that are checked together.
type Case struct {
	Drafts    []*article.Article // checked
	Sources   []*article.Article // trusted; with none, drafts of a story are peers
	Relation  align.Relation     // between sources and drafts
	Unit      bool               // a unit of a bilingual file: a source and a draft of one segment
	Segment   *Segment           // what the file says of a unit; nil elsewhere, and where nothing is known
	Terms     *glossary.Terms    // of a translation, from source to draft; nil: none
	TermsPath string             // of the draft, as the paths of the glossary's entries see it; "": its own
	// Vocabulary is what the bilingual file of a unit teaches; nil: nothing.
	Vocabulary *align.Vocabulary
	Changes    *Changes // of the source since it was translated; nil where not known
}

// Changes tell what of a source changed after its translation was last brought up
// to date, by the history that its files are kept in.
type Changes struct {
	Since string   // names the state that the translation renders, such as a commit
	Lines [][2]int // first and last lines of the source, from 1, that are new or changed since; ascending
}

// Pass is what a rule is asked to judge.
type Pass struct {
	Rule      *Rule
	Case      *Case
	Sheets    []*fact.Sheet    // all articles of the case: sources, then drafts
	Sheet     *fact.Sheet      // Scope One: the article
	Alignment *align.Alignment // Scope Story or Translation: the two articles
	All       []*align.Alignment

	options map[string]string
	run     *run
}

// Option returns a setting of the rule as configured.
func (p *Pass) Option(name string) string {
	if v, ok := p.options[name]; ok {
		return v
	}
	for _, o := range p.Rule.Options {
		if o.Name == name {
			return o.Default
		}
	}
	return ""
}
