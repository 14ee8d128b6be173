package config

import (
	"slices"
	"time"

	"lysark/config/color"
	"lysark/config/diag"
	"lysark/config/keys"
)

// Val is a value as the author wrote it, with its place. The zero Val stands for a key that is not there.
type Val[T any] = keys.Val[T]

// Str is a text with its place.
type Str = keys.Str

// Inside is the place of a text's letter number offset, counted from 0, in the file.
func Inside(s Str, offset int) diag.Pos { return s.Inside(offset) }

// File is a layout file and what it names, as written. The tags of this and the types below say what a layout may
// hold: package keys lists them. What no tag can say is in check.go.
type File struct {
	Name    string      `key:"-"` // as given on the command line; every relative path in it starts from its folder
	Deck    Deck        `must:"yes" doc:"the whole document"`
	Vars    []Var       `word:"yes" doc:"texts and numbers under names of your own, for {expressions}"` // in the order of the file, as are all lists here
	Figures []Figure    `word:"yes" doc:"figures under names of your own, worked out from the answers"`
	Data    []Data      `doc:"files of answers, each under a name of your own"`
	Slides  []Slide     `key:"slide" slide:"yes" listed:"twice" must:"yes" doc:"the slides, in their order"`
	Mail    *keys.Table `doc:"the sending of the finished PDF to a list of members"`
	Source  []byte      `key:"-"` // the file's bytes; nil when it could not be read
	Theme   *Theme      `key:"-"` // never nil after Read: the built-in one when the layout names none
}

// Deck is the table [deck].
type Deck struct {
	Pos         diag.Pos
	Title       Str            `must:"yes" doc:"the deck's title: on the title slide and in the PDF's properties"`
	Subtitle    Str            `doc:"on the title slide"`
	Author      Str            `doc:"who made it: on the title slide and in the PDF's properties"`
	Subject     Str            `doc:"in the PDF's properties"`
	Lang        Str            `one:"nb nn en" default:"nb" doc:"decimal comma or point, the program's own words, hyphenation"`
	Date        Val[time.Time] `doc:"the PDF's date, without quotes: 2025-11-03"`
	Theme       Str            `filled:"yes" file:"yes" doc:"the theme file; the built-in theme if left out"`
	Charts      Str            `one:"png vector" default:"png" doc:"png: charts are pictures in the PDF; vector: they are drawn and can be searched"`
	DataPages   Val[bool]      `default:"false" doc:"the figures of every chart as tables, on pages after the last slide"`
	Attachments Val[bool]      `default:"false" doc:"the figures of every chart as CSV, and this file, are attached to the PDF"`
	NearAll     Str            `one:"decimal words" default:"decimal" doc:"how a share is written that would be rounded to 100 % or 0 % and is neither: 99.6 % or over 99 %"`
	MinBase     Val[int]       `range:"0 1000" default:"0" doc:"groups with fewer answers than this are not shown; 0 shows all"`
	Plain       []Str          `doc:"numbers that are meant to stay as typed: years, names"`
	Silence     []Silence      `doc:"warnings that you have looked at"`
}

// Var is one entry of [vars]: a text, number or truth that expressions know by its name.
type Var struct {
	Name  Str    `key:"*"`
	Value Scalar `key:"=" doc:"a text, a number, or true or false"`
	Pos   diag.Pos
}

// Scalar is a value of one piece.
type Scalar struct {
	V    any // string, int, float64 or bool; nil when it could not be read
	Text Str // of a text, with its place
}

// Figure is one entry of [figures]: an expression under a name.
type Figure struct {
	Name   Str   `key:"*"`
	Value  Str   `short:"yes" must:"yes" doc:"an expression, such as share('question', 'Yes')"`
	Expect []Str `doc:"claims that must hold, or the build fails"`
}

