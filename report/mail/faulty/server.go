// Package faulty is for tests: a mail server on loopback that fails on demand, at any point of the conversation, and
// keeps the truth of what it took. It is written by hand, not by the library whose client is tested, so that one
// misreading of the standard cannot hide in both.
//
// It keeps the order of RFC 5321 as strictly as Postfix does: a second MAIL in a transaction is refused with 503, a
// transaction that DATA refused stays open until RSET, and only the end of the data makes it answer for a message.
package faulty

import (
	"crypto/sha256"
	"crypto/tls"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"slices"
	"strings"
	"sync"
	"time"
)

// Config is what a server offers and how it fails. Its zero value takes any mail in plain text.
type Config struct {
	TLS        *tls.Config       // offers STARTTLS
	Implicit   bool              // TLS from the first byte, and no STARTTLS
	Mechanisms []string          // of PLAIN, LOGIN, OAUTHBEARER, XOAUTH2
	Users      map[string]string // name to password or token; nil takes anybody
	Extensions []string          // further lines of the EHLO answer
	Size       int               // SIZE in bytes; 0 sets no limit

	Port           int // to listen on; 0 is one that is free
	MaxConnections int // at once; one more is greeted with 421
	PerConnection  int // messages; after that MAIL is answered with 421 and a close

	Rules    []Rule
	Seed     uint64 // of what happens by chance
	HashOnly bool   // keep the SHA-256 of each message, but not the message
}

// Mail is a message that the server answers for: it had the end of the data and decided to take it, whether or not
// the client ever heard of that.
type Mail struct {
	From string
	To   []string
	Data []byte // without dot stuffing; nil when only the hash is kept
	Sum  [sha256.Size]byte
	Size int
	At   time.Time
	Conn int // number of the connection, from 1
	TLS  bool
	User string // who had logged in
}

// Command is one line of a client, without what it said to log in.
type Command struct {
	Conn int
	Line string
}

// Server runs in the process of the test, while the client may be another that is killed.
type Server struct {
	config   Config
	listener net.Listener
	done     chan struct{}
	running  sync.WaitGroup
	closing  sync.Once

	mutex    sync.Mutex
	random   *rand.Rand
	rules    []rule
	open     map[int]net.Conn
	dialled  int
	accepted []Mail
	commands []Command
}

// Start makes a server listen on loopback until it is closed.
func Start(config Config) (*Server, error) {
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", config.Port))
	if err != nil {
		return nil, fmt.Errorf("listening: %w", err)
	}
	s := &Server{
		config:   config,
		listener: listener,
		done:     make(chan struct{}),
		random:   rand.New(rand.NewPCG(config.Seed, 1)),
		open:     map[int]net.Conn{},
	}
	s.Rules(config.Rules...)
	s.running.Go(s.listen)
	return s, nil
}

// Port is where the server listens on 127.0.0.1.
func (s *Server) Port() int { return s.listener.Addr().(*net.TCPAddr).Port }

// Accepted is the truth: what the server took, in the order of taking.
func (s *Server) Accepted() []Mail {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return slices.Clone(s.accepted)
}

// Commands is what clients said, in the order of hearing.
func (s *Server) Commands() []Command {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return slices.Clone(s.commands)
}

// Heard counts the commands that begin with the words.
func (s *Server) Heard(words string) int {
	n := 0
	for _, c := range s.Commands() {
		if strings.HasPrefix(strings.ToUpper(c.Line), strings.ToUpper(words)) {
			n++
		}
	}
	return n
}

// Open is the number of connections that neither side has closed.
func (s *Server) Open() int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return len(s.open)
}

// Dialled is the number of connections that there ever were.
func (s *Server) Dialled() int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.dialled
}

// Close ends all connections and waits until they have ended.
func (s *Server) Close() error {
	var err error
	s.closing.Do(func() { err = s.close() })
	return err
}

func (s *Server) close() error {
	close(s.done)
	err := s.listener.Close()
	s.mutex.Lock()
	for _, conn := range s.open {
		conn.Close()
	}
	s.mutex.Unlock()
	s.running.Wait()
	return err
}

func (s *Server) listen() {
	for {
		conn, err := s.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			continue
		}
		s.running.Go(func() { s.talk(conn) })
	}
}

func (s *Server) talk(conn net.Conn) {
	id, crowded := s.enter(conn)
	defer s.leave(id, conn)
	newConversation(s, id, conn).run(crowded)
}

// enter counts a connection in, and tells whether it is one too many.
func (s *Server) enter(conn net.Conn) (id int, crowded bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.dialled++
	s.open[s.dialled] = conn
	select {
	case <-s.done: // Close has been through the open ones already
		conn.Close()
	default:
	}
	return s.dialled, s.config.MaxConnections > 0 && len(s.open) > s.config.MaxConnections
}

func (s *Server) leave(id int, conn net.Conn) {
	conn.Close()
	s.mutex.Lock()
	defer s.mutex.Unlock()
	delete(s.open, id)
}

func (s *Server) take(m Mail) int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	m.At = time.Now()
	s.accepted = append(s.accepted, m)
	return len(s.accepted)
}

func (s *Server) note(conn int, line string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.commands = append(s.commands, Command{conn, line})
}

// wait tells whether the time has passed before the server was closed.
func (s *Server) wait(d time.Duration) bool {
	if d == 0 {
		return true
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-s.done:
		return false
	}
}
