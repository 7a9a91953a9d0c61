package fact

import (
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/language"
)

// How mentions become entities. Full names come first: mentions with the same
// words are one entity, so are those that differ by a middle initial or a
// suffix. A bare family or given name goes to the full name that carries it;
// of several (two brothers) to the one that a title or the passage points to,
// else to the one named most. An acronym goes to the name whose initials it
// gives. Everything else is an entity of its own.

// maxBearers bounds how many persons of one family name a name is compared with.
const maxBearers = 50

// linker links the mentions of one article.
type linker struct {
	*text
	found    []mention
	entity   []int // of each mention
	entities []Entity
	keys     [][]string // lower-case words of each entity's fullest name
	class    []language.Class
	byKey    map[string]int   // entity by its joined lower-case words
	byFamily map[string][]int // persons and unknown entities of several words, by last word
	byGiven  map[string][]int // the same, by first word
	initials map[string]int   // entity by the acronyms its name can have
	named    []int            // mentions of each entity in full
	score    []kindScore
}

// kindScore is the evidence for each kind of entity.
type kindScore struct {
	person, place, org int16
	article            bool // "the" was counted
}

// link makes entities of the mentions.
func link(t *text, found []mention) *linker {
	l := &linker{
		text: t, found: found, entity: make([]int, len(found)),
		initials: map[string]int{}, byKey: map[string]int{}, byFamily: map[string][]int{}, byGiven: map[string][]int{},
	}
	for i := range found {
		l.entity[i] = -1
		if l.full(&found[i]) {
			l.entity[i] = l.place(&found[i])
			l.named[l.entity[i]]++
		}
	}
	for i := range found {
		if l.entity[i] < 0 {
			l.entity[i] = l.resolve(i)
		}
	}
	l.weigh()
	return l
}

// full tells whether a mention stands for itself: several words, not only an
// initial and a family name.
func (l *linker) full(m *mention) bool { return len(m.keys) > 1 }

// place returns the entity of a full mention, a new one where none fits.
func (l *linker) place(m *mention) int {
	key := strings.Join(m.keys, " ")
	if e, ok := l.byKey[key]; ok {
		return e
	}
	last := family(m.keys)
	if m.class&(language.OrganisationWord|language.PlaceWord) == 0 || m.titled {
		for _, e := range l.byFamily[last][:min(len(l.byFamily[last]), maxBearers)] {
			if sameWords(l.keys[e], m.keys) == SameName || tail(l.keys[e], m.keys) {
				l.byKey[key] = e
				if longer(m.keys, l.keys[e]) {
					l.keys[e], l.entities[e].Name = m.keys, m.words
				}
				return e
			}
		}
	}
	if sorted := contentKey(m.keys); sorted != "" {
		if e, ok := l.byKey[sorted]; ok {
			l.byKey[key] = e
			return e
		}
		e := l.create(m, key)
		l.byKey[sorted] = e
		return e
	}
	return l.create(m, key)
}

// tail tells whether one of two names is the other without its first words, of
// which two are left: Katie Packer Gage, Packer Gage.
func tail(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	return len(b) >= 2 && len(a) > len(b) && slices.Equal(a[len(a)-len(b):], b)
}

// contentKey makes "department of justice" and "justice department" one key; it
// is empty for names that no such turn is made of.
func contentKey(keys []string) string {
	if len(keys) < 2 || len(keys) > 6 {
		return ""
	}
	var words []string
	for _, k := range keys {
		if k != "&" && !smallWord(k) {
			words = append(words, k)
		}
	}
	if len(words) < 2 {
		return ""
	}
	slices.Sort(words)
	return "\x00" + strings.Join(words, " ")
}

// longer tells whether a is the fuller form of a name.
func longer(a, b []string) bool {
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return len(strings.Join(a, "")) > len(strings.Join(b, ""))
}

