package scene

// Limits are what a format of files cannot hold. 0 is no limit.
type Limits struct {
	Of      string // the format in words: "a PDF"
	Text    int    // UTF-16 units of a text that is not drawn, such as a title or an alternative text
	Address int    // bytes of the address that a link leads to
}
