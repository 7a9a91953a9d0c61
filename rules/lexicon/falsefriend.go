package lexicon

import "slices"

// FalseFriend is a word of a source language that looks like a word of the
// target language and means something else.
type FalseFriend struct {
	Source string
	Wrong  string   // the look-alike
	Right  []string // what the word usually means
}

// FalseFriends returns the false friends among the words of another language:
// what the word means, and what it is mistaken for, in the language of l. The
// word is taken as it stands, or if that is not listed by its stem.
func (l *Lexicon) FalseFriends(from, word string) []FalseFriend {
	key := foreignWord{from, stemKey(from, word)}
	all := l.falseFriends[key]
	if l.friends != nil {
		all = slices.Concat(all, l.friends()[key])
	}
	word = normalise(word)
	var exact []FalseFriend
	for _, ff := range all {
		if normalise(ff.Source) == word {
			exact = append(exact, ff)
		}
	}
	if exact != nil {
		return exact
	}
	return all
}

// foreignWord is a word of a source language by its stem.
type foreignWord struct{ lang, stem string }

// falseFriend reads "SOURCE WORD | WRONG TARGET WORD | RIGHT | RIGHT".
func (b *builder) falseFriend(from string, f []field) {
	if from == "" {
		b.fail(1, "the name must end in falsefriend.SOURCE-TARGET.txt")
		return
	}
	if len(f) < 3 {
		b.fail(1, "want SOURCE WORD | WRONG TARGET WORD | RIGHT TARGET WORD")
		return
	}
	ff := FalseFriend{Source: f[0].text, Wrong: f[1].text}
	for i, x := range f {
		if x.text == "" {
			b.fail(x.column, "empty word")
			return
		}
		if i >= 2 {
			ff.Right = append(ff.Right, x.text)
		}
	}
	k := foreignWord{from, stemKey(from, ff.Source)}
	b.lexicon.falseFriends[k] = append(slices.Clip(b.lexicon.falseFriends[k]), ff)
}
