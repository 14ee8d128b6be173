package config

import (
	"time"

	"lysark/config/diag"
	"lysark/report/scene"
)

// Val is a value as the author wrote it, with its place. The zero Val stands for a key that is not there.
type Val[T any] struct {
	V   T
	Pos diag.Pos
	Set bool
	raw string // of a text: as it stands in the file, quotes and all; Inside counts in it
}

// Or is the value, or the default when the key is not there.
func (v Val[T]) Or(d T) T {
	if v.Set {
		return v.V
	}
	return d
}

// Str is a text with its place.
type Str = Val[string]

// File is a layout file and what it names, as written.
type File struct {
	Name    string // as given on the command line; every relative path in it starts from its folder
	Deck    Deck
	Vars    []Var    // in the order of the file, as are all lists here
	Figures []Figure // named figures
	Data    []Data
	Slides  []Slide
	Theme   *Theme // never nil after Read: the built-in one when the layout names none
}

// Deck is the table [deck].
type Deck struct {
	Pos                                    diag.Pos
	Title, Subtitle, Author, Subject, Lang Str
	Date                                   Val[time.Time]
	Theme                                  Str
	Charts                                 Str      // "png" or "vector"
	MinBase                                Val[int] // groups smaller than this are not shown; 0 shows all
	Plain                                  []Str    // numbers that are meant to stay as typed: years, names
	Silence                                []Silence
}

// Var is one entry of [vars]: a text, number or truth that expressions know by its name.
type Var struct {
	Name  Str
	Value any // string, int, float64 or bool
	Pos   diag.Pos
}

// Figure is one entry of [figures]: an expression under a name.
type Figure struct {
	Name   Str
	Value  Str
	Expect []Str // claims that must hold, or the build fails
}

// Silence is one entry of deck.silence: a warning the author has looked at.
type Silence struct {
	Pos          diag.Pos
	Rule, Reason Str
}

// Data is the table [data.NAME]: a survey file, or a ready-made table.
type Data struct {
	Name      Str
	Pos       diag.Pos
	File      Str
	Delimiter Str // ";", ",", "tab"; found out when unset
	Encoding  Str // "utf-8", "windows-1252"; found out when unset
	Sheet     Str // of a spreadsheet; the first that is not empty when unset

	Weight     Str      // the column that says how much each respondent counts
	Population Val[int] // how many were asked
	Previous   Str      // the data set that changes are told against
	Questions  []Question
}

// Question is one entry of [data.NAME.questions]: a column under a short name.
type Question struct {
	Name     Str
	Column   Str
	Multiple Str    // separator between several answers in one cell
	Answers  []Str  // answers in the order they are shown; all that may occur when given
	InText   []Pair // how an answer is called within a sentence
	MinBase  Val[int]
	Sum      Val[Span] // what the shares of the answers add up to
}

// Span is two numbers and all between them.
type Span struct{ Least, Most float64 }

// Slide is one [[slide]].
type Slide struct {
	Pos      diag.Pos
	ID       Str
	Layout   Str
	Headline Str
	Subtitle Str // title and section slides
	Lead     Str // a line before the bullets
	Bullets  []Str
	Text     []Str // paragraphs
	Source   Str
	Notes    Str
	Expect   []Str // claims that must hold, or the build fails
	Charts   []Chart
	Table    *Table
	Image    *Image
	Quote    *Quote
	Number   *Number
}

