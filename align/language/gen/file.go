package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// file is a data file in the making: forms by section and value.
type file struct {
	order    []string // of sections
	sections map[string]map[string][]string
	values   map[string][]string // order of the values of a section
	seen     map[string]map[string]string
}

func newFile() *file {
	return &file{sections: map[string]map[string][]string{}, values: map[string][]string{}, seen: map[string]map[string]string{}}
}

// add adds forms of a value; a form keeps the first value it was given.
func (f *file) add(section string, value any, forms ...string) {
	v := fmt.Sprint(value)
	if f.sections[section] == nil {
		f.order = append(f.order, section)
		f.sections[section] = map[string][]string{}
		f.seen[section] = map[string]string{}
	}
	for _, form := range forms {
		form = clean(form)
		if _, ok := f.seen[section][form]; ok || form == "" {
			continue
		}
		f.seen[section][form] = v
		if _, ok := f.sections[section][v]; !ok {
			f.values[section] = append(f.values[section], v)
		}
		f.sections[section][v] = append(f.sections[section][v], form)
	}
}

// has tells whether a section has a form.
func (f *file) has(section, form string) bool {
	_, ok := f.seen[section][form]
	return ok
}

// forms are the forms of a value.
func (f *file) forms(section string, value any) []string {
	return f.sections[section][fmt.Sprint(value)]
}

// spaces are what stands for a space or for nothing in CLDR's text.
var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u00ad", "", "\u200e", "", "\u200f", "", "’", "'")

// clean folds a form as the package's data files have it.
func clean(form string) string {
	form = strings.Join(strings.Fields(spaces.Replace(strings.ToLower(form))), " ")
	return strings.ReplaceAll(form, ",", `\,`)
}

// write writes the file.
func (f *file) write(path, head string) error {
	var b bytes.Buffer
	b.WriteString(head)
	for _, section := range f.order {
		fmt.Fprintf(&b, "\n[%s]\n", section)
		for _, v := range f.values[section] {
			forms := f.sections[section][v]
			if len(forms) == 0 {
				continue
			}
			b.WriteString(strings.Join(forms, ", "))
			if !slices.Contains([]string{"ordinalmarks"}, section) {
				b.WriteString(" = " + v)
			}
			b.WriteByte('\n')
		}
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// sorted are the keys of a map in order.
func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
