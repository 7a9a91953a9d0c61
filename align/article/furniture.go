package article

import (
	"embed"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

//go:embed data/*.txt
var data embed.FS

// furniture knows the phrases by which the parts of a page that are not its story
// are told: navigation, datelines, captions, credits. They stand in data/<lang>.txt.
type furniture struct {
	words                                              *orthography
	boilerplate, credit, contribution, byline, caption []pattern
	dateline                                           map[string]bool
}

// pattern is the words of a phrase; "*" stands for any number of words.
type pattern []string

var furnitureCache sync.Map // of language to *furniture

// furnitureOf is that of a language, with the phrases of English added: English
// agencies and buttons are on the pages of all languages.
func furnitureOf(o *orthography) *furniture {
	if f, ok := furnitureCache.Load(o.lang); ok {
		return f.(*furniture)
	}
	f := &furniture{words: o, dateline: map[string]bool{}}
	f.load(o.lang)
	if o.lang != "en" {
		f.load("en")
	}
	got, _ := furnitureCache.LoadOrStore(o.lang, f)
	return got.(*furniture)
}

// load adds the phrases of one data file; a language without one has none.
func (f *furniture) load(lang string) {
	text, err := data.ReadFile("data/" + lang + ".txt")
	if err != nil {
		return
	}
	section := ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' {
			section = strings.Trim(line, "[]")
			continue
		}
		switch section {
		case "boilerplate":
			f.boilerplate = append(f.boilerplate, strings.Fields(line))
		case "credit":
			f.credit = append(f.credit, strings.Fields(line))
		case "contribution":
			f.contribution = append(f.contribution, strings.Fields(line))
		case "byline":
			f.byline = append(f.byline, strings.Fields(line))
		case "caption":
			f.caption = append(f.caption, strings.Fields(line))
		case "dateline":
			f.dateline[line] = true
		}
	}
}

// plainWord is a word for matching: lower case, straight apostrophes.
type plainWord struct {
	text       string
	start, end int // offsets in the block's text
}

// plainWords cuts text into words and the marks that patterns name; other
// punctuation is left out, but for what stands inside a word or number.
func plainWords(text string) []plainWord {
	words := make([]plainWord, 0, len(text)/6+1)
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if strings.ContainsRune("/():|©", r) {
			words = append(words, plainWord{text[i : i+n], i, i + n})
			i += n
			continue
		}
		if !wordRune(r) {
			i += n
			continue
		}
		j, small := i+n, r < utf8.RuneSelf && (r < 'A' || r > 'Z')
		for j < len(text) {
			if asciiSmall(text[j]) {
				j++
				continue
			}
			r, n := utf8.DecodeRuneInString(text[j:])
			if !wordRune(r) && !inner(text, j, n, r) {
				break
			}
			j, small = j+n, false
		}
		w := text[i:j]
		if !small {
			w = strings.Map(foldRune, w)
		}
		words = append(words, plainWord{w, i, j})
		i = j
	}
	return words
}

