// Package lexicon knows how two words or phrases of one language relate: forms
// of one word, spelling variants, abbreviations, synonyms, opposites, members
// of one contrast set (football and soccer, mayor and governor), renderings of
// one foreign word (runoff and second round, for segunda vuelta).
//
// English rests on WordNet; everything else is in data files that a user can
// add to (see [Lexicon.Extend] and data/). A rule that finds a replaced word asks
// [Lexicon.Relate] and decides from what holds: interchangeable words are no
// finding, opposed ones are, words of which nothing is known are silent.
//
// A lexicon is loaded when it is first asked for, is immutable and safe for
// concurrent use.
package lexicon

import (
	"embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon/internal/wordnet"
)

//go:embed data/*.txt
var dataFS embed.FS

// Lexicon is what is known of the words of one language.
type Lexicon struct {
	tag  string
	wn   *wordnet.Table     // nil for all languages but English
	lang *language.Language // stems its words; nil of a language without data

	sets          []*Set
	contrasts     map[string][]member    // by form
	families      []*Family              // renderings are in this language
	pivots        map[string][]rendering // by form
	heads         map[string]Seconds     // first words of the phrases of sets and families, and what follows them
	synonyms      index                  // close ones
	near          index
	variants      index
	abbreviations index
	antonyms      index
	variantShapes []shape
	antonymShapes []shape
	words         map[string]bool
	groups        int                                  // how many groups the indexes hold
	falseFriends  map[foreignWord][]FalseFriend        // of users
	friends       func() map[foreignWord][]FalseFriend // the embedded ones
}

// index maps a form to the groups of equals that it is in. A negative group is
// the other side of the positive one: antonyms are n and -n.
type index map[string][]int

// Tags are the languages that have data of their own.
var tags = [...]string{"de", "en", "es", "fr", "it", "pt"}

var lexicons = sync.OnceValue(func() map[string]func() *Lexicon {
	m := map[string]func() *Lexicon{}
	for _, tag := range tags {
		m[tag] = sync.OnceValue(func() *Lexicon { return load(tag) })
	}
	return m
})

// For returns the lexicon of a language by its BCP 47 tag, of which the base
// language counts ("pt-BR" is "pt"). A language without data has an empty
// lexicon, which still knows equal words.
func For(tag string) *Lexicon {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if f := lexicons()[base]; f != nil {
		return f()
	}
	return &Lexicon{tag: base}
}

// load reads the embedded data of a language, but for the false friends, which
// few ask for.
func load(tag string) *Lexicon {
	l := &Lexicon{tag: tag, lang: language.For(tag)}
	if tag == "en" {
		l.wn = wordnet.Open()
	}
	l.friends = sync.OnceValue(func() map[foreignWord][]FalseFriend {
		return read(&Lexicon{tag: tag}, func(kind string) bool { return kind == "falsefriend" }).falseFriends
	})
	return read(l, func(kind string) bool { return kind != "falsefriend" })
}

// read adds the embedded files of the wanted kinds. They are tested: a line that
// does not parse is left out, and no name stands twice.
func read(l *Lexicon, wanted func(kind string) bool) *Lexicon {
	b := newBuilder(l)
	b.fresh = true
	entries, err := dataFS.ReadDir("data")
	if err != nil {
		return l
	}
	for _, e := range entries {
		kind, lang, _ := fileKind(e.Name())
		if !wanted(kind) || !b.wants(kind, lang) {
			continue
		}
		if text, err := dataFS.ReadFile("data/" + e.Name()); err == nil {
			_ = b.add(File{Path: e.Name(), Text: string(text)})
		}
	}
	b.lexicon.findHeads()
	return b.lexicon
}

// File is a data file of a user. Its name says what it holds and in which
// language: contrast.en.txt, names-synonym.en.txt, pivot.es.txt (English
// renderings of Spanish words), falsefriend.es-en.txt.
type File struct {
	Path string // for messages, and for what the file holds
	Text string
}

// Extend returns a lexicon that knows what l knows and what the files add. A
// contrast set of the name of an earlier one replaces it, as does a pivot family
// of the same language and word. Files of other languages are ignored, so that
// one list of files serves all. Errors are of type [*Error], all of them joined.
func (l *Lexicon) Extend(files ...File) (*Lexicon, error) {
	b := newBuilder(l)
	var errs errorList
	for _, f := range files {
		kind, lang, _ := fileKind(f.Path)
		if kind == "" {
			errs.add(f.Path, 1, 1, "the name must end in KIND.LANGUAGE.txt, where KIND is one of "+strings.Join(fileKinds[:], ", "))
			continue
		}
		if b.wants(kind, lang) {
			errs = append(errs, b.add(f)...)
		}
	}
	if len(errs) > 0 {
		return nil, errs.join()
	}
	b.lexicon.findHeads()
	return b.lexicon, nil
}

// Tag returns the base language.
func (l *Lexicon) Tag() string { return l.tag }

// Sets returns the contrast sets in the order of their files.
func (l *Lexicon) Sets() []*Set { return slices.Clone(l.sets) }

// Families returns the pivot families whose renderings are in this language.
func (l *Lexicon) Families() []*Family { return slices.Clone(l.families) }

// clone copies what Extend may change.
func (l *Lexicon) clone() *Lexicon {
	c := *l
	c.sets, c.families = slices.Clone(l.sets), slices.Clone(l.families)
	c.contrasts, c.pivots, c.words = cloneMap(l.contrasts), cloneMap(l.pivots), cloneMap(l.words)
	c.synonyms, c.near, c.variants = cloneMap(l.synonyms), cloneMap(l.near), cloneMap(l.variants)
	c.abbreviations, c.antonyms = cloneMap(l.abbreviations), cloneMap(l.antonyms)
	c.variantShapes, c.antonymShapes = slices.Clone(l.variantShapes), slices.Clone(l.antonymShapes)
	c.falseFriends = cloneMap(l.falseFriends)
	return &c
}

func cloneMap[M ~map[K]V, K comparable, V any](m M) M {
	if m == nil {
		return M{}
	}
	return maps.Clone(m)
}
