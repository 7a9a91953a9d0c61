package language

import (
	"embed"
	"strings"
)

// Class is the closed classes that a word belongs to, as bits: what a reader of
// names, descriptions and quotations must know of a word that it meets.
type Class uint64

// The classes. Their words stand in names/<tag>.txt, a section each.
const (
	Determiner       Class = 1 << iota // the, a
	PossessiveWord                     // his, their
	Preposition                        // of, in
	Conjunction                        // and, who
	Copula                             // is, became
	Auxiliary                          // has, would
	Adverb                             // also, then
	PersonalWord                       // he, them, nobody: a word that stands for a name
	HePronoun                          // he, him, his
	ShePronoun                         // she, her
	FormerWord                         // former, ex
	NameParticle                       // de, van, bin
	NameSuffix                         // Jr., III
	NameLink                           // of, for inside "Department of Justice"
	OrganisationWord                   // department, club
	PlaceWord                          // county, river
	DirectionWord                      // north, greater
	Locative                           // in, near: before a place
	RoleWord                           // coach, senator, brother: what a person is, in the singular
	TitleWord                          // Sen., Judge: stands before a name
	MaleTitle                          // Mr., King
	FemaleTitle                        // Mrs., Queen
	SayVerb                            // said, tweeting
	ObjectSayVerb                      // called, slammed: what it quotes is said of its object
	AccordingWord                      // according (to)
	CalendarWord                       // Tuesday, March
	CommonWord                         // ordinary at the head of a sentence
	DemonymWord                        // Russian, Republicans
	TerritoryWord                      // Alabama, Russia
	MaleName                           // given names of men
	FemaleName                         // given names of women
	NegationWord                       // not, never
	StopClass                          // any stop word
	NegationStart                      // begins a phrase of Language.Negation
	CertaintyStart                     // begins a phrase of Language.Certainty
	TitleModifier                      // special, attorney: before the title itself in "Special Counsel"
	TimeWord                           // time, night: bounds what describes a person
	FutureWord                         // will: before what has not happened
	OnceVerb                           // born, founded: what happens to one thing once
	DefiniteWord                       // the, all, those: before what was spoken of
	BoundPreposition                   // of, during: "of" never follows it, and it opens no sentence alone
)

// Function is any word that holds a sentence together and starts no name.
const Function = Determiner | PossessiveWord | Preposition | Conjunction | Copula | Auxiliary | Adverb | PersonalWord | StopClass

// GivenName is a given name of either gender.
const GivenName = MaleName | FemaleName

// classNames are the sections of names/<tag>.txt.
var classNames = map[string]Class{
	"determiner": Determiner, "possessive": PossessiveWord, "preposition": Preposition, "conjunction": Conjunction,
	"copula": Copula, "auxiliary": Auxiliary, "adverb": Adverb, "pronoun": PersonalWord, "male": HePronoun, "female": ShePronoun,
	"former": FormerWord, "particle": NameParticle, "suffix": NameSuffix, "link": NameLink,
	"organisation": OrganisationWord, "place": PlaceWord, "direction": DirectionWord, "locative": Locative,
	"role": RoleWord, "title": TitleWord, "title-male": MaleTitle, "title-female": FemaleTitle,
	"say": SayVerb, "object-say": ObjectSayVerb, "according": AccordingWord, "calendar": CalendarWord, "common": CommonWord,
	"demonym": DemonymWord, "territory": TerritoryWord, "given-male": MaleName, "given-female": FemaleName, "negation": NegationWord, "future": FutureWord, "time": TimeWord, "modifier": TitleModifier,
	"once": OnceVerb, "definite": DefiniteWord, "bound": BoundPreposition,
}

// Section names/<tag>.txt: forms separated by commas; a dot that closes an
// abbreviation is left out.
//
//go:embed names/*.txt
var nameFiles embed.FS

