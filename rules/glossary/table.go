package glossary

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// table reads CSV or TSV with a header: source and target, and where they exist
// forbidden, do-not-translate, part-of-speech, path and note. A cell may hold
// several terms or paths with | between them.
func (r *reader) table(sep rune) {
	text := r.src.Text()
	lines := []int{0}
	for i := range text {
		if text[i] == '\n' {
			lines = append(lines, i+1)
		}
	}
	offset := func(line, column int) int {
		if line < 1 || line > len(lines) {
			return len(text)
		}
		return lines[line-1] + column - 1
	}
	t := tableReader{r: r, offset: offset}
	if sep == '\t' {
		for i, line := range lines { // nothing but tabs has a meaning
			row, _, _ := strings.Cut(text[line:], "\n")
			if row = strings.TrimSuffix(row, "\r"); strings.TrimSpace(row) != "" && !t.row(strings.Split(row, "\t"), lines[i]) {
				return
			}
		}
	} else if !t.csv(text) {
		return
	}
	if t.columns == nil {
		r.fail(0, "the glossary is empty, expected a header with source and target")
	}
}

// tableReader reads the rows of a table.
type tableReader struct {
	r       *reader
	offset  func(line, column int) int
	columns map[string]int // nil before the header
	width   int
}

// csv reads rows as RFC 4180 has them; false after a fault.
func (t *tableReader) csv(text string) bool {
	c := csv.NewReader(strings.NewReader(text))
	c.FieldsPerRecord = -1
	for {
		row, err := c.Read()
		if err == io.EOF {
			return true
		}
		if err != nil {
			at := 0
			var parse *csv.ParseError
			if errors.As(err, &parse) {
				at, err = t.offset(parse.Line, max(1, parse.Column)), parse.Err
			}
			t.r.fail(at, "%v, expected a table as RFC 4180 has it", err)
			return false
		}
		if line, column := c.FieldPos(0); !t.row(row, t.offset(line, column)) {
			return false
		}
	}
}

// row takes in a row that stands at an offset; false where it makes no sense to go on.
func (t *tableReader) row(row []string, at int) bool {
	if t.columns == nil {
		return t.header(row, at)
	}
	if len(row) > t.width {
		t.r.fail(at, "the row has %d fields, expected %d as in the header", len(row), t.width)
		return true
	}
	cell := func(names ...string) string {
		for _, n := range names {
			if i, ok := t.columns[n]; ok && i < len(row) {
				return row[i]
			}
		}
		return ""
	}
	e := &Entry{
		Source: cell("source"), Targets: list(cell("target")), Forbidden: list(cell("forbidden")),
		PartOfSpeech: cell("part-of-speech", "pos"), Paths: list(cell("path", "paths")), Note: cell("note"),
	}
	keep := cell("do-not-translate", "dnt")
	var ok bool
	if e.DoNotTranslate, ok = truth(keep); !ok {
		t.r.fail(at, "%q for do-not-translate, expected yes or no", keep)
		return true
	}
	t.r.add(e, at)
	return true
}

func (t *tableReader) header(row []string, at int) bool {
	t.columns, t.width = map[string]int{}, len(row)
	for i, name := range row {
		t.columns[strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), "_", "-")] = i
	}
	if _, ok := t.columns["source"]; !ok {
		t.r.fail(at, "the header has the columns %s, expected at least source and target", strings.Join(row, ", "))
		return false
	}
	return true
}
