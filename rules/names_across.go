package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// Names across languages
//
// A name is the part of a text that translators change least: it reappears as it
// is, inflected, inside a compound, transliterated, or as the name that the other
// language has for the same place. So each word of a name that cannot be
// translated is looked for among the words of the other side: countries and
// peoples by their codes, other places by a table of exonyms, all else letter by
// letter with some tolerance. What words can be translated only a dictionary of
// the language can tell ("Greens", "House"), so that of a language without one
// only names of people and places count.

// lostName is a name of one side of a passage of which the other has no trace.
type lostName struct {
	passage *passage
	side    int
	at      Mention
	kind    fact.EntityKind
}

// lostNames are those of p.Alignment, found once.
func (p *Pass) lostNames() []lostName {
	a := p.across()
	a.namesOnce.Do(func() {
		type named struct {
			side int
			name string
		}
		told := map[named]bool{} // a name is one finding, however often it stands
		for i := range a.passages {
			x := &a.passages[i]
			for side := range 2 {
				_, near := x.side(1 - side)
				var other *traces
				for _, n := range append(p.namesOf(x, side), p.acronymsOf(x, side)...) {
					if other == nil {
						other = p.traces(1-side, near)
					}
					if k := (named{side, n.at.Value}); !other.has(&n) && !told[k] {
						told[k] = true
						a.names = append(a.names, lostName{x, side, n.at, n.kind})
					}
				}
			}
		}
	})
	return a.names
}

// world is the code of the world as a territory: no name.
const world = "001"

// acrossName is a name that must reappear in a translation.
type acrossName struct {
	at    Mention
	kind  fact.EntityKind
	code  string   // of a country
	words []string // the words to look for, folded
	named []string // exonyms in it, codes of countries, and what an acronym stands for
	short bool     // an acronym: only the very word will do for it
}

// namesOf lists the names of a side of a passage that must reappear.
func (p *Pass) namesOf(x *passage, side int) []acrossName {
	s, places := p.sheets()[side], p.knowPlaces()
	l := language.For(s.Article.Lang)
	lex := lexicon.For(s.Article.Lang)
	own, _ := x.side(side)
	var out []acrossName
	for _, i := range own {
		ts := s.Article.Sentences[i].Tokens
		for _, f := range s.Of(i) {
			f := &s.Facts[f]
			v, ok := f.Value.(fact.Name)
			if !ok || f.Last > len(ts) || bracketed(ts, f.First) { // a gloss may go untranslated
				continue
			}
			e := &s.Entities[v.Entity]
			if e.Demonym || len(v.Words) == 0 || !startsUpper(ts[f.First].Text) || e.Kind == fact.Thing && exclaimed(ts, f) {
				continue
			}
			// The capital of a German noun shows no name either.
			if side == 1 && l.Tag == "de" && !p.Case.Unit && e.Kind != fact.Place && l.Classes().Of(ts[f.First].Lower)&language.GivenName == 0 {
				continue
			}
			n := acrossName{at: Mention{s, f.Span, strings.Join(v.Words, " ")}, kind: e.Kind}
			var ws [4]string
			if !places && slices.ContainsFunc(ts[f.First:f.Last], func(t article.Token) bool { return placeWord(l, t.Lower) }) {
				continue
			}
			if code, k := l.Territory(lowerWords(ws[:0], ts[f.First:f.Last])); k > 0 && k == f.Last-f.First {
				if places && code != "EU" && code != "UN" && code != world && !innerCapital(ts[f.First].Text) && utf8.RuneCountInString(n.at.Value) > 3 {
					n.code = code
					out = append(out, n)
				}
				continue
			}
			if parts := n.countries(l, s, f); places && len(parts) > 0 {
				out = append(out, parts...)
				continue
			}
			n.read(l, lex, ts, f.First, f.Last)
			if len(n.words) > 0 || places && len(n.named) > 0 && (side == 1 || e.Kind == fact.Place) {
				out = append(out, n)
			}
		}
	}
	return out
}

