package report

import "strings"

// Columns sets two texts side by side, each wrapped to half of a number of
// terminal columns, and returns the lines.
func Columns(left, right string, columns int) []string {
	half := max((columns-3)/2, 8)
	a, b := wrap(left, half), wrap(right, half)
	var out []string
	for i := range max(len(a), len(b)) {
		var l, r string
		if i < len(a) {
			l = a[i]
		}
		if i < len(b) {
			r = b[i]
		}
		out = append(out, strings.TrimRight(l+strings.Repeat(" ", max(half-columnsOf(l), 0))+" | "+r, " "))
	}
	return out
}

// wrap breaks a text between words into lines of at most a number of columns; a
// longer word is a line of its own.
func wrap(text string, columns int) []string {
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(printable(text)) {
		n := columnsOf(word)
		switch {
		case line == "":
			line, used = word, n
		case used+1+n <= columns:
			line, used = line+" "+word, used+1+n
		default:
			lines = append(lines, line)
			line, used = word, n
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// columnsOf is the number of terminal columns that a text takes.
func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		n += cells(r)
	}
	return n
}