// Silence is one entry of deck.silence: a warning the author has looked at.
type Silence struct {
	Pos    diag.Pos
	Rule   Str `must:"yes" doc:"the name of the rule, which stands at the end of the message"`
	Reason Str `must:"yes" doc:"why the warning does not matter here"`
	Slide  Str `filled:"yes" doc:"the id of the only slide where it is silent; the whole deck if left out"`
}

// Data is the table [data.NAME]: a survey file, or a ready-made table.
type Data struct {
	Name       Str `key:"*"`
	Pos        diag.Pos
	File       Str      `must:"yes" file:"yes" doc:"the file of answers: the first row names the columns, then one row per respondent"`
	Delimiter  Str      `one:"; , tab |" doc:"what separates the columns of a CSV file; found out if left out"`
	Encoding   Str      `one:"utf-8 windows-1252 macintosh cp850" doc:"how the letters of a CSV file are stored; found out if left out"`
	Decimal    Str      `one:", ." doc:"what stands before decimals in a CSV file; found out if left out"`
	Preset     Str      `one:"qualtrics surveymonkey limesurvey kobo google-forms ms-forms typeform surveyxact plain" doc:"the tool that wrote the file; found out if left out"`
	SkipRows   Val[int] `range:"0 1000000" doc:"the row above the headings; found out if left out"`
	HeaderRows Val[int] `range:"1 20" doc:"how many rows of headings there are; found out if left out"`
	LastRow    Val[int] `range:"1 10000000" doc:"the row of the last respondent; found out if left out"`
	Sheet      Str      `filled:"yes" doc:"the sheet of a spreadsheet; the first that is not empty if left out"`

	Missing  Words `filled:"yes" doc:"what stands in the file where nobody answered, such as NA or -99; found out if left out"`
	Codebook Str   `filled:"yes" file:"yes" doc:"a file that says what the codes of the answers mean: a row for each, with column, code and label"`
	Codes    Str   `key:"codebook_sheet" filled:"yes" doc:"the sheet of the codebook; of the file of answers, where no codebook is named"`

	Weight     Str        `filled:"yes" doc:"the column that says how much each respondent counts"`
	Population Val[int]   `range:"1 1000000000" doc:"how many were asked"`
	Previous   Str        `filled:"yes" doc:"the data set that changes are told against"`
	Questions  []Question `doc:"short names of your own for columns"`
}

// Question is one entry of [data.NAME.questions]: a column under a short name.
type Question struct {
	Name     Str       `key:"*"`
	Column   Str       `short:"yes" filled:"yes" doc:"the column's heading"`
	Columns  []Str     `filled:"yes" doc:"instead of column, of a question with a column for each option: their headings, or a pattern such as Q5 [*]"`
	Base     Str       `one:"answered ticked all" default:"answered" doc:"of columns, who is counted: who filled in any, who ticked any, or every respondent"`
	Multiple Str       `like:"." hint:"write what separates the answers, such as ; or one space" doc:"what separates several answers in one cell, such as ;"`
	Answers  []Str     `doc:"all answers there may be, in the order they are shown"`
	Labels   []Pair    `doc:"from an answer as the file has it, such as a code, to what people read"`
	Missing  Words     `filled:"yes" doc:"what stands in the file where nobody answered, such as NA or -99"`
	Numbers  []Amount  `doc:"from answer to number, for means; answers that are not in it are left out of them"`
	InText   []Pair    `doc:"what an answer is called within a sentence"`
	MinBase  Val[int]  `range:"1 1000000" doc:"fewer answers than this stop the build"`
	Sum      Val[Span] `doc:"what the shares of the answers add up to: a number, or [least, most]"`
}

// Words are texts where none at all says something else than a key that is not there.
type Words struct {
	Texts []Str
	Set   bool
}

// Amount is one entry of a table from answer to number.
type Amount struct {
	Answer Str          `key:"*"`
	Number Val[float64] `key:"="`
}

// Span is two numbers and all between them.
type Span struct{ Least, Most float64 }

