package compose

import "math"

const (
	least  = 0.5 // of the room of a column: its tables are no narrower
	nearly = 0.9 // of the room: a table that takes as much takes all of it
)

// flow is what stands between two edges of a data page: a wide table, or two columns of narrow ones. Columns are read
// one after the other.
type flow [][]dataBlock

// flows lays blocks out from the top of a page to its bottom, the columns of each flow as equally tall as they go.
func flows(blocks []dataBlock, loose float64) []flow {
	var out []flow
	for len(blocks) > 0 {
		n := 1
		for !blocks[0].wide && n < len(blocks) && !blocks[n].wide {
			n++
		}
		out = append(out, inColumns(blocks[:n], loose))
		blocks = blocks[n:]
	}
	return out
}

// inColumns parts blocks so that the taller of two columns is as short as can be. Of two ways the first is the fuller.
func inColumns(blocks []dataBlock, loose float64) flow {
	best, height := len(blocks), stack(blocks, loose)
	for n := len(blocks) - 1; n > 0; n-- {
		if h := math.Max(stack(blocks[:n], loose), stack(blocks[n:], loose)); h < height {
			best, height = n, h
		}
	}
	if best == len(blocks) {
		return flow{blocks}
	}
	return flow{blocks[:best], blocks[best:]}
}

// stack is the height of blocks below each other.
func stack(blocks []dataBlock, loose float64) float64 {
	h := dataGap * math.Max(0, float64(len(blocks)-1))
	for _, b := range blocks {
		h += b.height(loose)
	}
	return h
}

func (f flow) height(loose float64) float64 {
	h := 0.0
	for _, column := range f {
		h = math.Max(h, stack(column, loose))
	}
	return h
}

func heightOf(all []flow, loose float64) float64 {
	h := dataGap * math.Max(0, float64(len(all)-1))
	for _, f := range all {
		h += f.height(loose)
	}
	return h
}

// emptiness is how much of a page's two columns stays free.
func emptiness(all []flow) float64 {
	free := 2 * body().H
	for _, f := range all {
		for _, column := range f {
			h := stack(column, tightest)
			if column[0].wide {
				h *= 2
			}
			free -= h
		}
	}
	return free
}

// shared shares blocks out to as few pages as go, in their order, and of all ways to do so takes the one that leaves
// no page much emptier than the others.
func shared(blocks []dataBlock) [][]dataBlock {
	type way struct {
		pages int
		worse float64 // the squares of what pages leave empty
		from  int     // first block of the last page
	}
	best := make([]way, len(blocks)+1) // by how many blocks are placed
	for to := 1; to <= len(blocks); to++ {
		best[to].pages = math.MaxInt
		for from := to - 1; from >= 0; from-- {
			all := flows(blocks[from:to], tightest)
			if from < to-1 && heightOf(all, tightest) > body().H {
				break
			}
			w := way{best[from].pages + 1, best[from].worse + math.Pow(emptiness(all), 2), from}
			if w.pages < best[to].pages || w.pages == best[to].pages && w.worse < best[to].worse {
				best[to] = w
			}
		}
	}
	out := make([][]dataBlock, best[len(blocks)].pages)
	for to, page := len(blocks), len(out)-1; to > 0; page-- {
		out[page] = blocks[best[to].from:to]
		to = best[to].from
	}
	return out
}

// flow draws a flow below y.
func (p *page) flow(f flow, y, loose float64) {
	for i, column := range f {
		box := columns(body(), 2)[i]
		if column[0].wide {
			box = body()
		}
		width := least * columns(body(), 2)[0].W
		for _, b := range column {
			width = math.Max(width, b.grid.width())
		}
		if width > nearly*box.W {
			width = box.W // it would look like a mistake
		}
		at := y
		for _, b := range column {
			p.dataBlock(b, box.X, at, width, loose)
			at += b.height(loose) + dataGap
		}
	}
}
