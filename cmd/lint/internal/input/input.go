// Package input finds and reads the files that the arguments of the command name.
package input

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/sourcelint/sourcelint/align/bilingual"
)

// Stdin is the argument that names standard input.
const Stdin = "-"

// File is a file to read, found through an argument.
type File struct {
	Path  string
	Named bool // named itself, not found through a pattern or a directory
	Tree  bool // found below a directory: it is checked by itself

	key string // tells files apart, however they are spelled
}

// Same tells whether two are one file.
func (f File) Same(o File) bool { return f.key == o.key }

// Find resolves arguments to files: patterns that no shell expanded, and
// directories, below which articles and bilingual files count. What cannot be
// found is among the errors, one an argument; the files are in order of the
// arguments, sorted below each, none twice. Naming one file twice is an error.
func Find(args []string, exclude func(path string) bool) ([]File, []error) {
	f := finder{exclude: exclude, seen: map[string]int{}}
	for _, arg := range args {
		if err := f.argument(arg); err != nil {
			f.errs = append(f.errs, err)
		}
	}
	return f.files, f.errs
}

type finder struct {
	exclude func(string) bool
	files   []File
	errs    []error
	seen    map[string]int // index into files, by resolved path
}

func (f *finder) argument(arg string) error {
	if arg == Stdin {
		return f.add(File{Path: Stdin, Named: true})
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return f.tree(arg)
	case err == nil:
		return f.add(File{Path: arg, Named: true})
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?[{"):
		return f.pattern(arg)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file, expected a file, a directory or a pattern", arg)
	}
	return fault(arg, err)
}

// fault words an error of the file system as path: what is wrong.
func fault(path string, err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return fmt.Errorf("%s: %w", path, err)
}

func (f *finder) add(file File) error {
	key := file.Path
	if key != Stdin {
		if p, err := filepath.EvalSymlinks(key); err == nil {
			key = p
		}
		if p, err := filepath.Abs(key); err == nil {
			key = p
		}
	}
	if i, ok := f.seen[key]; ok {
		old := &f.files[i]
		if old.Named && file.Named {
			return fmt.Errorf("%s: the same file is given twice (first as %s), expected different articles", file.Path, old.Path)
		}
		old.Named = old.Named || file.Named
		old.Tree = old.Tree && file.Tree
		return nil
	}
	f.seen[key] = len(f.files)
	file.key = key
	f.files = append(f.files, file)
	return nil
}

func (f *finder) pattern(pattern string) error {
	matches, err := doublestar.FilepathGlob(pattern, doublestar.WithFilesOnly(), doublestar.WithNoFollow())
	if err != nil {
		return fmt.Errorf("%s: bad pattern: %w", pattern, err)
	}
	slices.Sort(matches)
	n := 0
	for _, m := range matches {
		if f.exclude == nil || !f.exclude(m) {
			n++
			f.errs = appendErr(f.errs, f.add(File{Path: m}))
		}
	}
	if n == 0 {
		return fmt.Errorf("%s: no file matches the pattern", pattern)
	}
	return nil
}

func appendErr(errs []error, err error) []error {
	if err != nil {
		errs = append(errs, err)
	}
	return errs
}

// skipped are directories that hold no articles of the project.
var skipped = map[string]bool{"node_modules": true, "vendor": true, "testdata": true}

// tree adds the articles and bilingual files below a directory. Hidden
// directories are passed over, links to directories not followed.
func (f *finder) tree(root string) error {
	n := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			f.errs = append(f.errs, fault(path, err))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case path != root && f.exclude != nil && f.exclude(path):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			if name := d.Name(); path != root && (strings.HasPrefix(name, ".") || skipped[name]) {
				return fs.SkipDir
			}
			return nil
		case !InTree(path):
			return nil
		}
		if d.Type()&fs.ModeSymlink != 0 {
			if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
				return nil
			}
		} else if !d.Type().IsRegular() {
			return nil
		}
		n++
		f.errs = appendErr(f.errs, f.add(File{Path: path, Tree: true}))
		return nil
	})
	if err == nil && n == 0 {
		err = fmt.Errorf("%s: no articles in this directory, expected files such as *.md, *.html or *.txt", root)
	}
	return err
}

// articleTypes are the extensions by which the articles of a directory are known.
var articleTypes = [...]string{".txt", ".text", ".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml", ".docx"}

// InTree tells whether a file found in a directory is read; tables are not, for
// most of them hold data.
func InTree(path string) bool {
	if strings.HasPrefix(filepath.Base(path), "~$") {
		return false // Word's mark that it has a document open
	}
	switch bilingual.FormatOf(path) {
	case bilingual.Auto:
		return slices.Contains(articleTypes[:], strings.ToLower(filepath.Ext(path)))
	case bilingual.TSV, bilingual.CSV:
		return false
	}
	return true
}

// Bilingual tells whether a file holds segment pairs, by its name.
func Bilingual(path string) bool { return bilingual.FormatOf(path) != bilingual.Auto }
