package ledger

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
)

// Ledger is a ledger that this program alone may write to. Its methods may be called by many goroutines.
type Ledger struct {
	path string

	mu      sync.Mutex
	changed *sync.Cond // synced, syncing or err
	disk    disk
	view    *View
	size    int64
	marked  int   // records that the mark tells of; -1 where none is kept
	written int   // records written
	synced  int   // records that are known to be on the disk
	syncing bool  // one goroutine syncs for all that wait
	err     error // the first failure; nothing is written after it
	closed  bool
}

// disk is the file, or a test's idea of one.
type disk interface {
	io.Writer
	Sync() error
	Close() error
}

// Open takes the ledger for this program alone, until Close. A torn end is cut and told in the view; damage is a
// *DamageError, and then the file is left as it is.
func Open(path string) (*Ledger, error) {
	if err := regular(path); err != nil {
		return nil, err
	}
	f, err := openPatiently(path)
	if err != nil {
		return nil, fmt.Errorf("opening the ledger %s: %w", path, err)
	}
	v, size, err := recovered(f, path)
	if err != nil {
		f.Close() // the failure before matters more
		return nil, err
	}
	l := newLedger(path, dataFile{f}, v, size)
	if err := l.mark(); err != nil {
		f.Close() // likewise
		return nil, err
	}
	return l, nil
}

// openPatiently waits for those who only look whether the ledger is locked, not for those who have locked it.
func openPatiently(path string) (f *os.File, err error) {
	_ = patiently(func() error {
		f, err = openLocked(path)
		if errors.Is(err, ErrLocked) && !inUse(path) {
			return err
		}
		return nil
	})
	return f, err
}

// recovered replays the file, cuts its torn end, and makes sure that what was read is on the disk, as the one who wrote
// it may have been stopped before it was.
func recovered(f *os.File, path string) (*View, int64, error) {
	if err := samePlace(f, path); err != nil {
		return nil, 0, err
	}
	m, err := readMark(path)
	if err != nil {
		return nil, 0, err
	}
	v, size, err := replay(f, path, m)
	if err != nil {
		return nil, 0, err
	}
	if err := mend(f, v, size); err != nil {
		return nil, 0, fmt.Errorf("mending the end of the ledger: %w", err)
	}
	if err := f.Sync(); err != nil {
		return nil, 0, fmt.Errorf("saving the ledger: %w", err)
	}
	return v, size, nil
}

// mend leaves the file ready to be appended to: size bytes, an LF at the end, and the place to write after it.
func mend(f *os.File, v *View, size int64) error {
	end, lf := size, ""
	if v.unended {
		end, lf = size-1, "\n"
	}
	if v.Torn != nil {
		if err := f.Truncate(end); err != nil {
			return err
		}
	}
	if _, err := f.Seek(end, io.SeekStart); err != nil { // for systems where the lock leaves no way to open to append
		return err
	}
	if lf == "" {
		return nil
	}
	v.unended = false
	_, err := f.WriteString(lf)
	return err
}

// samePlace holds that nobody put another file in the ledger's place between opening and locking.
func samePlace(f *os.File, path string) error {
	ours, err := f.Stat()
	if err != nil {
		return fmt.Errorf("opening the ledger: %w", err)
	}
	theirs, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("opening the ledger: %w", err)
	}
	if !os.SameFile(ours, theirs) {
		return fmt.Errorf("%s: %w", path, ErrLocked)
	}
	return nil
}

func newLedger(path string, d disk, v *View, size int64) *Ledger {
	v.session++ // what an earlier program left open, this one cannot know the end of
	l := &Ledger{path: path, disk: d, view: v, size: size, marked: -1}
	l.changed = sync.NewCond(&l.mu)
	return l
}

// Append writes the record and returns when it is on the disk. An error that is ErrRefused leaves the ledger as it was.
// Any other is final: what was asked for may or may not be on the disk, and every later Append fails with it.
func (l *Ledger) Append(r Record) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err != nil {
		return l.err
	}
	if l.closed {
		return ErrClosed
	}
	if err := l.write(r.tidy()); err != nil {
		return err
	}
	return l.saved(l.written)
}

func (l *Ledger) write(r Record) error {
	r.Prev = l.view.sum
	line, err := r.line()
	if err != nil {
		return fmt.Errorf("%w: %v", ErrRefused, err)
	}
	if l.size+int64(len(line)) > mostFile {
		return fmt.Errorf("%w: the ledger would be larger than %d MiB", ErrRefused, mostFile>>20)
	}
	t, err := l.view.admit(r)
	if err != nil {
		return fmt.Errorf("%w: %v", ErrRefused, err)
	}
	n, err := l.disk.Write(line)
	l.size += int64(n)
	if err != nil {
		l.err = fmt.Errorf("writing the ledger: %w", err)
		l.changed.Broadcast()
		return l.err
	}
	l.view.add(r, t, string(line[:sumLen]))
	l.written++
	return nil
}

// saved waits until the first n records are on the disk. One of those who wait syncs for all whose records were written
// before it began; those that were written while it ran are left to the next.
func (l *Ledger) saved(n int) error {
	for l.synced < n {
		switch {
		case l.err != nil:
			return l.err
		case l.syncing:
			l.changed.Wait()
		default:
			l.sync()
		}
	}
	return nil
}

func (l *Ledger) sync() {
	upTo := l.written
	l.syncing = true
	l.mu.Unlock()
	err := l.disk.Sync()
	l.mu.Lock()
	l.syncing = false
	switch {
	case err == nil:
		l.synced = upTo
	case l.err == nil:
		l.err = fmt.Errorf("saving the ledger: %w", err)
	}
	l.changed.Broadcast()
}

// Close lets others have the ledger, after the records that are being written.
func (l *Ledger) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return nil
	}
	l.closed = true
	_ = l.saved(l.written) // told to those who wait for it
	for l.syncing {
		l.changed.Wait()
	}
	var err error
	if l.err == nil && l.marked >= 0 && l.view.Records > l.marked {
		err = l.mark()
	}
	if err := errors.Join(err, l.disk.Close()); err != nil {
		return fmt.Errorf("closing the ledger: %w", err)
	}
	return nil
}

// mark keeps how much there is; all of it is on the disk.
func (l *Ledger) mark() error {
	l.marked = l.view.Records
	return mark{l.view.Records, l.view.sum}.write(l.path)
}

// View is the ledger as it is now; it does not change when the ledger does.
func (l *Ledger) View() *View {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.view.clone()
}

// Opened is the latest open record.
func (l *Ledger) Opened() Record {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.view.Opened
}

// Torn is what was cut when the ledger was opened; nil for nothing.
func (l *Ledger) Torn() *Torn { return l.view.Torn } // nobody changes it

// Entry is how the recipient stands now.
func (l *Ledger) Entry(k Key) Entry {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.view.Entry(k)
}

// Keys are the recipients that the ledger knows, in order of their first record.
func (l *Ledger) Keys() []Key {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.view.Keys()
}

// Counts are how many of the recipients that the ledger knows stand how.
func (l *Ledger) Counts() map[State]int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.view.Counts()
}
