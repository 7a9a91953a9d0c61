// Package wordnet searches a compiled copy of Princeton WordNet 3.0 in place.
//
// # Layout
//
// The table is one string, embedded in the program and never decoded as a
// whole: opening it reads a header of a few bytes. All integers are unsigned
// varints but for the two indexes, whose elements are three bytes, little
// endian.
//
//	magic "SLWN1\n"
//	lemmas, buckets, synsets, length of the lemma section
//	bucket index:  offset of each bucket in the lemma section
//	synset index:  offset of every eighth synset in the synset section
//	lemma section: buckets; a lemma is in bucket FNV-1a(text) mod buckets
//	synset section
//
// A bucket is the number of its first lemma, the count of its lemmas, and the
// lemmas: length and bytes of the text, length and bytes of the entry. An entry
// is a byte of flags (a bit for each part of speech that has senses, then
// antonyms, relatives, bases, name), for each part of speech the count of
// senses and the senses in order of frequency, each synset<<3 | log2 of its
// frequency in WordNet's tagged texts; then the lists of lemma numbers of
// antonyms and of relatives (derivations and pertainyms), and of base forms
// (part of speech, text), which is where the irregular forms of the *.exc files
// live. A synset is the count of its hypernyms and the hypernyms, the count of
// its similar adjectives and those. Synsets are numbered by falling frequency,
// so that numbers of common ones are short.
//
// A look-up hashes the word and compares the few lemmas of one bucket: about
// 100 ns, found or not, and no allocation.
package wordnet

import (
	_ "embed" // the table
	"sync"
)

//go:generate go run ../../gen -o wordnet.bin

//go:embed wordnet.bin
var embedded string

// Magic begins a table; it changes with the layout.
const Magic = "SLWN1\n"

// SynsetsPerBlock is how many synsets share one element of the synset index.
const SynsetsPerBlock = 8

// POS is a part of speech.
type POS byte

// The parts of speech of WordNet.
const (
	Noun POS = iota
	Verb
	Adjective
	Adverb
	NumPOS
)

func (p POS) String() string {
	if p < NumPOS {
		return [...]string{"noun", "verb", "adjective", "adverb"}[p]
	}
	return "unknown"
}

// Flags of an entry; the low bits are 1<<POS.
const (
	HasAntonyms = 1 << (4 + iota)
	HasRelatives
	HasBases
	IsName // written only with a capital: a name, or a word like "Monday"
)

// Hash is FNV-1a, which spreads the lemmas over the buckets.
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// Table is a compiled WordNet. It is immutable and safe for concurrent use.
type Table struct {
	lemmas, buckets, synsets int
	bucketIndex, synsetIndex string
	lemmaData, synsetData    string
}

// Open returns the embedded table. The header is read at the first call.
var Open = sync.OnceValue(func() *Table {
	t, ok := Parse(embedded)
	if !ok {
		return &Table{}
	}
	return t
})

// Parse reads the header of a table; ok is false where data is none.
func Parse(data string) (t *Table, ok bool) {
	if len(data) < len(Magic) || data[:len(Magic)] != Magic {
		return nil, false
	}
	c := cursor{data[len(Magic):]}
	t = &Table{lemmas: c.int(), buckets: c.int(), synsets: c.int()}
	size := c.int()
	t.bucketIndex = c.take(3 * t.buckets)
	t.synsetIndex = c.take(3 * ((t.synsets + SynsetsPerBlock - 1) / SynsetsPerBlock))
	t.lemmaData = c.take(size)
	t.synsetData = c.rest
	whole := len(t.bucketIndex) == 3*t.buckets && len(t.lemmaData) == size
	return t, whole && t.buckets > 0
}

// Len returns the number of lemmas and synsets.
func (t *Table) Len() (lemmas, synsets int) { return t.lemmas, t.synsets }

// Entry is what the table has on one lemma; the zero Entry is an absent one.
type Entry struct {
	Number int    // of the lemma
	Text   string // the lemma
	data   string
}

// Lookup finds a lemma: lower case, words of a phrase parted by one space.
func (t *Table) Lookup(lemma string) (Entry, bool) {
	if t.buckets == 0 || lemma == "" {
		return Entry{}, false
	}
	c := cursor{at24(t.lemmaData, t.bucketIndex, int(Hash(lemma)%uint32(t.buckets)))}
	first, n := c.int(), c.count()
	for i := range n {
		text := c.take(c.int())
		data := c.take(c.int())
		if text == lemma && data != "" {
			return Entry{first + i, text, data}, true
		}
	}
	return Entry{}, false
}

// All visits every lemma in the order of the table, which is arbitrary but
// fixed.
func (t *Table) All(yield func(Entry) bool) {
	for b := range t.buckets {
		c := cursor{at24(t.lemmaData, t.bucketIndex, b)}
		first, n := c.int(), c.count()
		for i := range n {
			text := c.take(c.int())
			if !yield(Entry{first + i, text, c.take(c.int())}) {
				return
			}
		}
	}
}

