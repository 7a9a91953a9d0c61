package bilingual

import (
	"errors"
	"iter"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/sourcelint/sourcelint/align/article"
)

// Catalogue is a format of message catalogues that hold one language a file: a
// translation is a second file with the same keys.
type Catalogue uint8

// The formats of catalogues.
const (
	NoCatalogue Catalogue = iota
	JSON                  // objects of texts, nested to any depth; keys are joined by dots
	YAML                  // the same; a locale as the only key at the top is no part of keys
	ARB                   // JSON of Flutter, with notes in "@key"
	Android               // strings.xml: strings, arrays and plurals
	Properties            // .properties of Java
)

// CatalogueOf tells the format of a catalogue by its path.
func CatalogueOf(path string) Catalogue {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".json":
		return JSON
	case ".yaml", ".yml":
		return YAML
	case ".arb":
		return ARB
	case ".properties":
		return Properties
	case ".xml":
		return Android
	}
	return NoCatalogue
}

// File is a catalogue to read.
type File struct {
	Path string
	Data []byte
}

// message is an entry of a catalogue.
type message struct {
	key       string
	text      Text
	notes     []string
	max       int
	plural    string // CLDR category
	duplicate article.Position
}

// ReadPair yields the messages of two catalogues of one format as units whose ids
// are their keys: those of the source in its order, then those that only the target
// has, whose source is not present. A message that the target lacks has no target.
// An error is an [*article.Error] and ends the pair.
func ReadPair(source, target File, opt Options) iter.Seq2[*Unit, error] {
	return func(yield func(*Unit, error) bool) {
		r := &reader{opt: opt, yield: yield, messages: true}
		from, fromLang, err := messages(source, first(opt.SourceLang, langOf(source.Path)), opt.Encoding)
		if err != nil {
			r.fail(err)
			return
		}
		to, toLang, err := messages(target, first(opt.TargetLang, langOf(target.Path)), opt.Encoding)
		if err != nil {
			r.fail(err)
			return
		}
		r.pair(from, to, first(opt.SourceLang, fromLang), first(opt.TargetLang, toLang))
		r.letGo()
	}
}

// pair matches messages by their keys.
func (r *reader) pair(from, to []message, fromLang, toLang string) {
	index := make(map[string]int, len(to))
	for i, m := range to {
		if _, ok := index[m.key]; !ok {
			index[m.key] = i
		}
	}
	used := make([]bool, len(to))
	var last Text // of the target: where what is missing would stand
	if len(to) > 0 {
		last = to[len(to)-1].text
	}
	for _, m := range from {
		u := &Unit{ID: m.key, Source: m.text, Notes: m.notes, MaxLength: m.max, Duplicate: m.duplicate}
		if m.plural != "" {
			u.Plural = &Plural{Name: m.plural}
		}
		if i, ok := index[m.key]; ok {
			used[i] = true
			u.Target = to[i].text
			u.Duplicate = to[i].duplicate
		} else {
			base := first(last.Lang, toLang)
			u.Target = Text{src: last.src, Lang: base, span: article.Span{Start: last.span.End, End: last.span.End}}
			if last.src == nil {
				u.Target.src = m.text.src
			}
		}
		u.Source.Lang, u.Target.Lang = fromLang, toLang
		if !r.unit(u) {
			return
		}
	}
	for i, m := range to {
		if used[i] || m.plural != "" {
			continue // another language has other forms of a plural
		}
		u := &Unit{ID: m.key, Target: m.text, Duplicate: m.duplicate, Notes: m.notes}
		u.Source = Text{src: m.text.src, span: article.Span{Start: m.text.span.Start, End: m.text.span.Start}}
		u.Source.Lang, u.Target.Lang = fromLang, toLang
		if !r.unit(u) {
			return
		}
	}
}

// messages reads a catalogue and tells its language, "" where it does not say.
func messages(f File, lang, label string) ([]message, string, error) {
	format := CatalogueOf(f.Path)
	if format == Android {
		list, err := readAndroid(f)
		return list, lang, err
	}
	src, err := article.NewSource(f.Path, f.Data, label)
	if err != nil && format == Properties && label == "" {
		src, err = article.NewSource(f.Path, f.Data, "iso-8859-1") // as Java had it before 9
	}
	if err != nil {
		return nil, "", err
	}
	switch format {
	case JSON, ARB:
		list, locale, err := readJSON(src, format == ARB)
		return list, first(locale, lang), err
	case YAML:
		list, err := readYAML(src, &lang)
		return list, lang, err
	case Properties:
		list, err := readProperties(src)
		return list, lang, err
	}
	return nil, "", &article.Error{Path: f.Path, Msg: "not a message catalogue by its extension, expected .json, .yaml, .arb, .xml or .properties"}
}

// noteDuplicates marks copies: a key that was met before.
func noteDuplicates(list []message) {
	firstAt := make(map[string]int, len(list))
	for i := range list {
		if j, ok := firstAt[list[i].key]; ok {
			list[i].duplicate = list[j].text.Position(0)
		} else {
			firstAt[list[i].key] = i
		}
	}
}

// langOf is the language that a path names: es.json, app_es.arb, values-es/strings.xml,
// locales/es/common.json.
func langOf(path string) string {
	path = filepath.ToSlash(path)
	base := path[strings.LastIndexByte(path, '/')+1:]
	base = strings.TrimSuffix(base, filepath.Ext(base))
	if l := knownLang(base); l != "" {
		return l
	}
	if i := strings.LastIndexByte(base, '.'); i >= 0 {
		if l := knownLang(base[i+1:]); l != "" {
			return l
		}
	}
	for i := range base {
		if base[i] == '_' || base[i] == '-' {
			if l := knownLang(base[i+1:]); l != "" {
				return l
			}
		}
	}
	dirs := strings.Split(path, "/")
	for i := len(dirs) - 2; i >= 0 && i >= len(dirs)-4; i-- {
		dir := strings.TrimPrefix(dirs[i], "values-")
		if l := knownLang(strings.Replace(dir, "-r", "-", 1)); l != "" {
			return l
		}
	}
	return ""
}

// knownLang is the tag that a name is, "" where it is none: a language of two
// letters, maybe with a region or script.
func knownLang(name string) string {
	tag := bcp47(name)
	base, rest, _ := strings.Cut(tag, "-")
	if len(base) != 2 || len(rest) > 4 {
		return ""
	}
	if _, err := language.ParseBase(base); err != nil {
		return ""
	}
	return tag
}

// faultIn is an error in a catalogue, at an offset into its text.
func faultIn(src *article.Source, at int, format string, args ...any) error {
	var e *article.Error
	err := src.Errorf(src.Offset(article.Span{Start: at, End: at}).Start, format, args...)
	if errors.As(err, &e) {
		return e
	}
	return err
}
