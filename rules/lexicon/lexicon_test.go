package lexicon

import (
	"errors"
	"strings"
	"testing"
)

func TestRelate(t *testing.T) {
	tests := []struct{ lang, a, b, want, why string }{
		{"en", "won", "win", "same", "irregular verb"},
		{"en", "Seat", "seats", "same", "case and number"},
		{"en", "Moore's", "Moore", "same", "possessive of a name"},
		{"en", "colour", "color", "interchangeable", "-our and -or"},
		{"en", "organised", "organized", "interchangeable", "-ise and -ize"},
		{"en", "run-off", "runoff", "variant", "hyphen"},
		{"en", "co-operate", "cooperate", "variant", "hyphen after a prefix"},
		{"en", "don’t", "do not", "variant", "contraction with a curly apostrophe"},
		{"en", "adviser", "advisor", "interchangeable", "-er and -or of one word"},
		{"en", "censor", "sensor", "none", "alike, but two words"},
		{"en", "Sen.", "Senator", "abbreviation", "listed"},
		{"en", "U.S.", "United States", "abbreviation", "full stops do not count"},
		{"en", "us", "United States", "none", "the pronoun is no abbreviation"},
		{"en", "WHO", "World Health Organization", "abbreviation", "initials"},
		{"en", "said", "stated", "interchangeable", "verbs of saying"},
		{"en", "killed", "slain", "interchangeable", "listed"},
		{"en", "older", "elder", "interchangeable", "comparatives"},
		{"en", "purchased", "bought", "interchangeable", "inflected synonyms"},
		{"en", "because of", "due to", "interchangeable", "phrases"},
		{"en", "country's biggest", "nation's largest", "interchangeable", "word by word"},
		{"en", "football", "soccer", "contrast sport", "two sports"},
		{"en", "rose", "fell", "contrast direction", "irregular forms"},
		{"en", "killed", "wounded", "contrast outcome", "casualties"},
		{"en", "accused", "charged", "contrast status", "stages of a case"},
		{"en", "charged", "indicted", "not opposed", "grouped by ="},
		{"en", "brother", "cousins", "contrast kin", "inflected"},
		{"en", "Mayor", "governor", "contrast office", "offices"},
		{"en", "sergeant", "lieutenant", "contrast rank", "ranks"},
		{"en", "a difficult", "an easy", "contrast direction", "word by word"},
		{"en", "happy", "unhappy", "opposed", "prefix"},
		{"en", "legal", "illegal", "opposed", "prefix in other spelling"},
		{"en", "flammable", "inflammable", "not opposed", "a prefix that does not negate"},
		{"en", "table", "elephant", "none", "nothing to do with each other"},
		{"en", "", "word", "none", "empty"},
		{"es", "hijo", "hija", "contrast kin", "one stem, two members"},
		{"es", "ganaron", "perdieron", "contrast outcome", "by stem"},
		{"de", "stieg", "sank", "contrast direction", "listed irregular forms"},
		{"fr", "gagné", "gagner", "same", "by stem"},
		{"xx", "Word", "word", "same", "a language without data"},
		{"xx", "one", "two", "none", "a language without data"},
	}
	for _, tt := range tests {
		l := For(tt.lang)
		for _, p := range [][2]string{{tt.a, tt.b}, {tt.b, tt.a}} {
			if r := l.Relate(p[0], p[1]); !holds(r, tt.want) {
				t.Errorf("%s: Relate(%q, %q) = %+v, want %s: %s", tt.lang, p[0], p[1], r, tt.want, tt.why)
			}
		}
	}
}

func holds(r Relation, want string) bool {
	kind, isContrast := strings.CutPrefix(want, "contrast ")
	switch {
	case isContrast:
		return r.Contrast != nil && r.Contrast.Kind == Kind(kind) && !r.Interchangeable()
	case want == "same":
		return r.Same && r.Interchangeable()
	case want == "variant":
		return r.Variant && r.Interchangeable()
	case want == "abbreviation":
		return r.Abbreviation && r.Interchangeable()
	case want == "interchangeable":
		return r.Interchangeable()
	case want == "opposed":
		return r.Opposed()
	case want == "not opposed":
		return !r.Opposed()
	}
	return !r.Interchangeable() && !r.Opposed()
}

func TestPivots(t *testing.T) {
	r := For("en").Relate("soccer", "football")
	for _, p := range r.Pivots {
		if p.Family.Word == "fútbol" {
			if !p.A.Betrays || p.B.Betrays {
				t.Errorf("A must be the rendering that betrays: %+v", p)
			}
			return
		}
	}
	t.Errorf("no family of fútbol in %+v", r.Pivots)
}

func TestLemmas(t *testing.T) {
	tests := map[string]Lemma{
		"went": {"go", "verb"}, "leaves": {"leaf", "noun"}, "happier": {"happy", "adjective"},
		"policemen": {"policeman", "noun"}, "running": {"run", "verb"}, "Lets down": {"let down", "verb"},
	}
next:
	for word, want := range tests {
		got := For("en").Lemmas(word)
		for _, l := range got {
			if l == want {
				continue next
			}
		}
		t.Errorf("Lemmas(%q) = %v, want %v among them", word, got, want)
	}
}

