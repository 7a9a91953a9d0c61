package rules

import (
	"strings"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/bilingual"
)

// Segment is what a bilingual file says of a unit besides its texts.
type Segment struct {
	ID             string
	Number         int    // of the unit in its file
	Message        bool   // shown by a program: white space at its edges counts
	Pending        bool   // the file itself says that the target is missing or awaits review
	Orphaned       bool   // the source is gone
	Source, Target string // as shown, with their white space
	MaxLength      int    // characters that the target may take; 0: any number
	Duplicate      article.Position
	Plural         *bilingual.Plural // nil where it is no form of a plural
}

// UnitCase makes a case of a unit of a bilingual file.
func UnitCase(u *bilingual.Unit) *Case {
	source, target := u.Articles()
	return &Case{
		Sources: []*article.Article{source}, Drafts: []*article.Article{target},
		Relation: align.Translation, Unit: true,
		Segment: &Segment{
			ID: u.ID, Number: u.Number, Message: u.Message, Orphaned: !u.Source.Present,
			Pending: u.State == bilingual.Fuzzy || u.State == bilingual.Untranslated && u.Message,
			Source:  u.Source.Text, Target: u.Target.Text,
			MaxLength: u.MaxLength, Duplicate: u.Duplicate, Plural: u.Plural,
		},
	}
}

// segment returns what is known of the unit, nil where the case is none.
func (p *Pass) segment() *Segment { return p.Case.Segment }

// unitMention is a whole side of a unit.
func (p *Pass) unitMention(side int) Mention {
	s := p.sheets()[side]
	return Mention{Sheet: s, Span: s.Article.Span}
}

// edges are the white space before and behind a text.
func edges(s string) (before, after string) {
	const white = " \t\r\n\u00a0"
	text := strings.Trim(s, white)
	i := strings.Index(s, text)
	return s[:i], s[i+len(text):]
}
