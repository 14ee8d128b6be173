package address_test

import (
	"net/mail"
	"strings"
	"testing"
	"unicode"

	"lysark/report/mail/address"
)

func TestWhatIsAnAddress(t *testing.T) {
	for _, tt := range []struct{ name, text, want, key string }{
		{"a plain one", "ola@bank.example", "ola@bank.example", "ola@bank.example"},
		{"space around it does not count", "\u00a0 ola@bank.example\t", "ola@bank.example", "ola@bank.example"},
		{"the domain's case does not count, that of the name is kept but not compared", "Ola.Nordmann@BANK.Example", "Ola.Nordmann@bank.example", "ola.nordmann@bank.example"},
		{"what follows a plus is another mailbox", "ola+deck@bank.example", "ola+deck@bank.example", "ola+deck@bank.example"},
		{"dots count", "o.la@bank.example", "o.la@bank.example", "o.la@bank.example"},
		{"all that RFC 5321 has in an atom", "a!#$%&'*+-/=?^_`{|}~z@bank.example", "a!#$%&'*+-/=?^_`{|}~z@bank.example", "a!#$%&'*+-/=?^_`{|}~z@bank.example"},
		{"letters in the domain become A-labels", "ola@Blåbærbanken.example", "ola@xn--blbrbanken-25an.example", "ola@xn--blbrbanken-25an.example"},
		{"in both forms of Unicode the same", "a\u030ase@bla\u030abank.example", "\u00e5se@xn--blbank-jua.example", "\u00e5se@xn--blbank-jua.example"},
		{"A-labels stay", "ola@xn--blbank-jua.example", "ola@xn--blbank-jua.example", "ola@xn--blbank-jua.example"},
		{"ß is a letter of its own (IDNA 2008)", "ola@straße.example", "ola@xn--strae-oqa.example", "ola@xn--strae-oqa.example"},
		{"letters beyond ASCII before the @", "Åse.Bjørn@bank.example", "Åse.Bjørn@bank.example", "åse.bjørn@bank.example"},
		{"a number as a label", "ola@1881.example", "ola@1881.example", "ola@1881.example"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, fault := address.Parse(tt.text)
			if fault != nil || a.String() != tt.want || a.Key() != tt.key {
				t.Errorf("got %q and key %q (%v), want %q and %q", a, a.Key(), fault, tt.want, tt.key)
			}
		})
	}
}

func TestWhatIsNoAddress(t *testing.T) {
	long := strings.Repeat("a", 64)
	for _, tt := range []struct{ name, text, why string }{
		{"nothing", " ", "is empty"},
		{"a name beside it", "Ola <ola@bank.example>", "stands in angle brackets"},
		{"brackets around it", "<ola@bank.example>", "stands in angle brackets"},
		{"parameters after it", "ola@bank.example> SIZE=1", "stands in angle brackets"},
		{"a link", "mailto:ola@bank.example", "begins with mailto:"},
		{"two", "ola@bank.example; kari@bank.example", "is more than one"},
		{"two with a comma", "ola@bank.example,kari@bank.example", "is more than one"},
		{"two @", "ola@kari@bank.example", "has more than one @"},
		{"no @", "ola.bank.example", "has no @"},
		{"a quoted name", `"ola nordmann"@bank.example`, "has quotes before the @"},
		{"a space inside", "ola nordmann@bank.example", "holds a space"},
		{"a space that does not break", "ola\u00a0nordmann@bank.example", "holds a space"},
		{"a line break", "ola@bank.example\r\nRCPT TO:<x@y.example>", "holds a line break"},
		{"an invisible sign", "ola\u200b@bank.example", "holds a line break, control character or invisible sign"},
		{"a turn of direction", "ola\u202e@bank.example", "holds a line break, control character or invisible sign"},
		{"a lost letter", "\ufffdse@bank.example", "holds a line break, control character or invisible sign"},
		{"invalid bytes", "\xe5se@bank.example", "holds a line break, control character or invisible sign"},
		{"nothing before the @", "@bank.example", "has nothing before the @"},
		{"nothing after the @", "ola@", "has nothing after the @"},
		{"a dot first", ".ola@bank.example", "has a dot at the wrong place"},
		{"a dot last", "ola.@bank.example", "has a dot at the wrong place"},
		{"two dots", "ola..n@bank.example", "has a dot at the wrong place"},
		{"a comment", "ola(n)@bank.example", "holds a character before the @"},
		{"a comma", "ola,n@bank.example", "holds a character before the @"},
		{"a backslash", `ola\n@bank.example`, "holds a character before the @"},
		{"a colon, as in a group", "list:ola@bank.example", "holds a character before the @"},
		{"a long name", "a" + long + "@bank.example", "has more than 64 characters"},
		{"an address literal", "ola@[127.0.0.1]", "has a number instead of a domain"},
		{"an IP number", "ola@127.0.0.1", "has a domain without an ending"},
		{"a machine's name", "ola@localhost", "has a domain without a dot"},
		{"a dot at the end", "ola@bank.example.", "ends with a dot"},
		{"two dots in the domain", "ola@bank..example", "has two dots"},
		{"a hyphen first", "ola@-bank.example", "has a domain that is none"},
		{"an underscore", "ola@my_bank.example", "has a domain that is none"},
		{"a comma in the domain", "ola@bank,example", "has a domain without a dot"},
		{"a label that is too long", "ola@" + long + ".example", "has a domain that is none"},
		{"a domain that is too long", "ola@" + strings.Repeat("abcdefgh.", 30) + "example", "has a domain of more than 253"},
		{"all together too long", long + "@" + strings.Repeat("abcdefgh.", 21) + "example", "is too long"},
		{"an A-label that is none", "ola@xn--zz--.example", "has a domain that is none"},
		{"a letter that IDNA does not have", "ola@ba☃nk.example", "has a domain that is none"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, fault := address.Parse(tt.text)
			if fault == nil || !strings.HasPrefix(fault.Why, tt.why) || a != (address.Address{}) {
				t.Errorf("got %q, %v; want the fault %q", a, fault, tt.why)
			}
		})
	}
}

