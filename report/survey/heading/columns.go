package heading

import "slices"

// asSub tells whether the rows below the first say what is under it, not what it means: its headings are shared, or
// some are given twice.
func (h *Head) asSub(lead []Row) bool {
	if h.Rows < 2 || h.Preset.Sub || slices.ContainsFunc(lead[h.First:h.First+h.Rows], isImport) {
		return h.Preset.Sub
	}
	head, sub := lead[h.First], lead[h.First+1]
	seen := map[string]bool{}
	for col := range max(len(head.Cells), len(sub.Cells)) {
		c := head.cell(col)
		if c == "" && sub.cell(col) != "" && isFilledLeft(head, col) || c != "" && seen[c] {
			return true
		}
		seen[c] = true
	}
	return hasResponse(head, sub)
}

// columns are what the rows of headings say. The name is that of the first row; where the rows below say what is under
// it, it has that behind it in brackets: "Which courses? [Evening]". Else the second row is what people read.
func columns(rows []Row, sub bool) []Column {
	wide := 0
	for _, r := range rows {
		wide = max(wide, len(r.Cells))
	}
	out := make([]Column, wide)
	for col := range out {
		name := rows[0].cell(col)
		out[col] = Column{Name: name, Label: name}
	}
	if len(rows) == 1 {
		return out
	}
	if sub {
		return subColumns(rows, out)
	}
	for col := range out {
		text := rows[1].cell(col)
		switch {
		case isImport(rows[1]) || text == "":
		case out[col].Name == "":
			out[col] = Column{Name: text, Label: text}
		default:
			out[col].Label = text
		}
	}
	return out
}

// subColumns names each column after the heading that it shares, and its own.
func subColumns(rows []Row, out []Column) []Column {
	shared := ""
	for col := range out {
		own := ""
		for _, r := range slices.Backward(rows[1:]) {
			if own = r.cell(col); own != "" {
				break
			}
		}
		starts := rows[0].cell(col) != ""
		if starts {
			shared = rows[0].cell(col)
		}
		alone := starts && !startsShared(rows[0], col, len(out))
		switch {
		case own == "" || isResponse(own) && alone:
			continue
		case shared == "":
			out[col] = Column{Name: own, Label: own}
		default:
			name := shared + " [" + own + "]"
			out[col] = Column{Name: name, Label: own, Under: shared, Part: own}
		}
	}
	return out
}
