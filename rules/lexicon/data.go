package lexicon

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// Kind says what the members of a contrast set are, so that rules can share the
// sets out among themselves.
type Kind string

// The kinds of contrast sets.
const (
	Outcome   Kind = "outcome"   // won, lost; survived, died
	Direction Kind = "direction" // rose, fell; north, south
	Status    Kind = "status"    // accused, charged, convicted
	Kin       Kind = "kin"       // brother, cousin
	Office    Kind = "office"    // mayor, governor
	Rank      Kind = "rank"      // sergeant, lieutenant
	Person    Kind = "person"    // man, woman; player, coach
	Sport     Kind = "sport"     // football, soccer
	Quantity  Kind = "quantity"  // all, some, none
	Polarity  Kind = "polarity"  // support, oppose; with, without
	Certainty Kind = "certainty" // will, may
	Time      Kind = "time"      // before, after; day, week
	Unit      Kind = "unit"      // miles, kilometres
	Term      Kind = "term"      // everything else
)

var kinds = []Kind{Outcome, Direction, Status, Kin, Office, Rank, Person, Sport, Quantity, Polarity, Certainty, Time, Unit, Term}

// Set is a contrast set: alternatives that exclude each other, so that one in
// the place of another is an error.
type Set struct {
	Name    string
	Kind    Kind
	Members []string // the first form of each member
}

// member is a form's place in a set. Forms of one member say the same; members
// of one group do not contrast.
type member struct {
	set           *Set
	member, group int
}

// Family is a pivot family: a foreign word whose renderings in one language are
// confused by those who translate through it.
type Family struct {
	Lang       string // of the word
	Word       string
	Renderings []Rendering
	Gloss      string // why they are confused; may be empty
}

// Rendering is one word for a foreign word.
type Rendering struct {
	Text    string
	Betrays bool // not what a native writer would choose
}

type rendering struct {
	family *Family
	index  int
}

// Error is a fault of a data file.
type Error struct {
	Path         string
	Line, Column int // from 1; columns count code points
	Problem      string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.Path, e.Line, e.Column, e.Problem)
}

type errorList []*Error

func (l *errorList) add(path string, line, column int, problem string) {
	*l = append(*l, &Error{path, line, column, problem})
}

func (l errorList) join() error {
	errs := make([]error, len(l))
	for i, e := range l {
		errs[i] = e
	}
	return errors.Join(errs...)
}

var fileKinds = [...]string{"abbreviation", "antonym", "contrast", "falsefriend", "pivot", "synonym", "variant", "word"}

// fileKind reads what a file holds from its name: kind, language, and for false
// friends the language of the source. The kind is empty where the name says
// none.
func fileKind(name string) (kind, lang, from string) {
	parts := strings.Split(path.Base(strings.ReplaceAll(name, "\\", "/")), ".")
	if len(parts) < 3 {
		return "", "", ""
	}
	kind, lang = parts[len(parts)-3], parts[len(parts)-2]
	kind = kind[strings.LastIndexByte(kind, '-')+1:]
	if !slices.Contains(fileKinds[:], kind) {
		return "", "", ""
	}
	if src, tgt, ok := strings.Cut(lang, "-"); ok {
		lang, from = tgt, src
	}
	return kind, lang, from
}

// builder adds data files to a copy of a lexicon.
type builder struct {
	lexicon *Lexicon
	path    string
	line    int
	kind    Kind // of the contrast sets that follow
	near    bool // the synonyms that follow are near ones, the shapes loose
	fresh   bool // no name can be there already
	errs    errorList
}

func newBuilder(l *Lexicon) *builder { return &builder{lexicon: l.clone()} }

// wants reports whether a file has to do with the language. Renderings of a
// pivot file are English, its name gives the foreign language.
func (b *builder) wants(kind, lang string) bool {
	if kind == "pivot" {
		return b.lexicon.tag == "en"
	}
	return kind != "" && lang == b.lexicon.tag
}

// field is a part of a line with its column.
type field struct {
	text   string
	column int
}

// fields splits a line at a separator and trims the parts.
func fields(s string, column int, sep string) (out []field) {
	for part := range strings.SplitSeq(s, sep) {
		lead := len(part) - len(strings.TrimLeft(part, " \t"))
		out = append(out, field{strings.TrimSpace(part), column + utf8.RuneCountInString(part[:lead])})
		column += utf8.RuneCountInString(part) + len(sep)
	}
	return out
}

