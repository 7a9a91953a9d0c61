package fact

import (
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
)

// readNames adds to a sheet that holds numbers, dates and times the quotations,
// the names with their entities and descriptors, and the claims.
func readNames(s *Sheet) {
	t := newText(s.Article, s.Facts)
	quotes := quotations(t)
	found := names(t)
	l := link(t, found)
	of := l.entity
	s.Entities = l.entities
	describe(t, found, of, s.Entities)
	l.genders()
	attribute(t, quotes, found, of, s.Entities)
	for i := range s.Facts {
		f := &s.Facts[i]
		f.Quoted = t.quote[int(t.from[f.Sentence])+f.First] > 0
	}
	cs := claims(t, found, of)
	s.Facts = slices.Grow(s.Facts, len(found)+len(quotes)+len(cs))
	for i := range found {
		m := &found[i]
		s.Facts = append(s.Facts, Fact{
			Kind: KindName, Sentence: int(m.sent), First: int(m.first), Last: int(m.last), Span: t.nameSpan(m),
			Quoted: t.quote[t.from[m.sent]+m.first] > 0,
			Value:  Name{Entity: of[i], Words: m.words, Full: len(m.keys) > 1, Plural: m.plural},
			Slot:   Slot{Entity: -1},
		})
	}
	for i := range quotes {
		s.Facts = append(s.Facts, t.fact(&quotes[i]))
	}
	s.Facts = append(s.Facts, cs...)
}

// nameSpan is where a name stands, without its possessive 's and a preposition
// that is written as one word with it.
func (t *text) nameSpan(m *mention) article.Span {
	ts := t.tokens(int(m.sent))
	first, last := &ts[m.first], &ts[m.last-1]
	sp := article.Span{Start: first.Span.Start, End: last.Span.End}
	// Only where the token stands in the file as it is displayed.
	if last.Span.End-last.Span.Start == len(last.Text) {
		sp.End -= len(last.Text) - len(bare(last.Text))
	}
	if first.Span.End-first.Span.Start == len(first.Text) {
		sp.Start += elided(first.Text)
	}
	return sp
}

// fileMentions lists for every entity the facts that name it. It is called when
// the facts have their final order.
func (s *Sheet) fileMentions() {
	for e := range s.Entities {
		s.Entities[e].Mentions = s.Entities[e].Mentions[:0]
	}
	for i := range s.Facts {
		if n, ok := s.Facts[i].Value.(Name); ok {
			s.Entities[n.Entity].Mentions = append(s.Entities[n.Entity].Mentions, i)
		}
	}
}

// String is the name as written.
func (n Name) String() string { return strings.Join(n.Words, " ") }

// String is the words of the quotation between marks.
func (q Quotation) String() string { return "“" + strings.Join(q.Words, " ") + "”" }
