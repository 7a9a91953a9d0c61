package fact

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/language"
)

// sheet makes a sheet of a text.
func sheet(t testing.TB, lang, text string) *Sheet {
	t.Helper()
	a, err := article.Read("test.txt", []byte(text), article.Options{Format: article.Text, Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	return Read(a)
}

// entityNames lists the entities of a sheet: "Tommy Tuberville", with the kind
// before it where it is known.
func entityNames(s *Sheet) []string {
	var out []string
	for i := range s.Entities {
		e := &s.Entities[i]
		name := strings.Join(e.Name, " ")
		if e.Demonym {
			name = "people:" + name
		} else if e.Kind != Thing {
			name = [...]string{Person: "person", Place: "place", Organisation: "body"}[e.Kind] + ":" + name
		}
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func TestEntities(t *testing.T) {
	for _, tt := range []struct{ why, lang, text, want string }{
		{"a family name goes to the full name before it", "en", "Mayor Ann Hollis spoke. Hollis smiled at the crowd.", "person:Ann Hollis"},
		{"and to one that comes later", "en", "Reporters met Hollis on Monday. They asked Ann Hollis about taxes.", "person:Ann Hollis"},
		{"a possessive is no part of a name", "en", "They read Ann Hollis’s letter and Hollis' reply.", "person:Ann Hollis"},
		{"a sentence's first word proves nothing", "en", "Shares fell. Critics of the plan left early.", ""},
		{"a function word before a name is none", "en", "Getting home was hard when Ann Hollis left. But Hollis stayed.", "person:Ann Hollis"},
		{"titles are not part of a name", "en", "They met Sen. Doug Marsh and Special Counsel Robert Finch.", "person:Doug Marsh|person:Robert Finch"},
		{"a body before a title is a name of its own", "en", "It was Genesee County Undersheriff James Gage who called.", "person:James Gage|place:Genesee County"},
		{"institutions have of and for inside", "en", "The Department of Justice sued the Club for Growth.", "body:Club for Growth|body:Department of Justice"},
		{"a turned name is the same body", "en", "The Department of Justice sued. The Justice Department won.", "body:Department of Justice"},
		{"an acronym goes to its expansion", "en", "The Federal Election Commission met. The FEC adjourned.", "body:Federal Election Commission"},
		{"initials and suffixes", "en", "They saw Robert J. Pickell and Anthony Moro III.", "person:Anthony Moro III|person:Robert J. Pickell"},
		{"a middle initial makes no other person", "en", "They saw Robert J. Pickell. Then Robert Pickell left.", "person:Robert J. Pickell"},
		{"two brothers stay apart", "en", "They saw Peter Moro and Daniel Moro.", "person:Daniel Moro|person:Peter Moro"},
		{"demonyms are no persons", "en", "The plan angered American voters and the Russian envoy.", "people:American|people:Russian"},
		{"months and weekdays are no names", "en", "They met on Tuesday and again in March.", ""},
		{"a headline proves nothing", "en", "Storm Leaves Thousands Without Power In Northern Region\n\nThe storm left thousands of people without power on Monday, officials said.", ""},
		{"a known name is found in a headline", "en", "Hollis Wins Second Term After Long Count\n\nThe mayor, Ann Hollis, won a second term after a long count on Monday.", "person:Ann Hollis"},
		{"a name with an ampersand", "en", "He spoke on Fox & Friends about it.", "body:Fox & Friends"},
		{"hyphens join names but not attributes", "en", "They met Jean-Claude Morel and a Morel-backed candidate.", "person:Jean-Claude Morel"},
		{"German nouns are no names", "de", "Der Minister sprach im Parlament über die Steuern und die Wirtschaft.", ""},
		{"German names with a given name are", "de", "Gestern sprach Angela Merkel im Parlament. Merkels Rede war kurz.", "person:Angela Merkel"},
		{"French elision", "fr", "Le ministre a parlé d’Angela Merkel. L’utilisation est rare.", "person:Angela Merkel"},
		{"Spanish particles", "es", "El informe de la Organización Mundial de la Salud llegó ayer.", "body:Organización Mundial de la Salud"},
	} {
		if got := strings.Join(entityNames(sheet(t, tt.lang, tt.text)), "|"); got != tt.want {
			t.Errorf("%s: %q\n got %s\nwant %s", tt.why, tt.text, got, tt.want)
		}
	}
}

func TestGender(t *testing.T) {
	s := sheet(t, "en", "Mrs. Sorv spoke. Brolk Denning, a lawyer, left. He took his hat and said he would come again.")
	got := map[string]Gender{}
	for _, e := range s.Entities {
		got[e.Name[len(e.Name)-1]] = e.Gender
	}
	if got["Sorv"] != Female || got["Denning"] != Male {
		t.Errorf("genders %v, want Sorv female by her title and Denning male by his pronouns", got)
	}
}

func TestDescriptors(t *testing.T) {
	for _, tt := range []struct{ why, text, want string }{
		{"a title and what stands before it", "They met former Auburn University football coach Tommy Barrow.", "former Auburn University football coach:auburn university football coach (former)"},
		{"an apposition behind the name", "Rita Moss, a spokeswoman for the hospital, kept silent.", "spokeswoman for the hospital:hospital spokeswoman"},
		{"a possessive apposition", "He met Tommy Barrow, Auburn University’s former head football coach, last May.", "Auburn University’s former head football coach:auburn university head football coach (former)"},
		{"a phrase before a comma", "The Troy police chief, Charles Craft, left.", "Troy police chief:troy police chief"},
		{"a copula", "Ann Hollis was a senator from Ohio.", "senator from Ohio:ohio senator"},
		{"then- and ex- are former", "It was then-special prosecutor Robert Finch.", "then-special prosecutor:special prosecutor (former)"},
		{"an abbreviated title is written out", "They met Sen. Doug Marsh.", "Sen.:senator"},
		{"Mr. says nothing", "They met Mr. Doug Marsh.", ""},
		{"a verb is no part of it", "He beat Republican candidate Roy Marsh.", "Republican candidate:republican candidate"},
		{"a negated copula describes nobody", "Ann Hollis is not a senator.", ""},
		{"a verb phrase behind a comma is no apposition", "When he saw Ann Hollis, a gunman fired twice.", ""},
	} {
		s := sheet(t, "en", tt.text)
		var got []string
		for _, e := range s.Entities {
			for _, d := range e.Descriptors {
				ts := s.Article.Sentences[d.Sentence].Tokens
				x := s.Article.Text(article.Span{Start: ts[d.First].Span.Start, End: ts[d.Last-1].Span.End}) + ":" + strings.Join(d.Words, " ")
				if d.Former {
					x += " (former)"
				}
				got = append(got, x)
			}
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("%s: %q\n got %s\nwant %s", tt.why, tt.text, g, tt.want)
		}
	}
}

func TestQuotations(t *testing.T) {
	for _, tt := range []struct{ why, lang, text, want string }{
		{"verb and speaker behind", "en", "\"We won,\" said Ann Hollis.", "Ann Hollis|said|we won"},
		{"speaker and verb behind", "en", "“We won,” Hollis, 66, tweeted. Ann Hollis smiled.", "Ann Hollis|tweeted|we won"},
		{"verb before", "en", "Ann Hollis said: “We won.”", "Ann Hollis|said|we won"},
		{"a pronoun", "en", "Paul Marsh came. “We won,” he said.", "Paul Marsh|said|we won"},
		{"the second one of a paragraph", "en", "“We won,” said Ann Hollis. “Now we rest.”", "Ann Hollis|said|we won; Ann Hollis|said|now we rest"},
		{"nobody is better than somebody", "en", "“We won,” said an adviser to Ann Hollis.", "|said|we won"},
		{"an apostrophe closes nothing", "en", "'The voters' choice isn't ours,' said Ann Hollis.", "Ann Hollis|said|the voters choice isn't ours"},
		{"nested", "en", "“He said, ‘Go home,’ and left,” said Ann Hollis.", "Ann Hollis|said|he said go home and left; ||go home scare"},
		{"a word in s before a quotation", "en", "They deplored the 'carelessness' of the crews. Ann Hollis said, 'The nets were left out.'", "||carelessness scare; Ann Hollis|said|the nets were left out"},
		{"a possessive inside single marks", "en", "Ann Hollis said, 'The crews' nets were left out.'", "Ann Hollis|said|the crews nets were left out"},
		{"a word set off", "en", "The so-called “free zone” was closed.", "||free zone scare"},
		{"several paragraphs", "en", "“We won,” said Ann Hollis. “It was long.\n\n“But we won.”", "Ann Hollis|said|we won; Ann Hollis|said|it was long but we won"},
		{"an unclosed mark ends with its paragraph", "en", "Ann Hollis said: “We won and we left.\n\nThe hall was empty by then.", "Ann Hollis|said|we won and we left unclosed"},
		{"German marks", "de", "„Wir gehen“, sagte Angela Merkel.", "Angela Merkel|sagte|wir gehen"},
		{"guillemets", "fr", "« Nous partons », a déclaré Angela Merkel.", "Angela Merkel|déclaré|nous partons"},
		{"inches and years are no marks", "en", "In the '90s a 6' tall man sang.", ""},
		{"who spoke is no object of a preposition", "en", "Ann Hollis, head of the Ohio Party, told CNN: “We won.”", "Ann Hollis|told|we won"},
	} {
		s := sheet(t, tt.lang, tt.text)
		var got []string
		for _, f := range s.Facts {
			q, ok := f.Value.(Quotation)
			if !ok {
				continue
			}
			who := ""
			if q.Speaker >= 0 {
				who = strings.Join(s.Entities[q.Speaker].Name, " ")
			}
			x := fmt.Sprintf("%s|%s|%s", who, q.Verb, strings.Join(q.Words, " "))
			if q.Scare {
				x += " scare"
			}
			if q.Unclosed {
				x += " unclosed"
			}
			got = append(got, x)
		}
		if g := strings.Join(got, "; "); g != tt.want {
			t.Errorf("%s: %q\n got %s\nwant %s", tt.why, tt.text, g, tt.want)
		}
	}
}

func TestCompareQuotes(t *testing.T) {
	en := language.For("en")
	for _, tt := range []struct {
		why, a, b string
		match     QuoteMatch
		edits     string
	}{
		{"marks, case and punctuation are nothing", "We won.", "we won", SameQuote, ""},
		{"a cut", "the town does not take orders", "As you know, the town does not take orders from the capital.", CutQuote, ""},
		{"a synonym", "childish insults", "These are childlike insults and nothing else.", DriftedQuote, "childish~childlike"},
		{"another construction", "a burden that will ruin us all", "He is a burden who has let us all down.", DriftedQuote, "that will ruin~who has let"},
		{"a contraction", "do not trust that man", "don't trust that man", DriftedQuote, "do not~don't contracted"},
		{"an ellipsis excuses what is missing", "We won … by a mile", "We won this race by a mile", CutQuote, ""},
		{"brackets excuse what they replace", "[The mayor] felt alone in the hall", "She felt alone in the hall", CutQuote, ""},
		{"other words", "We will build a school", "They sold the old bridge", OtherQuote, ""},
		{"stop words alone prove nothing", "it was for the", "and it was in the", OtherQuote, ""},
		{"a word left out", "we never promised lower taxes", "we promised lower taxes", DriftedQuote, "never~ left out"},
	} {
		d := CompareQuotes(en, words(t, tt.a), words(t, tt.b))
		var edits []string
		a, b := words(t, tt.a).Words, words(t, tt.b).Words
		for _, e := range d.Edits {
			edits = append(edits, strings.Join(a[e.A[0]:e.A[1]], " ")+"~"+strings.Join(b[e.B[0]:e.B[1]], " ")+[...]string{"", " left out", " contracted", " respelt"}[e.Kind])
		}
		if got := strings.Join(edits, "; "); d.Match != tt.match || got != tt.edits {
			t.Errorf("%s: %q, %q: match %d %q, want %d %q", tt.why, tt.a, tt.b, d.Match, got, tt.match, tt.edits)
		}
	}
}

func words(t *testing.T, text string) Passage {
	s := sheet(t, "en", text)
	return s.Sentences(0, len(s.Article.Sentences))
}

func TestCompareNames(t *testing.T) {
	en := language.For("en")
	for _, tt := range []struct {
		a, b string
		want NameMatch
	}{
		{"Bern", "Berne", VariantName},
		{"Klitschko", "Klistchko", VariantName},
		{"Ilene Wolff", "Ilene Wolfe", VariantName},
		{"Robert Pickell", "Robert J. Pickell", SameName},
		{"Anthony Moro", "Anthony Moro III", SameName},
		{"Mike Moro", "Michael Moro", SameName},
		{"Department of Justice", "Justice Department", SameName},
		{"FEC", "Federal Election Commission", AcronymName},
		{"José Núñez", "Jose Nunez", SameName},
		{"Peter Moro", "Daniel Moro", OtherName},
		{"Maria Moro", "Mario Moro", OtherName},
		{"Iran", "Iraq", OtherName},
		{"Austria", "Australia", OtherName},
		{"Klitschko", "Klitschkos", OtherName},
	} {
		a, b := Entity{Name: strings.Fields(tt.a)}, Entity{Name: strings.Fields(tt.b)}
		if got := CompareNames(en, &a, &b); got != tt.want {
			t.Errorf("%s, %s: %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestLink(t *testing.T) {
	a := sheet(t, "en", "Mayor Ann Hollis met Peter Moro in Bern. The Federal Election Commission waited.")
	b := sheet(t, "en", "Mayor Hollis met Daniel Moro in Berne. The FEC waited for Moro.")
	k := Link([]*Sheet{a, b})
	group := func(s int, name string) int {
		for e, x := range []*Sheet{a, b}[s].Entities {
			if strings.Join(x.Name, " ") == name {
				return k.Of[s][e]
			}
		}
		t.Fatalf("no entity %s in article %d", name, s)
		return -1
	}
	if group(0, "Ann Hollis") != group(1, "Hollis") {
		t.Error("Hollis is not Ann Hollis")
	}
	if group(0, "Federal Election Commission") != group(1, "FEC") {
		t.Error("the FEC is not the Federal Election Commission")
	}
	if group(0, "Peter Moro") == group(1, "Daniel Moro") {
		t.Error("two persons with one family name became one")
	}
	bern := [2]int{group(0, "Bern"), group(1, "Berne")}
	if !slices.Contains(k.Variants, bern) {
		t.Errorf("Bern and Berne are no variants: %v", k.Variants)
	}
}

func TestNegations(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "He did not resign.", "resign"},
		{"en", "She never told the court, and left.", "told"},
		{"en", "They left without a permit.", "permit"},
		{"en", "He didn’t win.", "win"},
		{"en", "They failed to win the vote.", "win"},
		{"en", "They won the vote.", ""},
		{"es", "El presidente no renunció.", "renunc"},
		{"fr", "Le président ne démissionne pas.", "démission"},
		{"de", "Der Präsident trat nicht zurück.", "zuruck"},
		{"it", "Il presidente non ha vinto.", "vint"},
		{"pt", "O presidente não renunciou.", "renunc"},
	} {
		s := sheet(t, tt.lang, tt.text)
		var got []string
		for _, n := range Negations(s.Article, 0) {
			got = append(got, n.Word)
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s: negated %q, want %q", tt.text, g, tt.want)
		}
	}
}

func TestClaims(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Paul Marsh was charged with fraud.", "charged: charg"},
		{"Paul Marsh was accused of fraud.", "accused: accus"},
		{"Paul Marsh was convicted of fraud.", "convicted: convict"},
		{"Paul Marsh was not charged.", "charged: not charg"},
		{"Paul Marsh will resign.", "will resign"},
		{"Paul Marsh may resign.", "possible: resign"},
		{"Paul Marsh reportedly resigned.", "reported: resign"},
		{"Paul Marsh did not resign.", "not resign"},
		{"Paul Marsh resigned.", ""},
	} {
		s := sheet(t, "en", tt.text)
		var got []string
		for _, f := range s.Facts {
			if c, ok := f.Value.(Claim); ok {
				got = append(got, c.String())
				if c.Subject < 0 {
					t.Errorf("%s: no subject", tt.text)
				}
			}
		}
		if g := strings.Join(got, "; "); g != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, g, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"“We won,” said Ann Hollis’s ‘aide’. \"He\" didn't.", "„Wir“ »gehen« ‚so‘", "D’A", "the U.S. O'Neill's \"", "'", "“\n\n“\n\n”", "A & B-C, Jr. of the D.",
		"Sen. Ann Hollis, a Democrat, may not resign.", "ALL CAPS HERE IN THIS LINE", "İstanbul'da ǅungla", "[“…”]",
	} {
		f.Add("en", s)
		f.Add("de", s)
		f.Add("fr", s)
	}
	f.Fuzz(func(t *testing.T, lang, text string) {
		a, err := article.Read("fuzz.txt", []byte(text), article.Options{Format: article.Text, Lang: lang})
		if err != nil {
			t.Skip()
		}
		s := Read(a)
		for i := range s.Facts {
			x := &s.Facts[i]
			if x.Span.Start < 0 || x.Span.End > len(text) || x.Span.Start > x.Span.End {
				t.Fatalf("fact %v: span %v outside of %d bytes", x.Value, x.Span, len(text))
			}
			if x.First >= x.Last || x.Last > len(a.Sentences[x.Sentence].Tokens) {
				t.Fatalf("fact %v: tokens %d to %d", x.Value, x.First, x.Last)
			}
			if n, ok := x.Value.(Name); ok && n.Entity >= len(s.Entities) {
				t.Fatalf("name %v of no entity", n)
			}
			if x.Kind == KindQuotation {
				p := s.Passage(x)
				if d := CompareQuotes(language.For(lang), p, p); len(p.Words) <= maxQuoteWords && d.Match != SameQuote && d.Match != OtherQuote {
					t.Fatalf("quotation %v against itself: %v", p.Words, d)
				}
			}
		}
		Link([]*Sheet{s, s})
	})
}
