package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Relation is all that is known of how two words or phrases relate. Several
// fields may hold at once; the zero Relation says that nothing is known.
type Relation struct {
	Same         bool // forms of one word: win, won; seat, seats
	Variant      bool // spellings of one word, contractions: colour, color; don't, do not
	Abbreviation bool // Sen., Senator; U.S., United States
	Derived      bool // of one root: elect, election; but also employer, employee
	Synonym      bool // an editor may exchange them: slain, killed
	NearSynonym  bool // close in meaning, or in a rarer sense
	Antonym      bool // opposites
	Hypernym     bool // one is more general than the other: vehicle, car
	Sister       bool // kinds of one thing: rifle, pistol; also loose synonyms
	Contrast     *Set // the set in which they exclude each other
	Pivots       []Pivot
}

// Pivot says that two words are renderings of one foreign word.
type Pivot struct {
	Family *Family
	A, B   Rendering // of the first and of the second word that were asked for
}

// Interchangeable reports whether one may stand for the other.
func (r Relation) Interchangeable() bool {
	return (r.Same || r.Variant || r.Abbreviation || r.Synonym) && !r.Opposed()
}

// Opposed reports whether one in place of the other changes what is said.
func (r Relation) Opposed() bool { return r.Contrast != nil || r.Antonym }

// Known reports whether anything holds.
func (r Relation) Known() bool {
	return r.Same || r.Variant || r.Abbreviation || r.Derived || r.Synonym || r.NearSynonym ||
		r.Opposed() || r.Hypernym || r.Sister || len(r.Pivots) > 0
}

// Relate tells how two words or short phrases relate, in any inflection and
// case. Own data counts before WordNet: words of one contrast set are no
// synonyms, listed synonyms are no opposites. Phrases of which nothing is known
// as a whole are compared without the words that they begin and end with in
// common. The relation is symmetric but for the order of A and B in Pivots.
func (l *Lexicon) Relate(a, b string) Relation {
	if r, done := l.relateSurface(a, b); done {
		return r
	}
	r := l.relate(normalise(a), normalise(b))
	if r.Opposed() {
		return r
	}
	r.Abbreviation = l.abbreviated(a, b)
	return r
}

// relateSurface settles the pairs that are equal but for case.
func (l *Lexicon) relateSurface(a, b string) (r Relation, done bool) {
	if a == b || strings.EqualFold(a, b) {
		return Relation{Same: true}, true
	}
	return Relation{}, false
}

func (l *Lexicon) relate(a, b string) Relation {
	if a == b {
		return Relation{Same: true}
	}
	r := l.relateWhole(a, b)
	if r.Known() || a == "" || b == "" || !strings.Contains(a, " ") && !strings.Contains(b, " ") {
		return r
	}
	x, y := trimCommon(strings.Fields(a), strings.Fields(b))
	if len(x) == 0 || len(y) == 0 {
		return r
	}
	if len(x) != len(y) {
		return l.relateWhole(strings.Join(x, " "), strings.Join(y, " "))
	}
	return l.relateWords(x, y)
}

// trimCommon takes off what two phrases begin and end with in common.
func trimCommon(a, b []string) (x, y []string) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

// relateWords relates phrases word by word: they are interchangeable if all
// their words are, and opposed if one pair is.
func (l *Lexicon) relateWords(a, b []string) Relation {
	if len(a) == 1 {
		return l.relateWhole(a[0], b[0])
	}
	if r := l.relateWhole(strings.Join(a, " "), strings.Join(b, " ")); r.Known() {
		return r
	}
	all := Relation{Same: true}
	for i := range a {
		r := l.relate(a[i], b[i])
		if r.Opposed() {
			return r
		}
		if !r.Interchangeable() {
			return Relation{}
		}
		all.Same = all.Same && r.Same
		all.Variant = all.Variant || r.Variant
		all.Synonym = all.Synonym || r.Synonym
	}
	return all
}