func TestKnown(t *testing.T) {
	l := For("en")
	for word, want := range map[string]bool{
		"whom": true, "shouldn’t": true, "organisations": true, "centre": true, "coronavirus": true, "well-known": true,
		"anti-government": true, "lawmakers": true, "judgement": true, "unelected": true, "2019": true, "teh": false, //nolint:misspell // misspelled on purpose
		"goverment": false, "recieved": false, "definately": false, "seperate": false, //nolint:misspell // misspelled on purpose
	} {
		if got := l.Known(word); got != want {
			t.Errorf("Known(%q) = %v", word, got)
		}
	}
	if !For("es").Known("xyzzy") {
		t.Error("a language without a dictionary must know every word")
	}
}

func TestFalseFriends(t *testing.T) {
	ff := For("en").FalseFriends("es", "embarazadas")
	if len(ff) != 1 || ff[0].Wrong != "embarrassed" || len(ff[0].Right) == 0 {
		t.Errorf("FalseFriends = %+v", ff)
	}
	if ff := For("de").FalseFriends("en", "become"); len(ff) != 1 || ff[0].Wrong != "bekommen" {
		t.Errorf("FalseFriends = %+v", ff)
	}
}

func TestExtend(t *testing.T) {
	base := For("en")
	l, err := base.Extend(
		File{"house-contrast.en.txt", "kind: office\nhouse posts: warden | bursar\nball games: snooker | billiards\n"},
		File{"synonym.en.txt", "warden | janitor\n"},
		File{"contrast.de.txt", "other language: a | b\n"})
	if err != nil {
		t.Fatal(err)
	}
	if r := l.Relate("wardens", "bursar"); r.Contrast == nil || r.Contrast.Name != "house posts" {
		t.Errorf("added set: %+v", r)
	}
	if r := l.Relate("tennis", "volleyball"); r.Contrast != nil {
		t.Errorf("replaced set still holds: %+v", r.Contrast)
	}
	if !l.Relate("warden", "janitor").Synonym {
		t.Error("added synonym does not hold")
	}
	if base.Relate("warden", "bursar").Contrast != nil || base.Relate("tennis", "volleyball").Contrast == nil {
		t.Error("Extend changed the base")
	}
}

func TestExtendErrors(t *testing.T) {
	tests := []struct{ path, text, want string }{
		{"words.txt", "", "words.txt:1:1: the name must end in"},
		{"contrast.en.txt", "a | b", "contrast.en.txt:1:1: want NAME"},
		{"contrast.en.txt", "\nkind: sprot\n", "contrast.en.txt:2:6: unknown kind"},
		{"contrast.en.txt", "x: a", "needs two members"},
		{"contrast.en.txt", "x: a |  / b", "contrast.en.txt:1:9: empty member"},
		{"pivot.es.txt", "fútbol | football", "pivot.es.txt:1:1: want FOREIGN WORD"},
		{"pivot.es.txt", "fútbol | | soccer", "pivot.es.txt:1:10: empty word"},
		{"synonym.en.txt", "degree: far", "unknown degree"},
		{"variant.en.txt", "~our | or", "the two shapes"},
		{"antonym.en.txt", "a | b | c", "two sides only"},
		{"synonym.en.txt", "ok | \xff", "not UTF-8"},
	}
	for _, tt := range tests {
		_, err := For("en").Extend(File{tt.path, tt.text})
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s %q: %v, want %q", tt.path, tt.text, err, tt.want)
		}
	}
}

func FuzzExtend(f *testing.F) {
	f.Add("contrast.en.txt", "kind: sport\na: b/c = d | e # x\n", "b", "e")
	f.Add("variant.en.txt", "~our | ~or\n~ | un~\n", "colour", "color")
	f.Add("antonym.en.txt", "~ful | ~less\na / b | c\n", "a", "c")
	f.Add("pivot.es.txt", "a | b | c* # d\n", "b", "c")
	f.Add("falsefriend.es-en.txt", "a | b | c\n", "", "é")
	base := For("en")
	f.Fuzz(func(t *testing.T, path, text, a, b string) {
		l, err := base.Extend(File{path, text})
		if err != nil {
			return
		}
		x, y := l.Relate(a, b), l.Relate(b, a)
		if x.Interchangeable() != y.Interchangeable() || x.Opposed() != y.Opposed() {
			t.Errorf("Relate(%q, %q) is not symmetric: %+v, %+v", a, b, x, y)
		}
		l.Known(a)
		l.Lemmas(b)
		l.FalseFriends("es", a)
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load("en")
	}
}

func BenchmarkRelate(b *testing.B) {
	l := For("en")
	for _, p := range [][2]string{{"football", "soccer"}, {"won", "win"}, {"mayor", "table"}, {"breaking", "running"}, {"because of", "due to"}} {
		b.Run(p[0]+"-"+p[1], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l.Relate(p[0], p[1])
			}
		})
	}
}

func BenchmarkKnown(b *testing.B) {
	l := For("en")
	for b.Loop() {
		l.Known("organisations")
	}
}

func TestExcludes(t *testing.T) {
	l := For("en")
	for _, c := range []struct {
		word            string
		listed, affixed bool
	}{
		{"heavy", true, false},
		{"interior", true, false},
		{"unharmed", true, true},
		{"lantern", false, false},
	} {
		if listed, affixed := l.Excludes(c.word); listed != c.listed || affixed != c.affixed {
			t.Errorf("%s: %v, %v", c.word, listed, affixed)
		}
	}
}
