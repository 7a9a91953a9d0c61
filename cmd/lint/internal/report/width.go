package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// cells is the number of terminal columns that a character takes.
func cells(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case r == 0x200d, unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Variation_Selector):
		return 0
	case r >= 0x1f300 && r <= 0x1faff:
		return 2
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// shown is a character as the report prints it: what would move the cursor, or
// the direction of writing, is not passed on to the terminal.
func shown(r rune) rune {
	switch {
	case r == '\t', r == '\u2028', r == '\u2029', r == '\n', r == '\r':
		return ' '
	case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return '\ufffd'
	}
	return r
}

// printable is a text as the report prints it, on one line.
func printable(s string) string { return strings.Map(shown, s) }

// window cuts a line so that it fits into a number of columns and shows the
// characters [first, last), or as many of them as fit. It returns the columns
// between which they stand. more tells that the line goes on to the left.
func window(line []rune, first, last, columns int, more bool) (text string, from, to int) {
	first = max(0, min(first, len(line)))
	last = max(first, min(last, len(line)))
	widths := make([]int, len(line))
	total := 0
	for i, r := range line {
		line[i] = shown(r)
		widths[i] = cells(line[i])
		total += widths[i]
	}
	start, end := 0, len(line)
	if total > columns || more {
		start, end = cut(line, widths, first, last, columns-2)
	}
	var b strings.Builder
	column := 0
	if start > 0 || more {
		b.WriteRune('…')
		column++
	}
	for i := start; i < end; i++ {
		if i == first {
			from = column
		}
		b.WriteRune(line[i])
		column += widths[i]
		if i < last {
			to = column
		}
	}
	if first >= end {
		from = column
	}
	if end < len(line) {
		b.WriteRune('…')
	}
	return b.String(), from, max(from, to)
}

// cut chooses what of a line is shown in a number of columns: a third of the room
// before the passage, the rest behind, words whole where that costs little.
func cut(line []rune, widths []int, first, last, columns int) (start, end int) {
	span := 0
	for _, w := range widths[first:last] {
		span += w
	}
	before := max(0, columns-span) / 2
	start, end = first, first
	used := 0
	for start > 0 && used+widths[start-1] <= before {
		start--
		used += widths[start]
	}
	for end < len(line) && used+widths[end] <= columns {
		used += widths[end]
		end++
	}
	for start > 0 && used+widths[start-1] <= columns { // room left at the end of the line
		start--
		used += widths[start]
	}
	for n := start; start > 0 && n < min(first, start+12); n++ {
		if line[n] == ' ' {
			start = n + 1
			break
		}
	}
	for n := end; end < len(line) && n > max(last, end-12); n-- {
		if line[n-1] == ' ' {
			end = n - 1
			break
		}
	}
	return start, end
}
