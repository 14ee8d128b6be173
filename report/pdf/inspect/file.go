package inspect

import (
	"fmt"
	"strings"

	"lysark/report/pdf/cos"
)

// file is a PDF that has been read: what the rules look at.
type file struct {
	pdf      *cos.File
	data     []byte
	root     cos.Dict
	info     cos.Dict
	xmp      metadata
	pages    []*page
	pageNum  map[int]int // number of a page by its object's
	tree     tree
	pieces   map[piece]*content // marked content by its place and number
	sorted   []piece            // of pieces, once a rule has asked
	fonts    []*font            // in order of first use
	fontOf   map[int]*font      // by object number
	forms    map[int]*form      // by object number
	images   []*picture         // in order of first use
	imageOf  map[int]*picture   // by object number
	sums     map[int]string     // hashes of streams that others refer to, by object number
	profiles map[int]bool       // ICC profiles of colour spaces that have been checked
	files    []attached
	dests    map[string]cos.Object // named destinations, once one was asked for
	outline  []Entry
	altOf    map[*content]string // once one was asked for
	byPage   map[int][]*node
	seen     map[fact]*sightings
	unread   map[string]bool
	work     int // operators and characters that may still be read
	text     int // bytes of text that may still be kept
	marked   int // marks on all pages
	lines    int // bytes of attached texts that are kept
	mapped   int // characters that fonts' maps may still map
}

// place is where something is. Page 0 is none.
type place struct {
	page  int
	where string
}

// fact is something noteworthy that is found while reading, for a rule to tell.
type fact int

const (
	nothing fact = iota
	tooMuch
	damaged
	untaggedContent
	artifactInTag
	tagInArtifact
	repeatedMCID
	unbalancedMarks
	unmappedType
	circularType
	loopInTree
	notAnElement
	deviceGray
	deviceRGB
	deviceCMYK
	unknownOperator
	inheritedResources
	deepStates
	wrongIntent
	transferFunction
	transferFunction2
	halftonePhase
	halftone
	wrongBlendMode
	transparency
	imageAlternates
	imageOPI
	imageInterpolate
	inlineFilter
	inlineInterpolate
	formOPI
	referenceForm
	postScript
	repeatedForm
	numberOfComponents
	profileOfSpace
	deviceNColorants
	externalStream
	foreignFilter
	largeInteger
	largeReal
	longString
	longName
	forbiddenAction
	leadsNowhere
)

// sighting is where a fact was found, and what was there first. Several on one page are one sighting.
type sighting struct {
	place
	what  string
	count int
}

// sightings are the first of a fact, and how many there are beyond them.
type sightings struct {
	first []sighting
	more  int
}

// see notes a fact.
func (f *file) see(k fact, p place, what string) {
	s := f.seen[k]
	if s == nil {
		s = &sightings{}
		f.seen[k] = s
	}
	if n := len(s.first); n > 0 && p.page != 0 && s.first[n-1].page == p.page {
		s.first[n-1].count++
		return
	}
	if len(s.first) >= mostProblems {
		s.more++
		return
	}
	s.first = append(s.first, sighting{p, what, 1})
}

// number is an object's, 0 for one that stands where it is used.
func number(o cos.Object) int {
	if r, ok := o.(cos.Ref); ok {
		return r.Num
	}
	return 0
}

// string is a text string, decoded.
func (f *file) string(o cos.Object) string {
	s, ok := f.pdf.String(o)
	s = s[:min(len(s), mostString)]
	if f.pdf.Encrypted() || !ok || len(s) > 64 && !f.spend(len(s)/32) {
		return ""
	}
	return printable(cos.TextOf(cos.String(s)))
}

// word is a name, not longer than PDF lets it be, fit to be printed.
func (f *file) word(o cos.Object) string {
	n := f.pdf.Name(o)
	return printable(string(n[:min(len(n), mostName)]))
}

// has tells whether a key stands in a dictionary with a value other than null.
func (f *file) has(d cos.Dict, key cos.Name) bool { return f.pdf.Resolve(d[key]) != nil }

// numbers are an array's, as many as are numbers.
func (f *file) numbers(o cos.Object) []float64 {
	var out []float64
	for i, v := range f.pdf.Array(o) {
		n, ok := f.pdf.Number(v)
		if !ok || i >= 1000 {
			break
		}
		out = append(out, n)
	}
	return out
}

// object names an object for people who look into the file.
func object(num int) string {
	if num == 0 {
		return ""
	}
	return fmt.Sprintf("object %d", num)
}

// printable is a text without control characters, which terminals take for commands.
func printable(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	clean := true
	for _, r := range s {
		clean = clean && !isControl(r)
	}
	if clean {
		return s
	}
	out := make([]rune, 0, len(s))
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			out = append(out, ' ')
		case !isControl(r):
			out = append(out, r)
		}
	}
	return string(out)
}

// isControl knows the characters that do something instead of being seen. U+00AD is seen.
func isControl(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
