package keys

import (
	"strconv"

	"lysark/config/diag"
)

// PathsAt are the paths of all that stands at a place of a TOML file: "slide/0/chart". A dotted key is at the place of
// the tables it makes as well, and what is missing from the file is at its beginning: "". A place without a column is all
// that stands in its line.
func PathsAt(src string, pos diag.Pos) []string {
	var out []string
	if pos.Line == 1 && pos.Col == 1 {
		out = append(out, "")
	}
	var walk func(p *place, path string)
	walk = func(p *place, path string) {
		if p.key == pos || p.value == pos || pos.Col == 0 && p.key.Line == pos.Line {
			out = append(out, path)
		}
		for _, k := range p.keys {
			walk(p.sub[k], within(path, k))
		}
		for i, item := range p.items {
			walk(item, within(path, strconv.Itoa(i)))
			if i == 0 && item.value == pos {
				out = append(out, path) // what is wrong with a list as a whole may be told there
			}
		}
	}
	walk(scan(pos.File, src), "")
	return out
}

func within(path, key string) string {
	if path == "" {
		return key
	}
	return path + "/" + key
}