// asciiSmall tells whether a byte is a small letter or a digit.
func asciiSmall(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// inner tells whether a mark at i stands inside a word: an apostrophe, or a
// separator between digits. A possessive's apostrophe ("News’") counts as inside.
func inner(text string, i, n int, r rune) bool {
	before, after := rune(text[i-1]), rune(0)
	if i+n < len(text) {
		after, _ = utf8.DecodeRuneInString(text[i+n:])
	}
	if apostrophe(r) {
		return unicode.IsLetter(after) || before == 's'
	}
	return strings.ContainsRune("-/.:", r) && before < utf8.RuneSelf && digit(byte(before)) && after < utf8.RuneSelf && digit(byte(after))
}

// match tells whether words match the pattern from first to last.
func (p pattern) match(words []plainWord) bool {
	for len(p) > 0 {
		if p[0] == "*" {
			if len(p) == 1 {
				return len(words) > 0
			}
			for k := 1; k+len(p)-1 <= len(words); k++ {
				if p[1:].match(words[k:]) {
					return true
				}
			}
			return false
		}
		if len(words) == 0 || words[0].text != p[0] {
			return false
		}
		p, words = p[1:], words[1:]
	}
	return len(words) == 0
}

// prefix is how many words a phrase without "*" takes at the head of words, or 0.
func (p pattern) prefix(words []plainWord) int {
	if len(p) > len(words) {
		return 0
	}
	for i, w := range p {
		if w == "*" || words[i].text != w {
			return 0
		}
	}
	return len(p)
}

func anyMatch(ps []pattern, words []plainWord) bool {
	for _, p := range ps {
		if p.match(words) {
			return true
		}
	}
	return false
}

// The lengths, in words and bytes, up to which a block can be furniture.
const (
	maxFurniture     = 30
	maxFurnitureSize = 400
	maxCaptionSize   = 1500
)

// classify tells the kinds of the pieces, splits those that hold more than one,
// and finds the date of publication.
func (b *builder) classify(o *orthography) {
	f := furnitureOf(o)
	out := make([]piece, 0, len(b.pieces)+4)
	for i := range b.pieces {
		p := b.pieces[i]
		if p.kind == Code || p.kind == Boilerplate {
			out = append(out, p)
			continue
		}
		if len(out) == 0 {
			out, p = b.head(f, out, p)
		}
		out = b.classifyPiece(f, out, p, i < 6)
	}
	b.pieces = out
	adjacentCaptions(out)
	if b.plain {
		headings(out)
	}
}

// classifyPiece appends p, or what it splits into.
func (b *builder) classifyPiece(f *furniture, out []piece, p piece, early bool) []piece {
	if len(p.text) <= maxCaptionSize && !b.authored {
		if at := f.creditStart(p.text); at >= 0 {
			head, tail := p.sub(0, at), p.sub(at, len(p.text))
			tail.kind = Credit
			if strings.TrimSpace(head.text) != "" {
				head.kind = Caption
				out = append(out, head)
			}
			return append(out, tail)
		}
	}
	if len(p.text) > maxFurnitureSize || strings.Count(p.text, " ") > maxFurniture {
		return append(out, p)
	}
	words := plainWords(p.text)
	if len(words) > maxFurniture || len(words) == 0 {
		return append(out, p)
	}
	n, labels, day := f.date(words)
	switch {
	case n == len(words) && (early || labels > 0) && p.kind != TableCell && (p.kind == Paragraph || !b.authored):
		p.kind = Dateline
		b.published(day)
	case b.authored:
	case anyMatch(f.boilerplate, words):
		p.kind = Boilerplate
	case anyMatch(f.contribution, words):
		p.kind = Credit
	case early && anyMatch(f.byline, words) && byline(p.text):
		p.kind = Credit
	case p.kind == Paragraph && anyMatch(f.caption, words):
		p.kind = Caption
	}
	return append(out, p)
}

// published sets the day of publication, unless something told it before.
func (b *builder) published(day time.Time) {
	if b.art.Date.IsZero() {
		b.art.Date = day
	}
}

// head splits what a web page's extraction left before the first paragraph:
// "Related Articles date 2020-07-11 But after ..." is boilerplate, a date line
// and a paragraph.
func (b *builder) head(f *furniture, out []piece, p piece) ([]piece, piece) {
	if p.kind != Paragraph && p.kind != Title {
		return out, p
	}
	words := plainWords(p.text[:cut(p.text, maxFurnitureSize)])
	lead := 0
	for _, ph := range f.boilerplate {
		lead = max(lead, ph.prefix(words))
	}
	n, labels, day := f.labelled(words[lead:])
	if n == 0 || labels == 0 || day.IsZero() || lead+n >= len(words) {
		return out, p
	}
	from := words[lead+n].start
	if start := strings.TrimRight(p.text[:from], "\"“‘'«„(@#["); len(start) < from {
		from = len(start)
	}
	if rest := p.text[from:]; lowerStart(rest) && !scheme(rest) {
		return out, p
	}
	if lead > 0 {
		first := p.sub(0, words[lead].start)
		first.kind = Boilerplate
		out = append(out, first)
	}
	date := p.sub(words[lead].start, from)
	date.kind = Dateline
	out = append(out, date)
	b.published(day)
	p = p.sub(from, len(p.text))
	if scheme(p.text) && !strings.ContainsAny(strings.TrimSpace(p.text), " \t\n") {
		p.kind = Boilerplate
	}
	return out, p
}

// labelled reads a date line that starts with a label and ends with its date or time.
func (f *furniture) labelled(words []plainWord) (n, labels int, day time.Time) {
	for n < len(words) && f.dateline[words[n].text] {
		labels += len(words[n].text) / 4
		n++
	}
	if n < len(words) && words[n].text == ":" {
		n++
	}
	if labels == 0 || n == len(words) {
		return 0, 0, day
	}
	size, day := f.day(words[n:])
	if size == 0 {
		return 0, 0, day
	}
	return n + size, labels, day
}

// creditStart is where the credit at the end of a caption starts, or -1: its last
// bracket, or its last sentence, matches a pattern.
func (f *furniture) creditStart(text string) int {
	end := len(strings.TrimRight(text, " \t\r\n."))
	if end == 0 {
		return -1
	}
	if text[end-1] == ')' || text[end-1] == ']' {
		if at := strings.LastIndexAny(text[:end], "(["); at >= 0 && end-at < 160 && anyMatch(f.credit, plainWords(text[at:end])) {
			return at
		}
	}
	at := max(strings.LastIndex(text[:end], ". "), strings.LastIndex(text[:end], ".” "), strings.LastIndex(text[:end], ".\" "))
	if at < 0 {
		at = 0
	} else {
		at += strings.IndexByte(text[at:], ' ') + 1
	}
	if end-at > 100 || strings.Count(text[at:end], " ") > 14 {
		return -1
	}
	words := plainWords(text[at:end])
	if len(words) > 14 || !anyMatch(f.credit, words) {
		return -1
	}
	return at
}

// byline tells whether a short line is an author's: "By Ana Ruiz".
func byline(text string) bool {
	if endsSentence(text) || len(text) > 80 {
		return false
	}
	for i, w := range strings.Fields(text) {
		r, _ := utf8.DecodeRuneInString(w)
		if i > 0 && unicode.IsLower(r) && w != "and" && w != "und" && w != "y" && w != "et" && w != "e" && w != "de" && w != "von" {
			return false
		}
	}
	return true
}

// adjacentCaptions takes the short line right above a caption for part of it, as
// pages print the text of a picture's alt attribute.
func adjacentCaptions(ps []piece) {
	for i := 0; i+1 < len(ps); i++ {
		if ps[i].kind == Paragraph && ps[i].adjacent && ps[i+1].kind == Caption && !endsSentence(ps[i].text) && len(ps[i].text) < maxFurnitureSize {
			ps[i].kind = Caption
		}
	}
}

// cut is the largest size up to n at which text can be cut between runes.
func cut(text string, n int) int {
	if n >= len(text) {
		return len(text)
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}
