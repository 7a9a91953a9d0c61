package main

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// words are the number words of a language, by section of its data file.
type words struct {
	spellers []*speller
	file     *file
	links    []string // words that join hundreds and tens
}

// numberWords spells numbers with all rules of a language and keeps what is
// needed to read them (see cardinal.go of the package).
func numberWords(dir, tag string, f *file) (*words, error) {
	w := &words{file: f, links: map[string][]string{"en": {"and"}, "pt": {"e"}, "it": {"e"}, "de": {"und"}}[tag]}
	paths, err := filepath.Glob(filepath.Join(dir, "rbnf", tag+"*.xml"))
	if err != nil {
		return nil, err
	}
	for _, p := range paths {
		name := strings.TrimSuffix(filepath.Base(p), ".xml")
		if name != tag && !strings.HasPrefix(name, tag+"_") {
			continue
		}
		s, err := readRules(p, tag)
		if err != nil {
			return nil, err
		}
		w.spellers = append(w.spellers, s)
	}
	w.cardinals()
	w.ordinals(tag)
	w.marks()
	return w, nil
}

// all are the forms of n in all rule sets of a kind, in order.
func (w *words) all(n int64, kinds ...string) []string {
	var forms []string
	for _, s := range w.spellers {
		for _, set := range s.public(kinds...) {
			t, err := s.spell(set, n)
			if err == nil && t != "" && !slices.Contains(forms, t) {
				forms = append(forms, t)
			}
		}
	}
	slices.Sort(forms)
	return forms
}

func (w *words) cardinal(n int64) []string {
	return w.all(n, "spellout-cardinal", "spellout-numbering")
}
func (w *words) ordinal(n int64) []string { return w.all(n, "spellout-ordinal") }

// bare cuts joining words, commas and hyphens off both ends.
func (w *words) bare(s string) string {
	for {
		t := strings.Trim(s, " -,\u00ad")
		for _, l := range w.links {
			t = strings.TrimSuffix(t, " "+l)
			t = strings.TrimPrefix(t, l+" ")
		}
		if t == s {
			return s
		}
		s = t
	}
}

func (w *words) cardinals() {
	for n := range int64(100) {
		w.file.add("cardinals", n, w.cardinal(n)...)
	}
	for h := int64(100); h < 1000; h += 100 {
		w.file.add("hundreds", h, w.cardinal(h)...)
		// What stands of it before tens and ones: ciento, deux cent, cent(otto).
		for r := int64(1); r < 100; r++ {
			for _, whole := range w.cardinal(h + r) {
				for _, tail := range w.cardinal(r) {
					if head, ok := strings.CutSuffix(whole, tail); ok && head != "" {
						w.addHead(h, w.bare(head))
					}
				}
			}
		}
	}
	thousands := w.cardinal(1000)
	for s := int64(1000); s <= 1e15; s *= 1000 {
		for k := int64(1); k <= 2; k++ {
			for _, whole := range w.cardinal(s * k) {
				whole = w.cutCount(whole, k)
				if s > 1000 && slices.ContainsFunc(thousands, func(t string) bool { return strings.HasPrefix(whole, t+" ") }) {
					continue // mil millones: no word of its own
				}
				w.file.add("scales", s, whole)
			}
		}
	}
}

// addHead adds what stands of hundreds before smaller numbers, where it is no
// more than the hundreds' own word cut short or bent (not "zweihundertein").
func (w *words) addHead(h int64, head string) {
	for _, whole := range w.cardinal(h) {
		if len(head) <= len(whole)+2 && strings.HasPrefix(head, whole[:2]) {
			w.file.add("hundreds", h, head)
			return
		}
	}
}

// cutCount cuts the cardinal k off the beginning of a spelled scale.
func (w *words) cutCount(whole string, k int64) string {
	best := whole
	for _, c := range w.cardinal(k) {
		if rest, ok := strings.CutPrefix(whole, c); ok && len(rest) < len(best) && strings.Trim(rest, " -") != "" {
			best = strings.Trim(rest, " -")
		}
	}
	if best == whole && k > 1 {
		return ""
	}
	return best
}

func (w *words) ordinals(tag string) {
	known := map[string]bool{}
	for n := int64(1); n < 100; n++ {
		for _, form := range w.ordinal(n) {
			if n > 20 && composed(form, known) {
				continue
			}
			known[form] = true
			w.file.add("ordinals", n, form)
		}
		// The form after hundreds: cent(unesimo), cent-(et-unième).
		for _, whole := range w.ordinal(100 + n) {
			best := whole
			for _, h := range w.file.forms("hundreds", 100) {
				if rest, ok := strings.CutPrefix(whole, h); ok && len(rest) < len(best) {
					best = rest
				}
			}
			if best = w.bare(best); best != whole && len(best) > 2 && !composed(best, known) && !w.file.has("ordinals", best) {
				known[best] = true
				w.file.add("ordinals", n, best)
			}
		}
	}
	for h := int64(100); h < 1000; h += 100 {
		w.file.add("ordinals", h, w.ordinal(h)...)
	}
	for _, whole := range w.ordinal(100) {
		w.file.add("ordinalscales", 100, w.cutCount(whole, 1))
	}
	for s := int64(1000); s <= 1e12; s *= 1000 {
		for k := int64(1); k <= 2; k++ {
			for _, whole := range w.ordinal(s * k) {
				if whole = w.cutCount(whole, k); whole != "" && !strings.Contains(whole, " ") {
					w.file.add("ordinalscales", s, whole)
				}
			}
		}
	}
	if tag != "en" && tag != "de" {
		delete(w.file.sections["ordinalscales"], "100")
	}
}

// composed tells whether a form is ordinals one after the other.
func composed(form string, known map[string]bool) bool {
	fields := strings.Fields(form)
	if len(fields) < 2 {
		return false
	}
	for _, f := range fields {
		if !known[f] {
			return false
		}
	}
	return true
}

var superscripts = strings.NewReplacer("ᵉ", "e", "ʳ", "r", "ˢ", "s", "ᵈ", "d", "ⁿ", "n", "ᵗ", "t", "ʰ", "h", "ᵃ", "a", "ᵒ", "o")

// marks are what follows the digits of an ordinal.
func (w *words) marks() {
	digits := regexp.MustCompile(`^[0-9]+\.?`)
	for n := int64(1); n <= 30; n++ {
		for _, t := range w.all(n, "digits-ordinal") {
			m := digits.ReplaceAllString(t, "")
			if m != "" {
				w.file.add("ordinalmarks", 0, m, superscripts.Replace(m))
			}
		}
	}
}