// Slide is one [[slide]].
type Slide struct {
	Pos      diag.Pos
	ID       Str     `doc:"a name of its own; no two slides may share one"`
	Layout   Str     `one:"title section text chart text-chart text-two-charts table image quote number" doc:"how the slide is arranged; chosen from what it holds if left out"`
	Headline Str     `doc:"what the slide says, at most two lines"`
	Subtitle Str     `doc:"below the headline of title and section slides"`
	Lead     Str     `doc:"a line before the bullets"`
	Bullets  []Str   `doc:"short points"`
	Text     []Str   `doc:"paragraphs"`
	Source   Str     `doc:"where the figures come from: at the foot of the slide"`
	Notes    Str     `doc:"for the speaker: printed by build --notes alone"`
	Expect   []Str   `doc:"claims that must hold, or the build fails"`
	Charts   []Chart `key:"chart" doc:"the charts of the slide, at most two"`
	Table    *Table  `doc:"a table"`
	Image    *Image  `doc:"a picture"`
	Quote    *Quote  `doc:"a quote"`
	Number   *Number `doc:"one figure, as large as it goes"`
}

// Chart is one [[slide.chart]].
type Chart struct {
	Pos   diag.Pos
	Type  Str `must:"yes" one:"pie donut column bar stacked likert line" doc:"what is drawn"`
	Title Str `doc:"above the chart"`
	Alt   Str `doc:"what the chart says, for those who cannot see it; made from its figures if left out"`

	// Where the values come from: a question, several questions (one series or statement each), a cell
	// range of a ready-made table, or values written here.
	Data      Str        `doc:"the data set; the first in the file if left out"`
	Question  Str        `doc:"a question: a category per answer"`
	Questions []Item     `doc:"several questions: a category per question, a series per answer"`
	Range     Str        `doc:"cells of a ready-made table, such as A1:C5"`
	Labels    []Str      `doc:"the categories of values that are written here"`
	Values    []Number64 `doc:"a number for each of the labels; an empty text stands for one that is missing"`
	Series    []Series   `doc:"years, or groups: each with a question, or values"`

	Answers  []Str     `doc:"the answers to show, in this order"`
	Rename   []Pair    `doc:"from the name of a category or series to the name shown"`
	Levels   []Pair    `or:"a list of answers, or a table from answer to name" doc:"likert: the levels from low to high, as a list, or as a table from answer to name"`
	Base     Str       `one:"answered all" default:"answered" doc:"shares of those who answered the question, or of every respondent"`
	Sort     Str       `one:"given descending ascending top" default:"given" doc:"the order of the categories; top: by the share of a likert chart's top levels"`
	Decimals Val[int]  `range:"0 3" default:"0" doc:"decimals of the labels"`
	Unit     Str       `one:"percent number" default:"percent" doc:"the share of each answer, or how many chose it"`
	Sum100   Val[bool] `default:"false" doc:"the labels of a whole are rounded so that they add up to 100"`

	Center      Str          `doc:"the figure in the hole of a donut"`
	CenterNote  Str          `doc:"the words below that figure"`
	Stack       Str          `one:"100 absolute" default:"100" doc:"stacked: every bar reaches 100 %, or is as long as its total"`
	Orientation Str          `one:"horizontal vertical" default:"horizontal" doc:"stacked: lying bars or upright columns"`
	Totals      Val[bool]    `default:"false" doc:"stacked: the total at each bar's end"`
	Diverging   Val[bool]    `default:"false" doc:"likert: bars meet at the neutral level instead of filling the width"`
	Axis        Val[bool]    `default:"false" doc:"the value axis with its grid"`
	Top         Val[int]     `range:"1 10" default:"2" doc:"likert: how many levels at the high end are summed"`
	TopName     Str          `doc:"likert: the head over that sum; an empty text for none"`
	BottomName  Str          `doc:"diverging: the head over the low side"`
	Apart       Str          `doc:"likert: a level shown in a column of its own"`
	Min         Val[float64] `doc:"where the axis begins; a round number if left out"`
	Max         Val[float64] `doc:"where the axis ends; a round number if left out"`
	Step        Val[float64] `doc:"between two lines of the grid; a round number if left out"`
	Highlight   []Str        `doc:"the categories or series that matter: all others turn pale"`
	Colors      []ColorPair  `doc:"from category or series to colour: #13758A, a name from the theme, accent, pale, muted or headline"`
}

