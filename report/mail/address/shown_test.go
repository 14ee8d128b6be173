package address_test

import (
	"testing"

	"lysark/report/mail/address"
)

func TestHowAnAddressIsShown(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a plain one as it is", "ola@bank.example", "ola@bank.example"},
		{"with the letters of its domain", "ola@xn--blbrbanken-25an.example", "ola@blåbærbanken.example"},
		{"in all parts of the domain", "ola@xn--blbr-roah.xn--rdgrd-vuad.example", "ola@blåbær.rødgrød.example"},
		{"ß is a letter of its own", "ola@xn--strae-oqa.example", "ola@straße.example"},
		{"in another script", "ola@xn--80a1acny.example", "ola@почта.example"},
		{"with letters before the @ as they are", "Åse@xn--blbr-roah.example", "Åse@blåbær.example"},
		{"letters of two scripts are not shown", "ola@xn--yl-6kcb1fc.example", "ola@xn--yl-6kcb1fc.example"},
		{"nor those that all look Latin", "ola@xn--80ak6aa92e.example", "ola@xn--80ak6aa92e.example"},
		{"nor symbols", "ola@xn--bank-6g3b.example", "ola@xn--bank-6g3b.example"},
		{"nor an A-label of letters that are read as others", "ola@xn--Blbr-roah.example", "ola@xn--Blbr-roah.example"},
		{"nor one that is none", "ola@xn--zz--.example", "ola@xn--zz--.example"},
		{"nor joiners, which are not seen", "ola@xn--mgba3gch31f060k.example", "ola@xn--mgba3gch31f060k.example"},
		{"what is no address as it is", "archive", "archive"},
		{"nothing as nothing", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := address.Shown(tt.text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
