package language

import (
	"embed"
	"strings"
	"sync"
)

// Class is the closed classes that a word belongs to, as bits: what a reader of
// names, descriptions and quotations must know of a word that it meets.
type Class uint64

// The classes. Their words stand in names/<tag>.txt, a section each.
const (
	Determiner       Class = 1 << iota // the, a
	Possessive                         // his, their
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
)

// Function is any word that holds a sentence together and starts no name.
const Function = Determiner | Possessive | Preposition | Conjunction | Copula | Auxiliary | Adverb | PersonalWord

// GivenName is a given name of either gender.
const GivenName = MaleName | FemaleName

// classNames are the sections of names/<tag>.txt.
var classNames = map[string]Class{
	"determiner": Determiner, "possessive": Possessive, "preposition": Preposition, "conjunction": Conjunction,
	"copula": Copula, "auxiliary": Auxiliary, "adverb": Adverb, "pronoun": PersonalWord, "male": HePronoun, "female": ShePronoun,
	"former": FormerWord, "particle": NameParticle, "suffix": NameSuffix, "link": NameLink,
	"organisation": OrganisationWord, "place": PlaceWord, "direction": DirectionWord, "locative": Locative,
	"role": RoleWord, "title": TitleWord, "title-male": MaleTitle, "title-female": FemaleTitle,
	"say": SayVerb, "object-say": ObjectSayVerb, "according": AccordingWord, "calendar": CalendarWord, "common": CommonWord,
	"demonym": DemonymWord, "territory": TerritoryWord, "given-male": MaleName, "given-female": FemaleName, "negation": NegationWord,
}

// Section names/<tag>.txt: forms separated by commas; a dot that closes an
// abbreviation is left out.
//
//go:embed names/*.txt
var nameFiles embed.FS

// Classes is the words of one language by class.
type Classes struct{ m map[string]Class }

var classCache sync.Map // of string to *Classes

// ClassesOf is the classes of a BCP 47 base language; those of a language
// without a table are empty.
func ClassesOf(tag string) *Classes {
	if c, ok := classCache.Load(tag); ok {
		return c.(*Classes)
	}
	text, err := nameFiles.ReadFile("names/" + tag + ".txt")
	if err != nil {
		if tag == "und" {
			c, _ := classCache.LoadOrStore(tag, &Classes{})
			return c.(*Classes)
		}
		return ClassesOf("und") // the number of tags has no bound
	}
	c, _ := classCache.LoadOrStore(tag, readClasses(string(text)))
	return c.(*Classes)
}

func readClasses(text string) *Classes {
	c := &Classes{m: make(map[string]Class, strings.Count(text, ","))}
	var class Class
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			class = classNames[strings.Trim(line, "[]")]
		default:
			for word := range strings.SplitSeq(line, ",") {
				if word = strings.TrimSpace(word); word != "" {
					c.m[word] |= class
				}
			}
		}
	}
	return c
}

// Of is the classes of a word in lower case, with straight apostrophes. The dot
// of an abbreviation and a closing 's do not count.
func (c *Classes) Of(word string) Class {
	if v, ok := c.m[word]; ok {
		return v
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
