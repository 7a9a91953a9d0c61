package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// Names that a translation keeps
//
// A text and its translation into the same language (an edited version, two
// translations of one source) name the same people, places and bodies, though not
// always in the same words: Poland and Polish, the Pope and Francis, the EPL and
// the English Premier League. So a name counts as kept where any word of it stands
// on the other side in some form: the same word in any case, another spelling
// of it, its country as a name or as an adjective, its acronym or what the acronym
// stands for, a word that the lexicon relates to it. Only a name of which nothing
// is left is missing, or added; where both sides have such a name, one stands for
// the other.
//
// Every word is looked up in the words of the other passage; only those that are
// not there are compared with its capitalised words, so the cost grows with the
// length of the passage.

// nameLoss is the names of a passage that the other side does not have.
type nameLoss struct {
	passage        *passage
	source, target []*fact.Fact
	plain          *fact.Fact // a name of ordinary words that the target does not have, or nil
}

// keptNames compares the names of all passages of p.Alignment, once.
func (p *Pass) keptNames() []nameLoss {
	a := p.across()
	a.keptOnce.Do(func() {
		if foreign(p.Alignment) {
			return
		}
		for i := range a.passages {
			x := &a.passages[i]
			n := nameLoss{passage: x}
			sides := [2]*wording{p.wording(0, x.nearSource), p.wording(1, x.nearTarget)}
			var glosses [2][]*fact.Fact
			n.source, glosses[0], n.plain = p.unkept(0, x.source, sides[0], sides[1])
			var plain *fact.Fact
			n.target, glosses[1], plain = p.unkept(1, x.target, sides[1], sides[0])
			if len(glosses[0]) > 0 && len(glosses[1]) > 0 {
				n.source, n.target = append(n.source, glosses[0]...), append(n.target, glosses[1]...)
			}
			n.settleAcronyms(p, plain)
			if len(n.source)+len(n.target) > 0 {
				a.kept = append(a.kept, n)
			}
		}
	})
	return a.kept
}

// settleAcronyms drops the acronyms and the names of the two sides that may be
// one: of another language ("PZPN", the Polish Football Association), or shorter
// or longer than the name ("EPL", the Premier League); and names that no dictionary
// has and that begin alike, which two people wrote as they heard them. plain is
// a name of ordinary words that only the target has, or nil.
func (n *nameLoss) settleAcronyms(p *Pass, plain *fact.Fact) {
	for i := 0; i < len(n.source); i++ {
		a := n.source[i].Value.String()
		j := slices.IndexFunc(n.target, func(f *fact.Fact) bool {
			b := f.Value.String()
			return shortFor(a, b) || shortFor(b, a) || a[0] == b[0] && unheardOf(p.Alignment.Source, n.source[i]) && unheardOf(p.Alignment.Target, f)
		})
		if plain != nil && shortFor(a, plain.Value.String()) {
			n.source = slices.Delete(n.source, i, i+1)
			i--
		} else if j >= 0 {
			n.source, n.target = slices.Delete(n.source, i, i+1), slices.Delete(n.target, j, j+1)
			i--
		}
	}
}

// shortFor tells whether a may be an acronym or short form of b: letters in
// capitals, or two or three letters, that begin like it or hold its initials.
func shortFor(a, b string) bool {
	a = strings.TrimSuffix(strings.ReplaceAll(a, ".", ""), "s")
	if len(a) < 2 || len(a) > 6 || strings.Contains(a, " ") || !isAcronymToken(a) && len(a) > 3 {
		return false
	}
	var initials []byte
	for _, w := range strings.Fields(b) {
		initials = append(initials, w[0])
	}
	return a[0] == b[0] || len(initials) > 1 && strings.Contains(a, string(initials))
}

// wording is the words of a passage in the forms in which a name can return.
type wording struct {
	lang     *language.Language
	lex      *lexicon.Lexicon
	words    map[string]bool // in lower case
	list     []string        // the same, in order
	capitals []string        // words with a capital, in lower case
	initials string          // of all words
	country  map[string]bool // codes of countries named, as nouns or adjectives
	acronyms []string
}

