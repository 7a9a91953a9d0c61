package language

import "testing"

func TestEmbeddedFiles(t *testing.T) {
	for _, dir := range []string{"data", "writing", "cldr"} {
		es, err := files.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range es {
			text, err := files.ReadFile(dir + "/" + e.Name())
			if err != nil {
				t.Fatal(err)
			}
			if err := Check(dir+"/"+e.Name(), string(text)); err != nil {
				t.Error(err)
			}
		}
	}
}
