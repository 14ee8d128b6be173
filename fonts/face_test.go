package fonts

import (
	"math"
	"testing"
)

func TestAdvance(t *testing.T) {
	family, err := SourceSans()
	if err != nil {
		t.Fatal(err)
	}
	f := family.Regular
	if kerned, plain := f.Advance("To Yo", 100), f.AdvanceUnkerned("To Yo", 100); kerned >= plain {
		t.Errorf("kerned %.2f is not narrower than unkerned %.2f", kerned, plain)
	}
	if got, want := f.Advance("nn", 1000), 2*f.Advance("n", 1000); math.Abs(got-want) > 1e-9 {
		t.Errorf("nn = %v, want twice n = %v: the pair is not kerned", got, want)
	}
	t.Log(f.Name, f.Metrics(), f.Advance("0123", 1000))
}
