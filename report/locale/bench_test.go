package locale

import "testing"

func BenchmarkFind(b *testing.B) {
	for _, bb := range []struct{ name, tag, text string }{
		{"nothing", "nb", "Retningslinjer for bruk av hjemmekontor er drøftet med tillitsvalgte, verneombud og ledere på alle nivåer"},
		{"nothing", "nn", "Retningslinjer for bruk av heimekontor er drøfta med tillitsvalde, verneombod og leiarar på alle nivå her"},
		{"nothing", "en", "Guidelines for working from home were discussed with shop stewards, safety representatives and managers"},
		{"an article", "en", "Guidelines for a day at home were discussed in a meeting of shop stewards, representatives and managers"},
		{"numbers", "nb", "I en undersøkelse svarte sekstiåtte prosent at de har retningslinjer, og 2 av 3 at hver tredje leder følger dem"},
	} {
		l, _ := For(bb.tag)
		b.Run(bb.tag+"/"+bb.name+"/fractions", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l.FindFractions(bb.text)
			}
		})
		b.Run(bb.tag+"/"+bb.name+"/quantities", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				l.FindQuantities(bb.text)
			}
		})
	}
}
