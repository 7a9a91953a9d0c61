package language

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// oneOf makes the parser of a closed set of values, which are numbered as names
// lists them, from 1.
func oneOf[V ~uint8](names ...string) func(string) (V, error) {
	return func(s string) (V, error) {
		if i := slices.Index(names, s); i >= 0 {
			return V(i + 1), nil
		}
		return 0, fmt.Errorf("value %q, expected one of %s", s, strings.Join(names, ", "))
	}
}

// The values of the sections, in the words that data files use for them.
var (
	parseDayPeriod = oneOf[DayPeriod]("am", "pm", "noon", "midnight", "morning", "afternoon", "evening", "night")
	parsePercent   = oneOf[Percent]("percent", "points", "basispoints", "permille")
	parseHedge     = oneOf[Hedge]("about", "almost", "more", "atleast", "less", "atmost", "exactly")
	parseNegation  = oneOf[Negation]("not", "none", "without", "fail", "half", "second")
	parseCertainty = oneOf[Certainty]("alleged", "suspected", "accused", "charged", "convicted", "acquitted",
		"confirmed", "denied", "possible", "likely", "reported")
	parsePart   = oneOf[Part]("early", "mid", "late", "first", "second")
	parseSeason = oneOf[Season]("spring", "summer", "autumn", "winter")
	parseKind   = oneOf[AbbreviationKind]("other", "title", "month", "weekday", "place", "company", "unit",
		"suffix", "time", "initial")
)

func parseGender(s string) (Gender, error) {
	switch s {
	case "m":
		return Masculine, nil
	case "f":
		return Feminine, nil
	case "n":
		return Neuter, nil
	case "-":
		return GenderNone, nil
	}
	return 0, fmt.Errorf("gender %q, expected m, f, n or -", s)
}

func parseWeekday(s string) (time.Weekday, error) {
	d, err := strconv.Atoi(s)
	if err != nil || d < 0 || d > 6 {
		return 0, fmt.Errorf("weekday %q, expected 0 (Sunday) to 6", s)
	}
	return time.Weekday(d), nil
}

// parseZone reads "EDT -4:00".
func parseZone(s string) (Zone, error) {
	name, offset, _ := strings.Cut(s, " ")
	h, m, ok := strings.Cut(offset, ":")
	hours, err1 := strconv.Atoi(h)
	minutes, err2 := strconv.Atoi(m)
	if !ok || err1 != nil || err2 != nil || name == "" {
		return Zone{}, fmt.Errorf("zone %q, expected a name and an offset such as EDT -4:00", s)
	}
	if strings.HasPrefix(h, "-") {
		minutes = -minutes
	}
	return Zone{name, hours*60 + minutes}, nil
}

// parseAbbreviation reads "title" or "company end".
func parseAbbreviation(s string) (Abbreviation, error) {
	kind, end, _ := strings.Cut(s, " ")
	k, err := parseKind(kind)
	if err == nil && end != "" && end != "end" {
		err = fmt.Errorf("%q after the kind, expected end or nothing", end)
	}
	return Abbreviation{k, end == "end"}, err
}

// parseTitle reads "senator f" or "senator".
func parseTitle(s string) (Title, error) {
	o, err := parseOffice(s)
	return Title(o), err
}

// parseOffice reads "mayor", "mayor f".
func parseOffice(s string) (Office, error) {
	id, gender, ok := strings.Cut(s, " ")
	if id == "" {
		return Office{}, fmt.Errorf("no value, expected an id such as mayor and perhaps a gender")
	}
	if !ok {
		return Office{ID: id}, nil
	}
	g, err := parseGender(gender)
	return Office{g, id}, err
}

// parsePronoun reads "3 m subject", "3 - plural possessive", "3 n thing object".
func parsePronoun(s string) (Pronoun, error) {
	var p Pronoun
	for f := range strings.FieldsSeq(s) {
		switch f {
		case "1", "2", "3":
			p.Person = f[0] - '0'
		case "m", "f", "n", "-":
			p.Gender, _ = parseGender(f)
		case "plural":
			p.Plural = true
		case "thing":
			p.Thing = true
		case "subject":
			p.Case = Subject
		case "object":
			p.Case = Object
		case "possessive":
			p.Case = Possessive
		case "reflexive":
			p.Case = Reflexive
		default:
			return p, fmt.Errorf("%q of a pronoun, expected a person 1-3, a gender, plural, thing or a case", f)
		}
	}
	if p.Person == 0 {
		return p, fmt.Errorf("pronoun %q without a person, expected 1, 2 or 3", s)
	}
	return p, nil
}

