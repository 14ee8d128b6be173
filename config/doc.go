// Package config holds the layout and theme files as the author wrote them: every value with its file, line and
// column.
//
// Read reads a layout, its theme and every font and picture they name, and returns all the author's mistakes at
// once: keys nobody knows, values of the wrong type, colours that cannot be read. It fills in no defaults but the
// theme's, and knows neither answers nor what a slide can hold; that is report/resolve's.
//
// The table [mail] may stand in a layout, too: File has it for whoever sends mail to read.
//
// What each key may be, in which range and out of which few, stands in the tags of the types, from where package keys
// takes it; what has to do with more than one key, in check.go. LayoutSchema and ThemeSchema print the same as a JSON
// Schema for editors.
//
// The format's manual is docs/layout.md and docs/theme.md; a test reads their examples and checks that they mention
// every key.
package config
