package fact

import (
	"time"

	"github.com/sourcelint/sourcelint/align/language"
)

// Comparing values.
//
// A number in a text stands for an interval: what its hedge, its last digit and
// its own range leave open. Two numbers are the Same where they state one
// interval in one unit, Compatible where the intervals meet, Different where they
// do not. What is left open:
//
//   - Words. "About 50" leaves a tenth on both sides, "more than 50" half as much
//     again above it, "dozens" everything from 12 to 120. Where both numbers have
//     the same hedge it is no excuse: "about 10" is not "about 12".
//   - Rounding. 118,000 is what 118,234 is rounded to, 1.5 million what
//     1,480,000 is, 47 percent what 47.3 percent is. A plain number below 1000 is
//     not rounded: 20 dead are not 21. And nothing is rounded by more than a
//     tenth of itself.
//   - Conversion. 5 miles are 8 km, though exactly they are 8.05.
//
// Units of one dimension are converted first. One number in two units that do
// not convert into each other so (5 miles, 5 km; $5, €5; 5 percent, 5 points) is
// Different: a slip of the unit, which [UnitSlip] tells. Numbers of different
// aspects are Unrelated unless they are equal; equal ones may be two readings of
// one mention ("47" of an age and of a count), and finding them Same only keeps
// two passages apart from a contradiction.

// Compare compares the values of two facts. Slots only matter where they decide
// what kind of number it is; whether the facts speak of one thing is for
// [SlotSimilarity]. Facts of kinds that have no values to compare are Unrelated.
func Compare(a, b *Fact) Agreement {
	switch x := a.Value.(type) {
	case Number:
		switch y := b.Value.(type) {
		case Number:
			if a.Slot.Aspect == Label && b.Slot.Aspect == Label {
				return compareLabels(a, b)
			}
			return compareNumbers(x, a.Slot.Aspect, y, b.Slot.Aspect)
		case Date:
			return numberAndDate(x, y)
		case Time:
			return numberAndTime(x, y)
		}
	case Date:
		switch y := b.Value.(type) {
		case Number:
			return numberAndDate(y, x)
		case Date:
			return compareDates(x, y)
		}
	case Time:
		switch y := b.Value.(type) {
		case Number:
			return numberAndTime(y, x)
		case Time:
			return compareTimes(x, y)
		}
	}
	return Unrelated
}

// compareLabels compares numbers that name things: two roads of one name are two
// roads, a road and a flight are nothing to each other.
func compareLabels(a, b *Fact) Agreement {
	x, y := a.Value.(Number), b.Value.(Number)
	switch {
	case x.Low == y.Low:
		return Same
	case a.Slot.Head != "" && a.Slot.Head == b.Slot.Head:
		return Different
	}
	return Unrelated
}

// numberAndDate finds the year that one text shows as a date and the other
// reading took for a number.
func numberAndDate(n Number, d Date) Agreement {
	if v, ok := n.Low.Int64(); ok && !n.IsRange() && n.Unit == "" && int(v) == d.Year && d.Precision == Year && !d.Relative {
		return Same
	}
	return Unrelated
}

// numberAndTime finds "2:56" that is a time for one reader and a score for the other.
func numberAndTime(n Number, t Time) Agreement {
	a, ok1 := n.Low.Int64()
	b, ok2 := n.High.Int64()
	if ok1 && ok2 && n.Unit == Tally && t.From == t.To && int(a) == t.From/60 && int(b) == t.From%60 {
		return Same
	}
	return Unrelated
}

func compareNumbers(a Number, aspectA Aspect, b Number, aspectB Aspect) Agreement {
	if aspectA == Score && aspectB == Score {
		return compareScores(a, b)
	}
	if aspectA == Share && aspectB == Share {
		a, b = a.percent(), b.percent()
	}
	equal := a.Low == b.Low && a.High == b.High
	if (aspectA == Label) != (aspectB == Label) {
		if equal {
			return Compatible
		}
		return Unrelated
	}
	if a.Unit == b.Unit {
		if equal {
			return agreeHedged(a, b)
		}
		if !comparable(aspectA, aspectB) {
			return Unrelated
		}
		return compareIntervals(a, b, false)
	}
	if bareUnit(a, aspectA) || bareUnit(b, aspectB) || looseUnits(a.Unit, b.Unit) {
		// One side does not say the unit: equal numbers are one value.
		if equal {
			return Compatible
		}
		if comparable(aspectA, aspectB) {
			return compareIntervals(a, b, false)
		}
		return Unrelated
	}
	ua, ub := language.UnitByID(a.Unit), language.UnitByID(b.Unit)
	if ua != nil && ub != nil && ua.Dimension == ub.Dimension {
		if equal && a.Low.IsZero() {
			return Same
		}
		if aspectA == Age != (aspectB == Age) && !equal {
			return Unrelated
		}
		if ua.Dimension != language.Temperature && ua.Offset.IsZero() && ub.Offset.IsZero() {
			return compareIntervals(a.in(ua), b.in(ub), true)
		}
		return compareIntervals(a.in(ua), b.in(ub), true)
	}
	if equal {
		return Different // a slip of the unit
	}
	return Unrelated
}