// parseRelative reads "day -1", "day +1 anchored", "day 0 night".
func parseRelative(s string) (Relative, error) {
	var r Relative
	fs := strings.Fields(s)
	if len(fs) < 2 || !slices.Contains([]string{"day", "week", "weekend", "month", "quarter", "year", "decade", "century"}, fs[0]) {
		return r, fmt.Errorf("relative date %q, expected a unit (day, week, ...) and an offset", s)
	}
	r.Unit = fs[0]
	var err error
	if r.Offset, err = strconv.Atoi(fs[1]); err != nil {
		return r, fmt.Errorf("offset %q of a relative date, expected a whole number", fs[1])
	}
	for _, f := range fs[2:] {
		switch f {
		case "anchored":
			r.Anchored = true
		case "night":
			r.Night = true
		default:
			return r, fmt.Errorf("%q of a relative date, expected anchored or night", f)
		}
	}
	return r, nil
}

// parseDeictic reads "-1", "+1 after", "-1 count after", "+1 count after anchors".
func parseDeictic(s string) (Deictic, error) {
	var d Deictic
	fs := strings.Fields(s)
	if len(fs) == 0 {
		return d, fmt.Errorf("no value, expected an offset -1, 0 or +1")
	}
	var err error
	if d.Offset, err = strconv.Atoi(fs[0]); err != nil {
		return d, fmt.Errorf("offset %q, expected -1, 0 or +1", fs[0])
	}
	for _, f := range fs[1:] {
		switch f {
		case "count":
			d.Count = true
		case "after":
			d.After = true
		case "anchors":
			d.Anchors = true
		default:
			return d, fmt.Errorf("%q of a deictic, expected count, after or anchors", f)
		}
	}
	return d, nil
}

// ignore turns the parser of a value into its check.
func ignore[V any](parse func(string) (V, error)) func(string) error {
	return func(s string) error {
		_, err := parse(s)
		return err
	}
}

// Check reports the first fault of a data file as "name:line:column: what is
// wrong, what is expected"; name only serves the message.
func Check(name, text string) error { return check(name, text, knownSections()) }

// knownSections gives each section of a data file the check of its values.
func knownSections() map[string]func(string) error {
	text, number := ignore(parseText), ignore(ParseRational)
	known := writingSections()
	maps.Copy(known, map[string]func(string) error{
		"months": ignore(parseInt), "weekdays": ignore(parseWeekday), "dayperiods": ignore(parseDayPeriod),
		"zones": ignore(parseZone), "units": ignore(parseUnit), "currencies": ignore(parseCurrency), "codes": text,
		"percent": ignore(parsePercent), "abbreviations": ignore(parseAbbreviation),
		"titles": ignore(parseTitle), "offices": ignore(parseOffice), "kin": ignore(parseOffice),
		"givennames": ignore(parseGender), "hedges": ignore(parseHedge), "magnitudes": number,
		"fractions": number, "multiplicatives": number, "vague": number, "negations": ignore(parseNegation),
		"pronouns": ignore(parsePronoun), "sayverbs": text, "certainty": ignore(parseCertainty),
		"relativedates": ignore(parseRelative), "deictics": ignore(parseDeictic), "parts": ignore(parsePart),
		"seasons": ignore(parseSeason), "eras": ignore(parseInt), "length": number, "exonyms": text, "acronyms": text, "letters": text, "finite": ignore(parseNothing), "bare": ignore(parseNothing), "apart": ignore(parseNothing), "neverafterarticle": ignore(parseNothing), "needsnoun": ignore(parseNothing), "negative": ignore(parseDenying), "negationidioms": ignore(parseIdiom), "concord": ignore(parseNothing), "formulas": ignore(parseNothing), "nounendings": ignore(parseNothing), "wordendings": ignore(parseNothing), "stopwords": ignore(parseNothing), "adverbendings": ignore(parseNothing), "placeendings": ignore(parseNothing), "unitendings": ignore(parseNothing), "accents": ignore(parseNothing), "foreign": ignore(parseNothing),
		"determiners": ignore(parseNothing), "repeats": ignore(parseNothing), "regions": ignore(parseNothing),
		"countries": text, "territories": text, "demonyms": text, "languages": text, "separators": text,
		"measures":  ignore(parseMeasure),
		"cardinals": number, "hundreds": number, "hundredwords": number, "scales": number,
		"ordinals": number, "ordinalscales": number, "and": ignore(parseNothing), "ordinalmarks": ignore(parseNothing),
		"articles": ignore(parseNothing),
	})
	return known
}

// Expansion is how many letters a text of the language has for each letter of
// the same text in English; false where no one has measured it.
func (l *Language) Expansion() (float64, bool) {
	for ln := range lines(l.data["length"]) {
		if r, err := ParseRational(ln.value); err == nil && r.Sign() > 0 {
			return r.Float(), true
		}
	}
	return 1, false
}