// countries are those inside a name of several words in a language whose particles
// join names: "Bangladesh y de la India".
func (n *acrossName) countries(l *language.Language, s *fact.Sheet, f *fact.Fact) []acrossName {
	if l.Tag == "en" || f.Last-f.First < 3 {
		return nil
	}
	var out []acrossName
	var ws [4]string
	ts := s.Article.Sentences[f.Sentence].Tokens
	for j := f.First; j < f.Last; j++ {
		code, k := l.Territory(lowerWords(ws[:0], ts[j:f.Last]))
		if k > 0 && len(code) == 2 && spelledOut(&ts[j]) {
			out = append(out, acrossName{at: mention(s, f.Sentence, j, j+k), kind: n.kind, code: code})
			j += k - 1
		}
	}
	return out
}

// read lists what is to be looked for of the name in tokens [first,last) of a
// sentence. What is made of ordinary words counts where it is the name of a place:
// the Black Sea.
func (n *acrossName) read(l *language.Language, lex *lexicon.Lexicon, ts []article.Token, first, last int) {
	common, person := phrase(l, ts[first:last]), bearsName(l, ts[first:last])
	var ws [4]string
	for j := max(0, first-len(ws)+1); j < last; j++ {
		if ts[j].Kind != article.Word {
			continue
		}
		clear := j >= first && (person && spelledOut(&ts[j]) || opaque(l, lex, &ts[j], n.kind))
		if clear && !common {
			if w, ok := language.Latin(ts[j].Lower); ok {
				n.words = append(n.words, foldWord(w))
			}
		}
		if x, k := l.Exonym(lowerWords(ws[:0], ts[j:])); clear && k == 1 || k > 1 && j+k > first {
			n.named = append(n.named, x)
		}
	}
	if last-first < 2 {
		return
	}
	for j := first; j < last; j++ {
		if code, k := l.Territory(lowerWords(ws[:0], ts[j:last])); k > 0 && len(code) == 2 {
			n.named = append(n.named, code)
		}
	}
	for j := first; j < last && len(n.words)+len(n.named) > 0; j++ {
		if code, k := l.Demonym(lowerWords(ws[:0], ts[j:last])); k > 0 {
			n.named = append(n.named, code)
		}
	}
}

// bearsName tells whether a name is a given name and a family name: then its words
// are not translated, even if they are ordinary ones.
func bearsName(l *language.Language, ts []article.Token) bool {
	const no = language.OrganisationWord | language.PlaceWord | language.DemonymWord | language.TerritoryWord | language.CalendarWord | language.RoleWord
	for i := range ts {
		if l.Classes().Of(strings.TrimSuffix(ts[i].Lower, "'s"))&no != 0 {
			return false
		}
	}
	return len(ts) == 2 && l.Classes().Of(ts[0].Lower)&language.GivenName != 0
}

// spelledOut tells whether a word is a name in full, no initial, acronym or symbol.
func spelledOut(t *article.Token) bool {
	return startsUpper(t.Text) && utf8.RuneCountInString(t.Text) >= 4 && !innerCapital(t.Text) && !hasDigit(t.Text) && !strings.Contains(t.Text, ".")
}

// knowPlaces tells whether the tables of both languages have the names of countries
// and peoples. Where they do not, a place proves nothing: it may have any name.
func (p *Pass) knowPlaces() bool {
	al := p.Alignment
	return language.For(al.Source.Article.Lang).KnowsPlaces() && language.For(al.Target.Article.Lang).KnowsPlaces()
}

// placeWord tells whether a word is the name of a place or of a people, which
// other languages may know by another name.
func placeWord(l *language.Language, w string) bool {
	w = strings.TrimSuffix(w, "'s")
	return exonym(l, w) != "" || l.Classes().Of(w)&(language.TerritoryWord|language.DemonymWord) != 0
}

// phrase tells whether what passes for a name in a language without a dictionary is
// a phrase of ordinary words: "Abschluss der Aussprache".
func phrase(l *language.Language, ts []article.Token) bool {
	if l.Tag == "en" {
		return false
	}
	for i := range ts {
		if l.Determiner(ts[i].Lower) || germanNoun(l, ts[i].Lower) {
			return true
		}
		if _, n := l.Ordinal([]string{ts[i].Lower}); n > 0 {
			return true
		}
	}
	return false
}

