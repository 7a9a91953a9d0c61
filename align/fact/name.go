package fact

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// How names are found. There is no statistical tagger: a name is a run of
// capitalised words in running text, with particles, initials, ampersands and
// the "of" of institutions inside, cut where a title, a possessive or a
// demonym ends. Where capitals prove nothing (the first word of a sentence, a
// Title Case headline, German nouns) a word must be supported by something
// else: the same word capitalised in the middle of a sentence, a given name, a
// title, a country, a verb of saying. What is seen in lower case in the same
// article as often as in capitals is a common noun.
//
// Two passes over the tokens, the first counts how each word is written, the
// second reads the runs; the cost is linear.

// mention is a name as found, before it is linked to an entity.
type mention struct {
	sent        int32
	first, last int32 // its tokens, without titles
	lead        int32 // the first token of the titles directly before it; first where there is none
	words       []string
	keys        []string       // words in lower case
	class       language.Class // of all its words together
	possessive  bool           // "Tuberville's"
	acronym     bool
	titled      bool
	demonym     bool
	plural      bool // "the Klitschkos"
	article     bool // "the" stands before it
	sure        bool // not only the first word of a sentence or a word of a headline
}

// written counts how a word is written in an article.
type written struct {
	mid   int32 // capitalised where capitals mean something
	first int32 // capitalised where they prove nothing
	small int32
}

// namer reads the names of an article.
type namer struct {
	*text
	german   bool
	proof    map[string]*written
	families map[string]bool // in German: family names seen with a given name or title
	opens    []bool          // by token: a capital proves nothing here
	caseless []bool          // by sentence: Title Case or ALL CAPS
	found    []mention
}

// names reads all names, in order.
func names(t *text) []mention {
	n := &namer{
		text:     t,
		german:   t.art.Lang == "de",
		proof:    make(map[string]*written),
		families: make(map[string]bool),
		opens:    make([]bool, len(t.class)),
		caseless: make([]bool, len(t.art.Sentences)),
	}
	for s := range t.art.Sentences {
		if t.linted(s) {
			n.survey(s)
		}
	}
	n.countSmall()
	for s := range t.art.Sentences {
		if t.linted(s) {
			n.sentence(s)
		}
	}
	return n.found
}

// survey notes where capitals prove nothing and counts capitalised words.
func (n *namer) survey(s int) {
	ts, g := n.tokens(s), int(n.from[s])
	words, ups := 0, 0
	first := true
	for i := range ts {
		if n.shape[g+i] == noWord {
			switch m := ts[i].Text; {
			case quoteMark(m), m == ":", m == "...", m == "…", m == "•", m == "*", m == ";", m == "?", m == "!", m == ".":
				first = true
			}
			continue
		}
		n.opens[g+i] = first
		if first {
			first = false
			continue
		}
		if n.class[g+i]&language.Function == 0 && !n.taken[g+i] && len(ts[i].Lower) > 2 {
			words++
			if n.shape[g+i] != small {
				ups++
			}
		}
	}
	headline := false
	switch n.art.Blocks[n.art.Sentences[s].Block].Kind {
	case article.Title, article.Heading:
		headline = true
	}
	switch {
	case headline && words >= 2:
		n.caseless[s] = ups*10 >= words*7
	default:
		n.caseless[s] = words >= 4 && ups*10 >= words*9
	}
	if n.german && words >= 4 {
		n.caseless[s] = ups == words // nouns make half of it capitals
	}
	for i := range ts {
		if n.shape[g+i] == noWord || n.shape[g+i] == small || n.taken[g+i] {
			continue
		}
		w := n.count(ts[i].Lower)
		if n.opens[g+i] || n.caseless[s] {
			w.first++
		} else {
			w.mid++
		}
	}
}

func (n *namer) count(lower string) *written {
	key := bare(lower)
	w := n.proof[key]
	if w == nil {
		w = &written{}
		n.proof[key] = w
	}
	return w
}

// countSmall counts the lower-case uses of words that are also capitalised.
func (n *namer) countSmall() {
	if len(n.proof) == 0 {
		return
	}
	for s := range n.art.Sentences {
		ts, g := n.tokens(s), int(n.from[s])
		for i := range ts {
			if n.shape[g+i] == small && n.class[g+i]&language.Function == 0 {
				if w := n.proof[ts[i].Lower]; w != nil {
					w.small++
				}
			}
		}
	}
}

