package fact

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Precision is the unit to which a date is known.
type Precision uint8

// The precisions of a date.
const (
	Day Precision = iota
	Week
	Month
	Season // early 2017, spring 2012: a part of a year
	Year
	Decade
	Century
)

// Date is an interval of days, as precise as it was stated.
type Date struct {
	First, Last time.Time // inclusive, UTC midnight; zero where the year is unknown
	Precision   Precision // unit to which it is stated
	Year        int       // 0 where not stated and not resolved
	Month       time.Month
	DayOfMonth  int          // 0 where not stated
	Weekday     time.Weekday // valid where HasWeekday
	HasWeekday  bool
	// Relative tells that the interval was resolved against the article's date:
	// yesterday, Tuesday, last week, and "March 3" where no year stands.
	Relative bool
	// Shift counts units of Precision from the day of the article, for those
	// relative dates that state it: -1 for yesterday and for last week, 0 for
	// today. HasShift tells that it was stated; where the article's date is
	// unknown it is all that is known.
	Shift    int
	HasShift bool
	// To is the last day of a range that states its ends ("July 2-9"), 0 elsewhere;
	// it completes DayOfMonth where the year is unknown.
	ToDay   int
	ToMonth time.Month
	Range   bool // states its two ends
	Hedge   Hedge
}

func (Date) value() {}

// String renders the date for people: "2017-03-08", "2017-03", "1990s",
// "March 3", "Tuesday", "1999/2008".
func (d Date) String() string {
	var b strings.Builder
	b.WriteString(d.Hedge.prefix())
	if d.HasWeekday {
		b.WriteString(d.Weekday.String())
		if d.Month == 0 && d.Year == 0 {
			return b.String()
		}
		b.WriteByte(' ')
	}
	switch {
	case d.First.IsZero():
		b.WriteString(d.partial())
	case d.Range:
		b.WriteString(stamp(d.First, d.Precision) + "/" + stamp(d.Last, d.Precision))
	case d.Precision >= Decade && d.Last.Year()-d.First.Year() < 9:
		b.WriteString(stamp(d.First, Year) + "/" + stamp(d.Last, Year))
	case d.Precision == Season || d.Precision == Week:
		b.WriteString(stamp(d.First, Day) + "/" + stamp(d.Last, Day))
	default:
		b.WriteString(stamp(d.First, d.Precision))
	}
	return b.String()
}

// partial renders a date without a year.
func (d Date) partial() string {
	switch {
	case d.Month == 0 && d.HasShift:
		return fmt.Sprintf("%+d %s", d.Shift, d.Precision)
	case d.Month == 0 && d.DayOfMonth == 0:
		return d.Precision.String()
	}
	s := ""
	if d.Month != 0 {
		s = d.Month.String()
	}
	if d.DayOfMonth != 0 {
		s = strings.TrimSpace(s + " " + strconv.Itoa(d.DayOfMonth))
	}
	if d.Range {
		s += "-"
		if d.ToMonth != 0 && d.ToMonth != d.Month {
			s += d.ToMonth.String()
		}
		if d.ToDay != 0 {
			s = strings.TrimSuffix(s, "-") + "-" + strconv.Itoa(d.ToDay)
		}
	}
	return s
}

// String is the name of the unit.
func (p Precision) String() string {
	return [...]string{"day", "week", "month", "season", "year", "decade", "century"}[min(p, Century)]
}

// stamp writes a day to the given precision.
func stamp(t time.Time, p Precision) string {
	switch p {
	case Month:
		return t.Format("2006-01")
	case Year:
		return t.Format("2006")
	case Decade:
		return t.Format("2006") + "s"
	case Century:
		return fmt.Sprintf("century %d", (t.Year()-1)/100+1)
	}
	return t.Format("2006-01-02")
}

// day is midnight UTC of a day of the calendar.
func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// daysIn is the number of days of a month; of February in an unknown year 29.
func daysIn(y int, m time.Month) int {
	if y == 0 {
		y = 2000
	}
	return day(y, m+1, 0).Day()
}

// calendar is the date of which some of year, month and day of month are
// stated; 0 stands for what is not.
func calendar(y int, m time.Month, d int) Date {
	t := Date{Year: y, Month: m, DayOfMonth: d}
	switch {
	case d != 0:
		t.Precision = Day
	case m != 0:
		t.Precision = Month
	default:
		t.Precision = Year
	}
	t.fill()
	return t
}

