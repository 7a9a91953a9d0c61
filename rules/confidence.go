package rules

import "math"

// What a confidence means
//
// A rule states how sure it is from what it sees: the evidence of one finding against
// that of another. How often such findings are right is another question, which only
// labelled texts answer. So the stated doubt of a rule, 1 minus its confidence, is
// multiplied by how much of that doubt proved true where its findings were counted
// on texts with a marked error and on texts without one, as if both were equally many.
// Of the findings at 0.95, 95 in 100 are then on a text with an error.
//
// Rules of which fewer than 25 findings were counted keep what they state. A
// factor is drawn towards 1 the more the fewer findings it rests on (as if 20 more had been
// counted that are right as often as stated), and no confidence passes
// topConfidence but where the rule itself states it.

// topConfidence is the highest confidence that counting gives.
const topConfidence = 0.98

// doubts are the factors, of the findings of a rule at the severities info, warning
// and error; 0 where nothing was counted.
var doubts = map[string][3]float64{
	"broken-sentence":      {0, 0.2, 0},
	"date-mismatch":        {0, 0, 0.2},
	"extra-name":           {0.6, 0.5, 0},
	"extra-number":         {0, 0.9, 0},
	"length-mismatch":      {0, 0.5, 0},
	"missing-name":         {0, 0.3, 0},
	"missing-number":       {0, 0.8, 0},
	"missing-translation":  {0, 0, 1},
	"missing-word":         {0, 0.2, 0},
	"misspelling":          {0, 0.3, 0},
	"name-mismatch":        {1, 0.2, 1.2},
	"number-mismatch":      {0, 0.6, 0.3},
	"polarity-mismatch":    {0, 0.1, 0.6},
	"pronoun-mismatch":     {0, 0.3, 0},
	"punctuation-mismatch": {0, 0.2, 0},
	"quote-mismatch":       {0, 0, 2.2},
	"repeated-word":        {0, 0.2, 0},
	"role-mismatch":        {0, 0, 0.4},
	"spacing":              {4.8, 0.2, 0},
	"stray-punctuation":    {0, 0.3, 0},
	"term-mismatch":        {1.2, 1.1, 0.3},
	"time-mismatch":        {0, 0, 0.4},
	"unbalanced-mark":      {0, 1.5, 0},
	"unsupported-name":     {0, 1.1, 0},
	"unsupported-number":   {0, 0.8, 0},
	"untranslated":         {0, 0.2, 1.2},
}

// calibrated is the confidence of a finding after what was counted.
func calibrated(f *Finding) float64 {
	factor := doubts[f.Rule.Name][f.Severity]
	if factor == 0 {
		return f.Confidence
	}
	c := math.Max(0, 1-(1-f.Confidence)*factor)
	return math.Min(c, math.Max(topConfidence, f.Confidence))
}
