package glossary

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/article"
)

func sentence(t *testing.T, lang, text string) *article.Article {
	t.Helper()
	a, err := article.Read("a.txt", []byte(text), article.Options{Lang: lang, Segment: article.ByLine})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestTerms(t *testing.T) {
	entries, err := Read("g.csv", []byte("source,target,forbidden,do-not-translate,path\nharbour,Hafen,Port,,\nHarbour,Seehafen,,,docs/**\norgan,Orgel,,,\nMooring,,,yes,\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	terms := NewTerms(entries, "en", "de", nil)
	var got []string
	for _, u := range terms.Find(&sentence(t, "en", "Mooring and the organization left the harbours, mooring organs.").Sentences[0]) {
		got = append(got, fmt.Sprint(u.Term.Source, " ", u.First, "-", u.Last))
	}
	if want := "Mooring 0-1, harbour 6-7, organ 9-10"; strings.Join(got, ", ") != want {
		t.Errorf("found %s, want %s", strings.Join(got, ", "), want)
	}
	harbour := terms.terms[0]
	for _, c := range []struct {
		text, file string
		right      int
		wrong      string
	}{
		{"Die Häfen und der Hafenmeister.", "a.md", 2, ""},
		{"Der Seehafen.", "docs/a.md", 1, ""},
		{"Ports und Porto.", "a.md", 0, "Ports"},
	} {
		s := &sentence(t, "de", c.text).Sentences[0]
		if n := harbour.Right(s, c.file); n != c.right {
			t.Errorf("%s: %d renderings, want %d", c.text, n, c.right)
		}
		var wrong []string
		uses, _ := harbour.Wrong(s, c.file)
		for _, u := range uses {
			wrong = append(wrong, s.Tokens[u.First].Text)
		}
		if strings.Join(wrong, " ") != c.wrong {
			t.Errorf("%s: wrong %q, want %q", c.text, wrong, c.wrong)
		}
	}
	if !terms.terms[2].Kept(&sentence(t, "de", "Moorings Seile").Sentences[0]) {
		t.Error("Moorings: not known for Mooring")
	}
}

func TestMemory(t *testing.T) {
	m := NewMemory("en", "de")
	for _, x := range [][2]string{
		{"harbour", "Hafen"}, {"The ferry left", "Die Fähre fuhr"}, {"Two ferries came", "Zwei Fähren kamen"}, {"No ferry today", "Heute keine Fähre"},
		{"A ferry sank", "Eine Fähre sank"}, {"Ferry tickets", "Tickets für die Fähre"}, {"The tide", "Die Flut"}, {"It rains", "Es regnet"}, {"The wind", "Der Wind"}, {"Go", "Los"},
		{"Wait here", "Warten Sie"}, {"Look there", "Sehen Sie"},
	} {
		m.Add(sentence(t, "en", x[0]), sentence(t, "de", x[1]))
	}
	d := m.Dictionary()
	if got := strings.Join(d.Translations("ferries"), " "); got != "fähre" {
		t.Errorf("ferries: %q", got)
	}
	if got := strings.Join(d.Translations("harbour"), " "); got != "hafen" {
		t.Errorf("harbour: %q", got)
	}
	if got := d.Translations("the"); got != nil {
		t.Errorf("the: %q", got)
	}
}
