package main

import (
	"io"
	"os"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// progressAfter is how long a run takes before its progress is shown.
const progressAfter = time.Second

// progress is a bar on a terminal; its nil value shows nothing.
type progress struct {
	out   io.Writer
	total int
	done  int
	began time.Time
	pool  *mpb.Progress
	bar   *mpb.Bar
}

// progress returns a bar over a number of steps, nil where no one would see it.
func (c *checker) progress(steps int) *progress {
	f, ok := c.std.err.(*os.File)
	if !ok || c.quiet || steps < 2 || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return &progress{out: f, total: steps, began: time.Now()}
}

func (p *progress) step() {
	if p == nil {
		return
	}
	p.done++
	if p.bar == nil && time.Since(p.began) > progressAfter {
		p.pool = mpb.New(mpb.WithOutput(p.out), mpb.WithWidth(40))
		p.bar = p.pool.AddBar(int64(p.total), mpb.BarRemoveOnComplete(),
			mpb.PrependDecorators(decor.CountersNoUnit("%d / %d")), mpb.AppendDecorators(decor.AverageETA(decor.ET_STYLE_GO)))
	}
	if p.bar != nil {
		p.bar.SetCurrent(int64(p.done))
	}
}

// end removes the bar.
func (p *progress) end() {
	if p != nil && p.bar != nil {
		p.bar.Abort(true)
		p.pool.Wait()
	}
}
