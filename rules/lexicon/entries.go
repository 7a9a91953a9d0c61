package lexicon

import "github.com/sourcelint/sourcelint/rules/lexicon/internal/wordnet"

// How far down the senses of a word, most frequent first, a relation still
// counts. WordNet splits finely: what two words share only in rare senses is no
// reason to exchange them.
const (
	closeRanks = 5  // the two ranks together, for a synonym
	closeRank  = 4  // each
	nearRank   = 9  // each, for a near synonym
	kindRank   = 1  // each, for hypernyms and sisters
	maxSenses  = 24 // that are looked at
)

// senses is the beginning of the sense lists of a form's readings.
type senses struct {
	list [maxSenses]wordnet.Sense
	n    int
}

func (s *senses) read(r *readings) {
	for _, x := range r.all() {
		for sense := range x.Senses {
			if x.pos&(1<<sense.POS) == 0 || sense.Rank > nearRank {
				continue
			}
			if s.n == maxSenses {
				return
			}
			s.list[s.n] = sense
			s.n++
		}
	}
}

func (s *senses) all() []wordnet.Sense { return s.list[:s.n] }

// relateEntries relates two forms by WordNet alone.
func (l *Lexicon) relateEntries(x, y *readings, r *Relation) {
	for _, a := range x.all() {
		for _, b := range y.all() {
			if a.Number == b.Number {
				r.Same = r.Same || a.pos&b.pos != 0
				r.Derived = r.Derived || a.pos&b.pos == 0
				continue
			}
			r.Derived = r.Derived || a.Relative(b.Number) || b.Relative(a.Number)
			r.Antonym = r.Antonym || a.Antonym(b.Number) || b.Antonym(a.Number)
		}
	}
	if r.Same {
		return
	}
	var sx, sy senses
	sx.read(x)
	sy.read(y)
	for _, a := range sx.all() {
		for _, b := range sy.all() {
			if a.Synset != b.Synset {
				continue
			}
			r.NearSynonym = true
			if a.Rank <= closeRank && b.Rank <= closeRank && a.Rank+b.Rank <= closeRanks {
				r.Synonym = true
			}
		}
	}
	if !r.Synonym {
		l.relateKinds(&sx, &sy, r)
	}
}

// relateKinds looks one and two steps up from the frequent senses.
func (l *Lexicon) relateKinds(x, y *senses, r *Relation) {
	var up, over [3 * maxSenses]wordnet.Sense
	ups, overs := l.above(x, up[:0]), l.above(y, over[:0])
	for _, a := range ups {
		for _, b := range overs {
			r.Sister = r.Sister || a.Synset == b.Synset && a.Rank == 0 && b.Rank == 0
		}
	}
	r.Hypernym = meets(ups, y) || meets(overs, x)
	for _, a := range x.all() {
		if a.POS == wordnet.Adjective && a.Rank <= kindRank {
			for s := range l.wn.Similar(a.Synset) {
				for _, b := range y.all() {
					r.NearSynonym = r.NearSynonym || b.Synset == s
				}
			}
		}
	}
}

// above appends the hypernyms of the frequent senses, whose Rank is 0 for a
// direct one and 1 for the one above it.
func (l *Lexicon) above(s *senses, out []wordnet.Sense) []wordnet.Sense {
	for _, a := range s.all() {
		if a.Rank > kindRank || a.POS > wordnet.Verb {
			continue
		}
		for h := range l.wn.Hypernyms(a.Synset) {
			out = append(out, wordnet.Sense{Synset: h, POS: a.POS})
			for hh := range l.wn.Hypernyms(h) {
				out = append(out, wordnet.Sense{Synset: hh, POS: a.POS, Rank: 1})
			}
		}
	}
	return out
}

func meets(ups []wordnet.Sense, s *senses) bool {
	for _, a := range ups {
		for _, b := range s.all() {
			if a.Synset == b.Synset && b.Rank <= kindRank {
				return true
			}
		}
	}
	return false
}
