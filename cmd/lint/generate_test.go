package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// maker makes texts up for benchmarks: sentences of news and their translations,
// of which no two state the same figures. Equal seeds make equal texts.
type maker struct{ *rand.Rand }

func newMaker(seed uint64) *maker { return &maker{rand.New(rand.NewPCG(seed, 11))} }

// things are nouns in English and Spanish.
var things = [...][2]string{
	{"bridge", "puente"}, {"harbor", "puerto"}, {"school", "escuela"}, {"hospital", "hospital"}, {"market", "mercado"}, {"library", "biblioteca"},
	{"station", "estación"}, {"museum", "museo"}, {"factory", "fábrica"}, {"tunnel", "túnel"}, {"theater", "teatro"}, {"airport", "aeropuerto"},
	{"road", "carretera"}, {"park", "parque"}, {"dam", "presa"}, {"prison", "cárcel"}, {"court", "tribunal"}, {"church", "iglesia"}, {"farm", "granja"}, {"mine", "mina"},
}

// deeds are what is done to them.
var deeds = [...][2]string{
	{"opened", "abrió"}, {"closed", "cerró"}, {"repaired", "reparó"}, {"sold", "vendió"}, {"visited", "visitó"}, {"painted", "pintó"},
	{"examined", "examinó"}, {"bought", "compró"}, {"praised", "elogió"}, {"abandoned", "abandonó"}, {"designed", "diseñó"}, {"protected", "protegió"},
}

var (
	givenNames  = [...]string{"Ada", "Jon", "Mary", "Paul", "Rita", "Carl", "Ruth", "Omar", "Nina", "Hugo", "Vera", "Ivan"}
	familyNames = [...]string{"Ruiz", "Keller", "Stone", "Novak", "Mendez", "Olsen", "Larkin", "Pereira", "Voss", "Tanaka", "Amsel", "Doyle", "Brandt", "Castle", "Moreau"}
	townNames   = [...]string{"Harrow", "Millbrook", "Eastport", "Dunmore", "Kingsley", "Ashford", "Valverde", "Torberg", "Lindau", "Corvera"}
	monthNames  = [...][2]string{{"January", "enero"}, {"March", "marzo"}, {"April", "abril"}, {"June", "junio"}, {"September", "septiembre"}, {"November", "noviembre"}}
)

func one[T any](m *maker, of []T) T { return of[m.IntN(len(of))] }

func (m *maker) name() string { return one(m, givenNames[:]) + " " + one(m, familyNames[:]) }

// sentence is one of several kinds in English and Spanish.
func (m *maker) sentence() (en, es string) {
	a, b, deed, other := one(m, things[:]), one(m, things[:]), one(m, deeds[:]), one(m, deeds[:])
	who, town, month := m.name(), one(m, townNames[:]), one(m, monthNames[:])
	n, share, day, year := 13+m.IntN(9000), 13+m.IntN(80), 2+m.IntN(26), 1950+m.IntN(70)
	switch m.IntN(6) {
	case 0:
		return fmt.Sprintf("%s %s the old %s near the %s of %s on %s %d, %d, before %d people.", who, deed[0], a[0], b[0], town, month[0], day, year, n),
			fmt.Sprintf("%s %s el viejo %s cerca del %s de %s el %d de %s de %d ante %d personas.", who, deed[1], a[1], b[1], town, day, month[1], year, n)
	case 1:
		return fmt.Sprintf("“We need the %s more than the %s,” %s said in %s, where %d percent of the voters agree.", a[0], b[0], who, town, share),
			fmt.Sprintf("«Necesitamos el %s más que el %s», dijo %s en %s, donde el %d por ciento de los votantes está de acuerdo.", a[1], b[1], who, town, share)
	case 2:
		return fmt.Sprintf("The council of %s has not yet said who %s the %s that the company %s in %d.", town, deed[0], a[0], other[0], year),
			fmt.Sprintf("El consejo de %s todavía no ha dicho quién %s el %s que la empresa %s en %d.", town, deed[1], a[1], other[1], year)
	case 3:
		return fmt.Sprintf("Repairs of the %s will cost $%d million, %s told reporters outside the %s.", a[0], share, who, b[0]),
			fmt.Sprintf("La reparación del %s costará %d millones de dólares, dijo %s a los periodistas ante el %s.", a[1], share, who, b[1])
	case 4:
		return fmt.Sprintf("Its neighbours remember the long winter when nobody %s the %s, and few of them want to see the %s again.", deed[0], a[0], b[0]),
			fmt.Sprintf("Sus vecinos recuerdan el largo invierno en que nadie %s el %s, y pocos de ellos quieren volver a ver el %s.", deed[1], a[1], b[1])
	}
	return fmt.Sprintf("Engineers who %s the %s found cracks in %d of its walls; the %s of %s stands %d miles away.", deed[0], a[0], share, b[0], town, 2+n%40),
		fmt.Sprintf("Los ingenieros que %s el %s hallaron grietas en %d de sus muros; el %s de %s está a %d millas.", deed[1], a[1], share, b[1], town, 2+n%40)
}

