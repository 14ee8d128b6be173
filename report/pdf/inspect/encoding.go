package inspect

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// The encodings of simple fonts (ISO 32000-1, annex D), as the text of each code. A space stands for no character.
const (
	highWin = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"
	highMac = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨ ÆØ ±  ¥µ     ªº æø¿¡¬ ƒ  «»…\u00a0ÀÃÕŒœ–—“”‘’÷ " +
		"ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
	highStd = " ¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß    "
)

// baseEncoding is the text of each code in a named encoding.
func baseEncoding(name string) (table [256]string) {
	for c := ' '; c < 0x7f; c++ {
		table[c] = string(c)
	}
	switch name {
	case "WinAnsiEncoding":
		fill(&table, 0x80, highWin)
		for c := rune(0xa0); c <= 0xff; c++ {
			table[c] = string(c)
		}
	case "MacRomanEncoding":
		fill(&table, 0x80, highMac)
	default:
		table['\''], table['`'] = "’", "‘"
		fill(&table, 0xa0, highStd)
	}
	return table
}

func fill(table *[256]string, first int, chars string) {
	for _, c := range chars {
		if c != ' ' && first < 256 {
			table[first] = string(c)
		}
		first++
	}
}

// glyphText is the text of a glyph by its name: of the Adobe Glyph List the Latin part, and the names made of a code
// point (uni00E5, u1F600). A name with a suffix (a.alt) is that of the part before; parts are joined by underscores.
func glyphText(name string) string {
	name, _, _ = strings.Cut(name, ".")
	if len(name) > 100 {
		return ""
	}
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		b.WriteString(componentText(part))
	}
	return b.String()
}

func componentText(name string) string {
	if len(name) == 1 && (name >= "A" && name <= "Z" || name >= "a" && name <= "z") {
		return name
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 {
		var units []uint16
		for i := 0; i < len(hex); i += 4 {
			u, err := strconv.ParseUint(hex[i:i+4], 16, 16)
			if err != nil {
				return ""
			}
			units = append(units, uint16(u))
		}
		return string(utf16.Decode(units))
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		if u, err := strconv.ParseUint(hex, 16, 32); err == nil && u <= 0x10ffff {
			return string(rune(u))
		}
	}
	return namedGlyph(name)
}

// namedGlyph looks a name up in the list of Latin glyphs.
func namedGlyph(name string) string {
	if name == "" {
		return ""
	}
	i := strings.Index(latinGlyphs, " "+name+" ")
	if i < 0 {
		return ""
	}
	before := strings.TrimSpace(latinGlyphs[:i])
	last := strings.LastIndexByte(before, ' ')
	return strings.ReplaceAll(before[last+1:], "\u2423", " ")
}

// latinGlyphs are the names of the Adobe Glyph List for Latin text: each after its character. ␣ stands for a space.
const latinGlyphs = ` ␣ space ! exclam " quotedbl # numbersign $ dollar % percent & ampersand ' quotesingle ( parenleft ) parenright * asterisk + plus , comma - hyphen . period / slash ` +
	`0 zero 1 one 2 two 3 three 4 four 5 five 6 six 7 seven 8 eight 9 nine : colon ; semicolon < less = equal > greater ? question @ at [ bracketleft \ backslash ] bracketright ^ asciicircum ` +
	`_ underscore ` + "` grave" + ` { braceleft | bar } braceright ~ asciitilde ¡ exclamdown ¢ cent £ sterling ¤ currency ¥ yen ¦ brokenbar § section ¨ dieresis © copyright ª ordfeminine « guillemotleft ` +
	`¬ logicalnot ® registered ¯ macron ° degree ± plusminus ² twosuperior ³ threesuperior ´ acute µ mu ¶ paragraph · periodcentered ¸ cedilla ¹ onesuperior º ordmasculine » guillemotright ` +
	`¼ onequarter ½ onehalf ¾ threequarters ¿ questiondown À Agrave Á Aacute Â Acircumflex Ã Atilde Ä Adieresis Å Aring Æ AE Ç Ccedilla È Egrave É Eacute Ê Ecircumflex Ë Edieresis Ì Igrave ` +
	`Í Iacute Î Icircumflex Ï Idieresis Ð Eth Ñ Ntilde Ò Ograve Ó Oacute Ô Ocircumflex Õ Otilde Ö Odieresis × multiply Ø Oslash Ù Ugrave Ú Uacute Û Ucircumflex Ü Udieresis Ý Yacute Þ Thorn ` +
	`ß germandbls à agrave á aacute â acircumflex ã atilde ä adieresis å aring æ ae ç ccedilla è egrave é eacute ê ecircumflex ë edieresis ì igrave í iacute î icircumflex ï idieresis ð eth ` +
	`ñ ntilde ò ograve ó oacute ô ocircumflex õ otilde ö odieresis ÷ divide ø oslash ù ugrave ú uacute û ucircumflex ü udieresis ý yacute þ thorn ÿ ydieresis ı dotlessi Ł Lslash ł lslash Œ OE ` +
	`œ oe Š Scaron š scaron Ÿ Ydieresis Ž Zcaron ž zcaron ƒ florin ˆ circumflex ˇ caron ˘ breve ˙ dotaccent ˚ ring ˛ ogonek ˜ tilde ˝ hungarumlaut – endash — emdash ‘ quoteleft ’ quoteright ` +
	`‚ quotesinglbase “ quotedblleft ” quotedblright „ quotedblbase † dagger ‡ daggerdbl • bullet … ellipsis ‰ perthousand ‹ guilsinglleft › guilsinglright ⁄ fraction € Euro ™ trademark ` +
	`− minus ≤ lessequal ≥ greaterequal ≠ notequal ≈ approxequal ∞ infinity √ radical ∑ summation ∏ product ∂ partialdiff ∫ integral Ω Omega ∆ Delta π pi ◊ lozenge ﬁ fi ﬂ fl → arrowright ` +
	`← arrowleft ↑ arrowup ↓ arrowdown ■ filledbox □ H22073 ▲ triagup ▼ triagdn ● H18533 ○ circle Đ Dcroat đ dcroat Ŋ Eng ŋ eng Ŧ Tbar ŧ tbar Č Ccaron č ccaron Á Aacute á aacute `
