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
	nodes := make([]*html.Node, texts)
	takeNumbers(doc, nodes)
	p := readability.NewParser()
	p.DisableJSONLD = true
	art, err := p.ParseDocument(doc, nil) // which leaves doc as it is
	if err != nil || art.Node == nil {
		return nil, ""
	}
	keep = make([]bool, texts)
	if size := kept(art.Node, keep); size < minBody {
		return nil, art.Title()
	}
	restore(nodes, keep)
	return keep, art.Title()
}

// restore keeps what readability cleans out of an article because it may be
// clutter, but an editor answers for: lists, tables, quotations, captions, code.
// It is what stands in the element that holds nearly all of the article, does not
// consist of links and is not named like clutter.
func restore(nodes []*html.Node, keep []bool) {
	first, last, total := -1, -1, 0
	sizes := map[*html.Node]int{}
	for i, n := range nodes {
		if n == nil || !keep[i] {
			continue
		}
		if first < 0 {
			first = i
		}
		last, total = i, total+len(n.Data)
		for up := n.Parent; up != nil; up = up.Parent {
			sizes[up] += len(n.Data)
		}
	}
	if first < 0 {
		return
	}
	container := nodes[first].Parent
	for container.Parent != nil && sizes[container]*10 < total*9 {
		container = container.Parent
	}
	links := linkShares(container)
	whole := container.Type != html.ElementNode || container.Data == "body" || container.Data == "html"
	for i, n := range nodes {
		if n == nil || keep[i] || whole && (i < first || i > last) {
			continue
		}
		keep[i] = belongs(n, container, links)
	}
}

// belongs tells whether a text that readability left out belongs to the article.
func belongs(n, container *html.Node, links map[*html.Node]float64) bool {
	block := false
	for up := n.Parent; up != container; up = up.Parent {
		if up == nil || among(notShown, up.Data) || among(navigation, up.Data) || clutter(up) {
			return false
		}
		if !block && among(blockElement, up.Data) {
			block = true
			if links[up] > 0.5 {
				return false
			}
		}
		if (up.Data == "ul" || up.Data == "ol" || up.Data == "table") && links[up] > 0.5 {
			return false
		}
	}
	return true
}

// clutterNames are words of class names and ids of what stands among the text of
// an article and is no part of it.
const clutterNames = " ad ads advert advertisement share sharing social related recommended promo promoted newsletter subscribe comments comment sidebar breadcrumb breadcrumbs popup modal cookie cookies toolbar tools outbrain taboola sponsor sponsored tags pagination pager skip menu nav navbar footer widget "

// clutter tells whether an element is hidden or named like something else than text.
func clutter(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "class", "id", "role":
			for _, w := range strings.FieldsFunc(strings.ToLower(a.Val), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
				if among(clutterNames, w) {
					return true
				}
			}
		}
	}
	return false
}

// linkShares is the share of each element's text that is the text of links.
func linkShares(root *html.Node) map[*html.Node]float64 {
	shares := map[*html.Node]float64{}
	var walk func(n *html.Node, inLink bool) (text, link int)
	walk = func(n *html.Node, inLink bool) (text, link int) {
		if n.Type == html.TextNode {
			text = len(strings.TrimSpace(n.Data))
			if inLink {
				link = text
			}
			return text, link
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			t, l := walk(c, inLink || n.Data == "a")
			text, link = text+t, link+l
		}
		if text > 0 {
			shares[n] = float64(link) / float64(text)
		}
		return text, link
	}
	walk(root, false) // the parser refuses to nest deeper than 512
	return shares
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

// takeNumbers moves the numbers out of the texts into attributes, and notes the
// node of each text.
func takeNumbers(doc *html.Node, nodes []*html.Node) {
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
			if i, err := strconv.Atoi(number); err == nil && i >= 0 && i < len(nodes) {
				nodes[i] = n
			}
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
