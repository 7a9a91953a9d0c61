package language

import (
	"embed"
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The words of a language stand in two files of one format: data/<tag>.txt is
// written by hand, cldr/<tag>.txt is generated from CLDR, and what both say of
// one section adds up.
//
//	# a comment, on a line of its own
//	[section]
//	form, form, form = value
//	form, form
//
// A form is one or several words in lower case, apostrophes straight; a hyphen
// in it also matches a space and the other way round, and a dot at the end of a
// word marks an abbreviation that is found with its dot and without. A comma
// inside a form is written \, . The value says what the forms mean, in the
// terms of their section; a section of plain lists has none. The sections and
// their values are listed in data/README.md.
//
//go:embed data/*.txt cldr/*.txt writing/*.txt
var files embed.FS

// line is one line of a data file: its forms, still joined, and its value.
type line struct {
	number int
	forms  string
	value  string
}

// sections splits a data file into its sections. It only looks for their heads,
// so that a section costs nothing until it is asked for.
func sections(text string) map[string]string {
	m := make(map[string]string, 64)
	name, start := "", 0
	for i := 0; i < len(text); {
		end := strings.IndexByte(text[i:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += i + 1
		}
		if text[i] == '[' {
			if name != "" {
				m[name] += text[start:i]
			}
			name, start = strings.Trim(text[i:end], "[]\r\n \t"), end
		}
		i = end
	}
	if name != "" {
		m[name] += text[start:]
	}
	return m
}

// lines yields the lines of a section that are neither blank nor comments.
func lines(section string) iter.Seq[line] {
	return func(yield func(line) bool) {
		for n := 1; section != ""; n++ {
			var s string
			s, section, _ = strings.Cut(section, "\n")
			s = strings.TrimSpace(s)
			if s == "" || s[0] == '#' || s[0] == '[' {
				continue
			}
			forms, value := s, ""
			if i := strings.LastIndex(s, " = "); i >= 0 {
				forms, value = s[:i], strings.TrimSpace(s[i+3:])
			}
			if !yield(line{n, forms, value}) {
				return
			}
		}
	}
}

// forms yields the forms of a line.
func (l line) each() iter.Seq[string] {
	return func(yield func(string) bool) {
		rest := l.forms
		for rest != "" {
			i := 0
			for i < len(rest) && (rest[i] != ',' || i > 0 && rest[i-1] == '\\') {
				i++
			}
			form := strings.TrimSpace(rest[:i])
			if strings.Contains(form, `\,`) {
				form = strings.ReplaceAll(form, `\,`, ",")
			}
			if form != "" && !yield(form) {
				return
			}
			rest = rest[min(i+1, len(rest)):]
		}
	}
}

// check reports the first fault of a data file as name:line:column: what is
// wrong, what is expected. known gives for each section the check of a value.
func check(name, text string, known map[string]func(string) error) error {
	if !utf8.ValidString(text) {
		return fmt.Errorf("%s:1:1: invalid UTF-8, expected UTF-8 text", name)
	}
	section, n := "", 0
	var valid func(string) error
	for s := range strings.Lines(text) {
		n++
		s = strings.TrimRight(s, "\r\n")
		body := strings.TrimSpace(s)
		if body == "" || body[0] == '#' {
			continue
		}
		if s[0] == '[' {
			section = strings.Trim(s, "[] \t")
			f, ok := known[section]
			if !ok || s != "["+section+"]" {
				return fmt.Errorf("%s:%d:1: unknown section %s, expected one of those in data/README.md", name, n, s)
			}
			valid = f
			continue
		}
		if section == "" {
			return fmt.Errorf("%s:%d:1: %q before any section, expected [section]", name, n, body)
		}
		if err := checkLine(body, section, valid); err != nil {
			return fmt.Errorf("%s:%d:1: %w", name, n, err)
		}
	}
	return nil
}

// checkLine reports what is wrong with one line of a section.
func checkLine(body, section string, valid func(string) error) error {
	for l := range lines(body) {
		n := 0
		for form := range l.each() {
			n++
			if len(tokens(form)) == 0 {
				return fmt.Errorf("form %q has no word in it", form)
			}
			if strings.ContainsRune(form, '’') {
				return fmt.Errorf("form %q has a curly apostrophe, expected a straight one", form)
			}
			if !caseMatters[section] && strings.ContainsFunc(form, func(r rune) bool { return unicode.ToLower(r) != r && r != 'İ' }) {
				return fmt.Errorf("form %q in capitals, expected lower case", form)
			}
		}
		if n == 0 {
			return fmt.Errorf("no form in %q, expected “form, form = value”", body)
		}
		if err := valid(l.value); err != nil {
			return fmt.Errorf("in [%s]: %w", section, err)
		}
	}
	return nil
}

// caseMatters names the sections whose forms keep their case.
var caseMatters = map[string]bool{"zones": true, "codes": true}
