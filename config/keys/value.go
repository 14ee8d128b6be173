package keys

import "lysark/config/diag"

// Val is a value as the author wrote it, with its place. The zero Val stands for a key that is not there.
type Val[T any] struct {
	V   T
	Pos diag.Pos
	Set bool
	raw string // of a text: as it stands in the file, quotes and all; Inside counts in it
}

// Str is a text with its place.
type Str = Val[string]

// Or is the value, or the default when the key is not there.
func (v Val[T]) Or(d T) T {
	if v.Set {
		return v.V
	}
	return d
}

// leftOut gives a key that is not there the place of its table.
func (v *Val[T]) leftOut(pos diag.Pos) { v.Pos = pos }