// exclaimed tells whether a word is a sentence's first and a mark parts it from the
// rest: "Whew!", "Nope, not yet", "Phew—done". Its capital shows no name.
func exclaimed(ts []article.Token, f *fact.Fact) bool {
	for i := range ts[:f.First] {
		if ts[i].Kind != article.Punct {
			return false
		}
	}
	return f.Last == f.First+1 && (f.Last == len(ts) || isMark(&ts[f.Last], ",", "!", ".", "…", "...", "—", "–"))
}

func lowerWords(words []string, ts []article.Token) []string {
	for i := range ts {
		if len(words) == cap(words) {
			break
		}
		words = append(words, strings.TrimSuffix(ts[i].Lower, "'s"))
	}
	return words
}

// opaque tells whether a word of a name cannot be translated.
func opaque(l *language.Language, lex *lexicon.Lexicon, t *article.Token, kind fact.EntityKind) bool {
	if !spelledOut(t) {
		return false
	}
	w := strings.TrimSuffix(t.Lower, "'s")
	const no = language.Function | language.RoleWord | language.TitleWord | language.TitleModifier | language.OrganisationWord | language.PlaceWord |
		language.DirectionWord | language.CalendarWord | language.DemonymWord | language.TerritoryWord | language.NameParticle | language.TimeWord
	if (l.Classes().Of(w)|l.Classes().Of(strings.TrimSuffix(w, "s")))&no != 0 {
		return false
	}
	if _, n := l.Demonym([]string{w}); n > 0 {
		return false
	}
	if _, n := l.Territory([]string{w}); n > 0 {
		return false
	}
	if _, n := l.LanguageName([]string{w}); n > 0 {
		return false
	}
	if l.Tag == "en" {
		return !lex.Ordinary(w) && !lex.Ordinary(strings.TrimSuffix(w, "s")) && !describes(lex, w)
	}
	return (kind == fact.Person || l.LooksForeign(w)) && l.Classes().Of(w)&language.CommonWord == 0
}

// describes tells whether a word with a capital is an adjective: "Baltic".
func describes(lex *lexicon.Lexicon, w string) bool {
	for _, x := range lex.Lemmas(w) {
		if x.POS == "adjective" {
			return true
		}
	}
	return false
}

// innerCapital tells acronyms and symbols from words: HCoVs, SDGs, UK, but not
// McCain.
func innerCapital(s string) bool {
	small := 0
	for i, r := range s {
		switch {
		case unicode.IsUpper(r) && i > 0:
			if rest := s[i+utf8.RuneLen(r):]; small == 0 || utf8.RuneCountInString(rest) < 3 || strings.ToLower(rest) != rest {
				return true
			}
		case unicode.IsLower(r):
			small++
		}
	}
	return false
}

// traces is what sentences show of names. Most names stand there as they are, so
// that the words are read first, and what places they name when that is asked.
type traces struct {
	sheet     *fact.Sheet
	sentences []int
	l         *language.Language

	words  []string // folded, each once
	small  []bool   // of each of them: it has a small letter, so that it is no name itself
	sounds []string // of each of them, once one was asked for
	have   map[string]bool

	placed bool
	codes  map[string]bool
	names  map[string]bool // exonyms
	part   [1]string       // the word that is looked up
	// closed is set where the sentences are in a script whose sounds no table
	// tells: then they may have any name.
	closed bool
}

// traces reads what sentences of a side show of names.
func (p *Pass) traces(side int, sentences []int) *traces {
	s := p.sheets()[side]
	size := 0
	for _, i := range sentences {
		size += len(s.Article.Sentences[i].Tokens)
	}
	o := &traces{sheet: s, sentences: sentences, l: language.For(s.Article.Lang), have: make(map[string]bool, size), words: make([]string, 0, size)}
	all, closed := 0, 0
	for _, i := range sentences {
		ts := s.Article.Sentences[i].Tokens
		for j := range ts {
			if ts[j].Kind == article.Punct {
				continue
			}
			all++
			text := unelided(o.l, ts[j].Text)
			latin, ok := language.Latin(strings.ToLower(text))
			if !ok {
				closed++
				continue
			}
			if w := foldWord(latin); !o.have[w] {
				o.have[w] = true
				o.words = append(o.words, w)
				o.small = append(o.small, startsLower(text))
			}
		}
	}
	o.closed = closed*4 > all
	return o
}

