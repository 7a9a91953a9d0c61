package bilingual

import (
	"strconv"
	"strings"

	"github.com/sourcelint/sourcelint/align/article"
)

// readProperties reads a .properties file of Java: key=value, key: value or key
// value, a line; a backslash at its end continues it, # and ! start comments.
func readProperties(src *article.Source) ([]message, error) {
	text := src.Text()
	var list []message
	var notes []string
	for i := 0; i < len(text); {
		start := i + blanks(text[i:])
		end := start
		for end < len(text) && text[end] != '\n' && text[end] != '\r' {
			if text[end] == '\\' && end+1 < len(text) && text[start] != '#' && text[start] != '!' {
				end++
				if strings.HasPrefix(text[end:], "\r\n") {
					end++
				}
			}
			end++
		}
		end = min(end, len(text))
		line := text[start:end]
		i = end
		if i < len(text) {
			i += lineBreak(text[i:])
		}
		switch {
		case line == "":
			notes = nil
		case line[0] == '#' || line[0] == '!':
			if n := strings.TrimSpace(line[1:]); n != "" {
				notes = append(notes, n)
			}
		default:
			if at := badUnicode(line); at >= 0 {
				return nil, faultIn(src, start+at, "%q is no character, expected \\u and four hexadecimal digits", line[at:min(at+6, len(line))])
			}
			key := keyEnd(line)
			value := key + blanks(line[key:])
			if value < len(line) && (line[value] == '=' || line[value] == ':') {
				value++
				value += blanks(line[value:])
			}
			list = append(list, message{
				key:   escaped(src, article.Span{Start: start, End: start + key}).Text,
				text:  escaped(src, article.Span{Start: start + value, End: end}),
				notes: notes,
			})
			notes = nil
		}
	}
	noteDuplicates(list)
	return list, nil
}

// badUnicode is where a line has \u without four hexadecimal digits behind it, -1
// where it has none.
func badUnicode(line string) int {
	for i := 0; i+1 < len(line); i++ {
		if line[i] != '\\' {
			continue
		}
		if i++; line[i] != 'u' {
			continue
		}
		if _, err := strconv.ParseUint(line[i+1:min(i+5, len(line))], 16, 32); err != nil || i+5 > len(line) {
			return i - 1
		}
	}
	return -1
}

// keyEnd is the length of the key at the head of a line.
func keyEnd(line string) int {
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '=', ':', ' ', '\t', '\f':
			return i
		}
	}
	return len(line)
}

// blanks is the number of blanks at the head of s.
func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " \t\f")) }