// support tells how well it is known that a word is a name, where its capital
// alone proves nothing: 2 it is, 1 nothing speaks against it, 0 it is none.
func (n *namer) support(s, i int) int {
	g := int(n.from[s]) + i
	c := n.class[g]
	w := n.proof[bare(n.lower(s, i))]
	if c&(language.GivenName|language.TerritoryWord|language.DemonymWord|language.TitleWord) != 0 && c&language.Function == 0 {
		return 2
	}
	if w != nil && w.mid > 0 && w.mid >= w.small && c&language.Function == 0 && !n.german {
		return 2
	}
	if sh := n.shape[g]; !n.caseless[s] && (sh == mixed || sh == capitals && len(n.lower(s, i)) > 1) {
		if c&language.Function == 0 {
			return 2
		}
		return 0
	}
	if c&(language.Function|language.CommonWord|language.CalendarWord|language.SayVerb|language.RoleWord) != 0 || w != nil && w.small > 0 || n.lang.Common(bare(n.lower(s, i))) {
		return 0
	}
	return 1
}

// opener tells whether a name may start at token i, and how sure that is.
func (n *namer) opener(s, i int) (ok, sure bool) {
	g := int(n.from[s]) + i
	if n.taken[g] {
		return false, false
	}
	c := n.class[g]
	switch n.shape[g] {
	case noWord:
		return false, false
	case small:
		return false, false
	case mixed:
		if n.tokens(s)[i].Lower == "i'm" || c&language.Function != 0 {
			return false, false
		}
	}
	if c&language.CalendarWord != 0 && !(c&language.GivenName != 0 && n.looks(s, i+1) == capital && !n.is(s, i+1, language.Function)) {
		return false, false
	}
	if n.shape[g] == capitals && !n.caseless[s] && len(n.tokens(s)[i].Text) > 1 && c&language.TerritoryWord != 0 {
		return true, true // US, UK
	}
	if c&language.Function != 0 && !n.upperFunction(s, i) {
		return false, false
	}
	if contraction(n.lower(s, i)) || n.german && n.compound(s, i) {
		return false, false
	}
	if n.opens[g] || n.caseless[s] {
		switch n.support(s, i) {
		case 0:
			return false, false
		case 1:
			// Only English has a list of ordinary words: elsewhere two capitals must agree.
			return !n.caseless[s] && (n.art.Lang == "en" || n.wordLike(s, i+1) && n.tokens(s)[i+1].Space), false
		}
		return true, !n.caseless[s]
	}
	return true, true
}

// compound tells whether token i is part of a German compound with hyphens that is
// no double name: "Formel-1-Boss".
func (n *namer) compound(s, i int) bool {
	ts := n.tokens(s)
	tied := func(k int) bool { return k > 0 && k < len(ts) && hyphen(n.mark(s, k)) && !ts[k].Space }
	if tied(i-1) && !ts[i].Space {
		return true
	}
	return tied(i+1) && !n.is(s, i, language.GivenName|language.TerritoryWord)
}

// upperFunction tells whether a function word in capitals is a name of its own:
// "WHO", "US", "IT".
func (n *namer) upperFunction(s, i int) bool {
	g := int(n.from[s]) + i
	return n.shape[g] == capitals && !n.caseless[s] && len(n.tokens(s)[i].Text) >= 2 &&
		n.looks(s, i-1) != capitals && n.looks(s, i+1) != capitals && n.class[g]&(language.Copula|language.Auxiliary|language.NegationWord) == 0 &&
		n.class[g]&language.PersonalWord != 0
}

// contraction tells whether a word in lower case is one of verb and pronoun: I'm, don't, it's.
func contraction(w string) bool {
	i := strings.IndexByte(w, '\'')
	if i < 0 {
		return false
	}
	switch w[i+1:] {
	case "m", "re", "ve", "ll", "d", "t":
		return true
	}
	return false
}

// sentence reads the names of one sentence.
func (n *namer) sentence(s int) {
	ts := n.tokens(s)
	for i := 0; i < len(ts); {
		ok, sure := n.opener(s, i)
		if !ok {
			i++
			continue
		}
		end := n.run(s, i)
		n.cut(s, i, end, sure)
		i = end
	}
}

