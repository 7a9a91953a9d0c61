package main

import (
	"cmp"
	"fmt"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/sourcelint/sourcelint/rules/lexicon/internal/wordnet"
)

// database is WordNet as it will be stored.
type database struct {
	lemmas  map[string]*lemma
	synsets []*synset // in the order of their final numbers
}

type lemma struct {
	text      string
	senses    [wordnet.NumPOS][]sense
	antonyms  map[string]bool
	relatives map[string]bool
	bases     []base
	common    bool // written without a capital somewhere
}

type sense struct {
	synset *synset
	count  int
}

type base struct {
	pos  wordnet.POS
	text string
}

type synsetKey struct {
	pos    wordnet.POS
	offset string
}

type synset struct {
	key       synsetKey
	number    int
	count     int // frequency of its most frequent member
	words     []string
	hypernyms []*synset
	similar   []*synset
	pointers  []pointer
	taxonomy  bool // of animals or plants
	instance  bool // one person, place or thing
	skip      bool // all of its members are left out
}

// pointer is a relation of WordNet before its target is resolved. A source or
// target word of 0 means the whole synset.
type pointer struct {
	symbol         string
	target         synsetKey
	source, toWord int
}

var files = [wordnet.NumPOS]string{"noun", "verb", "adj", "adv"}

// lexicographer files 05 and 20 hold animals and plants: their capitalised
// members are scientific names.
var taxonomies = []string{"05", "20"}

func read(dir string) (*database, error) {
	counts, err := readCounts(filepath.Join(dir, "cntlist.rev"))
	if err != nil {
		return nil, err
	}
	db := &database{lemmas: map[string]*lemma{}}
	synsets := map[synsetKey]*synset{}
	for pos := range wordnet.NumPOS {
		if err := readSynsets(dir, pos, synsets); err != nil {
			return nil, err
		}
	}
	for pos := range wordnet.NumPOS {
		if err := db.readIndex(dir, pos, synsets, counts); err != nil {
			return nil, err
		}
	}
	if err := resolve(db, synsets); err != nil {
		return nil, err
	}
	for pos := range wordnet.NumPOS {
		if err := db.readExceptions(dir, pos); err != nil {
			return nil, err
		}
	}
	return db, nil
}

// lines calls f with the fields of each line that is not of the licence.
func lines(path string, f func(line string, fields []string) error) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "  ") {
			continue
		}
		if err := f(line, strings.Fields(line)); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return nil
}

// countKey names a sense: lemma, part of speech, and its place from 1.
type countKey struct {
	lemma string
	pos   wordnet.POS
	place int
}

func readCounts(path string) (map[countKey]int, error) {
	counts := map[countKey]int{}
	err := lines(path, func(_ string, f []string) error {
		lemma, rest, ok := strings.Cut(f[0], "%")
		if !ok || len(f) != 3 {
			return fmt.Errorf("want sense key, sense number, count")
		}
		pos, ok := map[byte]wordnet.POS{'1': wordnet.Noun, '2': wordnet.Verb, '3': wordnet.Adjective,
			'4': wordnet.Adverb, '5': wordnet.Adjective}[rest[0]]
		place, err1 := strconv.Atoi(f[1])
		n, err2 := strconv.Atoi(f[2])
		if !ok {
			return fmt.Errorf("unknown kind of synset %q", rest[0])
		}
		counts[countKey{text(lemma), pos, place}] = n
		return cmp.Or(err1, err2)
	})
	return counts, err
}

// text is a word of the database as people write it, in lower case.
func text(word string) string {
	if i := strings.IndexByte(word, '('); i > 0 {
		word = word[:i] // the syntactic marker of an adjective, "(p)"
	}
	return strings.ToLower(strings.ReplaceAll(word, "_", " "))
}

func pos(letter string) (wordnet.POS, error) {
	if i := strings.Index("nvarsr", letter); i >= 0 && len(letter) == 1 {
		return map[byte]wordnet.POS{'n': wordnet.Noun, 'v': wordnet.Verb, 'a': wordnet.Adjective,
			's': wordnet.Adjective, 'r': wordnet.Adverb}[letter[0]], nil
	}
	return 0, fmt.Errorf("unknown part of speech %q", letter)
}

