package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// speller spells numbers by the rules of one language (RBNF: rule-based number
// format, Unicode Technical Standard 35 part 3).
type speller struct {
	tag  string
	sets map[string]*ruleset
}

type ruleset struct {
	name    string
	private bool
	rules   []rule // by ascending base
}

type rule struct {
	base, divisor int64
	text          string
}

// errUnspelled says that the rules leave a number to digits.
var errUnspelled = errors.New("the rules do not spell this number")

// readRules reads common/rbnf/<locale>.xml.
func readRules(path, tag string) (*speller, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var doc struct {
		Sets []struct {
			Type   string `xml:"type,attr"`
			Access string `xml:"access,attr"`
			Rules  []struct {
				Value string `xml:"value,attr"`
				Radix int64  `xml:"radix,attr"`
				Text  string `xml:",chardata"`
			} `xml:"rbnfrule"`
		} `xml:"rbnf>rulesetGrouping>ruleset"`
	}
	if err := xml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	s := &speller{tag, map[string]*ruleset{}}
	for _, set := range doc.Sets {
		rs := &ruleset{name: set.Type, private: set.Access == "private"}
		for _, r := range set.Rules {
			base, err := strconv.ParseInt(r.Value, 10, 64)
			if err != nil {
				continue // -x, x.x, Inf, NaN: no whole numbers
			}
			text := strings.TrimSuffix(r.Text, ";")
			text = strings.TrimPrefix(text, "'")
			rs.rules = append(rs.rules, rule{base, divisor(base, r.Radix), text})
		}
		s.sets[set.Type] = rs
	}
	return s, nil
}

// divisor is the highest power of the radix that is at most base.
func divisor(base, radix int64) int64 {
	if radix == 0 {
		radix = 10
	}
	d := int64(1)
	for base/d >= radix {
		d *= radix
	}
	return d
}

// public are the names of the rule sets of a kind ("spellout-cardinal") that
// are meant for use.
func (s *speller) public(kinds ...string) []string {
	var names []string
	for name, rs := range s.sets {
		for _, k := range kinds {
			if !rs.private && strings.HasPrefix(name, k) && !strings.HasSuffix(name, "-year") {
				names = append(names, name)
			}
		}
	}
	return names
}

// spell spells n in lower case, without soft hyphens.
func (s *speller) spell(set string, n int64) (string, error) {
	text, err := s.format(set, n, 0)
	text = strings.NewReplacer("\u00ad", "", "\u00a0", " ", "’", "'").Replace(text)
	return strings.ToLower(strings.TrimSpace(text)), err
}

// format applies the rule for n.
func (s *speller) format(set string, n int64, depth int) (string, error) {
	rs := s.sets[set]
	if rs == nil || depth > 20 {
		return "", fmt.Errorf("no rule set %q", set)
	}
	i := -1
	for i+1 < len(rs.rules) && rs.rules[i+1].base <= n {
		i++
	}
	if i < 0 {
		return "", errUnspelled
	}
	r := rs.rules[i]
	// Roll back: a rule with two substitutions, for a multiple of its divisor.
	if i > 0 && strings.Count(r.text, "→") >= 2 && strings.Count(r.text, "←") >= 2 && n%r.divisor == 0 && r.base%r.divisor != 0 {
		r = rs.rules[i-1]
	}
	return s.expand(rs, r, n, depth)
}

// expand replaces the substitutions of a rule.
func (s *speller) expand(rs *ruleset, r rule, n int64, depth int) (string, error) {
	text := s.plural(r.text, n, r.divisor)
	if a := strings.IndexByte(text, '['); a >= 0 {
		b := strings.IndexByte(text, ']')
		inner := text[a+1 : b]
		if n%r.divisor == 0 {
			inner = ""
		}
		text = text[:a] + inner + text[b+1:]
	}
	var out strings.Builder
	for text != "" {
		i := strings.IndexAny(text, "→←=")
		if i < 0 {
			out.WriteString(text)
			break
		}
		out.WriteString(text[:i])
		mark := "="
		if text[i] != '=' {
			mark = text[i : i+len("→")]
		}
		rest := text[i+len(mark):]
		j := strings.Index(rest, mark)
		if j < 0 {
			return "", fmt.Errorf("unclosed %s in %q", mark, r.text)
		}
		name := rest[:j]
		text = rest[j+len(mark):]
		part, err := s.substitute(rs, mark, name, r, n, depth)
		if err != nil {
			return "", err
		}
		out.WriteString(part)
	}
	return out.String(), nil
}

func (s *speller) substitute(rs *ruleset, mark, name string, r rule, n int64, depth int) (string, error) {
	set := strings.TrimLeft(name, "%")
	if name == "" {
		set = rs.name
	}
	switch mark {
	case "→":
		return s.format(set, n%r.divisor, depth+1)
	case "←":
		return s.format(set, n/r.divisor, depth+1)
	}
	if strings.HasPrefix(name, "#") {
		if strings.HasPrefix(rs.name, "digits") {
			return strconv.FormatInt(n, 10), nil
		}
		return "", errUnspelled
	}
	return s.format(set, n, depth+1)
}

// plural resolves “$(cardinal,one{million}other{millions})$” for the number of
// divisors in n, “$(ordinal,...)$” for n.
func (s *speller) plural(text string, n, divisor int64) string {
	head, rest, ok := strings.Cut(text, "$(")
	if !ok {
		return text
	}
	kind, rest, _ := strings.Cut(rest, ",")
	forms, tail, _ := strings.Cut(rest, ")$")
	category := "other"
	switch {
	case kind == "cardinal" && n/divisor == 1, kind == "ordinal" && s.tag == "fr" && n == 1:
		category = "one"
	case kind == "ordinal" && s.tag == "en" && n/10%10 != 1 && n%10 >= 1 && n%10 <= 3:
		category = []string{"one", "two", "few"}[n%10-1]
	}
	_, form, _ := strings.Cut(forms, category+"{")
	form, _, _ = strings.Cut(form, "}")
	return head + form + tail
}