// Chart is one [[slide.chart]].
type Chart struct {
	Pos   diag.Pos
	Type  Str
	Title Str
	Alt   Str

	// Where the values come from: a question, several questions (one series or statement each), a cell
	// range of a ready-made table, or values written here.
	Data      Str
	Question  Str
	Questions []Item
	Range     Str
	Labels    []Str
	Values    []Number64
	Series    []Series

	Answers  []Str // which answers, in which order
	Rename   []Pair
	Levels   []Pair // likert: answer = name of the level, low to high
	Base     Str    // "answered" or "all"
	Sort     Str    // "given", "descending", "ascending", "top"
	Decimals Val[int]
	Unit     Str // "percent", "number"
	Sum100   Val[bool]

	Center, CenterNote      Str
	Stack                   Str // "100" or "absolute"
	Orientation             Str // stacked: "horizontal", "vertical"
	Totals, Diverging, Axis Val[bool]
	Top                     Val[int]
	TopName, BottomName     Str
	Apart                   Str
	Min, Max, Step          Val[float64]
	Highlight               []Str
	Colors                  []ColorPair
}

// Item is a question under the name it is shown by: "kultur" or { question = "kultur", label = "Kultur …" }.
type Item struct {
	Pos             diag.Pos
	Question, Label Str
}

// Series is one entry of series: values written here, or a question of a data set.
type Series struct {
	Pos      diag.Pos
	Name     Str
	Values   []Number64
	Data     Str
	Question Str
}

// Number64 is a number, or missing where the author wrote "" or nan.
type Number64 struct {
	Val[float64]
	Missing bool
}

// Pair is one entry of a table from text to text, in the order of the file.
type Pair struct{ Key, Value Str }

// ColorPair is one entry of a table from label to colour: "#RRGGBB" or the theme's name for one.
type ColorPair struct{ Key, Color Str }

// Table is [slide.table].
type Table struct {
	Pos     diag.Pos
	Columns []Str
	Rows    [][]Str
	Align   []Str // per column: "left", "right", "center"; numbers go right when unset
	Data    Str   // with Range: a ready-made table instead of rows
	Range   Str
}

// Image is [slide.image].
type Image struct {
	Pos       diag.Pos
	File, Alt Str
	Caption   Str
	Data      []byte // as read; empty when it could not be
	Format    string // "png" or "jpeg"
}

// Quote is [slide.quote].
type Quote struct {
	Pos      diag.Pos
	Text, By Str
}

// Number is [slide.number]: one figure that fills its half.
type Number struct {
	Pos         diag.Pos
	Value, Text Str
}

// Theme is a theme file with every default filled in. Its colours are checked against each other.
type Theme struct {
	Name   string
	File   string // empty for the built-in theme
	Colors Colors
	Fonts  FontFiles
	Logo   *Logo
	Sizes  Sizes
	Footer Footer
	Title  TitleLook
}

// Colors are a theme's colours by what they are for.
type Colors struct {
	Background, Headline, Text, Muted, Rule, Accent, Pale scene.Color
	Palette                                               []scene.Color // of categories and series
	Scale                                                 []scene.Color // of Likert levels, low to high
	Named                                                 []NamedColor  // what authors may call by name in a chart's colors
}

// NamedColor is one entry of [colors.named].
type NamedColor struct {
	Name  string
	Color scene.Color
}

// FontFiles are the theme's own faces; empty where the embedded family is used.
type FontFiles struct{ Regular, Italic, Semibold, Bold *Asset }

// Asset is a file named in a theme or layout, read.
type Asset struct {
	Name Str // as written
	Data []byte
}

// Logo is the picture at the foot of every slide.
type Logo struct {
	Asset
	Format string // "png" or "jpeg"
	Height float64
	Alt    string
}

// Sizes are type sizes in points. A ladder is tried from its first size down; its last is the floor.
type Sizes struct {
	Headline, Body, Table, Quote       []float64
	Source                             float64
	ChartTitle, ChartLabel, ChartValue float64
	ChartMin                           float64
	Title, Subtitle, Section, Number   []float64
}

// Footer is what stands at the foot of every slide.
type Footer struct {
	Text   string // beside the logo
	Number bool   // slide numbers
	Rule   bool   // the hairline above
}

// TitleLook is how title and section slides look.
type TitleLook struct {
	Background, Color, Subtitle, Accent, Shape scene.Color
	Motif                                      string // "ring", "bars" or "none"
}
