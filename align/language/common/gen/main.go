// Command gen writes the filter of common English words from WordNet's files
// (Debian package wordnet-base, or the dict directory of WordNet 3.0).
//
//	go run ./align/language/common/gen [-dict /usr/share/wordnet] > align/language/common/en.bloom
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/sourcelint/sourcelint/align/language"
)

// bitsPerWord gives one false positive in a hundred.
const bitsPerWord = 10

func main() {
	dict := flag.String("dict", "/usr/share/wordnet", "directory of WordNet's data files")
	flag.Parse()
	if err := run(*dict); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dict string) error {
	en := language.For("en")
	stems := map[string]bool{}
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		words, err := lemmas(filepath.Join(dict, "data."+part))
		if err != nil {
			return err
		}
		for _, w := range words {
			stems[en.Stem(w)] = true
		}
	}
	filter := make([]byte, len(stems)*bitsPerWord/8+1)
	n := uint32(len(filter)) * 8
	for s := range stems {
		a, b := language.CommonHash(s)
		for i := range uint32(language.CommonHashes) {
			bit := (a + i*b) % n
			filter[bit/8] |= 1 << (bit % 8)
		}
	}
	_, err := os.Stdout.Write(filter)
	return err
}

// lemmas returns the words of a data file that are written in lower case.
func lemmas(path string) ([]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, " ") {
			continue // the licence
		}
		fields := strings.Fields(line)
		if len(fields) < 6 {
			continue
		}
		count, err := strconv.ParseInt(fields[3], 16, 32)
		if err != nil {
			return nil, fmt.Errorf("%s: word count %q, expected two hexadecimal digits", path, fields[3])
		}
		for i := range int(count) {
			w, _, _ := strings.Cut(fields[4+2*i], "(")
			if len(w) > 1 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz'") == "" {
				out = append(out, w)
			}
		}
	}
	return out, nil
}
