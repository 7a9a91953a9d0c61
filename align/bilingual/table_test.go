package bilingual

import "testing"

func TestTSV(t *testing.T) {
	runCases(t, []readCase{
		{"columns in any order, named in any case", "a.tsv", "Target\tID\tSource\textra\nHallo Welt\tgreet\tHello world\tx\n", `
greet: "Hello world" 2:18-2:29 -> "Hallo Welt" 2:1-2:11
`},
		{"rows without id are numbered, blank lines are none", "a.tsv", "source\ttarget\n\none\teins\r\ntwo\tzwei", `
1: "one" 3:1-3:4 -> "eins" 3:5-3:9
2: "two" 4:1-4:4 -> "zwei" 4:5-4:9
`},
		{"quotation marks and backslashes are text", "a.tsv", "source\ttarget\n\"a\"\tC:\\new \"b\n", `
1: "\"a\"" 2:1-2:4 -> "C:\\new \"b" 2:5-2:14
`},
		{"byte order mark, columns in code points", "a.tsv", "\ufeffsource\ttarget\ncafé ☕\ttaza\n", `
1: "café ☕" 2:1-2:7 -> "taza" 2:8-2:12
`},
		{"context, note, empty target", "a.tsv", "source\ttarget\tcontext\tnote\nOpen\t\tmenu\ta verb\n", `
1: "Open" 2:1-2:5 -> "" 2:6-2:6 untranslated context=menu notes=a verb
`},
		{"rows with a field too many or too few are reported, the others read", "a.tsv", "source\ttarget\na\tb\tc\nd\ne\tf\n", `
error a.tsv:2:1: the row has 3 fields, expected 2 as in the header
error a.tsv:3:1: the row has 1 field, expected 2 as in the header
3: "e" 4:1-4:2 -> "f" 4:3-4:4
`},
		{"a row that is not UTF-8", "a.tsv", "source\ttarget\nab\tc\xffd\ne\tf\n", `
error a.tsv:2:5: byte 0xff is not UTF-8, expected UTF-8, UTF-16 with a byte order mark, or a declared encoding
1: "e" 3:1-3:2 -> "f" 3:3-3:4
`},
		{"no target column", "a.tsv", "id\tsource\n1\ta\n", `
error a.tsv:1:1: the header has the columns "id", "source", expected at least source and target, separated by tabs
`},
		{"a column twice", "a.tsv", "source\tsource\ttarget\n", `
error a.tsv:1:1: two columns are called "source"
`},
		{"empty", "a.tsv", "", `
error a.tsv:1:1: the file is empty, expected a header with at least source and target
`},
		{"binary", "a.tsv", "source\ttarget\n\x00\x01\t\n", `
error a.tsv:2:1: a NUL byte: the file is binary, expected a text
`},
		{"UTF-16", "a.tsv", "\xff\xfes\x00o\x00u\x00r\x00c\x00e\x00\t\x00t\x00a\x00r\x00g\x00e\x00t\x00\n\x00a\x00\t\x00\xe9\x00\x3d\xd8\x00\xde\n\x00", `
1: "a" 2:1-2:2 -> "é😀" 2:3-2:5
`},
	})
}

func TestCSV(t *testing.T) {
	runCases(t, []readCase{
		{"quoted fields with separators, quotation marks and line ends", "a.csv", "id,source,target\r\nx,\"One, two\",\"Er sagte \"\"Ja\"\".\r\nSie auch.\"\r\ny,a,b\r\n", `
x: "One, two" 2:4-2:12 -> "Er sagte \"Ja\".\r\nSie auch." 2:15-3:10
y: "a" 4:3-4:4 -> "b" 4:5-4:6
`},
		{"semicolons", "a.csv", "source;target\n1,5;\"2;5\"\n", `
1: "1,5" 2:1-2:4 -> "2;5" 2:6-2:9
`},
		{"quoted header, empty fields", "a.csv", "\"source\",\"target\"\n\"\",\n,\"\"\n", `
1: "" 2:2-2:2 -> "" 2:4-2:4 untranslated
2: "" 3:1-3:1 -> "" 3:3-3:3 untranslated
`},
		{"a quotation mark inside a field", "a.csv", "source,target\na \"b\" c,d\ne,f\n", `
error a.csv:2:3: a quotation mark inside a field that is not quoted, expected the whole field in quotation marks and "" for one inside it
2: "e" 3:1-3:2 -> "f" 3:3-3:4
`},
		{"text after the closing quotation mark", "a.csv", "source,target\n\"a\"b,d\ne,f\n", `
error a.csv:2:4: 'b' after the closing quotation mark of a field, expected ',' or the end of the line ("" for a quotation mark inside the field)
2: "e" 3:1-3:2 -> "f" 3:3-3:4
`},
		{"a quotation mark that none closes does not swallow the rest", "a.csv", "source,target\na,\"b\ne,f\n", `
error a.csv:2:3: a quotation mark opens a field here that none closes, expected a closing one
2: "e" 3:1-3:2 -> "f" 3:3-3:4
`},
		{"too many fields", "a.csv", "source,target\na,b,c\ne,f\n", `
error a.csv:2:1: the row has 3 fields, expected 2 as in the header
2: "e" 3:1-3:2 -> "f" 3:3-3:4
`},
	})
}

func FuzzTSV(f *testing.F) {
	fuzz(f, "a.tsv", "source\ttarget\na\tb\n", "\ufeffid\tsource\ttarget\r\n1\té\t\r\n", "\xff\xfes\x00")
}

func FuzzCSV(f *testing.F) {
	fuzz(f, "a.csv", "source,target\n\"a \"\"b\"\"\",c\n", "source;target\n\"a\n;b\";c", "source,target\n\"")
}
