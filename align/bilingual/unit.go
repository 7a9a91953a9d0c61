package bilingual

import "github.com/sourcelint/sourcelint/align/article"

// Unit is a segment of a bilingual file: a text and its translation.
type Unit struct {
	ID     string // as the format names it; see the readers
	Number int    // in the file, from 1
	Source Text
	Target Text

	Context   string   // what tells it from units with the same source
	Notes     []string // for the translator
	State     State
	Flags     []string // of a PO entry, such as "python-format"
	Plural    *Plural  // nil where it is no plural form
	MaxLength int      // characters that the target may take; 0: any number
	Message   bool     // shown by a program: white space at its edges counts, and without target it awaits translation
	Previous  string   // the source that a fuzzy translation was made for
	// Duplicate is where a unit with the same id stands, of which this one is a
	// copy; its Line is 0 where there is none.
	Duplicate article.Position
}

// Text is one side of a unit.
type Text struct {
	Lang    string // BCP 47; "" where unknown
	Text    string // decoded; markup of the file's own format is not part of it
	Present bool   // the file has a place for it, maybe empty
	// Inlines are markup and placeholders of the file's own format; their spans are
	// those of Source().Text().
	Inlines []article.Inline

	src  *article.Source
	span article.Span       // where it stands in src.Text, or would stand
	offs *article.OffsetMap // from Text to src.Text; nil where Text is what stands at span
}

// Plural tells which form of a plural a unit is.
type Plural struct {
	Form  int    // from 0, as the target language counts
	Forms int    // that the entry has
	Name  string // CLDR category ("one", "other") where the format has it
	// Declared is how many forms the file says the target's language has; 0 where
	// it does not say.
	Declared int
	// Other is the source of the other forms: a singular may leave out the number
	// that the plural has.
	Other string
}

// State tells how far a translation has come.
type State uint8

// The states.
const (
	Translated   State = iota // no state given counts as translated where there is a target
	Untranslated              // no target, or marked as needing one
	Fuzzy                     // marked as in need of review
	Final                     // signed off
	Obsolete                  // no longer used
	Locked                    // not to be translated
)

// Checked tells whether a unit in this state is worth a translator's time: what is
// obsolete or locked is not.
func (s State) Checked() bool { return s != Obsolete && s != Locked }

func (s State) String() string {
	return [...]string{"translated", "untranslated", "fuzzy", "final", "obsolete", "locked"}[s]
}

// Articles are the two sides as articles of one block. Spans are those of the
// file; both share the memory of the unit, not of the file.
func (u *Unit) Articles() (source, target *article.Article) {
	return u.Source.article(u.ID), u.Target.article(u.ID)
}

func (t *Text) article(id string) *article.Article {
	return t.src.Unit(article.Unit{Segment: id, Text: t.Text, Offsets: t.offs, Span: t.span, Lang: t.Lang, Inlines: t.Inlines})
}

// Source is the stretch of the file that holds the text.
func (t *Text) Source() *article.Source { return t.src }

// Span is where the text stands in the file or, where it is missing, would stand.
func (t *Text) Span() article.Span { return t.src.Offset(t.span) }

// At maps a span of Text to the file.
func (t *Text) At(s article.Span) article.Span {
	if t.offs == nil {
		return t.src.Offset(article.Span{Start: s.Start + t.span.Start, End: s.End + t.span.Start})
	}
	return t.src.Offset(t.offs.Span(s))
}

// Position is the place of a byte of Text, in the file.
func (t *Text) Position(offset int) article.Position {
	return t.src.Position(t.At(article.Span{Start: offset, End: offset}).Start)
}