// news is an article of n sentences, four to a paragraph, with the inline markup
// of Markdown where it is asked for.
func (m *maker) news(n int, markdown bool) string {
	var b strings.Builder
	if markdown {
		b.WriteString("# The news\n\n")
	}
	for i := range n {
		s, _ := m.sentence()
		if markdown && i%3 == 0 {
			s = strings.Replace(s, " the ", " the *very* [same](https://example.org/a) ", 1)
		}
		b.WriteString(s)
		if i%4 == 3 {
			b.WriteString("\n\n")
		} else {
			b.WriteString(" ")
		}
	}
	return b.String()
}

// story is n articles of some sentences each, two thirds of which tell what other
// articles tell too, now and then with another figure.
func (m *maker) story(n, sentences int) []string {
	pool := make([]string, sentences*2)
	for i := range pool {
		pool[i], _ = m.sentence()
	}
	out := make([]string, n)
	for i := range out {
		var b strings.Builder
		for range sentences {
			s, _ := m.sentence()
			if m.IntN(3) > 0 {
				s = one(m, pool)
			}
			if m.IntN(20) == 0 {
				s = strings.Map(func(r rune) rune {
					if r >= '1' && r <= '8' {
						return r + 1
					}
					return r
				}, s)
			}
			b.WriteString(s + "\n\n")
		}
		out[i] = b.String()
	}
	return out
}

// bilingual is a file of n segments in a format, by the ending of its name.
func (m *maker) bilingual(ending string, n int) string {
	var b strings.Builder
	head, unit, tail := "", "", ""
	switch ending {
	case ".tsv":
		head, unit = "id\tsource\ttarget\n", "%d\t%s\t%s\n"
	case ".po":
		head, unit = "msgid \"\"\nmsgstr \"Language: es\\n\"\n\n", "#: src/a.c:%d\nmsgid \"%s\"\nmsgstr \"%s\"\n\n"
	case ".xlf":
		head = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" target-language="es" datatype="plaintext" original="a"><body>` + "\n"
		unit, tail = "<trans-unit id=\"%d\"><source>%s</source><target>%s</target></trans-unit>\n", "</body></file></xliff>\n"
	case ".tmx":
		head = `<tmx version="1.4"><header srclang="en" adminlang="en" datatype="plaintext" segtype="sentence" creationtool="x" creationtoolversion="1" o-tmf="x"/><body>` + "\n"
		unit, tail = "<tu tuid=\"%d\"><tuv xml:lang=\"en\"><seg>%s</seg></tuv><tuv xml:lang=\"es\"><seg>%s</seg></tuv></tu>\n", "</body></tmx>\n"
	}
	b.WriteString(head)
	for i := range n {
		en, es := m.sentence()
		fmt.Fprintf(&b, unit, i+1, en, es)
	}
	b.WriteString(tail)
	return b.String()
}
