package align

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// A trait is a kind of key: what sort of thing two sentences can have in common.
type trait uint8

const (
	numeral  trait = iota // digits, or a number word by its value
	calendar              // a date by its value
	proper                // a word that is written with a capital inside sentences of both sides
	prefix                // the first letters of a long word: cognates and inflected forms
	whole                 // a long word, letter by letter
	short                 // a word below prefixLetters letters
	mark                  // ? ! : ; ( and quotation marks
	opaque                // URLs, code, placeholders
	layout                // headings, list items, code blocks, starts of paragraphs
	learned               // a pair of words of the two languages, by a dictionary
	taught                // or by the text itself
	traits                // how many there are
)

// survival is how often a key of the source is in the target, at first; it is
// then learned from the text.
var survival = rates{
	numeral: 0.75, calendar: 0.7, proper: 0.6, prefix: 0.15, whole: 0.1, short: 0.15, mark: 0.6, opaque: 0.9, layout: 0.8, learned: 0.5, taught: 0.5,
}

// prefixLetters is the length of a prefix that cognates share: long enough to
// be rare, short enough for nation, nación and nazione... to agree in most of it.
const prefixLetters = 5

// keys holds what the sentences of a text and its translation have that can
// survive translation.
type keys struct {
	ids    map[string]int32
	traits []trait      // by key
	df     [2][]int32   // by side and key: the sentences that have it
	upper  [2][]int32   // of those, in which it is capitalised though not first
	of     [2][][]int32 // by side and sentence: its keys, ascending
	length [2][]float64 // by side and sentence: its letters and digits
	ends   [2][]ends    // by side and sentence
	// borders counts, by side and sentence, the borders up to its start that no
	// passage goes across: of headings, code and the cells of tables.
	borders [2][]int32
	folded  map[string]string
	dict    Dictionary
	target  *language.Language // of which dict lists words
}

func newKeys(source, target *fact.Sheet, d Dictionary) *keys {
	k := &keys{ids: map[string]int32{}, folded: map[string]string{}, dict: d, target: language.For(target.Article.Lang)}
	for side, s := range [2]*fact.Sheet{source, target} {
		n := len(s.Article.Sentences)
		k.of[side] = make([][]int32, n)
		k.length[side] = make([]float64, n)
		k.ends[side] = make([]ends, n)
		k.borders[side] = make([]int32, n)
		for i := range n {
			k.read(side, s, i)
			k.ends[side][i] = newEnds(&s.Article.Sentences[i])
			if i > 0 {
				k.borders[side][i] = k.borders[side][i-1]
				if border(s.Article, i) {
					k.borders[side][i]++
				}
			}
		}
	}
	for id, t := range k.traits {
		if (t == prefix || t == short) && k.capital(0, id) && k.capital(1, id) {
			k.traits[id] = proper
		}
	}
	return k
}

// border tells whether a heading, code or a cell of a table ends before sentence
// i or starts with it.
func border(a *article.Article, i int) bool {
	x, y := a.Sentences[i-1].Block, a.Sentences[i].Block
	if x == y {
		return false
	}
	for _, b := range [2]int{x, y} {
		switch a.Blocks[b].Kind {
		case article.Title, article.Heading, article.Code, article.TableCell:
			return true
		}
	}
	return false
}

// capital tells whether a key is mostly written with a capital on one side.
func (k *keys) capital(side, id int) bool {
	return k.df[side][id] > 0 && 2*k.upper[side][id] >= k.df[side][id]
}

