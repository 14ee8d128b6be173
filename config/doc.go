// Package config holds the layout and theme files as the author wrote them: every value with its file, line and
// column.
//
// Read reads a layout, its theme and every font and picture they name, and returns all the author's mistakes at
// once: keys nobody knows, values of the wrong type, colours that cannot be read. It fills in no defaults but the
// theme's, and knows neither answers nor what a slide can hold; that is report/resolve's. The functions that read a
// table are also the list of its keys, so a key that none of them asks for is an unknown one.
//
// ReadMail reads the table [mail] from a file of its own or from a layout, and the texts that it names. Where a
// password is found stands there; a password itself is refused, and its line never shown.
//
// What each key may be, in which range and out of which few, stands in the tags of the types, from where the reader
// takes it. LayoutSchema, ThemeSchema and MailSchema print the same as a JSON Schema for editors.
//
// The format's manual is docs/layout.md, docs/theme.md and docs/mail.md; a test reads their examples and checks that
// they mention every key.
package config
