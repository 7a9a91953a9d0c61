package article

import (
	"strings"
	"testing"
)

// Each article is written as its outline shows it, a block a line.
func TestFurniture(t *testing.T) {
	tests := []struct{ lang, date, text, want string }{
		{"en", "2020-07-11", "Related Articles date 2020-07-11 But after the vote, Ruiz left. She did not return.\n\nLeave a Reply",
			"boilerplate: Related Articles|dateline: date 2020-07-11|paragraph: But after the vote, Ruiz left. She did not return.|boilerplate: Leave a Reply"},
		{"en", "2012-07-07", "Lee wins again in six\n\non Jul 7 2012, 5:55p\n\nJon Lee won on Saturday, and nobody was surprised by it.\n\nLast updated at 22:46 GMT",
			"title: Lee wins again in six|dateline: on Jul 7 2012, 5:55p|paragraph: Jon Lee won on Saturday, and nobody was surprised by it.|dateline: Last updated at 22:46 GMT"},
		{"en", "2007-04-09", "Mill burns\n\nUpdated 4/9/2007 6:04 PM\n\nOn April 9, 2007, the mill burned down.\n\nAda Ruiz, Jon Lee\nMayor Ada Ruiz listens to Jon Lee. Win Lee/Getty",
			"title: Mill burns|dateline: Updated 4/9/2007 6:04 PM|paragraph: On April 9, 2007, the mill burned down.|caption: Ada Ruiz, Jon Lee|caption: Mayor Ada Ruiz listens to Jon Lee.|credit: Win Lee/Getty"},
		{"en", "", "The mill burned down in July 2012.\n\nHarrow News' Ana Lee contributed to this report.",
			"paragraph: The mill burned down in July 2012.|credit: Harrow News' Ana Lee contributed to this report."},
		{"de", "2021-05-03", "Mühle brennt\n\nStand: 03.05.2021, 14:30 Uhr\n\nDie Mühle brannte am 3. Mai ab.\n\nLesen Sie auch: Der Brand von 1999",
			"title: Mühle brennt|dateline: Stand: 03.05.2021, 14:30 Uhr|paragraph: Die Mühle brannte am 3. Mai ab.|boilerplate: Lesen Sie auch: Der Brand von 1999"},
		{"es", "2021-05-03", "Arde el molino\n\nPublicado el 3 de mayo de 2021 a las 14:30\n\nEl molino ardió ayer.",
			"title: Arde el molino|dateline: Publicado el 3 de mayo de 2021 a las 14:30|paragraph: El molino ardió ayer."},
		{"fr", "2021-05-03", "Le moulin brûle\n\nPublié le 3 mai 2021 à 14h30\n\nLe moulin a brûlé hier.",
			"title: Le moulin brûle|dateline: Publié le 3 mai 2021 à 14h30|paragraph: Le moulin a brûlé hier."},
	}
	for _, tt := range tests {
		a, err := Read("a.txt", []byte(tt.text), Options{Lang: tt.lang})
		if err != nil {
			t.Fatal(err)
		}
		check(t, a)
		if got := strings.TrimSpace(strings.ReplaceAll(outline(a), "\n", "|")); strings.Trim(got, "|") != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
		date := ""
		if !a.Date.IsZero() {
			date = a.Date.Format("2006-01-02")
		}
		if date != tt.date {
			t.Errorf("%s: got date %s, want %s", tt.text, date, tt.date)
		}
	}
}

// Text that was broken to a width is joined; a wire's line is a paragraph.
func TestLines(t *testing.T) {
	wrapped := "The old mill at Harrow, which had stood for more than two hundred\nyears, burned down on Monday night, and nobody was hurt in it, the\nfire brigade said."
	wire := "The old mill at Harrow burned down on Monday night.\nNobody was hurt in it, the fire brigade said on Tuesday.\nIt had stood for more than two hundred years, and more."
	for text, want := range map[string]int{wrapped: 1, wire: 3, strings.ReplaceAll(wrapped, "\n", "\r\n"): 1} {
		a, err := Read("a.txt", []byte(text), Options{Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		check(t, a)
		if len(a.Blocks) != want {
			t.Errorf("got %d blocks, want %d:\n%s", len(a.Blocks), want, outline(a))
		}
	}
	a, err := Read("a.txt", []byte("One. Two.\n\nThree."), Options{Lang: "en", Segment: ByLine})
	if err != nil || len(a.Sentences) != 2 {
		t.Errorf("by line: %v\n%s", err, shown(a))
	}
}
