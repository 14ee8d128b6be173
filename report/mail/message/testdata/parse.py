"""Tells as JSON how Python's two ways of reading mail understand the messages in the files named."""
import email, email.header, email.policy, email.utils, hashlib, json, sys


def decoded(value):
    value = value.replace("\r\n", "").replace("\n", "")  # compat32 leaves the folding in
    return str(email.header.make_header(email.header.decode_header(value)))


def shape(part):
    kind = part.get_content_type()
    if not part.is_multipart():
        return kind
    return part.get_content_subtype() + "(" + " ".join(shape(p) for p in part.get_payload()) + ")"


def leaves(m, file_name):
    return [{
        "mime": p.get_content_type(),
        "file": file_name(p),
        "cid": p["Content-ID"] and str(p["Content-ID"]),
        "sha256": hashlib.sha256(p.get_payload(decode=True)).hexdigest(),
        "defects": [repr(d) for d in p.defects],
    } for p in m.walk() if not p.is_multipart()]


def modern(raw):
    m = email.message_from_bytes(raw, policy=email.policy.default)
    people = {n: [[a.display_name, a.addr_spec] for a in m[n].addresses] for n in ("From", "To", "Reply-To") if n in m}
    defects = [repr(d) for v in m.values() for d in getattr(v, "defects", [])] + [repr(d) for d in m.defects]
    return {"people": people, "subject": str(m["Subject"]), "date": m["Date"].datetime.timestamp(), "id": str(m["Message-ID"]).strip(),
            "fields": [k for k in m.keys()], "shape": shape(m), "parts": leaves(m, lambda p: p.get_filename()), "defects": defects}


def old(raw):
    m = email.message_from_bytes(raw)
    people = {n: [[decoded(a), b] for a, b in email.utils.getaddresses([m[n]])] for n in ("From", "To", "Reply-To") if n in m}

    def file_name(p):
        name = p.get_filename()
        return name and email.utils.collapse_rfc2231_value(name)
    return {"people": people, "subject": decoded(m["Subject"]), "date": email.utils.parsedate_to_datetime(m["Date"]).timestamp(), "id": m["Message-ID"],
            "fields": [k for k in m.keys()], "shape": shape(m), "parts": leaves(m, file_name), "defects": [repr(d) for d in m.defects]}


result = []
for name in sys.argv[1:]:
    with open(name, "rb") as f:
        raw = f.read()
    result.append({"default": modern(raw), "compat32": old(raw)})
json.dump(result, sys.stdout)
