package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/sourcelint/sourcelint/align/article"
	"github.com/sourcelint/sourcelint/rules/glossary"
)

// termUse is a term of the glossary in the source's side of a passage.
type termUse struct {
	passage *passage
	term    *glossary.Term
	at      Mention
	count   int // how often the term stands there
}

// termUses lists the terms of the source, one use of each in a passage.
func (p *Pass) termUses() []termUse {
	if p.Case.Terms == nil {
		return nil
	}
	a := p.across()
	a.termsOnce.Do(func() {
		file := p.termsFile()
		for i := range a.passages {
			a.terms = p.usesIn(a.terms, &a.passages[i], file)
		}
	})
	return a.terms
}

func (p *Pass) usesIn(out []termUse, x *passage, file string) []termUse {
	src := p.Alignment.Source
	first := len(out)
	for _, i := range x.source {
		for _, u := range p.Case.Terms.Find(&src.Article.Sentences[i]) {
			if u.Term.Entry(file) == nil {
				continue
			}
			if n := slices.IndexFunc(out[first:], func(o termUse) bool { return o.term == u.Term }); n >= 0 {
				out[first+n].count++
				continue
			}
			at := mention(src, i, u.First, u.Last)
			at.Value = u.Term.Source
			out = append(out, termUse{x, u.Term, at, 1})
		}
	}
	return out
}

// termsFile is the path by which entries of the glossary know the target.
func (p *Pass) termsFile() string { return cmp.Or(p.Case.TermsPath, p.Alignment.Target.Article.Path) }

// rendered counts the right renderings of a term in the target's side of a
// passage and around it.
func (p *Pass) rendered(u *termUse) int {
	n := 0
	for _, i := range u.passage.nearTarget {
		n += u.term.Right(&p.Alignment.Target.Article.Sentences[i], p.termsFile())
	}
	return n
}

// kept is where the target has a term as the source has it.
func (p *Pass) kept(u *termUse) bool {
	return slices.ContainsFunc(u.passage.nearTarget, func(i int) bool { return u.term.Kept(&p.Alignment.Target.Article.Sentences[i]) })
}

// wrongTerm is a forbidden rendering of a term in the target.
type wrongTerm struct {
	at   Mention
	text string // as the glossary has it
}

// wrongTerms are the forbidden renderings of a term in its passage. Where right
// ones answer all its uses, the words stand for something else.
func (p *Pass) wrongTerms(u *termUse) (out []wrongTerm) {
	if p.rendered(u) >= u.count {
		return nil
	}
	t := p.Alignment.Target
	for _, i := range u.passage.target {
		uses, texts := u.term.Wrong(&t.Article.Sentences[i], p.termsFile())
		for n, w := range uses {
			out = append(out, wrongTerm{mention(t, i, w.First, w.Last), texts[n]})
		}
	}
	return out
}

// nearlyKept finds a word of the target that is the term but for a letter or two.
func (p *Pass) nearlyKept(u *termUse) (Mention, bool) {
	t := p.Alignment.Target
	want := strings.Fields(u.term.Source)
	for _, i := range u.passage.target {
		ts := t.Article.Sentences[i].Tokens
		for j := range ts {
			if len(want) == 1 && ts[j].Kind == article.Word && misspelt(want[0], ts[j].Text) {
				return mention(t, i, j, j+1), true
			}
		}
	}
	return Mention{}, false
}

// wordList words alternatives: “a”, “b” or “c”.
func wordList(list []string) string {
	var b strings.Builder
	for i, s := range list {
		switch {
		case i > 0 && i == len(list)-1:
			b.WriteString(" or ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString("“" + s + "”")
	}
	return b.String()
}

// misspelt tells whether a word is another one but for a letter, or two of a long one.
func misspelt(want, got string) bool {
	n := len(want)
	if n < 5 || n > 64 || len(got) > 64 || want == got {
		return false
	}
	return levenshtein.ComputeDistance(want, got) <= 1+n/9
}
