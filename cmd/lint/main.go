// Command lint tells an editor, before publishing, where a text contradicts its
// sources and where a translation went wrong.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// grace is how long a run that is interrupted may take to clean up.
const grace = 200 * time.Millisecond

func main() {
	paceMemory(os.Getenv)
	ctx, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	done := make(chan int, 1)
	go func() { done <- execute(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}) }()
	select {
	case code := <-done:
		os.Exit(code)
	case <-signals:
		cancel()
		select {
		case <-done:
		case <-time.After(grace):
			fmt.Fprintln(os.Stderr, "lint: interrupted")
		}
		os.Exit(exitFailed)
	}
}
