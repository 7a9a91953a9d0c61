package bilingual

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/sourcelint/sourcelint/align/article"
)

// maxRow bounds how far a quotation mark that is never closed is followed.
const maxRow = 1 << 20

// readCSV reads comma-separated values as RFC 4180 has them: a field may stand in
// quotation marks, which are doubled inside it, and may then hold separators and
// line ends. Where a spreadsheet separates by semicolons or tabs, the header shows
// it. A row that is at fault is reported, and the next line taken for a new row.
func (r *reader) readCSV() {
	var c columns
	var fields []field
	sep := byte(0)
	number := 0
	for !r.stopped {
		line, ok := r.line()
		if !ok {
			break
		}
		if len(bytes.TrimSpace(line)) == 0 {
			r.skip()
			continue
		}
		if sep == 0 {
			sep = separator(line)
		}
		first := len(line)
		var fault *article.Error
		if fields, fault = r.record(fields[:0], sep); fault != nil {
			r.next = r.mark + first
			r.skip()
			if !r.fail(fault) || c.count == 0 {
				return
			}
			number++
			continue
		}
		if c.count == 0 {
			if c = r.header(string(r.window()), fields, ""); c.count == 0 {
				return
			}
			continue
		}
		number++
		r.row(c, fields, number)
	}
	r.finishTable(c)
}

// separator is the byte that separates the fields of a header.
func separator(line []byte) byte {
	for _, sep := range []byte{',', ';', '\t'} {
		names := 0
		for f := range bytes.SplitSeq(line, []byte{sep}) {
			switch strings.ToLower(strings.Trim(string(f), "\" \r\n")) {
			case "source", "target":
				names++
			}
		}
		if names > 1 {
			return sep
		}
	}
	return ','
}

// record reads the fields of the row that starts at the mark and of which the
// first line is read. Where the row is at fault it says so.
func (r *reader) record(fields []field, sep byte) ([]field, *article.Error) {
	for i := 0; ; {
		row := r.window()
		if i == len(row) || row[i] != '"' {
			end := i
			for end < len(row) && row[end] != sep && row[end] != '\n' {
				if row[end] == '"' {
					return nil, r.faultAt(r.mark+end, `a quotation mark inside a field that is not quoted, expected the whole field in quotation marks and "" for one inside it`)
				}
				end++
			}
			stop := end
			if (end == len(row) || row[end] == '\n') && end > i && row[end-1] == '\r' {
				stop--
			}
			fields = append(fields, field{span: article.Span{Start: i, End: stop}})
			if end == len(row) || row[end] == '\n' {
				return fields, r.checkText(len(row))
			}
			i = end + 1
			continue
		}
		f, end, fault := r.quoted(i)
		if fault != nil {
			return nil, fault
		}
		fields = append(fields, f)
		row = r.window()
		switch rest := row[end:]; {
		case len(rest) == 0, rest[0] == '\n', string(rest) == "\r\n", string(rest) == "\r":
			return fields, r.checkText(len(row))
		case rest[0] == sep:
			i = end + 1
		default:
			c, _ := utf8.DecodeRune(rest)
			return nil, r.faultAt(r.mark+end, `%q after the closing quotation mark of a field, expected %q or the end of the line ("" for a quotation mark inside the field)`, c, sep)
		}
	}
}

// quoted reads the field whose opening quotation mark stands at i of the window
// and returns where it ends, behind the closing one.
func (r *reader) quoted(i int) (f field, end int, fault *article.Error) {
	f.span.Start = i + 1
	doubled := 0
	for j := i + 1; ; {
		row := r.window()
		n := bytes.IndexByte(row[j:], '"')
		switch {
		case n < 0:
			j = len(row)
			_, ok := r.line()
			if !ok || j-i > maxRow {
				return f, 0, r.faultAt(r.mark+i, "a quotation mark opens a field here that none closes, expected a closing one")
			}
		case j+n+1 < len(row) && row[j+n+1] == '"':
			doubled++
			j += n + 2
		default:
			f.span.End = j + n
			if doubled > 0 {
				f.text, f.offs = undouble(row[i+1:j+n], i+1)
			}
			return f, j + n + 1, nil
		}
	}
}

// undouble makes one quotation mark of two. The field stands at from.
func undouble(raw []byte, from int) (string, *article.OffsetMap) {
	m := &article.OffsetMap{}
	var b strings.Builder
	b.Grow(len(raw))
	for i := 0; i < len(raw); {
		n := bytes.IndexByte(raw[i:], '"')
		if n < 0 {
			n = len(raw) - i
		}
		b.Write(raw[i : i+n])
		m.Verbatim(n, from+i)
		i += n
		if i < len(raw) {
			b.WriteByte('"')
			m.Decoded(1, from+i, 2)
			i += 2
		}
	}
	return b.String(), m
}

// checkText finds what is not text in the first n bytes of the window.
func (r *reader) checkText(n int) *article.Error {
	if i, msg := notText(r.window()[:n]); i >= 0 {
		return r.faultAt(r.mark+i, "%s", msg)
	}
	return nil
}
