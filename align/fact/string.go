package fact

import "fmt"

var kinds = [...]string{
	KindNumber: "number", KindDate: "date", KindTime: "time",
	KindName: "name", KindQuotation: "quotation", KindClaim: "claim",
}

// String names the kind: "number", "date", ...
func (k Kind) String() string { return nameOf(kinds[:], int(k)) }

var aspects = [...]string{
	Count: "count", Share: "share", Points: "points", Money: "money", Measure: "measure", Age: "age",
	Rank: "rank", Score: "score", Duration: "duration", Multiple: "multiple", Label: "label",
}

// String names the aspect: "count", "share", ...
func (a Aspect) String() string { return nameOf(aspects[:], int(a)) }

func nameOf(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return fmt.Sprint(i)
}
