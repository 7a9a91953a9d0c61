package rules

import (
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// editedPolarity reports the negations that an edited text added or lost by the words
// they reach, and notes the beads: a word that one side negates and the other has
// without a negation, where the one side has more negations than the other.
func (p *Pass) editedPolarity(told map[int]bool) {
	for i := range p.across().passages {
		x := &p.across().passages[i]
		s, t := p.negatedWords(0, x.source), p.negatedWords(1, x.target)
		lex := lexicon.For(p.Alignment.Source.Article.Lang)
		if n := only(lex, t, s); n != nil && len(t.negated) > len(s.negated) {
			p.addedNegation(x, n.at)
			told[x.bead] = true
		} else if n := only(lex, s, t); n != nil && len(s.negated) > len(t.negated) {
			p.lostNegation(x, n.at)
			told[x.bead] = true
		}
	}
}

// countedPolarity reports in beads of which nothing was told yet what
// [Pass.foreignPolarity] sees.
func (p *Pass) countedPolarity(told map[int]bool) {
	for i := range p.across().passages {
		if x := &p.across().passages[i]; !told[x.bead] {
			p.oneSided(x)
		}
	}
}

// polarWords are the words of some sentences by what is said of them.
type polarWords struct {
	negated  []negatedWord
	affirmed map[string]bool // content words out of reach of any negation, in lower case
}

type negatedWord struct {
	lower string
	at    Mention // the negation
	plain bool    // "not", which only a negation can render
}

// negatedWords reads some sentences of a side.
func (p *Pass) negatedWords(side int, sentences []int) polarWords {
	s := p.sheets()[side]
	l := language.For(s.Article.Lang)
	r := denialReader{lang: l}
	out := polarWords{affirmed: map[string]bool{}}
	for _, i := range sentences {
		ts := s.Article.Sentences[i].Tokens
		reached := make([]bool, len(ts))
		for _, n := range fact.Negations(s.Article, i) {
			if idiomOf(l, ts, n.First, n.Last) == language.DeniesNothing {
				continue
			}
			for j := n.From; j < min(n.To, len(ts)); j++ {
				reached[j] = true
			}
			if n.Head < 0 || n.Head >= len(ts) {
				out.negated = append(out.negated, negatedWord{})
				continue
			}
			out.negated = append(out.negated, negatedWord{ts[n.Head].Lower, mention(s, i, n.First, n.Last), n.Kind == language.Not && !r.contrasts(ts, n) && l.Denial(ts[n.First].Lower) == language.NoDenial})
		}
		for j := range ts {
			if ts[j].Kind != article.Word || l.StopWord(ts[j].Lower) {
				continue
			}
			if !reached[j] {
				out.affirmed[ts[j].Lower] = true
			}
		}
	}
	return out
}

// only returns a word that a negates, and b has only without a negation.
func only(lex *lexicon.Lexicon, a, b polarWords) *negatedWord {
	for i := range a.negated {
		n := &a.negated[i]
		if !n.plain || b.negates(lex, n.lower) || a.affirms(lex, n.lower) {
			continue
		}
		if b.affirms(lex, n.lower) {
			return n
		}
	}
	return nil
}

// negates tells whether a word, in some form, is negated.
func (w *polarWords) negates(lex *lexicon.Lexicon, lower string) bool {
	for _, n := range w.negated {
		if n.lower != "" && (n.lower == lower || lex.Relate(n.lower, lower).Interchangeable()) {
			return true
		}
	}
	return false
}

// affirms tells whether a word, in some form, stands out of reach of a negation.
func (w *polarWords) affirms(lex *lexicon.Lexicon, lower string) bool {
	if w.affirmed[lower] {
		return true
	}
	for x := range w.affirmed {
		if lex.Relate(x, lower).Interchangeable() {
			return true
		}
	}
	return false
}
