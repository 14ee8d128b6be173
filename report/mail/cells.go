package mail

import (
	"bytes"
	"encoding/json"
)

// Cells are the row of the list, from column to cell. In a plan they are JSON until they are looked at: of ten thousand
// members as maps they would be much of the memory that a run has.
type Cells struct {
	cells map[string]string
	text  string // in place of cells
}

// NewCells takes the map, which nobody changes any more.
func NewCells(cells map[string]string) Cells { return Cells{cells: cells} }

// Map is from column to cell; it is not to be changed.
func (c Cells) Map() map[string]string {
	if c.text == "" {
		return c.cells
	}
	var cells map[string]string
	if err := json.Unmarshal([]byte(c.text), &cells); err != nil {
		panic("mail: cells that were read once cannot be read again: " + err.Error())
	}
	return cells
}

// small is the same as JSON.
func (c Cells) small() Cells {
	if c.text != "" || len(c.cells) == 0 {
		return c
	}
	data, err := json.Marshal(c.cells)
	if err != nil {
		panic("mail: cells cannot be written: " + err.Error())
	}
	return Cells{text: string(data)}
}

// IsZero tells that there is no row, or that it was forgotten.
func (c Cells) IsZero() bool { return c.text == "" && len(c.cells) == 0 }

// MarshalJSON writes what was read as it was.
func (c Cells) MarshalJSON() ([]byte, error) {
	if c.text != "" {
		return []byte(c.text), nil
	}
	return json.Marshal(c.cells)
}

// UnmarshalJSON holds that it can be read again.
func (c *Cells) UnmarshalJSON(data []byte) error {
	var cells map[string]string
	if err := json.Unmarshal(data, &cells); err != nil || len(cells) == 0 {
		return err
	}
	var small bytes.Buffer
	if err := json.Compact(&small, data); err != nil {
		return err
	}
	c.text = small.String()
	return nil
}
