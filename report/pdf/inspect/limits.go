package inspect

// How much of a file is read. A deck has a hundredth of this; a file that has more is read as far as that goes, and the
// rest is told as a problem. They keep any file below 100 MB of memory and two seconds.
const (
	mostDecoded  = 24 << 20  // bytes that all streams together inflate to
	mostObjects  = 1_000_000 // values walked in search of what PDF/A forbids
	mostPages    = 10_000    //
	mostElements = 20_000    // structure elements
	mostParts    = 100_000   // their references to content
	mostPieces   = 25_000    // numbers of marked content
	mostEntries  = 20_000    // of the outline, of a name tree, annotations
	mostNumbers  = 25_000    // of a number tree
	// steps: operators of content, forms counted as often as they are painted, and all that is walked or copied
	mostWork     = 2_000_000
	mostMarks    = 25_000   // kept of what is painted
	mostText     = 8 << 20  // bytes of text kept
	mostString   = 32 << 10 // bytes of one string
	mostName     = 127      // bytes of one name
	mostFonts    = 1000     //
	mostMapped   = 200_000  // characters that all fonts' maps together map, and characters shown
	mostLines    = 4 << 20  // bytes of attached texts whose lines are kept
	mostXMP      = 1 << 20  // bytes of metadata
	deepTree     = 200      // elements, page tree nodes or outline entries within each other
	deepForms    = 12       // forms within each other
	deepMarks    = 200      // marked content within each other
	mostProblems = 25       // places told for each rule; the rest is counted
)

// spend takes from what may still be done, and tells whether there was enough.
func (f *file) spend(n int) bool {
	if f.work < n {
		f.cut("content")
		return false
	}
	f.work -= n
	return true
}

// cut notes that something is left unread, once for each kind.
func (f *file) cut(what string) {
	if f.unread == nil {
		f.unread = map[string]bool{}
	}
	if !f.unread[what] {
		f.unread[what] = true
		f.see(tooMuch, place{}, what)
	}
}

// keep takes from the text that may still be kept; what is too much is left out.
func (f *file) keep(s string) string {
	if f.text -= len(s); f.text < 0 {
		f.cut("text")
		return ""
	}
	return s
}
