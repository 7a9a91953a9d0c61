package rules

import (
	"slices"

	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// RoleMismatch reports another office, title, rank, kinship or profession of a
// person than another article gives, or "former" added or dropped.
//
// Why: a title is the first thing that the person named will notice.
//
// Fires:
//
//	Genesee County Coroner Robert Pickell said so. ~ Genesee County Sheriff Robert Pickell said so.
//
// Quiet:
//
//	Sen. Doug Jones won. ~ Senator Doug Jones won.
//
// Misses: two offices of one person that both are right.
var RoleMismatch = &Rule{
	Name:     "role-mismatch",
	Category: Facts,
	Severity: Error,
	Scope:    Story | Translation,
	Check:    checkRoleMismatch,
}

func checkRoleMismatch(p *Pass) {
	p.descriptors()
	subs := p.substitutions()
	for i := range subs {
		s := &subs[i]
		if s.near == 0 {
			continue
		}
		sev := Warning
		if s.near == 2 {
			sev = Error
		}
		switch {
		case s.replaced() && !s.facts && kindOf(s) == "role":
			p.subConflict(s, sev, 0.88, p.differs("another role"))
		case !s.replaced() && p.former(s):
			p.subConflict(s, sev, 0.85, p.differs("“"+s.a+s.b+"” was added or lost"))
		}
	}
}

// former tells whether a substitution adds or drops a word that says that
// somebody no longer is what he or she was, and nothing else.
func (p *Pass) former(s *substitution) bool {
	side, r := p.Alignment.Source, s.source
	if s.a == "" {
		side, r = p.Alignment.Target, s.target
	}
	if r.Last-r.First != 1 {
		return false
	}
	lang, ts := language.For(side.Article.Lang), side.Article.Sentences[r.Sentence].Tokens
	t := &ts[r.First]
	if lang.Classes().Of(t.Lower)&language.FormerWord == 0 {
		return false
	}
	if !lang.StopWord(t.Lower) || r.Last >= len(ts) {
		return true
	}
	// "then" is an adverb unless it hangs on an office: "then-Senator", "the then coach".
	return isMark(&ts[r.Last], "-", "‐", "‑") || lang.Classes().Of(ts[r.Last].Lower)&(language.RoleWord|language.TitleWord) != 0
}

// descriptors compares what the two articles say the people are whom both name.
func (p *Pass) descriptors() {
	al := p.Alignment
	if al.Source.Article.Lang != al.Target.Article.Lang {
		return
	}
	lex := p.lexicon(al.Source.Article.Lang)
	for e := range al.Target.Entities {
		b := &al.Target.Entities[e]
		if b.Kind != fact.Person || len(b.Descriptors) == 0 {
			continue
		}
		x := p.bearer(p.group(al.Target, e), al.Source)
		if x < 0 {
			continue
		}
		for i := range b.Descriptors {
			for j := range al.Source.Entities[x].Descriptors {
				p.compareDescriptors(lex, &al.Source.Entities[x].Descriptors[j], &b.Descriptors[i])
			}
		}
	}
}

// compareDescriptors reports two descriptions of one person that exclude each
// other: with the same head noun and opposed words before it (football coach,
// soccer coach), or with opposed head nouns behind the same word (special
// counsel, special adviser).
func (p *Pass) compareDescriptors(lex *lexicon.Lexicon, a, b *fact.Descriptor) {
	if a.Head == b.Head {
		for _, v := range b.Words[:max(0, len(b.Words)-1)] {
			for _, w := range a.Words[:max(0, len(a.Words)-1)] {
				if !slices.Contains(a.Words, v) && !slices.Contains(b.Words, w) {
					p.describedConflict(lex.Relate(w, v), a, b, w, v)
				}
			}
		}
		return
	}
	if len(a.Words) > 1 && len(b.Words) > 1 && a.Words[len(a.Words)-2] == b.Words[len(b.Words)-2] {
		w, v := a.Words[len(a.Words)-1], b.Words[len(b.Words)-1]
		p.describedConflict(lex.Relate(w, v), a, b, w, v)
	}
}

// describedConflict reports the words w and v of two descriptions if they are
// opposed, and all other places where the target says v of the same head.
func (p *Pass) describedConflict(r lexicon.Relation, a, b *fact.Descriptor, w, v string) {
	if !r.Opposed() && len(r.Pivots) == 0 || r.Interchangeable() || !r.Opposed() && r.NearSynonym {
		return
	}
	message := p.differs("another role of the same person")
	if len(r.Pivots) > 0 {
		message = p.pivotMessage(r.Pivots)
	}
	src := p.described(p.Alignment.Source, a, w)
	src.Value = w
	for _, tgt := range p.everywhere(p.Alignment.Target, p.described(p.Alignment.Target, b, v), b, v) {
		p.Conflict(Conflict{Source: src, Target: tgt, Severity: Error, Confidence: 0.9, Pivots: r.Pivots, Message: message})
	}
}

// described is the mention of word w of a description up to its head noun.
func (p *Pass) described(s *fact.Sheet, d *fact.Descriptor, w string) Mention {
	ts := s.Article.Sentences[d.Sentence].Tokens
	first := d.HeadToken
	for i := d.First; i < d.HeadToken; i++ {
		if ts[i].Lower == w {
			first = i
		}
	}
	return mention(s, d.Sentence, min(first, d.HeadToken), max(first, d.HeadToken)+1)
}

// everywhere returns a mention and all other places of the article in which its
// two words stand side by side.
func (p *Pass) everywhere(s *fact.Sheet, m Mention, d *fact.Descriptor, v string) []Mention {
	m.Value = v
	out := []Mention{m}
	head := s.Article.Sentences[d.Sentence].Tokens[d.HeadToken].Lower
	for i, sent := range linted(s.Article) {
		for j := 1; j < len(sent.Tokens); j++ {
			if o := mention(s, i, j-1, j+1); sent.Tokens[j].Lower == head && sent.Tokens[j-1].Lower == v && o.Span != m.Span {
				o.Value = v
				out = append(out, o)
			}
		}
	}
	return out
}
