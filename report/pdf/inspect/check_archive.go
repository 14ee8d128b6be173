package inspect

import (
	"bytes"
	"fmt"
	"strings"

	"lysark/report/pdf/cos"
)

func wrongHeader(c *checker) {
	d := c.data
	if len(d) < 9 || !bytes.HasPrefix(d, []byte("%PDF-1.")) || d[7] < '0' || d[7] > '7' || d[8] != '\n' &&
		d[8] != '\r' {
		c.report(place{}, "the file does not begin with %%PDF-1. and a digit from 0 to 7")
	}
}

func noBinaryComment(c *checker) {
	_, rest, _ := bytes.Cut(c.data[:min(len(c.data), 64)], []byte("%PDF-"))
	i := bytes.IndexAny(rest, "\r\n")
	rest = bytes.TrimLeft(rest[max(i, 0):], "\r\n")
	ok := len(rest) > 4 && rest[0] == '%'
	for _, b := range rest[min(1, len(rest)):min(5, len(rest))] {
		ok = ok && b > 127
	}
	if !ok {
		c.report(place{}, "no comment of four bytes above 127 follows the header")
	}
}

func noID(c *checker) {
	list := c.pdf.Array(c.pdf.Trailer()["ID"])
	for _, o := range list {
		if s, ok := c.pdf.String(o); !ok || s == "" {
			list = nil
		}
	}
	if len(list) != 2 {
		c.report(place{}, "the trailer has no /ID of two strings")
	}
}

func encrypted(c *checker) {
	if c.pdf.Encrypted() {
		c.report(place{}, "the file is encrypted")
	}
}

func trailingData(c *checker) {
	i := bytes.LastIndex(c.data, []byte("%%EOF"))
	if i < 0 {
		c.report(place{}, "the file does not end in %%%%EOF")
		return
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(string(c.data[i+5:]), "\r"), "\n")
	if rest != "" {
		c.report(place{}, "%d bytes follow the end of the file", len(rest))
	}
}

func otherPermissions(c *checker) {
	for _, key := range sortedKeys(c.pdf.Dict(c.root["Perms"])) {
		if key != "UR3" && key != "DocMDP" {
			c.report(place{}, "/Perms has the key %q", string(key))
		}
	}
}

func manyObjects(c *checker) {
	if n := len(c.pdf.Numbers()); n > 8388607 {
		c.report(place{}, "there are %d objects", n)
	}
}

func pageSize(c *checker) {
	for _, p := range c.pages {
		boxes := [][]float64{p.box}
		for _, key := range []cos.Name{"CropBox", "TrimBox", "BleedBox", "ArtBox"} {
			boxes = append(boxes, c.numbers(p.dict[key]))
		}
		for i, b := range boxes {
			if i > 0 && len(b) == 0 {
				continue
			}
			if len(b) != 4 || !between(abs(b[2]-b[0]), 3, 14400) || !between(abs(b[3]-b[1]), 3, 14400) {
				c.report(place{page: p.number}, "the page measures %s points", measures(b))
				break
			}
		}
	}
}

func between(x, low, high float64) bool { return low <= x && x <= high }

func measures(b []float64) string {
	if len(b) != 4 {
		return "no"
	}
	return fmt.Sprintf("%g x %g", abs(b[2]-b[0]), abs(b[3]-b[1]))
}

func interpolated(c *checker) {
	seen(imageInterpolate, "an image is interpolated")(c)
	seen(inlineInterpolate, "an image in the content is interpolated")(c)
}
