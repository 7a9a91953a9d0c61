package language

import (
	"hash/maphash"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/spanish"
)

// stems remembers the stems of the last words seen: each word has one place,
// which the next word of the same hash takes over. So the memory is bounded,
// and a hit neither locks nor allocates.
type stems struct {
	once  sync.Once
	seed  maphash.Seed
	slots []atomic.Pointer[stem]
}

type stem struct{ word, stem string }

// stemSlots is some ten times the different words of a long article.
const stemSlots = 1 << 14

// Stem is the Snowball stem of a word in lower case, the word itself where the
// language has no stemmer. A closing 's is cut off.
func (l *Language) Stem(word string) string {
	s := &l.stems
	s.once.Do(func() {
		s.seed = maphash.MakeSeed()
		s.slots = make([]atomic.Pointer[stem], stemSlots)
	})
	slot := &s.slots[maphash.String(s.seed, word)%stemSlots]
	if p := slot.Load(); p != nil && p.word == word {
		return p.stem
	}
	p := &stem{word, snowball(l.Tag, word)}
	slot.Store(p)
	return p.stem
}

// snowball stems one word. Words beyond any dictionary's longest are left
// alone: the algorithms' cost is not linear.
func snowball(tag, word string) string {
	if len(word) > 64 {
		return word
	}
	var f func(*snowballstem.Env) bool
	switch tag {
	case "en":
		f = english.Stem
	case "de":
		f = german.Stem
	case "es":
		f = spanish.Stem
	case "fr":
		f = french.Stem
	case "it":
		f = italian.Stem
	case "pt":
		f = portuguese.Stem
	default:
		return word
	}
	env := snowballstem.NewEnv(word)
	f(env)
	if s := env.Current(); s != "" {
		return s
	}
	return word
}
