package letters

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

// stranger is what a file is that is no table of text, and what to do about it; empty for what may be one.
func stranger(data []byte) (what, hint string) {
	for _, s := range strangers() {
		if bytes.HasPrefix(data, []byte(s.begins)) {
			return s.what, s.hint
		}
	}
	const enough = 64 << 10
	head := pastComments(strings.ToLower(string(data[:min(len(data), enough)])))
	switch {
	case strings.HasPrefix(head, "<?xml"), strings.HasPrefix(head, "<?mso-"):
		return markup(head)
	case isPage(head):
		return page(head)
	case isElement(head, data):
		if strings.Contains(head, "urn:schemas-microsoft-com:office:spreadsheet") || !isOfPages(head) {
			return markup(head)
		}
		return page(head)
	}
	return "", ""
}

// element is the first thing of a file that has a name between angle brackets.
var element = regexp.MustCompile(`^<([a-z][a-z0-9_.:-]*)[\s/>]`)

// isElement tells a text that is one element of a page or of XML from its first byte to its last. A heading may be one
// of those that stand in a text, such as <p> or <b>.
func isElement(head string, data []byte) bool {
	name := element.FindStringSubmatch(head)
	if name == nil || slices.Contains(strings.Fields("p b i u em strong span font br a h1 h2 h3 h4"), name[1]) {
		return false
	}
	end := "</" + name[1] + ">"
	data = bytes.TrimRight(data, "\x00 \t\r\n")
	return len(data) > len(end) && strings.EqualFold(string(data[len(data)-len(end):]), end)
}

func isOfPages(head string) bool {
	return strings.HasPrefix(head, "<div") || strings.HasPrefix(head, "<section") || strings.HasPrefix(head, "<main")
}

const exportTable = "export the answers as CSV or .xlsx"

// strangers are kinds of files by how they begin.
func strangers() []struct{ begins, what, hint string } {
	return []struct{ begins, what, hint string }{
		{"%PDF-", "a PDF", exportTable},
		{`{\rtf`, "a text of a word processor, .rtf", exportTable},
		{"\x1f\x8b", "a compressed file, .gz", "unpack it"},
		{"7z\xbc\xaf\x27\x1c", "a compressed file, .7z", "unpack it"},
		{"Rar!\x1a", "a compressed file, .rar", "unpack it"},
		{"SQLite format 3\x00", "a database", exportTable},
		{"<stata_dta>", "a file of Stata, .dta", exportTable},
		{"RDX", "a file of R", exportTable},
		{"ASCII SPSS PORT FILE", "a portable file of SPSS, .por", "open it in SPSS and save it as .sav"},
		{"version https://git-lfs", "a placeholder for a file that Git keeps elsewhere", "fetch the file itself: git lfs pull"},
		{"MIME-Version:", "a web page saved as one file, .mht", exportTable},
		{"PAR1", "a file of columns, .parquet", exportTable},
		{"\x89PNG", "a picture", exportTable},
		{"\xff\xd8\xff", "a picture", exportTable},
		{"GIF8", "a picture", exportTable},
	}
}

// pastComments is the text from the first thing on that is neither space nor a comment.
func pastComments(text string) string {
	for {
		text = strings.TrimLeft(text, mark+" \t\r\n\f")
		if !strings.HasPrefix(text, "<!--") {
			return text
		}
		_, rest, closed := strings.Cut(text, "-->")
		if !closed {
			return text
		}
		text = rest
	}
}

// isPage tells a web page by the tags that only pages begin with. A heading of a question may begin with a tag, too,
// such as <p> or <b>.
func isPage(text string) bool {
	for _, tag := range []string{
		"!doctype html", "html", "head", "body", "meta", "title", "script", "style", "link", "base", "table", "form",
		"iframe", "noscript",
	} {
		rest, is := strings.CutPrefix(text, "<"+tag)
		if is && (rest == "" || strings.ContainsAny(rest[:1], "> \t\r\n/")) {
			return true
		}
	}
	return strings.HasPrefix(text, "<!--") // a comment that never ends
}

func page(text string) (what, hint string) {
	if strings.Contains(text, `type="password"`) || strings.Contains(text, "type='password'") {
		return "a web page that asks for a password", "log in where the answers are, and download the file itself"
	}
	return "a web page", "download the file itself, not the page that shows it; log in first where it asks for that"
}

func markup(text string) (what, hint string) {
	switch {
	case strings.Contains(text, "urn:schemas-microsoft-com:office:spreadsheet"),
		strings.Contains(text, "<?mso-application"):
		return "a spreadsheet saved as XML", "open it in Excel and save it as .xlsx or as CSV (UTF-8)"
	case strings.Contains(text, "opendocument"):
		return "an OpenDocument spreadsheet, .fods", "open it in LibreOffice and save it as .xlsx or as CSV (UTF-8)"
	case strings.Contains(text, "<html"):
		return page(text)
	}
	return "XML", exportTable
}
