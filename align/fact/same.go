package fact

import (
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"

	"github.com/sourcelint/sourcelint/align/language"
)

// NameMatch is how two names relate.
type NameMatch uint8

// The relations of two names.
const (
	OtherName   NameMatch = iota // two names
	SameName                     // one name, but for a middle name, an initial, a suffix, dots and accents
	AcronymName                  // one is the acronym of the other
	VariantName                  // one name in two spellings: Bern and Berne, Klitschko and Klistchko
)

// CompareNames tells how the names of two entities relate. A bare family name and
// a full one are not compared here: whether they are one person depends on who
// else bears it (see [Link]).
func CompareNames(l *language.Language, a, b *Entity) NameMatch {
	if a.Demonym != b.Demonym {
		return OtherName
	}
	x, y := foldAll(a.Name), foldAll(b.Name)
	if a.Demonym {
		if len(x) == 1 && len(y) == 1 && strings.TrimSuffix(x[0], "s") == strings.TrimSuffix(y[0], "s") {
			return SameName
		}
		return OtherName
	}
	if m := sameWords(x, y); m != OtherName {
		return m
	}
	if k := contentKey(x); k != "" && k == contentKey(y) {
		return SameName
	}
	if ca, cb := territory(l, x), territory(l, y); ca != "" || cb != "" {
		if ca == cb {
			return SameName
		}
		if ca != "" && cb != "" {
			return OtherName
		}
	}
	if len(x) == 1 && acronymOf(strings.ReplaceAll(x[0], ".", ""), y) && isAcronym(a.Name[0]) ||
		len(y) == 1 && acronymOf(strings.ReplaceAll(y[0], ".", ""), x) && isAcronym(b.Name[0]) {
		return AcronymName
	}
	if swappedInitials(x, y) {
		return VariantName
	}
	return variant(l, x, y)
}

// territory is the code of the country that a name is, "" where it is none.
func territory(l *language.Language, words []string) string {
	code, n := l.Territory(words)
	if n < len(words) {
		return ""
	}
	return code
}

// swappedInitials tells whether two names of a firm begin with the same initials
// around an ampersand in another order, and one says no more or the same besides:
// "G&C" and "C&G Accounting".
func swappedInitials(a, b []string) bool {
	k := initialsKey(a[0])
	return k != "" && a[0] != b[0] && k == initialsKey(b[0]) && (len(a) == 1 || len(b) == 1 || slices.Equal(a[1:], b[1:]))
}

// initialsKey is the letters of two initials with an ampersand between, in
// alphabetical order, or "".
func initialsKey(w string) string {
	a, b, ok := strings.Cut(w, "&")
	if !ok || len(a) != 1 || len(b) != 1 {
		return ""
	}
	return min(a, b) + max(a, b)
}

// isAcronym tells whether a word is in capitals.
func isAcronym(w string) bool {
	return len(w) > 1 && strings.IndexFunc(w, unicode.IsLower) < 0
}

// variant tells whether two names are one in two spellings, or with a nickname.
// All words but one must agree.
func variant(l *language.Language, a, b []string) NameMatch {
	a, b = plain(a), plain(b)
	if len(a) != len(b) {
		return OtherName
	}
	c := l.Classes()
	differ := 0
	for i := range a {
		switch {
		case a[i] == b[i]:
		case i == 0 && len(a) > 1 && l.SameGivenName(a[i], b[i]):
		case differ == 0 && misspelt(c, a[i], b[i], len(a) > 1):
			differ++
		default:
			return OtherName
		}
	}
	if differ == 0 {
		return SameName
	}
	return VariantName
}

// misspelt tells whether two words are near enough to be one name. Two given
// names or two other words that the language knows are two.
func misspelt(c *language.Classes, a, b string, backed bool) bool {
	if a[0] != b[0] && !backed || strings.ContainsAny(a+b, "0123456789.&") || strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s") {
		return false
	}
	const known = language.GivenName | language.TerritoryWord | language.DemonymWord | language.OrganisationWord | language.PlaceWord | language.DirectionWord | language.RoleWord
	if c.Of(a)&known != 0 && c.Of(b)&known != 0 {
		return false
	}
	short, long := min(len(a), len(b)), max(len(a), len(b))
	switch levenshtein.ComputeDistance(a, b) {
	case 1:
		return short >= 4
	case 2:
		return short >= 8 || short >= 5 && (backed || transposed(a, b)) && long >= 6
	}
	return false
}

// transposed tells whether two words differ by two neighbouring letters that changed places.
func transposed(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i+1 < len(a); i++ {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

// fold is a word in lower case without accents.
func fold(w string) string {
	w = strings.ToLower(w)
	ascii := true
	for i := range len(w) {
		ascii = ascii && w[i] < 0x80
	}
	if ascii {
		return w
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(w) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ß':
			b.WriteString("ss")
		case r == 'ø':
			b.WriteByte('o')
		case r == 'ł':
			b.WriteByte('l')
		case r == 'đ':
			b.WriteByte('d')
		case r == 'ı':
			b.WriteByte('i')
		case r == '’':
			b.WriteByte('\'')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func foldAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = fold(w)
	}
	return out
}

// skeleton is a word's consonants in alphabetical order, each once: what most
// misspellings leave as it is.
func skeleton(w string) string {
	var b []byte
	for i := range len(w) {
		switch c := w[i]; {
		case c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y':
		case slices.Contains(b, c):
		default:
			b = append(b, c)
		}
	}
	slices.Sort(b)
	return w[:min(1, len(w))] + string(b)
}

// sameWords compares two names of several words, in lower case.
func sameWords(a, b []string) NameMatch {
	a, b = plain(a), plain(b)
	if len(a) == 0 || len(b) == 0 {
		return OtherName
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == len(b) {
		same := true
		for i := range a {
			if a[i] != b[i] && !(len(a) > 1 && i < len(a)-1 && initialOf(a[i], b[i])) {
				same = false
				break
			}
		}
		if same {
			return SameName
		}
	} else if len(a) >= 2 && a[len(a)-1] == b[len(b)-1] && (a[0] == b[0] || initialOf(a[0], b[0])) && inOrder(a, b) && onlyInitials(a, b) {
		return SameName
	}
	return OtherName
}

// plain is a name without suffixes and closing dots.
func plain(keys []string) []string {
	out := keys
	for len(out) > 1 {
		switch strings.TrimSuffix(out[len(out)-1], ".") {
		case "jr", "sr", "ii", "iii", "iv":
			out = out[:len(out)-1]
			continue
		}
		break
	}
	return out
}

// initialOf tells whether one of two words is the initial of the other.
func initialOf(a, b string) bool {
	a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) == 1 && strings.HasPrefix(b, a)
}

// inOrder tells whether the words of a come in b, in their order, an initial
// standing for its word.
func inOrder(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && (a[i] == w || initialOf(a[i], w)) {
			i++
		}
	}
	return i == len(a)
}

// onlyInitials tells whether what b has more than a is initials.
func onlyInitials(a, b []string) bool {
	extra := 0
	for _, w := range b {
		if len(strings.TrimSuffix(w, ".")) > 1 {
			extra++
		}
	}
	return extra <= len(a)
}
