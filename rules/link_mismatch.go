package rules

import (
	"net/url"
	"path"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/sourcelint/sourcelint/align/article"
)

// LinkMismatch reports a link or picture of a translation that goes elsewhere than
// in the source, and one that the translation lost.
//
// Why: a link that breaks in translation is never clicked by the translator, only
// by readers.
//
// Fires:
//
//	(es-en md) Véase el [manual](https://old.example.org/manual/). ~ See the [manual](https://example.org/manual/).
//
// Quiet:
//
//	(es-en md) Véase el [manual](https://example.org/es/manual/). ~ See the [manual](https://example.org/en/manual/).
//
// Misses: where a link goes inside its page, as headings have other anchors in
// another language; links in blocks that no block of the other side renders; links
// that the translation adds.
//
// Options: same lists starts of addresses that stand for each other, as
// source=target, separated by spaces: "https://a.org/=https://a.es/".
var LinkMismatch = &Rule{
	Name:     "link-mismatch",
	Category: Markup,
	Severity: Error,
	Scope:    Translation,
	Options: []Option{{
		Name: "same",
		Doc:  "starts of addresses that stand for each other, as source=target, separated by spaces",
	}},
	Check: checkLinks,
}

func checkLinks(p *Pass) {
	al := p.Alignment
	k := linkKeys{source: al.Source.Article.Lang, target: al.Target.Article.Lang, same: strings.Fields(p.Option("same"))}
	// A link that only moved to another paragraph is neither lost nor changed.
	inSource := countInlines(al.Source.Article.Inlines, k.key)
	inTarget := countInlines(al.Target.Article.Inlines, k.key)
	for _, st := range stretches(al, p.Case.Unit) {
		lost := leftover(st.sources, countInlines(st.targets, k.key), k.key)
		extra := leftover(st.targets, countInlines(st.sources, k.key), k.key)
		lost = without(lost, func(in article.Inline) bool { return inTarget[k.key(in)] >= inSource[k.key(in)] })
		extra = without(extra, func(in article.Inline) bool { return inSource[k.key(in)] >= inTarget[k.key(in)] })
		for _, in := range lost {
			i := k.closest(in, extra, len(lost) == len(extra))
			if i < 0 {
				p.lostLink(&st, in)
				continue
			}
			other := extra[i]
			extra = append(extra[:i:i], extra[i+1:]...)
			if k.localised(in.Target, other.Target) {
				continue
			}
			p.Report(Finding{
				Severity: Error, Confidence: 0.9,
				At:          Mention{Sheet: al.Target, Span: other.Span, Value: other.Target},
				Related:     []Mention{{Sheet: al.Source, Span: in.Span, Value: in.Target}},
				Message:     thing(other) + " goes to " + shortURL(other.Target) + ", but to " + shortURL(in.Target) + " in the source",
				Replacement: "",
			})
		}
	}
}

// lostLink reports a link of the source that a stretch of the target has not.
func (p *Pass) lostLink(st *stretch, in article.Inline) {
	for _, t := range st.targets {
		// A link whose text is missing too is part of text that is left out, which
		// other rules report; one whose address stands in the text is not lost.
		if t.Kind == article.Link && t.Target == in.Target {
			return
		}
	}
	if len(st.target) == 0 {
		return
	}
	p.Report(Finding{
		Severity: Warning, Confidence: 0.85,
		At:      blockMention(p.Alignment, st),
		Related: []Mention{{Sheet: p.Alignment.Source, Span: in.Span, Value: in.Target}},
		Message: "no " + strings.ToLower(thing(in)[4:]) + " to " + shortURL(in.Target) + ", as the source has here",
	})
}

func thing(in article.Inline) string {
	if in.Kind == article.Image {
		return "the picture"
	}
	return "the link"
}

// without drops the inlines for which drop holds.
func without(list []article.Inline, drop func(article.Inline) bool) []article.Inline {
	var out []article.Inline
	for _, in := range list {
		if !drop(in) {
			out = append(out, in)
		}
	}
	return out
}

// linkKeys compares the links of two languages.
type linkKeys struct {
	source, target string
	same           []string // source=target
}

