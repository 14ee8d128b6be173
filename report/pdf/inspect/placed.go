package inspect

// placed is an image where it is painted.
type placed struct {
	picture *picture
	at      matrix
	sink    *content // of the structure element that it is a part of
}

// place notes where an image is painted. Beyond what marks are kept nothing is told of it.
func (w *walker) place(p *picture) {
	if !w.outside && w.f.marked < mostMarks {
		w.trail.placed = append(w.trail.placed, placed{p, w.state.ctm, w.top().sink})
	}
}

// placed are a page's images, each with the words of the figure around it.
func (f *file) placed(p *page) []Placed {
	var out []Placed
	for _, m := range p.trail.placed {
		out = append(out, Placed{m.picture.hash, f.alts()[m.sink], m.at})
	}
	return out
}

// alts are the alternative texts by the content that they stand for.
func (f *file) alts() map[*content]string {
	if f.altOf != nil {
		return f.altOf
	}
	f.altOf = map[*content]string{}
	for at, n := range f.tree.parts {
		for ; n != nil && n.alt == ""; n = n.parent {
			continue
		}
		if c := f.pieces[at]; c != nil && n != nil {
			f.altOf[c] = n.alt
		}
	}
	return f.altOf
}