func TestMailboxesHaveNames(t *testing.T) {
	for _, tt := range []struct{ text, name, address, why string }{
		{"post@forening.example", "", "post@forening.example", ""},
		{"Foreningen <post@forening.example>", "Foreningen", "post@forening.example", ""},
		{`"Foreningen, Oslo" <post@forening.example>`, "Foreningen, Oslo", "post@forening.example", ""},
		{`"Den \"gode\" forening" <post@forening.example>`, `Den "gode" forening`, "post@forening.example", ""},
		{"<post@forening.example>", "", "post@forening.example", ""},
		{"Fore\u200bningen <post@forening.example>", "", "", "has a name with a bracket"},
		{"A <b@c.example> <post@forening.example>", "", "", "has a name with a bracket"},
		{"Foreningen <post>", "", "", "has no @"},
		{"Foreningen post@forening.example", "", "", "has a name beside it, and no angle brackets"},
		{"post@forening .example", "", "", "holds a space"},
	} {
		name, a, fault := address.Mailbox(tt.text)
		switch {
		case tt.why != "" && (fault == nil || !strings.HasPrefix(fault.Why, tt.why)):
			t.Errorf("%s: the fault is %v, want %q", tt.text, fault, tt.why)
		case tt.why == "" && (fault != nil || name != tt.name || a.String() != tt.address):
			t.Errorf("%s: got %q and %q (%v)", tt.text, name, a, fault)
		}
	}
}

func TestDomainsThatLookLikeAnother(t *testing.T) {
	for domain, want := range map[string]bool{
		"bank.example":         false,
		"blåbærbanken.example": false,
		"почта.example":        false, // its letters do not all look Latin
		"раyраl.example":       true,  // р and а are Cyrillic
		"αpple.example":        true,
		"аррӏе.example":        true, // all Cyrillic
		"例え.example":           false,
	} {
		ascii, fault := address.Domain(domain)
		if fault != nil || address.LooksLikeAnother(ascii) != want {
			t.Errorf("%s: got %v (%v)", domain, !want, fault)
		}
	}
}

// FuzzAddress holds that what passes can break neither an SMTP command nor a header, stays as it is when read again,
// and is an address to the standard library as well.
func FuzzAddress(f *testing.F) {
	for _, seed := range []string{
		"ola@bank.example", "Ola <ola@bank.example>", "a@b.example\r\nDATA", `"a b"@c.example`, "å@blåbær.example", "ola@xn--blbank-jua.example",
		"a@b.example> SIZE=0", "a@b。example", "a@Ｂank.example", "\u202ea@b.example", "a@b.example\x00", "o'hara@b.example", "a@xn--.example", "ẞ@ẞ.example",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, fault := address.Parse(text)
		if fault != nil {
			if a != (address.Address{}) || fault.Why == "" {
				t.Fatalf("%q: %v and %q", text, a, fault.Why)
			}
			return
		}
		s := a.String()
		if strings.ContainsFunc(s, func(r rune) bool {
			return address.Unprintable(r) || unicode.IsSpace(r) || strings.ContainsRune(`<>()[]\,;:"`, r)
		}) || strings.Count(s, "@") != 1 || len(s) > 254 {
			t.Fatalf("%q passes as %q", text, s)
		}
		if strings.ContainsFunc(a.Domain, func(r rune) bool { return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789.-", r) }) {
			t.Fatalf("%q has the domain %q", text, a.Domain)
		}
		if again, fault := address.Parse(s); fault != nil || again != a {
			t.Fatalf("%q is %q, and read again %q (%v)", text, a, again, fault)
		}
		if again, fault := address.Parse(address.Shown(s)); fault != nil || again != a {
			t.Fatalf("%q is shown as %q, and read again %q (%v)", s, address.Shown(s), again, fault)
		}
		if same, fault := address.Parse(a.Key()); fault != nil || same.Key() != a.Key() {
			t.Fatalf("the key of %q is %q, whose key is %q (%v)", text, a.Key(), same.Key(), fault)
		}
		if known, err := mail.ParseAddress("<" + s + ">"); err != nil || known.Address != s {
			t.Fatalf("%q: the standard library reads %v (%v)", s, known, err)
		}
	})
}