// unelided is a word without an article or preposition that is written as one word
// with it: dell'Aude.
func unelided(l *language.Language, text string) string {
	if l.Tag == "en" {
		return text
	}
	if i := strings.IndexAny(text, "'’"); i > 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		return text[i+n:]
	}
	return text
}

// place tells whether the sentences name the place or people of a code.
func (o *traces) place(code string) bool {
	o.readPlaces()
	return o.codes[code]
}

// exonym tells whether a name stands there in any form.
func (o *traces) exonym(name string) bool {
	if name == "" {
		return false
	}
	o.readPlaces()
	return o.names[name]
}

// readPlaces notes what places and peoples the sentences name, once.
func (o *traces) readPlaces() {
	if o.placed {
		return
	}
	o.placed, o.codes, o.names = true, map[string]bool{}, map[string]bool{}
	var ws [5]string
	for _, i := range o.sentences {
		ts := o.sheet.Article.Sentences[i].Tokens
		for j := range ts {
			if ts[j].Kind == article.Punct {
				continue
			}
			if _, ok := language.Latin(ts[j].Lower); !ok {
				continue
			}
			words, own := lowerWords(ws[:0], ts[j:]), strings.ToLower(unelided(o.l, ts[j].Text))
			o.note(words)
			o.inflected(own)
			if acronymShape(&ts[j]) {
				words[0] = own
				o.note(words)
				words[0] = strings.TrimSuffix(own, "s") // NGOs
				o.note(words)
			}
		}
	}
}

// inflected looks a word up without its endings, and what it is made of:
// Schwedens, ägyptische, Südeuropa, norteamericano, Afrikareise.
func (o *traces) inflected(w string) {
	if o.l.StopWord(w) {
		return
	}
	w = strings.ReplaceAll(w, "ß", "ss")
	for _, ending := range [...]string{"", "s", "e", "en", "er", "es", "em"} {
		base, ok := strings.CutSuffix(w, ending)
		if !ok || len(base) < 4 {
			continue
		}
		o.noteWord(base)
		for i := range base {
			if i >= leastPart && len(base)-i >= leastPlace {
				o.noteWord(base[i:])
			}
		}
	}
	for i := range w {
		if o.l.Tag == "de" && i >= leastPlace && len(w)-i >= leastPart {
			o.noteWord(w[:i])
		}
	}
}

// How many bytes a part of a compound has that names a place, and the rest.
const (
	leastPlace = 5
	leastPart  = 3
)

// noteWord notes what place or people a word names.
func (o *traces) noteWord(w string) {
	o.part[0] = w
	o.note(o.part[:])
}

// note notes what place or people the words at the head of a run name.
func (o *traces) note(words []string) {
	if code, n := o.l.Territory(words); n > 0 {
		o.codes[code] = true
	}
	if code, n := o.l.Demonym(words); n > 0 {
		o.codes[code] = true
	}
	if x, n := o.l.Exonym(words); n > 0 {
		o.names[x] = true
	}
	if x, n := o.l.Acronym(words); n > 0 {
		o.names[x] = true
	}
}

// exonym is what name a word is a form of, or "".
func exonym(l *language.Language, w string) string {
	x, _ := l.Exonym([]string{w})
	return x
}

// has tells whether there is a trace of a name: of a person or place any of its
// words will do.
func (o *traces) has(n *acrossName) bool {
	if o.closed {
		return true
	}
	if n.short {
		return slices.ContainsFunc(n.words, o.holds) || slices.ContainsFunc(n.named, func(x string) bool { return o.exonym(x) || o.place(x) })
	}
	if n.code != "" {
		return o.place(n.code) || o.place(strings.SplitN(n.code, "-", 2)[0]) || o.form(n.at)
	}
	return slices.ContainsFunc(n.words, o.word) ||
		slices.ContainsFunc(n.named, func(x string) bool { return o.exonym(x) || o.place(x) }) || o.form(n.at)
}