// create makes an entity of a mention.
func (l *linker) create(m *mention, key string) int {
	e := len(l.entities)
	l.entities = append(l.entities, Entity{Name: m.words, Demonym: m.demonym})
	l.keys = append(l.keys, m.keys)
	l.class = append(l.class, m.class)
	l.named = append(l.named, 0)
	for _, in := range initials(m.keys) {
		if _, ok := l.initials[in]; !ok {
			l.initials[in] = e
		}
	}
	l.byKey[key] = e
	if len(m.keys) > 1 && (m.class&(language.OrganisationWord|language.PlaceWord) == 0 || m.titled || m.class&language.GivenName != 0) {
		f := family(m.keys)
		l.byFamily[f] = append(l.byFamily[f], e)
		l.byGiven[m.keys[0]] = append(l.byGiven[m.keys[0]], e)
	}
	return e
}

// family is the family name of a full name: the last word that is no suffix.
func family(keys []string) string {
	for i := len(keys) - 1; i > 0; i-- {
		switch strings.TrimSuffix(keys[i], ".") {
		case "jr", "sr", "ii", "iii", "iv":
			continue
		}
		return keys[i]
	}
	return keys[0]
}

// resolve returns the entity of a mention of one word.
func (l *linker) resolve(i int) int {
	m := &l.found[i]
	key := m.keys[0]
	if !m.demonym && (m.class&language.TerritoryWord == 0 || m.titled) {
		if e := l.choose(i, l.byFamily[key]); e >= 0 {
			return e
		}
		if !m.titled {
			if e := l.choose(i, l.byGiven[key]); e >= 0 && l.personLike(e) {
				return e
			}
		}
	}
	if e, ok := l.byKey[key]; ok {
		return e
	}
	if m.acronym {
		if e := l.acronym(key); e >= 0 {
			l.byKey[key] = e
			return e
		}
	}
	// German genitive: "Merkels".
	if n := len(key) - 1; l.art.Lang == "de" && n > 2 && key[n] == 's' {
		if e := l.choose(i, l.byFamily[key[:n]]); e >= 0 {
			return e
		}
	}
	if m.demonym {
		// Russian and Russians are one.
		if e, ok := l.byKey[strings.TrimSuffix(key, "s")]; ok {
			return e
		}
		if e, ok := l.byKey[key+"s"]; ok {
			return e
		}
	}
	return l.create(m, key)
}

// personLike tells whether an entity's name reads like a person's.
func (l *linker) personLike(e int) bool {
	return l.class[e]&language.GivenName != 0 || l.class[e]&(language.OrganisationWord|language.PlaceWord|language.DemonymWord) == 0 && len(l.keys[e]) == 2
}

// choose picks among the bearers of a name the one that mention i means.
func (l *linker) choose(i int, bearers []int) int {
	if len(bearers) == 0 {
		return -1
	}
	if len(bearers) == 1 {
		return bearers[0]
	}
	want := l.titleGender(&l.found[i])
	best, most := -1, -1
	for _, e := range bearers[:min(len(bearers), maxBearers)] {
		g := l.nameGender(e)
		if want != UnknownGender && g != UnknownGender && g != want {
			continue
		}
		if l.named[e] > most {
			best, most = e, l.named[e]
		}
	}
	return best
}

// titleGender is the gender that the titles before a mention give.
func (l *linker) titleGender(m *mention) Gender {
	for k := m.lead; k < m.first; k++ {
		switch {
		case l.is(int(m.sent), int(k), language.FemaleTitle):
			return Female
		case l.is(int(m.sent), int(k), language.MaleTitle):
			return Male
		}
	}
	return UnknownGender
}

// nameGender is the gender of an entity's given name.
func (l *linker) nameGender(e int) Gender {
	if len(l.keys[e]) == 0 {
		return UnknownGender
	}
	switch c := l.givenClass(l.keys[e][0]); {
	case c&language.MaleName != 0 && c&language.FemaleName == 0:
		return Male
	case c&language.FemaleName != 0 && c&language.MaleName == 0:
		return Female
	}
	return UnknownGender
}