// relateWhole relates two normalised forms as they stand.
func (l *Lexicon) relateWhole(a, b string) (r Relation) {
	if a == b {
		return Relation{Same: true}
	}
	if base, ok := cutPossessive(a); ok && base == b {
		return Relation{Same: true}
	}
	if base, ok := cutPossessive(b); ok && base == a {
		return Relation{Same: true}
	}
	var x, y words
	l.readWords(a, &x)
	l.readWords(b, &y)
	if l.wn != nil {
		l.relateEntries(&x.readings, &y.readings, &r)
	} else if l.lang != nil {
		r.Same = x.forms[x.n-1] == y.forms[y.n-1]
	}
	l.relateOwn(&x, &y, &r)
	if r.Same || r.Synonym && r.Variant {
		r.Pivots = nil
		return r
	}
	r.Variant = r.Variant || l.spelledAlike(a, b, &r)
	if !r.Opposed() && !r.Synonym && !r.Variant && l.oppositeShape(&x, &y, &r) {
		r.Antonym = true
	}
	return r
}

// words is a form with all that it is looked up under.
type words struct {
	readings readings
	forms    [10]string // the form itself, then its lemmas
	n        int
}

func (w *words) all() []string { return w.forms[:w.n] }

func (l *Lexicon) readWords(form string, w *words) {
	if l.wn == nil {
		w.n = copy(w.forms[:], l.keys(form))
		return
	}
	w.forms[0], w.n = form, 1
	l.read(form, &w.readings)
	if base, ok := cutPossessive(form); ok && w.readings.n == 0 {
		l.read(base, &w.readings)
		w.forms[1], w.n = base, 2
	}
	for _, r := range w.readings.all() {
		if r.Text != form && w.n < len(w.forms) {
			w.forms[w.n] = r.Text
			w.n++
		}
	}
}

// keys are the forms under which the data files are searched: with a dictionary
// the form itself (a look-up tries the lemmas too), else the form and its stem.
func (l *Lexicon) keys(form string) []string {
	form = normalise(form)
	if l.wn == nil && l.lang != nil {
		if stem := stemPhrase(l.lang, form); stem != form {
			return []string{form, stem}
		}
	}
	return []string{form}
}

// relateOwn looks the pair up in the data files, which overrule WordNet: words
// of one contrast set are no synonyms, listed synonyms no antonyms.
func (l *Lexicon) relateOwn(x, y *words, r *Relation) {
	synonym, antonym := false, false
	for i, a := range x.all() {
		if !l.listed(a) {
			continue
		}
		for j, b := range y.all() {
			if a == b {
				continue
			}
			synonym = synonym || l.synonyms.shares(a, b, 1)
			antonym = antonym || l.antonyms.shares(a, b, -1)
			r.NearSynonym = r.NearSynonym || l.near.shares(a, b, 1)
			r.Variant = r.Variant || l.variants.shares(a, b, 1)
			if !r.Same || i+j == 0 { // a lemma that another word shares proves nothing against one word
				synonym = l.contrast(a, b, r) || synonym
			}
		}
	}
	r.Antonym = antonym || r.Antonym && !synonym
	r.Synonym = r.Synonym || synonym
	if r.Opposed() {
		r.Same, r.Synonym, r.NearSynonym = false, false, false
		r.Variant = false
	}
	l.pivoted(x, y, r)
}

// listed reports whether a form is in any data file that relates words.
func (l *Lexicon) listed(form string) bool {
	return len(l.synonyms[form])+len(l.antonyms[form])+len(l.near[form])+len(l.variants[form])+len(l.contrasts[form]) > 0
}

// contrast looks for a set that holds both forms, and reports whether a set
// lists them as the same member.
func (l *Lexicon) contrast(a, b string, r *Relation) (same bool) {
	for _, m := range l.contrasts[a] {
		for _, n := range l.contrasts[b] {
			switch {
			case m.set != n.set:
			case m.member == n.member:
				same = true
			case m.group == n.group:
				r.NearSynonym = true
			case r.Contrast == nil:
				r.Contrast = m.set
			}
		}
	}
	return same
}

