package article

import "strings"

// abbreviation tells what may follow an abbreviation with a period.
type abbreviation uint8

const (
	noAbbreviation abbreviation = iota
	anywhere                    // "etc.", "Inc.": a sentence may end with it
	beforeName                  // "Sen.", "Dr.": a name follows
	beforeNumber                // "No.", "p.": an abbreviation only before a number
)

const maxAbbreviation = 12

// orthography is what the scanner must know of a language.
type orthography struct {
	lang          string
	ordinalPeriod bool // ordinals are written with a period: "3. Mai"
	abbr          map[string]abbreviation
	function      map[string]bool
	speech        map[string]bool
}

func (o *orthography) abbreviation(w string) abbreviation { return o.abbr[w] }
func (o *orthography) functionWord(lower string) bool     { return o.function[lower] }
func (o *orthography) says(lower string) bool             { return o.speech[lower] }

func orthographyOf(lang string) *orthography {
	o := &orthography{lang: lang, ordinalPeriod: lang == "de"}
	o.abbr = map[string]abbreviation{}
	for _, w := range strings.Fields("Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Sgt Sgts Cpl Pvt Capt Col Maj Cmdr Adm Rev Hon St Ste Mt Ft Pres Supt Det Messrs Mme Mlle Sr Sra Srta Hr Fr Sig Dott Avv") {
		o.abbr[w] = beforeName
	}
	for _, w := range strings.Fields("No Nos no nos Nr Vol vol p pp Fig fig Sec Art art Ch ch Abs S") {
		o.abbr[w] = beforeNumber
	}
	for _, w := range strings.Fields("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Inc Corp Co Ltd Bros Jr etc vs v Ave Blvd Rd approx Mich Calif Ala Fla Ariz Ark Colo Conn Del Ga Ill Ind Kan Ky La Md Mass Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ph.D EE.UU z.B usw bzw ca Mio Mrd Dec Dept") {
		if o.abbr[w] == noAbbreviation {
			o.abbr[w] = anywhere
		}
	}
	o.function = map[string]bool{}
	for _, w := range strings.Fields("the a an he she it they we you i this that these those but and or so if when while after before as at by for from in of on to with his her its their our there here who what why how not no der die das er sie es wir ein eine und aber el la los las un una y pero en le les il elle ils et mais dans o os as um uma e mas i gli lo ma") {
		o.function[w] = true
	}
	o.speech = map[string]bool{}
	for _, w := range strings.Fields("said says asked tweeted wrote told added replied shouted") {
		o.speech[w] = true
	}
	return o
}

func (o *orthography) month(lower string) (int, bool) {
	if len(lower) < 3 {
		return 0, false
	}
	i := strings.Index("jan feb mar apr may jun jul aug sep oct nov dec ", lower[:3]+" ")
	return i/4 + 1, i >= 0
}

func (o *orthography) weekday(lower string) (int, bool) {
	i := strings.Index(" sunday monday tuesday wednesday thursday friday saturday ", " "+lower+" ")
	return 0, i >= 0
}

func (o *orthography) monthFirst() bool { return o.lang == "en" }
