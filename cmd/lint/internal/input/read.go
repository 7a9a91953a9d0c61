package input

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// MaxSize is the size in bytes up to which a file is read whole: a document with
// its pictures may be larger than a text.
const MaxSize = 64 << 20

// Read reads a file whole, or standard input.
func Read(path string, stdin io.Reader) ([]byte, error) {
	if path == Stdin {
		data, err := io.ReadAll(io.LimitReader(stdin, MaxSize+1))
		if err == nil && len(data) > MaxSize {
			err = fmt.Errorf("more than %d MB, expected at most that", MaxSize>>20)
		}
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		return data, nil
	}
	f, size, err := open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	if size > MaxSize {
		return nil, fmt.Errorf("%s: the file has %d MB, expected at most %d MB", path, size>>20, MaxSize>>20)
	}
	data := make([]byte, 0, size+512)
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case err == io.EOF:
			return data, nil
		case err != nil:
			return nil, fault(path, err)
		case len(data) > MaxSize:
			return nil, fmt.Errorf("%s: more than %d MB, expected at most that", path, MaxSize>>20)
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
	f, _, err := open(path)
	return f, err
}

// open opens a file and tells its size in bytes. What is no file is an error: a
// pipe that nobody writes to, or a device, has no end.
func open(path string) (f *os.File, size int64, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, fmt.Errorf("%s: no such file", path)
	case err != nil:
		return nil, 0, fault(path, err)
	case info.IsDir():
		return nil, 0, fmt.Errorf("%s: is a directory, expected a file", path)
	case !info.Mode().IsRegular() && !handed(path):
		return nil, 0, fmt.Errorf("%s: is no regular file, expected one (or its text on standard input: lint -)", path)
	}
	if f, err = os.Open(path); err != nil {
		return nil, 0, fault(path, err)
	}
	return f, info.Size(), nil
}

// handed tells whether a path is a file that the shell opened: /dev/stdin, or the
// /dev/fd/63 of "lint <(command)".
func handed(path string) bool {
	return path == "/dev/stdin" || strings.HasPrefix(path, "/dev/fd/") || strings.HasPrefix(path, "/proc/self/fd/")
}

// HasSources tells whether a file begins with front matter that seems to name
// sources; it looks at its first kilobytes only.
func HasSources(path string) bool {
	f, _, err := open(path)
	if err != nil {
		return false
	}
	defer f.Close()                                 //nolint:errcheck // nothing was written
	head, _ := io.ReadAll(io.LimitReader(f, 8<<10)) // what cannot be read names no sources
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	return bytes.HasPrefix(head, []byte("---")) && bytes.Contains(head, []byte("\nsources:"))
}
