package language

import "testing"

func TestGuess(t *testing.T) {
	for _, c := range []struct{ want, text string }{
		{"en", "The mayor said on Tuesday that she would not run again, and that the council had been told of it in the spring. “It's time for somebody else,” she said, after a meeting which lasted until midnight at the old town hall."},
		{"de", "Der Bürgermeister sagte am Dienstag, dass er nicht noch einmal antreten werde und dass der Rat davon im Frühjahr erfahren habe. „Es ist Zeit für jemand anderen“, sagte er nach einer Sitzung, die bis Mitternacht dauerte und in der es laut wurde."},
		{"es", "La alcaldesa dijo el martes que no volvería a presentarse y que el consejo lo sabía desde la primavera. «Es hora de que venga otra persona», dijo después de una reunión que duró hasta la medianoche en el viejo ayuntamiento de la ciudad."},
		{"fr", "La maire a dit mardi qu'elle ne se présenterait plus et que le conseil en avait été informé au printemps. « Il est temps que quelqu'un d'autre vienne », a-t-elle dit après une réunion qui a duré jusqu'à minuit dans la vieille mairie de la ville."},
		{"it", "La sindaca ha detto martedì che non si sarebbe più candidata e che il consiglio lo sapeva dalla primavera. «È ora che venga qualcun altro», ha detto dopo una riunione che è durata fino a mezzanotte nel vecchio municipio della città."},
		{"pt", "A prefeita disse na terça-feira que não se candidataria de novo e que o conselho já sabia disso desde a primavera. “É hora de vir outra pessoa”, disse ela depois de uma reunião que durou até a meia-noite na velha sede da prefeitura."},
		// Others are left to who knows them.
		{"", "De burgemeester zei dinsdag dat ze zich niet opnieuw verkiesbaar zou stellen en dat de raad daar in het voorjaar van op de hoogte was gebracht. ‘Het is tijd voor iemand anders,’ zei ze na een vergadering die tot middernacht duurde in het oude stadhuis."},
		{"", "Borgmästaren sade på tisdagen att hon inte skulle ställa upp igen och att fullmäktige hade fått veta det i våras. ”Det är dags för någon annan”, sade hon efter ett möte som varade till midnatt i det gamla stadshuset, där många hade samlats."},
		{"", "Primărița a spus marți că nu va mai candida și că ucenicii consiliului au aflat despre asta în primăvară. „Este timpul să vină altcineva”, a spus ea după o ședință care a durat până la miezul nopții în vechea primărie a orașului, unde era frig."},
		{"", "Alcaldessa: la batllessa va dir dimarts que no es tornaria a presentar i que el consell ho sabia des de la primavera. «És hora que vingui algú altre», va dir després d'una reunió que va durar fins a mitjanit al vell ajuntament."}, //nolint:misspell // Catalan
		{"", "Budget 2024: 12 million, 14 percent, 3 towns"}, // too short
	} {
		if got := Guess(c.text); got != c.want {
			t.Errorf("Guess(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestStopWordSetsFit(t *testing.T) {
	if len(Tags()) > maxTags {
		t.Errorf("%d languages, stopWordSets holds %d", len(Tags()), maxTags)
	}
}