// fill computes First and Last from year, month and day, where the year is known.
func (d *Date) fill() {
	if d.Year == 0 {
		return
	}
	switch d.Precision {
	case Day:
		d.First = day(d.Year, d.Month, d.DayOfMonth)
		d.Last = d.First
		if d.ToDay != 0 {
			m, y := d.Month, d.Year
			if d.ToMonth != 0 {
				if m = d.ToMonth; m < d.Month {
					y++
				}
			}
			d.Last = day(y, m, d.ToDay)
		}
	case Month:
		d.First, d.Last = day(d.Year, d.Month, 1), day(d.Year, d.Month+1, 0)
		if d.ToMonth != 0 {
			y := d.Year
			if d.ToMonth < d.Month {
				y++
			}
			d.Last = day(y, d.ToMonth+1, 0)
		}
	case Year:
		d.First, d.Last = day(d.Year, 1, 1), day(d.Year, 12, 31)
	case Decade:
		d.First, d.Last = day(d.Year, 1, 1), day(d.Year+9, 12, 31)
	case Century:
		d.First, d.Last = day(d.Year, 1, 1), day(d.Year+99, 12, 31)
	}
}

// years is the date from the first day of one year to the last of another.
func years(from, to int) Date {
	d := calendar(from, 0, 0)
	d.Last, d.Range = day(to, 12, 31), true
	return d
}

// part narrows a year, decade or century to a part of it, in twelfths.
func (d Date) part(from, to int) Date {
	if d.First.IsZero() {
		return d
	}
	months := (d.Last.Year()-d.First.Year()+1)*12 - int(d.First.Month()) + 1
	if d.Precision == Month {
		days := d.Last.Day()
		first := d.First
		d.First = first.AddDate(0, 0, days*from/12)
		d.Last = first.AddDate(0, 0, days*to/12-1)
		d.Precision = Week
		return d
	}
	first := d.First
	d.First = first.AddDate(0, months*from/12, 0)
	d.Last = first.AddDate(0, months*to/12, -1)
	if d.Precision == Year {
		d.Precision = Season
	}
	return d
}

// resolve places a date without a year next to the day of the article: the
// occurrence that lies nearest, the past one where two are as near. It leaves
// alone what has a year, and everything where the article's day is unknown.
func (d *Date) resolve(at time.Time) {
	if d.Year != 0 || at.IsZero() || !d.First.IsZero() {
		return
	}
	switch {
	case d.Month != 0:
		best := 0
		for y := at.Year() + 1; y >= at.Year()-1; y-- {
			if d.DayOfMonth > daysIn(y, d.Month) {
				continue
			}
			if best == 0 || distance(at, y, d) <= distance(at, best, d) {
				best = y
			}
		}
		if best == 0 {
			return
		}
		d.Year, d.Relative = best, true
		d.fill()
	case d.HasWeekday && !d.HasShift:
		back := (int(at.Weekday()) - int(d.Weekday) + 7) % 7
		d.First = at.AddDate(0, 0, -back)
		d.Last, d.Relative = d.First, true
	}
}

// distance is how many days the date lies from at if it falls in year y. The
// future counts a little further: news tells mostly of what has been.
func distance(at time.Time, y int, d *Date) int {
	n := int(at.Sub(day(y, d.Month, max(d.DayOfMonth, 1))).Hours() / 24)
	if n < 0 {
		return -n + n/-4
	}
	return n
}

// shifted is the period that lies n units from the day of the article.
func shifted(at time.Time, n int, p Precision) Date {
	d := Date{Precision: p, Shift: n, HasShift: true, Relative: true}
	if at.IsZero() {
		return d
	}
	switch p {
	case Day:
		d.First = at.AddDate(0, 0, n)
		d.Last = d.First
	case Week:
		monday := at.AddDate(0, 0, -(int(at.Weekday())+6)%7+7*n)
		d.First, d.Last = monday, monday.AddDate(0, 0, 6)
	case Month:
		d.First = day(at.Year(), at.Month()+time.Month(n), 1)
		d.Last = d.First.AddDate(0, 1, -1)
	case Season:
		d.First = day(at.Year(), (at.Month()-1)/3*3+1+time.Month(3*n), 1)
		d.Last = d.First.AddDate(0, 3, -1)
	case Year:
		d.First, d.Last = day(at.Year()+n, 1, 1), day(at.Year()+n, 12, 31)
	case Decade:
		y := at.Year()/10*10 + 10*n
		d.First, d.Last = day(y, 1, 1), day(y+9, 12, 31)
	default:
		y := (at.Year()-1)/100*100 + 1 + 100*n
		d.First, d.Last = day(y, 1, 1), day(y+99, 12, 31)
	}
	return d
}
