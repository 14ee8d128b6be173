package cos

import (
	"bytes"
	"compress/zlib"
)

// Flate is a stream of the data, compressed. The same data gives the same bytes.
func Flate(data []byte) *Stream { return new(deflater).stream(data) }

// deflater keeps its compressor, which is much larger than most of what it compresses.
type deflater struct {
	z *zlib.Writer
}

func (d *deflater) stream(data []byte) *Stream {
	var out bytes.Buffer
	if d.z == nil {
		d.z = zlib.NewWriter(&out)
	} else {
		d.z.Reset(&out)
	}
	d.z.Write(data) // a buffer takes all
	d.z.Close()
	return &Stream{Dict: Dict{"Filter": Name("FlateDecode")}, Data: out.Bytes()}
}