// run returns the end of the run of name words that starts at i.
func (n *namer) run(s, i int) int {
	ts := n.tokens(s)
	j := i // last token taken
	for {
		if n.closed(s, j) {
			return j + 1
		}
		k := n.next(s, i, j)
		if k <= j {
			return j + 1
		}
		j = k
		if j >= len(ts) {
			return len(ts)
		}
	}
}

// closed tells whether no name goes on after token j: it is possessive.
func (n *namer) closed(s, j int) bool {
	ts := n.tokens(s)
	if len(bare(ts[j].Text)) < len(ts[j].Text) {
		// "Children's Hospital", "St. John's College"
		inside := n.is(s, j, language.RoleWord) && n.looks(s, j) == capital || n.lower(s, j-1) == "st."
		return !(inside && n.is(s, j+1, language.OrganisationWord|language.PlaceWord) && n.looks(s, j+1) == capital)
	}
	if n.german && n.families[strings.TrimSuffix(ts[j].Lower, "s")] && strings.HasSuffix(ts[j].Lower, "s") {
		return true // Merkels
	}
	m := n.mark(s, j+1)
	return (m == "’" || m == "'") && !ts[j+1].Space && j+2 < len(ts) && ts[j+2].Space
}

// next is the token up to which a name that starts at i and reaches j goes on,
// j where it ends there.
func (n *namer) next(s, i, j int) int {
	ts := n.tokens(s)
	k := j + 1
	if k >= len(ts) || n.taken[int(n.from[s])+k] {
		return j
	}
	switch ts[k].Kind {
	case article.Word:
		if !ts[k].Space {
			return j
		}
		return n.nextWord(s, i, j)
	case article.Punct:
		m := ts[k].Text
		switch {
		case hyphen(m) && !ts[k].Space && k+1 < len(ts) && !ts[k+1].Space && n.wordLike(s, k+1) && !n.is(s, k+1, language.Function|language.RoleWord):
			if n.caseless[s] && n.support(s, k+1) < 2 {
				return j
			}
			return k + 1
		case m == "&" && n.wordLike(s, k+1) && !n.twoBodies(s, j, k+1):
			return k + 1
		case m == "," && n.is(s, k+1, language.NameSuffix) && n.wordLike(s, k+1):
			return k + 1
		case m == "." && !ts[k].Space && n.looks(s, j) == capitals && len(ts[j].Text) == 1 && n.wordLike(s, k+1):
			return k + 1
		}
	}
	return j
}

// twoBodies tells whether the ampersand between two words joins two names: "WBA & IBO".
func (n *namer) twoBodies(s, j, k int) bool {
	return n.looks(s, j) == capitals && n.looks(s, k) == capitals && len(n.lower(s, j)) > 2 && len(n.lower(s, k)) > 2
}

// nextWord is next where token j+1 is a word.
func (n *namer) nextWord(s, i, j int) int {
	k := j + 1
	g := int(n.from[s]) + k
	c := n.class[g]
	if n.shape[g] != small {
		if n.wordLike(s, k) && !(c&language.CalendarWord != 0 && !(n.is(s, j, language.GivenName) && j == i)) {
			return k
		}
		return j
	}
	// Lower case: a particle or the "of" of an institution, with a name after it.
	if c&language.NameParticle != 0 && !n.caseless[s] {
		for p := k; p < k+3; p++ {
			if n.wordLike(s, p+1) && !n.is(s, p+1, language.Function) && !n.is(s, j, language.DemonymWord) {
				return p + 1
			}
			if n.mark(s, p+1) == "-" && n.wordLike(s, p+2) {
				return p + 2
			}
			if !n.is(s, p+1, language.NameParticle) || n.looks(s, p+1) != small {
				break
			}
		}
	}
	if n.lower(s, k) == "and" && n.linked(s, i, j) && n.wordLike(s, k+1) && n.lang.Common(n.lower(s, k+1)) && !n.is(s, k+1, language.GivenName|language.TerritoryWord|language.OrganisationWord|language.DemonymWord) {
		return k + 1 // Centers for Disease Control and Prevention
	}
	if !n.is(s, j, language.OrganisationWord) && !(c&language.NameLink != 0 && n.is(s, j, language.PlaceWord)) {
		return j
	}
	if c&language.NameLink == 0 && !(n.lower(s, k) == "at" && n.is(s, j, language.OrganisationWord)) {
		return j
	}
	for p := k + 1; p <= k+2; p++ {
		if n.wordLike(s, p) && !n.is(s, p, language.Function|language.CalendarWord|language.GivenName) {
			return p
		}
		if n.lower(s, p) != "the" {
			break
		}
	}
	return j
}

