package rules

import (
	"fmt"
	"strings"

	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// UnsupportedName reports a person, place or body that the draft names and no
// source does, in a passage that the sources tell too.
//
// Why: the wrong name in a true sentence is the slip that costs a correction.
//
// Fires:
//
//	(source) The CDC said the risk is low. (draft) The FDA said the risk is low.
//
// Quiet:
//
//	(source) The Centers for Disease Control said so. (draft) The CDC said so in the United States.
//
// Misses: names that a source has, of somebody else.
var UnsupportedName = &Rule{
	Name:     "unsupported-name",
	Category: Facts,
	Severity: Warning,
	Scope:    One,
	Check:    checkUnsupportedName,
}

func checkUnsupportedName(p *Pass) {
	sup := p.support(p.Sheet)
	if sup == nil {
		return
	}
	lang := language.For(p.Sheet.Article.Lang)
	for e := range p.Sheet.Entities {
		ent := &p.Sheet.Entities[e]
		if ent.Demonym || len(ent.Mentions) == 0 || !surelyName(p.Sheet, ent) || sup.names(lang, ent) {
			continue
		}
		f := &p.Sheet.Facts[ent.Mentions[0]]
		if !p.told(p.Sheet, f.Sentence) {
			continue
		}
		p.Report(Finding{Severity: Warning, Confidence: 0.8, At: Mention{Sheet: p.Sheet, Span: f.Span, Value: strings.Join(ent.Name, " ")},
			Message: fmt.Sprintf("“%s” is named in no source", strings.Join(ent.Name, " "))})
	}
}

// surelyName tells whether an entity is no common noun with a capital letter: a
// single word that a dictionary knows is none.
func surelyName(s *fact.Sheet, e *fact.Entity) bool {
	if len(e.Name) > 1 {
		return e.Kind == fact.Person || e.Kind == fact.Place
	}
	return (e.Kind != fact.Thing || len(e.Mentions) > 1) && !lexicon.For(s.Article.Lang).Known(strings.ToLower(e.Name[0]))
}

// names tells whether a source names an entity: by one of its words, its
// acronym or the thing its acronym stands for, its country's people, or a
// spelling of its own.
func (s *support) names(lang *language.Language, e *fact.Entity) bool {
	for _, w := range e.Name {
		l := strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"))
		if s.words[l] || s.words[strings.ReplaceAll(l, ".", "")] || s.words[lang.Stem(l)] {
			return true
		}
	}
	territory, _ := lang.Territory(lowerAll(e.Name))
	for _, sheet := range s.sheets {
		for i := range sheet.Entities {
			o := &sheet.Entities[i]
			if fact.CompareNames(lang, o, e) != fact.OtherName {
				return true
			}
			if territory != "" && o.Demonym {
				if t, _ := lang.Demonym(lowerAll(o.Name)); t == territory {
					return true
				}
			}
		}
	}
	return false
}

func lowerAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.ToLower(w)
	}
	return out
}
