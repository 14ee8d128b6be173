//go:build race

package inspect

// racing tells that the race detector is on.
const racing = true