// wording reads some sentences of a side.
func (p *Pass) wording(side int, sentences []int) *wording {
	s := p.sheets()[side]
	w := &wording{lang: language.For(s.Article.Lang), lex: lexicon.For(s.Article.Lang), words: map[string]bool{}, country: map[string]bool{}}
	var initials strings.Builder
	for _, i := range sentences {
		ts := s.Article.Sentences[i].Tokens
		for j := range ts {
			t := &ts[j]
			if t.Kind == article.Punct {
				continue
			}
			lower := bare(t.Lower)
			if !w.words[lower] {
				w.words[lower] = true
				w.list = append(w.list, lower)
			}
			if t.Kind != article.Word {
				continue
			}
			r, _ := utf8.DecodeRuneInString(lower)
			initials.WriteRune(r)
			if startsUpper(t.Text) {
				w.capitals = append(w.capitals, lower)
				if acronym := strings.ReplaceAll(t.Text, ".", ""); isAcronymToken(acronym) {
					w.acronyms = append(w.acronyms, strings.ToLower(acronym))
				}
			}
			for _, code := range countries(w.lang, ts[j:min(j+4, len(ts))]) {
				w.country[code] = true
			}
		}
	}
	w.initials = initials.String()
	return w
}

// bare is a word without its possessive ending.
func bare(lower string) string {
	return strings.TrimSuffix(strings.TrimSuffix(lower, "'s"), "'")
}

// countries are the codes of the country that some tokens begin with, as a name
// or as an adjective.
func countries(l *language.Language, ts []article.Token) []string {
	var words []string
	for i := range ts {
		words = append(words, bare(ts[i].Lower))
	}
	var out []string
	if code, n := l.Territory(words); n > 0 {
		out = append(out, code)
	}
	if code, n := l.Demonym(words); n > 0 {
		out = append(out, code)
	}
	return out
}

// unkept are the names of some sentences of which nothing is on the other side;
// plain is the last of those that are made of ordinary words. Those in brackets are
// glosses, which an editor may leave out or add.
func (p *Pass) unkept(side int, sentences []int, own, other *wording) (out, glosses []*fact.Fact, plain *fact.Fact) {
	s := p.sheets()[side]
	seen := map[string]bool{}
	for _, i := range sentences {
		if f := other.opening(s, i); f != nil {
			out = append(out, f)
		}
		for _, n := range s.Of(i) {
			f := &s.Facts[n]
			name, ok := f.Value.(fact.Name)
			if !ok || f.Last > len(s.Article.Sentences[i].Tokens) {
				continue
			}
			sent := s.Article.Sentences[i].Tokens
			ts := sent[f.First:f.Last]
			key := strings.ToLower(strings.Join(name.Words, " "))
			switch {
			case seen[key] || numbered(sent, f.Last) || attributive(s.Article.Lang, sent, f) || other.inPhrase(sent, f) || other.keeps(ts) && !other.elsewhere(ts, own):
			case other.plainNoun(ts):
				plain = f
			case bracketed(sent, f.First):
				glosses = append(glosses, f)
			default:
				seen[key] = true
				out = append(out, f)
			}
		}
	}
	return out, glosses, plain
}

// opening is the first word of a sentence as a name, if the dictionary knows it as
// nothing else and the other side does not have it: by itself its capital proves
// nothing. It is nil where there is none.
func (w *wording) opening(s *fact.Sheet, i int) *fact.Fact {
	ts := s.Article.Sentences[i].Tokens
	if len(ts) < 2 || ts[0].Kind != article.Word || ts[1].Kind != article.Word || !startsUpper(ts[0].Text) || !startsLower(ts[1].Text) {
		return nil
	}
	lower := bare(ts[0].Lower)
	if len(lower) < minOpening || w.lang.StopWord(lower) || w.lex.Ordinary(lower) || w.lang.Classes().Of(lower)&language.Function != 0 || w.has(lower) {
		return nil
	}
	for _, n := range s.Of(i) {
		if s.Facts[n].First == 0 {
			return nil
		}
	}
	return &fact.Fact{Kind: fact.KindName, Span: ts[0].Span, Sentence: i, First: 0, Last: 1, Value: fact.Name{Words: []string{ts[0].Text}}}
}

// minOpening is how long a word must be to be a name for its capital alone.
const minOpening = 4

// attributive tells whether a name is a country or people that stands before another
// name, which it only describes: "America CNBC", "America's CNBC".
func attributive(lang string, ts []article.Token, f *fact.Fact) bool {
	l := language.For(lang)
	return f.Last < len(ts) && ts[f.Last].Space && (startsUpper(ts[f.Last].Text) || ts[f.Last].Kind == article.Opaque) && len(countries(l, ts[f.First:f.Last])) > 0
}

// inPhrase tells whether a name begins a phrase of the dictionary that goes on in small
// letters, and so is a word for a thing: "Aurora borealis".
func (w *wording) inPhrase(ts []article.Token, f *fact.Fact) bool {
	if f.Last >= len(ts) || ts[f.Last].Kind != article.Word || !startsLower(ts[f.Last].Text) || w.lang.StopWord(ts[f.Last].Lower) {
		return false
	}
	return len(w.lex.Lemmas(ts[f.Last-1].Lower+" "+ts[f.Last].Lower)) > 0
}