func (b *builder) fail(column int, format string, args ...any) {
	b.errs.add(b.path, b.line, column, fmt.Sprintf(format, args...))
}

// add reads one file. Lines that do not parse are reported and left out.
func (b *builder) add(f File) errorList {
	kind, lang, from := fileKind(f.Path)
	b.path, b.line, b.kind, b.near, b.errs = f.Path, 0, Term, false, nil
	if !utf8.ValidString(f.Text) {
		b.line = 1 + strings.Count(f.Text[:invalidAt(f.Text)], "\n")
		b.fail(1, "the file is not UTF-8")
		return b.errs
	}
	for line := range strings.SplitSeq(strings.TrimPrefix(f.Text, "\ufeff"), "\n") {
		b.line++
		line, comment, _ := strings.Cut(strings.TrimRight(line, "\r"), "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		if kind == "word" {
			for w := range strings.FieldsSeq(line) {
				b.lexicon.words[normalise(w)] = true
			}
			continue
		}
		switch kind {
		case "contrast":
			b.contrast(line)
		case "pivot":
			b.pivot(lang, fields(line, 1, "|"), strings.TrimSpace(comment))
		case "falsefriend":
			b.falseFriend(from, fields(line, 1, "|"))
		default:
			b.equals(kind, line)
		}
	}
	return b.errs
}

// invalidAt is the offset of the first byte that is not UTF-8.
func invalidAt(s string) int {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd") {
			return i
		}
	}
	return len(s)
}

// contrast reads "kind: KIND" or "NAME: form/form = member | member".
func (b *builder) contrast(line string) {
	name, rest, ok := strings.Cut(line, ":")
	col := utf8.RuneCountInString(name) + 2
	name = strings.TrimSpace(name)
	if !ok || name == "" {
		b.fail(1, "want NAME: MEMBER | MEMBER, or kind: KIND")
		return
	}
	if name == "kind" {
		k := Kind(strings.TrimSpace(rest))
		if !slices.Contains(kinds, k) {
			b.fail(col, "unknown kind %q, want one of %v", k, kinds)
			return
		}
		b.kind = k
		return
	}
	set := &Set{Name: name, Kind: b.kind}
	var forms []string
	var places []member
	groups := fields(rest, col, "|")
	for g, group := range groups {
		for _, m := range fields(group.text, group.column, "=") {
			for i, form := range fields(m.text, m.column, "/") {
				if form.text == "" {
					b.fail(form.column, "empty member of contrast set %q", name)
					return
				}
				if i == 0 {
					set.Members = append(set.Members, form.text)
				}
				for _, k := range b.lexicon.keys(form.text) {
					forms = append(forms, k)
					places = append(places, member{set, len(set.Members) - 1, g})
				}
			}
		}
	}
	if len(groups) < 2 {
		b.fail(col, "contrast set %q needs two members, parted by |", name)
		return
	}
	if !b.fresh {
		b.removeSet(name)
	}
	b.lexicon.sets = append(b.lexicon.sets, set)
	for i, form := range forms {
		if !b.ambiguous(form, i, forms, places) {
			b.lexicon.contrasts[form] = append(slices.Clip(b.lexicon.contrasts[form]), places[i])
		}
	}
}

// ambiguous reports whether a stem stands for two members of a set ("hij" for
// hijo and hija): only the whole forms tell them apart then.
func (b *builder) ambiguous(form string, at int, forms []string, places []member) bool {
	if b.lexicon.wn != nil {
		return false
	}
	for i, f := range forms {
		if f == form && places[i].group != places[at].group {
			return true
		}
	}
	return false
}

// removeSet forgets an earlier set of the same name.
func (b *builder) removeSet(name string) {
	i := slices.IndexFunc(b.lexicon.sets, func(s *Set) bool { return s.Name == name })
	if i < 0 {
		return
	}
	old := b.lexicon.sets[i]
	b.lexicon.sets = slices.Delete(b.lexicon.sets, i, i+1)
	for form, list := range b.lexicon.contrasts {
		b.lexicon.contrasts[form] = without(list, func(m member) bool { return m.set == old })
	}
}

func without[T any](list []T, drop func(T) bool) []T {
	if !slices.ContainsFunc(list, drop) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), drop)
}