// comparable tells whether numbers of two aspects can contradict each other.
func comparable(a, b Aspect) bool {
	return a == b && a != Label
}

// bareUnit tells whether a number states no unit although it may have one.
func bareUnit(n Number, a Aspect) bool {
	return (n.Unit == "" || n.Unit == Times || n.Unit == Tally) && a != Label
}

// looseUnits tells whether one unit is the other, said less exactly: points that
// may be percentage points, degrees of a temperature, pounds of either kind.
func looseUnits(a, b string) bool {
	return looser(a, b) || looser(b, a)
}

func looser(a, b string) bool {
	switch a {
	case Point:
		return b == PercentagePoint
	case "degree":
		return b == "celsius" || b == "fahrenheit"
	case "pound":
		return b == "GBP"
	case "ton":
		return b == "tonne" || b == "ton-long"
	}
	return false
}

// percent is a share in percent: a third is 33 1/3 of them.
func (n Number) percent() Number {
	if n.Unit != "" {
		return n
	}
	n = n.times(language.Int(100))
	n.Unit = Percent
	return n
}

// in is the number in the base unit of its dimension.
func (n Number) in(u *language.Unit) Number {
	n.Low, n.High, n.Step = u.Base(n.Low), u.Base(n.High), n.Step.Mul(u.Factor)
	return n
}

// compareScores compares outcomes; which side stands first is a habit of the writer.
func compareScores(a, b Number) Agreement {
	switch {
	case a.Low == b.Low && a.High == b.High:
		return Same
	case a.Low == b.High && a.High == b.Low:
		return Compatible
	}
	return Different
}

// agreeHedged compares the hedges of equal numbers: "more than 50" contradicts
// "less than 50".
func agreeHedged(a, b Number) Agreement {
	switch {
	case a.Hedge == b.Hedge:
		return Same
	case a.Hedge.above() && b.Hedge.below(), a.Hedge.below() && b.Hedge.above():
		return Different
	}
	return Compatible
}

func (h Hedge) above() bool { return h == MoreThan || h == AtLeast }
func (h Hedge) below() bool { return h == LessThan || h == AtMost }

// bounds tells whether a hedge leaves the ends of a range as they are stated.
func (h Hedge) bounds() bool { return h == Exact || h.above() || h.below() }

// compareIntervals compares numbers of one unit that are not equal, or that were
// converted.
func compareIntervals(a, b Number, converted bool) Agreement {
	if converted && a.Low == b.Low && a.High == b.High {
		return agreeHedged(a, b)
	}
	ranges := a.IsRange() && b.IsRange() && a.Hedge.bounds() && b.Hedge.bounds() // both ends are told
	if ranges && !converted {
		return Different
	}
	slack := 0.0
	if a.Hedge == b.Hedge && a.Hedge != Vague || a.Hedge.above() && b.Hedge.above() || a.Hedge.below() && b.Hedge.below() {
		if a.Hedge != Exact && !converted {
			slack = 0.05 * max(abs(a.High.Float()), abs(b.High.Float()))
		}
		a.Hedge, b.Hedge = Exact, Exact
	}
	la, ha := a.bounds()
	lb, hb := b.bounds()
	if converted {
		slack = a.half() + b.half()
		slack = min(slack, 0.1*max(abs(la), abs(lb)))
		if ranges && (apart(la, lb) || apart(ha, hb)) {
			return Different
		}
	} else if a.Hedge == Exact && b.Hedge == Exact {
		slack = max(slack, rounding(a, b))
	}
	if la <= hb+slack && lb <= ha+slack {
		return Compatible
	}
	return Different
}

// apart tells whether two ends of ranges are not one end in two units.
func apart(x, y float64) bool { return abs(x-y) > 0.1*max(abs(x), abs(y)) }

// rounding is by how much the coarser of two plain numbers may have been rounded.
func rounding(a, b Number) float64 {
	if a.Step.Cmp(b.Step) < 0 {
		a, b = b, a
	}
	// a is the coarser one.
	step := a.Step.Float()
	if a.Step == b.Step || step == 0 {
		return 0
	}
	v := abs(a.Low.Float())
	if step >= 1 && v < 1000 && a.Step != wordFraction().Mul(language.Int(100)) && !(step == 1 && b.Step.Cmp(language.Int(1)) < 0 && v >= 3) {
		return 0
	}
	return min(step/2, 0.1*v) * (1 + 1e-9)
}