// linked tells whether [i, j] is an institution with "of" or "for" inside.
func (n *namer) linked(s, i, j int) bool {
	for k := i + 1; k < j; k++ {
		if n.is(s, k, language.NameLink) && n.looks(s, k) == small && n.is(s, k-1, language.OrganisationWord) {
			return true
		}
	}
	return false
}

// wordLike tells whether token i can be a word inside a name.
func (n *namer) wordLike(s, i int) bool {
	g := int(n.from[s]) + i
	if i < 0 || g >= int(n.from[s+1]) || n.taken[g] {
		return false
	}
	switch n.shape[g] {
	case noWord, small:
		return false
	}
	if n.class[g]&language.Function != 0 && n.class[g]&(language.NameParticle|language.NameSuffix|language.TerritoryWord|language.DirectionWord) == 0 && !n.upperFunction(s, i) {
		return false
	}
	if n.caseless[s] {
		return n.support(s, i) == 2
	}
	return !n.opens[g] || n.support(s, i) > 0
}

// cut makes mentions of the run [i, end): titles are taken off, a demonym before
// a person and a place or body before a title become names of their own.
func (n *namer) cut(s, i, end int, sure bool) {
	office := false
	for end-1 > i && n.closingTitle(s, i, end) {
		office = true
		end-- // "Agriculture Minister", "Troy Police Chief"
	}
	// The last title with a name after it.
	for t := end - 2; t >= i; t-- {
		if !n.is(s, t, language.TitleWord) || n.is(s, t, language.GivenName) && t > i {
			continue
		}
		if hyphen(n.mark(s, t+1)) || n.institution(s, t+1, end) || n.closesInstitution(s, i, t, end) {
			break
		}
		lead := t
		for lead > i && n.is(s, lead-1, language.TitleWord|language.RoleWord|language.TitleModifier) {
			lead--
		}
		for lead > i && n.ordinary(s, lead-1) {
			lead-- // Rear Admiral
		}
		if lead > i {
			n.cut(s, i, lead, sure)
		}
		if !(office && end-t == 2 && n.ordinary(s, t+1)) {
			n.add(s, lead, t+1, end, true)
		}
		return
	}
	// Titles or offices alone are no name: "the President", "Attorney General".
	alone := true
	for k := i; k < end; k++ {
		alone = alone && n.is(s, k, language.TitleWord|language.RoleWord|language.TitleModifier) && !n.is(s, k, language.GivenName|language.OrganisationWord)
	}
	if alone {
		return
	}
	// A demonym before a person, or closing a body: "Senate Republicans".
	if end-i > 1 {
		switch {
		case n.is(s, i, language.DemonymWord) && n.is(s, i+1, language.GivenName) && !n.is(s, i, language.GivenName):
			n.add(s, i, i, i+1, sure)
			n.cut(s, i+1, end, true)
			return
		case n.is(s, i, language.DemonymWord) && end-i == 2 && n.known(s, i+1):
			n.add(s, i, i, i+1, sure)
			n.add(s, i+1, i+1, end, true)
			return
		case n.is(s, end-1, language.DemonymWord) && !n.is(s, end-2, language.NameLink) && !n.is(s, i, language.GivenName):
			n.cut(s, i, end-1, sure)
			n.add(s, end-1, end-1, end, true)
			return
		}
	}
	n.add(s, i, i, end, sure)
}

// closingTitle tells whether the last word of [i, end) is an office that no name
// follows: "Chief Veterinary Officer".
func (n *namer) closingTitle(s, i, end int) bool {
	return n.is(s, end-1, language.TitleWord) && n.is(s, end-1, language.RoleWord) && !n.is(s, end-1, language.GivenName) &&
		n.looks(s, end-1) == capital && !n.is(s, end-2, language.Function|language.NameLink) && !n.is(s, end-2, language.TitleWord) && !n.is(s, end-2, language.GivenName)
}

