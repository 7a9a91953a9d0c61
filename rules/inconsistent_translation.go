package rules

import (
	"hash/fnv"
	"slices"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/align/fact"
)

// InconsistentTranslation reports a segment of a bilingual file that is rendered
// otherwise than the same segment before it, and two long segments that differ but
// have one rendering.
//
// Why: readers take two names for two things; a rendering that stands under
// another source was copied by mistake.
//
// Fires:
//
//	(de-en po) msgid "Close all open files" ¶ msgstr "Alle offenen Dateien schließen" ¶ msgctxt "menu" ¶ msgid "Close all open files" ¶ msgstr "Alles zumachen"
//
// Quiet:
//
//	(de-en po) msgid "Close all files" ¶ msgstr "Alle Dateien schließen" ¶ msgctxt "menu" ¶ msgid "Close all files:" ¶ msgstr "Alle Dateien schließen:"
//
// Misses: single words, which mean many things; the same words in documents; in
// files of more than 131,000 different segments, what stands behind those.
var InconsistentTranslation = &Rule{
	Name:     "inconsistent-translation",
	Category: Inconsistency,
	Severity: Info,
	Scope:    0, // asked by Consistency, which knows the other units
	Check:    func(*Pass) {},
}

const (
	maxRemembered = 1 << 17 // different segments
	maxSegment    = 2 << 10 // bytes of a unit that is remembered
	fewWords      = 2       // a segment has at least, for two renderings of it to tell anything
	manyWords     = 5       // a rendering has at least, for it to be of two sources by mistake only
)

// Consistency remembers how segments are translated, by hashes of their words
// and the places of the first of each kind. What is asked in the same order gives
// the same findings. The zero value knows nothing; it is not safe for concurrent use.
type Consistency struct {
	bySource, byTarget map[uint64]int // index into first
	first              []Rendering
}

// Rendering is a segment and its translation, without their words.
type Rendering struct {
	source, target           uint64 // of their words; of the target's, endings do not count
	sourceWords, targetWords int32
	from, at                 whereabouts // of the segment, of its translation
	message                  bool
	runner                   *Runner
}

// whereabouts is what is kept of an article that is a whole unit: enough to cite it.
type whereabouts struct {
	src     *article.Source
	segment string
	span    article.Span
}

func whereaboutsOf(a *article.Article) whereabouts {
	return whereabouts{a.Source(), a.Segment, a.Span}
}

// mention cites the whole unit.
func (w *whereabouts) mention() Mention {
	a := w.src.Unit(article.Unit{Segment: w.segment})
	a.Span = w.span
	return Mention{Sheet: &fact.Sheet{Article: a}, Span: w.span}
}

// RenderingOf reads a unit for Consistency; false where it says nothing of how
// others are to be rendered, or the rule is off.
func RenderingOf(r *Runner, c *Case) (Rendering, bool) {
	s := c.Segment
	if s == nil || s.Pending || s.Orphaned || s.Plural != nil || s.Duplicate.Line > 0 || len(c.Sources) != 1 || len(c.Drafts) != 1 ||
		r.Rules != nil && !slices.Contains(r.Rules, InconsistentTranslation) {
		return Rendering{}, false
	}
	source, target := c.Sources[0], c.Drafts[0]
	if len(source.Source().Text()) > maxSegment || len(target.Source().Text()) > maxSegment {
		return Rendering{}, false
	}
	out := Rendering{message: s.Message, runner: r}
	out.source, out.sourceWords = digest(source, target.Lang, whole)
	out.target, out.targetWords = digest(target, source.Lang, withoutEnding)
	if out.sourceWords < fewWords || out.targetWords == 0 {
		return out, false
	}
	out.from, out.at = whereaboutsOf(source), whereaboutsOf(target)
	return out, true
}

// whole and withoutEnding are what counts of a word. What may be a form of another
// word is taken for one, without a stemmer: it costs little, and a doubt is silent.
func whole(word string) string { return word }

func withoutEnding(word string) string {
	const least = 4
	return word[:min(len(word), max(least, 2*len(word)/3))]
}

// digest hashes a text's words, with its language and that of the other side.
func digest(a *article.Article, other string, part func(string) string) (hash uint64, words int32) {
	h := fnv.New64a()
	var buf []byte
	write := func(s string) {
		buf = append(append(buf[:0], s...), 0)
		h.Write(buf)
	}
	write(a.Lang)
	write(other)
	for i := range a.Sentences {
		for j := range a.Sentences[i].Tokens {
			t := &a.Sentences[i].Tokens[j]
			switch t.Kind {
			case article.Word:
				words++
				write(part(t.Lower))
			case article.Number, article.Opaque:
				write(t.Text)
			}
		}
	}
	return h.Sum64(), words
}

// Add takes in a rendering and returns what is inconsistent with those before.
func (c *Consistency) Add(r Rendering) []Finding {
	if c.bySource == nil {
		c.bySource, c.byTarget = map[uint64]int{}, map[uint64]int{}
	}
	var out []Finding
	i, known := c.bySource[r.source]
	if known && c.first[i].target != r.target {
		from, before := r.from.mention(), c.first[i].at.mention()
		f := Finding{Severity: Info, Confidence: 0.6, At: r.at.mention(), Related: []Mention{before},
			Message: "“" + clip(from.Text()) + "” is rendered otherwise before: “" + clip(before.Text()) + "”"}
		if r.message && r.sourceWords >= manyWords {
			f.Severity, f.Confidence = Warning, 0.8
		}
		out = r.report(out, f)
	}
	j, also := c.byTarget[r.target]
	if also && !known && c.first[j].source != r.source && min(r.targetWords, r.sourceWords, c.first[j].sourceWords) >= manyWords {
		before := c.first[j].from.mention()
		out = r.report(out, Finding{Severity: Info, Confidence: 0.5, At: r.at.mention(), Related: []Mention{before, r.from.mention()},
			Message: "the same text renders another source before: “" + clip(before.Text()) + "”"})
	}
	if (!known || !also) && len(c.first) < maxRemembered {
		if !known {
			c.bySource[r.source] = len(c.first)
		}
		if !also {
			c.byTarget[r.target] = len(c.first)
		}
		c.first = append(c.first, r)
	}
	return out
}

// Merge takes in what another one remembers, such as that of the next file of a
// project, and returns what is inconsistent with what was there before.
func (c *Consistency) Merge(o *Consistency) []Finding {
	var out []Finding
	for _, r := range o.first {
		out = append(out, c.Add(r)...)
	}
	return out
}

func (r *Rendering) report(out []Finding, f Finding) []Finding {
	f.Rule = InconsistentTranslation
	if s, ok := r.runner.Severities[f.Rule.Name]; ok {
		f.Severity = s
	}
	return append(out, f)
}
