package main

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ldml is what is read of common/main/<locale>.xml.
type ldml struct {
	Languages   []named `xml:"localeDisplayNames>languages>language"`
	Territories []named `xml:"localeDisplayNames>territories>territory"`
	Calendars   []struct {
		Type   string `xml:"type,attr"`
		Months []struct {
			Widths []struct {
				Type  string  `xml:"type,attr"`
				Names []named `xml:"month"`
			} `xml:"monthWidth"`
		} `xml:"months>monthContext"`
		Days []struct {
			Widths []struct {
				Type  string  `xml:"type,attr"`
				Names []named `xml:"day"`
			} `xml:"dayWidth"`
		} `xml:"days>dayContext"`
		Periods []struct {
			Widths []struct {
				Type  string  `xml:"type,attr"`
				Names []named `xml:"dayPeriod"`
			} `xml:"dayPeriodWidth"`
		} `xml:"dayPeriods>dayPeriodContext"`
	} `xml:"dates>calendars>calendar"`
	Symbols []struct {
		System  string `xml:"numberSystem,attr"`
		Decimal string `xml:"decimal"`
		Group   string `xml:"group"`
		Percent string `xml:"percentSign"`
	} `xml:"numbers>symbols"`
	Currencies []struct {
		Type    string  `xml:"type,attr"`
		Names   []named `xml:"displayName"`
		Symbols []named `xml:"symbol"`
	} `xml:"numbers>currencies>currency"`
	Units []struct {
		Type  string `xml:"type,attr"`
		Units []struct {
			Type     string  `xml:"type,attr"`
			Names    []named `xml:"displayName"`
			Patterns []named `xml:"unitPattern"`
		} `xml:"unit"`
	} `xml:"units>unitLength"`
}

type named struct {
	Type string `xml:"type,attr"`
	Alt  string `xml:"alt,attr"`
	Name string `xml:",chardata"`
}

func readXML(path string, v any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := xml.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// inheritedMark stands where a locale says what its parent says.
const inheritedMark = "↑↑↑"

// locale is a locale file with its name, "es_MX".
type locale struct {
	name string
	ldml
}

// locales are the locale files of a language, the base language first.
func locales(dir, tag string) ([]locale, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "main", tag+"*.xml"))
	if err != nil {
		return nil, err
	}
	var ls []locale
	for _, p := range paths {
		name := strings.TrimSuffix(filepath.Base(p), ".xml")
		if name != tag && !strings.HasPrefix(name, tag+"_") {
			continue
		}
		l := locale{name: name}
		if err := readXML(p, &l.ldml); err != nil {
			return nil, err
		}
		ls = append(ls, l)
	}
	slices.SortFunc(ls, func(a, b locale) int { return strings.Compare(a.name, b.name) })
	return ls, nil
}

// supplemental is what is read of common/supplemental/supplementalData.xml.
type supplemental struct {
	Parents []struct {
		Parent  string `xml:"parent,attr"`
		Locales string `xml:"locales,attr"`
	} `xml:"parentLocales>parentLocale"`
	Regions []struct {
		Currencies []struct {
			ISO    string `xml:"iso4217,attr"`
			To     string `xml:"to,attr"`
			Tender string `xml:"tender,attr"`
		} `xml:"currency"`
	} `xml:"currencyData>region"`
}

// parents is the parent of each locale that does not simply drop its region.
func (s *supplemental) parents() map[string]string {
	m := map[string]string{}
	for _, p := range s.Parents {
		for l := range strings.FieldsSeq(p.Locales) {
			m[l] = p.Parent
		}
	}
	return m
}

// current are the currencies that are legal tender somewhere.
func (s *supplemental) current() map[string]bool {
	m := map[string]bool{"BTC": true}
	for _, r := range s.Regions {
		for _, c := range r.Currencies {
			if c.To == "" && c.Tender != "false" {
				m[c.ISO] = true
			}
		}
	}
	return m
}

// separators adds the signs of the language and of the regions that differ.
func separators(f *file, tag string, ls []locale, parents map[string]string) {
	byName := map[string][2]string{}
	for _, l := range ls {
		var s [2]string
		for _, sym := range l.Symbols {
			if sym.System == "latn" {
				s = [2]string{own(sym.Decimal), own(sym.Group)}
			}
		}
		byName[l.name] = s
	}
	resolve := func(name string, i int) string {
		for range 5 {
			if v := byName[name][i]; v != "" {
				return v
			}
			if p, ok := parents[name]; ok && p != "root" {
				name = p
			} else {
				name = tag
			}
		}
		return [2]string{".", ","}[i]
	}
	base := signs(resolve(tag, 0), resolve(tag, 1))
	f.add("separators", base, "001")
	for _, l := range ls {
		region := l.name[strings.LastIndexByte(l.name, '_')+1:]
		v := signs(resolve(l.name, 0), resolve(l.name, 1))
		if l.name == tag || v == base || len(region) != 2 {
			continue
		}
		f.add("separators", v, region)
	}
}

