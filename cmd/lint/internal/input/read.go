package input

import (
	"fmt"
	"io"
	"os"
)

// MaxSize is the size in bytes up to which a file is read.
const MaxSize = 1 << 30

// Read reads a file whole, or standard input.
func Read(path string, stdin io.Reader) ([]byte, error) {
	if path == Stdin {
		data, err := io.ReadAll(io.LimitReader(stdin, MaxSize))
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		return data, nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fault(path, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s: is a directory, expected a file", path)
	case info.Size() > MaxSize:
		return nil, fmt.Errorf("%s: %d MB, at most %d MB are read", path, info.Size()>>20, MaxSize>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fault(path, err)
	}
	return data, nil
}

// Open opens a file that is read as a stream, of any size, or standard input.
func Open(path string, stdin io.Reader) (io.ReadCloser, error) {
	if path == Stdin {
		return io.NopCloser(stdin), nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fault(path, err)
	}
	return f, nil
}
