package bilingual

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
)

// Tables have a header that names their columns, in any order and case:
// "source" and "target", and where they exist "id", "context" and "note". Other
// columns are passed over. The id of a unit is its id column or, where there is
// none, the number of its row, the first after the header being 1.

// columns are the indices of the columns of a table, -1 where it has none.
type columns struct {
	count                             int
	source, target, id, context, note int
}

// field is a cell of a row, with its place in the row's text.
type field struct {
	span article.Span       // without quotation marks
	text string             // where it is not what stands at span
	offs *article.OffsetMap // from text to the row, nil where text is what stands at span
}

func (f *field) in(row string) string {
	if f.offs != nil {
		return f.text
	}
	return row[f.span.Start:f.span.End]
}

func (f *field) side(src *article.Source, lang string) Text {
	t := verbatim(src, lang, f.span)
	if f.offs != nil {
		t.Text, t.offs = f.text, f.offs
	}
	return t
}

// header finds the columns; separated says how, for the message.
func header(row string, fields []field, separated string) (columns, error) {
	c := columns{len(fields), -1, -1, -1, -1, -1}
	var names []string
	for i := range fields {
		name := strings.TrimSpace(fields[i].in(row))
		names = append(names, strconv.Quote(name))
		p := map[string]*int{"source": &c.source, "target": &c.target, "id": &c.id, "context": &c.context, "note": &c.note}[strings.ToLower(name)]
		switch {
		case p == nil:
		case *p >= 0:
			return c, fmt.Errorf("two columns are called %q", name)
		default:
			*p = i
		}
	}
	if c.source < 0 || c.target < 0 {
		if len(names) > 6 {
			names = append(names[:6], "…")
		}
		return c, fmt.Errorf("the header has the columns %s, expected at least source and target%s", strings.Join(names, ", "), separated)
	}
	return c, nil
}

// header takes the row that stands in the window for the header; without columns
// where it is none, which is then said.
func (r *reader) header(row string, fields []field, separated string) columns {
	c, err := header(row, fields, separated)
	if err != nil {
		r.fail(r.fault("%v", err))
		return columns{}
	}
	r.skip()
	return c
}

// row makes a unit of the row that stands in the window, or hands over why it is none.
func (r *reader) row(c columns, fields []field, number int) bool {
	if len(fields) != c.count {
		err := r.fault("the row has %s, expected %d as in the header", counted(len(fields), "field"), c.count)
		r.skip()
		return r.fail(err)
	}
	src := r.take()
	get := func(i int) string {
		if i < 0 {
			return ""
		}
		return fields[i].in(src.Text())
	}
	u := &Unit{
		ID:      strings.TrimSpace(get(c.id)),
		Context: get(c.context),
		Source:  fields[c.source].side(src, r.opt.SourceLang),
		Target:  fields[c.target].side(src, r.opt.TargetLang),
	}
	if u.ID == "" {
		u.ID = strconv.Itoa(number)
	}
	if n := get(c.note); n != "" {
		u.Notes = []string{n}
	}
	return r.unit(u)
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// finish hands over the fault that ended the file, if one did.
func (r *reader) finish() {
	if r.err != nil && !errors.Is(r.err, io.EOF) && !r.stopped {
		r.fail(r.err)
	}
}

// finishTable hands over the fault that ended the file, one without rows
// included.
func (r *reader) finishTable(c columns) {
	if c.count == 0 && errors.Is(r.err, io.EOF) && !r.stopped {
		r.fail(r.fault("the file is empty, expected a header with at least source and target"))
	}
	r.finish()
}

// readTSV reads tab-separated values as IANA registers them: a line is a row, a
// tab ends a field, and nothing else has a meaning; there are no quotation marks
// and no escapes.
func (r *reader) readTSV() {
	var c columns
	var fields []field
	number := 0
	for !r.stopped {
		line, ok := r.line()
		if !ok {
			break
		}
		if i, msg := notText(line); i >= 0 {
			err := r.faultAt(r.mark+i, "%s", msg)
			r.skip()
			if r.fail(err) && c.count > 0 && line[i] != 0 {
				continue
			}
			return
		}
		line = bytes.TrimRight(line, "\r\n")
		if len(bytes.TrimSpace(line)) == 0 {
			r.skip()
			continue
		}
		fields = cut(fields[:0], line, '\t')
		if c.count == 0 {
			if c = r.header(string(line), fields, ", separated by tabs"); c.count == 0 {
				return
			}
			continue
		}
		number++
		r.row(c, fields, number)
	}
	r.finishTable(c)
}

// cut appends the fields of a line that a byte separates.
func cut(fields []field, line []byte, sep byte) []field {
	from := 0
	for {
		n := bytes.IndexByte(line[from:], sep)
		if n < 0 {
			return append(fields, field{span: article.Span{Start: from, End: len(line)}})
		}
		fields = append(fields, field{span: article.Span{Start: from, End: from + n}})
		from += n + 1
	}
}
