package bilingual

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
)

// maxSeen bounds how many ids are remembered, so that memory does not grow with
// the file: a copy of a unit that stands further back is not known for one.
const maxSeen = 1 << 19

// seen remembers the ids of units by their hashes.
type seen map[uint64]place

type place struct{ line, column uint32 }

// add returns where an id was met before, or the zero position.
func (s *seen) add(hash uint64, at article.Position) article.Position {
	if p, ok := (*s)[hash]; ok {
		return article.Position{Line: int(p.line), Column: int(p.column)}
	}
	if *s == nil {
		*s = seen{}
	}
	if len(*s) < maxSeen {
		(*s)[hash] = place{uint32(at.Line), uint32(at.Column)}
	}
	return article.Position{}
}

// bcp47 makes a BCP 47 tag of the name of a POSIX locale, such as pt_BR.UTF-8@euro;
// what is no tag becomes "".
func bcp47(name string) string {
	name, _, _ = strings.Cut(strings.TrimSpace(name), "@")
	name, _, _ = strings.Cut(name, ".")
	name = strings.ReplaceAll(name, "_", "-")
	base, _, _ := strings.Cut(name, "-")
	if len(base) < 2 || len(base) > 3 {
		return ""
	}
	for _, c := range []byte(name) {
		if c != '-' && (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
			return ""
		}
	}
	return name
}
