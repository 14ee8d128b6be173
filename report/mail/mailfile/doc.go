// Package mailfile holds the table [mail] as the author wrote it, in a file of its own or in a layout: every value with
// its place.
//
// Read reads such a file and the texts that it names, and returns all the author's mistakes at once; CheckIn reads the
// table of a layout for its mistakes alone. Where a password is found stands in the file; a password itself is refused,
// and its line never shown. No defaults are filled in: that is the plan's.
//
// What each key may be stands in the tags of the types, as package keys lists them; what has to do with more than one
// key, in check.go. The format's manual is docs/mail.md.
package mailfile
