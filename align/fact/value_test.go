package fact

import (
	"slices"
	"testing"
	"time"

	"github.com/sourcelint/sourcelint/align/article"
)

// published is the day of the articles that tests read: a Saturday.
var published = time.Date(2020, 7, 11, 0, 0, 0, 0, time.UTC)

// readValues reads a text of one language as an article of that day.
func readValues(t testing.TB, lang, text string) *Sheet {
	t.Helper()
	a, err := article.Read("test.txt", []byte(text), article.Options{Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	a.Date = published
	return Read(a)
}

// values are the numbers, dates and times of a sheet as people read them.
func values(s *Sheet) []string {
	vs := []string{}
	for i := range s.Facts {
		if f := &s.Facts[i]; f.Kind <= KindTime {
			vs = append(vs, f.Value.String())
		}
	}
	return vs
}

type reading struct {
	lang, text string
	want       []string
}

func check(t *testing.T, rows []reading) {
	t.Helper()
	for _, r := range rows {
		if got := values(readValues(t, r.lang, r.text)); !slices.Equal(got, r.want) {
			t.Errorf("%s: %s\n got %q\nwant %q", r.lang, r.text, got, r.want)
		}
	}
}

func TestCounts(t *testing.T) {
	check(t, []reading{
		{"en", "Roughly 118,000 people voted, up from 97,500.", []string{"about 118000", "97500"}},
		{"en", "Two hundred and thirty-four homes burned.", []string{"234"}},
		{"en", "Nobody counted the two dozen crates.", []string{"24"}},
		{"en", "Half a million people fled.", []string{"500000"}},
		{"en", "Dozens of cars were lost.", []string{"about 12-120"}},
		{"en", "Between 18 and 24 people ran.", []string{"18-24"}},
		{"en", "A 40-to 50-employee firm closed.", []string{"40-50"}},
		// Without "between", "and" joins two counts.
		{"en", "He owns 18 and 24 acres lie fallow.", []string{"18", "24 acre"}},
		{"en", "They chose 272.000 voters.", []string{"272000"}}, // nobody writes three zeros behind a point
		{"es", "Votaron unas 118.000 personas.", []string{"about 118000"}},
		{"es", "Hay 126 000 casos.", []string{"126000"}},
		{"de", "Mehr als 1,5 Millionen Menschen kamen.", []string{"more than 1500000"}},
		{"de", "Dreihundertzwanzig Menschen kamen.", []string{"320"}},
		{"fr", "Quatre-vingt-dix-sept personnes sont venues.", []string{"97"}},
		{"it", "Sono arrivate centoventi persone.", []string{"120"}},
		{"xx", "lorem 12 ipsum 3", []string{"12", "3"}}, // a language without tables reads digits
	})
}

func TestOneIsStrict(t *testing.T) {
	check(t, []reading{
		{"en", "No one knew which one of the doors was the right one.", []string{}},
		{"en", "One man died.", []string{"1"}},
		{"en", "It rose one percent.", []string{"1 percent"}},
		{"en", "This one is better than that one.", []string{}},
		{"es", "Una persona murió y uno de ellos huyó.", []string{}}, // the article
		{"de", "Ein Mann und eine Frau starben.", []string{}},
	})
}

func TestSharesAndMoney(t *testing.T) {
	check(t, []reading{
		{"en", "Two-thirds of voters agreed, a third of women did not.", []string{"2/3", "1/3"}},
		{"en", "A third man came in the third hour.", []string{"3", "3"}},
		{"en", "It rose 6 percentage points to 47.3%.", []string{"6 percentage-point", "47.3 percent"}},
		{"en", "She led by 8 points.", []string{"8 point"}},
		{"en", "He raised $ 8 million, then $1.5 million and £1,311.", []string{"8000000 USD", "1500000 USD", "1311 GBP"}},
		{"en", "It cost US$40 billion, or $5-6 million a day.", []string{"40000000000 USD", "5000000-6000000 USD"}},
		{"en", "It got a $12 billion loan and A$5 more.", []string{"12000000000 USD", "5 AUD"}}, // the article is no Australian
		{"de", "Es kostete 1,5 Mio. Euro.", []string{"1500000 EUR"}},
		{"de", "Er besitzt eine Billion Euro.", []string{"1000000000000 EUR"}}, // a million millions
		{"es", "Costó 1.500 millones de euros.", []string{"1500000000 EUR"}},
		{"fr", "Cela coûte 3,5 millions d'euros, soit 60 % du total.", []string{"3500000 EUR", "60 percent"}},
	})
}

func TestAges(t *testing.T) {
	check(t, []reading{
		{"en", "Her 38-year-old son, aged 47, met John Smith, 65, there.", []string{"38 year", "47 year", "65 year"}},
		{"en", "Anna Kern (17) is in her twenties.", []string{"17 year", "20-29 year"}},
		{"en", "The actor died at 93.", []string{"93 year"}},
		{"es", "Un hombre de 38 años murió.", []string{"38 year"}},
	})
	for _, f := range readValues(t, "es", "Un hombre de 38 años murió.").Facts {
		if f.Kind == KindNumber && f.Slot.Aspect != Age {
			t.Errorf("de 38 años is %v, want an age", f.Slot.Aspect)
		}
	}
}

func TestScoresRanksLabels(t *testing.T) {
	for _, r := range []struct {
		text   string
		value  string
		aspect Aspect
	}{
		{"The bill passed 53-47.", "53-47", Score},
		{"United won 2-1.", "2-1", Score},
		{"They drew 1-1.", "1-1", Score},
		{"Add 1-2 spoons of salt.", "1-2", Count}, // ascending: a range
		{"He came in fifth place.", "5", Rank},
		{"The crash closed Interstate 75.", "75", Label},
		{"A Boeing 737 crashed.", "737", Label},
		{"Covid-19 spread.", "19", Label},
		{"See chapter 4.2.", "4.2", Label},
		{"Version 1.2.3 is out.", "", Label},
		{"The A4 is closed.", "4", Label},
		{"They flew the Firefly 12.", "12", Label},
		{"In Alabama 12 people died.", "12", Count},
		{"The term lasted 20 years.", "20 year", Duration},
		{"It is 5 miles away.", "5 mile", Measure},
	} {
		s := readValues(t, "en", r.text)
		found := false
		for _, f := range s.Facts {
			if f.Kind == KindNumber && f.Slot.Aspect == r.aspect && f.Value.String() == r.value {
				found = true
			}
		}
		if !found && r.value != "" {
			t.Errorf("%s: got %q, want %s of aspect %v", r.text, values(s), r.value, r.aspect)
		}
		for _, f := range s.Facts {
			if r.value == "" && f.Kind == KindNumber && f.Slot.Aspect != r.aspect {
				t.Errorf("%s: got %v of aspect %v, want none or %v", r.text, f.Value, f.Slot.Aspect, r.aspect)
			}
		}
	}
}

func TestDates(t *testing.T) {
	check(t, []reading{
		{"en", "It passed on March 3, 2017.", []string{"2017-03-03"}},
		{"en", "WASHINGTON, FEBRUARY 9, 2017", []string{"2017-02-09"}},
		{"en", "Thursday, Feb. 08, 2017 was cold.", []string{"Thursday 2017-02-08"}},
		{"en", "It was updated 4/9/2007 and 2020-07-11.", []string{"2007-04-09", "2020-07-11"}},
		{"en", "The poll ran July 2-9.", []string{"2020-07-02/2020-07-09"}},
		{"en", "From 1997 until 2004 he taught.", []string{"1997/2004"}},
		{"en", "Between 2007 and 2014 it grew to its June 2009 level – a low.", []string{"2007/2014", "2009-06"}},
		{"pt", "No século vinte e um choveu muito.", []string{"century 21"}},
		{"en", "The 2019-20 season ended.", []string{"2019/2020"}},
		{"en", "It ran from December 29, 2015 to February 11, 2016.", []string{"2015-12-29/2016-02-11"}},
		{"en", "In the late 1980s and the 21st century.", []string{"1986/1989", "century 21"}},
		{"en", "In early 2017 he left.", []string{"2017-01-01/2017-04-30"}},
		{"en", "In May he left; he may march on.", []string{"2020-05"}},
		{"en", "About 2000 people met in 2018.", []string{"about 2000", "2018"}},
		{"en", "Yesterday and two days ago it rained.", []string{"2020-07-10", "2020-07-09"}},
		{"en", "Last Tuesday it rained.", []string{"Tuesday"}},
		{"en", "He was born about 400 A.D.", []string{"about 0400"}},
		{"en", "February 30 does not exist.", []string{"30"}},
		{"de", "Am 3. März 2017 und am 11.07.2020.", []string{"2017-03-03", "2020-07-11"}},
		{"de", "Vor zwei Jahren begann es im 20. Jahrhundert.", []string{"about 2018", "century 20"}},
		{"es", "El 3 de marzo de 2017 y los años noventa.", []string{"2017-03-03", "1990s"}},
		{"es", "Entre el 9 de abril y el 2 de mayo de 2021.", []string{"2021-04-09/2021-05-02"}},
		{"es", "En el siglo XXI.", []string{"century 21"}},
		{"es", "Salió por la mañana.", []string{}}, // not tomorrow
		{"fr", "Le 1er mars 2017, sept personnes.", []string{"2017-03-01", "7"}},
		{"it", "Il 3 marzo 2017 pioveva molto a Roma.", []string{"2017-03-03"}},
		{"pt", "Em 3 de março de 2017 choveu muito em Lisboa.", []string{"2017-03-03"}},
	})
}

func TestTimes(t *testing.T) {
	check(t, []reading{
		{"en", "At 3:30 p.m. EDT it began.", []string{"15:30 EDT"}},
		{"en", "It ran from 10 a.m. to 5:55p and at noon.", []string{"10:00-17:55", "12:00"}},
		{"en", "Open 3-5 p.m. daily.", []string{"15:00-17:00"}},
		{"de", "Um 15.30 Uhr und um 8 Uhr.", []string{"15:30", "08:00"}},
		{"fr", "À 15h30 et à 15 h 30.", []string{"15:30", "15:30"}},
		{"es", "A las 3 de la tarde.", []string{"15:00"}},
		{"en", "He stopped after about 15 hours.", []string{"about 15 hour"}},
		{"es", "Abierto las 24 horas.", []string{"24 hour"}}, // a length of time
	})
}

func TestSpans(t *testing.T) {
	text := "On March 3, 2017, about $ 8 million was raised."
	s := readValues(t, "en", text)
	var got []string
	for _, f := range s.Facts {
		if f.Kind <= KindTime {
			got = append(got, text[f.Span.Start:f.Span.End])
		}
	}
	if want := []string{"March 3, 2017", "$ 8 million"}; !slices.Equal(got, want) {
		t.Errorf("spans %q, want %q", got, want)
	}
}
