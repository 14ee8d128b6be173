package resolve

import (
	"fmt"
	"slices"

	"lysark/config"
	"lysark/config/diag"
)

// checkPrevious reports data sets that come after one there is not, or after themselves.
func (r *resolver) checkPrevious() {
	for _, d := range r.file.Data {
		if d.Previous.Set && (!r.book.HasData(d.Previous.V) || d.Previous.V == d.Name.V) {
			others := slices.DeleteFunc(r.book.DataNames(), func(name string) bool { return name == d.Name.V })
			r.list.Errorf(d.Previous.Pos, diag.UnknownQuestion, diag.DidYouMean(d.Previous.V, others),
				"there is no other data set %q", d.Previous.V)
		}
		r.checkWeights(d)
	}
}

// checkWeights warns of a year with weights that is compared with one without.
func (r *resolver) checkWeights(d config.Data) {
	before, err := r.book.Previous(d.Name.V)
	i := slices.IndexFunc(r.file.Data, func(o config.Data) bool { return o.Name.V == before })
	if err != nil || i < 0 || r.file.Data[i].Weight.Set == d.Weight.Set || len(d.Questions) == 0 {
		return
	}
	with, without := d, r.file.Data[i]
	if !d.Weight.Set {
		with, without = without, with
	}
	r.list.Warnf(without.Name.Pos, diag.Contract,
		fmt.Sprintf("add weight = %q to [data.%s] if its answers have weights", with.Weight.V, without.Name.V),
		"the answers of %q are weighted and those of %q, which they are compared with, are not",
		with.Name.V, without.Name.V)
}
