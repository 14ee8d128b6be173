package ledger

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
)

func BenchmarkAppend(b *testing.B) {
	for _, n := range []int{1, 4, 16} {
		b.Run(fmt.Sprintf("%d connections", n), func(b *testing.B) {
			l := open(b, file(b, history("open")))
			c := &counted{disk: l.disk}
			l.disk = c
			commit, accepted := history("a commit 1")[0], history("a accepted 1")[0]
			accepted.Reply = "Ok: queued as 4F1C2"
			var next atomic.Int64
			var done sync.WaitGroup
			b.ResetTimer()
			for range n {
				done.Go(func() {
					for i := next.Add(2); i <= int64(b.N)+1; i = next.Add(2) {
						commit, accepted := commit, accepted
						commit.Key = KeyOf(nil, fmt.Sprint(i))
						accepted.Key = commit.Key
						if err := errors.Join(l.Append(commit), l.Append(accepted)); err != nil {
							b.Error(err)
						}
					}
				})
			}
			done.Wait()
			b.ReportMetric(float64(c.syncs.Load())/float64(b.N), "syncs/op")
		})
	}
}

type counted struct {
	disk
	syncs atomic.Int64
}

func (c *counted) Sync() error {
	c.syncs.Add(1)
	return c.disk.Sync()
}

// BenchmarkRead reads the ledger of 10,000 recipients and tells what is then in memory.
func BenchmarkRead(b *testing.B) {
	records := history("open")
	pair := history("a commit 1, a accepted 1")
	pair[1].Code, pair[1].Enhanced, pair[1].Reply, pair[1].MS = 250, "2.0.0", "Ok: queued as 4F1C2", 212
	for i := range 10_000 {
		k := KeyOf(nil, fmt.Sprint(i))
		pair[0].Key, pair[1].Key = k, k
		records = append(records, pair...)
	}
	path := file(b, records)
	records = nil
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var v *View
	for b.Loop() {
		v = read(b, path)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(len(v.keys)), "B/recipient")
}
