package cos

import (
	"math"
	"strconv"
)

// skipSpace passes over white space and comments.
func (p *parser) skipSpace() {
	for p.pos < len(p.data) {
		switch c := p.data[p.pos]; {
		case isSpace(c):
			p.pos++
		case c == '%':
			for p.pos < len(p.data) && p.data[p.pos] != '\n' && p.data[p.pos] != '\r' {
				p.pos++
			}
		default:
			return
		}
	}
}

// peek is the regular characters that follow, not yet taken.
func (p *parser) peek() []byte {
	end := p.pos
	for end < len(p.data) && isRegular(p.data[end]) {
		end++
	}
	return p.data[p.pos:end]
}

// follows tells whether the data go on with the text.
func (p *parser) follows(text string) bool {
	return len(p.data)-p.pos >= len(text) && string(p.data[p.pos:p.pos+len(text)]) == text
}

// integer takes a number without a sign.
func (p *parser) integer() (int, bool) {
	p.skipSpace()
	word := p.peek()
	if len(word) == 0 || len(word) > 10 {
		return 0, false
	}
	n := 0
	for _, c := range word {
		if !isDigit(c) {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	p.pos += len(word)
	return n, n <= math.MaxInt32
}

// keyword takes the word when it is the one that follows.
func (p *parser) keyword(word string) bool {
	p.skipSpace()
	if string(p.peek()) != word {
		return false
	}
	p.pos += len(word)
	return true
}

// number reads a word as a number, as others do: two signs are one, and what follows a second sign is nothing.
func number(word []byte) (Object, bool) {
	const mostDigits = 17 // that surely fit
	mantissa, digits, decimals, point := int64(0), 0, 0, false
	start := 0
	for start < len(word) && (word[start] == '+' || word[start] == '-') {
		start++
	}
	end := start
	for ; end < len(word) && word[end] != '-'; end++ {
		switch c := word[end]; {
		case c == '.' && !point:
			point = true
			continue
		case !isDigit(c):
			return nil, false
		}
		digits++
		if digits <= mostDigits {
			mantissa = mantissa*10 + int64(word[end]-'0')
		}
		if point {
			decimals++
		}
	}
	if digits == 0 {
		return nil, false
	}
	if start > 0 && word[start-1] == '-' {
		mantissa = -mantissa
	}
	if whole := int(mantissa); digits <= mostDigits && !point && int64(whole) == mantissa {
		return whole, true
	}
	if exact := mantissa > -1<<53 && mantissa < 1<<53; exact && digits <= mostDigits {
		return float64(mantissa) / math.Pow10(decimals), true
	}
	v, err := strconv.ParseFloat(string(word[max(0, start-1):end]), 64)
	return v, err == nil
}

// name takes a name. A # without two digits stands for itself, as it did before PDF 1.2.
func (p *parser) name() Name {
	p.pos++
	word := p.peek()
	p.pos += len(word)
	p.charge(32 + len(word))
	escaped := false
	for _, c := range word {
		escaped = escaped || c == '#'
	}
	if !escaped {
		return Name(word)
	}
	out := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		if word[i] == '#' && i+2 < len(word) && hexDigit(word[i+1]) >= 0 && hexDigit(word[i+2]) >= 0 {
			out = append(out, byte(hexDigit(word[i+1])<<4|hexDigit(word[i+2])))
			i += 2
			continue
		}
		out = append(out, word[i])
	}
	return Name(out)
}

func hexDigit(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// hexadecimal takes a string of hexadecimal digits; a last digit that is missing is 0 (7.3.4.3).
func (p *parser) hexadecimal() String {
	p.pos++
	end := p.pos
	for end < len(p.data) && p.data[end] != '>' {
		end++
	}
	size := (end - p.pos + 1) / 2
	out := sink{data: make([]byte, 0, size), room: size, most: size}
	err := undoHex(p.data[p.pos:end], &out)
	p.damaged = p.damaged || err != nil || end == len(p.data)
	p.pos = min(end+1, len(p.data))
	p.charge(32 + size)
	return String(out.data)
}

// literal takes a string in parentheses, which may hold others in pairs (7.3.4.2).
func (p *parser) literal() String {
	start := p.pos + 1
	end, plain := p.closing(start)
	p.damaged = p.damaged || end == len(p.data)
	p.charge(32 + end - start)
	if plain {
		p.pos = min(end+1, len(p.data))
		return String(p.data[start:end])
	}
	out := make([]byte, 0, end-start)
	for p.pos = start; p.pos < end; {
		c := p.data[p.pos]
		p.pos++
		switch c {
		case '\\':
			out = p.escape(out)
			continue
		case '\r':
			p.skipLineFeed()
			c = '\n'
		}
		out = append(out, c)
	}
	p.pos = min(end+1, len(p.data))
	return String(out)
}

// closing is where the parenthesis stands that ends the string, and whether all before stands for itself.
func (p *parser) closing(start int) (end int, plain bool) {
	open := 1
	plain = true
	for end = start; end < len(p.data); end++ {
		switch p.data[end] {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return end, plain
			}
		case '\\':
			plain = false
			end++ // what comes next neither opens nor closes
		case '\r':
			plain = false
		}
	}
	return len(p.data), plain
}

func (p *parser) skipLineFeed() {
	if p.follows("\n") {
		p.pos++
	}
}

// escape appends what the characters after a backslash mean.
func (p *parser) escape(out []byte) []byte {
	if p.pos >= len(p.data) {
		return out
	}
	c := p.data[p.pos]
	p.pos++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\r':
		p.skipLineFeed()
		return out
	case '\n':
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := int(c - '0')
	for n := 1; n < 3 && p.pos < len(p.data) && p.data[p.pos] >= '0' && p.data[p.pos] <= '7'; n++ {
		v = v*8 + int(p.data[p.pos]-'0')
		p.pos++
	}
	return append(out, byte(v))
}
