package rules

import (
	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// Gaps are where a draft and its source part for a word. Where the words on both
// sides of a word of the draft stand in the source around one other word, that
// word is what the source says instead, however different the rest of the two
// passages is: "geese on the western shore" and "the western shore, where he
// counted nine geese" share no gap, "some 40 geese on" and "all 25 geese on" do.

// counterpart is a word or fact of a source in the place of one of the draft.
type counterpart struct {
	sheet       *fact.Sheet
	run         align.Run
	left, right int // terms on each side that follow each other in both texts
}

// counterpart returns what a source has in the place of tokens first to last of a
// sentence of the draft: of all passages with the same words around it, the one
// with most of them. It returns false where there is none, and where a source has
// the same in such a place.
func (s *support) counterpart(ps *origin, draft *fact.Sheet, sentence, first, last int) (counterpart, bool) {
	before, after := -1, len(ps.terms) // terms of the draft
	for i, t := range ps.terms {
		if t.token < first {
			before = i
		} else if t.token >= last {
			after = i
			break
		}
	}
	best, found := counterpart{}, false
	look := func(stem string, step int) bool {
		at := s.postings[stem]
		if len(at) > maxLines {
			return true
		}
		for _, n := range at {
			for k, t := range s.lines[n].terms {
				if t.stem != stem {
					continue
				}
				c, ok, same := s.fill(ps, draft, sentence, first, last, int(n), k+step, before, after)
				if same {
					return false
				}
				if ok && (!found || c.left+c.right > best.left+best.right) {
					best, found = c, true
				}
			}
		}
		return true
	}
	if before >= 0 && !look(ps.terms[before].stem, 1) || after < len(ps.terms) && !look(ps.terms[after].stem, -1) {
		return counterpart{}, false
	}
	return best, found
}

// fill makes a counterpart of term k of a line, if the tokens around it are those
// around the draft's; same tells that it is the draft's own word.
func (s *support) fill(ps *origin, draft *fact.Sheet, sentence, first, last, n, k, before, after int) (c counterpart, ok, same bool) {
	l := &s.lines[n]
	if k < 0 || k >= len(l.terms) {
		return c, false, false
	}
	c = counterpart{sheet: l.sheet, run: align.Run{Sentence: l.sentence, First: l.terms[k].token, Last: l.terms[k].token + 1}}
	for _, i := range l.sheet.Of(l.sentence) {
		if f := &l.sheet.Facts[i]; f.Kind <= fact.KindName && f.First <= c.run.First && c.run.First < f.Last {
			c.run.First, c.run.Last = f.First, f.Last
			break
		}
	}
	a, b := l.sheet.Article.Sentences[l.sentence].Tokens, draft.Article.Sentences[sentence].Tokens
	if !alikeAround(a, c.run.First-1, b, first-1) || !alikeAround(a, c.run.Last, b, last) {
		return c, false, false
	}
	lo, hi := k, k // the terms of the counterpart
	for lo > 0 && l.terms[lo-1].token >= c.run.First {
		lo--
	}
	for hi+1 < len(l.terms) && l.terms[hi+1].token < c.run.Last {
		hi++
	}
	for i, j := before, lo-1; i >= 0 && j >= 0 && ps.terms[i].stem == l.terms[j].stem; i, j = i-1, j-1 {
		c.left++
	}
	for i, j := after, hi+1; i < len(ps.terms) && j < len(l.terms) && ps.terms[i].stem == l.terms[j].stem; i, j = i+1, j+1 {
		c.right++
	}
	same = after-before == hi-lo+2 && c.left+c.right > 0
	for i := before + 1; i < after && same; i++ {
		same = ps.terms[i].stem == l.terms[lo+i-before-1].stem
	}
	return c, true, same
}

// alikeAround tells whether two tokens are the same, or both are where a clause begins
// or ends.
func alikeAround(a []article.Token, i int, b []article.Token, j int) bool {
	x, y := clauseMark(a, i), clauseMark(b, j)
	if x || y {
		return x && y
	}
	return a[i].Lower == b[j].Lower || indefinite(a[i].Lower) && indefinite(b[j].Lower)
}

func clauseMark(ts []article.Token, i int) bool {
	return i < 0 || i >= len(ts) || ts[i].Kind == article.Punct && (isTerminal(&ts[i]) || isMark(&ts[i], ",", ";", ":", "–", "—"))
}

func indefinite(w string) bool { return w == "a" || w == "an" }

// fact returns the fact of a kind that a counterpart is, nil where it is none.
func (c *counterpart) fact(kind fact.Kind) *fact.Fact {
	for _, i := range c.sheet.Of(c.run.Sentence) {
		if f := &c.sheet.Facts[i]; f.Kind == kind && f.First == c.run.First && f.Last == c.run.Last {
			return f
		}
	}
	return nil
}

// firm tells whether a counterpart has the same words on both sides, or many on
// one.
func (c *counterpart) firm() bool { return c.left > 0 && c.right > 0 || max(c.left, c.right) >= 3 }
