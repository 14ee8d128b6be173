package locale

import "fmt"

// FileSize is how large a file is, as the program's own messages tell it: 47 kB or 5.0 MB.
func FileSize(bytes int) string {
	if bytes < 1_000_000 {
		return fmt.Sprintf("%d kB", (bytes+500)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}
