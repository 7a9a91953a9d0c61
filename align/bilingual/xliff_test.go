package bilingual

import "testing"

const xliff1 = `<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.c" source-language="en" target-language="de"><body>
`

const xliff2 = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="de">
<file id="f1">
`

func TestXLIFF(t *testing.T) {
	runCases(t, []readCase{
		{"1.2: a unit with all its parts", "a.xlf", xliff1 + `<group id="g"><trans-unit id="u1" resname="greet" maxwidth="20" size-unit="char" approved="yes">
<source>Hello &lt;you&gt;</source>
<seg-source><mrk mtype="seg" mid="1">Hello</mrk></seg-source>
<target state="signed-off">Hallo &#228;</target>
<note>friendly</note>
<alt-trans><source>no</source><target>nein</target></alt-trans>
</trans-unit></group></body></file></xliff>`, `
u1: en "Hello <you>" 5:9-5:26 -> de "Hallo ä" 7:28-7:40 final context=greet notes=friendly max=20
`},
		{"1.2: inline elements", "a.xliff", xliff1 + `<trans-unit id="u1"><source>Press <g id="1">OK</g> or <x id="2"/>now<x id="3" ctype="lb"/>or <bpt id="4">&lt;b></bpt>never<ept id="4">&lt;/b></ept>.</source>
<target>Drücke <g id="1">OK</g>!</target></trans-unit></body></file></xliff>`, `
u1: en "Press OK or ￼now\nor never." 4:29-4:149 <element "g:1" 4:35> <placeholder "x:2" 4:55> <element "bpt:4" 4:94> <element "ept:4" 4:123> -> de "Drücke OK!" 5:9-5:33 <element "g:1" 5:16>
`},
		{"1.2: states and what is not to be translated", "a.xlf", xliff1 + `<trans-unit id="1"><source>a</source><target state="new">a</target></trans-unit>
<trans-unit id="2"><source>a</source><target state="needs-review-translation">b</target></trans-unit>
<trans-unit id="3" translate="no"><source>a</source></trans-unit>
<group translate="no"><trans-unit id="4"><source>a</source></trans-unit></group>
<trans-unit id="5"><source>a</source></trans-unit>
<trans-unit id="5"><source>a</source><target xml:lang="de-CH"/></trans-unit>
</body></file></xliff>`, `
1: en "a" 4:28-4:29 -> de "a" 4:58-4:59 untranslated
2: en "a" 5:28-5:29 -> de "b" 5:79-5:80 fuzzy
3: en "a" 6:43-6:44 -> none locked
4: en "a" 7:50-7:51 -> none locked
5: en "a" 8:28-8:29 -> none untranslated
5: en "a" 9:28-9:29 -> de-CH "" 9:64-9:64 untranslated duplicate of 8:1
`},
		{"1.2: without target language", "a.xlf", `<xliff version="1.2">
<file source-language="en"><trans-unit id="1"><source>a</source><target>b</target></trans-unit>
<trans-unit id="2"><source>a</source><target>b</target></trans-unit></file></xliff>`, `
error a.xlf:2:1: <file> without target-language, expected the language of the targets there or in --target-lang
1: en "a" 2:55-2:56 -> "b" 2:73-2:74
2: en "a" 3:28-3:29 -> "b" 3:46-3:47
`},
		{"2.1: segments, notes, native code", "a.xlf", xliff2 + `<unit id="u1" name="n"><notes><note>x</note></notes>
<originalData><data id="d1">%d</data></originalData>
<segment id="s1" state="final"><source>Take <ph id="1" dataRef="d1"/> <pc id="2">big</pc> apples.</source><target>Nimm <ph id="1" dataRef="d1"/>.</target></segment>
<ignorable><source> </source></ignorable>
<segment><source>Go<cp hex="0001"/>.</source></segment>
</unit><unit id="u2"><mtc:matches><mtc:match><source>no</source></mtc:match></mtc:matches><segment><source>a</source><target></target></segment></unit></file></xliff>`, `
u1/s1: en "Take ￼ big apples." 5:40-5:98 <placeholder "ph:1" 5:45> <element "pc:2" 5:71> -> de "Nimm ￼." 5:115-5:146 <placeholder "ph:1" 5:120> final context=n notes=x
u1/2: en "Go\x01." 7:18-7:37 -> none untranslated context=n notes=x
u2: en "a" 8:108-8:109 -> de "" 8:126-8:126 untranslated
`},
		{"faults of single units", "a.xlf", xliff1 + `<trans-unit id="1"><target>b</target></trans-unit>
<trans-unit><source>a</source></trans-unit>
</body></file></xliff>`, `
error a.xlf:4:1: <trans-unit> "1" without <source>, expected one
error a.xlf:5:1: <trans-unit> without id, expected one
1: en "a" 5:21-5:22 -> none untranslated
`},
		{"another version", "a.xlf", `<xliff version="3.0">`, `
error a.xlf:1:1: XLIFF of version "3.0", expected 1.2, 2.0 or 2.1
`},
		{"another root", "a.xlf", `<tmx version="1.4">`, `
error a.xlf:1:1: the file starts with <tmx>, expected <xliff>
`},
	})
}

func FuzzXLIFF(f *testing.F) {
	fuzz(f, "a.xlf", xliff1+`<trans-unit id="1"><source>a <g id="1">b<x id="2"/></g></source><target>&amp;<![CDATA[c]]></target></trans-unit>`,
		xliff2+`<unit id="u1"><originalData><data id="d">x</data></originalData><segment><source>a<ph id="1" dataRef="d"/></source><target><cp hex="41"/></target></segment></unit>`)
}
