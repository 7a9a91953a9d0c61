// Package fact reads what the passages of an article state, as values that can
// be compared: numbers, dates, times, names, quotations and claims.
//
// "twenty", "20" and "two decades" are one value; "roughly 118,000" agrees with
// 118,234; "early 2017" agrees with "March 2017". A value alone proves nothing,
// so every fact carries a [Slot] that says what it is the value of.
package fact

import "github.com/sourcelint/sourcelint/align/article"

// Kind is the kind of a fact; it tells the type of its value.
type Kind uint8

// The kinds of fact.
const (
	KindNumber    Kind = iota // Number
	KindDate                  // Date
	KindTime                  // Time
	KindName                  // Name
	KindQuotation             // Quotation
	KindClaim                 // Claim
)

// Fact is one mention of a value in an article.
type Fact struct {
	Kind     Kind
	Sentence int          // index into Article.Sentences
	First    int          // its tokens are Sentence.Tokens[First:Last]
	Last     int          // (a quotation over several sentences: of its first sentence)
	Span     article.Span // in the original file
	Quoted   bool         // stands inside quotation marks
	Value    Value
	Slot     Slot
}

// Value is what a fact states. The set is sealed: Number, Date, Time, Name,
// Quotation and Claim.
type Value interface {
	// String renders the normalised value for people: "118000 votes", "2017-03".
	String() string
	value()
}

// Slot says what a value is the value of. Words are stems in the article's
// language, empty where unknown.
type Slot struct {
	Head    string   // the noun counted, measured or dated: "vote" in 118,000 votes
	Verb    string   // the verb that governs it
	Entity  int      // the nearest entity in the clause, an index into Sheet.Entities; -1 where none
	Aspect  Aspect   // count, share, rank, ...
	Context []string // stems of content words and names near it, nearest first, without Head and Verb
}

// Aspect tells which side of a thing a number gives; numbers of different
// aspects never contradict each other.
type Aspect uint8

// The aspects of a number.
const (
	Count    Aspect = iota // 12 people
	Share                  // 47%, a third of voters
	Points                 // 6 points, percentage points
	Money                  // $3.2 million
	Measure                // 50 miles, 12 gauge
	Age                    // 38-year-old, aged 47, "Sessions, 73,"
	Rank                   // fifth round, 21st century, No. 4
	Score                  // 2-1, 53-47
	Duration               // two decades, 20-year: a length of time
	Multiple               // twice, threefold
	Label                  // a number that names a thing: Interstate 75, F-35, RFC 2119, a postcode
)

// Agreement is the outcome of comparing two values of one kind.
type Agreement uint8

// The outcomes of a comparison.
const (
	Unrelated  Agreement = iota // not comparable: units of other dimensions, other aspects
	Same                        // equal values
	Compatible                  // equal within precision, hedges or conversion
	Different                   // comparable and not equal
)

// Sheet is an article with the facts read from it. It is immutable and safe
// for concurrent use.
type Sheet struct {
	Article  *article.Article
	Facts    []Fact   // in order of their place in the article
	Entities []Entity // people, places and organisations, linked within the article

	bySentence [][]int32 // facts of each sentence
}

// Of returns the facts that begin in a sentence, in order, as indices into s.Facts.
func (s *Sheet) Of(sentence int) []int32 { return s.bySentence[sentence] }
