package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
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
//	The FDA called the risk of sick birds to humans low. ~ Asked about the sick birds, a spokesman for the CDC called the risk to humans low.
//
// Quiet:
//
//	The CDC called the risk to humans low. ~ The Centers for Disease Control called the risk to humans low.
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
		if len(ent.Mentions) == 0 {
			continue
		}
		if p.displacedName(sup, ent) || p.alteredName(sup, ent) {
			continue
		}
		if sup.names(lang, ent) {
			p.strangeName(sup, ent)
			continue
		}
		for _, m := range ent.Mentions {
			if p.unsupportedName(sup, ent, &p.Sheet.Facts[m]) {
				break
			}
		}
	}
}

// The share of a sentence that a passage of the sources must tell for a name in
// it to be expected there: with another name in its very place, with one near, and
// with none.
const (
	toldInPlace = 0.5
	toldNear    = 0.6
	toldAlone   = 0.72
	inPlace     = 3 // terms away
	near        = 8
)

// unsupportedName reports a mention if the sources tell its sentence without it.
func (p *Pass) unsupportedName(sup *support, ent *fact.Entity, f *fact.Fact) bool {
	ps := sup.telling(p.Sheet, f.Sentence)
	if ps == nil || byline(p.Sheet, f) || !surelyName(p.Sheet, f) {
		return false
	}
	share, terms := sup.tells(ps, f.First, f.Last)
	if share < toldInPlace || terms < 3 {
		return false
	}
	rival, distance := sup.rival(ps, ent, f)
	if rival == nil && (ent.Demonym || acronym(ent)) || share < toldAlone && (rival == nil || distance > near || distance > inPlace && share < toldNear) {
		return false
	}
	name := strings.Join(ent.Name, " ")
	finding := Finding{Severity: Warning, Confidence: 0.7 + share/5, At: Mention{Sheet: p.Sheet, Span: f.Span, Value: name}, Message: fmt.Sprintf("“%s” is named in no source", name)}
	if rival != nil && distance <= near {
		finding.Message += fmt.Sprintf("; the passage names “%s”", rival.Value)
		finding.Related = []Mention{*rival}
	}
	p.Report(finding)
	return true
}

// displacedName reports the first mention of a name that stands, in the same words
// around it, where a source has another one.
func (p *Pass) displacedName(sup *support, ent *fact.Entity) bool {
	for _, m := range ent.Mentions {
		f := &p.Sheet.Facts[m]
		ps := sup.telling(p.Sheet, f.Sentence)
		if ps == nil {
			continue
		}
		share, terms := sup.tells(ps, f.First, f.Last)
		if share < toldNear || terms < 3 {
			continue
		}
		sheet, x := sup.instead(ps, p.Sheet, ent, f)
		if x == nil {
			continue
		}
		n := x.Value.(fact.Name)
		o := &sheet.Entities[n.Entity]
		if fact.CompareNames(sup.lang, o, ent) != fact.OtherName || shareWord(o.Name, ent.Name) || p.group(sheet, n.Entity) == p.group(p.Sheet, f.Value.(fact.Name).Entity) {
			continue
		}
		name, other := strings.Join(ent.Name, " "), Mention{Sheet: sheet, Span: x.Span, Value: strings.Join(o.Name, " ")}
		p.Report(Finding{Severity: Warning, Confidence: 0.85, At: Mention{Sheet: p.Sheet, Span: f.Span, Value: name}, Related: []Mention{other},
			Message: fmt.Sprintf("“%s” where the source names “%s”", name, other.Value), Replacement: other.Text()})
		return true
	}
	return false
}