// Has reports whether the lemma has senses as p.
func (e Entry) Has(p POS) bool { return e.data != "" && e.data[0]&(1<<p) != 0 }

// Word reports whether the lemma has senses at all; an irregular form such as
// "went" has only bases.
func (e Entry) Word() bool { return e.data != "" && e.data[0]&0x0f != 0 }

// Name reports whether the lemma is written only with a capital.
func (e Entry) Name() bool { return e.data != "" && e.data[0]&IsName != 0 }

// Sense is one meaning of a lemma.
type Sense struct {
	Synset int
	POS    POS
	Rank   int // 0 for the most frequent sense of the lemma as that part of speech
	Weight int // log2 of its frequency in tagged texts, 0 to 7; 0: not seen
}

// Senses visits the senses, part by part, most frequent first.
func (e Entry) Senses(yield func(Sense) bool) {
	if e.data == "" {
		return
	}
	c := cursor{e.data[1:]}
	for p := range NumPOS {
		if e.data[0]&(1<<p) == 0 {
			continue
		}
		for rank := range c.count() {
			v := c.int()
			if !yield(Sense{v >> 3, p, rank, v & 7}) {
				return
			}
		}
	}
}

// lists returns a cursor after the senses.
func (e Entry) lists() cursor {
	c := cursor{e.data[1:]}
	for p := range NumPOS {
		if e.data[0]&(1<<p) != 0 {
			for range c.count() {
				c.int()
			}
		}
	}
	return c
}

// Antonym reports whether lemma number n is listed as an opposite.
func (e Entry) Antonym(n int) bool {
	if e.data == "" || e.data[0]&HasAntonyms == 0 {
		return false
	}
	c := e.lists()
	return c.contains(n)
}

// Antonyms visits the numbers of the lemmas listed as opposites.
func (e Entry) Antonyms(yield func(int) bool) {
	if e.data == "" || e.data[0]&HasAntonyms == 0 {
		return
	}
	c := e.lists()
	for range c.count() {
		if !yield(c.int()) {
			return
		}
	}
}

// Relative reports whether lemma number n is derived from e, or e from n.
func (e Entry) Relative(n int) bool {
	if e.data == "" || e.data[0]&HasRelatives == 0 {
		return false
	}
	c := e.lists()
	if e.data[0]&HasAntonyms != 0 {
		c.contains(-1)
	}
	return c.contains(n)
}

// Bases visits the lemmas of which e is an irregular inflection.
func (e Entry) Bases(yield func(POS, string) bool) {
	if e.data == "" || e.data[0]&HasBases == 0 {
		return
	}
	c := e.lists()
	if e.data[0]&HasAntonyms != 0 {
		c.contains(-1)
	}
	if e.data[0]&HasRelatives != 0 {
		c.contains(-1)
	}
	for range c.count() {
		p := POS(c.int())
		if !yield(p, c.take(c.int())) {
			return
		}
	}
}

// Hypernyms visits the synsets that are directly more general.
func (t *Table) Hypernyms(synset int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		c := t.synset(synset)
		for range c.count() {
			if !yield(c.int()) {
				return
			}
		}
	}
}

// Similar visits the adjective synsets that mean nearly the same.
func (t *Table) Similar(synset int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		c := t.synset(synset)
		for range c.count() {
			c.int()
		}
		for range c.count() {
			if !yield(c.int()) {
				return
			}
		}
	}
}

// synset returns a cursor at the record of a synset.
func (t *Table) synset(id int) cursor {
	if id < 0 || id >= t.synsets {
		return cursor{}
	}
	c := cursor{at24(t.synsetData, t.synsetIndex, id/SynsetsPerBlock)}
	for range id % SynsetsPerBlock {
		for range 2 {
			for range c.count() {
				c.int()
			}
		}
	}
	return c
}

// at24 returns data from the offset that element i of an index gives.
func at24(data, index string, i int) string {
	if 3*i+3 > len(index) {
		return ""
	}
	x := index[3*i : 3*i+3]
	off := int(x[0]) | int(x[1])<<8 | int(x[2])<<16
	return data[min(off, len(data)):]
}

// cursor reads a string from its start. Past the end it reads zeros, so a
// damaged table yields nothing instead of a panic.
type cursor struct{ rest string }

func (c *cursor) int() int {
	v, shift := 0, 0
	for i := range len(c.rest) {
		b := c.rest[i]
		v |= int(b&0x7f) << shift
		if b < 0x80 {
			c.rest = c.rest[i+1:]
			return v
		}
		if shift += 7; shift > 28 {
			break
		}
	}
	c.rest = ""
	return 0
}

// count reads the length of a list, none of whose elements is empty.
func (c *cursor) count() int {
	n := c.int()
	return min(n, len(c.rest))
}

func (c *cursor) take(n int) string {
	n = max(0, min(n, len(c.rest)))
	s := c.rest[:n]
	c.rest = c.rest[n:]
	return s
}

// contains reads one list to its end and reports whether n is in it.
func (c *cursor) contains(n int) bool {
	found := false
	for range c.count() {
		found = c.int() == n || found
	}
	return found
}
