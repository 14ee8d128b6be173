package submission

import (
	"net"
	"syscall"
	"testing"

	"lysark/report/mail/faulty"
)

// Without the small buffer the kernel takes the whole mail, dot and all, long before the server has it.
func TestTheKernelHoldsLittleBack(t *testing.T) {
	t.Parallel()
	f := secret(t, faulty.Config{})
	raw, err := f.session(t).link.Conn.(*net.TCPConn).SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	size := 0
	raw.Control(func(fd uintptr) { size, err = syscall.GetsockoptInt(int(fd), syscall.SOL_SOCKET, syscall.SO_SNDBUF) })
	if err != nil || size == 0 || size > 2*sendBuffer { // Linux doubles what is asked for
		t.Errorf("the buffer has %d bytes, %v", size, err)
	}
}
