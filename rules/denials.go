package rules

import (
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
	"github.com/sourcelint/sourcelint/align/language"
	"github.com/sourcelint/sourcelint/rules/lexicon"
)

// denials is all that denies on a side of a passage.
type denials struct {
	known bool // the words of the language that deny are known
	found []denial
	words *placedWords // where a plain negation is among them
	// The sentences around have negations to spare, and words that need them.
	spare, needed int
}

// denial is a word or phrase that denies.
type denial struct {
	at      Mention
	place   int             // words of the passage before it
	strong  bool            // a negation, not a word that denies by its meaning
	plain   bool            // can hardly be rendered without a word that denies
	denied  int             // place of the word that it denies where that denies as well: "not impossible"; 0 where it does not
	lacking bool            // without, failed to
	kind    language.Denial // of a word that is no negation
	again   bool            // repeats the one before it: "did not see and did not hear"
}

// maxDenials is how many denials a passage has at most for them to be told apart.
const maxDenials = 50

// denials reads a side of a passage.
func (p *Pass) denials(side int, x *passage) denials {
	sheet := p.sheets()[side]
	l := language.For(sheet.Article.Lang)
	out := denials{known: l.TellsNegation()}
	r := denialReader{out: &out, sheet: sheet, lang: l, lex: p.lexicon(l.Tag), edited: !foreign(p.Alignment)}
	own, near := x.side(side)
	for _, i := range near {
		if len(out.found) > maxDenials {
			out.known = false
			break
		}
		if i < own[0] || i > own[len(own)-1] {
			r.around(i)
			continue
		}
		r.sentence(i)
	}
	return out
}

// plain tells whether a plain negation is among them.
func (d *denials) plain() bool {
	return slices.ContainsFunc(d.found, func(n denial) bool { return n.plain })
}

// denialReader reads the denials of sentences.
type denialReader struct {
	out    *denials
	sheet  *fact.Sheet
	lang   *language.Language
	lex    *lexicon.Lexicon
	edited bool // the other side is in the same language
	from   int  // words of the passage before the sentence
}

// around counts those of a sentence beside the passage.
func (r *denialReader) around(i int) {
	for _, n := range fact.Negations(r.sheet.Article, i) {
		r.out.needed++
		if n.Kind == language.Not || n.Kind == language.NoneOf {
			r.out.spare++
		}
	}
	ts := r.sheet.Article.Sentences[i].Tokens
	for j := range ts {
		if r.denies(ts, j) {
			r.out.needed++
		}
	}
}

// sentence reads those of a sentence, in order.
func (r *denialReader) sentence(i int) {
	ts := r.sheet.Article.Sentences[i].Tokens
	from := r.from
	r.from += len(ts)
	upTo := 0
	var kept []fact.Negation
	for _, n := range fact.Negations(r.sheet.Article, i) {
		if len(kept) > maxDenials {
			break
		}
		r.lexical(i, from, upTo, n.First)
		upTo = n.Last
		idiom := idiomOf(r.lang, ts, n.First, n.Last)
		double := r.doubled(ts, kept, n)
		if idiom == language.DeniesNothing || double && r.lang.Concord(ts[n.First].Lower) || r.dangling(ts, kept, n) {
			continue
		}
		d := denial{at: mention(r.sheet, i, n.First, n.Last), place: from + n.First, strong: n.Kind != language.Not || r.lang.Denial(ts[n.First].Lower) == language.NoDenial,
			lacking: idiom == language.NoIdiom && (n.Kind == language.Without || n.Kind == language.FailTo)}
		d.plain = d.strong && !double && idiom == language.NoIdiom && r.plain(ts, n)
		if d.plain && r.denies(ts, n.Head) {
			d.denied = from + n.Head
		}
		d.again = d.plain && len(kept) > 0 && r.repeats(ts, kept[len(kept)-1], n)
		kept = append(kept, n)
		r.out.found = append(r.out.found, d)
	}
	r.lexical(i, from, upTo, len(ts))
}

// plain tells whether a negation can hardly be rendered without a word that denies.
func (r *denialReader) plain(ts []article.Token, n fact.Negation) bool {
	return (n.Kind == language.Not || n.Kind == language.NoneOf) && n.Head >= 0 && !twice(ts, n) && !asked(ts) && !r.attributive(ts, n) && !(r.edited && r.contrasts(ts, n))
}

// doubled tells whether a negation is one with one before it whose clause it stands
// in, as in languages where "no … ninguna" is one negation.
func (r *denialReader) doubled(ts []article.Token, before []fact.Negation, n fact.Negation) bool {
	for _, m := range before {
		if n.Kind == language.NoneOf && m.From <= n.First && n.First < m.To ||
			r.lang.Concord(ts[n.First].Lower) && !slices.ContainsFunc(ts[m.Last:n.First], func(t article.Token) bool { return t.Kind == article.Punct }) {
			return true
		}
	}
	return false
}

// dangling tells whether a negation stands behind a verb and lacks the one before
// the verb without which it denies nothing.
func (r *denialReader) dangling(ts []article.Token, before []fact.Negation, n fact.Negation) bool {
	return n.Kind == language.NoneOf && len(before) == 0 && n.First > 1 && r.lang.Concord(ts[n.First].Lower) && ts[n.First-1].Kind == article.Word &&
		r.lang.Classes().Of(ts[n.First-1].Lower)&language.Function == 0 && !r.denies(ts, n.First-1)
}

// twice tells whether a negation of two parts is the same word twice: "ni … ni".
func twice(ts []article.Token, n fact.Negation) bool {
	return n.Last-n.First > 2 && ts[n.First].Lower == ts[n.Last-1].Lower
}

