package fact

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// Slots.
//
// Two numbers contradict each other only if they are values of one thing, and
// what a number is the value of stands around it: the noun it counts, the verb
// that governs it, the names near by. Without a parser these are found by where
// they stand:
//
//   - The head is the noun that follows. In English and German adjectives stand
//     between ("12 former police officers"): of the run of content words behind
//     the number the head is the first plural, or the last word before the run
//     ends or a verb begins. In German a capital shows it. In the Romance languages
//     it is the first word of the run. Behind a share stands "of the": skipped.
//   - Where nothing follows ("turnout rose to 47 percent.", "the number of dead is
//     12"), the number tells of the subject, which stands before the verb.
//   - The verb is the nearest content word before the number that is no name and
//     not directly an adjective of it; where the number opens its clause ("Twelve
//     people died"), the word behind the head.
//   - The context is what else the sentence says near the number: stems of content
//     words and names, nearest first.
//
// All of it is evidence, not proof: a head that was taken for a verb is still in
// the slot, and [SlotSimilarity] looks for each word of one slot anywhere in the
// other. So a wrong guess costs some similarity and turns nothing around.

// maxContext bounds the words of a slot's context, contextReach how many tokens
// away they may stand.
const (
	maxContext   = 8
	contextReach = 14
	longestName  = 64 // tokens; a longer one is not looked for
)

// fillSlots completes the slots of numbers, dates and times.
func fillSlots(s *Sheet) {
	f := slotFiller{s: s, lang: language.For(s.Article.Lang)}
	for sent := range s.bySentence {
		facts := s.bySentence[sent]
		if len(facts) == 0 {
			continue
		}
		begun := false
		for _, i := range facts {
			if s.Facts[i].Kind > KindTime {
				continue
			}
			if !begun {
				f.begin(sent)
				begun = true
			}
			f.fill(&s.Facts[i])
		}
	}
}

// slotFiller reads the slots of one sentence after the other.
type slotFiller struct {
	s     *Sheet
	lang  *language.Language
	toks  []article.Token
	value []bool // the token is part of a number, date or time
	says  []bool // the token is a word that says something and no value
}

func (f *slotFiller) begin(sent int) {
	f.toks = f.s.Article.Sentences[sent].Tokens
	f.value = slices.Grow(f.value[:0], len(f.toks))[:len(f.toks)]
	clear(f.value)
	for _, i := range f.s.bySentence[sent] {
		if x := &f.s.Facts[i]; x.Kind <= KindTime {
			for j := x.First; j < x.Last; j++ {
				f.value[j] = true
			}
		}
	}
	f.mark()
}

// mark tells the words that say something: no function words and no hedges.
func (f *slotFiller) mark() {
	f.says = append(f.says[:0], f.value...)
	var one [1]string
	for i := range f.toks {
		t := &f.toks[i]
		if f.says[i] = false; f.value[i] || t.Kind != article.Word || f.lang.StopWord(t.Lower) {
			continue
		}
		one[0] = t.Lower
		_, n := f.lang.Hedge(one[:])
		f.says[i] = n == 0
	}
}

func (f *slotFiller) fill(x *Fact) {
	head := -1
	switch x.Slot.Aspect {
	case Age:
		head = f.person(x)
	case Label:
		head = f.contentBefore(x.First, 3, false)
	}
	if head < 0 && x.Slot.Aspect != Label {
		head = f.nounAfter(x)
	}
	left := f.contentBefore(x.First, 7, false)
	verb := f.contentBefore(x.First, 7, true)
	switch {
	case head >= 0 && verb < 0:
		verb = f.contentAfter(max(head+1, x.Last), 3)
	case head >= 0, x.Kind != KindNumber, left < 0:
	case verb == left && !f.copula(left, x.First):
		head = f.contentBefore(left, 4, false)
	default:
		head = left
	}
	if head >= 0 && x.Slot.Head == "" {
		x.Slot.Head = f.stem(head)
	}
	if verb >= 0 && verb != head {
		x.Slot.Verb = f.stem(verb)
	}
	x.Slot.Context = f.context(x, head, verb)
	x.Slot.Entity = f.entity(x)
}

