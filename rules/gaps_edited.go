package rules

import (
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// In a text that renders a source of its own language more gaps can be told: where
// the source has a whole sentence, a clause without subject, a preposition without
// object and a sentence without verb are slips and no style.

// editedGap makes a finder for a passage, nil where the source is in another
// language or the grammar is not known.
func (p *Pass) editedGap(x *passage) *editedGap {
	syn := p.syntax(p.Alignment.Target.Article)
	if foreign(p.Alignment) || syn.lang.Tag != "en" {
		return nil
	}
	return &editedGap{syn, p.looseEnds(x.source), p.startsWithVerb(syn, x.source), len(x.target) > len(x.source)}
}

// reportEdited reports the first gap of sentence k of the target, if any.
func (p *Pass) reportEdited(e *editedGap, x *passage, k int) {
	a := p.Alignment.Target.Article
	ts := a.Sentences[k].Tokens
	if len(ts) < 5 || !prose(a.Blocks[a.Sentences[k].Block].Kind) {
		return
	}
	if g, what, ok := e.find(ts); ok {
		at := mention(p.Alignment.Target, k, g.first, g.last)
		p.Report(Finding{Severity: Warning, Confidence: 0.85, At: at, Related: []Mention{sentencesMention(p.Alignment.Source, x.source)},
			Message: what + " is missing: “" + clip(at.Text()) + "”"})
	}
}

// looseEnds are the prepositions that stand before a mark in some sentences of the source.
func (p *Pass) looseEnds(sentences []int) map[string]bool {
	out := map[string]bool{}
	for _, i := range sentences {
		ts := p.Alignment.Source.Article.Sentences[i].Tokens
		for j := 0; j+1 < len(ts); j++ {
			if ts[j].Kind == article.Word && ts[j+1].Kind == article.Punct {
				out[ts[j].Lower] = true
			}
		}
	}
	return out
}

// startsWithVerb tells whether a sentence of the source does.
func (p *Pass) startsWithVerb(x syntax, sentences []int) bool {
	for _, i := range sentences {
		ts := p.Alignment.Source.Article.Sentences[i].Tokens
		if len(ts) > 0 && (x.class(&ts[0])&(language.Copula|language.Auxiliary) != 0 || x.past(ts[0].Lower)) {
			return true
		}
	}
	return false
}

// editedGap looks for gaps in sentences of a target.
type editedGap struct {
	syntax
	loose map[string]bool // words before marks in the source
	verbs bool            // its sentences begin with verbs too
	torn  bool            // the target has more sentences: a full stop may be the slip
}

// find returns the first gap of a sentence.
func (e *editedGap) find(ts []article.Token) (lacuna, string, bool) {
	opens := 0 // behind what opens a quotation
	for opens+3 < len(ts) && ts[opens].Kind == article.Punct && quoteMark(ts[opens].Text) {
		opens++
	}
	if g, ok := e.subjectless(ts[opens:]); ok {
		return lacuna{g.first + opens, g.last + opens}, "the subject", true
	}
	for j := 0; j+1 < len(ts); j++ {
		t, next := &ts[j], &ts[j+1]
		if t.Kind != article.Word || t.Text != t.Lower && j > 0 || hyphened(ts, j) || cited(ts, j) {
			continue
		}
		c, n := e.class(t), e.class(next)
		switch {
		case next.Kind == article.Punct && !next.Space && c&language.BoundPreposition != 0 && c&language.Adverb == 0 && isMark(next, ",", ".", ";", "!", ")") && !e.loose[t.Lower] && !(e.torn && j+2 == len(ts)) && !asked(ts) && !e.particle(ts, j):
			return lacuna{j, j + 2}, "a word", true
		case isMark(next, "(") && c&language.BoundPreposition != 0 && j+3 < len(ts) && isAcronymToken(ts[j+2].Text) && isMark(&ts[j+3], ")") && !e.loose[t.Lower]:
			return lacuna{j, j + 4}, "a name", true // "received by (USGS)"
		case next.Kind != article.Word || !next.Space:
		case e.possessive(t) && c == 0 && e.finite(next) && n&language.Copula != 0:
			return lacuna{j, j + 2}, "a noun", true // "when Brazil's are completed"
		case t.Lower == "not" && e.modal(next):
			return lacuna{j, j + 2}, "a word", true // "so large that not could attend"
		case c&language.BoundPreposition != 0 && e.past(next.Lower) && j+2 < len(ts) && e.class(&ts[j+2])&language.Preposition != 0:
			return lacuna{j, j + 2}, "a word", true // "the people of marvelled at"
		case e.lang.NeedsNoun(t.Lower) && e.only(next.Lower, "verb") && !e.past(next.Lower) && !strings.HasSuffix(next.Lower, "ing") && j+2 < len(ts) && e.lang.NeedsNoun(ts[j+2].Lower):
			return lacuna{j, j + 2}, "a noun", true // "the confirm the"
		case c&language.Conjunction != 0 && c&language.Preposition == 0 && e.adverbial(t) && e.past(next.Lower) && j+2 < len(ts) && e.lang.NeedsNoun(ts[j+2].Lower):
			return lacuna{j, j + 2}, "the subject", true // "if watched the film"
		case c&language.Copula != 0 && e.finite(t) && e.finite(next) && n&language.Copula == 0 && n&language.NegationWord == 0 && !e.inverted(ts[:j]):
			return lacuna{j, j + 2}, "a word", true // "is has"
		case e.subject(t) && c&(language.HePronoun|language.ShePronoun) != 0 && startsUpper(next.Text) && next.Lower != "i":
			return lacuna{j, j + 2}, "a verb", true // "he Brooks"
		case e.subject(t) && n&language.BoundPreposition != 0 && j+2 < len(ts) && e.lang.NeedsNoun(ts[j+2].Lower):
			return lacuna{j, j + 2}, "a verb", true // "they to the"
		case t.Lower == "to" && n&language.BoundPreposition != 0 && next.Lower != "at" && next.Lower != "in":
			return lacuna{j, j + 2}, "a verb", true // "to through it"
		case j > 0 && (next.Lower == "which" || next.Lower == "whom") && c&language.BoundPreposition != 0 && j+2 < len(ts) && t.Lower != "of" && (e.finite(&ts[j+2]) || e.past(ts[j+2].Lower)):
			return lacuna{j, j + 3}, "a word", true // "in which explained"
		}
	}
	if !e.torn && !e.anyVerb(ts) {
		return lacuna{0, len(ts)}, "a verb", true
	}
	return lacuna{}, "", false
}

// subjectless looks for a clause at the head of a sentence that begins with its verb.
func (e *editedGap) subjectless(ts []article.Token) (lacuna, bool) {
	first := &ts[0]
	if asked(ts) || first.Kind != article.Word {
		return lacuna{}, false
	}
	c := e.class(first)
	comma := firstComma(ts)
	switch {
	case e.verbs:
	case c&(language.Copula|language.Auxiliary) != 0 && !strings.HasSuffix(first.Lower, "ing") && first.Lower[0] != 'b':
		inverts := first.Lower == "had" || first.Lower == "were" || first.Lower == "should" || first.Lower == "may"
		bids := first.Lower == "do" || first.Lower == "have" || strings.HasSuffix(first.Lower, "n't")
		if !bids && !(inverts && !e.continues(&ts[1])) {
			return lacuna{0, 2}, true // "Was greeted by"
		}
		return lacuna{}, false
	case e.past(first.Lower) && (comma < 0 || !e.begins(ts, comma+1)):
		return lacuna{0, 2}, true // "Advised Carter on"
	}
	if c&language.Adverb != 0 && first.Lower != "not" && e.verbOnly(&ts[1]) && e.class(&ts[2])&language.Preposition != 0 {
		return lacuna{0, 2}, true // "Now announced on"
	}
	if c&language.Preposition != 0 && startsUpper(ts[1].Text) { // "In Port Allard announced on"
		j := 1
		for j+2 < len(ts) && ts[j].Kind == article.Word && startsUpper(ts[j].Text) {
			j++
		}
		if (e.verbOnly(&ts[j]) || e.class(&ts[j])&language.SayVerb != 0 && startsLower(ts[j].Text)) && e.leads(&ts[j+1]) {
			return lacuna{j - 1, j + 1}, true
		}
	}
	if comma < 0 || comma+2 >= len(ts) {
		return lacuna{}, false
	}
	after := &ts[comma+1]
	leads := c&(language.Preposition|language.Conjunction|language.Adverb) != 0 || strings.HasSuffix(first.Lower, "ly") || c&language.AccordingWord != 0
	if leads && after.Lower == "of" && comma+3 < len(ts) && e.class(&ts[comma+2])&(language.Determiner|language.Conjunction) == language.Determiner {
		return lacuna{comma, comma + 2}, true // "On Monday, of the island"
	}
	if leads && first.Lower != "not" && first.Lower != "what" && first.Lower != "who" && first.Lower != "whether" && (e.finite(after) || e.past(after.Lower) && after.Text == after.Lower && e.leads(&ts[comma+2])) {
		return lacuna{comma, comma + 2}, true // "Since Japan is a group of islands, is often called"
	}
	return lacuna{}, false
}

// adverbial tells whether a conjunction begins a clause that says when, why or if:
// no relative pronoun and none that joins equals.
func (e *editedGap) adverbial(t *article.Token) bool {
	return !coordinates(t) && e.class(t)&language.PersonalWord == 0 && !strings.HasPrefix(t.Lower, "wh") && t.Lower != "that" && t.Lower != "then" && t.Lower != "how" || t.Lower == "when" || t.Lower == "while"
}

// leads tells whether a word begins the object of a verb.
func (e *editedGap) leads(t *article.Token) bool {
	return e.class(t)&(language.Determiner|language.Preposition|language.PossessiveWord) != 0 || t.Lower == "that"
}

// continues tells whether a word stands between an auxiliary and its verb or is
// that verb: the auxiliary's subject is not behind it.
func (e *editedGap) continues(t *article.Token) bool {
	return t.Text == t.Lower && (e.class(t)&(language.Copula|language.Auxiliary|language.Adverb|language.Preposition) != 0 || e.past(t.Lower))
}

// begins tells whether a clause with a subject may begin at token j.
func (e *editedGap) begins(ts []article.Token, j int) bool {
	if j >= len(ts) {
		return false
	}
	t := &ts[j]
	return startsUpper(t.Text) || t.Kind == article.Number || e.class(t)&(language.Determiner|language.PossessiveWord|language.PersonalWord) != 0 || e.plural(t) || e.nounOnly(t)
}

// particle tells whether the preposition at j may belong to the verb before it:
// "came in", "drove by".
func (e *editedGap) particle(ts []article.Token, j int) bool {
	return j > 0 && (ts[j].Lower == "in" || ts[j].Lower == "by") && e.verb(ts[j-1].Lower)
}

func (e *editedGap) verb(w string) bool {
	return slices.ContainsFunc(e.lex.Lemmas(w), func(l lexicon.Lemma) bool { return l.POS == "verb" })
}

// anyVerb tells whether some word of a sentence can be a finite verb.
func (e *editedGap) anyVerb(ts []article.Token) bool {
	for j := 1; j < len(ts); j++ {
		if ts[j].Kind == article.Word && startsLower(ts[j].Text) && e.class(&ts[j-1])&(language.Determiner|language.PossessiveWord|language.Preposition) == 0 && !strings.HasSuffix(ts[j].Lower, "ing") && e.verb(ts[j].Lower) {
			return true
		}
	}
	return e.predicate(ts)
}

// firstComma is the first comma of a sentence, -1 where there is none or another
// mark comes first.
func firstComma(ts []article.Token) int {
	for j := range ts {
		if ts[j].Kind == article.Punct && !isMark(&ts[j], "-", "'", "’") {
			if isMark(&ts[j], ",") {
				return j
			}
			return -1
		}
	}
	return -1
}
