package main

import (
	"io"
	"os"
	"strconv"
	"sync/atomic"

	"github.com/sourcelint/sourcelint/cmd/lint/internal/report"
	"golang.org/x/term"
)

// defaultWidth is the width of a report that goes to no terminal.
const defaultWidth = 100

// terminal is what is known of the stream that the report goes to.
type terminal struct {
	is    bool
	width int
	color bool
}

// terminal is the stream of the report, with the colour that the flags ask for.
func (c *checker) terminal() terminal {
	t := terminalOf(c.std.out)
	t.color = c.color == "always" || c.color == "auto" && t.is && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	return t
}

func terminalOf(out io.Writer) terminal {
	t := terminal{width: defaultWidth}
	if f, ok := out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		t.is = true
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			t.width = w
		}
	}
	if w, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && w >= 40 {
		t.width = w
	}
	return t
}

func (t terminal) textOptions() report.TextOptions {
	return report.TextOptions{Color: t.color, Width: t.width}
}

// counter counts what is read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	atomic.AddInt64(&c.n, int64(n))
	return n, err
}