// entity is that of the nearest name in the sentence; a name before the value
// goes before one behind it that is as near.
func (f *slotFiller) entity(x *Fact) int {
	best, distance := -1, contextReach+1
	facts := f.s.bySentence[x.Sentence]
	from, _ := slices.BinarySearchFunc(facts, x.First-contextReach-longestName, func(i int32, token int) int {
		return cmp.Compare(f.s.Facts[i].First, token)
	})
	for _, i := range facts[from:] {
		y := &f.s.Facts[i]
		if y.First > x.Last+contextReach {
			break
		}
		n, ok := y.Value.(Name)
		if !ok || y.First < x.Last && y.Last > x.First {
			continue
		}
		d := x.First - y.Last
		if d < 0 {
			d = y.First - x.Last + 1
		}
		if d < distance {
			best, distance = n.Entity, d
		}
	}
	return best
}

// content tells whether token i is a word that says something and no value.
func (f *slotFiller) content(i int) bool { return i >= 0 && i < len(f.says) && f.says[i] }

func (f *slotFiller) stem(i int) string { return f.lang.Stem(f.toks[i].Lower) }

// breaks tells whether token i ends a clause.
func (f *slotFiller) breaks(i int) bool {
	switch f.toks[i].Lower {
	case ".", ";", ":", "!", "?", "…", "...", "--", "—", "\"", "“", "”", "«", "»", "(", ")":
		return f.toks[i].Kind == article.Punct
	}
	return false
}

// nounAfter is the noun behind a value.
func (f *slotFiller) nounAfter(x *Fact) int {
	i := x.Last
	for skipped := 0; i < len(f.toks) && skipped < 4; i, skipped = i+1, skipped+1 {
		t := &f.toks[i]
		if t.Kind == article.Punct {
			if strings.ContainsAny(t.Text, "-‐‑–") && !t.Space {
				continue
			}
			return -1
		}
		if f.value[i] {
			return -1
		}
		if !f.lang.StopWord(t.Lower) {
			break
		}
		if skipped == 0 && f.lang.DateJoint([]string{t.Lower}) == 0 && x.Slot.Aspect != Share {
			return -1 // "12 in Alabama": what follows is no noun of it
		}
	}
	if !f.content(i) {
		return -1
	}
	end := i + 1
	for end < len(f.toks) && end < i+5 && (f.content(end) || f.toks[end].Text == "-" && f.content(end+1)) && !f.value[end] {
		end++
	}
	return f.headOf(i, end, x)
}

// headOf is the head of the content words [i, end).
func (f *slotFiller) headOf(i, end int, x *Fact) int {
	switch f.lang.Tag {
	case "de":
		for k := i; k < end; k++ {
			if f.capital(k) {
				return k
			}
		}
		return i
	case "en":
	default:
		return i
	}
	n, _ := x.Value.(Number)
	plural := x.Kind == KindNumber && n.High != language.Int(1) && x.Slot.Aspect <= Share
	for k := i; k < end; k++ {
		w := f.toks[k].Lower
		if plural && pluralShaped(w) {
			return k
		}
		if k+1 == end || f.verbal(k+1) || plural && f.lang.Plural(w) {
			return k
		}
	}
	return i
}

// pluralShaped tells whether a word ends as most plurals do.
func pluralShaped(w string) bool {
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's'
}

// verbal tells whether a word looks like a verb in the past.
func (f *slotFiller) verbal(i int) bool {
	w := f.toks[i].Lower
	if len(w) > 4 && strings.HasSuffix(w, "ed") {
		return true
	}
	_, ok := f.lang.SayVerb(w)
	return ok
}

func (f *slotFiller) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.toks[i].Text)
	return unicode.IsUpper(r)
}

// person is the last word of the name that stands before an age.
func (f *slotFiller) person(x *Fact) int {
	for i := x.First - 1; i >= max(0, x.First-3); i-- {
		if f.content(i) && f.capital(i) {
			return i
		}
	}
	return -1
}

// contentBefore is the nearest content word before token i within reach, of
// small letters where small is set: a verb.
func (f *slotFiller) contentBefore(i, reach int, small bool) int {
	for j := i - 1; j >= max(0, i-reach); j-- {
		if f.breaks(j) {
			return -1
		}
		if f.content(j) && !(small && f.capital(j)) {
			return j
		}
	}
	return -1
}