func readSynsets(dir string, p wordnet.POS, into map[synsetKey]*synset) error {
	return lines(filepath.Join(dir, "data."+files[p]), func(line string, _ []string) error {
		line, _, _ = strings.Cut(line, " | ")
		f := strings.Fields(line)
		s := &synset{key: synsetKey{p, f[0]}}
		n, err := strconv.ParseInt(f[3], 16, 32)
		if err != nil {
			return err
		}
		rest := f[4:]
		for range n {
			s.words = append(s.words, rest[0])
			rest = rest[2:]
		}
		s.taxonomy = slices.Contains(taxonomies, f[1])
		np, err := strconv.Atoi(rest[0])
		if err != nil {
			return err
		}
		rest = rest[1:]
		for range np {
			to, err1 := pos(rest[2])
			words, err2 := strconv.ParseUint(rest[3], 16, 32)
			if err := cmp.Or(err1, err2); err != nil {
				return err
			}
			s.pointers = append(s.pointers, pointer{rest[0], synsetKey{to, rest[1]}, int(words >> 8), int(words & 0xff)})
			s.instance = s.instance || rest[0] == "@i"
			rest = rest[4:]
		}
		s.skip = !slices.ContainsFunc(s.words, func(w string) bool { return !s.omits(w) })
		into[s.key] = s
		return nil
	})
}

// isCommon reports whether a word is written without a capital.
func isCommon(word string) bool {
	return !strings.ContainsFunc(word, unicode.IsUpper)
}

func (db *database) readIndex(dir string, p wordnet.POS, synsets map[synsetKey]*synset, counts map[countKey]int) error {
	return lines(filepath.Join(dir, "index."+files[p]), func(_ string, f []string) error {
		n, err := strconv.Atoi(f[2])
		if err != nil {
			return err
		}
		word := text(f[0])
		for i, offset := range f[len(f)-n:] {
			s := synsets[synsetKey{p, offset}]
			if s == nil {
				return fmt.Errorf("%s: no synset %s", f[0], offset)
			}
			form := s.form(word)
			if s.skip || s.omits(form) {
				continue
			}
			l := db.lemma(word)
			c := counts[countKey{word, p, i + 1}]
			l.senses[p] = append(l.senses[p], sense{s, c})
			l.common = l.common || isCommon(form)
			s.count = max(s.count, c)
		}
		return nil
	})
}

// form is the member of s that is word, as the database writes it.
func (s *synset) form(word string) string {
	for _, w := range s.words {
		if text(w) == word {
			return w
		}
	}
	return word
}

// omits reports whether a member is left out: a scientific name, the name of a
// species in several words, or a person, place or work in several words.
func (s *synset) omits(form string) bool {
	phrase := strings.Contains(form, "_")
	return s.taxonomy && (phrase || !isCommon(form)) || s.instance && phrase
}

func (db *database) lemma(word string) *lemma {
	l := db.lemmas[word]
	if l == nil {
		l = &lemma{text: word, antonyms: map[string]bool{}, relatives: map[string]bool{}}
		db.lemmas[word] = l
	}
	return l
}

// resolve numbers the synsets that are in use, most frequent first, and turns
// pointers into relations.
func resolve(db *database, synsets map[synsetKey]*synset) error {
	for _, s := range synsets {
		if !s.skip {
			db.synsets = append(db.synsets, s)
		}
	}
	slices.SortFunc(db.synsets, func(a, b *synset) int {
		return cmp.Or(b.count-a.count, cmp.Compare(a.key.pos, b.key.pos), cmp.Compare(a.key.offset, b.key.offset))
	})
	for i, s := range db.synsets {
		s.number = i
	}
	for _, s := range db.synsets {
		for _, p := range s.pointers {
			to := synsets[p.target]
			if to == nil {
				return fmt.Errorf("synset %s: no synset %v", s.key.offset, p.target)
			}
			if !to.skip {
				db.relate(s, to, p)
			}
		}
	}
	return nil
}

func (db *database) relate(s, to *synset, p pointer) {
	switch p.symbol {
	case "@":
		s.hypernyms = append(s.hypernyms, to)
		return
	case "&", "$": // similar adjectives, groups of verb senses
		s.similar = append(s.similar, to)
		return
	case "!", "+", "\\", "<":
	default:
		return
	}
	if p.source == 0 || p.toWord == 0 {
		return
	}
	from, target := db.lemmas[text(s.words[p.source-1])], text(to.words[p.toWord-1])
	if from == nil || db.lemmas[target] == nil || from.text == target {
		return
	}
	if p.symbol == "!" {
		from.antonyms[target] = true
	} else {
		from.relatives[target] = true
	}
}

// readExceptions reads irregular inflections: "went go".
func (db *database) readExceptions(dir string, p wordnet.POS) error {
	return lines(filepath.Join(dir, files[p]+".exc"), func(_ string, f []string) error {
		for _, b := range f[1:] {
			if form, b := text(f[0]), text(b); form != b && db.lemmas[b] != nil {
				l := db.lemma(form)
				l.bases = append(l.bases, base{p, b})
			}
		}
		return nil
	})
}

// weight is the class of a frequency that the table keeps, 0 to 7.
func weight(count int) int { return min(bits.Len(uint(count)), 7) }
