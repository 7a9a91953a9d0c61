package bilingual

import "testing"

const poHeader = `# Spanish. © 2026
msgid ""
msgstr ""
"Language: es_MX\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

`

func TestPO(t *testing.T) {
	runCases(t, []readCase{
		{"an entry with all its parts", "a.po", poHeader + `# translator
#. for the button
#: src/a.c:10
#, fuzzy, c-format
#| msgctxt "menu"
#| msgid "Open %s"
msgctxt "menu"
msgid "Open the %s"
msgstr "Abrir %s"
`, `
318b0fa2c3f3: "Open the %s" 15:8-15:19 -> es-MX "Abrir %s" 16:9-16:17 fuzzy context=menu previous=Open %s flags=fuzzy,c-format notes=translator|for the button
`},
		{"several lines and escapes", "a.po", poHeader + `msgid ""
"Line one\n"
"\tit's \"two\"\n"
msgstr ""
"Línea uno\n"
"\tes \"dos\"\x21\n"
`, `
fe828573f390: "Line one\n\tit's \"two\"\n" 9:2-10:18 -> es-MX "Línea uno\n\tes \"dos\"!\n" 12:2-13:20
`},
		{"plural forms", "a.po", poHeader + `msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d archivo"
msgstr[1] "%d archivos"
`, `
aa4af4a70f1b[0]: "%d file" 8:8-8:15 -> es-MX "%d archivo" 10:12-10:22 plural=0/2 other="%d files"
aa4af4a70f1b[1]: "%d files" 9:15-9:23 -> es-MX "%d archivos" 11:12-11:23 plural=1/2 other="%d file"
`},
		{"a form too many", "a.po", poHeader + `msgid "a"
msgid_plural "b"
msgstr[0] "c"
msgstr[1] "d"
msgstr[2] "e"
`, `
af63dc4c8601[0]: "a" 8:8-8:9 -> es-MX "c" 10:12-10:13 plural=0/3 other="b"
af63dc4c8601[1]: "b" 9:15-9:16 -> es-MX "d" 11:12-11:13 plural=1/3 other="a"
af63dc4c8601[2]: "b" 9:15-9:16 -> es-MX "e" 12:12-12:13 plural=2/3 other="a"
`},
		{"obsolete and untranslated entries, without blank lines between them", "a.po", `msgid "a"
msgstr ""
#~ msgid "b"
#~ msgstr "c"
#~| msgid "d"
#~ msgid "e"
#~ msgstr "f"
`, `
af63dc4c8601: "a" 1:8-1:9 -> "" 2:9-2:9 untranslated
af63df4c8601: "b" 3:11-3:12 -> "c" 4:12-4:13 obsolete
af63d84c8601: "e" 6:11-6:12 -> "f" 7:12-7:13 obsolete previous=d
`},
		{"the same msgid twice, and once in another context", "a.po", "msgid \"a\"\nmsgstr \"b\"\n\nmsgctxt \"x\"\nmsgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"\n", `
af63dc4c8601: "a" 1:8-1:9 -> "b" 2:9-2:10
be52c1197ec3: "a" 5:8-5:9 -> "b" 6:9-6:10 context=x
af63dc4c8601: "a" 8:8-8:9 -> "c" 9:9-9:10 duplicate of 1:8
`},
		{"faults are reported once an entry, with their place, and the next entry is read", "a.po", `msgid "a
msgstr "x"

msgid "b"
mgsstr "x"
msgstr "x"

msgid "c"

msgid "d" e
msgstr "x"

msgid "f\q"
msgstr "x"

msgstr "x"

msgid "g"
msgstr[0] "x"

"h"

msgid "i"
msgid_plural "j"
msgstr[1] "x"

#~ msgid "k"
msgstr "l"

msgid
msgstr "x"

msgid "ok"
msgstr "bien"
`, `
error a.po:1:7: the text that starts here has no closing quotation mark, expected one on this line
error a.po:5:1: unknown keyword "mgsstr", expected msgctxt, msgid, msgid_plural or msgstr
error a.po:8:8: msgid without msgstr, expected one after it
error a.po:10:11: "e" outside of quotation marks, expected the end of the line
error a.po:13:9: "\\q" is no escape, expected one such as \n, \t, \" or \\
error a.po:16:1: msgstr at a wrong place, expected it after msgid, or msgstr[0] after msgid_plural
error a.po:19:1: msgstr[0] at a wrong place, expected it after msgid_plural
error a.po:21:1: a text without a keyword, expected msgctxt, msgid or msgstr before it
error a.po:25:1: msgstr[1], expected msgstr[0]
error a.po:28:1: part of the entry is marked obsolete by #~, expected all of its lines or none
error a.po:30:6: no text after msgid, expected one in quotation marks
08b05d07b556: "ok" 33:8-33:10 -> "bien" 34:9-34:13
`},
		{"an encoding declared in the header", "a.po", "# Jos\xe9\nmsgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n\nmsgid \"cafe\"\nmsgstr \"caf\xe9 x\"\n", `
b5387d90e858: "cafe" 5:8-5:12 -> "café x" 6:9-6:15
`},
		{"an unknown encoding", "a.po", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=klingon\\n\"\n\nmsgid \"a\"\nmsgstr \"b\"\n", `
error a.po:2:43: unknown encoding "klingon", expected one such as UTF-8 or windows-1252
af63dc4c8601: "a" 4:8-4:9 -> "b" 5:9-5:10
`},
		{"not UTF-8", "a.po", poHeader + "msgid \"a\"\nmsgstr \"\xe9\"\n\nmsgid \"b\"\nmsgstr \"c\"\n", `
error a.po:9:9: byte 0xe9 is not UTF-8, expected UTF-8, UTF-16 with a byte order mark, or a declared encoding
af63df4c8601: "b" 11:8-11:9 -> es-MX "c" 12:9-12:10
`},
	})
}

func FuzzPO(f *testing.F) {
	fuzz(f, "a.po", poHeader+"#| msgid \"x\"\nmsgctxt \"c\"\nmsgid \"a\\n\"\n\"b\\303\\251\"\nmsgid_plural \"d\"\nmsgstr[0] \"e\"\n",
		"#~ msgid \"a\"\n#~ msgstr \"b\"\n#~| msgid \"c\"", "msgid\"a\"\"b\"\nmsgstr\"\\", "msgid \"\"\nmsgstr \"charset=shift_jis\"\n\nmsgid \"\x83\x5c\"\nmsgstr \"\"")
}
