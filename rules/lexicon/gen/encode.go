package main

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"

	"github.com/sourcelint/sourcelint/rules/lexicon/internal/wordnet"
)

// lemmasPerBucket balances the size of the index against the length of a
// search.
const lemmasPerBucket = 6

// encode writes the layout that package wordnet documents. The same database
// gives the same bytes.
func encode(db *database) []byte {
	nb := (len(db.lemmas) + lemmasPerBucket - 1) / lemmasPerBucket
	buckets := make([][]*lemma, nb)
	for _, l := range db.lemmas {
		b := wordnet.Hash(l.text) % uint32(nb)
		buckets[b] = append(buckets[b], l)
	}
	numbers := make(map[string]int, len(db.lemmas))
	for _, b := range buckets {
		slices.SortFunc(b, func(x, y *lemma) int { return cmp.Compare(x.text, y.text) })
		for _, l := range b {
			numbers[l.text] = len(numbers)
		}
	}
	var index, lemmas []byte
	first := 0
	for _, b := range buckets {
		index = append24(index, len(lemmas))
		lemmas = appendInts(lemmas, first, len(b))
		first += len(b)
		for _, l := range b {
			lemmas = appendText(lemmas, l.text)
			lemmas = appendText(lemmas, string(entry(l, numbers)))
		}
	}
	var synsetIndex, synsets []byte
	for i, s := range db.synsets {
		if i%wordnet.SynsetsPerBlock == 0 {
			synsetIndex = append24(synsetIndex, len(synsets))
		}
		for _, list := range [][]*synset{s.hypernyms, s.similar} {
			synsets = appendInts(synsets, len(list))
			for _, x := range list {
				synsets = appendInts(synsets, x.number)
			}
		}
	}
	out := appendInts([]byte(wordnet.Magic), len(db.lemmas), nb, len(db.synsets), len(lemmas))
	return slices.Concat(out, index, synsetIndex, lemmas, synsets)
}

func entry(l *lemma, numbers map[string]int) []byte {
	out := []byte{0}
	for p, senses := range l.senses {
		if len(senses) == 0 {
			continue
		}
		out[0] |= 1 << p
		out = appendInts(out, len(senses))
		for _, s := range senses {
			out = appendInts(out, s.synset.number<<3|weight(s.count))
		}
	}
	for flag, list := range [...]map[string]bool{l.antonyms, l.relatives} {
		if len(list) == 0 {
			continue
		}
		out[0] |= wordnet.HasAntonyms << flag
		out = appendInts(out, len(list))
		for _, word := range slices.Sorted(maps.Keys(list)) {
			out = appendInts(out, numbers[word])
		}
	}
	if len(l.bases) > 0 {
		out[0] |= wordnet.HasBases
		out = appendInts(out, len(l.bases))
		for _, b := range l.bases {
			out = appendInts(out, int(b.pos))
			out = appendText(out, b.text)
		}
	}
	if out[0]&0x0f != 0 && !l.common {
		out[0] |= wordnet.IsName
	}
	return out
}

func appendInts(b []byte, v ...int) []byte {
	for _, x := range v {
		b = binary.AppendUvarint(b, uint64(x))
	}
	return b
}

func appendText(b []byte, s string) []byte {
	return append(appendInts(b, len(s)), s...)
}

func append24(b []byte, v int) []byte {
	return append(b, byte(v), byte(v>>8), byte(v>>16))
}