// pivot reads "WORD | RENDERING | RENDERING* # GLOSS".
func (b *builder) pivot(lang string, f []field, gloss string) {
	if len(f) < 3 {
		b.fail(1, "want FOREIGN WORD | RENDERING | RENDERING")
		return
	}
	fam := &Family{Lang: lang, Word: f[0].text, Gloss: gloss}
	for _, r := range f {
		if r.text == "" || r.text == "*" {
			b.fail(r.column, "empty word in a pivot family")
			return
		}
	}
	for _, r := range f[1:] {
		text, betrays := strings.CutSuffix(r.text, "*")
		fam.Renderings = append(fam.Renderings, Rendering{strings.TrimSpace(text), betrays})
	}
	l := b.lexicon
	if b.fresh {
		// nothing to replace
	} else if i := slices.IndexFunc(l.families, func(x *Family) bool { return x.Lang == lang && x.Word == fam.Word }); i >= 0 {
		old := l.families[i]
		l.families = slices.Delete(l.families, i, i+1)
		for _, r := range old.Renderings {
			k := normalise(r.Text)
			l.pivots[k] = without(l.pivots[k], func(x rendering) bool { return x.family == old })
		}
	}
	l.families = append(l.families, fam)
	for i, r := range fam.Renderings {
		k := normalise(r.Text)
		l.pivots[k] = append(slices.Clip(l.pivots[k]), rendering{fam, i})
	}
}

// equals reads a line of words that stand for each other (synonyms, variants,
// abbreviations), or against each other (antonyms: exactly two sides, each with
// forms parted by /), or two shapes with ~ for the part that is the same.
func (b *builder) equals(kind, line string) {
	if degree, ok := strings.CutPrefix(strings.TrimSpace(line), "degree:"); ok && (kind == "synonym" || kind == "variant") {
		b.degree(strings.TrimSpace(degree))
		return
	}
	f := fields(line, 1, "|")
	for _, x := range f {
		if x.text == "" {
			b.fail(x.column, "empty word")
			return
		}
	}
	if len(f) < 2 {
		b.fail(1, "want WORD | WORD")
		return
	}
	if strings.Contains(line, "~") {
		b.shape(kind, f)
		return
	}
	l := b.lexicon
	l.groups++
	if kind == "antonym" {
		if len(f) != 2 {
			b.fail(f[2].column, "want two sides only, forms of a side parted by /")
			return
		}
		for side, x := range f {
			for _, form := range fields(x.text, x.column, "/") {
				l.antonyms.put(l.keys(form.text), l.groups*(1-2*side))
			}
		}
		return
	}
	into := map[string]index{"variant": l.variants, "synonym": l.synonyms, "abbreviation": l.abbreviations}[kind]
	if kind == "synonym" && b.near {
		into = l.near
	}
	for _, x := range f {
		keys := l.keys(x.text)
		if kind == "abbreviation" {
			keys = []string{abbreviationKey(x.text)}
		}
		into.put(keys, l.groups)
	}
}

func (b *builder) degree(degree string) {
	switch degree {
	case "close", "near":
		b.near = degree == "near"
	default:
		b.fail(1, "unknown degree %q, want close or near", degree)
	}
}

func (b *builder) shape(kind string, f []field) {
	if len(f) != 2 {
		b.fail(1, "want two shapes, such as ~our | ~or")
		return
	}
	s, ok := parseShape(f[0].text, f[1].text)
	s.loose = b.near
	switch {
	case !ok:
		b.fail(f[0].column, "the two shapes must have ~ in the same places, at an end")
	case kind == "variant":
		b.lexicon.variantShapes = append(b.lexicon.variantShapes, s)
	case kind == "antonym":
		b.lexicon.antonymShapes = append(b.lexicon.antonymShapes, s)
	default:
		b.fail(f[0].column, "shapes belong into variant and antonym files")
	}
}

func (x index) put(forms []string, group int) {
	for _, form := range forms {
		x[form] = append(slices.Clip(x[form]), group)
	}
}

// shares reports whether two forms are in one group, or (sign -1) on the two
// sides of one.
func (x index) shares(a, b string, sign int) bool {
	if len(x) == 0 {
		return false
	}
	for _, g := range x[a] {
		for _, h := range x[b] {
			if g == sign*h {
				return true
			}
		}
	}
	return false
}
