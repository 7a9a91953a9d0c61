package rules

import (
	"fmt"
	"strings"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// TermMismatch reports a word that stands for another one in the same passage
// of another article: one of a set of things that exclude each other (football
// and soccer, rifle and shotgun), or another rendering of one foreign word.
//
// Why: where four reports say football coach and one says soccer coach, the one
// is wrong, and often was translated through another language.
//
// Fires:
//
//	He was armed with a rifle when he came in. ~ He was armed with a shotgun when he came in.
//
// Quiet:
//
//	He bought the car from his elder brother. ~ He purchased the car from his older brother.
//
// Misses: words that no lexicon relates, unless the rest of the article is a copy.
var TermMismatch = &Rule{
	Name:     "term-mismatch",
	Category: Mistranslation,
	Severity: Warning,
	Scope:    Story | Translation,
	Check:    checkTermMismatch,
}

func checkTermMismatch(p *Pass) {
	subs := p.substitutions()
	for i := range subs {
		s := &subs[i]
		if s.facts || !s.replaced() || s.near == 0 || kindOf(s) != "" || p.pronouns(s) {
			continue
		}
		p.judgeTerm(s)
	}
}

// pronouns tells whether a substitution of a translation is one of pronouns, which
// pronoun-mismatch judges.
func (p *Pass) pronouns(s *substitution) bool {
	if p.Alignment.Relation != align.Translation {
		return false
	}
	const gender = language.HePronoun | language.ShePronoun
	c := language.For(p.Alignment.Source.Article.Lang).Classes()
	return c.Of(s.a)&gender != 0 && c.Of(s.b)&gender != 0
}

// kindOf names the rule that judges a substitution by the kind of its contrast
// set: "polarity", "status" or "role"; "" for terms.
func kindOf(s *substitution) string {
	set := s.relation.Contrast
	if set == nil {
		return ""
	}
	switch set.Kind {
	case "outcome", "direction", "polarity", "quantity", "frequency", "order":
		return "polarity"
	case "status", "certainty":
		return "status"
	case "office", "kin", "rank", "role":
		return "role"
	}
	return ""
}

func (p *Pass) judgeTerm(s *substitution) {
	r := &s.relation
	_, betrayed := s.betrayed()
	switch {
	case betrayed && p.Alignment.Relation == align.Translation && (r.NearSynonym || r.Derived || r.Hypernym || r.Sister):
		// two renderings of one source may well differ so
	case betrayed || r.Opposed() && len(r.Pivots) > 0:
		p.pivotConflict(s)
	case r.Opposed():
		sev := Warning
		if s.near == 2 {
			sev = Error
		}
		p.subConflict(s, sev, 0.85, p.differs("these exclude each other"))
	case r.NearSynonym || r.Derived || r.Hypernym || len(r.Pivots) > 0:
		// said in other words
	case s.near == 2 && p.copied() && strings.Count(s.a, " ") == strings.Count(s.b, " "):
		p.subConflict(s, Warning, 0.8, p.differs("another word in a passage that is otherwise the same"))
	case s.near == 2:
		p.subConflict(s, Info, 0.5, p.differs("another word in a passage that is otherwise the same"))
	}
}

// pivotConflict reports two renderings of one foreign word.
func (p *Pass) pivotConflict(s *substitution) {
	sev, conf := Warning, 0.8
	if s.near == 2 {
		sev, conf = Error, 0.92
	}
	p.subConflict(s, sev, conf, p.pivotMessage(s.relation.Pivots))
}

// pivotMessage names the foreign word that both wordings render, in the language
// that explains most of the article's other signs of translation.
func (p *Pass) pivotMessage(pivots []lexicon.Pivot) func(at, other Mention, count int) string {
	return func(at, other Mention, count int) string {
		f := pivots[0].Family
		for _, pv := range pivots[1:] {
			if pv.Family.Lang == p.likelyLanguage(at.Sheet) && f.Lang != pv.Family.Lang {
				f = pv.Family
			}
		}
		return fmt.Sprintf("“%s” here, “%s” in %s: both render %s “%s”, so this may be a mistranslation",
			clip(at.Text()), clip(other.Text()), p.others(count), languageName(f.Lang), f.Word)
	}
}

func languageName(tag string) string {
	switch tag {
	case "es":
		return "Spanish"
	case "fr":
		return "French"
	case "de":
		return "German"
	case "it":
		return "Italian"
	case "pt":
		return "Portuguese"
	}
	return tag
}

// copied tells whether the target of the alignment is an edited copy of the
// source: most of its sentences stand there word for word or nearly so. In a
// copy any changed word was changed by someone.
func (p *Pass) copied() bool {
	al := p.Alignment
	if c, ok := p.run.copies[al]; ok {
		return c
	}
	same := map[int]bool{}
	for _, b := range al.Beads {
		if len(b.Source) == 1 && len(b.Target) == 1 && b.Score >= 0.9 {
			same[b.Target[0]] = true
		}
	}
	n := 0
	for range linted(al.Target.Article) {
		n++
	}
	c := n >= 3 && len(same)*10 >= n*7
	p.run.copies[al] = c
	return c
}
