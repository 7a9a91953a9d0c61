package article

import "sort"

// OffsetMap maps offsets in a decoded text to offsets in the text it was decoded
// from: a character reference, an escape or an encoding makes the two differ. It
// is built from left to right with [OffsetMap.Verbatim], [OffsetMap.Decoded] and
// [OffsetMap.Scaled]; the zero value maps an empty text.
//
// It is a list of runs sorted by offset. A run is a sequence of units that are
// equally long in the text and in the file: bytes that stand for themselves, one
// character reference, or the characters of an encoding with a fixed width. Text
// without escapes is one run, whatever its length.
type OffsetMap struct {
	runs []run
	size int // length of the text
	end  int // file offset after the last run
}

// run is units of the text from offset text, each textUnit bytes long, that
// stand in the file from offset file, each fileUnit bytes long.
type run struct {
	text, file         int
	textUnit, fileUnit uint32
}

// Verbatim appends n bytes of text that stand in the file at offset file unchanged.
func (m *OffsetMap) Verbatim(n, file int) { m.Scaled(n, 1, file, 1) }

// Decoded appends n bytes of text that the fileLen bytes at offset file stand for.
func (m *OffsetMap) Decoded(n, file, fileLen int) { m.Scaled(1, n, file, fileLen) }

// Scaled appends count units, textUnit bytes long in the text and fileUnit bytes
// long in the file.
func (m *OffsetMap) Scaled(count, textUnit, file, fileUnit int) {
	if count <= 0 || textUnit <= 0 {
		return
	}
	extends := false
	if n := len(m.runs); n > 0 && m.end == file {
		last := m.runs[n-1]
		extends = last.textUnit == uint32(textUnit) && last.fileUnit == uint32(fileUnit)
	}
	if !extends {
		m.runs = append(m.runs, run{m.size, file, uint32(textUnit), uint32(fileUnit)})
	}
	m.size += count * textUnit
	m.end = file + count*fileUnit
}

// Len is the length of the mapped text.
func (m *OffsetMap) Len() int { return m.size }

// Start maps the offset at which a piece of text starts.
func (m *OffsetMap) Start(text int) int {
	i := m.before(text + 1)
	if i < 0 {
		return m.first()
	}
	if text >= m.size {
		return m.end
	}
	r := m.runs[i]
	return r.file + (text-r.text)/int(r.textUnit)*int(r.fileUnit)
}

// End maps the offset at which a piece of text ends. It differs from Start where
// the file has something between two runs, such as a tag.
func (m *OffsetMap) End(text int) int {
	i := m.before(text)
	if i < 0 {
		return m.first()
	}
	if text > m.size {
		return m.end
	}
	r := m.runs[i]
	units := (text - r.text + int(r.textUnit) - 1) / int(r.textUnit)
	return r.file + units*int(r.fileUnit)
}

// before returns the last run that starts before an offset of the text, -1 where
// none does.
func (m *OffsetMap) before(text int) int {
	low, high := 0, len(m.runs)
	for low < high {
		if mid := (low + high) / 2; m.runs[mid].text < text {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low - 1
}

// Span maps a span of the text.
func (m *OffsetMap) Span(s Span) Span {
	if s.Start >= s.End {
		at := m.Start(s.Start)
		return Span{at, at}
	}
	return Span{m.Start(s.Start), m.End(s.End)}
}

// textOffset is the reverse of Start, for maps whose runs are sorted by file offset.
func (m *OffsetMap) textOffset(file int) int {
	i := sort.Search(len(m.runs), func(i int) bool { return m.runs[i].file > file }) - 1
	if i < 0 {
		return 0
	}
	if file >= m.end {
		return m.size
	}
	r := m.runs[i]
	next := m.size
	if i+1 < len(m.runs) {
		next = m.runs[i+1].text
	}
	return min(next, r.text+(file-r.file)/int(r.fileUnit)*int(r.textUnit))
}

func (m *OffsetMap) first() int {
	if len(m.runs) == 0 {
		return m.end
	}
	return m.runs[0].file
}
