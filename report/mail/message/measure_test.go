package message

import "testing"

func TestAMeasureIsThatOfTheMessage(t *testing.T) {
	html := norwegian()
	for _, tt := range []struct {
		name       string
		attachment *File
		pictures   []Picture
		letter     Letter
	}{
		{"text alone", nil, nil, plain()},
		{"text and a PDF", pdf(10_000), nil, plain()},
		{"a PDF that ends with a line", pdf(57 * 100), nil, plain()},
		{"HTML, a PDF and pictures", pdf(10_001), pictures(), html},
		{"HTML and pictures", nil, pictures(), html},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m, err := NewMeasure(tt.attachment, tt.pictures, "plan")
			if err != nil {
				t.Fatal(err)
			}
			n, err := m.Size(tt.letter)
			if made := compose(t, tt.attachment, tt.pictures, tt.letter); err != nil || n != len(made) {
				t.Errorf("measured %d bytes (%v), made %d", n, err, len(made))
			}
		})
	}
}

func TestWhatCannotBeMadeCannotBeMeasured(t *testing.T) {
	if _, err := NewMeasure(&File{"a.pdf", "application/pdf", nil}, nil, "plan"); err == nil {
		t.Error("an empty file is measured")
	}
	m, err := NewMeasure(pdf(100), pictures(), "plan")
	if err != nil {
		t.Fatal(err)
	}
	if n, err := m.Size(plain()); err == nil {
		t.Errorf("pictures without HTML are measured: %d", n)
	}
}
