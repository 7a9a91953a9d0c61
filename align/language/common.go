package language

import (
	_ "embed"
	"hash/fnv"
)

// commonEnglish is a Bloom filter of the stems of the words that WordNet writes
// in lower case. It is made by common/gen.
//
//go:embed common/en.bloom
var commonEnglish string

// CommonHashes is the number of bits that stand for a word.
const CommonHashes = 7

// Common tells whether a word, given in lower case, is an ordinary word of the
// language rather than only a name, in any of its forms. One name in a hundred is
// taken for a word. It is false for every word of a language without a list; at
// present only English has one.
func (l *Language) Common(word string) bool {
	if l.Tag != "en" {
		return false
	}
	a, b := CommonHash(l.Stem(word))
	n := uint32(len(commonEnglish)) * 8
	for i := range uint32(CommonHashes) {
		bit := (a + i*b) % n
		if commonEnglish[bit/8]&(1<<(bit%8)) == 0 {
			return false
		}
	}
	return true
}

// CommonHash is the two hashes from which the bits of a stem follow.
func CommonHash(stem string) (a, b uint32) {
	h := fnv.New64a()
	h.Write([]byte(stem))
	v := h.Sum64()
	return uint32(v), uint32(v>>32) | 1
}
