// Command lint tells an editor, before publishing, where a text contradicts its
// sources and where a translation went wrong.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	os.Exit(run())
}

// run is main with deferred calls done before the process ends. The first
// interrupt ends the work under way; nothing half-written stays behind.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return execute(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
}