// strangeName reports a person whom the sources name, but not near the passage
// that tells the sentence, where another person of the passage is left out.
func (p *Pass) strangeName(sup *support, ent *fact.Entity) {
	if ent.Kind != fact.Person || len(ent.Name) < 2 {
		return
	}
	for _, m := range ent.Mentions {
		f := &p.Sheet.Facts[m]
		ps := sup.telling(p.Sheet, f.Sentence)
		if ps == nil || byline(p.Sheet, f) {
			continue
		}
		share, terms := sup.tells(ps, f.First, f.Last)
		if share < toldAlone || terms < 3 || sup.mentioned(ps, ent) {
			continue
		}
		rival, distance := sup.rival(ps, ent, f)
		if rival == nil || distance > near {
			continue
		}
		name := strings.Join(ent.Name, " ")
		p.Report(Finding{Severity: Warning, Confidence: 0.8, At: Mention{Sheet: p.Sheet, Span: f.Span, Value: name}, Related: []Mention{*rival},
			Message: fmt.Sprintf("“%s” is not named where the source tells this; “%s” is", name, rival.Value)})
		return
	}
}

// mentioned tells whether the window or the lines around it have a word of a name.
func (s *support) mentioned(ps *origin, e *fact.Entity) bool {
	for n := max(0, ps.first-1); n < min(len(s.lines), ps.last+1); n++ {
		for _, t := range s.lines[n].terms {
			for _, w := range e.Name {
				for part := range strings.SplitSeq(strings.ToLower(w), "-") {
					if t.lower == part {
						return true
					}
				}
			}
		}
	}
	return false
}

// shareWord tells whether two names have a word in common.
func shareWord(a, b []string) bool {
	for _, w := range a {
		for _, v := range b {
			if strings.EqualFold(w, v) {
				return true
			}
		}
	}
	return false
}

// byline tells whether a name opens its sentence and a colon follows: its bearer
// is the one who says what follows.
func byline(s *fact.Sheet, f *fact.Fact) bool {
	ts := s.Article.Sentences[f.Sentence].Tokens
	return f.First == 0 && f.Last < len(ts) && ts[f.Last].Text == ":" || f.First > 0 && ts[f.First-1].Text == ":"
}

// rival returns a name of the same kind that the passage has and the sentence of
// the draft has not, the one nearest to where the name would stand, and how many
// terms of the passage away that is.
func (s *support) rival(ps *origin, ent *fact.Entity, f *fact.Fact) (*Mention, int) {
	own := map[string]bool{}
	at := 0
	for i, t := range ps.terms {
		own[t.lower] = true
		if t.token == f.First {
			at = ps.expected(i)
		}
	}
	var out *Mention
	best := 0
	s.inWindow(ps, fact.KindName, func(sheet *fact.Sheet, g *fact.Fact) {
		n := g.Value.(fact.Name)
		o := &sheet.Entities[n.Entity]
		if o.Demonym != ent.Demonym || capitals(n.Words) != acronym(ent) || o.Kind != ent.Kind && !acronym(ent) || fact.CompareNames(s.lang, o, ent) != fact.OtherName {
			return
		}
		for _, w := range o.Name {
			if own[strings.ToLower(w)] {
				return
			}
		}
		if d := abs(ps.place(g) - at); out == nil || d < best {
			out, best = &Mention{Sheet: sheet, Span: g.Span, Value: strings.Join(o.Name, " ")}, d
		}
	})
	return out, best
}

// acronym tells whether a name is a word in capitals.
func acronym(e *fact.Entity) bool { return capitals(e.Name) }

func capitals(words []string) bool {
	return len(words) == 1 && len(words[0]) > 1 && strings.ToUpper(words[0]) == words[0]
}

