package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
)

// What one article tells twice
//
// Two values in one article are of one thing only where the words say so: the name
// beside a verb that is true of it once ("founded"), or the article before a number
// that refers back ("the 14 people killed"). And of two values one is a slip only if they
// are near each other or have the same digits; else the one may be of a part, or
// of another event.

// twoDates reports a second date of what happens to one thing once.
func (p *Pass) twoDates() {
	type event struct {
		entity int
		verb   string
	}
	type told struct {
		date *fact.Fact
		name string
	}
	s := p.Sheet
	lang := language.For(s.Article.Lang)
	first := map[event]told{}
	for i := range s.Facts {
		f := &s.Facts[i]
		d, ok := f.Value.(fact.Date)
		if !ok || d.Year == 0 || d.Relative || d.Range || d.Precision > fact.Year || d.Precision == fact.Season || d.Hedge != fact.Exact || f.Quoted {
			continue
		}
		verb, name := p.onceBefore(f)
		if name == nil {
			continue
		}
		n, _ := name.Value.(fact.Name)
		key, text := event{n.Entity, lang.Stem(verb)}, p.wholeName(name)
		g, ok := first[key]
		if !ok {
			first[key] = told{f, text}
			continue
		}
		other, _ := g.date.Value.(fact.Date)
		alike := text == g.name || s.Entities[n.Entity].Kind == fact.Person && (strings.HasSuffix(g.name, " "+text) || strings.HasSuffix(text, " "+g.name))
		if alike && (d.First.After(other.Last) || other.First.After(d.Last)) {
			p.twice(f, g.date, fmt.Sprintf("%s in %s here, in %s above", verb, d, other))
		}
	}
}

// smallWords is how many small words may stand between a verb and its date, and between
// a name and the verb.
const smallWords = 3

// onceBefore is the verb of what happens once right before a date and the name right
// before that; nil where there is none.
func (p *Pass) onceBefore(f *fact.Fact) (verb string, name *fact.Fact) {
	s := p.Sheet
	c := language.For(s.Article.Lang).Classes()
	ts := s.Article.Sentences[f.Sentence].Tokens
	at := stepBack(c, ts, f.First)
	if at < 0 || c.Of(ts[at].Lower)&language.OnceVerb == 0 {
		return "", nil
	}
	last := stepBack(c, ts, at)
	for _, i := range s.Of(f.Sentence) {
		n, ok := s.Facts[i].Value.(fact.Name)
		if ok && last >= 0 && s.Facts[i].First <= last && last < s.Facts[i].Last && n.Entity >= 0 {
			return ts[at].Lower, &s.Facts[i]
		}
	}
	return "", nil
}

// wholeName is a name with the words before it that have a capital too: what opens a
// sentence was not read as part of it.
func (p *Pass) wholeName(f *fact.Fact) string {
	a := p.Sheet.Article
	ts := a.Sentences[f.Sentence].Tokens
	c := language.For(a.Lang).Classes()
	first := f.First
	for first > 0 && ts[first-1].Kind == article.Word && startsUpper(ts[first-1].Text) && c.Of(ts[first-1].Lower)&language.Determiner == 0 {
		first--
	}
	return a.Text(tokensSpan(&a.Sentences[f.Sentence], first, f.Last))
}

// stepBack is the nearest token before i that is neither a small word nor a comma,
// -1 where too many are.
func stepBack(c *language.Classes, ts []article.Token, i int) int {
	for n := 0; n <= smallWords && i > 0; n++ {
		i--
		small := ts[i].Kind == article.Word && !startsUpper(ts[i].Text) && c.Of(ts[i].Lower)&language.Function != 0 && c.Of(ts[i].Lower)&language.OnceVerb == 0
		if !small && !isMark(&ts[i], ",") {
			return i
		}
	}
	return -1
}

// twoCounts reports a number that refers back to another one: of the same people or
// things with whom the same is done.
func (p *Pass) twoCounts() {
	s := p.Sheet
	heads := map[string][]headcount{}
	for i := range s.Facts {
		f := &s.Facts[i]
		n, ok := f.Value.(fact.Number)
		if !ok || f.Slot.Aspect != fact.Count || f.Slot.Head == "" || n.Hedge != fact.Exact || n.IsRange() || f.Quoted {
			continue
		}
		v, whole := n.Low.Int64()
		if !whole {
			continue
		}
		x := headcount{f, v}
		if g := p.referred(heads[f.Slot.Head], x); g != nil {
			p.twice(f, g, fmt.Sprintf("%s here, %s above", f.Value, g.Value))
		}
		heads[f.Slot.Head] = append(heads[f.Slot.Head], x)
	}
}

// headcount is a count and its value.
type headcount struct {
	fact  *fact.Fact
	value int64
}

// referred is the count that x refers back to and differs from; nil where x refers
// to none, or the article told the value of x or several others.
func (p *Pass) referred(before []headcount, x headcount) *fact.Fact {
	if x.fact.Slot.Verb == "" || x.value < leastCount || !p.definite(x.fact) || p.elsewhere(x.fact) {
		return nil
	}
	var g *headcount
	for i := range before {
		y := &before[i]
		if y.fact.Slot.Verb != x.fact.Slot.Verb && !slices.Contains(y.fact.Slot.Context, x.fact.Slot.Verb) {
			continue
		}
		if y.value == x.value || g != nil && g.value != y.value {
			return nil
		}
		g = y
	}
	if g == nil || g.value < leastCount || g.fact.Sentence == x.fact.Sentence || p.definite(g.fact) || p.elsewhere(g.fact) ||
		!slipped(x.value, g.value) || p.states(max(x.value-g.value, g.value-x.value)) {
		return nil
	}
	return g.fact
}

// leastCount is how many people or things must be counted: fewer may be a part.
const leastCount = 5

// definite tells whether a number refers to what was spoken of: "the 14 people".
func (p *Pass) definite(f *fact.Fact) bool {
	ts := p.Sheet.Article.Sentences[f.Sentence].Tokens
	return f.First > 0 && ts[f.First-1].Kind == article.Word &&
		language.For(p.Sheet.Article.Lang).Classes().Of(ts[f.First-1].Lower)&language.DefiniteWord != 0
}

// elsewhere tells whether the sentence of a number names a year: it may tell of
// another event.
func (p *Pass) elsewhere(f *fact.Fact) bool {
	for _, i := range p.Sheet.Of(f.Sentence) {
		if d, ok := p.Sheet.Facts[i].Value.(fact.Date); ok && d.Year != 0 && !d.Relative {
			return true
		}
	}
	return false
}

// states tells whether the article has a number: 12 killed and two who died later
// are the 14 of the end.
func (p *Pass) states(n int64) bool {
	for i := range p.Sheet.Facts {
		x, ok := p.Sheet.Facts[i].Value.(fact.Number)
		if ok && x.Low == language.Int(n) {
			return true
		}
	}
	return false
}

// twice reports a value and the one above that it contradicts.
func (p *Pass) twice(f, g *fact.Fact, message string) {
	p.Report(Finding{Severity: Warning, Confidence: 0.8, At: Mention{Sheet: p.Sheet, Span: f.Span, Value: f.Value.String()},
		Related: []Mention{{Sheet: p.Sheet, Span: g.Span, Value: g.Value.String()}}, Message: message})
}
