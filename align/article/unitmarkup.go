package article

import "strings"

// Markup inside the text of a unit: a catalogue of messages or a table knows
// nothing of HTML, but its texts are full of it.

// formatting are the elements that are markup in a unit even where they stand
// alone. Others are where they have a counterpart: "<file>" in a manual is a word.
const formatting = " a abbr b bdi bdo big blockquote br cite code dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup table td th tr tt u ul var wbr "

// maxTag bounds how long a tag in a unit may be.
const maxTag = 1 << 10

// tagAt reads a tag at i and returns its name, in small letters and for an end tag
// with the slash before it, and its end; 0 where there is none.
func tagAt(text string, i int) (name string, end int) {
	rest := text[i:min(len(text), i+maxTag)]
	j := 1
	if j < len(rest) && rest[j] == '/' {
		j++
	}
	for j < len(rest) && (asciiWord(rest[j]) || rest[j] == '-' && j > 1) {
		j++
	}
	name = strings.ToLower(rest[1:j])
	if strings.Trim(name, "/-") == "" || j == len(rest) {
		return "", 0
	}
	if c := rest[j]; c != '>' && c != '/' && c != ' ' && c != '\n' && c != '\t' {
		return "", 0
	}
	quote := byte(0)
	for ; j < len(rest); j++ {
		switch c := rest[j]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<':
			return "", 0
		case c == '>':
			if rest[j-1] == '/' {
				name += "/"
			}
			return name, i + j + 1
		}
	}
	return "", 0
}

// tagsOf finds the tags in a unit, as opaque stretches and as markup with spans in
// the text. The placeholders inside tags are listed too.
func tagsOf(text string) (opaque []Span, inlines []Inline) {
	if strings.IndexByte(text, '<') < 0 {
		return nil, nil
	}
	counts := map[string]int{}
	var found []Inline
	for i := 0; i < len(text); i++ {
		if text[i] != '<' {
			continue
		}
		name, end := tagAt(text, i)
		if end == 0 {
			continue
		}
		counts[name]++
		found = append(found, Inline{Kind: Element, Span: Span{i, end}, Target: name})
		i = end - 1
	}
	for _, in := range found {
		bare := strings.Trim(in.Target, "/")
		if !among(formatting, bare) && counts[bare] == 0 || !among(formatting, bare) && counts["/"+bare] == 0 && counts[bare+"/"] == 0 {
			continue
		}
		in.Target = strings.TrimSuffix(in.Target, "/")
		opaque = append(opaque, in.Span)
		inlines = append(inlines, in)
		for i := in.Span.Start + 1; i < in.Span.End; i++ {
			if strings.IndexByte("{%$", text[i]) < 0 {
				continue
			}
			if end := placeholder(text, i); end > i && end < in.Span.End {
				inlines = append(inlines, Inline{Kind: Placeholder, Span: Span{i, end}, Target: text[i:end]})
				i = end - 1
			}
		}
	}
	return opaque, inlines
}
