package main

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/cmd/lint/internal/input"
	"github.com/sourcelint/sourcelint/rules"
)

// history tells by git what of a source changed after its translation. Files that
// are in no repository have none. Each repository's log is read once, when the
// first translation in it is checked; then one diff is made for each source that
// changed later than its translation. It is safe for concurrent use.
type history struct {
	mu    sync.Mutex
	repos map[string]*repository // by root
	roots map[string]string      // by directory; "" where it is in no repository
}

// changes returns what of a source changed since its translation was brought up to
// date; nil where nothing did or nothing is known. An error is the user's: front
// matter that names no commit.
func (h *history) changes(ctx context.Context, source, target *article.Article) (*rules.Changes, error) {
	if source.Path == input.Stdin || target.Path == input.Stdin {
		return nil, nil
	}
	repo, from := h.find(source.Path)
	other, to := h.find(target.Path)
	if repo == nil || repo != other {
		return nil, nil
	}
	var since string
	if at := target.Front.SourceCommit; at != "" {
		if since = repo.commit(ctx, at); since == "" {
			return nil, fmt.Errorf("%s: front matter: source-commit %q is no commit of %s, expected one such as the output of git rev-parse HEAD", target.Path, at, repo.root)
		}
	} else {
		repo.once.Do(func() { repo.read(ctx) })
		last, ok := repo.last[to]
		if !ok || repo.rank(from) >= last.rank || repo.dirty[to] {
			return nil, nil
		}
		since = last.commit
	}
	lines := repo.changed(ctx, since, from)
	if len(lines) == 0 {
		return nil, nil
	}
	return &rules.Changes{Since: since[:min(10, len(since))], Lines: lines}, nil
}

// find returns the repository of a file and the file's path in it.
func (h *history) find(path string) (*repository, string) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, ""
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.repos == nil {
		h.repos, h.roots = map[string]*repository{}, map[string]string{}
	}
	dir := filepath.Dir(abs)
	root, ok := h.roots[dir]
	if !ok {
		root = repositoryRoot(dir)
		h.roots[dir] = root
	}
	if root == "" {
		return nil, ""
	}
	rel, err := filepath.Rel(root, abs)
	if err != nil {
		return nil, ""
	}
	if h.repos[root] == nil {
		h.repos[root] = &repository{root: root}
	}
	return h.repos[root], filepath.ToSlash(rel)
}

// repositoryRoot is the directory that holds the .git of a directory, "" where
// there is none.
func repositoryRoot(dir string) string {
	for {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// repository is what is known of a repository.
type repository struct {
	root  string
	once  sync.Once
	last  map[string]change // the last change of each file
	dirty map[string]bool   // files that differ from the last commit
}

// change is a commit and its place in the log, 0 the newest.
type change struct {
	commit string
	rank   int
}

// maxLog is how many commits are looked at. A file that none of them changed counts
// as older than all.
const maxLog = 20000

// read reads the log of the repository.
func (r *repository) read(ctx context.Context) {
	r.last, r.dirty = map[string]change{}, map[string]bool{}
	log, err := r.git(ctx, "log", "--max-count="+strconv.Itoa(maxLog), "--no-renames", "--name-only", "--format=%x01%H")
	if err != nil {
		return // no commit yet, or no git
	}
	var at change
	at.rank = -1
	for line := range strings.Lines(log) {
		line = strings.TrimSuffix(line, "\n")
		if hash, ok := strings.CutPrefix(line, "\x01"); ok {
			at.commit, at.rank = hash, at.rank+1
		} else if _, seen := r.last[line]; line != "" && !seen {
			r.last[line] = at
		}
	}
	dirty, err := r.git(ctx, "diff", "--name-only", "--no-renames", "HEAD")
	if err != nil {
		return
	}
	for line := range strings.Lines(dirty) {
		r.dirty[strings.TrimSuffix(line, "\n")] = true
	}
}

// rank is the place of a file's last change in the log; what is not committed yet
// comes before all.
func (r *repository) rank(path string) int {
	if r.dirty[path] {
		return -1
	}
	if c, ok := r.last[path]; ok {
		return c.rank
	}
	return math.MaxInt
}

// commit is the full name of a commit, "" where there is none of that name.
func (r *repository) commit(ctx context.Context, name string) string {
	out, err := r.git(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(out)
}

// hunk is the head of a hunk of a diff; of the new side: first line, number of lines.
var hunk = regexp.MustCompile(`(?m)^@@ -[0-9,]+ \+(\d+)(?:,(\d+))? @@`)

// changed lists the lines of a file that are new or changed since a commit.
func (r *repository) changed(ctx context.Context, since, path string) (lines [][2]int) {
	diff, err := r.git(ctx, "diff", "-U0", "-w", "--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", since, "--", ":(top,literal)"+path)
	if err != nil || strings.Contains(diff, "\nnew file mode ") {
		return nil // the source has moved: nothing is known of its lines
	}
	for _, m := range hunk.FindAllStringSubmatch(diff, -1) {
		first, _ := strconv.Atoi(m[1])
		n := 1
		if m[2] != "" {
			n, _ = strconv.Atoi(m[2])
		}
		if n > 0 {
			lines = append(lines, [2]int{first, first + n - 1})
		}
	}
	return lines
}

// git runs git in the repository and returns its output.
func (r *repository) git(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", r.root, "-c", "core.quotepath=off", "-c", "log.showSignature=false"}, args...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0")
	var out bytes.Buffer
	cmd.Stdout = &out
	err := cmd.Run()
	return out.String(), err
}