// acronym is the entity whose initials, or the last of them, an acronym gives.
func (l *linker) acronym(key string) int {
	key = strings.ReplaceAll(key, ".", "")
	if e, ok := l.initials[key]; ok && len(key) > 1 {
		return e
	}
	return -1
}

// acronymOf tells whether letters are the initials of a name, which may begin
// with a word or two that the acronym leaves out.
func acronymOf(letters string, keys []string) bool {
	if len(letters) < 2 || len(keys) < len(letters) {
		return false
	}
	// Once with the small words, once without.
	var with, without []byte
	for _, k := range keys {
		if k == "" || k == "&" {
			continue
		}
		with = append(with, k[0])
		if !smallWord(k) {
			without = append(without, k[0])
		}
	}
	if string(with) == letters || string(without) == letters {
		return true
	}
	return len(letters) >= 4 && strings.HasSuffix(string(without), letters)
}

// weigh decides the kind of every entity by the passages that name it.
func (l *linker) weigh() {
	l.score = make([]kindScore, len(l.entities))
	for i := range l.found {
		m := &l.found[i]
		e := l.entity[i]
		l.entities[e].Mentions = append(l.entities[e].Mentions, i)
		l.weighMention(m, &l.score[e])
	}
	for e := range l.entities {
		l.weighName(e)
		sc := l.score[e]
		switch {
		case l.entities[e].Demonym:
		case sc.person > sc.place && sc.person > sc.org && sc.person >= 2:
			l.entities[e].Kind = Person
		case sc.place > sc.org && sc.place >= 2:
			l.entities[e].Kind = Place
		case sc.org >= 2:
			l.entities[e].Kind = Organisation
		}
	}
}

// weighMention adds what the words around a mention say.
func (l *linker) weighMention(m *mention, sc *kindScore) {
	s, first, last := int(m.sent), int(m.first), int(m.last)
	if m.titled {
		sc.person += 4
	}
	if m.lead > 0 {
		if l.is(s, int(m.lead)-1, language.Locative) {
			sc.place++
		}
		if l.is(s, int(m.lead)-1, language.RoleWord) && l.looks(s, int(m.lead)-1) == small {
			sc.person += 2
		}
	}
	if m.article && !sc.article {
		sc.article = true
		sc.org++
		sc.person--
	}
	after := last
	if l.mark(s, after) == "’" || l.mark(s, after) == "'" {
		after++
	}
	if l.is(s, after, language.SayVerb) && !m.possessive {
		sc.person++
	}
	if l.is(s, first-1, language.SayVerb) && l.is(s, last, language.Adverb) {
		sc.person++
	}
	switch l.lower(s, after) {
	case "who", "whom", "himself", "herself":
		sc.person += 2
	}
	if l.mark(s, after) == "," {
		switch {
		case l.lower(s, after+1) == "who":
			sc.person += 3
		case l.number(s, after+1) && l.mark(s, after+2) == ",":
			sc.person += 2 // an age
		case l.is(s, after+1, language.TerritoryWord):
			sc.place += 2
		}
	}
}

// number tells whether token i of sentence s is of digits.
func (l *linker) number(s, i int) bool {
	ts := l.tokens(s)
	if i < 0 || i >= len(ts) {
		return false
	}
	c := ts[i].Text[0]
	return c >= '0' && c <= '9' && len(ts[i].Text) <= 2
}