// Rounds tells whether n, by its hedge, is what the more exact m was rounded to.
func (n *Number) Rounds(m *Number) bool {
	return n.Hedge != Exact && m.Hedge == Exact && n.Step.Cmp(m.Step) > 0
}

// half is half of the last place.
func (n Number) half() float64 { return n.Step.Float() / 2 * (1 + 1e-9) }

// bounds is the interval that the number and its hedge leave open.
func (n Number) bounds() (lo, hi float64) {
	lo, hi = n.Low.Float(), n.High.Float()
	switch n.Hedge {
	case About:
		w := max(n.half(), 0.1*abs(hi))
		if abs(hi) < 10 {
			w = max(n.half(), 0.05*abs(hi))
		}
		return lo - w, hi + w
	case MoreThan, AtLeast:
		return lo, hi + 0.5*abs(hi)
	case LessThan, AtMost:
		return lo - abs(lo)/3, hi
	}
	return lo, hi
}

func abs(x float64) float64 { return max(x, -x) }

// UnitSlip tells whether two numbers differ by their unit alone: 5 miles and
// 5 km, $5 million and €5 million, 6 percent and 6 percentage points.
func UnitSlip(a, b *Fact) bool {
	x, ok1 := a.Value.(Number)
	y, ok2 := b.Value.(Number)
	return ok1 && ok2 && x.Unit != y.Unit && x.Unit != "" && y.Unit != "" && x.Low == y.Low && x.High == y.High &&
		Compare(a, b) == Different
}

// compareTimes compares times of day. Zones are converted where both stand; a
// time without one is taken for local and compares as it stands.
func compareTimes(a, b Time) Agreement {
	shift := 0
	if a.Zone != "" && b.Zone != "" && a.Zone != b.Zone {
		za, ok1 := language.For("und").Zone(a.Zone)
		zb, ok2 := language.For("und").Zone(b.Zone)
		if !ok1 || !ok2 {
			return Unrelated
		}
		shift = zb.Offset - za.Offset
	}
	same := a.Hedge == b.Hedge && a.Zone == b.Zone
	best := Different
	for _, half := range [...]int{0, 12 * 60} {
		if half != 0 && !a.Clock12 && !b.Clock12 {
			break
		}
		d1, d2 := turn(a.From+shift+half-b.From), turn(a.To+shift+half-b.To)
		slack := 0
		if a.Hedge == About || b.Hedge == About {
			slack = 15
		}
		switch {
		case d1 == 0 && d2 == 0 && same && half == 0:
			return Same
		case d1 <= slack && d2 <= slack:
			best = Compatible
		case a.From == a.To && b.From != b.To && within(a.From+shift+half, b), b.From == b.To && a.From != a.To && within(b.From-shift+half, a):
			best = Compatible
		}
	}
	if best == Different && (a.Zone != "") != (b.Zone != "") {
		return Unrelated // 7:37 local is not 7:37 UTC
	}
	return best
}

// turn is the distance of two minutes on the clock.
func turn(d int) int {
	d = ((d % 1440) + 1440) % 1440
	return min(d, 1440-d)
}

func within(m int, t Time) bool {
	m = ((m % 1440) + 1440) % 1440
	if t.To >= t.From {
		return m >= t.From && m <= t.To
	}
	return m >= t.From || m <= t.To
}

// compareDates compares what both dates state, and where both are placed in the
// calendar, the days.
func compareDates(a, b Date) Agreement {
	if a.HasWeekday || b.HasWeekday {
		if r, done := compareWeekdays(a, b); done {
			return r
		}
	}
	if a.First.IsZero() || b.First.IsZero() {
		if a.HasShift && b.HasShift {
			return compareShifts(a, b)
		}
		return comparePartial(a, b)
	}
	if a.Relative != b.Relative && a.Month != 0 && b.Month != 0 || a.Relative && b.Relative && a.Month != 0 && b.Month != 0 {
		// A year that was guessed proves nothing against one that was stated.
		if r := comparePartial(a, b); r == Different || a.Year != b.Year {
			return r
		}
	}
	return compareSpans(a, b)
}

// compareSpans compares two intervals of days.
func compareSpans(a, b Date) Agreement {
	if a.First.Equal(b.First) && a.Last.Equal(b.Last) {
		return Same
	}
	slack := 0
	if a.Hedge != Exact || b.Hedge != Exact || a.Relative || b.Relative {
		slack = slackDays(max(a.Precision, b.Precision))
	}
	if a.Range && b.Range && slack == 0 {
		return Different
	}
	if near(a.First, b.First, slack) && near(a.Last, b.Last, slack) || containsSpan(a, b, slack) || containsSpan(b, a, slack) {
		return Compatible
	}
	if (a.Precision == Season || b.Precision == Season) && overlap(a, b, 0) {
		return Compatible
	}
	return Different
}