// Item is a question under the name it is shown by: "kultur" or { question = "kultur", label = "Kultur …" }.
type Item struct {
	Pos      diag.Pos
	Question Str `short:"yes" must:"yes" doc:"the question's short name"`
	Label    Str `doc:"the name shown; the column's heading if left out"`
}

// Series is one entry of series: values written here, or a question of a data set.
type Series struct {
	Pos      diag.Pos
	Name     Str        `must:"yes" doc:"the name shown"`
	Values   []Number64 `doc:"a number for each of the chart's labels; an empty text stands for one that is missing"`
	Data     Str        `doc:"the data set, such as last time's; the chart's if left out"`
	Question Str        `doc:"a question of that data set"`
}

// Number64 is a number, or missing where the author wrote "" or nan.
type Number64 struct {
	Val[float64]
	Missing bool
}

// Pair is one entry of a table from text to text, in the order of the file.
type Pair struct {
	Key   Str `key:"*"`
	Value Str `key:"="`
}

// ColorPair is one entry of a table from label to colour: "#RRGGBB" or the theme's name for one.
type ColorPair struct {
	Key   Str `key:"*"`
	Color Str `key:"="`
}

// Table is [slide.table].
type Table struct {
	Pos     diag.Pos
	Columns []Str   `doc:"the headings; those of the range if left out"`
	Rows    [][]Str `listed:"last" doc:"a list of rows, each a list of texts, one for each column"`
	Align   []Str   `listed:"last" one:"left right center" doc:"for each column; numbers go right if left out"`
	Data    Str     `doc:"the data set of the range; the first in the file if left out"`
	Range   Str     `doc:"cells of a ready-made table, such as A1:C5, instead of rows"`
}

// Image is [slide.image].
type Image struct {
	Pos        diag.Pos
	File       Str       `must:"yes" file:"yes" doc:"a PNG or JPEG, in RGB or grey"`
	Alt        Str       `doc:"what the picture shows, for those who cannot see it"`
	Decorative Val[bool] `default:"false" doc:"the picture says nothing, and is passed over by those who cannot see it"`
	Caption    Str       `doc:"below the picture"`
	Data       []byte    `key:"-"` // as read; empty when it could not be
	Format     string    `key:"-"` // "png" or "jpeg"
}

// Quote is [slide.quote].
type Quote struct {
	Pos  diag.Pos
	Text Str `must:"yes" doc:"the words, without quotation marks"`
	By   Str `doc:"who said them"`
}

// Number is [slide.number]: one figure that fills its half.
type Number struct {
	Pos   diag.Pos
	Value Str `must:"yes" doc:"the figure, as text"`
	Text  Str `doc:"what it counts"`
}

// Theme is a theme file with every default filled in. Its colours are checked against each other.
type Theme struct {
	Name   string    `doc:"the theme's name, for yourself"`
	File   string    `key:"-"` // empty for the built-in theme
	Unread bool      `key:"-"` // the file could not be read
	Colors Colors    `doc:"colours by what they are for: #RRGGBB or #RGB"`
	Fonts  FontFiles `doc:"your own faces, as static TrueType files; at least regular and bold"`
	Logo   *Logo     `doc:"the picture at the foot of every slide"`
	Sizes  Sizes     `doc:"type sizes in points; a page is 960 by 540"`
	Footer Footer    `doc:"what stands at the foot of every slide"`
	Title  TitleLook `doc:"how title and section slides look"`

	Doubtful []string `key:"-"` // names of colours that could not be read
}

// MayName tells whether the theme file may give a colour that name, though nobody could read it.
func (t *Theme) MayName(name string) bool { return t.Unread || slices.Contains(t.Doubtful, name) }

