package report

import (
	"slices"
	"testing"
)

func TestColumns(t *testing.T) {
	for _, tt := range []struct {
		name, left, right string
		columns           int
		want              []string
	}{
		{"both wrap", "one two three four", "uno dos", 21, []string{"one two   | uno dos", "three     |", "four      |"}},
		{"an empty side", "", "nur hier", 27, []string{"             | nur hier"}},
		{"wide characters take two columns", "漢字 x", "y", 19, []string{"漢字 x   | y"}},
		{"a long word stands alone", "Donaudampfschifffahrt ja", "b", 19, []string{"Donaudampfschifffahrt | b", "ja       |"}},
	} {
		if got := Columns(tt.left, tt.right, tt.columns); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
