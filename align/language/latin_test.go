package language

import "testing"

func TestLatin(t *testing.T) {
	for word, want := range map[string]string{
		"müller": "müller", "хабаровск": "khabarovsk", "йошкар": "ioshkar", "зеленський": "zelenskii", "θεσσαλονίκη": "thessaloniki",
		"μπάιντεν": "baiden", "कोलकाता": "kolkata", "北京": "", "바이든": "", "القاهرة": "",
	} {
		if got, ok := Latin(word); got != want || ok != (want != "") {
			t.Errorf("Latin(%s) = %q, %v, want %q", word, got, ok, want)
		}
	}
}
