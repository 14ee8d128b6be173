package inspect

import "lysark/report/pdf/cos"

// numberTree is a number tree, flat (ISO 32000-1, 7.9.7).
func (f *file) numberTree(root cos.Object) map[int]cos.Object {
	out := map[int]cos.Object{}
	f.leaves(root, "Nums", func(key, value cos.Object) bool {
		if n, ok := f.pdf.Int(key); ok {
			out[n] = value
		}
		return len(out) < mostNumbers
	})
	return out
}

// named is one entry of a name tree.
type named struct {
	name  string
	value cos.Object
}

// nameTree is a name tree, flat and in its order (ISO 32000-1, 7.9.6).
func (f *file) nameTree(root cos.Object) []named {
	var out []named
	f.leaves(root, "Names", func(key, value cos.Object) bool {
		if s, ok := f.pdf.String(key); ok {
			out = append(out, named{string(s), value})
		}
		return len(out) < mostEntries
	})
	return out
}

// leaves visits the pairs of a tree's leaves until visit has enough. A node is visited once.
func (f *file) leaves(root cos.Object, pairs cos.Name, visit func(key, value cos.Object) bool) {
	visited := map[int]bool{}
	enough := false
	var walk func(o cos.Object, depth int)
	walk = func(o cos.Object, depth int) {
		num := number(o)
		if enough || depth > deepTree || num != 0 && visited[num] {
			return
		}
		visited[num] = true
		d := f.pdf.Dict(o)
		list := f.pdf.Array(d[pairs])
		for i := 0; i+1 < len(list) && !enough; i += 2 {
			if enough = !f.spend(1) || !visit(list[i], list[i+1]); enough {
				f.cut("entries of a tree")
			}
		}
		for _, kid := range f.pdf.Array(d["Kids"]) {
			if f.spend(1) {
				walk(kid, depth+1)
			}
		}
	}
	walk(root, 0)
}
