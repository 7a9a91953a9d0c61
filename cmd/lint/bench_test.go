package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkPeers cross-checks the articles of testdata/stories as one process
// does after its start; tables are loaded by the first round.
func BenchmarkPeers(b *testing.B) {
	files, err := filepath.Glob("../../testdata/stories/*/*.txt")
	if err != nil || len(files) == 0 {
		b.Skip("no stories")
	}
	var size int64
	for _, f := range files {
		if info, err := os.Stat(f); err == nil {
			size += info.Size()
		}
	}
	b.SetBytes(size)
	for b.Loop() {
		execute(context.Background(), append([]string{"--format", "json"}, files...), streams{nil, io.Discard, io.Discard})
	}
}