// Classes is the words of one language by class.
type Classes struct {
	m    map[string]Class
	in   sieve               // of the keys of m
	long map[string][]string // contractions, and endings that are: "n't"
	nick map[string][]string // given names that a nickname stands for
}

// Classes is built when it is first asked for.
func (l *Language) Classes() *Classes {
	l.classOnce.Do(func() { l.classes = l.classify() })
	return l.classes
}

// classify gathers the classes of all words from names/<tag>.txt and from the
// sections of the other data files that name a class.
func (l *Language) classify() *Classes {
	c := &Classes{m: make(map[string]Class, 4096), long: map[string][]string{}, nick: map[string][]string{}}
	if text, err := nameFiles.ReadFile("names/" + l.Tag + ".txt"); err == nil {
		c.read(string(text))
	}
	c.add(l, "stopwords", func(string, int, int) Class { return StopClass })
	c.add(l, "months", func(string, int, int) Class { return CalendarWord })
	c.add(l, "weekdays", func(string, int, int) Class { return CalendarWord })
	c.add(l, "countries", only(TerritoryWord))
	c.add(l, "territories", only(TerritoryWord))
	c.add(l, "demonyms", only(DemonymWord))
	c.add(l, "sayverbs", only(SayVerb))
	c.add(l, "titles", titleClass)
	c.offices(l)
	c.add(l, "kin", only(RoleWord)) // plurals of kin describe nobody alone
	for _, w := range l.plurals() {
		c.m[w] &^= RoleWord
	}
	c.add(l, "pronouns", pronounClass)
	c.add(l, "negations", func(value string, _, words int) Class {
		if words > 1 || value == "half" || value == "second" || value == "fail" {
			return 0
		}
		return NegationWord
	})
	c.add(l, "negations", starts(NegationStart))
	c.add(l, "certainty", starts(CertaintyStart))
	c.add(l, "givennames", func(value string, _, words int) Class {
		switch {
		case words > 1:
			return 0
		case strings.HasPrefix(value, "m"):
			return MaleName
		case strings.HasPrefix(value, "f"):
			return FemaleName
		}
		return GivenName
	})
	c.in = sieveOf(c.m)
	return c
}

// plurals are forms of English kin that stand for several persons.
func (l *Language) plurals() []string {
	if l.Tag != "en" {
		return nil
	}
	var out []string
	for ln := range lines(l.data["kin"]) {
		singular, _, _ := strings.Cut(ln.forms, ",")
		for form := range ln.each() {
			if form == singular+"s" || form == "children" {
				out = append(out, form)
			}
		}
	}
	return out
}

// add gives the words of a section's forms the class that of returns for the
// value of the line, the number of the word in its form and of words in all.
func (c *Classes) add(l *Language, section string, of func(value string, i, words int) Class) {
	for ln := range lines(l.data[section]) {
		for form := range ln.each() {
			if !strings.ContainsAny(form, " -.") {
				if class := of(ln.value, 0, 1); class != 0 {
					c.m[form] |= class
				}
				continue
			}
			ts := tokens(form)
			for i, w := range ts {
				class := of(ln.value, i, len(ts))
				if class == 0 || isHyphen(w) || class&(StopClass|NegationStart|CertaintyStart) == 0 && c.m[undot(w)]&Function != 0 {
					continue
				}
				c.m[undot(w)] |= class
			}
		}
	}
}

// starts gives a class to the first word of each form.
func starts(class Class) func(string, int, int) Class {
	return func(_ string, i, _ int) Class {
		if i > 0 {
			return 0
		}
		return class
	}
}

// only gives a class to forms of one word.
func only(class Class) func(string, int, int) Class {
	return func(_ string, _, words int) Class {
		if words > 1 {
			return 0
		}
		return class
	}
}

func titleClass(value string, i, words int) Class {
	if i < words-1 {
		return 0
	}
	c := TitleWord
	switch {
	case words > 1:
	case strings.HasSuffix(value, " m"):
		c |= MaleTitle
	case strings.HasSuffix(value, " f"):
		c |= FemaleTitle
	}
	return c
}

