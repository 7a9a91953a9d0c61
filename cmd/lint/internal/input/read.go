package input

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// MaxSize is the size in bytes up to which a file is read as one text.
const MaxSize = 64 << 20

// Read reads a file whole, or standard input.
func Read(path string, stdin io.Reader) ([]byte, error) {
	if path == Stdin {
		data, err := io.ReadAll(io.LimitReader(stdin, MaxSize+1))
		if err == nil && len(data) > MaxSize {
			err = fmt.Errorf("more than %d MB, expected at most that as one text", MaxSize>>20)
		}
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		return data, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fault(path, err)
	}
	defer f.Close() //nolint:errcheck // nothing was written
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, fault(path, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s: is a directory, expected a file", path)
	case info.Size() > MaxSize:
		return nil, fmt.Errorf("%s: the file has %d MB, expected at most %d MB as one text", path, info.Size()>>20, MaxSize>>20)
	}
	data := make([]byte, 0, info.Size()+512)
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case err == io.EOF:
			return data, nil
		case err != nil:
			return nil, fault(path, err)
		case len(data) > MaxSize:
			return nil, fmt.Errorf("%s: more than %d MB, expected at most that as one text", path, MaxSize>>20)
		case len(data) == cap(data):
			data = append(data, 0)[:len(data)]
		}
	}
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

// HasSources tells whether a file begins with front matter that seems to name
// sources; it looks at its first kilobytes only.
func HasSources(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()                                 //nolint:errcheck // nothing was written
	head, _ := io.ReadAll(io.LimitReader(f, 8<<10)) // what cannot be read names no sources
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	return bytes.HasPrefix(head, []byte("---")) && bytes.Contains(head, []byte("\nsources:"))
}
