package fact

import (
	"fmt"
	"strings"
)

// Time is a time of day, an interval of minutes since midnight.
type Time struct {
	From, To int    // inclusive, minutes; From == To for a single time
	Zone     string // "EDT", "UTC", ""
	Hedge    Hedge
	Clock12  bool // stated without a.m. or p.m. and below 13:00: half a day is open
}

func (Time) value() {}

// String renders the time for people: "15:30", "about 09:00-11:00 EDT".
func (t Time) String() string {
	var b strings.Builder
	b.WriteString(t.Hedge.prefix())
	fmt.Fprintf(&b, "%02d:%02d", t.From/60, t.From%60)
	if t.To != t.From {
		fmt.Fprintf(&b, "-%02d:%02d", t.To/60%24, t.To%60)
	}
	if t.Zone != "" {
		b.WriteString(" " + t.Zone)
	}
	return b.String()
}
