package rules

import (
	"cmp"
	"slices"

	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// How quotations find each other: every quotation of a case's articles, and
// every block that is somebody's own words without marks, is a verbatim passage.
// An index of the stems of their content words leads from a quotation to the few
// passages of other articles that share most of them; only those are compared
// word by word. Where quotations stand in their articles plays no part:
// reporters place them where they please. The cost is the number of quotations
// times maxCandidates.

// verbatim is a passage that claims to be somebody's very words.
type verbatim struct {
	fact.Passage
	sheet   *fact.Sheet
	speaker int // group of the speaker among all articles, or -1
	quoted  bool
}

// quotations is the verbatim passages of a case, with their index and with what
// several rules ask of them.
type quotations struct {
	lang   *language.Language
	all    []verbatim
	byStem map[string][]int32
	near   [][]int32 // of each passage: its candidates once they were asked for
	diffs  map[[2]int32]fact.QuoteDiff
}

// Limits of the search for a quotation's counterparts.
const (
	maxPostings   = 64 // passages a stem leads to
	maxCandidates = 12 // passages a quotation is compared with
)

// quotations collects those of the case, once per run.
func (p *Pass) quotations() *quotations {
	if p.run.quotations != nil {
		return p.run.quotations
	}
	q := &quotations{byStem: map[string][]int32{}, diffs: map[[2]int32]fact.QuoteDiff{}}
	for _, s := range p.Sheets {
		q.lang = language.For(s.Article.Lang)
		for i := range s.Facts {
			f := &s.Facts[i]
			if v, ok := f.Value.(fact.Quotation); ok && !v.Unclosed {
				q.add(verbatim{Passage: s.Passage(f), sheet: s, speaker: p.group(s, v.Speaker), quoted: true})
			}
		}
		for b := range s.Article.Blocks {
			if s.Verbatim(b) {
				q.add(verbatim{Passage: s.Post(b), sheet: s, speaker: -1})
			}
		}
	}
	q.near = make([][]int32, len(q.all))
	p.run.quotations = q
	return q
}

// compare compares passage i with one of its candidates.
func (q *quotations) compare(candidate, i int32) fact.QuoteDiff {
	k := [2]int32{candidate, i}
	d, ok := q.diffs[k]
	if !ok {
		d = fact.CompareQuotes(q.lang, q.all[candidate].Passage, q.all[i].Passage)
		q.diffs[k] = d
	}
	return d
}

func (q *quotations) add(v verbatim) {
	n := int32(len(q.all))
	q.all = append(q.all, v)
	for _, w := range v.Words {
		if q.lang.StopWord(w) {
			continue
		}
		stem := q.lang.Stem(w)
		if list := q.byStem[stem]; len(list) < maxPostings && (len(list) == 0 || list[len(list)-1] != n) {
			q.byStem[stem] = append(list, n)
		}
	}
}

// candidates returns the passages of other articles that share content words
// with passage i and are not shorter, those that share most first.
func (q *quotations) candidates(i int) []int32 {
	if q.near[i] != nil {
		return q.near[i]
	}
	v := &q.all[i]
	votes := map[int32]int{}
	order := []int32{}
	for _, w := range v.Words {
		if q.lang.StopWord(w) {
			continue
		}
		for _, j := range q.byStem[q.lang.Stem(w)] {
			x := &q.all[j]
			if x.sheet == v.sheet || len(x.Words) < len(v.Words) || len(x.Words) == len(v.Words) && int(j) > i || !v.quoted && !x.quoted {
				continue
			}
			if votes[j] == 0 {
				order = append(order, j)
			}
			votes[j]++
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(votes[b], votes[a]) })
	q.near[i] = order[:min(len(order), maxCandidates)]
	return q.near[i]
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
	if p.run.places == nil {
		p.run.places = make(map[*fact.Sheet]int, len(p.Sheets))
		for i, x := range p.Sheets {
			p.run.places[x] = i
		}
	}
	if i, ok := p.run.places[s]; ok {
		return p.links().Of[i][entity]
	}
	return -1
}