// weighName adds what the words of the name itself say.
func (l *linker) weighName(e int) {
	keys, sc := l.keys[e], &l.score[e]
	last := l.words.Of(keys[len(keys)-1])
	first := l.givenClass(keys[0])
	if first&language.GivenName != 0 && first&language.TerritoryWord == 0 {
		// Alone it may as well be a town: Troy, Florence.
		sc.person++
		if len(keys) > 1 {
			sc.person += 2
		}
	}
	if len(keys) == 1 {
		if first&language.TerritoryWord != 0 {
			sc.place += 4
		}
		if first&language.OrganisationWord != 0 {
			sc.org += 2
		}
		return
	}
	if territory(l.lang, keys) != "" {
		sc.place += 6
	}
	if last&language.PlaceWord != 0 {
		sc.place += 4
	} else if first&language.PlaceWord != 0 && first&language.DirectionWord == 0 {
		sc.place += 2
	}
	if last&language.TerritoryWord != 0 && last&language.GivenName == 0 {
		sc.place += 2
	}
	if last&language.OrganisationWord != 0 && last&language.GivenName == 0 {
		sc.org += 5
	}
	for _, k := range keys {
		if l.words.Of(k)&language.OrganisationWord != 0 && first&language.GivenName == 0 {
			sc.org += 5
			break
		}
	}
	if first&language.DirectionWord != 0 && len(keys) == 2 && l.words.Of(keys[1])&language.TerritoryWord != 0 {
		sc.place += 3
	}
	if slices.Contains(keys, "&") {
		sc.org += 4
	}
	if len(keys) <= 3 && sc.place <= 0 && sc.org <= 0 && first&(language.OrganisationWord|language.DemonymWord|language.PlaceWord) == 0 {
		sc.person++
	}
}

// givenClass is the classes of the first word of a name, of Jean in Jean-Claude.
func (l *linker) givenClass(word string) language.Class {
	if i := strings.IndexByte(word, '-'); i > 0 {
		return l.words.Of(word[:i])
	}
	return l.words.Of(word)
}

// genders gives persons the gender of their names and titles, else of the
// pronouns that follow them where nobody else can be meant.
func (l *linker) genders() {
	votes := make([][2]int, len(l.entities))
	for i := range l.found {
		switch l.titleGender(&l.found[i]) {
		case Male:
			votes[l.entity[i]][0] += 3
		case Female:
			votes[l.entity[i]][1] += 3
		}
	}
	for e := range l.entities {
		if l.entities[e].Kind != Person {
			continue
		}
		switch l.nameGender(e) {
		case Male:
			votes[e][0] += 2
		case Female:
			votes[e][1] += 2
		}
	}
	l.pronouns(votes)
	for e := range l.entities {
		if l.entities[e].Kind != Person {
			continue
		}
		switch he, she := votes[e][0], votes[e][1]; {
		case he >= 2 && he > 2*she:
			l.entities[e].Gender = Male
		case she >= 2 && she > 2*he:
			l.entities[e].Gender = Female
		}
	}
}

// pronouns adds a vote for each he or she in a sentence where one person alone
// was named so far, or in the next one.
func (l *linker) pronouns(votes [][2]int) {
	at, carried := 0, -1
	for s := range l.art.Sentences {
		only := -1
		several := false
		for i := range l.tokens(s) {
			if at < len(l.found) && int(l.found[at].sent) == s && int(l.found[at].first) == i {
				if e := l.entity[at]; l.entities[e].Kind == Person {
					several = several || only >= 0 && only != e
					only = e
				}
				at++
				continue
			}
			who := only
			if who < 0 {
				who = carried
			}
			if who < 0 || several {
				continue
			}
			switch {
			case l.is(s, i, language.HePronoun):
				votes[who][0]++
			case l.is(s, i, language.ShePronoun):
				votes[who][1]++
			}
		}
		carried = only
		if several {
			carried = -1
		}
	}
}

// smallWord tells whether a word only links those of a name, in any of the languages.
func smallWord(w string) bool {
	switch w {
	case "of", "for", "the", "at", "and", "on", "in", "de", "du", "des", "del", "della", "dei", "di", "do", "da", "dos", "das", "la", "le", "les", "el", "los", "y", "e", "et", "und", "für", "der", "die":
		return true
	}
	return false
}
