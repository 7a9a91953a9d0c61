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
			n.source, n.plain = p.unkept(0, x.source, sides[1])
			var plain *fact.Fact
			n.target, plain = p.unkept(1, x.target, sides[0])
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
// plain is the last of those that are made of ordinary words.
func (p *Pass) unkept(side int, sentences []int, other *wording) (out []*fact.Fact, plain *fact.Fact) {
	s := p.sheets()[side]
	seen := map[string]bool{}
	for _, i := range sentences {
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
			case seen[key] || bracketed(sent, f.First) || numbered(sent, f.Last) || other.keeps(ts):
			case other.plainNoun(ts):
				plain = f
			default:
				seen[key] = true
				out = append(out, f)
			}
		}
	}
	return out, plain
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

// keeps tells whether a name is there in some form.
func (w *wording) keeps(ts []article.Token) bool {
	for _, code := range countries(w.lang, ts) {
		if w.country[code] {
			return true
		}
	}
	words := 0
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
		words++
		if w.has(lower) {
			return true
		}
	}
	in := initials.String()
	if len(in) > 1 && slices.Contains(w.acronyms, in) {
		return true
	}
	if acronym := strings.ToLower(strings.ReplaceAll(ts[0].Text, ".", "")); isAcronymToken(strings.ReplaceAll(ts[0].Text, ".", "")) && len(ts) == 1 && len(acronym) < 6 && strings.Contains(w.initials, acronym) {
		return true
	}
	return words == 0
}

// has tells whether a word of a name is there in some form.
func (w *wording) has(word string) bool {
	if w.words[word] {
		return true
	}
	stem := w.lang.Stem(word)
	for _, x := range w.list {
		if w.lang.Stem(x) == stem {
			return true
		}
	}
	for _, x := range w.capitals {
		if respelt(word, x) {
			return true
		}
	}
	for _, x := range w.list {
		if commonPrefix(word, x) >= 6 {
			return true
		}
		if !w.lang.StopWord(x) && w.lex.Relate(word, x).Known() {
			return true
		}
	}
	return false
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
