// Package bilingual reads files that hold texts together with their translations:
// tables, message catalogues and translation memories. It yields one [Unit] after
// the other with the exact place of every character and, but for the formats that
// must be read whole, holds one unit at a time, so a file may be larger than the
// memory.
package bilingual

import (
	"io"
	"iter"
	"path/filepath"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
)

// Format is a format of bilingual files.
type Format uint8

// The formats. [Auto] goes by the extension of the path.
const (
	Auto  Format = iota
	TSV          // see readTSV
	CSV          // RFC 4180
	PO           // GNU gettext
	TMX          // translation memories, 1.1 to 1.4
	XLIFF        // 1.x, 2.0 and 2.1
)

// Options tell how to read a file. The zero value goes by the file.
type Options struct {
	Format     Format
	Encoding   string // WHATWG label, for files that do not declare theirs; "": UTF-8
	SourceLang string // BCP 47; "": what the file says, else detected
	TargetLang string // BCP 47; "": what the file says, else detected

	undetected bool // for tests of readers: languages are left open
}

// FormatOf tells the format of a path by its extension, [Auto] where it is not
// that of a bilingual file.
func FormatOf(path string) Format {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".tsv", ".tab":
		return TSV
	case ".csv":
		return CSV
	case ".po", ".pot":
		return PO
	case ".tmx":
		return TMX
	case ".xlf", ".xliff", ".sdlxliff", ".mqxliff":
		return XLIFF
	}
	return Auto
}

// Read yields the units of a file in their order. An error is an [*article.Error];
// where more units follow it, the file is at fault at one place and read on behind
// it. The path serves the format and messages only.
func Read(path string, r io.Reader, opt Options) iter.Seq2[*Unit, error] {
	return func(yield func(*Unit, error) bool) {
		format := opt.Format
		if format == Auto {
			format = FormatOf(path)
		}
		s, err := newStream(path, r, opt.Encoding)
		if err != nil {
			yield(nil, err)
			return
		}
		rd := &reader{stream: s, opt: opt, yield: yield}
		switch format {
		case TSV:
			rd.readTSV()
		case CSV:
			rd.readCSV()
		case PO:
			rd.messages = true
			rd.readPO()
		case TMX:
			rd.readTMX()
		case XLIFF:
			rd.messages = true
			rd.readXLIFF()
		default:
			yield(nil, &article.Error{Path: path, Msg: "not a bilingual file by its extension, expected one such as .po, .xlf, .tmx, .tsv or .csv"})
			return
		}
		rd.letGo()
	}
}

// reader is a file being read, for whatever format.
type reader struct {
	*stream
	opt     Options
	yield   func(*Unit, error) bool
	count   int // units so far
	stopped bool
	// messages tells that the texts are those of a program; see [Unit.Message].
	messages bool
	held     held
}

// unit hands over a unit and tells whether to go on.
func (r *reader) unit(u *Unit) bool {
	r.count++
	u.Number = r.count
	u.Message = r.messages
	if u.State == Translated && strings.TrimSpace(u.Target.Text) == "" {
		u.State = Untranslated
	}
	if !r.hold(u) {
		r.stopped = r.stopped || !r.yield(u, nil)
	}
	return !r.stopped
}

// fail hands over an error and tells whether to go on.
func (r *reader) fail(err error) bool {
	if len(r.held.units) > 0 {
		r.held.units = append(r.held.units, heldUnit{err: err})
		return true
	}
	r.stopped = r.stopped || !r.yield(nil, err)
	return !r.stopped
}

// verbatim is a side of a unit that stands in src.Text at a span as it is.
func verbatim(src *article.Source, lang string, at article.Span) Text {
	return Text{Lang: lang, Text: src.Text()[at.Start:at.End], Present: true, src: src, span: at}
}