// form tells whether the name stands there as it is, or in another language's form.
func (o *traces) form(m Mention) bool {
	for w := range strings.FieldsSeq(strings.ToLower(m.Value)) {
		w, _ = language.Latin(strings.TrimSuffix(w, "'s"))
		if m.Sheet != nil && utf8.RuneCountInString(w) > 3 && startsUpper(m.Value) && o.similar(foldWord(w)) {
			return true
		}
		if exonym(o.l, w) == "" {
			w = strings.TrimSuffix(w, "s")
		}
		if o.have[foldWord(w)] && len(w) > 3 || o.exonym(exonym(o.l, w)) {
			return true
		}
	}
	return false
}

// word tells whether a word stands there in some form.
func (o *traces) word(w string) bool {
	if o.have[w] {
		return true
	}
	for _, form := range [...]string{w, strings.TrimSuffix(w, "s")} {
		if o.exonym(exonym(o.l, form)) {
			return true
		}
	}
	return o.similar(w)
}

// similar tells whether a word stands there that can be a form of a folded word:
// one inside the other, a long beginning in common, or, among words with capitals,
// few letters apart once they are spelled by sound.
func (o *traces) similar(w string) bool {
	if slices.ContainsFunc(o.words, func(v string) bool { return writtenAlike(w, v) }) {
		return true
	}
	if o.sounds == nil {
		o.sounds = make([]string, len(o.words))
		for i, v := range o.words {
			o.sounds[i] = bySound(v)
		}
	}
	sound := bySound(w)
	for i, v := range o.words {
		if len(w) >= minAlike && len(v) >= minAlike && (beginAlike(sound, o.sounds[i]) || !o.small[i] && soundAlike(sound, o.sounds[i])) {
			return true
		}
	}
	return false
}

// minAlike is how many bytes a word has at least that is compared with others.
const minAlike = 3

func writtenAlike(a, b string) bool {
	if len(a) < minAlike || len(b) < minAlike {
		return false
	}
	return within(a, b) || within(b, a) || beginAlike(a, b)
}

// within tells whether a word begins with another, or holds a longer one.
func within(a, b string) bool {
	return len(a) >= 4 && strings.HasPrefix(b, a) || len(a) >= 5 && strings.Contains(b, a)
}

func soundAlike(x, y string) bool {
	if x == y || beginAlike(x, y) {
		return true
	}
	most := max(len(x), len(y))
	if most-min(len(x), len(y)) > most/3 {
		return false
	}
	return 3*levenshtein.ComputeDistance(x, y) <= most
}

func beginAlike(a, b string) bool {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n >= 4 && 5*n >= 3*min(len(a), len(b))
}

// sounds maps spellings of one sound, as the languages of the tables and the
// transliterations into them write it, onto one.
var sounds = strings.NewReplacer("tsch", "c", "tch", "c", "sch", "s", "sh", "s", "ch", "c", "cz", "c", "kh", "", "ph", "f", "th", "t", "dsch", "j",
	"dj", "j", "dzh", "j", "zh", "j", "ck", "c", "k", "c", "q", "c", "y", "i", "j", "i", "w", "v", "z", "s", "x", "cs", "ou", "u", "oe", "o", "ae", "a", "ue", "u", "h", "", "ii", "i")

// bySound spells a folded word by sound, without double letters.
func bySound(w string) string {
	w = sounds.Replace(w)
	var b strings.Builder
	last := rune(0)
	for _, r := range w {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// foldWord is a word in lower case without accents and possessive.
func foldWord(w string) string {
	w = strings.TrimSuffix(w, "'s")
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				switch {
				case unicode.Is(unicode.Mn, r):
					return -1
				case r == 'ß':
					return 's'
				case r == 'ł':
					return 'l'
				case r == 'ø':
					return 'o'
				case r == 'đ':
					return 'd'
				case r == 'ı':
					return 'i'
				}
				return r
			}, norm.NFD.String(w))
		}
	}
	return w
}

// foreignNames reports the names of a translation that its source does not have.
func (p *Pass) foreignNames() {
	for _, n := range p.lostNames() {
		if n.side == 1 {
			p.Report(Finding{Severity: Warning, Confidence: 0.85, At: n.at,
				Related: []Mention{sentencesMention(p.Alignment.Source, n.passage.source)},
				Message: "the name “" + clip(n.at.Text()) + "” is not in the source"})
		}
	}
}