// pivoted collects the foreign words of which both are renderings.
func (l *Lexicon) pivoted(x, y *words, r *Relation) {
	for _, a := range x.all() {
		for _, m := range l.pivots[a] {
			for _, b := range y.all() {
				for _, n := range l.pivots[b] {
					if m.family == n.family && m.index != n.index && !r.hasPivot(m.family) {
						r.Pivots = append(r.Pivots, Pivot{m.family, m.family.Renderings[m.index], m.family.Renderings[n.index]})
					}
				}
			}
		}
	}
}

func (r *Relation) hasPivot(f *Family) bool {
	return slices.ContainsFunc(r.Pivots, func(p Pivot) bool { return p.Family == f })
}

// spelledAlike reports whether two forms differ only by accents, hyphens and
// spaces, or by a systematic variant. Two words that WordNet tells apart are no
// variants ("metre" and "meter" are, "sensor" and "censor" are not).
func (l *Lexicon) spelledAlike(a, b string, r *Relation) bool {
	if fold(a) == fold(b) {
		return true
	}
	for _, s := range l.variantShapes {
		if s.matches(a, b) || s.matches(b, a) {
			return r.Synonym || !l.bothWords(a, b)
		}
	}
	return false
}

func (l *Lexicon) bothWords(a, b string) bool {
	if l.wn == nil {
		return false
	}
	var x, y readings
	l.read(a, &x)
	l.read(b, &y)
	return x.n > 0 && y.n > 0
}

// oppositeShape reports whether one form is the other with a prefix such as
// "un-", or the two end in "-ful" and "-less".
func (l *Lexicon) oppositeShape(x, y *words, r *Relation) bool {
	if r.Same || r.NearSynonym {
		return false
	}
	for _, a := range x.all() {
		for _, b := range y.all() {
			for _, s := range l.antonymShapes {
				if (s.matches(a, b) || s.matches(b, a)) && (l.wn == nil || x.readings.n > 0 && y.readings.n > 0) {
					return true
				}
			}
		}
	}
	return false
}

// Excludes reports whether anything is known to exclude a word, and whether it has an
// affix that may make it the opposite of another one. [Lexicon.Relate] finds no
// opposites of two words of which neither holds; it costs more.
func (l *Lexicon) Excludes(word string) (listed, affixed bool) {
	var w words
	l.readWords(normalise(word), &w)
	for _, f := range w.all() {
		listed = listed || len(l.antonyms[f])+len(l.contrasts[f]) > 0
		for _, s := range l.antonymShapes {
			for _, affix := range [...]string{s.x, s.y} {
				affixed = affixed || affix != "" && (!s.pre && strings.HasPrefix(f, affix) || !s.post && strings.HasSuffix(f, affix))
			}
		}
	}
	for _, r := range w.readings.all() {
		for range r.Antonyms {
			listed = true
		}
	}
	return listed, affixed
}

// abbreviated reports whether one surface abbreviates the other: by the data
// files, by its initials ("WHO", "World Health Organization"), or by a cut that
// a full stop marks ("Prof.").
func (l *Lexicon) abbreviated(a, b string) bool {
	return l.abbreviations.shares(abbreviationKey(a), abbreviationKey(b), 1) ||
		l.initials(a, b) || l.initials(b, a) || cutShort(a, b) || cutShort(b, a)
}

// initials reports whether short is made of the initials of the words of long,
// with or without the small ones.
func (l *Lexicon) initials(short, long string) bool {
	short = strings.ReplaceAll(short, ".", "")
	if len(short) < 2 || strings.ToUpper(short) != short || !strings.Contains(long, " ") {
		return false
	}
	var all, capital strings.Builder
	for w := range strings.FieldsFuncSeq(long, isJoint) {
		first, _ := utf8.DecodeRuneInString(w)
		all.WriteRune(unicode.ToUpper(first))
		if unicode.IsUpper(first) {
			capital.WriteRune(first)
		}
	}
	return all.String() == short || capital.String() == short
}

// cutShort reports whether short is long with its end cut off.
func cutShort(short, long string) bool {
	stem, ok := strings.CutSuffix(short, ".")
	return ok && len(stem) >= 2 && len(long) > len(stem)+1 && strings.HasPrefix(strings.ToLower(long), strings.ToLower(stem)) &&
		!strings.ContainsAny(long, " .")
}
