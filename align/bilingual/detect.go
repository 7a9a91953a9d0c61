package bilingual

import (
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
)

// A file that does not name its languages is held back until enough of it was
// read to detect them.
const (
	enoughText  = 4 << 10
	enoughUnits = 256
)

// held is what a reader holds back, and the languages once they are known.
type held struct {
	units          []heldUnit
	source, target strings.Builder
	sourceLang     string
	targetLang     string
	done           bool
}

// heldUnit is a unit, or an error among them.
type heldUnit struct {
	unit *Unit
	err  error
}

// hold fills in languages that the file does not name. It tells whether it holds
// the unit back, until they are known.
func (r *reader) hold(u *Unit) bool {
	h := &r.held
	if r.opt.undetected || u.Source.Lang != "" && u.Target.Lang != "" && len(h.units) == 0 {
		return false
	}
	if h.done {
		h.name(u)
		return false
	}
	h.units = append(h.units, heldUnit{unit: u})
	if u.Source.Lang == "" {
		sample(&h.source, u.Source.Text)
	}
	if u.Target.Lang == "" && u.State != Untranslated {
		sample(&h.target, u.Target.Text)
	}
	if h.target.Len() >= enoughText && (u.Source.Lang != "" || h.source.Len() >= enoughText) || len(h.units) >= enoughUnits {
		r.letGo()
	}
	return true
}

func sample(b *strings.Builder, text string) {
	if b.Len() < enoughText {
		b.WriteString(text[:min(len(text), enoughText)])
		b.WriteByte('\n')
	}
}

// letGo hands over what is held back.
func (r *reader) letGo() {
	h := &r.held
	if h.done {
		return
	}
	h.done = true
	h.sourceLang, h.targetLang = detect(&h.source), detect(&h.target)
	units := h.units
	h.units = nil
	for _, x := range units {
		if r.stopped {
			return
		}
		if x.unit != nil {
			h.name(x.unit)
		}
		r.stopped = !r.yield(x.unit, x.err)
	}
}

func (h *held) name(u *Unit) {
	if u.Source.Lang == "" {
		u.Source.Lang = h.sourceLang
	}
	if u.Target.Lang == "" {
		u.Target.Lang = h.targetLang
	}
}

func detect(b *strings.Builder) string {
	if strings.TrimSpace(b.String()) == "" {
		return "und"
	}
	return article.Detect(strings.ToValidUTF8(b.String(), ""), nil)
}