// surelyName tells whether a mention is no common noun with a capital letter. A
// capital inside a sentence proves a name, unless the words are those of a shout
// or a headline; the first word of a sentence must be none that a dictionary
// knows.
func surelyName(s *fact.Sheet, f *fact.Fact) bool {
	lex, lang := lexicon.For(s.Article.Lang), language.For(s.Article.Lang)
	n, ok := f.Value.(fact.Name)
	if !ok || headline(s, f.Sentence) {
		return false
	}
	common, known := 0, 0
	for _, w := range n.Words {
		l := strings.ToLower(w)
		if lex.Ordinary(l) {
			known++
		}
		if lang.Common(l) || lang.Classes().Of(l)&(language.OrganisationWord|language.PlaceWord|language.RoleWord|language.TitleWord|language.DirectionWord) != 0 {
			common++
		}
	}
	if len(n.Words) > 1 {
		return common < len(n.Words)
	}
	if lang.Classes().Of(strings.ToLower(n.Words[0]))&language.DirectionWord != 0 {
		return false
	}
	if f.First == 0 || startsClause(s, f) {
		return known == 0
	}
	return true
}

// startsClause tells whether a mark before a name lets any word begin with a capital.
func startsClause(s *fact.Sheet, f *fact.Fact) bool {
	t := &s.Article.Sentences[f.Sentence].Tokens[f.First-1]
	return t.Kind == article.Punct && t.Text != "," && t.Text != "("
}

// headline tells whether most words of a sentence begin with a capital.
func headline(s *fact.Sheet, sentence int) bool {
	words, capitals := 0, 0
	for i := range s.Article.Sentences[sentence].Tokens {
		t := &s.Article.Sentences[sentence].Tokens[i]
		if t.Kind == article.Word {
			words++
			if startsUpper(t.Text) {
				capitals++
			}
		}
	}
	return 3*capitals > 2*words
}

// names tells whether a source names an entity: by one of its words, its
// acronym or the thing its acronym stands for, its country's people, or a
// spelling of its own.
func (s *support) names(lang *language.Language, e *fact.Entity) bool {
	for i, w := range e.Name {
		l := strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"))
		if i == 0 && len(e.Name) > 1 && e.Kind == fact.Person && lang.Classes().Of(l)&language.GivenName != 0 {
			continue // any Anna may be named
		}
		if s.known(l) || s.words[strings.ReplaceAll(l, ".", "")] || !acronym(e) && lang.Classes().Of(l)&language.GivenName == 0 && s.shortened(l) {
			return true
		}
	}
	words := lowerAll(e.Name)
	_, n := lang.Territory(words)
	_, m := lang.LanguageName(words)
	if e.Demonym || n == len(words) || m == len(words) {
		for _, key := range countryKeys(lang, words) {
			if s.countries[key] {
				return true
			}
		}
	}
	for _, sheet := range s.sheets {
		for i := range sheet.Entities {
			if fact.CompareNames(lang, &sheet.Entities[i], e) != fact.OtherName {
				return true
			}
		}
	}
	return false
}

// known tells whether a source has a word, in some form or as part of a compound.
func (s *support) known(w string) bool { return s.words[w] || s.words[s.lang.Stem(w)] || s.compound(w) }

// entirely tells whether the sources have every word of a name.
func (s *support) entirely(e *fact.Entity) bool {
	return !slices.ContainsFunc(e.Name, func(w string) bool { return !s.known(strings.ToLower(w)) })
}

// compound tells whether a word is made with a hyphen of words that a source has.
func (s *support) compound(w string) bool {
	if !strings.Contains(w, "-") {
		return false
	}
	for part := range strings.SplitSeq(w, "-") {
		if !s.words[part] {
			return false
		}
	}
	return true
}

// shortened tells whether a short word abbreviates a word of a source: Utd, Man.
func (s *support) shortened(short string) bool {
	if n := len(short); n < 3 || n > 4 {
		return false
	}
	for w := range s.words {
		if len(w) > len(short)+1 && w[0] == short[0] && (strings.HasPrefix(w, short) || w[len(w)-1] == short[len(short)-1] && subsequence(short, w)) {
			return true
		}
	}
	return false
}

// subsequence tells whether the bytes of short stand in long in their order.
func subsequence(short, long string) bool {
	i := 0
	for j := 0; j < len(long) && i < len(short); j++ {
		if long[j] == short[i] {
			i++
		}
	}
	return i == len(short)
}

func lowerAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.ToLower(w)
	}
	return out
}
