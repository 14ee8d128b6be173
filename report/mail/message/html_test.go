package message

import (
	"slices"
	"strings"
	"testing"
)

func TestHTMLThatEveryReaderShowsHasNoProblems(t *testing.T) {
	for name, body := range map[string]string{
		"empty":                                "",
		"text":                                 "<p>3 < 4 & 5 > 2 <3 < / >",
		"a picture":                            `<img src="cid:tittel" alt="">`,
		"a picture without quotes":             `<IMG ALT=x SRC=cid:tittel>`,
		"a picture with spaces about the sign": `<img src = 'cid:tittel' alt = ''/>`,
		"an encoded CID":                       `<img src="cid:a%40b" alt=""> <img src="&#99;id:tittel" alt="">`,
		"a picture in a style":                 `<td style="background: URL('cid:tittel')">`,
		"a picture in a style sheet":           `<style>td { background: url(cid:tittel) } a > b { color: red }</style>`,
		"links":                                `<a href="https://b.example/">x</a> <a href=mailto:a@b.example>y</a> <a href="#z">z</a>`,
		"a comment":                            `<!-- <script src="http://b.example/"> -->`,
		"its character set":                    `<meta charset="utf-8"><meta http-equiv="Content-Type" content="text/html; charset=utf-8">`,
	} {
		if got := CheckHTML(body, used(body, "tittel", "a@b")); len(got) > 0 {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// used is those of the CIDs that the body could show.
func used(body string, cids ...string) []string {
	body = strings.ReplaceAll(body, "%40", "@")
	return slices.DeleteFunc(cids, func(cid string) bool { return !strings.Contains(body, "id:"+cid) })
}

func TestHTMLProblemsAreTold(t *testing.T) {
	for body, want := range map[string]string{
		"<p>\n\n<img alt='' src='cid:titel'>":                    `line 3: no picture has the cid "titel"`,
		`<img src="http://b.example/x.png" alt="">`:              "line 1: <img src> is loaded from the web, which mail readers ask about or refuse; put it in as a picture with a cid",
		`<img src="HTTPS://b.example/x.png" alt="">`:             "line 1: <img src> is loaded from the web, which mail readers ask about or refuse; put it in as a picture with a cid",
		`<img src="//b.example/x.png" alt="">`:                   "line 1: <img src> is loaded from the web, which mail readers ask about or refuse; put it in as a picture with a cid",
		`<img alt="" srcset="cid:tittel 1x, http://b/y 2x">`:     "line 1: <img srcset> is loaded from the web, which mail readers ask about or refuse; put it in as a picture with a cid",
		`<td background=http://b.example/x.png>`:                 "line 1: <td background> is loaded from the web, which mail readers ask about or refuse; put it in as a picture with a cid",
		`<img src="logo.png" alt="">`:                            "line 1: <img src> names a file that the member does not have; put it in as a picture with a cid",
		`<img src="data:image/png;base64,x" alt="">`:             "line 1: <img src> holds the picture itself, which Outlook and Gmail do not show; put it in with a cid",
		`<img src="cid:tittel">`:                                 "line 1: <img> has no alt text for those who do not see the picture; write alt=\"what it shows\", or alt=\"\" if it shows nothing",
		"<!-- x -->\n<SCRIPT>x</SCRIPT>":                         "line 2: <script> is taken out by mail readers",
		`<!--[if mso]><img alt="" src="http://b/x"><![endif]-->`: "line 1: <img src> is loaded from the web, which mail readers ask about or refuse; put it in as a picture with a cid",
		`<iframe>`:                                  "line 1: <iframe> is taken out by mail readers",
		`<p onclick="x()">`:                         "line 1: <p onclick> is a script, which mail readers take out",
		`<a href=" java` + "\n" + `script:x">`:      "line 1: <a href> is a script or holds its own page, which mail readers take out",
		`<a href="&#106;avascript:x">`:              "line 1: <a href> is a script or holds its own page, which mail readers take out",
		`<td style="background:url( http://b/x )">`: "line 1: url() in a style is loaded from elsewhere, which mail readers ask about or refuse",
		`<style>@import "http://b/x.css";</style>`:  "line 1: @import loads a style from the web, which mail readers refuse",
		`<meta charset=iso-8859-1>`:                 "line 1: <meta> names another character set than UTF-8, which the message is sent in",
		"\xe5":                                      "the HTML is not UTF-8",
		"<p":                                        `the picture "tittel" is shown nowhere; write <img src="cid:tittel">`,
	} {
		if got := CheckHTML(body, []string{"tittel"}); !slices.Contains(got, want) {
			t.Errorf("%q:\ngot  %q\nwant %q", body, got, want)
		}
	}
}
