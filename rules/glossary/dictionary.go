package glossary

import (
	"slices"
	"strings"

	"github.com/sourcelint/sourcelint/align/language"
)

// Dictionary is the single words of a glossary or a translation memory, for
// [github.com/sourcelint/sourcelint/align.TranslationsWith]. It is immutable and safe for concurrent
// use.
type Dictionary struct {
	lang   *language.Language
	byStem map[string][]string
}

// NewDictionary makes a dictionary of the entries that are single words on both
// sides. lang is the source language.
func NewDictionary(entries []*Entry, lang string) *Dictionary {
	d := &Dictionary{language.For(lang), map[string][]string{}}
	for _, e := range entries {
		d.addEntry(e)
	}
	return d
}

func (d *Dictionary) addEntry(e *Entry) {
	for _, t := range e.Targets {
		d.add(e.Source, t)
	}
	if e.DoNotTranslate {
		d.add(e.Source, e.Source)
	}
}

func (d *Dictionary) add(source, target string) {
	source, target = strings.ToLower(source), strings.ToLower(target)
	if strings.ContainsAny(source, " \t") || strings.ContainsAny(target, " \t") {
		return
	}
	key := d.lang.Stem(source)
	if !slices.Contains(d.byStem[key], target) {
		d.byStem[key] = append(d.byStem[key], target)
	}
}

// Translations returns the words that may render a word, both in lower case.
func (d *Dictionary) Translations(word string) []string { return d.byStem[d.lang.Stem(word)] }
