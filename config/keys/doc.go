// Package keys reads tables of TOML files into structs, and prints what such a file may hold as a JSON Schema. Both go
// by the same tags on the struct, so that each key is written once, and the two cannot differ.
//
// Of gives the shape of a struct: its keys in their order, and what may stand under each. Parse gives a file's table,
// and Fill reads it: every value with its file, line and column, every mistake noted at its place. A key that the shape
// does not know is a mistake, too. What no tag can say stands beside the struct in two methods: Check looks at the
// table once it is read, and Describe adds the same to the schema.
//
// How a value is written is a Form, by its Go type: text, numbers, truth and dates are known here; a file with
// quantities of its own, such as colours or rates, brings their forms along.
//
//	key      the key, when it is not the field's name; "-" for what is not in the file; in tables whose keys the
//	         author makes up "*" for that key, and "=" for what stands under it
//	doc      what it is, in a few words, as editors show it
//	must     it has to be there and not be empty
//	filled   it may be left out, but not be empty
//	one      the texts it may be
//	range    the least and the most
//	count    how many elements a list may have
//	default  what it is when left out; where the struct is given with built-in values, those are
//	like     how the text, or each in the list, is written: a pattern
//	hint     what to do about a text that is not like that
//	file     the text names a file, with slashes between its folders
//	secret   it leads to a password, so that its line is not shown when something is wrong with it
//	short    a text in place of the table is this field of it
//	or       a list of texts may stand for the table: what both are called together
//	word     the made-up keys of the table have to be ones that expressions can call
//	listed   "last" or "twice": its place among the keys that messages list
//	slide    the elements are slides: what is wrong in one is told with its number
package keys
