package rules

import (
	"strings"

	"github.com/sourcelint/sourcelint/align"
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// Support is what the sources of a case offer: a draft may say less than they
// do, and in other words, but figures, names and quotations come from somewhere.
// A fact of the draft is supported if any source has its value, wherever it
// stands. The words of all sources are indexed once, so that a name is looked up
// and not searched for.

// support answers whether the sources of a case have something.
type support struct {
	sheets    []*fact.Sheet
	words     map[string]bool // lower-case words of all sources, and their stems
	facts     map[fact.Kind][]sourced
	countries map[string]bool // by code and first letters, that are named or whose people are
	*origins
	tellings map[told]*origin
}

// sourced is a fact of a source.
type sourced struct {
	sheet *fact.Sheet
	fact  *fact.Fact
}

// support returns what the sources offer, found once per run; nil without
// sources, where they are in another language than the draft, and for a unit of a
// bilingual file: a headline leaves out what another one names.
func (p *Pass) support(draft *fact.Sheet) *support {
	sources := p.Sheets[:len(p.Case.Sources)]
	if len(sources) == 0 || p.Case.Relation != align.Story || p.Case.Unit {
		return nil
	}
	for _, s := range sources {
		if s.Article.Lang != draft.Article.Lang {
			return nil
		}
	}
	if p.run.support == nil {
		p.run.support = newSupport(sources)
	}
	return p.run.support
}

func newSupport(sources []*fact.Sheet) *support {
	s := &support{sheets: sources, countries: map[string]bool{}, words: map[string]bool{}, facts: map[fact.Kind][]sourced{}, origins: newOrigins(sources), tellings: map[told]*origin{}}
	for _, src := range sources {
		lang := language.For(src.Article.Lang)
		for _, sent := range src.Article.Sentences {
			for i := range sent.Tokens {
				if t := &sent.Tokens[i]; t.Kind != article.Punct {
					w := strings.TrimSuffix(t.Lower, "'s")
					s.words[w], s.words[lang.Stem(w)] = true, true
					if startsUpper(t.Text) {
						s.country(lang, sent.Tokens[i:])
					}
				}
			}
		}
		for i := range src.Facts {
			f := &src.Facts[i]
			s.facts[f.Kind] = append(s.facts[f.Kind], sourced{src, f})
		}
	}
	return s
}

// country notes the country, people or language that tokens begin with: its code,
// and the letters that a country and its people have in common.
func (s *support) country(lang *language.Language, ts []article.Token) {
	var words [4]string
	n := 0
	for ; n < len(words) && n < len(ts); n++ {
		words[n] = strings.TrimSuffix(ts[n].Lower, "'s")
	}
	for _, key := range countryKeys(lang, words[:n]) {
		s.countries[key] = true
	}
}

// countryKeys returns what a country and its people are known by: the code of
// both, which often is that of the language, or the first letters of their names.
func countryKeys(lang *language.Language, words []string) []string {
	var keys []string
	for _, look := range []func([]string) (string, int){lang.Territory, lang.Demonym, lang.LanguageName} {
		if code, n := look(words); n > 0 {
			keys = append(keys, strings.ToUpper(code))
		}
	}
	if len(words[0]) > commonLetters {
		keys = append(keys, words[0][:commonLetters])
	}
	return keys
}

// commonLetters is how many letters the names of most countries share with those
// of their people.
const commonLetters = 4

// value tells whether a source has a value that agrees with a fact.
func (s *support) value(f *fact.Fact) bool {
	for _, x := range s.facts[f.Kind] {
		if a := fact.Compare(x.fact, f); a == fact.Same || a == fact.Compatible {
			return true
		}
	}
	return false
}

// matched tells whether the sentence of a fact corresponds to a passage of a source:
// only there is the source expected to have the fact.
func (p *Pass) matched(sheet *fact.Sheet, sentence int) bool {
	for _, al := range p.All {
		if al.Target != sheet {
			continue
		}
		for _, b := range al.Beads {
			if b.Loose {
				continue
			}
			for _, t := range b.Target {
				if t == sentence {
					return true
				}
			}
		}
	}
	return false
}
