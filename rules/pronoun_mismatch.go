package rules

import (
	"slices"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// PronounMismatch reports a pronoun of the other gender: she where the source says
// he, his where it says her.
//
// Why: a person becomes another one, and readers lose track of who is meant.
//
// Fires:
//
//	(en-en) She rowed to the island alone. ~ He rowed alone to the island.
//
// Quiet:
//
//	(en-en) Her husband said that she rowed. ~ She rowed, said her husband.
//
// Misses: translations into another language, whose pronouns may follow the noun
// and not the person; pronouns of persons who change places; in a story, drafts
// that name men and women.
var PronounMismatch = &Rule{
	Name:     "pronoun-mismatch",
	Category: Mistranslation,
	Severity: Warning,
	Scope:    One | Translation,
	Check:    checkPronounMismatch,
}

func checkPronounMismatch(p *Pass) {
	al := p.Alignment
	if al == nil {
		p.toldPronouns()
		return
	}
	if foreign(al) {
		return
	}
	for i := range p.across().passages {
		x := &p.across().passages[i]
		source, target := gendered(al.Source, x.source), gendered(al.Target, x.target)
		for g := range target {
			o := 1 - g
			if !swappedGender(len(source[g]), len(source[o]), len(target[g]), len(target[o])) || len(source[g]) == 0 && p.bornBy(x.nearSource, g) {
				continue
			}
			f := Finding{Severity: Warning, Confidence: 0.85, At: target[g][0], Related: []Mention{sentencesMention(al.Source, x.source)}}
			f.Message = "“" + f.At.Text() + "” is of the other gender than the source"
			if len(source[o]) > 0 {
				f.Related = source[o][:1]
				f.Message = "“" + f.At.Text() + "” here, “" + source[o][0].Text() + "” in the source"
			}
			p.Report(f)
			break
		}
	}
}

// toldPronouns reports a pronoun of a draft whose passage knows only persons of the
// other gender, where the draft has named nobody else.
func (p *Pass) toldPronouns() {
	sup := p.support(p.Sheet)
	if sup == nil {
		return
	}
	for i := range linted(p.Sheet.Article) {
		target := gendered(p.Sheet, []int{i})
		if len(target[0])+len(target[1]) == 0 {
			continue
		}
		ps := sup.telling(p.Sheet, i)
		if ps == nil {
			continue
		}
		if share, terms := sup.tells(ps, 0, 0); share < toldFigure || terms < 3 {
			continue
		}
		sheet := sup.lines[ps.first].sheet
		source := gendered(sheet, ps.sentences)
		for g := range target {
			o := 1 - g
			if len(target[g]) == 0 || len(target[o]) > 0 || p.relative(i, g) || len(source[g]) > 0 || len(source[o]) == 0 || !p.namesOnly(i, o) {
				continue
			}
			p.Report(Finding{Severity: Warning, Confidence: 0.85, At: target[g][0], Related: source[o][:1],
				Message: "“" + target[g][0].Text() + "” here, “" + source[o][0].Text() + "” in the source"})
			break
		}
	}
}

// namesOnly tells whether a draft names persons up to the end of a sentence, and by
// its sources all of them are of one gender, 0 for men and 1 for women.
func (p *Pass) namesOnly(sentence, g int) bool {
	want, found := [...]fact.Gender{fact.Male, fact.Female}[g], false
	for e := range p.Sheet.Entities {
		ent := &p.Sheet.Entities[e]
		if len(ent.Mentions) == 0 || p.Sheet.Facts[ent.Mentions[0]].Sentence > sentence || !p.maybePerson(ent) {
			continue
		}
		if p.sourceGender(e) != want {
			return false
		}
		found = true
	}
	return found
}

// maybePerson tells whether an entity can be a person: one of unknown kind can
// whose names are no words of the language.
func (p *Pass) maybePerson(e *fact.Entity) bool {
	lex := p.lexicon(p.Sheet.Article.Lang)
	return e.Kind == fact.Person || e.Kind == fact.Thing && !e.Demonym && len(e.Name) > 1 && !slices.ContainsFunc(e.Name, lex.Ordinary)
}

// relative tells whether a sentence of the draft, or the one before it, speaks of a
// relative of one gender.
func (p *Pass) relative(sentence, g int) bool {
	l, want := language.For(p.Sheet.Article.Lang), [...]language.Gender{language.Masculine, language.Feminine}[g]
	for i := max(0, sentence-1); i <= sentence; i++ {
		ts := p.Sheet.Article.Sentences[i].Tokens
		for j := range ts {
			if o, n := l.Kin([]string{ts[j].Lower}); n > 0 && o.Gender == want {
				return true
			}
		}
	}
	return false
}

// sourceGender is the gender that the sources give a person of the draft.
func (p *Pass) sourceGender(entity int) fact.Gender {
	for _, m := range p.links().Groups[p.group(p.Sheet, entity)] {
		if s := p.Sheets[m.Sheet]; p.isSource(s) && s.Entities[m.Entity].Gender != fact.UnknownGender {
			return s.Entities[m.Entity].Gender
		}
	}
	return fact.UnknownGender
}

// swappedGender tells by the number of pronouns of one gender and of the other,
// in the source and in the target, whether one took the place of the other.
func swappedGender(source, sourceOther, target, targetOther int) bool {
	switch {
	case target <= source || sourceOther == 0:
		return false
	case source == 0:
		return true // the source has none of this gender, and does of the other
	}
	return targetOther < sourceOther && source+sourceOther == target+targetOther
}

// gendered lists the pronouns of some sentences: of men, then of women.
func gendered(s *fact.Sheet, sentences []int) (out [2][]Mention) {
	c := language.For(s.Article.Lang).Classes()
	for _, i := range sentences {
		ts := s.Article.Sentences[i].Tokens
		for j := range ts {
			if ts[j].Kind != article.Word {
				continue
			}
			switch k := c.Of(ts[j].Lower); {
			case k&language.HePronoun != 0:
				out[0] = append(out[0], mention(s, i, j, j+1))
			case k&language.ShePronoun != 0:
				out[1] = append(out[1], mention(s, i, j, j+1))
			}
		}
	}
	return out
}

// bornBy tells whether sentences of the source name somebody of a gender, 0 a man
// and 1 a woman, by name, title or kinship.
func (p *Pass) bornBy(sentences []int, g int) bool {
	s := p.Alignment.Source
	names, titles := language.MaleName, language.MaleTitle
	if g == 1 {
		names, titles = language.FemaleName, language.FemaleTitle
	}
	c := language.For(s.Article.Lang).Classes()
	for _, i := range sentences {
		ts := s.Article.Sentences[i].Tokens
		for j := range ts {
			k := c.Of(ts[j].Lower)
			if ts[j].Kind == article.Word && (k&titles != 0 || startsUpper(ts[j].Text) && k&names != 0 && k&(language.MaleName|language.FemaleName) == names) {
				return true
			}
		}
	}
	return false
}
