package article

import (
	"slices"
	"strings"

	"github.com/abadojack/whatlanggo"
	"github.com/sourcelint/sourcelint/align/language"
)

// detectable are the languages that are told apart, those that have tables first.
var detectable = [...]struct {
	tag  string
	lang whatlanggo.Lang
}{
	{"en", whatlanggo.Eng}, {"de", whatlanggo.Deu}, {"es", whatlanggo.Spa},
	{"fr", whatlanggo.Fra}, {"it", whatlanggo.Ita}, {"pt", whatlanggo.Por},
	{"nl", whatlanggo.Nld}, {"pl", whatlanggo.Pol}, {"sv", whatlanggo.Swe},
	{"da", whatlanggo.Dan}, {"nb", whatlanggo.Nob}, {"fi", whatlanggo.Fin},
	{"cs", whatlanggo.Ces}, {"ro", whatlanggo.Ron}, {"hu", whatlanggo.Hun},
	{"hr", whatlanggo.Hrv}, {"tr", whatlanggo.Tur}, {"id", whatlanggo.Ind},
	{"vi", whatlanggo.Vie}, {"ru", whatlanggo.Rus}, {"uk", whatlanggo.Ukr},
	{"bg", whatlanggo.Bul}, {"el", whatlanggo.Ell}, {"ar", whatlanggo.Arb},
	{"he", whatlanggo.Heb}, {"hi", whatlanggo.Hin}, {"th", whatlanggo.Tha},
	{"zh", whatlanggo.Cmn}, {"ja", whatlanggo.Jpn}, {"ko", whatlanggo.Kor},
}

// Where no candidates are given, a short text is taken for one of the first few
// languages: letter statistics of a headline tell no more.
const (
	shortText     = 200
	shortLanguage = 6
)

// enoughText is how many bytes of text detection looks at.
const enoughText = 1 << 10

// detect tells the language of what was read, or "und".
func (b *builder) detect() string {
	var text strings.Builder
	for i := range b.pieces {
		p := &b.pieces[i]
		if !p.kind.Linted() {
			continue
		}
		text.WriteString(p.text[:cut(p.text, enoughText-text.Len())])
		text.WriteByte('\n')
		if text.Len() >= enoughText {
			break
		}
	}
	return Detect(text.String(), b.opt.Languages)
}

// Detect tells the base language of a text, or "und". Candidates are languages, nil
// for all that are known. The first few thousand bytes are enough.
func Detect(text string, candidates []string) string {
	if len(candidates) == 1 {
		return baseLanguage(candidates[0])
	}
	if tag := language.Guess(text); tag != "" && (len(candidates) == 0 || slices.ContainsFunc(candidates, func(c string) bool { return baseLanguage(c) == tag })) {
		return tag
	}
	list := map[whatlanggo.Lang]bool{}
	for i, d := range detectable {
		if len(candidates) == 0 && (i < shortLanguage || len(text) >= shortText) ||
			slices.ContainsFunc(candidates, func(tag string) bool { return baseLanguage(tag) == d.tag }) {
			list[d.lang] = true
		}
	}
	got := whatlanggo.DetectLangWithOptions(text, whatlanggo.Options{Whitelist: list})
	for _, d := range detectable {
		if d.lang == got {
			return d.tag
		}
	}
	return "und"
}

// baseLanguage is the base language of a BCP 47 tag: "pt" of "pt-BR".
func baseLanguage(tag string) string {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	return strings.ToLower(tag)
}
