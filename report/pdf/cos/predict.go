package cos

// prediction is how rows were predicted before they were compressed (7.4.4.4).
type prediction struct {
	predictor, colors, bits, columns int
}

func (f *File) prediction(parms Dict) prediction {
	field := func(k Name, missing int) int {
		if v, ok := f.Int(parms[k]); ok {
			return v
		}
		return missing
	}
	return prediction{field("Predictor", 1), field("Colors", 1), field("BitsPerComponent", 8), field("Columns", 1)}
}

// undo changes the data in place. It is false when they do not fit.
func (p prediction) undo(data []byte) ([]byte, bool) {
	if p.predictor <= 1 {
		return data, true
	}
	row := int(min(p.row(), int64(len(data))))
	switch {
	case p.row() == 0:
		return data, false
	case len(data) == 0:
		return data, true
	case p.predictor >= 10:
		return undoPNG(data, row, p.pixel())
	case p.predictor == 2:
		p.undoTIFF(data, row, p.pixel())
		return data, true
	}
	return data, false
}

// row is how many bytes a row has, 0 where there is none such.
func (p prediction) row() int64 {
	const most = 1 << 24 // of columns
	switch {
	case p.colors < 1 || p.colors > 32 || p.columns < 1 || p.columns > most:
		return 0
	case p.bits != 1 && p.bits != 2 && p.bits != 4 && p.bits != 8 && p.bits != 16:
		return 0
	}
	return (int64(p.colors)*int64(p.bits)*int64(p.columns) + 7) / 8
}

// pixel is how many bytes to the left a byte's neighbour is.
func (p prediction) pixel() int { return max(1, p.colors*p.bits/8) }

// undoPNG takes a byte before each row that tells how it was predicted.
func undoPNG(data []byte, row, pixel int) ([]byte, bool) {
	write, clean := 0, true
	var above []byte
	for read := 0; read < len(data); {
		kind := data[read]
		n := copy(data[write:write+min(row, len(data)-read-1)], data[read+1:])
		line := data[write : write+n]
		clean = undoLine(kind, line, above, pixel) && clean
		above = line
		read += 1 + n
		write += n
	}
	return data[:write], clean
}

// undoLine is false for a kind that there is not. Above the first row all is 0.
func undoLine(kind byte, line, above []byte, pixel int) bool {
	for i := range line {
		var left, up, corner byte
		if i >= pixel {
			left = line[i-pixel]
		}
		if i < len(above) {
			up = above[i]
			if i >= pixel {
				corner = above[i-pixel]
			}
		}
		switch kind {
		case 0:
		case 1:
			line[i] += left
		case 2:
			line[i] += up
		case 3:
			line[i] += byte((int(left) + int(up)) / 2)
		case 4:
			line[i] += paeth(left, up, corner)
		default:
			return false
		}
	}
	return true
}

// paeth is the neighbour that is nearest to left + up - corner (PNG specification, 9.4).
func paeth(left, up, corner byte) byte {
	distance := func(a, b, c, d byte) int {
		n := int(a) + int(b) - int(c) - int(d)
		return max(n, -n)
	}
	toLeft, toUp, toCorner := distance(left, up, corner, left), distance(left, up, corner, up), distance(left, up,
		corner, corner)
	switch {
	case toLeft <= toUp && toLeft <= toCorner:
		return left
	case toUp <= toCorner:
		return up
	}
	return corner
}

// undoTIFF adds to each component the one of the pixel to the left.
func (p prediction) undoTIFF(data []byte, row, pixel int) {
	for len(data) > 0 {
		line := data[:min(row, len(data))]
		data = data[len(line):]
		switch p.bits {
		case 8:
			for i := pixel; i < len(line); i++ {
				line[i] += line[i-pixel]
			}
		case 16:
			for i := pixel; i+1 < len(line); i += 2 {
				v := int(line[i])<<8 + int(line[i+1]) + int(line[i-pixel])<<8 + int(line[i-pixel+1])
				line[i], line[i+1] = byte(v>>8), byte(v)
			}
		default:
			p.undoBits(line)
		}
	}
}

// undoBits is for components smaller than a byte.
func (p prediction) undoBits(line []byte) {
	mask := byte(1<<p.bits - 1)
	perByte := 8 / p.bits
	at := func(i int) (*byte, int) { return &line[i/perByte], 8 - p.bits - i%perByte*p.bits }
	for i := p.colors; i < len(line)*perByte; i++ {
		left, leftShift := at(i - p.colors)
		here, shift := at(i)
		v := (*here>>shift + *left>>leftShift) & mask
		*here = *here&^(mask<<shift) | v<<shift
	}
}
