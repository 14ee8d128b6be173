package locale

// Cardinal writes 0 to 100 in words; any other number is not ok. Tens stand before ones and both in one word (the
// counting of 1951: "tjueen", not "en og tyve"), 7 is "sju", and 1 has the accent that tells it from the article
// (Språkrådet, "Aksenttegn i norsk") unless it is a part of a longer word.
func (l Locale) Cardinal(n int) (string, bool) {
	ones, tens := small(l.Tag), tens(l.Tag)
	switch {
	case n < 0 || n > 100:
		return "", false
	case n < len(ones):
		return ones[n], true
	case n%10 == 0:
		return tens[n/10], true
	case l.Tag == "en":
		return tens[n/10] + "-" + ones[n%10], true
	case n%10 == 1:
		return tens[n/10] + article(l.Tag), true
	}
	return tens[n/10] + ones[n%10], true
}

// small are 0 to 19.
func small(tag string) []string {
	if tag == "en" {
		return []string{
			"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
			"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
		}
	}
	one := "én"
	if tag == "nn" {
		one = "éin"
	}
	return []string{
		"null", one, "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve",
		"tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten",
	}
}

// tens are 0, 10 … 100; the first two are never asked for.
func tens(tag string) []string {
	if tag == "en" {
		return []string{
			"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "one hundred",
		}
	}
	return []string{"", "", "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti", "hundre"}
}

// article is "one" without the accent.
func article(tag string) string {
	if tag == "nn" {
		return "ein"
	}
	return "en"
}