// numbered tells whether a number hangs on a name that ends before token last:
// Covid-19, G7.
func numbered(ts []article.Token, last int) bool {
	return last+1 < len(ts) && !ts[last].Space && isMark(&ts[last], "-", "‐", "‑", "–") && ts[last+1].Kind == article.Number && !ts[last+1].Space
}

// plainNoun tells whether a name is made of ordinary words, which an editor may
// exchange for others: the Internet, the Web, the Senate.
func (w *wording) plainNoun(ts []article.Token) bool {
	c := w.lang.Classes()
	for i := range ts {
		if ts[i].Kind != article.Word {
			continue
		}
		lower := bare(ts[i].Lower)
		if !w.lang.StopWord(lower) && (!w.lang.Common(lower) || len(w.lex.Lemmas(lower)) == 0 || c.Of(lower)&(language.TerritoryWord|language.DemonymWord|language.MaleName|language.FemaleName) != 0) {
			return false
		}
	}
	return true
}

// keeps tells whether a name is there in some form. Of one with words that are no
// ordinary ones such a word must be there, since a storm is a storm by any name, or
// the ordinary one that it ends in (inspectorate, ministry); any other name needs a
// third of its words.
func (w *wording) keeps(ts []article.Token) bool {
	for _, code := range countries(w.lang, ts) {
		if w.country[code] {
			return true
		}
	}
	words, kept := 0, 0
	proper, keptBest := false, false // it has words that are no ordinary ones; one of them is there, or its last word
	var initials strings.Builder
	for i := range ts {
		if ts[i].Kind != article.Word {
			if ts[i].Kind == article.Number && w.words[ts[i].Lower] {
				return true
			}
			continue
		}
		lower := bare(ts[i].Lower)
		r, _ := utf8.DecodeRuneInString(lower)
		initials.WriteRune(r)
		if w.lang.StopWord(lower) && len(ts) > 1 {
			continue
		}
		if a, ok := w.lang.Abbreviation(lower); ok && a.Kind == language.AbbreviationCompany {
			continue
		}
		has := w.has(lower)
		words++
		alike := has || w.synonym(lower)
		if alike {
			kept++
		}
		if w.proper(lower) {
			proper, keptBest = true, keptBest || alike
		} else if i == len(ts)-1 {
			keptBest = keptBest || has
		}
	}
	in := initials.String()
	if len(in) > 1 && slices.Contains(w.acronyms, in) {
		return true
	}
	if acronym := strings.ToLower(strings.ReplaceAll(ts[0].Text, ".", "")); isAcronymToken(strings.ReplaceAll(ts[0].Text, ".", "")) && len(ts) == 1 && len(acronym) < 6 && strings.Contains(w.initials, acronym) {
		return true
	}
	if proper {
		return keptBest
	}
	return 3*kept >= words
}

// elsewhere tells whether a name is of a country that is not named there, where another
// one is that the name's own side does not have.
func (w *wording) elsewhere(ts []article.Token, own *wording) bool {
	codes := countries(w.lang, ts)
	if len(codes) == 0 || slices.ContainsFunc(codes, func(c string) bool { return w.country[c] }) {
		return false
	}
	for c := range w.country {
		if !own.country[c] {
			return true
		}
	}
	return false
}

// proper tells whether a word of a name is no ordinary word of the language.
func (w *wording) proper(word string) bool {
	return w.lang.Classes().Of(word)&language.GivenName != 0 || !w.lex.Ordinary(word)
}

// has tells whether a word of a name is there in some form.
func (w *wording) has(word string) bool {
	if w.words[word] {
		return true
	}
	stem := w.lang.Stem(word)
	for _, x := range w.list {
		if w.lang.Stem(x) == stem || commonPrefix(word, x) >= 6 {
			return true
		}
	}
	for _, x := range w.capitals {
		if respelt(word, x) {
			return true
		}
	}
	return false
}

// synonym tells whether a word is there that means the same as one of a name: "Gotham".
func (w *wording) synonym(word string) bool {
	return slices.ContainsFunc(w.list, func(x string) bool {
		r := w.lex.Relate(word, x)
		return r.Interchangeable() || r.NearSynonym || r.Derived
	})
}

// respelt tells whether two words with capitals may be one in two spellings, or one
// made of the other: transliterations differ by a third of their letters, and
// "Europe" and "European" begin alike.
func respelt(a, b string) bool {
	short, long := min(len(a), len(b)), max(len(a), len(b))
	if short < 2 {
		return false
	}
	if n := commonPrefix(a, b); n >= 4 || n == short {
		return true
	}
	return short > 2 && levenshtein.ComputeDistance(a, b)*3 <= long
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
