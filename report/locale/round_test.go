package locale

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

func TestRoundTakesHalvesAwayFromZeroAlsoWhereBinaryFractionsMissThem(t *testing.T) {
	tests := []struct {
		v        float64
		decimals int
		want     float64
	}{
		{1.005, 2, 1.01},
		{2.675, 2, 2.68},
		{14.5, 0, 15},
		{57.5, 0, 58},
		{-57.5, 0, -58},
		{100 * 1.15 / 2, 0, 58}, // 57.49999999999999
		{0.1 + 0.2 + 14.2, 0, 15},
		{14.4999, 0, 14},
		{123456789.005, 2, 123456789.01},
		{99999999999.5, 0, 100000000000},
		{-0.4, 0, 0},
		{57, -1, 60},
		{-55, -1, -60},
		{1e300, 3, 1e300},
		{math.Inf(-1), 1, math.Inf(-1)},
	}
	for _, tt := range tests {
		if got := Round(tt.v, tt.decimals); got != tt.want {
			t.Errorf("Round(%v, %d) = %v, want %v", tt.v, tt.decimals, got, tt.want)
		}
	}
	if got := Round(math.NaN(), 1); !math.IsNaN(got) {
		t.Errorf("Round(NaN, 1) = %v", got)
	}
}

func TestLargeNumbersArePrintedAsTheyAre(t *testing.T) {
	nb, _ := For("nb")
	for v, want := range map[float64]string{
		1e12:              "1_000_000_000_000",
		1e14:              "100_000_000_000_000",
		1e15:              "1_000_000_000_000_000",
		-1e15:             "−1_000_000_000_000_000",
		999999999999999:   "999_999_999_999_999",
		-123456789012345:  "−123_456_789_012_345",
		1e15 + 0.375:      "1_000_000_000_000_000",
		1e15 + 0.5:        "1_000_000_000_000_001",
		-(1e15 + 0.5):     "−1_000_000_000_000_001",
		562949953421311.9: "562_949_953_421_312",
	} {
		if got := nb.Number(v, 0); got != hard(want) {
			t.Errorf("Number(%v, 0) = %q, want %q", v, got, hard(want))
		}
	}
}

// What is typed as a decimal number of up to 15 digits rounds as on paper.
func TestRoundIsThatOfTheDecimalNumber(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 50_000 {
		decimals := random.IntN(4)
		digits := 1 + random.Int64N(int64(math.Pow10(2+random.IntN(13))))
		more := 1 + random.IntN(2) // decimals that are rounded away
		if random.IntN(3) == 0 {
			digits, more = digits/10*10+5, 1
		}
		if random.IntN(2) == 0 {
			digits = -digits
		}
		v, _ := strconv.ParseFloat(strconv.FormatInt(digits, 10)+"e-"+strconv.Itoa(decimals+more), 64)
		want, _ := strconv.ParseFloat(onPaper(digits, more)+"e-"+strconv.Itoa(decimals), 64)
		if got := Round(v, decimals); got != want {
			t.Fatalf("Round(%v, %d) = %v, want %v", v, decimals, got, want)
		}
	}
}

// onPaper divides by 10 to the power of places, half away from zero.
func onPaper(digits int64, places int) string {
	step := int64(math.Pow10(places))
	if digits < 0 {
		return strconv.FormatInt(-((-digits + step/2) / step), 10)
	}
	return strconv.FormatInt((digits+step/2)/step, 10)
}

func TestRoundToWholeNumbersIsExactUpTo15Digits(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 50_000 {
		v := (random.Float64() - 0.5) * 2 * math.Pow10(random.IntN(16))
		exact := new(big.Float).SetFloat64(math.Abs(v))
		n, _ := exact.Add(exact, big.NewFloat(0.5)).Int(nil)
		want, _ := new(big.Float).SetInt(n).Float64()
		if got := Round(v, 0); got != math.Copysign(want, v) && math.Abs(math.Abs(v)-want+0.5) > 1e-6 {
			t.Fatalf("Round(%v, 0) = %v, want %v", v, got, want)
		}
		if whole := math.Trunc(v); Round(whole, random.IntN(3)) != whole {
			t.Fatalf("Round keeps no whole number: %v", whole)
		}
	}
}

func TestRoundingTwiceChangesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	nb, _ := For("nb")
	for range 20_000 {
		v, decimals := (random.Float64()-0.5)*math.Pow10(random.IntN(15)), random.IntN(4)
		once := Round(v, decimals)
		if twice := Round(once, decimals); twice != once {
			t.Fatalf("Round(%v, %d) = %v, then %v", v, decimals, once, twice)
		}
		if back := strings.Trim(nb.Number(-v, decimals), minus); back != strings.Trim(nb.Number(v, decimals), minus) {
			t.Fatalf("%v and its negative are printed differently: %s", v, back)
		}
	}
}
