package fact

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/language"
)

// Member is an entity of one of several sheets.
type Member struct{ Sheet, Entity int }

// Links tells which entities of several articles are one.
type Links struct {
	Groups [][]Member // each sorted by sheet and entity
	Of     [][]int    // Of[sheet][entity] is its group
	// Variants are pairs of groups, the first below the second, whose names look
	// like one name in two spellings: Bern and Berne.
	Variants [][2]int
}

// Link links the people, places and bodies of the articles of a story. Full names
// come first, then bare family names and acronyms, which go to the full name that
// carries them where there is but one. Candidates come from indices of names,
// never from all pairs, so the cost grows with the number of entities. All sheets
// should be of one language.
func Link(sheets []*Sheet) *Links {
	k := &linkage{
		out: &Links{Of: make([][]int, len(sheets))}, sheets: sheets,
		byKey: map[string]int{}, byFamily: map[string][]int{}, byInitials: map[string][]int{},
	}
	for i, s := range sheets {
		k.out.Of[i] = make([]int, len(s.Entities))
		for e := range s.Entities {
			k.out.Of[i][e] = -1
		}
	}
	for _, full := range []bool{true, false} {
		for i, s := range sheets {
			for e := range s.Entities {
				if len(s.Entities[e].Name) > 1 == full {
					k.add(Member{i, e}, full)
				}
			}
		}
	}
	for _, g := range k.out.Groups {
		slices.SortFunc(g, func(a, b Member) int {
			return cmp.Or(cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Entity, b.Entity))
		})
	}
	k.variants()
	return k.out
}

// linkage is the state of Link.
type linkage struct {
	out        *Links
	sheets     []*Sheet
	byKey      map[string]int
	byFamily   map[string][]int
	byInitials map[string][]int
}

func (k *linkage) entity(m Member) *Entity { return &k.sheets[m.Sheet].Entities[m.Entity] }

// first is the entity that opened a group.
func (k *linkage) first(g int) *Entity { return k.entity(k.out.Groups[g][0]) }

func (k *linkage) language(m Member) *language.Language {
	return language.For(k.sheets[m.Sheet].Article.Lang)
}

// add puts an entity into the group of its name, or a new one.
func (k *linkage) add(m Member, full bool) {
	e := k.entity(m)
	words := foldAll(e.Name)
	l := k.language(m)
	key := strings.Join(words, " ")
	if code := territory(l, words); code != "" {
		key = "\x01" + code
	}
	if e.Demonym {
		key = "\x02" + strings.TrimSuffix(key, "s")
	}
	g := -1
	if have, ok := k.byKey[key]; ok {
		g = have
	} else if content := contentKey(words); content != "" && !e.Demonym {
		if have, ok := k.byKey[content]; ok {
			g = have
		}
	}
	if g < 0 && full {
		g = k.fullName(l, e, words)
	}
	if g < 0 && !full && !e.Demonym && key[0] != 1 {
		g = k.bareName(e, words[0])
	}
	if g < 0 {
		g = len(k.out.Groups)
		k.out.Groups = append(k.out.Groups, nil)
		if full {
			f := family(words)
			k.byFamily[f] = append(k.byFamily[f], g)
			for _, in := range initials(words) {
				k.byInitials[in] = append(k.byInitials[in], g)
			}
		}
	}
	k.byKey[key] = g
	if content := contentKey(words); content != "" && full {
		if _, ok := k.byKey[content]; !ok {
			k.byKey[content] = g
		}
	}
	k.out.Groups[g] = append(k.out.Groups[g], m)
	k.out.Of[m.Sheet][m.Entity] = g
}

// fullName finds the group of a full name among those of its family name.
func (k *linkage) fullName(l *language.Language, e *Entity, words []string) int {
	for _, g := range k.byFamily[family(words)] {
		f := k.first(g)
		if compatible(e.Kind, f.Kind) && (sameWords(words, foldAll(f.Name)) == SameName || variant(l, words, foldAll(f.Name)) == SameName) {
			return g
		}
	}
	return -1
}

// bareName finds the group of a family name or an acronym, where there is but one.
func (k *linkage) bareName(e *Entity, word string) int {
	if isAcronym(e.Name[0]) {
		if gs := k.byInitials[strings.ReplaceAll(word, ".", "")]; len(gs) == 1 {
			return gs[0]
		}
		return -1
	}
	g := -1
	for _, have := range k.byFamily[word] {
		if f := k.first(have); f.Kind != Person || e.Kind != Person && e.Kind != Thing {
			continue
		}
		if g >= 0 {
			return -1
		}
		g = have
	}
	return g
}

// compatible tells whether two kinds can be of one entity.
func compatible(a, b EntityKind) bool { return a == b || a == Thing || b == Thing }

// initials are the acronyms that a name can have.
func initials(words []string) []string {
	if len(words) < 2 {
		return nil
	}
	var with, without []byte
	for _, w := range words {
		if w == "" || w == "&" {
			continue
		}
		with = append(with, w[0])
		if !smallWord(w) {
			without = append(without, w[0])
		}
	}
	out := []string{string(with)}
	if len(without) != len(with) {
		out = append(out, string(without))
	}
	if n := len(without); n > 4 {
		out = append(out, string(without[n-4:])) // CMAG: the first word or two left out
	}
	if n := len(without); n > 3 {
		out = append(out, string(without[:n-1])) // CDC: the last one left out
	}
	return out
}

// variants finds groups with names in two spellings: candidates share a word, or
// the consonants of their only one, or initials around an ampersand.
func (k *linkage) variants() {
	const crowd = 24 // a word in more names than this says nothing
	buckets := map[string][]int{}
	var order []string
	put := func(key string, g int) {
		if len(buckets[key]) == 0 {
			order = append(order, key)
		}
		if b := buckets[key]; len(b) == 0 || b[len(b)-1] != g {
			buckets[key] = append(b, g)
		}
	}
	for g := range k.out.Groups {
		e := k.first(g)
		if e.Demonym {
			continue
		}
		words := foldAll(e.Name)
		if k := initialsKey(words[0]); k != "" {
			put("\x01"+k, g)
		}
		if len(words) == 1 {
			put("\x00"+skeleton(words[0]), g)
			continue
		}
		for _, w := range words {
			if len(w) > 2 {
				put(w, g)
			}
		}
	}
	seen := map[[2]int]bool{}
	for _, key := range order {
		gs := buckets[key]
		if len(gs) > crowd {
			continue
		}
		for i, a := range gs {
			for _, b := range gs[i+1:] {
				pair := [2]int{min(a, b), max(a, b)}
				x, y := k.first(pair[0]), k.first(pair[1])
				if seen[pair] || pair[0] == pair[1] || !compatible(x.Kind, y.Kind) {
					continue
				}
				seen[pair] = true
				if CompareNames(k.language(k.out.Groups[a][0]), x, y) == VariantName {
					k.out.Variants = append(k.out.Variants, pair)
				}
			}
		}
	}
	slices.SortFunc(k.out.Variants, func(a, b [2]int) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
}
