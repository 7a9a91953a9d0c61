package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readmeRun is a line "$ lint ..." of README, perhaps cut by "| head -N".
var readmeRun = regexp.MustCompile(`^\$ lint ([^|]*?)(?: \| head -(\d+))?$`)

// The runs that README shows print what README says they do.
func TestReadmeRuns(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	runs := 0
	lines := strings.Split(string(readme), "\n")
	for i := 0; i < len(lines); i++ {
		line, shown := strings.CutPrefix(lines[i], "    ")
		m := readmeRun.FindStringSubmatch(line)
		if !shown || m == nil {
			continue
		}
		var want []string
		for ; i+1 < len(lines) && (lines[i+1] == "" || strings.HasPrefix(lines[i+1], "    ")) && !strings.HasPrefix(lines[i+1], "    $ "); i++ {
			want = append(want, strings.TrimPrefix(lines[i+1], "    "))
		}
		var args []string
		for _, a := range strings.Fields(m[1]) {
			files, err := filepath.Glob(a)
			if err != nil || len(files) == 0 {
				files = []string{a}
			}
			args = append(args, files...)
		}
		var out, errs bytes.Buffer
		if code := execute(context.Background(), args, streams{strings.NewReader(""), &out, &errs}); code == exitFailed {
			t.Errorf("%s: %s", line, errs.String())
			continue
		}
		got := strings.Split(out.String(), "\n")
		if m[2] != "" {
			n, err := strconv.Atoi(m[2])
			if err != nil {
				t.Fatal(err)
			}
			got = got[:min(n, len(got))]
		}
		if diff := cmp.Diff(strings.TrimSpace(strings.Join(want, "\n")), strings.TrimSpace(strings.Join(got, "\n"))); diff != "" {
			t.Errorf("%s prints otherwise (-README +now):\n%s", line, diff)
		}
		runs++
	}
	if runs < 5 {
		t.Errorf("README shows %d runs, expected at least 5", runs)
	}
}