// key is what a link and its counterpart have in common, "" for other markup: the
// address without fragment, scheme, and what names a language.
func (k linkKeys) key(in article.Inline) string {
	if in.Kind != article.Link && in.Kind != article.Image {
		return ""
	}
	return k.normal(in.Target)
}

func (k linkKeys) normal(target string) string {
	target = strings.TrimSpace(target)
	for _, pair := range k.same {
		if from, to, ok := strings.Cut(pair, "="); ok && to != "" && strings.HasPrefix(target, to) {
			target = from + target[len(to):]
			break
		}
	}
	if strings.HasPrefix(target, "#") {
		return "#"
	}
	u, err := url.Parse(target)
	if err != nil {
		return target
	}
	if u.Opaque != "" {
		return u.Scheme + ":" + u.Opaque // mailto:
	}
	host := strings.Split(strings.TrimPrefix(strings.ToLower(u.Host), "www."), ".")
	segments := strings.Split(strings.TrimSuffix(path.Clean("/"+u.Path), "/"), "/")
	relative := u.Host == "" && !strings.HasPrefix(u.Path, "/")
	var out []string
	for _, part := range append(host, segments...) {
		if part != "" && !k.names(part) && (!relative || part != "..") {
			out = append(out, part)
		}
	}
	if n := len(out); n > 0 {
		// "index.es.md" is "index.md".
		name := strings.Split(out[n-1], ".")
		if len(name) > 2 && k.names(name[len(name)-2]) {
			name = append(name[:len(name)-2], name[len(name)-1])
		}
		if last := len(name) - 1; last > 0 && (name[last] == "md" || name[last] == "html" || name[last] == "htm") {
			name = name[:last]
		}
		out[n-1] = strings.Join(name, ".")
	}
	return strings.Join(out, "/") + "?" + u.RawQuery
}

// names tells whether a part of an address is the name of one of the languages.
func (k linkKeys) names(part string) bool {
	base, region, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(part), "_", "-"), "-")
	return len(base) == 2 && (base == k.source || base == k.target) && len(region) <= 4
}

// localised tells whether two addresses that differ are meant to: pages of one site
// in the two languages, whose names differ (Wikipedia's articles), or an address
// that is relative on one side and whole on the other.
func (k linkKeys) localised(source, target string) bool {
	s, err1 := url.Parse(source)
	t, err2 := url.Parse(target)
	if err1 != nil || err2 != nil {
		return false
	}
	if s.Host == t.Host {
		return s.Host != "" && s.Path != t.Path && k.inPath(s.Path) && k.inPath(t.Path)
	}
	if s.Host == "" || t.Host == "" {
		short, long := k.normal(source), k.normal(target)
		if t.Host == "" {
			short, long = long, short
		}
		return strings.HasSuffix("/"+long, "/"+short)
	}
	site := func(host string) string {
		label, rest, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(host), "www."), ".")
		if k.names(label) {
			return rest
		}
		return strings.TrimPrefix(strings.ToLower(host), "www.")
	}
	return site(s.Host) == site(t.Host)
}

// inPath tells whether a segment of a path names one of the languages.
func (k linkKeys) inPath(p string) bool {
	for part := range strings.SplitSeq(p, "/") {
		if k.names(part) {
			return true
		}
	}
	return false
}

// closest is the index of the link that is most like in, -1 where none is; where
// all can be paired in order, the first one is taken if none is like it.
func (k linkKeys) closest(in article.Inline, list []article.Inline, inOrder bool) int {
	best, least := -1, 0.5
	for i, other := range list {
		if other.Kind != in.Kind {
			continue
		}
		a, b := k.normal(in.Target), k.normal(other.Target)
		if len(a) > 2000 || len(b) > 2000 {
			continue
		}
		d := float64(levenshtein.ComputeDistance(a, b)) / float64(max(len(a), len(b), 1))
		if d < least {
			best, least = i, d
		}
	}
	if best < 0 && inOrder {
		for i, other := range list {
			if other.Kind == in.Kind {
				return i
			}
		}
	}
	return best
}
