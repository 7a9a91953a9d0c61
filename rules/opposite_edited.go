package rules

import (
	"slices"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// Opposites in an edited text
//
// A text that renders its source in the same language says all that the source says.
// So a word of which the source has nothing, where the source has a word that excludes
// it and of which the text has nothing, most likely stands for that word, however the
// rest is worded; provided that both belong to the same thing, as the words around
// them tell, and that no negation turns one of them round. Few words are left over on
// both sides of a good rendering, so that comparing all of them costs little; of long
// passages only the first are taken.

// maxLeftOver is how many words that the other side does not have are compared.
const maxLeftOver = 40

// leftOver is a word of a passage of which the other side has nothing.
type leftOver struct {
	run         align.Run
	lower, stem string
	// Something is known to exclude it; it has an affix that may make it an opposite.
	listed, affixed bool
}

// editedOpposites appends the words of the target that exclude words of the source in
// their place. Whether a word has a synonym on the other side is asked last, of the
// few words that exclude one another.
func (p *Pass) editedOpposites(subs []substitution) []substitution {
	lex := p.lexicon(p.Alignment.Source.Article.Lang)
	for i := range p.across().passages {
		x := &p.across().passages[i]
		source, target := p.content(0, x.source), p.content(1, x.target)
		a, b := others(lex, source, target), others(lex, target, source)
		if len(a) > maxLeftOver || len(b) > maxLeftOver {
			continue
		}
		for _, v := range b {
			for _, w := range a {
				if !(w.listed && v.listed) && !w.affixed && !v.affixed {
					continue
				}
				r := lex.Relate(w.lower, v.lower)
				if !r.Opposed() || r.NearSynonym || r.Contrast != nil && r.Contrast.Kind == lexicon.Status || taken(subs, w.run, v.run) ||
					!p.besideSame(w.run, v.run, converse(&r)) || p.turned(0, w.run) != p.turned(1, v.run) || rendered(lex, &w, target) || rendered(lex, &v, source) {
					continue
				}
				subs = append(subs, substitution{source: w.run, target: v.run, bead: x.bead, near: 1, loose: true, a: w.lower, b: v.lower, relation: r})
			}
		}
	}
	return subs
}

// converse tells whether the two words may say the same of the two parties to one
// act, and so depend on whose part they tell: sold and bought, lost and won.
func converse(r *lexicon.Relation) bool {
	return r.Contrast != nil && r.Contrast.Kind == lexicon.Outcome
}

// content lists the words of some sentences that say something; numbers, dates and
// names are judged by their own rules.
func (p *Pass) content(side int, sentences []int) []leftOver {
	s := p.sheets()[side]
	l := language.For(s.Article.Lang)
	c := cutter{al: p.Alignment, lang: l}
	var out []leftOver
	for _, i := range sentences {
		ts := s.Article.Sentences[i].Tokens
		for j := range ts {
			if t := &ts[j]; t.Kind == article.Word && len(t.Lower) > 2 && !l.IsNegation(t.Lower) && l.Classes().Of(t.Lower)&(language.PersonalWord|language.Copula|language.Auxiliary) == 0 {
				if r := (align.Run{Sentence: i, First: j, Last: j + 1}); !c.holdsFact(s, r) {
					out = append(out, leftOver{run: r, lower: bare(t.Lower), stem: l.Stem(bare(t.Lower))})
				}
			}
		}
	}
	return out
}

// others drops the words of which the other side has some form.
func others(lex *lexicon.Lexicon, own, other []leftOver) (out []leftOver) {
	stems := make(map[string]bool, len(other))
	for i := range other {
		stems[other[i].stem] = true
	}
	for _, w := range own {
		if !stems[w.stem] {
			w.listed, w.affixed = lex.Excludes(w.lower)
			out = append(out, w)
		}
	}
	return out
}

// rendered tells whether the other side has a word that says the same.
func rendered(lex *lexicon.Lexicon, w *leftOver, other []leftOver) bool {
	return slices.ContainsFunc(other, func(v leftOver) bool {
		r := lex.Relate(w.lower, v.lower)
		return r.Interchangeable() || r.NearSynonym && !r.Opposed()
	})
}

func taken(subs []substitution, a, b align.Run) bool {
	return slices.ContainsFunc(subs, func(s substitution) bool { return s.source == a || s.target == b })
}

// turned tells whether a negation reaches a word.
func (p *Pass) turned(side int, r align.Run) bool {
	for _, n := range fact.Negations(p.sheets()[side].Article, r.Sentence) {
		if n.From <= r.First && r.First < n.To {
			return true
		}
	}
	return false
}

// besideSame tells whether two words belong to the same thing: the content word next
// to each is the same, or two of those near are. A preposition belongs to the word
// behind it; where sided is true the words around must stand on the same side.
func (p *Pass) besideSame(a, b align.Run, sided bool) bool {
	x, y := neighbours(p.Alignment.Source, a), neighbours(p.Alignment.Target, b)
	lex := p.lexicon(p.Alignment.Source.Article.Lang)
	joint := p.joins(0, a) || p.joins(1, b)
	shared := 0
	for _, w := range x {
		for _, v := range y {
			if sided && w.behind != v.behind || w.stem != v.stem && !lex.Relate(w.stem, v.stem).Interchangeable() {
				continue
			}
			shared++
			if w.distance == 1 && v.distance == 1 && (!joint || w.behind && v.behind) {
				return true
			}
			break
		}
	}
	return shared >= 2 && !joint
}

// joins tells whether a run is a preposition or conjunction.
func (p *Pass) joins(side int, r align.Run) bool {
	a := p.sheets()[side].Article
	return language.For(a.Lang).Classes().Of(a.Sentences[r.Sentence].Tokens[r.First].Lower)&(language.Preposition|language.Conjunction) != 0
}
