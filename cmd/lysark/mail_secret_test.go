package main

import (
	"encoding/base64"
	"strings"
	"testing"

	"lysark/report/mail/faulty"
)

func TestAServerThatRepeatsTheSecretIsShownWithoutIt(t *testing.T) {
	const secret, member = "hemmelig-9137-og-lang-nok", "medlem-00002@firma1.example"
	forms := []string{
		secret, base64.StdEncoding.EncodeToString([]byte(secret)), base64.StdEncoding.EncodeToString([]byte("\x00rapport\x00" + secret)),
		base64.StdEncoding.EncodeToString([]byte("user=rapport\x01auth=Bearer " + secret + "\x01\x01")),
	}
	said := strings.Join(forms, " ") + " RCPT TO:<" + member + ">"
	replies := map[string]string{
		"a refusal": "550 5.7.1 not with " + said, "malformed": "what? " + said, "many lines": "550-5.7.1 " + strings.Join(strings.Fields(said), "\n550-5.7.1 ") + "\n550 5.7.1 end", "closing": "421 4.7.0 " + said,
	}
	t.Setenv("LYSARK_TEST_SECRET", secret)
	for _, at := range []faulty.Point{faulty.Auth, faulty.MailFrom, faulty.Rcpt, faulty.Data, faulty.Dot} {
		for shape, reply := range replies {
			t.Run(shape+" at "+string(at), func(t *testing.T) {
				m := newMailing(t, 1, faulty.Config{
					Mechanisms: []string{"PLAIN"}, Users: map[string]string{"rapport": secret},
					Rules: []faulty.Rule{{At: at, Times: 3, Do: faulty.Action{Reply: reply}}},
				}, `user = "rapport"`, `password_env = "LYSARK_TEST_SECRET"`)
				_, all := m.run("test", m.file("mail.toml"), "--to", "sjef@forening.example")
				for _, args := range [][]string{{"status", m.file("mail.toml")}, {"check", m.file("mail.toml")}} {
					_, more := m.run(args...)
					all += more
				}
				for _, form := range append(forms, member) {
					if strings.Contains(all, form) {
						t.Errorf("told: %s", all)
					}
					if found := m.holds(form); form != member && len(found) > 0 {
						t.Errorf("it is in %v", found)
					}
				}
				if !strings.Contains(all, "<secret>") {
					t.Errorf("nothing was repeated: %s", all)
				}
			})
		}
	}
}

func TestASecretThatIsNotThereIsFoundBeforeTheServerIsCalled(t *testing.T) {
	t.Setenv("LYSARK_TEST_SECRET", "")
	tests := []struct {
		name, line, said string
		called           bool
	}{
		{"an empty variable", `password_env = "LYSARK_TEST_SECRET"`, "LYSARK_TEST_SECRET holds nothing; set it", false},
		{"no variable", `password_env = "LYSARK_TEST_SECRET_UNSET"`, "LYSARK_TEST_SECRET_UNSET holds nothing; set it", false},
		{"no file", `password_file = "nowhere.txt"`, "nowhere.txt", false},
		{"a command that fails", `password_command = ["sh", "-c", "exit 3"]`, "run it by hand to see why", true},
		{"a command that is not there", `token_command = ["lysark-no-such-program"]`, "lysark-no-such-program", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := newMailing(t, 2, faulty.Config{Mechanisms: []string{"PLAIN"}}, `user = "rapport"`, tt.line)
			code, said := m.send()
			if code != exitDiagnostics || !strings.Contains(said, tt.said) || strings.Contains(said, "lysark mail check") {
				t.Errorf("exit code %d, told %q", code, said)
			}
			if called := m.server.Dialled() > 0; called != tt.called {
				t.Errorf("the server was called %d times", m.server.Dialled())
			}
		})
	}
}
