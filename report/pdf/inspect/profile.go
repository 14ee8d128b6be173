package inspect

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// profile is the header of an ICC profile (ICC.1:2010, 7.2).
type profile struct {
	size         int
	claimed      int
	major, minor int
	class, space string
	signed       bool
}

func readProfile(data []byte) profile {
	if len(data) < 128 {
		return profile{size: len(data)}
	}
	return profile{
		size:    len(data),
		claimed: int(binary.BigEndian.Uint32(data)),
		major:   int(data[8]),
		minor:   int(data[9] >> 4),
		class:   string(data[12:16]),
		space:   string(data[16:20]),
		signed:  string(data[36:40]) == "acsp",
	}
}

// wrong tells what is wrong with a profile that must be of one of the classes; empty when nothing is.
func (p profile) wrong(classes []string) string {
	switch {
	case p.size < 128 || !p.signed:
		return "the colour profile is no ICC profile"
	case p.claimed > p.size:
		return fmt.Sprintf("the colour profile says it has %d bytes and has %d", p.claimed, p.size)
	case p.major > 4 || p.major < 2:
		return fmt.Sprintf("the colour profile is of version %d.%d", p.major, p.minor)
	case !slices.Contains(classes, p.class):
		return fmt.Sprintf("the colour profile is of class %q", p.class)
	case p.channels() == 0:
		return fmt.Sprintf("the colour profile is for the colour space %q", p.space)
	}
	return ""
}

// channels is how many numbers a colour of the profile has, 0 for a colour space that PDF does not take.
func (p profile) channels() int {
	switch p.space {
	case "GRAY":
		return 1
	case "RGB ", "Lab ":
		return 3
	case "CMYK":
		return 4
	}
	return 0
}
