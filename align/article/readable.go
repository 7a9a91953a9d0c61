package article

import (
	"strconv"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// The page as readability gets it has a number before each text, between two
// characters for private use. The numbers are taken out of the parsed tree again
// and kept as an attribute of their text node, which survives readability's
// cloning and moving of nodes; so its result tells which of the page's texts
// belong to the article, and their offsets are known from the tokenizer.
const (
	openNumber  = '\uf8f1'
	closeNumber = '\uf8f2'
	numberKey   = "n"
)

// The largest page that readability is asked about. Larger ones are read whole.
const (
	maxPage     = 4 << 20
	maxElements = 20_000
)

// minBody is how many bytes of text the article of a page has at least, for
// readability's choice to be believed.
const minBody = 250

// chooseBody tells which texts of a page, counting those that are not white space,
// belong to its article, and the page's title. It returns nil where it cannot tell.
func chooseBody(source string) (keep []bool, title string) {
	if len(source) > maxPage || strings.ContainsRune(source, openNumber) || strings.ContainsRune(source, closeNumber) {
		return nil, ""
	}
	numbered, texts, elements := numberTexts(source)
	if elements > maxElements || texts == 0 {
		return nil, ""
	}
	doc, err := html.ParseWithOptions(strings.NewReader(numbered), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, "" // nested too deeply
	}
	takeNumbers(doc)
	p := readability.NewParser()
	p.DisableJSONLD = true
	art, err := p.ParseAndMutate(doc, nil)
	if err != nil || art.Node == nil {
		return nil, ""
	}
	keep = make([]bool, texts)
	if size := kept(art.Node, keep); size < minBody {
		return nil, art.Title()
	}
	return keep, art.Title()
}

// numberTexts puts a number before each text of source.
func numberTexts(source string) (numbered string, texts, elements int) {
	var b strings.Builder
	b.Grow(len(source) + len(source)/4)
	z := html.NewTokenizer(strings.NewReader(source))
	at, rawText := 0, false
	for {
		tt := z.Next()
		n := len(z.Raw())
		raw := source[at : at+n]
		at += n
		switch tt {
		case html.ErrorToken:
			b.WriteString(raw)
			return b.String(), texts, elements
		case html.StartTagToken:
			elements++
			name, _ := z.TagName()
			rawText = among(" script style iframe noembed noframes xmp plaintext textarea ", string(name))
		case html.EndTagToken:
			rawText = false
		case html.TextToken:
			if strings.TrimSpace(raw) != "" {
				if !rawText {
					b.WriteRune(openNumber)
					b.WriteString(strconv.Itoa(texts))
					b.WriteRune(closeNumber)
				}
				texts++
			}
		}
		b.WriteString(raw)
	}
}

// takeNumbers moves the numbers out of the texts into attributes.
func takeNumbers(doc *html.Node) {
	for n := range doc.Descendants() {
		if n.Type != html.TextNode || !strings.ContainsRune(n.Data, openNumber) {
			continue
		}
		var text, numbers strings.Builder
		rest := n.Data
		for {
			before, after, ok := strings.Cut(rest, string(openNumber))
			text.WriteString(before)
			if !ok {
				break
			}
			number, tail, _ := strings.Cut(after, string(closeNumber))
			numbers.WriteString(number + " ")
			rest = tail
		}
		n.Data = text.String()
		n.Attr = []html.Attribute{{Key: numberKey, Val: numbers.String()}}
	}
}

// kept sets the numbers of the texts below n and returns the size of those texts.
func kept(n *html.Node, keep []bool) (size int) {
	for c := range n.Descendants() {
		if c.Type != html.TextNode {
			continue
		}
		size += len(c.Data)
		for _, a := range c.Attr {
			for _, f := range strings.Fields(a.Val) {
				if i, err := strconv.Atoi(f); err == nil && i >= 0 && i < len(keep) {
					keep[i] = true
				}
			}
		}
	}
	return size
}