// offices makes a title of each word of an office's name, "Special Counsel
// Robert Mueller", and a role of its noun: the last word before a preposition in
// Germanic languages, each word before it elsewhere.
func (c *Classes) offices(l *Language) {
	germanic := l.Tag == "en" || l.Tag == "de"
	for ln := range lines(l.data["offices"]) {
		for form := range ln.each() {
			ts := tokens(form)
			end := 0
			for end < len(ts) && (end == 0 || c.m[ts[end]]&StopClass == 0) {
				end++
			}
			for i, w := range ts[:end] {
				if isHyphen(w) {
					continue
				}
				class := TitleModifier
				if i == end-1 || !germanic {
					class = RoleWord | TitleWord
				}
				c.m[undot(w)] |= class
			}
		}
	}
}

func pronounClass(value string, _, words int) Class {
	p, err := parsePronoun(value)
	if err != nil || words > 1 {
		return 0
	}
	c := PersonalWord
	if p.Case == Possessive {
		c = PossessiveWord
	}
	if p.Person == 3 && !p.Plural && !p.Thing {
		switch p.Gender {
		case Masculine:
			c |= HePronoun
		case Feminine:
			c |= ShePronoun
		}
	}
	return c
}

func (c *Classes) read(text string) {
	var class Class
	var section string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
			class = classNames[section]
		case strings.Contains(line, " = "):
			short, long, _ := strings.Cut(line, " = ")
			for form := range strings.SplitSeq(short, ",") {
				if form = strings.TrimSpace(form); section == "nickname" {
					c.nick[form] = append(c.nick[form], long)
				} else {
					c.long[form] = strings.Fields(long)
				}
			}
		default:
			for word := range strings.SplitSeq(line, ",") {
				if word = strings.TrimSpace(word); word != "" {
					c.m[word] |= class
				}
			}
		}
	}
}

// Of is the classes of a word in lower case, with straight apostrophes. The dot
// of an abbreviation and a closing 's do not count.
func (c *Classes) Of(word string) Class {
	if c.in.may(word) {
		if v, ok := c.m[word]; ok {
			return v
		}
	}
	if n := len(word); n > 2 {
		if word[n-1] == '.' {
			return c.m[word[:n-1]]
		}
		if word[n-1] == 's' && word[n-2] == '\'' {
			return c.m[word[:n-2]]
		}
	}
	return 0
}

// Expand writes contractions out: "don't" becomes "do not". It returns words
// itself where there is none.
func (l *Language) Expand(words []string) []string {
	c := l.Classes()
	var out []string
	for i, w := range words {
		long := c.expand(w)
		if long != nil && out == nil {
			out = append(make([]string, 0, len(words)+2), words[:i]...)
		}
		switch {
		case long != nil:
			out = append(out, long...)
		case out != nil:
			out = append(out, w)
		}
	}
	if out == nil {
		return words
	}
	return out
}

// expand is a contraction written out, nil where w is none.
func (c *Classes) expand(w string) []string {
	if long, ok := c.long[w]; ok {
		return long
	}
	if i := strings.LastIndexByte(w, '\''); i > 0 {
		if long, ok := c.long[w[i:]]; ok {
			return append([]string{w[:i]}, long...)
		}
		if i > 1 && w[i-1] == 'n' {
			if long, ok := c.long[w[i-1:]]; ok {
				return append([]string{w[:i-1]}, long...)
			}
		}
	}
	return nil
}

// SameGivenName tells whether one of two given names is short for the other, or
// both are for a third: Mike and Michael.
func (l *Language) SameGivenName(a, b string) bool {
	c := l.Classes()
	full := func(w string) []string { return append([]string{w}, c.nick[w]...) }
	for _, x := range full(a) {
		for _, y := range full(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}
