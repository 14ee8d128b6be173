package message

// Measure makes messages only to find out whether they can be made and how large they are. It does not keep the
// attachment and the pictures, which are most of what Shared holds.
type Measure struct{ shared *Shared }

// NewMeasure refuses what NewShared refuses.
func NewMeasure(attachment *File, pictures []Picture, seed string) (*Measure, error) {
	s, err := newShared(attachment, pictures, seed, true)
	if err != nil {
		return nil, err
	}
	return &Measure{s}, nil
}

// Size is that of the message that Shared would make of the letter; it fails where Compose would.
func (m *Measure) Size(l Letter) (int, error) {
	made, err := m.shared.Compose(l)
	if err != nil {
		return 0, err
	}
	return made.Size(), nil
}
