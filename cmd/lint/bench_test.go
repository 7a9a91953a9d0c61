//go:build unix

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// The benchmarks run the command as one process does after its start; tables are
// loaded by the first round. Besides the time by the clock they report the time
// of all processors, which other work on the machine changes less:
//
//	go test -run '^$' -bench . -benchmem -count 5 ./cmd/lint

// benchmark runs the command with some files of some size in all.
func benchmark(b *testing.B, size int, args ...string) {
	b.Helper()
	b.SetBytes(int64(size))
	b.ReportAllocs()
	began := processorTime()
	for b.Loop() {
		execute(context.Background(), append([]string{"--format", "json"}, args...), streams{nil, io.Discard, io.Discard})
	}
	used := processorTime() - began
	b.ReportMetric(float64(used.Microseconds())/float64(b.N)/1000, "cpu-ms/op")
	b.ReportMetric(float64(size)*float64(b.N)/1e6/max(used.Seconds(), 1e-9), "MB/cpu-s")
}

// processorTime is the time that all processors have spent in the process.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// write writes a file that is to be checked and returns its path.
func write(b *testing.B, name, text string) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkPeers cross-checks the articles of testdata/stories.
func BenchmarkPeers(b *testing.B) {
	files, err := filepath.Glob("../../testdata/stories/*/*.txt")
	if err != nil || len(files) == 0 {
		b.Skip("no stories")
	}
	size := 0
	for _, f := range files {
		if info, err := os.Stat(f); err == nil {
			size += int(info.Size())
		}
	}
	benchmark(b, size, files...)
}

// BenchmarkArticle checks one article by itself.
func BenchmarkArticle(b *testing.B) {
	for _, ending := range []string{".txt", ".md"} {
		for _, n := range []int{1000, 2000, 4000} {
			b.Run(fmt.Sprintf("%s/sentences=%d", ending[1:], n), func(b *testing.B) {
				text := newMaker(1).news(n, ending == ".md")
				benchmark(b, len(text), write(b, "a"+ending, text))
			})
		}
	}
}

// BenchmarkStory cross-checks articles on one story.
func BenchmarkStory(b *testing.B) {
	for _, n := range []int{2, 5, 10, 20, 50, 100, 200} {
		b.Run(fmt.Sprintf("articles=%d", n), func(b *testing.B) {
			size := 0
			var files []string
			for i, text := range newMaker(2).story(n, 30) {
				size += len(text)
				files = append(files, write(b, fmt.Sprintf("%03d.txt", i), text))
			}
			benchmark(b, size, files...)
		})
	}
}

// BenchmarkBilingual checks a bilingual file.
func BenchmarkBilingual(b *testing.B) {
	for _, ending := range []string{".tsv", ".po", ".xlf", ".tmx"} {
		for _, n := range []int{5000, 10000, 20000} {
			b.Run(fmt.Sprintf("%s/segments=%d", ending[1:], n), func(b *testing.B) {
				text := newMaker(3).bilingual(ending, n)
				benchmark(b, len(text), "--source-lang", "en", "--target-lang", "es", write(b, "a"+ending, text))
			})
		}
	}
}