// NounEndings are endings of common nouns in a language that writes all nouns
// with a capital; none in others.
func (l *Language) NounEndings() []string {
	l.endingsOnce.Do(l.readEndings)
	return l.nounEndings
}

// WordEndings are the endings that nearly all words of the language have but
// for nouns; none where no one has listed them.
func (l *Language) WordEndings() []string {
	l.endingsOnce.Do(l.readEndings)
	return l.wordEndings
}

// AdverbEndings are the endings of adverbs; none where no one has listed them.
func (l *Language) AdverbEndings() []string {
	l.endingsOnce.Do(l.readEndings)
	return l.adverbEndings
}

// PlaceEnding tells whether a word ends like the names of streets and towns.
func (l *Language) PlaceEnding(w string) bool {
	l.endingsOnce.Do(l.readEndings)
	return slices.ContainsFunc(l.placeEndings, func(e string) bool { return strings.HasSuffix(w, e) && len(w) > len(e) })
}

// Compound reads the number that a word made of a number and a unit begins with, and
// returns how many words were read, 1 or 0: 2 of "zweiminütige".
func (l *Language) Compound(w string) (Rational, int) {
	l.endingsOnce.Do(l.readEndings)
	for _, e := range l.unitEndings {
		if i := strings.LastIndex(w, e); i > 0 && len(w)-i-len(e) <= 2 { // -e, -en, -er, -es, -em
			if v, n := l.Cardinal([]string{w[:i]}); n == 1 {
				return v, 1
			}
		}
	}
	return Rational{}, 0
}

// LooksForeign tells whether a word has letters, or two together, that words of the
// language do not have. Nothing looks foreign where no one has listed them.
func (l *Language) LooksForeign(w string) bool {
	l.endingsOnce.Do(l.readEndings)
	if l.accents == "" {
		return false
	}
	return strings.ContainsFunc(w, func(r rune) bool {
		return r >= utf8.RuneSelf && unicode.Is(unicode.Latin, r) && !strings.ContainsRune(l.accents, r)
	}) ||
		slices.ContainsFunc(l.foreign, func(s string) bool { return strings.Contains(w, s) })
}

func (l *Language) readEndings() {
	for ln := range lines(l.data["accents"]) {
		l.accents += ln.forms
	}
	for section, out := range map[string]*[]string{"nounendings": &l.nounEndings, "wordendings": &l.wordEndings, "adverbendings": &l.adverbEndings, "placeendings": &l.placeEndings, "unitendings": &l.unitEndings, "foreign": &l.foreign} {
		for ln := range lines(l.data[section]) {
			*out = slices.AppendSeq(*out, ln.each())
		}
	}
}

// Exonym tells which name words are a form of, in whatever language: one value
// for "Munich", "München" and "Monaco".
func (l *Language) Exonym(words []string) (string, int) {
	return first(l, &l.exonyms, parseText, words, "exonyms")
}

// Acronym tells what the words at the head of a run are an acronym of, or the name
// in full or what else texts write for it: one value for "UN", "ONU" and
// "Vereinte Nationen", each in its language.
func (l *Language) Acronym(words []string) (string, int) {
	return first(l, &l.acronyms, parseText, words, "acronyms")
}

// Formula tells whether a word is a chemical formula, for which another text may
// have the name: "co2".
func (l *Language) Formula(w string) bool {
	_, ok := word(l, &l.formulas, parseNothing, w, "formulas")
	return ok
}

// NeverAfterArticle tells whether a word cannot follow an article or possessive:
// "the of". A language without such a list says so of none.
func (l *Language) NeverAfterArticle(w string) bool {
	_, ok := word(l, &l.neverAfter, parseNothing, w, "neverafterarticle")
	return ok
}

// Finite tells whether a word is a form of a verb that needs a subject and is no
// participle: "went". A language without such a list says so of none.
func (l *Language) Finite(w string) bool {
	_, ok := word(l, &l.finite, parseNothing, w, "finite")
	return ok
}

// Bare tells whether a word is a preposition that cannot stand at a comma without
// an object.
func (l *Language) Bare(w string) bool {
	_, ok := word(l, &l.bare, parseNothing, w, "bare")
	return ok
}

// Apart counts the words of a phrase whose words never stand side by side: one is
// missing between them.
func (l *Language) Apart(words []string) int {
	_, n := first(l, &l.apart, parseNothing, words, "apart")
	return n
}

// NeedsNoun tells whether a word is an article or possessive that cannot stand
// without a noun.
func (l *Language) NeedsNoun(w string) bool {
	_, ok := word(l, &l.needsNoun, parseNothing, w, "needsnoun")
	return ok
}