// read collects the keys of a sentence.
func (k *keys) read(side int, s *fact.Sheet, i int) {
	sent := &s.Article.Sentences[i]
	var own []int32
	add := func(t trait, text string) int32 {
		id := k.key(t, text)
		own = append(own, id)
		return id
	}
	length, first := 0, true
	upper := map[int32]bool{}
	for n := range sent.Tokens[:min(len(sent.Tokens), maxTokens)] {
		t := &sent.Tokens[n]
		length += utf8.RuneCountInString(t.Text)
		if t.Space {
			length++
		}
		switch t.Kind {
		case article.Opaque:
			add(opaque, t.Text)
		case article.Punct:
			if m := markKey(t.Text); m != "" {
				add(mark, m)
			}
		default:
			if d := digits(t.Lower); d != "" {
				add(numeral, d)
			}
			if t.Kind == article.Word {
				w := k.fold(t.Lower)
				var id int32
				if p := prefixOf(w); p != w {
					id = add(prefix, p)
					add(whole, w)
				} else if utf8.RuneCountInString(w) >= prefixLetters {
					id = add(prefix, w)
				} else {
					id = add(short, w)
				}
				k.look(side, t.Lower, add)
				if r, _ := utf8.DecodeRuneInString(t.Text); !first && unicode.IsUpper(r) {
					upper[id] = true
				}
				first = false
			}
		}
	}
	for _, f := range s.Of(i) {
		x := &s.Facts[f]
		switch v := x.Value.(type) {
		case fact.Number:
			if n, ok := v.Low.Int64(); ok {
				add(numeral, strconv.FormatInt(n, 10))
			}
		case fact.Date:
			if v.Month != 0 && !v.Relative {
				add(calendar, strconv.Itoa(int(v.Month))+"/"+strconv.Itoa(v.DayOfMonth))
			}
		}
	}
	block := &s.Article.Blocks[sent.Block]
	if block.Kind != article.Paragraph {
		add(layout, strconv.Itoa(int(block.Kind))+"."+strconv.Itoa(block.Level))
	}
	if block.First == i {
		add(layout, "¶")
	}
	slices.Sort(own)
	own = slices.Compact(own)
	for _, id := range own {
		k.df[side][id]++
		if upper[id] {
			k.upper[side][id]++
		}
	}
	k.of[side][i] = own
	k.length[side][i] = float64(max(length, 1))
}

// look adds the keys of a word's translations: on the source's side each of them,
// on the target's the word itself.
func (k *keys) look(side int, lower string, add func(trait, string) int32) {
	if k.dict == nil {
		return
	}
	if side == 1 {
		add(learned, k.target.Stem(lower))
		return
	}
	for _, w := range k.dict.Translations(lower) {
		add(learned, k.target.Stem(w))
	}
}

// common reports whether a key occurs on both sides.
func (k *keys) common(id int32) bool { return k.df[0][id] > 0 && k.df[1][id] > 0 }

// key numbers a key.
func (k *keys) key(t trait, text string) int32 {
	name := string(rune('0'+t)) + text
	id, ok := k.ids[name]
	if !ok {
		id = int32(len(k.traits))
		k.ids[name] = id
		k.traits = append(k.traits, t)
		for side := range 2 {
			k.df[side] = append(k.df[side], 0)
			k.upper[side] = append(k.upper[side], 0)
		}
	}
	return id
}

// fold is a word in lower case without accents.
func (k *keys) fold(lower string) string {
	ascii := true
	for i := range len(lower) {
		ascii = ascii && lower[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.TrimSuffix(lower, "'s")
	}
	if f, ok := k.folded[lower]; ok {
		return f
	}
	f := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(lower))
	f = strings.TrimSuffix(f, "'s")
	k.folded[lower] = f
	return f
}

// prefixOf is the prefix of a word in which cognates agree.
func prefixOf(w string) string {
	n := 0
	for i := range w {
		if n == prefixLetters {
			return w[:i]
		}
		n++
	}
	return w
}

// digits are the digits of a number without separators and leading zeros, so
// that 118,000 is 118.000 and 3.5 is 3,5.
func digits(text string) string {
	var b []byte
	for i := range len(text) {
		if c := text[i]; c >= '0' && c <= '9' && (c != '0' || len(b) > 0) {
			b = append(b, c)
		}
	}
	return string(b)
}

// markKey folds the marks that survive translation; "" for others.
func markKey(text string) string {
	switch text {
	case "?", "¿", "？", ";":
		return "?"
	case "!", "¡", "！":
		return "!"
	case ":", "：":
		return ":"
	case "(", "（", ")", "）":
		return "("
	case "“", "”", "„", "«", "»", "\"", "‹", "›", "「", "」", "''", "``":
		return "\""
	case "%", "€", "$", "£", "°":
		return text
	}
	return ""
}
