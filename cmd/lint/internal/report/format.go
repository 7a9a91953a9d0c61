package report

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Formats are the names of the formats, for --format.
var formats = []string{"text", "json", "github", "sarif", "rdjson", "junit", "checkstyle"}

// Formats returns the names of the formats.
func Formats() []string { return append([]string(nil), formats...) }

// Write writes a report in the format of a name; text is how the text format looks.
func Write(w io.Writer, format string, run *Run, text TextOptions) error {
	switch format {
	case "json":
		return JSON(w, run)
	case "github":
		return GitHub(w, run)
	case "sarif":
		return SARIF(w, run)
	case "rdjson":
		return RDJSON(w, run)
	case "junit":
		return JUnit(w, run)
	case "checkstyle":
		return Checkstyle(w, run)
	}
	return Text(w, run, text)
}

// File writes a file whole or not at all: what stands at path before stays until
// the new content is complete.
func File(path string, write func(io.Writer) error) (err error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() { // /dev/stdout, a pipe
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errorsOf(write(f), f.Close())
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".lint-*.tmp")
	if err != nil {
		var fault *fs.PathError
		if errors.As(err, &fault) { // without the temporary name
			err = fault.Err
		}
		return fmt.Errorf("%s: cannot be written in %s: %w", path, filepath.Dir(path), err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name()) // the first error is what matters
		}
	}()
	if err := errorsOf(write(f), f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

func errorsOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
