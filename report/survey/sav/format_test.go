package sav_test

import (
	"math"
	"testing"

	"lysark/report/survey/sav"
)

func TestNumbersAreWrittenAsTheyAre(t *testing.T) {
	const day = 86400
	f := func(t sav.FormatType, width, decimals int) sav.Format {
		return sav.Format{Type: t, Width: width, Decimals: decimals}
	}
	for _, tt := range []struct {
		format sav.Format
		x      float64
		want   string
	}{
		{f(sav.F, 8, 2), 3, "3"},
		{f(sav.F, 8, 2), -3, "-3"},
		{f(sav.F, 8, 2), math.Copysign(0, -1), "0"},
		{f(sav.F, 8, 0), 3.75, "3.75"},
		{f(sav.F, 8, 2), 0.1 + 0.2, "0.3"},
		{f(sav.F, 8, 2), 10.0 / 3, "3.33333333333333"},
		{f(sav.F, 8, 2), 1234567.891, "1234567.891"},
		{f(sav.F, 8, 2), 1e15, "1000000000000000"},
		{f(sav.F, 8, 2), 123456789012345680, "123456789012346000"},
		{f(sav.F, 8, 2), 1e30, "1e+30"},
		{f(sav.F, 8, 2), 1e-9, "1e-09"},
		{f(sav.Percent, 8, 1), 45.5, "45.5"},
		{f(3, 8, 0), 12000, "12000"},
		{f(sav.N, 4, 0), 301, "0301"},
		{f(sav.N, 4, 0), 50301, "50301"},
		{f(sav.N, 4, 0), -1, "-1"},
		{f(sav.N, 4, 0), 1.5, "1.5"},
		{f(sav.Date, 11, 0), 13576377600, "2013-01-01"},
		{f(sav.Date, 9, 0), 13576377600 + day - 1, "2013-01-01"},
		{f(sav.EDate, 10, 0), 0, "1582-10-14"},
		{f(sav.ADate, 10, 0), 13576377600 - day, "2012-12-31"},
		{f(sav.JDate, 7, 0), 13574131200 + 59*day, "2013-02-03"},
		{f(sav.SDate, 10, 0), -1, "-1"},
		{f(sav.SDate, 10, 0), 1e13, "10000000000000"},
		{f(sav.DateTime, 20, 0), 13576377600 + 45296, "2013-01-01 12:34:56"},
		{f(sav.DateTime, 23, 2), 13576377600 + 45296.29, "2013-01-01 12:34:56.29"},
		{f(sav.DateTime, 23, 2), 13576377600 + 45296.5, "2013-01-01 12:34:56.5"},
		{f(sav.DateTime, 20, 0), 13576377600 + 45296.9, "2013-01-01 12:34:56"},
		{f(sav.YMDHMS, 20, 0), 13576377600, "2013-01-01 00:00:00"},
		{f(sav.Time, 8, 0), 3661, "01:01:01"},
		{f(sav.Time, 8, 0), 100 * 3600, "100:00:00"},
		{f(sav.Time, 8, 0), -61, "-00:01:01"},
		{f(sav.Time, 11, 2), 0.999999, "00:00:00.99"},
		{f(sav.MTime, 8, 0), 61, "00:01:01"},
		{f(sav.DTime, 12, 0), 2*day + 61, "2 00:01:01"},
		{f(sav.MonthYr, 8, 0), 13576377600, "2013-01"},
		{f(sav.Quarter, 8, 0), 13576377600 + 100*day, "2013 Q2"},
		{f(sav.Week, 8, 0), 13576377600 + 7*day, "2013 W02"},
		{f(sav.Weekday, 9, 0), 1, "Sunday"},
		{f(sav.Weekday, 9, 0), 7, "Saturday"},
		{f(sav.Weekday, 9, 0), 8, "8"},
		{f(sav.Month, 9, 0), 12, "December"},
		{f(sav.Month, 9, 0), 0, "0"},
	} {
		if got := string(tt.format.Append(nil, tt.x)); got != tt.want {
			t.Errorf("%s of %v: %s, not %s", tt.format, tt.x, got, tt.want)
		}
	}
}
