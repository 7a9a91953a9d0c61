package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Most runs are over before they have used much memory, and collecting a small
// heap over and over costs more than it frees. So the heap may grow to several
// times of what is in use while that is little, and to twice as much, as Go does
// by default, where it is much.
const (
	mostGrowth  = 600      // percent
	leastGrowth = 100      // percent
	slack       = 64 << 20 // bytes that may be garbage before growth is slowed down
)

// paceMemory sets the pace of the collector and keeps it in step with what is in
// use, after every collection. The environment's GOGC has precedence.
func paceMemory(getenv func(string) string) {
	if getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(mostGrowth)
	repace(mostGrowth)
}

// repace waits for the next collection: a value that nothing refers to is
// cleaned up after it.
func repace(growth int) {
	runtime.AddCleanup(&struct{ _ [64]byte }{}, func(growth int) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		next := growth
		if live[0].Value.Kind() == metrics.KindUint64 {
			next = min(mostGrowth, max(leastGrowth, int(slack*100/(live[0].Value.Uint64()+1))))
		}
		if next != growth {
			debug.SetGCPercent(next)
		}
		repace(next)
	}, growth)
}
