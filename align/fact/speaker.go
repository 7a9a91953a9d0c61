package fact

import (
	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// How a quotation finds its speaker. A verb of saying stands behind it ("…,"
// said Jones), or before it (Jones said: "…"), or the clause around a fragment
// has one (Jones called it "…"). The speaker is the name that the verb follows
// or that follows the verb; for he and she the last person of that gender named
// outside quotations; for a participle (…, calling it "…") the subject of the
// sentence. A quotation that stands by itself behind another of the same
// paragraph has that one's speaker. Where the subject is no name ("said an
// adviser to Sessions") nobody is better than somebody.

// scareWords is how long a quotation by nobody may be to count as a word or title set off.
const scareWords = 4

// maxNames is how many names a sentence may have for its quotations and claims to
// be read: what has more is a list.
const maxNames = 200

// attributor finds the speakers of an article's quotations.
type attributor struct {
	*text
	quotes   []quote
	found    []mention
	of       []int
	entities []Entity
	bySent   []int32 // index of the first mention of each sentence, and one past the last

	offices map[string]int // who alone bears a title

	last      int // who spoke last, -1
	lastBlock int
}

// attribute finds the speaker of every quotation.
func attribute(t *text, quotes []quote, found []mention, of []int, entities []Entity) {
	a := &attributor{text: t, quotes: quotes, found: found, of: of, entities: entities, last: -1}
	a.bySent = make([]int32, len(t.art.Sentences)+1)
	j := 0
	for s := range t.art.Sentences {
		for j < len(found) && int(found[j].sent) < s {
			j++
		}
		a.bySent[s] = int32(j)
	}
	a.bySent[len(t.art.Sentences)] = int32(len(found))
	order := inOrderOfPlace(quotes)
	prev := -1
	for _, i := range order {
		q := &quotes[i]
		a.speaker(q)
		if q.value.Speaker < 0 && q.value.Verb == "" && prev >= 0 {
			a.inherit(q, &quotes[prev])
		}
		q.value.Scare = q.value.Speaker < 0 && q.value.Verb == "" && len(q.value.Words) <= scareWords
		if !q.value.Scare {
			prev = i
			a.last, a.lastBlock = q.value.Speaker, a.art.Sentences[q.last.sent].Block
		}
	}
}

// inOrderOfPlace lists quotations by their opening mark.
func inOrderOfPlace(quotes []quote) []int {
	order := make([]int, len(quotes))
	for i := range order {
		order[i] = i
	}
	// They are nearly sorted: an enclosing one comes behind those inside it.
	for i := 1; i < len(order); i++ {
		for j := i; j > 0 && before(quotes[order[j]].open, quotes[order[j-1]].open); j-- {
			order[j], order[j-1] = order[j-1], order[j]
		}
	}
	return order
}

func before(a, b place) bool { return a.sent < b.sent || a.sent == b.sent && a.tok < b.tok }

// speaker looks for the verb and the speaker around a quotation.
func (a *attributor) speaker(q *quote) {
	if a.crowded(q.open.sent) || a.crowded(q.shut.sent) {
		return
	}
	if a.behind(q) || a.ahead(q) {
		return
	}
}

// crowded tells whether a sentence has so many names that it is no sentence.
func (a *attributor) crowded(s int) bool { return a.bySent[s+1]-a.bySent[s] > maxNames }

// inherit gives a quotation the speaker of the one before it where it stands by
// itself in the same paragraph, or is a paragraph of its own behind one.
func (a *attributor) inherit(q, prev *quote) {
	if prev.value.Speaker < 0 || !a.alone(q) || prev.last.sent > q.first.sent {
		return
	}
	pb, qb := a.art.Sentences[prev.last.sent].Block, a.art.Sentences[q.first.sent].Block
	if pb == qb || pb == qb-1 && q.open.tok == 0 && q.open.sent == a.art.Blocks[qb].First {
		q.value.Speaker, q.value.Verb = prev.value.Speaker, prev.value.Verb
	}
}

// alone tells whether a quotation begins and ends its sentence.
func (a *attributor) alone(q *quote) bool {
	for i := range q.open.tok {
		if a.looks(q.open.sent, i) != noWord {
			return false
		}
	}
	for i := q.shut.tok; i < len(a.tokens(q.shut.sent)); i++ {
		if a.looks(q.shut.sent, i) != noWord {
			return false
		}
	}
	return true
}

// outside tells whether token i of sentence s is in no quotation.
func (a *attributor) outside(s, i int) bool {
	return i >= 0 && i < len(a.tokens(s)) && a.quote[int(a.from[s])+i] == 0
}

// behind looks for the verb after the closing mark: "…," said Jones; "…," Jones, 73, tweeted.
func (a *attributor) behind(q *quote) bool {
	s, i := q.shut.sent, q.shut.tok+1
	ts := a.tokens(s)
	if i >= len(ts) {
		// The sentence may have been cut at the closing mark: look on in the block.
		if s+1 >= a.art.Blocks[a.art.Sentences[s].Block].Last || a.looks(s+1, 0) == noWord || q.unclosed {
			return false
		}
		if !a.is(s+1, 0, language.SayVerb) {
			return false
		}
		s, i = s+1, 0
		ts = a.tokens(s)
	}
	if m := a.mark(s, i); m == "," || m == "—" || m == "–" || m == "-" {
		i++
	}
	// A fragment inside its sentence has its verb before it, unless the comma
	// stands inside the marks.
	if q.value.CutStart && q.value.CutEnd && a.mark(q.last.sent, q.last.tok-1) != "," {
		return false
	}
	joined := false // "…," smelled gunpowder and heard cries, said Jones
	for k := i; k < min(i+16, len(ts)) && a.outside(s, k); k++ {
		if m := a.mark(s, k); m == ";" || m == "." || m == ":" {
			return false
		}
		if !a.sayVerb(s, k) {
			joined = joined || k > i && a.is(s, k, language.Conjunction) && !a.is(s, k, language.Determiner) && a.lower(s, k) != "who"
			continue
		}
		if k == i || a.auxiliaries(s, i, k) || a.mark(s, k-1) == "," && a.endingAt(s, k-1) < 0 && a.beforeComma(s, k-1) < 0 {
			// said Jones
			q.value.Verb = ts[k].Lower
			q.value.Speaker = a.after(s, k, q)
			return k == i || q.value.Speaker >= 0
		}
		if joined {
			return false
		}
		if who, ok, direct := a.subject(s, i, k, q); ok && direct {
			q.value.Verb = ts[k].Lower
			q.value.Speaker = who
			return true
		}
		return false
	}
	return false
}

// ahead looks for the last verb before the opening mark, in the same sentence:
// Jones said: "…"; Jones swore he had not said one "cross word".
func (a *attributor) ahead(q *quote) bool {
	s := q.open.sent
	ts := a.tokens(s)
	for k := q.open.tok - 1; k >= 0; k-- {
		if a.quote[int(a.from[s])+k] != 0 {
			continue
		}
		if m := a.mark(s, k); m == ";" {
			return false
		}
		if !a.sayVerb(s, k) {
			continue
		}
		if a.is(s, k, language.AccordingWord) {
			if who := a.mentionIn(s, k+1, min(k+6, len(ts))); who >= 0 {
				q.value.Verb, q.value.Speaker = ts[k].Lower, a.of[who]
				return true
			}
			continue
		}
		who, ok, _ := a.subject(s, a.clause(s, k), k, q)
		if !ok {
			continue
		}
		q.value.Verb, q.value.Speaker = ts[k].Lower, who
		return true
	}
	// X: "…"
	if a.mark(s, q.open.tok-1) == ":" {
		if m := a.endingAt(s, q.open.tok-1); m >= 0 {
			q.value.Speaker = a.of[m]
			return true
		}
	}
	return false
}

// auxiliaries tells whether [i, k) is only auxiliary verbs: "…", a déclaré Dupont.
func (a *attributor) auxiliaries(s, i, k int) bool {
	for j := i; j < k; j++ {
		if !a.is(s, j, language.Auxiliary|language.Copula) || a.is(s, j, language.PersonalWord) && a.art.Lang == "en" {
			return false
		}
	}
	return true
}

// sayVerb tells whether token k is a verb of saying, and no noun ("in a tweet",
// "Trump's tweets").
func (a *attributor) sayVerb(s, k int) bool {
	if !a.is(s, k, language.SayVerb) || a.looks(s, k) != small && k > 0 || a.is(s, k-1, language.Determiner|language.PossessiveWord) && !a.is(s, k-1, language.PersonalWord) {
		return false
	}
	if m := a.endingAt(s, k); m >= 0 && a.found[m].possessive {
		return false
	}
	return true
}

// clause is the token at which the text outside quotations before token k begins.
func (a *attributor) clause(s, k int) int {
	for i := k - 1; i >= 0; i-- {
		if a.mark(s, i) == ";" {
			return i + 1
		}
	}
	return 0
}

// after is the speaker that follows a verb: said Jones, said Sen. Doug Jones; -1
// where it is somebody without a name.
func (a *attributor) after(s, k int, q *quote) int {
	i := k + 1
	if a.is(s, i, language.PersonalWord) {
		return a.pronoun(s, i, q)
	}
	for m := a.bySent[s]; m < a.bySent[s+1]; m++ {
		f := &a.found[m]
		if int(f.lead) < i {
			continue
		}
		// Between verb and name only titles and roles in lower case, with what describes them.
		for j := i; j < int(f.lead); j++ {
			if a.is(s, j, language.Preposition|language.Conjunction|language.Copula) || a.mark(s, j) != "" && !hyphen(a.mark(s, j)) || j > i && a.is(s, j, language.Determiner) {
				return -1
			}
		}
		if int(f.lead) > i && a.is(s, i, language.Determiner) && a.looks(s, int(f.last)) == small && !a.is(s, int(f.last), language.Function) {
			return -1 // "said the Trump campaign"
		}
		if a.entities[a.of[m]].Demonym || f.possessive || a.attributive(s, f) {
			continue
		}
		return a.of[m]
	}
	return -1
}

// attributive tells whether a name only describes the noun behind it: "the Trump
// campaign", "Troy police".
func (a *attributor) attributive(s int, f *mention) bool {
	return a.is(s, int(f.last), language.OrganisationWord|language.RoleWord) && a.looks(s, int(f.last)) == small
}

// subject finds who says what the verb at token k introduces, looking back to
// token lo. ok is false where the verb has no subject of its own here; direct
// tells that the subject stands right before the verb.
func (a *attributor) subject(s, lo, k int, q *quote) (who int, ok, direct bool) {
	i := k - 1
	for i >= lo && (a.is(s, i, language.Adverb|language.Auxiliary) && !a.is(s, i, language.PersonalWord) || adverbial(a.lower(s, i))) {
		i--
	}
	if i < lo {
		if lo > 0 {
			return -1, false, false
		}
		return a.clauseSubject(s, k, q)
	}
	if a.is(s, i, language.HePronoun|language.ShePronoun) && !a.is(s, i, language.PossessiveWord) {
		return a.pronoun(s, i, q), true, true
	}
	if m := a.endingAt(s, i+1); m >= 0 && !a.found[m].possessive && !a.entities[a.of[m]].Demonym {
		if a.objectOf(s, m) {
			if who, ok := a.sentenceSubject(s, k, q); ok {
				return who, true, false
			}
		}
		return a.of[m], true, true // also "after Trump tweeted"
	}
	switch {
	case a.mark(s, i) == ",":
		// Jones, 66, said; Jones, who won, said; the chief, Charles Craft, said; …, calling it
		if !participle(a.lower(s, k)) {
			if m := a.endingAt(s, i); m >= 0 && !a.found[m].possessive && a.entities[a.of[m]].Kind == Person && !a.objectOf(s, m) {
				return a.of[m], true, true
			}
		}
		if m := a.beforeComma(s, i); m >= 0 {
			return a.of[m], true, true
		}
		return a.clauseSubject(s, k, q)
	case a.is(s, i, language.Conjunction) || a.looks(s, i) == noWord || a.is(s, i, language.Preposition):
		return a.clauseSubject(s, k, q)
	case a.is(s, i, language.RoleWord):
		if a.is(s, i-1, language.Determiner) {
			return a.office(s, i), true, true
		}
		return -1, true, true
	case a.is(s, i, language.PersonalWord|language.Determiner|language.PossessiveWord):
		return -1, true, true
	case participle(a.lower(s, k)) || a.taken[int(a.from[s])+i]:
		return a.clauseSubject(s, k, q)
	}
	return -1, true, true // police said, the Trump campaign said
}

// participle tells whether an English verb has the form of a participle, which
// shares the subject of the sentence.
func participle(w string) bool { return len(w) > 4 && w[len(w)-3:] == "ing" }

// clauseSubject is sentenceSubject, as a subject that stands elsewhere.
func (a *attributor) clauseSubject(s, k int, q *quote) (who int, ok, direct bool) {
	who, ok = a.sentenceSubject(s, k, q)
	return who, ok, false
}

// adverbial tells whether a word reads like an English adverb.
func adverbial(w string) bool { return len(w) > 5 && w[len(w)-2:] == "ly" }

// objectOf tells whether a mention follows a preposition, so that it is no subject:
// "an adviser to Sessions said".
func (a *attributor) objectOf(s, m int) bool {
	i := int(a.found[m].lead) - 1
	for a.is(s, i, language.Determiner|language.PossessiveWord) {
		i--
	}
	return a.is(s, i, language.Preposition)
}

// beforeComma is the mention whose apposition ends with the comma at token i,
// -1 where there is none: the last person before it that a comma follows.
func (a *attributor) beforeComma(s, i int) int {
	for m := a.bySent[s+1] - 1; m >= a.bySent[s]; m-- {
		f := &a.found[m]
		if a.mark(s, int(f.last)) == "," && int(f.last) < i && !f.possessive && a.outside(s, int(f.first)) && a.entities[a.of[m]].Kind == Person && !a.objectOf(s, int(m)) {
			return int(m)
		}
	}
	return -1
}

// sentenceSubject is who the clause before token k is about: the nearest person
// or body before it that a verb can follow.
func (a *attributor) sentenceSubject(s, k int, q *quote) (int, bool) {
	for m := int(a.bySent[s+1]) - 1; m >= int(a.bySent[s]); m-- {
		f := &a.found[m]
		if int(f.last) > k || f.possessive || !a.outside(s, int(f.first)) || a.objectOf(s, m) {
			continue
		}
		e := &a.entities[a.of[m]]
		if e.Kind != Person && e.Kind != Organisation || a.attributive(s, f) {
			continue
		}
		next := int(f.last)
		if a.looks(s, next) == small && !a.is(s, next, language.Preposition|language.Conjunction|language.Determiner|language.PossessiveWord) ||
			a.is(s, next, language.Auxiliary|language.Copula) || int(f.lead) == 0 {
			return a.of[m], true
		}
	}
	for i := k - 1; i >= 0; i-- {
		if a.outside(s, i) && a.is(s, i, language.HePronoun|language.ShePronoun) && !a.is(s, i, language.PossessiveWord) && (a.looks(s, i+1) == small) {
			return a.pronoun(s, i, q), true
		}
	}
	return -1, false
}

// office is the person whom the article gives the title that stands at token i:
// "the president" where one person alone is called so; -1 elsewhere.
func (a *attributor) office(s, i int) int {
	head := a.lower(s, i)
	if a.offices == nil {
		a.fileOffices()
	}
	if who, ok := a.offices[head]; ok {
		return who
	}
	return -1
}

// fileOffices lists the persons who alone bear a title, -1 where several do.
func (a *attributor) fileOffices() {
	a.offices = map[string]int{}
	for e := range a.entities {
		if a.entities[e].Kind != Person {
			continue
		}
		for _, d := range a.entities[e].Descriptors {
			if !d.Title || len(d.Words) != 1 || d.Former {
				continue
			}
			if who, ok := a.offices[d.Words[0]]; ok && who != e {
				a.offices[d.Words[0]] = -1
			} else if !ok {
				a.offices[d.Words[0]] = e
			}
		}
	}
}

// pronoun is the person whom he or she at token i can mean: the subject of the
// same sentence or of one before it; where the sentence names nobody, the speaker
// of the quotation before it; else anybody named last outside quotations.
func (a *attributor) pronoun(s, i int, q *quote) int {
	want := Male
	switch {
	case a.is(s, i, language.ShePronoun):
		want = Female
	case !a.is(s, i, language.HePronoun):
		return -1
	}
	fits := func(e int) bool {
		x := &a.entities[e]
		return x.Kind == Person && (x.Gender == want || x.Gender == UnknownGender)
	}
	if e := a.antecedent(s, s, i, true, fits); e >= 0 {
		return e
	}
	if e := a.antecedent(s, s, i, false, fits); e >= 0 {
		return e
	}
	if a.last >= 0 && fits(a.last) && a.art.Sentences[s].Block-a.lastBlock <= 1 {
		return a.last
	}
	if e := a.antecedent(s-4, s, i, true, fits); e >= 0 {
		return e
	}
	return a.antecedent(s-4, s, i, false, fits)
}

// antecedent is the last fitting person named in sentences [from, s] before token
// i, outside quotations; where subjects is set, not behind a preposition and not
// in the possessive. -1 where there is none.
func (a *attributor) antecedent(from, s, i int, subjects bool, fits func(int) bool) int {
	for m := int(a.bySent[s+1]) - 1; m >= 0 && int(a.found[m].sent) >= from; m-- {
		f := &a.found[m]
		if int(f.sent) == s && int(f.first) > i || !a.outside(int(f.sent), int(f.first)) || !fits(a.of[m]) {
			continue
		}
		if subjects && (f.possessive || a.objectOf(int(f.sent), m)) {
			continue
		}
		return a.of[m]
	}
	return -1
}

// endingAt is the mention whose last token stands directly before token end, -1.
func (a *attributor) endingAt(s, end int) int {
	for m := a.bySent[s]; m < a.bySent[s+1]; m++ {
		if int(a.found[m].last) == end {
			return int(m)
		}
	}
	return -1
}

// mentionIn is the first mention within tokens [lo, hi), -1.
func (a *attributor) mentionIn(s, lo, hi int) int {
	for m := a.bySent[s]; m < a.bySent[s+1]; m++ {
		if f := &a.found[m]; int(f.first) >= lo && int(f.first) < hi && a.tokens(s)[f.first].Kind == article.Word {
			return int(m)
		}
	}
	return -1
}