// contentAfter is the nearest content word from token i on within reach.
func (f *slotFiller) contentAfter(i, reach int) int {
	for j := i; j < min(len(f.toks), i+reach); j++ {
		if f.breaks(j) {
			return -1
		}
		if f.content(j) && !f.capital(j) {
			return j
		}
	}
	return -1
}

// copula tells whether only function words stand between a content word and a
// number, and at least one: "turnout was 47 percent".
func (f *slotFiller) copula(left, first int) bool { return first-left > 1 && !f.verbal(left) }

// context collects the stems around a value, nearest first.
func (f *slotFiller) context(x *Fact, head, verb int) []string {
	words := make([]string, 0, maxContext)
	for d := 1; d <= contextReach && len(words) < maxContext; d++ {
		for _, i := range [...]int{x.First - d, x.Last - 1 + d} {
			if i != head && i != verb && f.content(i) && len(words) < maxContext {
				words = append(words, f.stem(i))
			}
		}
	}
	return words
}

// SlotSimilarity tells in [0,1] how likely two facts of matched passages are
// values of one thing. The sheets are those that a and b were read from.
//
//	head     0.40  the same noun; half where one head is elsewhere in the other slot
//	verb     0.15  the same verb; half where it is elsewhere in the other slot
//	entity   0.15  the same name
//	context  0.30  shared words, the nearer the heavier
//
// What one side does not have counts for neither: the weights of the rest are
// scaled up, but for a quarter of what is missing, so that empty slots are not
// alike. Numbers of different aspects have at most a third of that. Across
// languages words cannot be compared; names, aspects and units still can.
func SlotSimilarity(sa *Sheet, a *Fact, sb *Sheet, b *Fact) float64 {
	var sum, weight float64
	add := func(w, v float64, known bool) {
		if known {
			sum, weight = sum+w*v, weight+w
		} else {
			weight += w / 4
		}
	}
	same := language.Base(sa.Article.Lang) == language.Base(sb.Article.Lang)
	x, y := &a.Slot, &b.Slot
	if same {
		add(0.40, wordMatch(x.Head, y), x.Head != "" && y.Head != "")
		add(0.15, wordMatch(x.Verb, y), x.Verb != "" && y.Verb != "")
		add(0.30, contextMatch(x, y), len(x.Context) > 0 && len(y.Context) > 0)
	} else {
		add(0.30, contextMatch(x, y), len(x.Context) > 0 && len(y.Context) > 0)
	}
	ea, eb := sa.entityName(x.Entity), sb.entityName(y.Entity)
	match := 0.0
	if ea == eb {
		match = 1
	}
	add(0.15, match, ea != "" && eb != "")
	if weight == 0 {
		return 0
	}
	v := sum / weight
	if a.Kind == KindNumber && b.Kind == KindNumber && x.Aspect != y.Aspect {
		v /= 3
	}
	return v
}

// wordMatch is 1 where the head or verb w stands in the same place of the other
// slot, 1/2 where it stands elsewhere in it.
func wordMatch(w string, other *Slot) float64 {
	if w == other.Head || w == other.Verb {
		return 1
	}
	for _, c := range other.Context {
		if c == w {
			return 0.5
		}
	}
	return 0
}

// contextMatch is the weighted share of the words of the two contexts that stand
// in the other slot.
func contextMatch(a, b *Slot) float64 {
	va, wa := contextIn(a, b)
	vb, wb := contextIn(b, a)
	return (va + vb) / max(wa+wb, 1)
}

// contextIn weighs the words of a that stand in b, and all of them.
func contextIn(a, b *Slot) (found, all float64) {
	for i, w := range a.Context {
		weight := 1 / (1 + 0.25*float64(i))
		all += weight
		if w == b.Head || w == b.Verb {
			found += weight
			continue
		}
		for _, c := range b.Context {
			if c == w {
				found += weight
				break
			}
		}
	}
	return found, all
}

// entityName is the last word of an entity's name, "" where there is none.
func (s *Sheet) entityName(i int) string {
	if i < 0 || i >= len(s.Entities) || len(s.Entities[i].Name) == 0 {
		return ""
	}
	return strings.ToLower(s.Entities[i].Name[len(s.Entities[i].Name)-1])
}
