package fact

// Hedge tells how a number bounds the value it stands for.
type Hedge uint8

// The hedges.
const (
	Exact    Hedge = iota
	About          // roughly, some, nearly
	MoreThan       // more than, over
	AtLeast        // at least, no fewer than
	LessThan       // less than, under, fewer than
	AtMost         // up to, at most
	Vague          // dozens of, hundreds of
)

// EntityKind is what an entity is.
type EntityKind uint8

// The kinds of entity.
const (
	Thing EntityKind = iota // a name of unknown kind
	Person
	Place
	Organisation
)

// Gender is the gender that an article's pronouns and titles give a person.
type Gender uint8

// The genders.
const (
	UnknownGender Gender = iota
	Male
	Female
)

// Entity is what all mentions of one person, place or organisation in one
// article say of it.
type Entity struct {
	Kind        EntityKind
	Name        []string // the fullest form, word by word: "Tommy", "Tuberville"
	Mentions    []int    // facts of KindName, in order
	Gender      Gender
	Descriptors []Descriptor // in order of their place
	// Demonym tells that the name is a people, party or language: "Russian",
	// "Republicans". Its kind is Thing.
	Demonym bool
}

// Descriptor is what one passage says an entity is: an office, title,
// profession or relation.
type Descriptor struct {
	Sentence, First, Last int      // the tokens of the description
	Words                 []string // content words in lower case, head last: "auburn", "university", "football", "coach"
	Head                  string   // stem of the head noun: "coach"
	HeadToken             int      // its head noun is token HeadToken of the sentence
	Former                bool     // former, ex-, then-
	Title                 bool     // stands directly before the name: "Special Counsel Robert Mueller"
}

// Name is a mention of an entity.
type Name struct {
	Entity int      // index into Sheet.Entities
	Words  []string // as written, without titles and possessive 's
	Full   bool     // more than a bare family name
	Plural bool     // a family as a whole: "the Klitschkos"
}

// Quotation is a passage inside quotation marks.
type Quotation struct {
	Words    []string // its words and numbers in lower case, apostrophes folded; no marks
	Gaps     []int    // before Words[i] something was left out or put in: an ellipsis, brackets
	Speaker  int      // index into Sheet.Entities; -1 where unknown
	Verb     string   // said, tweeted, ...; empty where none
	LastSent int      // sentence in which it ends
	LastTok  int      // end (exclusive) of its tokens in that sentence
	CutStart bool     // begins inside a sentence of the speaker: a fragment
	CutEnd   bool     // breaks off
	Scare    bool     // a word or title set off by marks, attributed to no one
	Unclosed bool     // its closing mark is missing; it is taken to end with the paragraph
}

// Polarity is whether a claim affirms or denies.
type Polarity uint8

// The polarities.
const (
	Affirmed Polarity = iota
	Denied
)

// Certainty is how firmly a passage states something.
type Certainty uint8

// The certainties.
const (
	Stated    Certainty = iota
	Convicted           // found guilty, sentenced
	Charged             // charged, indicted
	Accused             // accused, alleged, suspected
	Reported            // reportedly, is said to
	Possible            // may, could, might
)

// Claim is a predicate and how it is asserted.
type Claim struct {
	Predicate string // stem of the verb or adjective
	Polarity  Polarity
	Certainty Certainty
	Subject   int // entity, or -1
	Object    int // entity, or -1
	Future    bool
}

func (Name) value()      {}
func (Quotation) value() {}
func (Claim) value()     {}
