#!/bin/bash
# A real Postfix on loopback with STARTTLS and login, for tests: its configuration, queue and mailboxes are in DIR, and
# nothing can leave the machine. MEMBERS has an address a line; each gets a mailbox, DIR/mail/ADDRESS/new. Run as root;
# stop it with: postfix -c DIR/etc stop. The user is deck@localhost, the password s3cret, the authority DIR/cert.pem.
set -euo pipefail
usage="usage: postfix-loopback.sh DIR PORT MEMBERS"
B=${1:?$usage} PORT=${2:?$usage} MEMBERS=${3:?$usage}
mkdir -p $B/etc/sasl $B/queue $B/data $B/mail
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
  -keyout $B/key.pem -out $B/cert.pem 2>/dev/null
cat > $B/etc/sasl/smtpd.conf <<S
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: $B/sasldb2
mech_list: PLAIN LOGIN
S
echo -n 's3cret' | saslpasswd2 -p -c -f $B/sasldb2 -u localhost deck
chown postfix $B/sasldb2 $B/data; chown -R postfix $B/mail
printf '/./ OK\n' > $B/etc/all.regexp
awk '{ print $1, $1 "/" }' "$MEMBERS" > $B/etc/mailboxes
cat > $B/etc/main.cf <<S
compatibility_level = 3.6
queue_directory = $B/queue
data_directory = $B/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = $B/maillog
maillog_file_prefixes = $B
mail_owner = postfix
setgid_group = postdrop
myhostname = localhost
mydomain = localdomain
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alternate_config_directories =
alias_maps =
local_recipient_maps =
virtual_mailbox_domains = regexp:$B/etc/all.regexp
virtual_mailbox_maps = texthash:$B/etc/mailboxes
virtual_mailbox_base = $B/mail
virtual_minimum_uid = 1
virtual_uid_maps = static:$(id -u postfix)
virtual_gid_maps = static:$(id -g postfix)
virtual_mailbox_limit = 0
default_transport = error:outbound mail is disabled
relay_transport = error:outbound mail is disabled
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_received_header = yes
smtpd_tls_cert_file = $B/cert.pem
smtpd_tls_key_file = $B/key.pem
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = cyrus
smtpd_sasl_path = smtpd
cyrus_sasl_config_path = $B/etc/sasl
smtpd_sasl_local_domain = localhost
message_size_limit = 30000000
smtpd_client_connection_rate_limit = 0
smtpd_client_connection_count_limit = 50
S
cat > $B/etc/master.cf <<S
127.0.0.1:$PORT inet n - n - - smtpd
pickup    unix  n - n 60 1 pickup
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
tlsmgr    unix  - - n 1000? 1 tlsmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
error     unix  - - n - - error
retry     unix  - - n - - error
discard   unix  - - n - - discard
virtual   unix  - n n - - virtual
proxymap  unix  - - n - - proxymap
flush     unix  n - n 1000? 0 flush
showq     unix  n - n - - showq
anvil     unix  - - n - 1 anvil
postlog   unix-dgram n - n - 1 postlogd
S
postfix -c "$B/etc" check
postfix -c "$B/etc" start