// ordinary tells whether a capitalised word is an English word that names nothing.
func (n *namer) ordinary(s, i int) bool {
	const names = language.OrganisationWord | language.PlaceWord | language.TerritoryWord | language.DemonymWord | language.GivenName | language.DirectionWord
	w := bare(n.lower(s, i))
	p := n.proof[w]
	return !n.is(s, i, names) && n.looks(s, i) == capital && n.lang.Common(w) && (p == nil || p.mid+p.first < 2)
}

// known tells whether the word at token i is a name elsewhere in the article.
func (n *namer) known(s, i int) bool {
	w := n.proof[bare(n.lower(s, i))]
	return w != nil && w.mid > 1 && w.small == 0 && !n.is(s, i, language.OrganisationWord|language.PlaceWord) && !n.lang.Common(bare(n.lower(s, i)))
}

// institution tells whether [i, end) holds the word of an institution or place,
// so that a title before it is part of its name: "Justice Department".
func (n *namer) institution(s, i, end int) bool {
	for ; i < end; i++ {
		if n.is(s, i, language.OrganisationWord|language.PlaceWord) && !n.is(s, i, language.GivenName) {
			return true
		}
	}
	return false
}

// closesInstitution tells whether the title at t is part of a name such as
// "General Motors" whose rest is known by itself as no person.
func (n *namer) closesInstitution(s, i, t, end int) bool {
	return t == i && end-t == 2 && n.is(s, t+1, language.NameSuffix)
}

// add records the mention [first, last) with titles from lead on.
func (n *namer) add(s, lead, first, last int, sure bool) {
	ts := n.tokens(s)
	for first < last && ts[first].Kind == article.Punct {
		first++
	}
	if first >= last {
		return
	}
	m := mention{sent: int32(s), first: int32(first), last: int32(last), lead: int32(lead), titled: lead < first, sure: sure}
	m.possessive = n.closed(s, last-1)
	m.article = n.is(s, lead-1, language.Determiner)
	glue := false
	for i := first; i < last; i++ {
		if ts[i].Kind == article.Punct {
			switch {
			case hyphen(ts[i].Text):
				glue = true
			case ts[i].Text == "&":
				m.words = append(m.words, "&")
				m.keys = append(m.keys, "&")
			}
			continue
		}
		text, low := bare(ts[i].Text), bare(ts[i].Lower)
		if e := elided(text); e > 0 {
			text = text[e:]
			low = low[strings.IndexByte(low, '\'')+1:]
		}
		if glue && len(m.words) > 0 {
			m.words[len(m.words)-1] += "-" + text
			m.keys[len(m.keys)-1] += "-" + low
			glue = false
			continue
		}
		glue = false
		m.words = append(m.words, text)
		m.keys = append(m.keys, low)
		m.class |= n.class[int(n.from[s])+i]
	}
	if len(m.words) == 1 {
		g := int(n.from[s]) + first
		c := n.class[g]
		m.acronym = n.shape[g] == capitals && len(m.words[0]) > 1
		m.demonym = c&language.DemonymWord != 0 && c&language.TerritoryWord == 0
		if len(m.words[0]) == 1 || !n.single(s, first, c, &m) {
			return
		}
	}
	if n.german && len(m.keys) > 1 && (m.titled || m.class&language.GivenName != 0) {
		n.families[family(m.keys)] = true
	}
	n.found = append(n.found, m)
}

// single tells whether a name of one word is believed.
func (n *namer) single(s, i int, c language.Class, m *mention) bool {
	if m.titled || m.acronym && !n.caseless[s] || c&(language.GivenName|language.TerritoryWord|language.DemonymWord) != 0 {
		return true
	}
	if c&(language.OrganisationWord|language.PlaceWord|language.DirectionWord|language.TitleWord) != 0 && !m.sure {
		return false
	}
	if n.is(s, i+1, language.CalendarWord) && n.looks(s, i+1) == capital && n.lang.Common(m.keys[0]) {
		return false // Good Friday
	}
	w := n.proof[m.keys[0]]
	if n.german {
		// Any noun is written so.
		if n.families[m.keys[0]] || n.families[strings.TrimSuffix(m.keys[0], "s")] {
			return true
		}
		return n.is(s, i-1, language.SayVerb) || n.is(s, i+1, language.SayVerb) && w != nil && w.small == 0 && !n.is(s, i-1, language.Determiner)
	}
	return w == nil || w.mid >= w.small
}