// slackDays is by how much a relative or hedged date may be off.
func slackDays(p Precision) int {
	switch p {
	case Day:
		return 0
	case Week:
		return 4
	case Month, Season:
		return 16
	case Year:
		return 366
	}
	return 3660
}

func near(a, b time.Time, days int) bool {
	d := int(a.Sub(b).Hours() / 24)
	return max(d, -d) <= days
}

func containsSpan(a, b Date, days int) bool {
	return !a.First.After(b.First.AddDate(0, 0, days)) && !b.Last.After(a.Last.AddDate(0, 0, days))
}

func overlap(a, b Date, days int) bool {
	return !a.First.After(b.Last.AddDate(0, 0, days)) && !b.First.After(a.Last.AddDate(0, 0, days))
}

// compareShifts compares "yesterday" with "today" where no day is known to count
// from: equal ones agree, others prove nothing, for the articles may be of
// different days.
func compareShifts(a, b Date) Agreement {
	if !a.First.IsZero() && !b.First.IsZero() {
		if a.Precision == Day && b.Precision == Day && !a.First.Equal(b.First) {
			return Different
		}
		return compareSpans(a, b)
	}
	if a.Precision == b.Precision && a.Shift == b.Shift {
		return Same
	}
	if na, ua := a.units(); na != 0 {
		if nb, ub := b.units(); na == nb && ua == ub {
			return Compatible // three decades ago, thirty years ago
		}
	}
	return Unrelated
}

// units is the shift of a relative date in days or months.
func (d Date) units() (n int, unit Precision) {
	switch d.Precision {
	case Day:
		return d.Shift, Day
	case Week:
		return 7 * d.Shift, Day
	case Month:
		return d.Shift, Month
	case Season:
		return 3 * d.Shift, Month
	case Year:
		return 12 * d.Shift, Month
	case Decade:
		return 120 * d.Shift, Month
	}
	return 1200 * d.Shift, Month
}

// comparePartial compares year, month and day of month as far as both state them.
func comparePartial(a, b Date) Agreement {
	common, whole := false, a.Precision == b.Precision
	if a.Month != 0 && b.Month != 0 {
		common = true
		if a.Month != b.Month {
			return Different
		}
	} else if a.Month != b.Month {
		whole = false
	}
	if a.DayOfMonth != 0 && b.DayOfMonth != 0 && common {
		if a.DayOfMonth != b.DayOfMonth || a.Range && b.Range && (a.ToDay != b.ToDay || a.ToMonth != b.ToMonth) {
			if a.Range != b.Range && inDays(a, b) {
				return Compatible
			}
			return Different
		}
	} else if a.DayOfMonth != b.DayOfMonth {
		whole = false
	}
	if a.Year != 0 && b.Year != 0 && a.Year != b.Year {
		if a.Relative || b.Relative {
			whole = false
		} else {
			return Different
		}
	}
	switch {
	case !common:
		return Unrelated
	case whole:
		return Same
	}
	return Compatible
}

// inDays tells whether the single day of one date lies in the range of the other.
func inDays(a, b Date) bool {
	if b.Range {
		a, b = b, a
	}
	return a.ToMonth == 0 && b.DayOfMonth >= a.DayOfMonth && b.DayOfMonth <= a.ToDay
}

// compareWeekdays compares weekdays with each other and with days of the
// calendar; done tells that this decides.
func compareWeekdays(a, b Date) (r Agreement, done bool) {
	bare := func(d Date) bool { return d.HasWeekday && d.DayOfMonth == 0 }
	switch {
	case bare(a) && bare(b):
		if a.Weekday == b.Weekday {
			return Same, true
		}
		return Different, true
	case bare(a) && b.HasWeekday, bare(b) && a.HasWeekday:
		if a.Weekday == b.Weekday {
			return Compatible, true
		}
	case bare(b):
		a, b = b, a
	case !bare(a):
		return 0, false
	}
	// A weekday against a day: it is that day only in the week around it.
	if b.First.IsZero() || b.Precision != Day || b.Range {
		if !a.First.IsZero() && !b.First.IsZero() {
			return compareSpans(a, b), true
		}
		return Unrelated, true
	}
	if b.First.Weekday() == a.Weekday {
		return Compatible, true
	}
	if !a.First.IsZero() && near(a.First, b.First, 3) {
		return Different, true
	}
	return Unrelated, true
}
