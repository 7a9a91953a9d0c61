package align

import (
	"strings"
	"testing"
)

func TestTranslations(t *testing.T) {
	for _, tt := range []struct {
		name, lang     string
		source, target string
		want           string
	}{
		{"one to one", "es", `
The harbour of Valencia
The ferry left at 8:15 with 212 passengers.
Nobody knew that the storm would reach the coast before noon.
Captain Holm turned back after twenty minutes.`, `
El puerto de Valencia
El ferry zarpó a las 8:15 con 212 pasajeros.
Nadie sabía que la tormenta llegaría a la costa antes del mediodía.
El capitán Holm dio media vuelta a los veinte minutos.`, "0-0 1-1 2-2 3-3"},
		{"split and joined", "es", `
The ferry left at 8:15 with 212 passengers, and nobody knew that the storm would reach the coast before noon.
Captain Holm turned back.
Valencia closed the port at 11:40.`, `
El ferry zarpó a las 8:15 con 212 pasajeros.
Nadie sabía que la tormenta llegaría a la costa antes del mediodía.
El capitán Holm dio media vuelta y Valencia cerró el puerto a las 11:40.`, "0-0,1 1,2-2"},
		{"left out and added", "de", `
The ferry left at 8:15 with 212 passengers.
The weather office in Hamburg had warned of gusts of 110 kilometres an hour.
Captain Holm turned back after twenty minutes.`, `
Die Fähre legte um 8.15 Uhr mit 212 Passagieren ab.
Kapitän Holm kehrte nach zwanzig Minuten um.
Die Redaktion dankt allen Lesern, die uns dazu ihre Bilder und Berichte geschickt haben.`, "0-0 1- 2-1 -2"},
		{"moved", "es", `
In 1998 the bakery of Anna Keller burned down to its foundations.
Bread prices rose by 12 percent in May and by 9 percent in June.
The mill in Ulm was sold to an investor from Lisbon.
Nobody in the village of 340 people wanted to talk about it.
"We will see," said the mayor, Otto Brandt, on 3 April.
His office has been closed since Tuesday.
The investor, Rui Matos, owns 14 mills in Portugal and Spain.
He plans to hire 25 millers.`, `
Los precios del pan subieron un 12 por ciento en mayo y un 9 por ciento en junio.
El molino de Ulm fue vendido a un inversor de Lisboa.
Nadie en el pueblo de 340 habitantes quiso hablar de ello.
«Ya veremos», dijo el alcalde, Otto Brandt, el 3 de abril.
Su oficina está cerrada desde el martes.
El inversor, Rui Matos, posee 14 molinos en Portugal y España.
Piensa contratar a 25 molineros.
En 1998 la panadería de Anna Keller ardió hasta los cimientos.`, "0-7 1-0 2-1 3-2 4-3 5-4 6-5 7-6"},
		{"moved and joined", "es", `
In 1998 the bakery of Anna Keller burned down to its foundations.
Nobody was hurt, but the fire brigade of Ulm lost a ladder.
Her insurer paid 340,000 marks two years later.
Bread prices rose by 12 percent in May and by 9 percent in June.
The mill in Ulm was sold to an investor from Lisbon.
"We will see," said the mayor, Otto Brandt, on 3 April.
The investor, Rui Matos, owns 14 mills in Portugal and Spain.`, `
Los precios del pan subieron un 12 por ciento en mayo y un 9 por ciento en junio.
El molino de Ulm fue vendido a un inversor de Lisboa.
«Ya veremos», dijo el alcalde, Otto Brandt, el 3 de abril.
El inversor, Rui Matos, posee 14 molinos en Portugal y España.
En 1998 la panadería de Anna Keller ardió hasta los cimientos; nadie resultó herido, pero la brigada de Ulm perdió una escalera.
Su aseguradora pagó 340 000 marcos dos años más tarde.`, "0,1-4 2-5 3-0 4-1 5-2 6-3"},
		{"cut in the middle of a sentence", "de", `
Nobody had seen the ferry for hours.
Oh no,
we are not going out in this weather.
Then the lamp on the pier went out,
and the water rose.`, `
Stundenlang hatte niemand die Fähre gesehen.
Nein, bei diesem Wetter fahren wir nicht hinaus.
Dann erlosch die Lampe auf der Mole,
und das Wasser stieg.`, "0-0 1,2-1 3-2 4-3"},
		{"an edited copy", "en", `
The council met on Monday and rejected the plan.
Only two members voted for it.
The mayor left without a word.`, `
The council met on Monday and approved the plan.
The mayor left the hall without a word.`, "0-0 1- 2-1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := read(t, "a", "en", tt.source), read(t, "b", tt.lang, tt.target)
			if got := beads(Translations(a, b)); got != tt.want {
				t.Errorf("beads %s, want %s", got, tt.want)
			}
		})
	}
}

func TestTranslationSelf(t *testing.T) {
	text := strings.Repeat(ferryWire+bakery+ferryDaily, 8)
	a, b := read(t, "a", "en", text), read(t, "b", "en", text)
	al := Translations(a, b)
	if len(al.Beads) != len(a.Article.Sentences) {
		t.Fatalf("%d beads of %d sentences", len(al.Beads), len(a.Article.Sentences))
	}
	for i, x := range al.Beads {
		if len(x.Source) != 1 || len(x.Target) != 1 || x.Source[0] != i || x.Target[0] != i {
			t.Errorf("bead %d: %v-%v", i, x.Source, x.Target)
		}
	}
	if len(al.Edits) != 0 {
		t.Errorf("edits of a text against itself: %v", edits(al))
	}
}

// One name that comes back late must not lead the path there.
func TestTranslationsFalseAnchor(t *testing.T) {
	said := []string{"Are you there?", "Yes.", "I have been waiting for an hour in the rain.", "No!", "So what do we do now?", "We go home."}
	sagt := []string{"Bist du da?", "Ja.", "Ich warte schon eine Stunde im Regen.", "Nein!", "Was machen wir denn jetzt?", "Wir gehen heim."}
	var a, b []string
	for i := range 150 {
		a, b = append(a, said[i%6]), append(b, sagt[i%6])
	}
	a[70] = "Grandmother had a room in Skagaströnd, if you want it."
	b[70] = "Bei der Großmutter ist ein Zimmer frei."
	b[130] = "In Skagaströnd war es nie so."
	al := Translations(read(t, "a", "en", strings.Join(a, "\n")), read(t, "b", "de", strings.Join(b, "\n")))
	for _, x := range al.Beads {
		if len(x.Source) != 1 || len(x.Target) != 1 || x.Source[0] != x.Target[0] {
			t.Errorf("bead %v-%v", x.Source, x.Target)
		}
	}
}
