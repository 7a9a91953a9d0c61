package language

// sieve tells of most words that they are not among the keys of a map. Nearly
// every look-up is of a word that the table does not hold, and asking the sieve
// costs a fraction of asking the map.
type sieve []uint64

// sieveBits is how many bits a sieve has for each key: one word in sixteen passes
// by chance.
const sieveBits = 16

// sieveOf is the sieve of the keys of a map.
func sieveOf[V any](m map[string]V) sieve {
	n := 1
	for n*64 < len(m)*sieveBits {
		n *= 2
	}
	s := make(sieve, n)
	for w := range m {
		h := blend(w)
		s[h>>6&uint32(n-1)] |= 1 << (h & 63)
	}
	return s
}

// may tells whether a word may be among the keys; false is certain.
func (s sieve) may(w string) bool {
	if len(s) == 0 {
		return false
	}
	h := blend(w)
	return s[h>>6&uint32(len(s)-1)]&(1<<(h&63)) != 0
}

// blend mixes the ends and the length of a word, in the same few steps for words
// of every length.
func blend(w string) uint32 {
	n := len(w)
	var a, b uint32
	switch {
	case n >= 4:
		a = uint32(w[0]) | uint32(w[1])<<8 | uint32(w[2])<<16 | uint32(w[3])<<24
		b = uint32(w[n-4]) | uint32(w[n-3])<<8 | uint32(w[n-2])<<16 | uint32(w[n-1])<<24
	case n > 0:
		a = uint32(w[0]) | uint32(w[n/2])<<8 | uint32(w[n-1])<<16
	}
	h := (a ^ uint32(n)<<27) * 0x9e3779b1
	h = (h ^ h>>15 ^ b) * 0x85ebca6b
	return h ^ h>>13
}