func own(s string) string {
	if s == inheritedMark {
		return ""
	}
	return s
}

// signs writes separators as the data file has them.
func signs(decimal, group string) string {
	switch group {
	case "\u00a0", "\u202f", "\u2009":
		group = "space"
	case "’":
		group = "'"
	}
	return decimal + " " + group
}

// dates adds the names of months, weekdays and parts of the day.
func dates(f *file, ls []locale) {
	weekdays := []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}
	periods := map[string]string{
		"am": "am", "pm": "pm", "noon": "noon", "midnight": "midnight", "morning1": "morning", "morning2": "morning",
		"afternoon1": "afternoon", "evening1": "evening", "night1": "night", "night2": "night",
	}
	for _, l := range ls {
		for _, c := range l.Calendars {
			if c.Type != "gregorian" {
				continue
			}
			for _, ctx := range c.Months {
				for _, w := range ctx.Widths {
					for _, n := range w.Names {
						addDate(f, "months", w.Type, n.Type, n.Name)
					}
				}
			}
			for _, ctx := range c.Days {
				for _, w := range ctx.Widths {
					for _, n := range w.Names {
						if w.Type != "short" {
							addDate(f, "weekdays", w.Type, fmt.Sprint(slices.Index(weekdays, n.Type)), n.Name)
						}
					}
				}
			}
			for _, ctx := range c.Periods {
				for _, w := range ctx.Widths {
					for _, n := range w.Names {
						if p := periods[n.Type]; p != "" {
							addDate(f, "dayperiods", w.Type, p, n.Name)
						}
					}
				}
			}
		}
	}
}

// addDate adds a name; abbreviations are marked as such by a dot.
func addDate(f *file, section, width, value, name string) {
	name = clean(name)
	if width == "narrow" || name == inheritedMark || name == "" {
		return
	}
	if (value == "noon" || value == "midnight") && strings.HasSuffix(name, ".") {
		return // "5 m." and "5 min." are no times of day
	}
	if width == "abbreviated" && section != "dayperiods" && !f.has(section, name) {
		name = strings.TrimSuffix(name, ".") + "."
	}
	f.add(section, value, name)
}

// units adds the names of the units that the package knows.
func units(f *file, ls []locale, known map[string]string) {
	for _, l := range ls {
		for _, length := range l.Units {
			if length.Type == "narrow" {
				continue
			}
			for _, u := range length.Units {
				_, id, _ := strings.Cut(u.Type, "-")
				id, ok := known[id]
				if !ok {
					continue
				}
				for _, n := range slices.Concat(u.Names, u.Patterns) {
					name := clean(strings.ReplaceAll(n.Name, "{0}", ""))
					if name != inheritedMark && !strings.ContainsAny(name, "{}0123456789()") {
						f.add("units", id, name)
					}
				}
			}
		}
	}
}

// wordCodes are currency codes that are also words of some language.
var wordCodes = []string{"all", "ang", "bob", "btn", "cop", "cup", "gel", "kip", "lak", "mad", "mop", "mur", "pen", "ron", "sos", "top", "try", "won", "sol", "cve", "dop", "ils", "ves", "sdg", "sek"}

// currencies adds the names and signs of the currencies in use.
func currencies(f *file, ls []locale, current map[string]bool) {
	for _, l := range ls {
		if strings.ContainsRune(l.name, '_') {
			continue // regions give their own dollar the bare sign
		}
		for _, c := range l.Currencies {
			if !current[c.Type] {
				continue
			}
			for _, n := range c.Names {
				if n.Name != inheritedMark {
					f.add("currencies", c.Type, n.Name)
				}
			}
			for _, s := range c.Symbols {
				if s.Alt == "" && s.Name != inheritedMark && !strings.EqualFold(s.Name, c.Type) && len(clean(s.Name)) > 1 {
					f.add("currencies", c.Type, s.Name)
				}
			}
		}
		for _, code := range sorted(current) {
			if !slices.Contains(wordCodes, strings.ToLower(code)) {
				f.add("currencies", code, code)
			}
		}
	}
}

// places adds the names of territories and languages.
func places(f *file, ls []locale) {
	continents := []string{"001", "002", "005", "009", "013", "019", "021", "142", "150", "419"}
	skip := []string{"XA", "XB", "ZZ", "QO", "EZ"}
	for _, l := range ls {
		for _, t := range l.Territories {
			name := clean(t.Name)
			if name == inheritedMark || slices.Contains(skip, t.Type) || strings.ContainsAny(name, "()") ||
				len(t.Type) != 2 && !slices.Contains(continents, t.Type) || len(name) < 3 || strings.EqualFold(name, t.Type) {
				continue
			}
			f.add("territories", t.Type, name)
		}
		for _, t := range l.Languages {
			name := clean(t.Name)
			if name != inheritedMark && len(t.Type) == 2 && !strings.ContainsAny(name, "()") && len(name) > 2 {
				f.add("languages", t.Type, name)
			}
		}
	}
}