// repeats tells whether a negation repeats one before it behind a conjunction, for
// what one negation of the other side denies together.
func (r *denialReader) repeats(ts []article.Token, before, n fact.Negation) bool {
	if before.Kind == language.NoneOf && n.Kind == language.NoneOf && isMark(&ts[n.First-1], ",") {
		return true
	}
	if slices.ContainsFunc(ts[before.Last:n.First], func(t article.Token) bool { return t.Kind == article.Punct }) {
		return false
	}
	return (ts[before.First].Lower == ts[n.First].Lower || before.Kind == language.NoneOf && n.Kind == language.NoneOf) &&
		slices.ContainsFunc(ts[max(before.Last, n.First-2):n.First], r.conjunction)
}

func (r *denialReader) conjunction(t article.Token) bool {
	return t.Kind == article.Word && r.lang.Classes().Of(t.Lower)&language.Conjunction != 0
}

// lexical adds the words among tokens lo to hi of sentence i that deny by their meaning.
func (r *denialReader) lexical(i, from, lo, hi int) {
	ts := r.sheet.Article.Sentences[i].Tokens
	for j := lo; j < hi; j++ {
		if r.denies(ts, j) && idiomOf(r.lang, ts, j, j+1) != language.DeniesNothing {
			r.out.found = append(r.out.found, denial{at: mention(r.sheet, i, j, j+1), place: from + j, kind: r.denial(&ts[j])})
		}
	}
}

// denies tells whether a word denies by its meaning.
func (r *denialReader) denies(ts []article.Token, j int) bool {
	return r.denial(&ts[j]) != language.NoDenial
}

func (r *denialReader) denial(t *article.Token) language.Denial {
	if t.Kind != article.Word {
		return language.NoDenial
	}
	if negatedByPrefix(r.lex, t.Lower) {
		return language.Denies
	}
	return r.lang.Denial(t.Lower)
}

// attributive tells whether a negation belongs to an adjective before its noun, in
// a language that writes nouns with capitals, or to a part of a compound: "nicht
// ansteckende Krankheiten", "Nicht-Pfad-Parameter" are things, not statements.
func (r *denialReader) attributive(ts []article.Token, n fact.Negation) bool {
	if n.Last >= len(ts) {
		return false
	}
	if isMark(&ts[n.Last], "-") && !ts[n.Last].Space {
		return true
	}
	return n.Last+1 < len(ts) && len(r.lang.NounEndings()) > 0 && ts[n.Last].Kind == article.Word && startsLower(ts[n.Last].Text) &&
		r.lang.Classes().Of(ts[n.Last].Lower)&language.Function == 0 && ts[n.Last+1].Kind == article.Word && startsUpper(ts[n.Last+1].Text)
}

// idiomOf tells what a phrase means of which tokens first to last are part.
func idiomOf(l *language.Language, ts []article.Token, first, last int) language.Idiom {
	var words [6]string
	at := func(i int) string {
		if strings.HasSuffix(ts[i].Lower, "n't") {
			return "not"
		}
		return ts[i].Lower
	}
	if last-first > 1 {
		if kind, n := l.NegationIdiom(append(words[:0], at(first), at(last-1))); n == 2 {
			return kind // "ne … que"
		}
	}
	for i := max(0, first-3); i <= first; i++ {
		ws := words[:0]
		for k := i; k < min(len(ts), i+len(words)); k++ {
			ws = append(ws, at(k))
		}
		switch kind, k := l.NegationIdiom(ws); {
		case i+k <= first:
		case kind == language.DeniesInside && !clauseEnds(l, ts, i+k):
		case kind == language.DeniesInside:
			return language.DeniesNothing
		default:
			return kind
		}
	}
	const near = 3
	for i := last; i < len(ts) && ts[i].Kind == article.Word; i++ {
		switch kind, k := l.NegationIdiom(append(words[:0], at(last-1), at(i))); {
		case k != 2:
		case kind == language.DeniesNothing && i < last+near:
			return kind // "would not be only"
		case kind == language.DeniesApart:
			return language.DeniesLoosely
		}
	}
	return language.NoIdiom
}

// clauseEnds tells whether a clause ends before token i.
func clauseEnds(l *language.Language, ts []article.Token, i int) bool {
	return i >= len(ts) || ts[i].Kind == article.Punct || l.Classes().Of(ts[i].Lower)&language.Conjunction != 0
}

// contrasts tells whether a negation sets one thing off against another behind a
// comma or a conjunction ("Arabic, and not African"), which "rather than" says too.
func (r *denialReader) contrasts(ts []article.Token, n fact.Negation) bool {
	return n.Last-n.First == 1 && n.First > 0 && !strings.HasSuffix(ts[n.First].Lower, "n't") &&
		(isMark(&ts[n.First-1], ",") || n.First > 1 && isMark(&ts[n.First-2], ",") && r.conjunction(ts[n.First-1]))
}

// asked tells whether a sentence asks: "isn't it" asks what "is it" does.
func asked(ts []article.Token) bool {
	for i := max(0, len(ts)-2); i < len(ts); i++ {
		if isMark(&ts[i], "?") {
			return true
		}
	}
	return false
}

// negatedByPrefix tells whether an English word is the opposite of another one by
// its beginning: "unable".
func negatedByPrefix(lex *lexicon.Lexicon, w string) bool {
	rest, ok := strings.CutPrefix(w, "un")
	return ok && len(rest) > 2 && lex.Tag() == "en" && lex.Ordinary(rest)
}
