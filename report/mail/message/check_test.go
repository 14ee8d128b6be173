package message

import (
	"strings"
	"testing"
)

func TestAddressesThatServersTakePass(t *testing.T) {
	for _, a := range []string{
		"a@b", "deck@localhost", "ola.nordmann+rapport@bedrift.example", "o'brien@b.example", "a!#$%&'*+-/=?^_`{|}~@b.example",
		"bjørn.å@bedrift.example", "a@xn--rdgrd-med-flde-0ib2wz6g.example", "a@1.example", "A@B.EXAMPLE",
		strings.Repeat("a", 64) + "@b.example", "a@" + strings.Repeat(strings.Repeat("b", 63)+".", 3) + "example",
	} {
		if err := CheckAddress(a); err != nil {
			t.Errorf("%q: %v", a, err)
		}
	}
}

func TestAddressesThatCouldBreakACommandOrAFieldAreRefused(t *testing.T) {
	for a, why := range map[string]string{
		"":                                     "no @",
		"a":                                    "no @",
		"@b.example":                           "nothing before",
		"a@":                                   "nothing after",
		"a@b@c.example":                        "more than one @",
		"a@b.example> SIZE=1":                  "angle bracket",
		"Ola <a@b.example>":                    "angle bracket",
		"a@b.example\r\nRCPT TO:<x@y>":         "line break (character 12)",
		"a\u2028@b.example":                    "line break",
		"a\x00@b.example":                      "U+0000",
		"a\x7f@b.example":                      "U+007F",
		"a\u0085@b.example":                    "line break",
		"a\u009b@b.example":                    "U+009B",
		"a\t@b.example":                        "U+0009",
		"a\u202e@b.example":                    "U+202E",
		"a\u2066@b.example":                    "U+2066",
		"a\xff@b.example":                      "not UTF-8",
		"a b@c.example":                        "space, a quote",
		`"a b"@c.example`:                      "space, a quote",
		"a,b@c.example":                        "space, a quote",
		"a(b)@c.example":                       "space, a quote",
		"a\u00a0b@c.example":                   "space, a quote",
		"a\u200bb@c.example":                   "space, a quote",
		" a@b.example":                         "space, a quote",
		"a@b.example ":                         "A-labels",
		"a@b c.example":                        "A-labels",
		"a@blåbær.example":                     "A-labels",
		"a@[127.0.0.1]":                        "A-labels",
		"a@b_c.example":                        "A-labels",
		"a@-b.example":                         "hyphen",
		"a@b-.example":                         "hyphen",
		".a@b.example":                         "dot at the edge of its local part",
		"a..b@c.example":                       "dot at the edge of its local part",
		"a@b..example":                         "dot at the edge of its domain",
		"a@b.example.":                         "dot at the edge of its domain",
		strings.Repeat("a", 65) + "@b.c":       "65 bytes before the @, more than 64",
		"a@" + strings.Repeat("b", 64):         "64 bytes in its domain, more than 63",
		"a@" + strings.Repeat("b.", 130):       "262 bytes, more than 254",
		"a@" + strings.Repeat("b", 2000):       "2002 bytes",
		strings.Repeat("ø", 33) + "@b.c":       "66 bytes before the @",
		"a@" + strings.Repeat("b.", 126) + ".": "254",
	} {
		if err := CheckAddress(a); err == nil {
			t.Errorf("%q is taken", a)
		} else if !strings.Contains(err.Error(), why) {
			t.Errorf("%q: %q does not say %q", a, err, why)
		}
	}
}

func TestTextOfOneLinePasses(t *testing.T) {
	for _, s := range []string{"", "Åse Ødegård", "«12 000 kr» – 3 %", "a\u00a0b", "日本語", "👩‍👩‍👧", "\ufffd", "=?utf-8?q?x?=", "\u200f"} {
		if err := CheckText("the subject", s); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestErrorsNameFieldAndPlaceAndNotTheText(t *testing.T) {
	for s, want := range map[string]string{
		"Åse\nHemmelig":           "the name holds a line break (character 4)",
		"Hemmelig\x1b[2J":         "the name holds the control character U+001B (character 9)",
		"Hemmelig <":              "the name holds an angle bracket (character 10)",
		"Hemmelig\xe5":            "the name holds bytes that are not UTF-8 (character 9)",
		"ø\u2067Hemmelig":         "the name holds the character U+2067, which turns the direction of writing (character 2)",
		strings.Repeat("ø", 1000): "the name has 2000 bytes, more than 998",
	} {
		if err := CheckText("the name", s); err == nil || err.Error() != want {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}