// Colors are a theme's colours by what they are for.
type Colors struct {
	Background color.Color   `doc:"the page"`
	Headline   color.Color   `doc:"headlines"`
	Text       color.Color   `doc:"text, tables, the labels of charts"`
	Muted      color.Color   `doc:"source lines, axes, captions"`
	Rule       color.Color   `doc:"hairlines and grids"`
	Accent     color.Color   `doc:"the one strong colour: bars, what is highlighted, the edge of the page"`
	Pale       color.Color   `doc:"what is not highlighted"`
	Palette    []color.Color `doc:"slices and series, in order"`
	Scale      []color.Color `count:"3 5 7" doc:"the levels of a likert chart from low to high, the neutral one in the middle"`
	Named      []NamedColor  `doc:"names of your own that a chart's colors may use"`
}

// NamedColor is one entry of [colors.named].
type NamedColor struct {
	Name  string      `key:"*"`
	Color color.Color `key:"="`
}

// FontFiles are the theme's own faces; empty where the embedded family is used.
type FontFiles struct {
	Regular  *Asset `filled:"yes" file:"yes" doc:"the regular face"`
	Italic   *Asset `filled:"yes" file:"yes" doc:"the italic face; regular if left out"`
	Semibold *Asset `filled:"yes" file:"yes" doc:"the semibold face; bold if left out"`
	Bold     *Asset `filled:"yes" file:"yes" doc:"the bold face"`
}

// Asset is a file named in a theme or layout, read.
type Asset struct {
	Name Str // as written
	Data []byte
}

// Logo is the picture at the foot of every slide.
type Logo struct {
	Asset  `key:"file" must:"yes" file:"yes" doc:"a PNG or JPEG, in RGB or grey"`
	Format string  `key:"-"` // "png" or "jpeg"
	Height float64 `listed:"last" range:"6 40" default:"12" doc:"in points"`
	Alt    string  `doc:"what it shows; told once, on the first slide that has it"`
}

// Sizes are type sizes in points. A ladder is tried from its first size down; its last is the floor. None may be
// smaller than 9 pt, which is what can be read on a projector.
type Sizes struct {
	Headline   []float64 `range:"9 200" doc:"headlines"`
	Body       []float64 `range:"9 200" doc:"text; the whole deck has one size where it can"`
	Table      []float64 `range:"9 200" doc:"tables"`
	Quote      []float64 `range:"9 200" doc:"quotes"`
	Source     float64   `range:"9 24" doc:"source line and footer"`
	ChartTitle float64   `range:"9 40" doc:"the title above a chart"`
	ChartLabel float64   `range:"9 40" doc:"the names of categories and series"`
	ChartValue float64   `range:"9 40" doc:"the figures in a chart"`
	ChartMin   float64   `range:"9 40" doc:"the smallest that labels and figures may become; not above these two"`
	Title      []float64 `range:"9 200" doc:"the headline of the title slide"`
	Subtitle   []float64 `range:"9 200" doc:"the subtitle of the title slide"`
	Section    []float64 `range:"9 200" doc:"the headline of section slides"`
	Number     []float64 `range:"9 200" doc:"the figure of a number slide"`
}

// Footer is what stands at the foot of every slide.
type Footer struct {
	Text   string   `doc:"the words beside the logo"`
	Pos    diag.Pos `key:"-"` // of Text
	Number bool     `doc:"slide numbers"`
	Rule   bool     `doc:"a hairline above the footer"`
}

// TitleLook is how title and section slides look.
type TitleLook struct {
	Background color.Color `doc:"the page"`
	Color      color.Color `doc:"the headline"`
	Subtitle   color.Color `doc:"the subtitle and the source line"`
	Accent     color.Color `doc:"the edge of the page"`
	Shape      color.Color `doc:"the motif"`
	Motif      string      `one:"ring bars none" doc:"the large shape on the page"`
}
