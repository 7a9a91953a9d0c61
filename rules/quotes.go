package rules

import (
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// How quotations find each other: every quotation of an article, and every
// block that is somebody's own words without marks, is a verbatim passage. An
// index of the stems of their content words leads from a quotation to the few
// passages of another article that share some with it; only those are compared
// word by word. Where quotations stand in their articles plays no part:
// reporters place them where they please.

// verbatim is a passage that claims to be somebody's very words.
type verbatim struct {
	fact.Passage
	speaker int // entity, or -1
	quoted  bool
	scare   bool
}

// quotations is the verbatim passages of an article, with their index.
type quotations struct {
	all    []verbatim
	byStem map[string][]int32
}

// Limits of the search for a quotation's counterparts.
const (
	maxPostings   = 32 // passages a stem leads to
	maxCandidates = 6  // passages a quotation is compared with
)

// quotations returns those of an article, found once per run.
func (p *Pass) quotations(s *fact.Sheet) *quotations {
	if q, ok := p.run.quotes[s]; ok {
		return q
	}
	lang := language.For(s.Article.Lang)
	q := &quotations{byStem: map[string][]int32{}}
	for i := range s.Facts {
		f := &s.Facts[i]
		v, ok := f.Value.(fact.Quotation)
		if ok && !v.Unclosed {
			q.add(lang, verbatim{Passage: s.Passage(f), speaker: v.Speaker, quoted: true, scare: v.Scare})
		}
	}
	for b := range s.Article.Blocks {
		if s.Verbatim(b) {
			q.add(lang, verbatim{Passage: s.Post(b), speaker: -1})
		}
	}
	p.run.quotes[s] = q
	return q
}

func (q *quotations) add(lang *language.Language, v verbatim) {
	n := int32(len(q.all))
	q.all = append(q.all, v)
	for _, w := range v.Words {
		if lang.StopWord(w) {
			continue
		}
		stem := lang.Stem(w)
		if list := q.byStem[stem]; len(list) < maxPostings && (len(list) == 0 || list[len(list)-1] != n) {
			q.byStem[stem] = append(list, n)
		}
	}
}

// candidates returns the passages of q that share content words with v, those
// that share most first.
func (q *quotations) candidates(lang *language.Language, v *verbatim) []int32 {
	votes := map[int32]int{}
	var order []int32
	for _, w := range v.Words {
		if lang.StopWord(w) {
			continue
		}
		for _, i := range q.byStem[lang.Stem(w)] {
			if votes[i] == 0 {
				order = append(order, i)
			}
			votes[i]++
		}
	}
	for i := 1; i < len(order); i++ { // few, and nearly sorted
		for j := i; j > 0 && votes[order[j]] > votes[order[j-1]]; j-- {
			order[j], order[j-1] = order[j-1], order[j]
		}
	}
	return order[:min(len(order), maxCandidates)]
}

// links links the entities of the case's articles, once per run.
func (p *Pass) links() *fact.Links {
	if p.run.links == nil {
		p.run.links = fact.Link(p.Sheets)
	}
	return p.run.links
}

// group is the number of the person, place or body that an entity of an article
// is among all articles, or -1.
func (p *Pass) group(s *fact.Sheet, entity int) int {
	if entity < 0 {
		return -1
	}
	for i, x := range p.Sheets {
		if x == s {
			return p.links().Of[i][entity]
		}
	}
	return -1
}
