package fact

import (
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// How claims are found. Only what is marked is read: a predicate that is negated,
// that a certainty word or a stage of a case at law qualifies, or that lies in
// the future. A negation reaches the words behind it up to the end of its
// clause; in a language that puts it behind its verb (German), where nothing is
// left behind it, those before.

const (
	maxReach  = 40 // words that a negation reaches at most
	maxParted = 8  // words between the two parts of a negation at most
)

// Negation is a negation in a sentence and what it reaches.
type Negation struct {
	First, Last int // tokens of the negating words; of "ne … pas" from the first to behind the last
	Kind        language.Negation
	From, To    int    // tokens it reaches
	Head        int    // token of the first content word it reaches, -1 where there is none
	Word        string // stem of that word
}

// Negations returns the negations of a sentence in order.
func Negations(a *article.Article, sentence int) []Negation {
	l, ts := language.For(a.Lang), a.Sentences[sentence].Tokens
	class := make([]language.Class, len(ts))
	for i := range ts {
		if ts[i].Kind == article.Word {
			class[i] = l.Classes().Of(ts[i].Lower)
		}
	}
	return negations(l, class, ts, nil)
}

// negations adds the negations among tokens of some classes to out.
func negations(l *language.Language, class []language.Class, ts []article.Token, out []Negation) []Negation {
	var words [8]string
	half := -1
	for i := 0; i < len(ts); i++ {
		if ts[i].Kind != article.Word {
			if ts[i].Kind == article.Punct && clauseEnd(ts[i].Text) {
				half = -1
			}
			continue
		}
		w := ts[i].Lower
		if class[i]&language.NegationStart == 0 && !strings.HasSuffix(w, "n't") {
			continue
		}
		kind, n := l.Negation(lowered(words[:0], ts, i))
		if n == 0 {
			continue
		}
		first := i
		open := half >= 0 && i-half <= maxParted
		switch {
		case kind == language.Half && !open:
			half = i
			continue
		case kind == language.Second && !open:
			continue
		case kind >= language.Half:
			first, kind, half = half, language.Not, -1
		case open:
			first, half = half, -1
		}
		out = append(out, reach(l, class, ts, Negation{First: first, Last: i + n, Kind: kind, Head: -1}))
		i += n - 1
	}
	return out
}

// lowered is the next words from token i on, as look-ups want them.
func lowered(words []string, ts []article.Token, i int) []string {
	for ; i < len(ts) && len(words) < cap(words); i++ {
		words = append(words, ts[i].Lower)
	}
	return words
}

// clauseEnd tells whether a mark ends what a negation reaches.
func clauseEnd(m string) bool {
	switch m {
	case ",", ";", ":", ".", "!", "?", "—", "–", "--", "(", ")", "…", "...":
		return true
	}
	return false
}

// reach fills in what a negation reaches.
func reach(l *language.Language, class []language.Class, ts []article.Token, n Negation) Negation {
	end := func(i int) bool {
		return ts[i].Kind == article.Punct && clauseEnd(ts[i].Text) ||
			ts[i].Kind == article.Word && class[i]&language.Conjunction != 0 && class[i]&(language.Determiner|language.PersonalWord) == 0
	}
	content := func(i int) bool {
		return ts[i].Kind == article.Word && class[i]&(language.Function|language.NegationWord) == 0
	}
	n.From, n.To = n.Last, n.Last
	for n.To < min(len(ts), n.From+maxReach) && (!end(n.To) || n.To == n.From && ts[n.To].Kind == article.Word) {
		if n.Head < 0 && content(n.To) {
			n.Head = n.To
		}
		n.To++
	}
	// "ne" and "pas" stand around the verb.
	for i := n.First; i < n.Last; i++ {
		if content(i) && class[i]&language.NegationStart == 0 {
			n.From, n.Head = i, i
			break
		}
	}
	if n.Head < 0 {
		for i := n.First - 1; i >= 0 && i > n.First-maxReach && !end(i); i-- {
			n.From = i
			if n.Head < 0 && content(i) {
				n.Head = i
			}
		}
	}
	if n.Head >= 0 {
		n.Word = l.Stem(ts[n.Head].Lower)
	}
	return n
}

// claimer reads the claims of an article.
type claimer struct {
	*text
	found  []mention
	of     []int
	denied []Negation
	out    []Fact
}

// claims reads the claims of all sentences.
func claims(t *text, found []mention, of []int) []Fact {
	c := &claimer{text: t, found: found, of: of}
	at := 0
	for s := range t.art.Sentences {
		first := at
		for at < len(found) && int(found[at].sent) == s {
			at++
		}
		if t.linted(s) && at-first <= maxNames && t.marked(s) {
			c.sentence(s, first, at)
		}
	}
	return c.out
}

// marked tells whether a sentence has a word that makes a claim.
func (t *text) marked(s int) bool {
	for _, c := range t.classes(s) {
		if c&(language.NegationStart|language.CertaintyStart|language.FutureWord) != 0 {
			return true
		}
	}
	return slices.ContainsFunc(t.tokens(s), func(tok article.Token) bool { return strings.HasSuffix(tok.Lower, "n't") })
}

// sentence reads the claims of sentence s, whose mentions are found[lo:hi].
func (c *claimer) sentence(s, lo, hi int) {
	ts := c.tokens(s)
	c.denied = negations(c.lang, c.classes(s), ts, c.denied[:0])
	done := make([]bool, len(ts))
	for i := 0; i < len(ts); i++ {
		if done[i] || ts[i].Kind != article.Word || c.taken[int(c.from[s])+i] {
			continue
		}
		switch {
		case c.is(s, i, language.CertaintyStart) && c.looks(s, i) == small:
			if n := c.qualified(s, i, lo, hi, done); n > 0 {
				i += n - 1
			}
		case c.is(s, i, language.FutureWord) && c.looks(s, i) == small:
			if p := c.predicate(s, i+1); p >= 0 && !done[p] {
				c.add(s, i, p, Claim{Certainty: Stated, Future: true}, lo, hi, done)
			}
		}
	}
	for _, n := range c.denied {
		if n.Head >= 0 && !done[n.Head] && n.Kind != language.Without {
			c.add(s, n.First, n.Head, Claim{}, lo, hi, done)
		}
	}
}

// qualified reads a claim at a word of certainty and returns how many tokens it took.
func (c *claimer) qualified(s, i, lo, hi int, done []bool) int {
	var words [8]string
	degree, n := c.lang.Certainty(lowered(words[:0], c.tokens(s), i))
	if n == 0 {
		return 0
	}
	claim := Claim{}
	switch degree {
	case language.Convicted:
		claim.Certainty = Convicted
	case language.Charged:
		claim.Certainty = Charged
	case language.Accused, language.Suspected, language.Alleged:
		claim.Certainty = Accused
	case language.Reported:
		claim.Certainty = Reported
	case language.Possible, language.Likely:
		claim.Certainty = Possible
	case language.Acquitted:
		claim.Certainty, claim.Polarity = Convicted, Denied
	default:
		return 0
	}
	head := i
	switch claim.Certainty {
	case Possible, Reported:
		if p := c.predicate(s, i+n); p >= 0 {
			head = p
		} else {
			return 0
		}
	}
	c.add(s, i, head, claim, lo, hi, done)
	return n
}

// predicate is the first content word from token i on in the same clause, -1.
func (c *claimer) predicate(s, i int) int {
	ts := c.tokens(s)
	for end := min(len(ts), i+maxReach); i < end; i++ {
		switch {
		case ts[i].Kind == article.Punct && clauseEnd(ts[i].Text):
			return -1
		case ts[i].Kind == article.Word && !c.is(s, i, language.Function|language.NegationWord) && c.looks(s, i) == small:
			return i
		}
	}
	return -1
}

// add records a claim with its predicate at token head, and the entities beside it.
func (c *claimer) add(s, first, head int, claim Claim, lo, hi int, done []bool) {
	ts := c.tokens(s)
	for i := min(first, head); i <= max(first, head) && i < len(done); i++ {
		done[i] = true
	}
	claim.Predicate = c.lang.Stem(ts[head].Lower)
	for _, n := range c.denied {
		if n.From <= head && head < n.To && n.Kind != language.Without || n.First <= head && head < n.Last {
			claim.Polarity = Denied
		}
	}
	claim.Subject, claim.Object = -1, -1
	for m := lo; m < hi; m++ {
		f := &c.found[m]
		switch {
		case int(f.last) <= min(first, head) && !f.possessive:
			claim.Subject = c.of[m]
		case int(f.lead) > max(first, head) && claim.Object < 0 && int(f.lead)-head <= 4:
			claim.Object = c.of[m]
		}
	}
	from, to := min(first, head), max(first, head)+1
	c.out = append(c.out, Fact{
		Kind: KindClaim, Sentence: s, First: from, Last: to,
		Span:   article.Span{Start: ts[from].Span.Start, End: ts[to-1].Span.End},
		Quoted: c.quote[int(c.from[s])+from] > 0,
		Value:  claim, Slot: Slot{Verb: claim.Predicate, Entity: claim.Subject},
	})
}

// String is the predicate with what makes it less than a plain statement.
func (c Claim) String() string {
	var b strings.Builder
	switch c.Certainty {
	case Convicted:
		b.WriteString("convicted: ")
	case Charged:
		b.WriteString("charged: ")
	case Accused:
		b.WriteString("accused: ")
	case Reported:
		b.WriteString("reported: ")
	case Possible:
		b.WriteString("possible: ")
	}
	if c.Future {
		b.WriteString("will ")
	}
	if c.Polarity == Denied {
		b.WriteString("not ")
	}
	b.WriteString(c.Predicate)
	return b.String()
}
