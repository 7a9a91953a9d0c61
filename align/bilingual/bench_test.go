package bilingual

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

// generator is a file of any size that is made while it is read.
type generator struct {
	head, tail string
	unit       func(i int) string
	size       int // bytes of units still to come
	i          int
	rest       string
}

func (g *generator) Read(p []byte) (int, error) {
	for g.rest == "" {
		switch {
		case g.i == 0:
			g.rest = g.head
		case g.size > 0:
			g.rest = g.unit(g.i)
			g.size -= len(g.rest)
		case g.tail != "":
			g.rest, g.tail = g.tail, ""
		default:
			return 0, io.EOF
		}
		g.i++
	}
	n := copy(p, g.rest)
	g.rest = g.rest[n:]
	return n, nil
}

// generated are generators of each format that is read as a stream.
func generated(format string, size int) *generator {
	const en, es = "The committee approved a budget of 12.5 million for the", "El comité aprobó un presupuesto de 12,5 millones para el"
	g := &generator{size: size}
	switch format {
	case "a.tsv":
		g.head = "id\tsource\ttarget\n"
		g.unit = func(i int) string { return fmt.Sprintf("%d\t%s year %d.\t%s año %d.\n", i, en, i, es, i) }
	case "a.csv":
		g.head = "id,source,target\n"
		g.unit = func(i int) string {
			return fmt.Sprintf("%d,\"%s year %d.\",\"%s \"\"año\"\" %d.\"\n", i, en, i, es, i)
		}
	case "a.po":
		g.head = "msgid \"\"\nmsgstr \"Language: es\\n\"\n\n"
		g.unit = func(i int) string {
			return fmt.Sprintf("#: src/a.c:%d\nmsgid \"\"\n\"%s\\n\"\n\" year %d.\"\nmsgstr \"%s año %d.\"\n\n", i, en, i, es, i)
		}
	case "a.tmx":
		g.head, g.tail = tmx(""), ""
		g.head = strings.TrimSuffix(g.head, "</body></tmx>\n")
		g.tail = "</body></tmx>\n"
		g.unit = func(i int) string {
			return fmt.Sprintf("<tu tuid=\"%d\">\n<tuv xml:lang=\"en\"><seg>%s <ph x=\"1\">a</ph> year &amp; %d.</seg></tuv>\n<tuv xml:lang=\"es\"><seg>%s <ph x=\"1\">a</ph> año %d.</seg></tuv>\n</tu>\n", i, en, i, es, i)
		}
	case "a.xlf":
		g.head, g.tail = xliff1, "</body></file></xliff>"
		g.unit = func(i int) string {
			return fmt.Sprintf("<trans-unit id=\"%d\">\n<source>%s <x id=\"1\"/> year %d.</source>\n<target>%s <x id=\"1\"/> año %d.</target>\n</trans-unit>\n", i, en, i, es, i)
		}
	}
	return g
}

func BenchmarkRead(b *testing.B) {
	const size = 8 << 20
	for _, path := range []string{"a.tsv", "a.csv", "a.po", "a.tmx", "a.xlf"} {
		b.Run(path, func(b *testing.B) {
			text, err := io.ReadAll(generated(path, size))
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for _, err := range Read(path, strings.NewReader(string(text)), Options{SourceLang: "en", TargetLang: "es"}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkLargeTMX reads a gigabyte and reports the memory held at its end.
func BenchmarkLargeTMX(b *testing.B) {
	if testing.Short() {
		b.Skip("reads a gigabyte")
	}
	const size = 1 << 30
	b.SetBytes(size)
	for b.Loop() {
		units := 0
		var most uint64
		for _, err := range Read("a.tmx", generated("a.tmx", size), Options{}) {
			if err != nil {
				b.Fatal(err)
			}
			if units++; units%500_000 == 0 {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.Sys)
			}
		}
		b.ReportMetric(float64(most)/(1<<20), "MB-held")
		b.ReportMetric(float64(units), "units")
	}
}
