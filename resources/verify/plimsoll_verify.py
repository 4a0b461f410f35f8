#!/usr/bin/env python3
"""Verifies release bundles and audit logs of Plimsoll, without Plimsoll.

    plimsoll_verify.py bundle BUNDLE --trust ALLOWED_SIGNERS [--pin SIZE:ROOT] [--checkpoint FILE] [--artifacts DIR] [--at TIME]
    plimsoll_verify.py log audit.jsonl [--pin SIZE:ROOT] [--anchor N:HEAD] [--checkpoint FILE]
    plimsoll_verify.py chain FILE --recipe NAME [--anchor N:HEAD] [--fields a,b,c] [--delimiter TEXT] [--genesis TEXT] [--key-file FILE]
    plimsoll_verify.py ed25519          one JSON object {"key","message","signature"} in hex per line: valid or invalid
    plimsoll_verify.py batch            one JSON array of the words above per line: one JSON object per line

Exit codes: 0 proven, 1 failed, 2 could not tell, 3 proven with warnings.

One file, the standard library of Python 3.9 or newer, no other program. It shares no code with Plimsoll: it was written from
docs/formats/audit-chain.md, docs/formats/release-record.md and docs/formats/trust.md. It never writes and never unpacks to disk.
Trust is brought along: nothing in a bundle says whose key is whose. Ed25519 is the arithmetic of RFC 8032, for verifying only.
"""
import argparse
import base64
import binascii
import calendar
import collections
import datetime
import hashlib
import hmac
import io
import json
import os
import re
import stat
import sys
import time
import unicodedata
import zipfile

VERSION = 1
ENTRY_MAX = 64 * 1024
RECORD_MAX = 4 * 1024 * 1024
ENVELOPE_MAX = 6 * 1024 * 1024
TEXT_MAX = 256 * 1024
DEEPEST = 64
LARGEST = 2**53 - 1
REACH = 4096  # how far behind its own entry a checkpoint in the log may be
FOREIGN_LINE_MAX = 16 * 1024 * 1024
ZEROS = "0" * 64
RECORD = "release-record.json"
DSSE = "release-record.dsse.json"
FOLDERS = ("checklists/", "signoffs/", "evidence/")
RECORD_TYPE = "https://plimsoll.dev/attestation/release-record/v1"
SIGNOFF_TYPE = "https://plimsoll.dev/attestation/sign-off/v1"
RECORD_NAMESPACE = "release-record@plimsoll.dev"
SIGNOFF_NAMESPACE = "sign-off@plimsoll.dev"
HEX64 = re.compile(r"[0-9a-f]{64}")
PROVEN, FAILED, OPEN, WARNED = 0, 1, 2, 3
WORDS = {PROVEN: "PROVEN", FAILED: "FAILED", OPEN: "COULD NOT TELL", WARNED: "PROVEN WITH WARNINGS"}


class Cannot(Exception):
    """It cannot be told: unreadable, or of a kind that is not known here."""


class Wrong(Exception):
    """Something is not what it should be; the text says what."""


class Report:
    """What was found. Proven is what is left when nothing stands against it."""

    def __init__(self):
        self.lines = []

    def say(self, weight, code, place, sentence):
        self.lines.append((weight, code, show(place), sentence))

    def fail(self, code, place, sentence):
        self.say("FAILED", code, place, sentence)

    def unsure(self, place, sentence):
        self.say("OPEN", "", place, sentence)

    def warn(self, code, place, sentence):
        self.say("WARNING", code, place, sentence)

    def note(self, code, place, sentence):
        self.say("note", code, place, sentence)

    def good(self, place, sentence):
        self.say("ok", "", place, sentence)

    def exit(self):
        weights = [weight for weight, _, _, _ in self.lines]
        for weight, code in (("FAILED", FAILED), ("OPEN", OPEN), ("WARNING", WARNED)):
            if weight in weights:
                return code
        return PROVEN if "ok" in weights else OPEN

    def print(self, out):
        for weight, code, place, sentence in self.lines:
            out.write("%-8s%s%s: %s\n" % (weight, code + " " if code else "", place, sentence))
        out.write(WORDS[self.exit()] + "\n")

    def tree(self):
        return {"exit": self.exit(), "verdict": WORDS[self.exit()],
                "lines": [{"weight": w, "code": c, "place": p, "sentence": s} for w, c, p, s in self.lines]}


def show(text, longest=120):
    """Foreign text made fit to stand in a sentence."""
    text = str(text)
    seen = "".join(c if visible(c) else "\ufffd" for c in text[:longest])
    return seen + ("..." if len(text) > longest else "")


def visible(c):
    return c == " " or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


# ---- JSON -----------------------------------------------------------------------------------------------------------------


class Number(str):
    """A number as it is spelled."""


def parse_json(data, longest, deepest=DEEPEST):
    """The value of a document, numbers as they are spelled, members of an object as an ordered dict. Raises Wrong."""
    if len(data) > longest:
        raise Wrong("larger than the %d bytes allowed" % longest)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as e:
        raise Wrong("not UTF-8 at byte %d" % e.start)
    if text.startswith("\ufeff"):
        raise Wrong("it begins with a byte order mark")
    bound_depth(text, deepest)
    try:
        value = DECODER.decode(text)
    except (ValueError, RecursionError) as e:
        raise Wrong("not JSON: %s" % show(e))
    return value


def bound_depth(text, deepest):
    depth, at, inside = 0, 0, False
    while at < len(text):
        c = text[at]
        if inside:
            if c == "\\":
                at += 1
            elif c == '"':
                inside = False
        elif c == '"':
            inside = True
        elif c in "[{":
            depth += 1
            if depth > deepest:
                raise Wrong("deeper than %d levels" % deepest)
        elif c in "]}":
            depth -= 1
        at += 1


def members(pairs):
    seen = collections.OrderedDict()
    for name, value in pairs:
        if name in seen:
            raise ValueError('member "%s" stands twice' % show(name))
        seen[name] = value
    return seen


def no_constant(name):
    raise ValueError("%s is no JSON number" % name)


DECODER = json.JSONDecoder(object_pairs_hook=members, parse_int=Number, parse_float=Number, parse_constant=no_constant)


def text_json(text):
    """One string in JCS: only what has to be escaped is."""
    if any(0xD800 <= ord(c) <= 0xDFFF for c in text):
        raise Wrong("half a surrogate pair")
    return json.dumps(text, ensure_ascii=False)


def canonical(value):
    """RFC 8785 in the strict profile: integers only."""
    if isinstance(value, Number):
        if not re.fullmatch(r"-?(0|[1-9][0-9]*)", value) or value == "-0":
            raise Wrong("a number that is not an integer")
        if abs(int(value)) > LARGEST:
            raise Wrong("an integer beyond 2^53-1")
        return str(value)
    if isinstance(value, str):
        return text_json(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, list):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(text_json(name) + ":" + canonical(value[name]) for name in names) + "}"


def strict(data, longest):
    """The object whose one spelling these bytes are. Raises Wrong."""
    value = parse_json(data, longest)
    spelled = canonical(value).encode("utf-8")
    if spelled != data:
        at = next((i for i, (a, b) in enumerate(zip(spelled, data)) if a != b), min(len(spelled), len(data)))
        raise Wrong("byte %d: not the canonical spelling of what it says" % at)
    if not isinstance(value, dict):
        raise Wrong("not an object")
    return value


class Shape(Wrong):
    pass


class Tree:
    """Reads an object by name; whatever is absent or of another shape is Shape."""

    def __init__(self, value, path):
        if not isinstance(value, dict):
            raise Shape(path + " is not an object")
        self.value, self.path = value, path

    def wrong(self, name, what):
        return Shape("%s.%s is %s" % (self.path, name, "not " + what if self.value.get(name) is not None else "missing"))

    def has(self, name):
        return self.value.get(name) is not None

    def text(self, name):
        value = self.value.get(name)
        if isinstance(value, str) and not isinstance(value, Number):
            return value
        raise self.wrong(name, "a text")

    def text_or_none(self, name):
        return self.text(name) if self.has(name) else None

    def one_of(self, name, *words):
        if self.text(name) in words:
            return self.text(name)
        raise self.wrong(name, "one of " + ", ".join(words))

    def number(self, name):
        value = self.value.get(name)
        if isinstance(value, Number) and int(value) >= 0:
            return int(value)
        raise self.wrong(name, "a number from 0")

    def hex(self, name):
        if HEX64.fullmatch(self.text(name)):
            return self.text(name)
        raise self.wrong(name, "a SHA-256 digest")

    def digest(self, name):
        return self.tree(name).hex("sha256")

    def tree(self, name):
        return Tree(self.value.get(name), self.path + "." + name)

    def list(self, name):
        value = self.value.get(name)
        if isinstance(value, list):
            return value
        raise self.wrong(name, "a list")

    def trees(self, name, optional=False):
        if optional and not self.has(name):
            return []
        return [Tree(each, "%s.%s[%d]" % (self.path, name, i)) for i, each in enumerate(self.list(name))]

    def time(self, name):
        try:
            return parse_time(self.text(name))
        except Wrong:
            raise self.wrong(name, "a time")

    def day(self, name):
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", self.text(name)):
                return datetime.date.fromisoformat(self.text(name))
        except ValueError:
            pass
        raise self.wrong(name, "a date")


def way_back(predicate):
    """The backup that a record says could be gone back to, where it names one: Shape where it is of another shape."""
    if predicate.has("rollbackPoint"):
        point = predicate.tree("rollbackPoint")
        backup = point.tree("backup")
        backup.text("set"), backup.text("id"), backup.digest("digest")
        if point.has("provenRestorableOn"):
            point.time("provenRestorableOn")


def parse_time(text):
    """Milliseconds since 1970 of YYYY-MM-DDTHH:MM:SS.sssZ."""
    form = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.([0-9]{3})Z", text)
    if not form:
        raise Wrong("not a time as 2026-03-01T09:30:00.000Z: %s" % show(text))
    year, month, day, hour, minute, second, milli = (int(part) for part in form.groups())
    try:
        datetime.datetime(max(year, 1), month, day, hour, minute, second)
    except ValueError:
        raise Wrong("not a time that exists: %s" % show(text))
    return calendar.timegm((max(year, 1), month, day, hour, minute, second)) * 1000 + milli


def strict_base64(text):
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, ValueError, UnicodeEncodeError):
        raise Wrong("it is not Base64")
    if base64.b64encode(data).decode("ascii") != text:
        raise Wrong("its Base64 is not spelled canonically")
    return data


# ---- Ed25519, RFC 8032 section 5.1 ----------------------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def double(p):
    a, b, c = p[0] * p[0] % P, p[1] * p[1] % P, 2 * p[2] * p[2] % P
    h = a + b
    e = h - (p[0] + p[1]) * (p[0] + p[1])
    g = a - b
    f = c + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(s, p, t=0, q=NEUTRAL):
    """s*p + t*q"""
    both, result = add(p, q), NEUTRAL
    for bit in range(max(s.bit_length(), t.bit_length()) - 1, -1, -1):
        result = double(result)
        which = (s >> bit & 1) | (t >> bit & 1) << 1
        if which:
            result = add(result, (p, q, both)[which - 1])
    return result


def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def unpack(data):
    """The point of 32 bytes that are its one encoding, or None."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if len(data) != 32 or y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * SQRT_M1 % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def pack(p):
    z = pow(p[2], P - 2, P)
    x, y = p[0] * z % P, p[1] * z % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = unpack((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
POINTS = {}


def strong(key):
    """The point of a key of prime order, or None: under one of low order anybody can make signatures."""
    if key not in POINTS:
        point = unpack(key)
        fits = point and not same(point, NEUTRAL) and same(times(L, point), NEUTRAL)
        POINTS[key] = point if fits else None
    return POINTS[key]


def ed25519(key, message, signature):
    point = strong(key)
    if point is None or len(signature) != 64:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    minus = (P - point[0], point[1], 1, P - point[3])
    return hmac.compare_digest(pack(times(s, BASE, k, minus)), signature[:32])


# ---- OpenSSH --------------------------------------------------------------------------------------------------------------

KEY_TYPES = ("ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
             "sk-ecdsa-sha2-nistp256@openssh.com", "ssh-rsa")


class Wire:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        if self.at + count > len(self.data):
            raise Wrong("it is cut off")
        part = self.data[self.at:self.at + count]
        self.at += count
        return part

    def uint32(self):
        return int.from_bytes(self.take(4), "big")

    def string(self):
        return self.take(self.uint32())

    def text(self):
        try:
            return self.string().decode("ascii")
        except UnicodeDecodeError:
            raise Wrong("a name in it is not ASCII")

    def end(self):
        if self.at != len(self.data):
            raise Wrong("something follows its end")


def wire(data):
    return len(data).to_bytes(4, "big") + data


def raw_key(blob):
    """The 32 bytes of an Ed25519 key, None for another type. Raises Wrong."""
    reader = Wire(blob)
    if reader.text() != "ssh-ed25519":
        return None
    raw = reader.string()
    reader.end()
    if len(raw) != 32:
        raise Wrong("an Ed25519 key has 32 bytes, not %d" % len(raw))
    return raw


def openssh_key(line):
    """The 32 bytes of `ssh-ed25519 AAAA...`. Raises Wrong."""
    words = line.split()
    if len(words) < 2 or words[0] != "ssh-ed25519":
        raise Wrong("it is no ssh-ed25519 key")
    raw = raw_key(strict_base64(words[1]))
    if raw is None:
        raise Wrong("the key inside is of another type")
    return raw


def fingerprint(blob):
    return "SHA256:" + base64.b64encode(hashlib.sha256(blob).digest()).decode("ascii").rstrip("=")


class Signed:
    """A signature file of OpenSSH (PROTOCOL.sshsig), spelled as ssh-keygen spells it."""

    def __init__(self, data):
        begin, end = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
        try:
            text = data.decode("ascii")
        except UnicodeDecodeError:
            raise Wrong("it is not ASCII")
        if not text.startswith(begin):
            raise Wrong("it does not begin with " + begin)
        blob = strict_base64("".join(line for line in text.split("\n") if not line.startswith("-")))
        body = base64.b64encode(blob).decode("ascii")
        lines = [body[i:i + 70] for i in range(0, len(body), 70)]
        if text != "\n".join([begin] + lines + [end, ""]):
            raise Wrong("its lines are not as OpenSSH writes them")
        reader = Wire(blob)
        if reader.take(6) != b"SSHSIG":
            raise Wrong("it does not begin with SSHSIG")
        self.version = reader.uint32()
        self.blob = reader.string()
        self.namespace = reader.text()
        reserved = reader.string()
        self.algorithm = reader.text()
        signature = Wire(reader.string())
        reader.end()
        if self.version < 1 or not self.namespace or reserved:
            raise Wrong("its version, namespace or reserved field is impossible")
        self.key = raw_key(self.blob)
        kind = signature.text()
        self.signature = signature.string()
        if self.key is not None:
            signature.end()
            if kind != "ssh-ed25519" or len(self.signature) != 64:
                raise Wrong("its signature is not one of an Ed25519 key")


class Trust:
    """allowed_signers, read whole or not at all: principal [options] keytype base64 [comment]."""

    def __init__(self, data, name):
        self.entries = []
        seen = {}
        if len(data) > 1024 * 1024:
            raise Cannot("%s is larger than 1 MiB." % name)
        try:
            lines = data.decode("utf-8").split("\n")
        except UnicodeDecodeError:
            raise Cannot("%s is not UTF-8." % name)
        for number, line in enumerate(lines, 1):
            try:
                entry = self.entry(line[:-1] if line.endswith("\r") else line)
                if entry:
                    if entry["blob"] in seen:
                        raise Wrong("the same key stands in line %d already" % seen[entry["blob"]])
                    seen[entry["blob"]] = number
                    self.entries.append(entry)
            except Wrong as e:
                raise Cannot("The trust file is not accepted. %s:%d: %s. Until it is corrected nobody in it is trusted."
                             % (name, number, e))

    @staticmethod
    def entry(line):
        if not all(c == "\t" or visible(c) for c in line):
            raise Wrong("something invisible stands in it")
        line = line.strip(" \t")
        if not line or line.startswith("#"):
            return None
        words = re.split(r"[ \t]+", line, maxsplit=1)
        principal = words[0]
        if "," in principal or re.search(r'[*?!"]', principal):
            raise Wrong("a principal is one name, and no pattern")
        if len(words) < 2:
            raise Wrong("the key is missing")
        rest, options = words[1], {}
        if re.split(r"[ \t]", rest)[0] not in KEY_TYPES:
            form = re.match(r'((?:[A-Za-z-]+="[^"\\]*"(?:,|(?=[ \t])))+)(?<!,)[ \t]+', rest)
            if not form:
                raise Wrong("its options are not name=\"value\", joined by commas without gaps")
            for name, value in re.findall(r'([A-Za-z-]+)="([^"]*)"', form.group(1)):
                if name.lower() in options:
                    raise Wrong("the option %s stands twice" % name)
                options[name.lower()] = value
            rest = rest[form.end():]
        words = re.split(r"[ \t]+", rest.strip(" \t"), maxsplit=2)
        if words[0] not in KEY_TYPES or len(words) < 2:
            raise Wrong('"%s" is no type of key, or its key is missing' % show(words[0]))
        blob = strict_base64(words[1])
        if Wire(blob).text() != words[0]:
            raise Wrong("the key inside is of another type")
        raw = raw_key(blob)
        if raw is not None and strong(raw) is None:
            raise Wrong("the key is weak: anybody can make signatures under it")
        names, after, before = [], None, None
        for name, value in options.items():
            if name == "namespaces":
                names = value.split(",")
                if any(not each or re.search(r"[ \t*?!]", each) for each in names):
                    raise Wrong("a namespace is a name and no pattern")
            elif name == "valid-after":
                after = Trust.time(value)
            elif name == "valid-before":
                before = Trust.time(value)
            else:
                raise Wrong('"%s" is no option that has a place here' % show(name))
        if after is not None and before is not None and after >= before:
            raise Wrong("valid-before is not later than valid-after")
        return {"principal": principal, "blob": blob, "key": raw, "namespaces": names, "after": after, "before": before}

    @staticmethod
    def time(text):
        if not re.fullmatch(r"([0-9]{8}|[0-9]{12}|[0-9]{14})Z", text):
            raise Wrong('"%s" is no time of the form 20260131Z or 20260131235959Z' % show(text))
        digits = (text[:-1] + "000000")[:14]
        try:
            moment = datetime.datetime.strptime(digits, "%Y%m%d%H%M%S")
        except ValueError:
            raise Wrong('"%s" is no time that exists' % text)
        return calendar.timegm(moment.timetuple()) * 1000

    def of(self, blob):
        return next((entry for entry in self.entries if entry["blob"] == blob), None)

    def check(self, data, message, namespace, at):
        """(principal, None, sentence) or (None, code, sentence); code "" where it cannot be told."""
        try:
            signed = Signed(data)
        except Wrong as e:
            return None, "SIG_INVALID", "the signature cannot be read: %s" % e
        if signed.version != 1 or signed.algorithm not in ("sha256", "sha512"):
            return None, "", "the signature is of a version or hash that is not known here"
        if signed.namespace != namespace:
            return None, "SIG_NAMESPACE", 'it was made for "%s", not for "%s"' % (show(signed.namespace), namespace)
        if signed.key is None:
            return None, "", "keys of this type cannot be verified here"
        name = fingerprint(signed.blob)
        if strong(signed.key) is None:
            return None, "KEY_WEAK", "under the key %s anybody can make signatures" % name
        digest = hashlib.new(signed.algorithm, message).digest()
        tbs = b"SSHSIG" + wire(namespace.encode()) + wire(b"") + wire(signed.algorithm.encode()) + wire(digest)
        if not ed25519(signed.key, tbs, signed.signature):
            return None, "SIG_INVALID", "the signature of %s does not belong to these bytes" % name
        entry = self.of(signed.blob)
        if entry is None:
            return None, "KEY_UNKNOWN", "the key %s is not in your trust file" % name
        if entry["namespaces"] and namespace not in entry["namespaces"]:
            return None, "SIG_NAMESPACE", "the key of %s may not sign for %s" % (entry["principal"], namespace)
        if entry["after"] is not None and at < entry["after"] or entry["before"] is not None and at > entry["before"]:
            return None, "KEY_EXPIRED", "the key of %s does not count at that time" % entry["principal"]
        return entry["principal"], None, "signed by %s with %s" % (entry["principal"], name)


# ---- Merkle tree and checkpoints ------------------------------------------------------------------------------------------


def grown(peaks, line):
    """Peaks are (height, hash), largest first; RFC 6962 section 2.1."""
    height, node = 0, hashlib.sha256(b"\0" + line).digest()
    peaks = list(peaks)
    while peaks and peaks[-1][0] == height:
        node = hashlib.sha256(b"\1" + peaks.pop()[1] + node).digest()
        height += 1
    peaks.append((height, node))
    return tuple(peaks)


def root(peaks):
    node = peaks[-1][1]
    for _, left in reversed(peaks[:-1]):
        node = hashlib.sha256(b"\1" + left + node).digest()
    return node.hex()


class Checkpoint:
    """A C2SP tlog-checkpoint: three lines, an empty line, signature lines."""

    tag = None  # (name, names of the object) of the tag whose message carried it

    def __init__(self, data):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            raise Wrong("it is not UTF-8")
        lines = text.split("\n")
        if len(text) > 16 * 1024 or len(lines) < 6 or lines[3] or lines[-1]:
            raise Wrong("it is not three lines, an empty line and signature lines")
        if not re.fullmatch(r"plimsoll\.dev/log/[0-9a-f]{32}", lines[0]):
            raise Wrong("its first line does not name a log of Plimsoll")
        if not re.fullmatch(r"0|[1-9][0-9]{0,15}", lines[1]):
            raise Wrong("its second line is not a number of entries")
        self.origin, self.size = lines[0], int(lines[1])
        digest = strict_base64(lines[2])
        if len(digest) != 32:
            raise Wrong("its third line is not 32 bytes")
        self.root = digest.hex()
        self.text = ("\n".join(lines[:3]) + "\n").encode()
        self.signatures = []
        for line in lines[4:-1]:
            form = re.fullmatch("\u2014 ([^ +\\x00-\\x1f\\x7f-\\x9f]+) ([A-Za-z0-9+/]+={0,2})", line)
            if not form:
                raise Wrong("one of its last lines is not a signature line")
            self.signatures.append((form.group(1), strict_base64(form.group(2))))

    def signed_by(self, keys):
        for key in keys:
            hint = hashlib.sha256(self.origin.encode() + b"\n\1" + key).digest()[:4]
            for name, blob in self.signatures:
                if name == self.origin and blob[:4] == hint and ed25519(key, self.text, blob[4:]):
                    return True
        return False


class Pin:
    """What somebody kept of a log: so many entries, and the root over them or the hash of the last of them."""

    def __init__(self, text, kind):
        form = re.fullmatch(r"([1-9][0-9]{0,15}):(.+)", text)
        if not form:
            raise Cannot("%s is not of the form ENTRIES:DIGEST." % show(text))
        self.size, self.digest, self.kind = int(form.group(1)), form.group(2), kind
        if kind == "root" and not HEX64.fullmatch(self.digest):
            try:
                self.digest = strict_base64(self.digest).hex()
            except Wrong as e:
                raise Cannot("The root of %s cannot be read: %s." % (show(text), e))


# ---- our own log ----------------------------------------------------------------------------------------------------------


class Entry:
    MEMBERS = {"_prev", "_seq", "_time", "_v", "actor", "data", "event"}

    def __init__(self, line):
        value = strict(line, ENTRY_MAX)
        version = value.get("_v")
        if isinstance(version, Number) and version != "1":
            raise Cannot("it is of version %s, which is not known here" % version)
        if set(value) != self.MEMBERS or version != "1" or not isinstance(version, Number):
            raise Wrong("its members are not " + ", ".join(sorted(self.MEMBERS)))
        tree = Tree(value, "entry")
        self.previous, self.seq, self.time = tree.hex("_prev"), tree.number("_seq"), parse_time(tree.text("_time"))
        actor = tree.tree("actor")
        actor.text("id")
        if set(actor.value) - {"id"} and (set(actor.value) != {"id", "key"} or not actor.text("key")):
            raise Wrong("its actor is not an id with or without a key")
        self.data, self.event = tree.tree("data"), tree.text("event")
        if not re.fullmatch(r"[a-z]+\.[a-z]+", self.event):
            raise Wrong("its event is not two words")


def lines_of(stream, longest):
    """(offset, bytes without the line feed, whether it ended)"""
    offset = 0
    while True:
        line = stream.readline(longest + 2)
        if not line:
            return
        ended = line.endswith(b"\n")
        if not ended and len(line) > longest:
            yield offset, line, True
            return
        yield offset, line[:-1] if ended else line, ended
        offset += len(line)


class Log:
    """One walk over our own log. `report` gets what is wrong with the chain; nothing after the first break counts."""

    def __init__(self, stream, report, wanted=(), pins=(), checkpoints=(), record=None, pinned=0, place="audit.jsonl"):
        self.report, self.place = report, place
        self.record, self.pinned, self.concluded = record, pinned, {}
        self.pins, self.checkpoints = list(pins), list(checkpoints)
        self.wanted = set(wanted) | {each.size for each in self.pins + self.checkpoints}
        self.entries, self.head, self.genesis, self.origin = 0, ZEROS, None, None
        self.peaks, self.recent = (), collections.OrderedDict()
        self.keys, self.vouched, self.marks, self.logged, self.clock = [], [], {}, None, []
        self.left_out, self.substantial, self.last_time = None, 0, None
        self.replaced, self.known_roots = [], {}
        self.whole = self.walk(stream)

    def broken(self, code, offset, sentence):
        self.report.fail(code, "%s, entry %d (line %d, byte %d)" % (self.place, self.entries, self.entries + 1, offset), sentence)
        return False

    def walk(self, stream):
        for offset, line, ended in lines_of(stream, ENTRY_MAX):
            try:
                entry = Entry(line)
            except Wrong as e:
                if not ended:
                    return self.broken("CHAIN_TORN_TAIL", offset, "the last line is cut off (%s); the file may still be being written" % e)
                return self.broken("CHAIN_NOT_CANONICAL", offset, "it is not an entry: %s" % e)
            except Cannot as e:
                self.report.unsure("%s, entry %d" % (self.place, self.entries), "it cannot be judged: %s" % e)
                return False
            if not self.follows(entry, offset) or not self.counted(entry, line, ended, offset):
                return False
        if not self.entries:
            self.report.unsure(self.place, "it holds no entry")
            return False
        return self.ends()

    def follows(self, entry, offset):
        if entry.seq != self.entries:
            return self.broken("CHAIN_SEQ", offset, "here stands one that says it is entry %d" % entry.seq)
        if entry.previous != self.head:
            return self.broken("CHAIN_PREV", offset, "it does not name the hash of the entry before: one of the two was changed")
        return True

    def counted(self, entry, line, ended, offset):
        if not ended:
            return self.broken("CHAIN_TORN_TAIL", offset, "the last line is cut off: no line end follows it")
        if self.entries == 0 and not self.born(entry, line, offset):
            return False
        if self.entries and not self.meets(entry, offset):
            return False
        if self.last_time is not None and entry.time < self.last_time:
            self.clock.append(self.entries)
        self.last_time = entry.time
        self.peaks, self.head = grown(self.peaks, line), sha256(line)
        self.entries += 1
        self.recent[self.entries] = root(self.peaks)
        if len(self.recent) > REACH:
            self.recent.popitem(last=False)
        if self.entries in self.wanted:
            self.marks[self.entries] = (self.recent[self.entries], self.head)
        return True

    def born(self, entry, line, offset):
        try:
            self.origin = entry.data.text("origin")
            self.vouched = [openssh_key(entry.data.text("logKey"))]
            self.keys = [(0, self.vouched[0])]
        except Wrong as e:
            return self.broken("CHAIN_SEQ", offset, "the chain does not begin as a log does: %s" % e)
        if entry.event != "log.created" or not re.fullmatch(r"plimsoll\.dev/log/[0-9a-f]{32}", self.origin):
            return self.broken("CHAIN_SEQ", offset, "the chain does not begin as a log does")
        self.genesis = sha256(line)
        return True

    def meets(self, entry, offset):
        if entry.event == "checkpoint.published":
            return self.published(entry, offset)
        if entry.event != "log.closed":
            self.substantial = self.entries
        if entry.event == "key.rotated" and not self.rotated(entry, offset):
            return False
        if entry.event == "step.concluded" and entry.seq < self.pinned:
            said = entry.data.value
            if isinstance(said.get("attempt"), Number):
                told = self.concluded.setdefault((said.get("run"), said.get("step")), {})
                told.setdefault(int(said["attempt"]), set()).add(str(said.get("outcome")))
        if entry.event == "record.signed" and self.logged is None and entry.data.value.get("sha256") == self.record:
            self.logged = entry
        return True

    def rotated(self, entry, offset):
        """A key that was replaced never signs again; it signs the change itself, or a person has to be asked."""
        try:
            key = openssh_key(entry.data.text("logKey"))
        except Wrong as e:
            return self.broken("CP_BAD_SIGNATURE", offset, "it names a key that is none: %s" % e)
        if entry.data.has("endorsement"):
            line = "ssh-ed25519 " + base64.b64encode(wire(b"ssh-ed25519") + wire(key)).decode("ascii")
            text = "plimsoll.dev/key-rotation/v1\n%s\n%d\n%s\n" % (self.origin, entry.seq, line)
            try:
                good = ed25519(self.keys[-1][1], text.encode("utf-8"), strict_base64(entry.data.text("endorsement")))
            except Wrong:
                good = False
            if not good:
                return self.broken("CP_BAD_SIGNATURE", offset, "it replaces the log's key, but the former key did not sign that")
        else:
            self.replaced.append(entry.seq)
        self.keys.append((entry.seq, key))
        if entry.seq < self.pinned:
            self.vouched.append(key)
        return True

    def keys_at(self, size):
        return [[key for after, key in self.keys if size > after or after == 0][-1]]

    def published(self, entry, offset):
        try:
            point = Checkpoint(entry.data.text("note").encode("utf-8"))
        except Wrong as e:
            return self.broken("CP_BAD_SIGNATURE", offset, "it holds no checkpoint: %s" % e)
        if point.origin != self.origin or not point.signed_by(self.keys_at(point.size)):
            return self.broken("CP_BAD_SIGNATURE", offset, "the checkpoint in it is not signed by the log's key")
        if point.size in self.known_roots:  # published again, as after a witness cosigned it
            if self.known_roots[point.size] != point.root:
                return self.broken("CP_REWRITTEN", offset, "the checkpoint in it covers other entries than stand here")
            return True
        self.left_out = (point.size, self.substantial, entry.seq) if point.size <= self.substantial else None
        if point.size > entry.seq or self.recent.get(point.size, point.root) != point.root:
            return self.broken("CP_REWRITTEN", offset, "the checkpoint in it covers other entries than stand here")
        if point.size not in self.recent:
            self.report.unsure("%s, entry %d" % (self.place, entry.seq), "its checkpoint is too far back to compare")
            return False
        self.known_roots[point.size] = point.root
        return True

    def ends(self):
        for point in self.checkpoints:
            if point.origin != self.origin:
                self.report.fail("CP_REWRITTEN", self.place, "the checkpoint is of %s, another log" % point.origin)
            elif not point.signed_by(self.keys_at(point.size)):
                self.report.fail("CP_BAD_SIGNATURE", self.place, "the checkpoint is not signed by the log's key")
            elif point.size > self.entries:
                self.report.fail("CP_TRUNCATED", self.place, "it has %d entries, its checkpoint covers %d: the end is missing" % (self.entries, point.size))
            elif self.marks[point.size][0] != point.root:
                self.report.fail("CP_REWRITTEN", self.place, "the checkpoint of %d entries covers other entries than stand here" % point.size)
        for pin in self.pins:
            self.held(pin)
        if self.left_out and not any(point.size > self.left_out[1] for point in self.checkpoints):
            self.report.warn("TAIL_UNANCHORED", self.place, "entries from %d on are not covered by the checkpoint in entry %d" % (self.left_out[0], self.left_out[2]))
        return True

    def held(self, pin):
        if pin.size > self.entries:
            self.report.fail("PIN_ROLLBACK", self.place, "it has %d entries, you kept a digest of %d: %d are missing, it was rolled back" % (self.entries, pin.size, pin.size - self.entries))
        elif self.marks[pin.size][0 if pin.kind == "root" else 1] != pin.digest:
            self.report.fail("PIN_FORK", self.place, "its first %d entries are not those whose digest you kept: it was rewritten" % pin.size)


# ---- bundles --------------------------------------------------------------------------------------------------------------

NAME = re.compile(r"(?:(?:checklists|signoffs|evidence)/)?[A-Za-z0-9_@+-][A-Za-z0-9._@+-]{0,199}")


class Bundle:
    """The files of a bundle, read where they lie. Names and sizes are judged before any of it is read."""

    def __init__(self, path):
        self.zip, self.files = None, {}
        try:
            if os.path.isdir(path):
                self.folder(path)
            elif zipfile.is_zipfile(path) and open(path, "rb").read(4) == b"PK\3\4":
                self.packed(path)
            else:
                raise Cannot("%s is neither a bundle nor the folder of one." % path)
        except (OSError, zipfile.BadZipFile, NotImplementedError) as e:
            raise Cannot("%s cannot be read: %s." % (path, e))
        if RECORD not in self.files:
            raise Cannot("%s holds no %s." % (path, RECORD))

    def packed(self, path):
        self.zip = zipfile.ZipFile(path)
        seen, total = set(), 0
        if len(self.zip.infolist()) > 50000:
            raise Cannot("It has more than 50000 files. Do not unpack it.")
        for info in self.zip.infolist():
            name = info.orig_filename
            if name in FOLDERS:
                continue
            if not NAME.fullmatch(name) or stat.S_ISLNK(info.external_attr >> 16):
                raise Cannot('It holds "%s", which is no name for a file of a bundle. Do not unpack it.' % show(name))
            if name.lower() in seen:
                raise Cannot('It holds "%s" twice. Do not unpack it.' % name)
            if info.file_size > 1 << 20 and info.file_size // max(1, info.compress_size) > 200:
                raise Cannot('"%s" unpacks to %d bytes from %d. Do not unpack it.' % (name, info.file_size, info.compress_size))
            total += info.file_size
            if total > 16 << 30:
                raise Cannot("It unpacks to more than 16 GiB. Do not unpack it.")
            seen.add(name.lower())
            self.files[name] = info

    def folder(self, path):
        for inside in ("",) + FOLDERS:
            base = os.path.join(path, inside)
            if os.path.isdir(base) and not os.path.islink(base.rstrip("/")):
                for each in sorted(os.listdir(base)):
                    file = os.path.join(base, each)
                    if NAME.fullmatch(inside + each) and stat.S_ISREG(os.lstat(file).st_mode):
                        self.files[inside + each] = file

    def open(self, name):
        if name not in self.files:
            raise Cannot("%s is missing." % show(name))
        try:
            return self.zip.open(self.files[name]) if self.zip else open(self.files[name], "rb")
        except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as e:
            raise Cannot("%s cannot be read: %s." % (name, e))

    def bytes(self, name, longest):
        try:
            with self.open(name) as stream:
                data = stream.read(longest + 1)
        except (OSError, zipfile.BadZipFile, EOFError, ValueError) as e:
            raise Cannot("%s cannot be read: %s." % (name, e))
        if len(data) > longest:
            raise Cannot("%s is larger than %d bytes." % (name, longest))
        return data

    def sha256(self, name):
        whole = hashlib.sha256()
        with self.open(name) as stream:
            for block in iter(lambda: stream.read(1 << 16), b""):
                whole.update(block)
        return whole.hexdigest()


class Examination:
    """A bundle against what the verifier brought along: trust, pins, checkpoints, downloads, the time at which keys count."""

    def __init__(self, bundle, trust, at, pins, checkpoints, artifacts):
        self.bundle, self.trust, self.at, self.artifacts = bundle, trust, at, artifacts
        self.report, self.people, self.operators = Report(), set(), set()
        self.data = bundle.bytes(RECORD, RECORD_MAX)
        self.record, self.predicate = sha256(self.data), None
        try:
            value = Tree(strict(self.data, RECORD_MAX), "record")
            value.one_of("_type", "https://in-toto.io/Statement/v1")
            value.one_of("predicateType", RECORD_TYPE)
            self.subjects = value.trees("subject")
            predicate = value.tree("predicate")
            way_back(predicate)
            self.predicate = predicate
        except Wrong as e:
            self.report.unsure(RECORD, "the record cannot be read: %s" % e)
        self.pins, self.checkpoints = pins, checkpoints

    def run(self):
        for part in (self.log, self.signatures, self.envelope, self.threshold, self.files, self.policy):
            try:
                part()
            except Shape as e:
                self.report.unsure(RECORD, "the record is of another shape: %s" % e)
            except Cannot as e:
                self.report.unsure("bundle", str(e))
            except (OSError, zipfile.BadZipFile, EOFError, RecursionError, ValueError) as e:
                self.report.unsure("bundle", "it could not be looked at to the end: %s" % show(e))
        if self.report.exit() == PROVEN and self.predicate is None:
            self.report.unsure(RECORD, "the record was not read")
        return self.report

    # -- the log

    def log(self):
        self.chain, self.signers, self.named = None, [], []
        if "audit.jsonl" not in self.bundle.files:
            self.report.fail("EVIDENCE_MISSING", "audit.jsonl", "the bundle lacks its audit log")
            return
        position = self.predicate.tree("auditLog") if self.predicate else None
        size = position.number("size") if position else 0
        own = self.own_checkpoint()
        with self.bundle.open("audit.jsonl") as stream:
            sizes = [size] + [each.size for each in self.pins + self.checkpoints + ([own] if own else [])]
            self.chain = Log(stream, self.report, sizes, (), (), self.record, size)
        if not self.chain.whole:
            return
        self.report.good("audit.jsonl", "all %d entries follow one another" % self.chain.entries)
        if position:
            self.right_log(position, size)
            self.signed_entry(size)
        if own:
            self.holds(own)
        self.kept()

    def own_checkpoint(self):
        if "checkpoint" not in self.bundle.files:
            self.report.fail("EVIDENCE_MISSING", "checkpoint", "the bundle lacks its checkpoint")
            return None
        try:
            return Checkpoint(self.bundle.bytes("checkpoint", TEXT_MAX))
        except Wrong as e:
            self.report.fail("CP_BAD_SIGNATURE", "checkpoint", "it cannot be read: %s" % e)
            return None

    def right_log(self, position, size):
        chain = self.chain
        if chain.genesis != position.hex("genesis") or chain.origin != position.text("origin"):
            self.report.fail("REC_WRONG_LOG", "audit.jsonl, entry 0", "it is another log than the record names")
        elif chain.entries < size:
            self.report.fail("CP_TRUNCATED", "audit.jsonl", "it has %d entries, the record was sealed over %d" % (chain.entries, size))
        elif chain.marks.get(size) != (position.hex("rootHash"), position.hex("head")):
            self.report.fail("REC_WRONG_LOG", "audit.jsonl, entry %d" % (size - 1), "the first %d entries are others than those the record was sealed over" % size)

    def signed_entry(self, size):
        entry = self.chain.logged
        if entry is None or entry.seq < size:
            self.report.fail("REC_NOT_LOGGED", RECORD, "no entry of the log says that this record, %s, was signed" % self.record)
            return
        release, named = self.predicate.tree("release"), entry.data.tree("release")
        if [named.text(each) for each in ("product", "version")] != [release.text(each) for each in ("product", "version")] \
                or entry.data.text("outcome") != self.predicate.text("outcome"):
            self.report.fail("REC_NOT_LOGGED", "audit.jsonl, entry %d" % entry.seq, "it names this record as that of another release or outcome")
        self.signers = [(each.text("principal"), each.text("file")) for each in entry.data.trees("signers")]
        self.named = [(each.text("name"), each.hex("sha256")) for each in entry.data.trees("files")]
        firsts = [step.list("auditSeq")[0] for run in self.predicate.trees("runs") for step in run.trees("steps") if step.has("auditSeq")]
        first = min([int(each) for each in firsts] + [size])
        for seq in self.chain.clock:
            if first <= seq <= entry.seq:
                self.report.warn("CLOCK_STEPPED", "audit.jsonl, entry %d" % seq, "the clock went back before it")

    def holds(self, own):
        chain, place = self.chain, "checkpoint"
        if own.origin != chain.origin:
            self.report.fail("CP_REWRITTEN", place, "it is of another log")
        elif not own.signed_by(chain.vouched):
            self.report.fail("CP_BAD_SIGNATURE", place, "it is not signed by the log's key")
        elif own.size > chain.entries:
            self.report.fail("CP_TRUNCATED", "audit.jsonl", "it has %d entries, its checkpoint covers %d: the end is missing" % (chain.entries, own.size))
        elif chain.marks.get(own.size, ("",))[0] != own.root:
            self.report.fail("CP_REWRITTEN", place, "it covers other entries than stand in the log")
        elif chain.logged is not None and own.size <= chain.logged.seq:
            self.report.warn("TAIL_UNANCHORED", place, "the entry that names this record is not among the %d that it covers" % own.size)
        elif own.size < chain.entries:
            self.report.warn("TAIL_UNANCHORED", place, "%d entries at the end of the log are covered by no checkpoint" % (chain.entries - own.size))
        else:
            self.report.good(place, "signed with the log's key, over all %d entries" % own.size)

    def kept(self):
        if not self.pins and not self.checkpoints:
            self.report.note("NOTHING_TO_COMPARE", "audit.jsonl", "no checkpoint and no pin of yours was given: that the whole log was rolled back or made anew before it was signed would not show")
            return
        for point in self.checkpoints:
            self.same_tag(point)
            if point.origin != self.chain.origin:
                self.report.unsure("your checkpoint", "it is of another log, %s" % point.origin)
            else:
                kept = Pin("%d:%s" % (point.size, point.root), "root")
                self.chain.held(kept)
        for pin in self.pins:
            self.chain.held(pin)
        self.report.good("audit.jsonl", "held against what you kept of it")

    def same_tag(self, point):
        if point.tag and self.predicate:
            named = [each.tree("digest").text("gitTag") for each in self.subjects if each.tree("digest").has("gitTag")]
            if not set(named) & set(point.tag[1]):
                self.report.fail("ARTIFACT_MISMATCH", "tag %s" % show(point.tag[0]), "it is not the tag object that the record names: it was made again or moved")

    # -- who signed

    def signatures(self):
        files = [name for name in sorted(self.bundle.files) if name.startswith(RECORD + ".") and name.endswith(".sig")]
        for name in files:
            who, code, sentence = self.trust.check(self.bundle.bytes(name, TEXT_MAX), self.data, RECORD_NAMESPACE, self.at)
            owner = next((principal for principal, file in self.signers if file == name), None)
            if who is None:
                (self.report.fail(code, name, sentence) if code else self.report.unsure(name, sentence))
            elif owner != who if owner else ("." + who + "." not in name and ".SHA256-" not in name):
                self.report.fail("KEY_UNKNOWN", name, "it is a signature of %s, not of the person it is named after" % who)
            else:
                self.people.add(who)
                self.report.good(name, sentence)

    def envelope(self):
        if DSSE not in self.bundle.files:
            return
        try:
            value = strict(self.bundle.bytes(DSSE, ENVELOPE_MAX), ENVELOPE_MAX)
            tree = Tree(value, "envelope")
            kind, body = tree.one_of("payloadType", "application/vnd.in-toto+json"), strict_base64(tree.text("payload"))
            if set(value) != {"payload", "payloadType", "signatures"} or not 0 < len(tree.list("signatures")) <= 256:
                raise Wrong("it has other members than an envelope")
            if body != self.data:
                self.report.fail("SIG_INVALID", DSSE, "it carries other bytes than %s" % RECORD)
            pae = b"DSSEv1 %d %s %d " % (len(kind), kind.encode(), len(body)) + body
            for each in tree.trees("signatures"):
                if set(each.value) != {"keyid", "sig"}:
                    raise Wrong("a signature is not made of keyid and sig")
                self.enveloped(each.text("keyid"), strict_base64(each.text("sig")), pae)
        except Wrong as e:
            self.report.fail("SIG_INVALID", DSSE, "it cannot be read: %s" % e)

    def enveloped(self, keyid, signature, pae):
        entry = next((each for each in self.trust.entries if fingerprint(each["blob"]) == keyid), None)
        if entry is None or entry["key"] is None:
            self.report.fail("KEY_UNKNOWN", DSSE, "the key %s is not in your trust file" % show(keyid))
        elif not ed25519(entry["key"], pae, signature):
            self.report.fail("SIG_INVALID", DSSE, "the signature of %s does not belong to this payload" % keyid)

    def threshold(self):
        missing = sorted({principal for principal, _ in self.signers} - self.people)
        if missing:
            self.report.fail("SIG_THRESHOLD", RECORD, "no good signature of %s, who signed it as the log says" % show(", ".join(missing)))
        elif not self.people:
            self.report.fail("SIG_THRESHOLD", RECORD, "nobody whom your trust file knows signed the record")

    # -- the files

    def files(self):
        if self.predicate is None:
            return
        wanted = dict(("evidence/" + each.digest("digest"), each.digest("digest")) for each in self.evidence())
        if self.chain is None or not self.chain.whole or self.chain.logged is None:
            self.report.unsure("audit.jsonl", "what the bundle has to hold only its log can say, which is not whole or does not name this record")
        else:
            wanted.update(self.named)
            for name in self.bundle.files:
                bundled = self.bundle.zip or "/" in name or name.endswith(".intoto.jsonl") or name == DSSE \
                    or name.startswith(RECORD + ".") and name.endswith(".sig")
                if name not in wanted and name not in ("audit.jsonl", "checkpoint") and bundled:
                    self.report.fail("ARTIFACT_MISMATCH", name, "it was not in the bundle when it was sealed")
        for name, digest in sorted(wanted.items()):
            if name not in self.bundle.files:
                self.report.fail("EVIDENCE_MISSING", name, "it is missing")
            elif self.bundle.sha256(name) != digest:
                self.report.fail("ARTIFACT_MISMATCH", name, "it is not the file that was sealed")
        held = {self.bundle.sha256(name) for name in self.bundle.files if name.startswith("checklists/")}
        rules = [("checklists/project.yaml", self.predicate.tree("policy").digest("project"))]
        rules += [("checklists/" + run.tree("checklist").text("id"), run.tree("checklist").digest("digest")) for run in self.predicate.trees("runs")]
        for name, digest in rules:
            if digest not in held:
                self.report.fail("EVIDENCE_MISSING", name, "the text that the record names is not in the bundle")
        self.downloads()

    def evidence(self):
        found = []
        for run in self.predicate.trees("runs"):
            for step in run.trees("steps"):
                found += step.trees("attached", optional=True)
                for attempt in step.trees("attempts"):
                    found += attempt.trees("evidence")
        if self.predicate.has("publication"):
            found.append(self.predicate.tree("publication").tree("evidence"))
        return found

    def downloads(self):
        named = [(each.text("name"), each.tree("digest").hex("sha256")) for each in self.subjects if each.tree("digest").has("sha256")]
        if self.artifacts is None:
            self.report.good("artifacts", "%d named by the record; none was given to compare" % len(named))
        for name, digest in named if self.artifacts is not None else ():
            path = os.path.normpath(os.path.join(self.artifacts, name))
            inside = path.startswith(os.path.normpath(self.artifacts) + os.sep)
            if not inside or os.path.islink(path) or not os.path.isfile(path):
                self.report.unsure(name, "this artifact is not in %s" % self.artifacts)
            elif file_sha256(path) != digest:
                self.report.fail("ARTIFACT_MISMATCH", name, "it is not the artifact that was released")
            else:
                self.report.good(name, "it is the artifact that was released")

    # -- what the record says

    def unmet(self, place, sentence):
        self.report.fail("POLICY_NOT_MET", place, sentence)

    def policy(self):
        if self.predicate is None:
            return
        it, policy = self.predicate, self.predicate.tree("policy")
        self.approved = self.sign_offs()
        self.exceptions = it.trees("exceptions")
        outcome = it.one_of("outcome", "READY", "RELEASED", "RELEASED_WITH_EXCEPTIONS", "ROLLED_BACK", "ABORTED")
        if outcome in ("ROLLED_BACK", "ABORTED"):
            self.unmet("outcome", "the release was not let go: its outcome is %s" % outcome)
        elif outcome != "READY" and not it.has("publication"):
            self.unmet("outcome", "it calls itself released, and no probe saw it published")
        if outcome == "RELEASED" and self.exceptions:
            self.unmet("outcome", "it calls itself released without exceptions, and lists some")
        if policy.one_of("decision", "GO", "NO-GO") != "GO":
            self.unmet("policy", "the gate said no-go over the release")
        if not it.trees("runs"):
            self.unmet("runs", "no run stands in the record, which proves nothing")
        for run in it.trees("runs"):
            self.run_of(run)
        for each in self.exceptions:
            self.exempted(each)
        for need in policy.trees("approvals"):
            role, people = need.text("role"), {each["principal"] for each in self.approved
                                               if not each["step"] and each["role"] == need.text("role") and each["meaning"] != "sealed"}
            if len(people) < need.number("people"):
                self.report.fail("SIG_THRESHOLD", "policy", "%d of %d sign-offs as %s verify" % (len(people), need.number("people"), show(role)))
        self.properties(policy)
        if not any(weight == "FAILED" for weight, _, _, _ in self.report.lines):
            self.report.good(RECORD, "outcome %s; every step is met or excepted (%d)" % (outcome, len(self.exceptions)))

    def run_of(self, run):
        checklist = run.tree("checklist").text("id")
        if run.one_of("decision", "GO", "NO-GO") != "GO":
            self.unmet(checklist, "the gate said no-go")
        if not run.trees("steps"):
            self.unmet(checklist, "it has no steps, which proves nothing")
        for step in run.trees("steps"):
            name, raw, effective = checklist + "/" + step.text("id"), step.text("raw"), step.text("effective")
            attempts = step.trees("attempts")
            last = attempts[-1].text("raw") if attempts else "NOT_RUN"
            if step.has("auditSeq"):
                self.operators.add(step.tree("actor").text("id"))
            kind = {"WAIVED": "waived", "DEFERRED": "deferred", "NOT_APPLICABLE": "not-applicable"}.get(effective)
            excepted = any(each.text("step") == name and each.text("kind") == kind for each in self.exceptions)
            signed = any(each["step"] in (name, step.text("id")) for each in self.approved)
            self.as_logged(run.text("id"), step, name)
            if raw != last:
                self.unmet(name, "it calls itself %s, but its last attempt was %s" % (show(raw), show(last)))
            elif effective in ("PASSED", "WARNED"):
                if last not in ("PASSED", "WARNED") and not signed:
                    self.unmet(name, "it counts as passed without a passing attempt or a verified sign-off")
            elif effective == "NOT_APPLICABLE":
                if not excepted and last == "NOT_APPLICABLE":
                    self.unmet(name, "a person said that it does not apply, and it is not listed as an exception")
            elif not excepted and step.value.get("optional") is not True:
                self.unmet(name, "it is %s: neither met nor accepted by anybody" % show(effective))

    def as_logged(self, run, step, name):
        """A retry never hides what came before it: attempts ended as the log says, and none is left out."""
        logged = self.chain.concluded.get((run, step.text("id")), {}) if self.chain else {}
        listed = 0
        for attempt in step.trees("attempts"):
            number, raw = attempt.number("n"), attempt.text("raw")
            listed = max(listed, number)
            said = logged.get(number, {raw})
            if raw not in said:
                self.unmet(name, "attempt %d calls itself %s, and the log says %s" % (number, show(raw), show(", ".join(sorted(said)))))
        if max([0] + list(logged)) > listed or len(step.trees("attempts")) < listed:
            self.unmet(name, "the log has attempts at it that the record leaves out")

    def exempted(self, each):
        name = each.text("step")
        if not each.text("reason").strip() or not each.text("owner").strip():
            self.unmet(name, "its exception lacks a reason or a person")
        if not each.has("expiresOn"):
            if each.text("kind") != "not-applicable":
                self.unmet(name, "its exception has no end")
        elif self.chain is not None and self.chain.logged is not None:
            sealed = datetime.datetime(1970, 1, 1) + datetime.timedelta(milliseconds=self.chain.logged.time)
            if each.day("expiresOn") < sealed.date():
                self.unmet(name, "its exception had expired before the record was sealed")

    def sign_offs(self):
        good = []
        for each in self.predicate.trees("signoffs"):
            name = "signoffs/%s.json" % each.digest("statementDigest")
            if name not in self.bundle.files or name + ".sig" not in self.bundle.files:
                self.report.fail("EVIDENCE_MISSING", name, "the sign-off of %s is missing" % show(each.text("principal")))
                continue
            data = self.bundle.bytes(name, RECORD_MAX)
            if sha256(data) != each.digest("statementDigest"):
                self.report.fail("SIG_INVALID", name, "it is not the statement that the record names")
                continue
            who, code, sentence = self.trust.check(self.bundle.bytes(name + ".sig", TEXT_MAX), data, SIGNOFF_NAMESPACE, self.at)
            if who is None:
                (self.report.fail(code, name, sentence) if code else self.report.unsure(name, sentence))
                continue
            try:
                good += self.sign_off(each, data, who, name)
            except Wrong as e:
                self.report.unsure(name, "the sign-off cannot be read: %s" % e)
        return good

    def sign_off(self, each, data, who, name):
        value = Tree(strict(data, RECORD_MAX), "sign-off")
        value.one_of("_type", "https://in-toto.io/Statement/v1")
        value.one_of("predicateType", SIGNOFF_TYPE)
        it, shown = value.tree("predicate"), value.tree("predicate").tree("shown")
        if sha256(canonical(shown.value).encode("utf-8")) != it.digest("shownDigest"):
            raise Wrong("shownDigest is not the digest of what was shown")
        if shown.text("commit") not in [digest for subject in value.trees("subject") for digest in subject.tree("digest").value.values()]:
            raise Wrong("the commit shown is none of its subjects")
        if {who, it.text("principal")} != {each.text("principal")} \
                or [it.text("role"), it.text("meaning")] != [each.text("role"), each.text("meaning")]:
            self.report.fail("KEY_UNKNOWN", name, "it is not the sign-off that the record lists")
            return []
        release, mine = shown.tree("release"), self.predicate.tree("release")
        commits = [each.tree("digest").text("gitCommit") for each in self.subjects if each.tree("digest").has("gitCommit")]
        if [release.text("product"), release.text("version")] != [mine.text("product"), mine.text("version")] or commits[:1] != [shown.text("commit")]:
            self.report.fail("POLICY_NOT_MET", name, "the sign-off is about another release or commit")
            return []
        self.report.good(name, "signed off by %s as %s: %s" % (who, show(it.text("role")), show(it.text("meaning"))))
        return [{"principal": who, "role": it.text("role"), "meaning": it.text("meaning"), "step": it.text_or_none("step") or ""}]

    def properties(self, policy):
        properties = self.predicate.list("properties")
        if "NO_EXCEPTIONS" in properties and self.exceptions:
            self.unmet("NO_EXCEPTIONS", "it says so and lists exceptions")
        if "FOUR_EYES" in properties and len(self.people) < 2:
            self.unmet("FOUR_EYES", "it says so, but the signatures of fewer than two people hold")
        if "RESTORE_PROVEN" in properties and not (
                self.predicate.has("rollbackPoint") and self.predicate.tree("rollbackPoint").has("provenRestorableOn")):
            self.unmet("RESTORE_PROVEN", "it says so, and names no backup that was proven to restore")
        second = [each.text("principal") for each in self.predicate.trees("signoffs") if each.text("control") == "second-person"]
        for principal in second:
            if principal in self.operators:
                self.unmet("control", "%s counts as a second person, but ran steps of this release" % show(principal))
        if policy.text("control") == "second-person" and not second:
            self.unmet("control", "it says second-person control, but no sign-off is one of a second person")


def file_sha256(path):
    whole = hashlib.sha256()
    with open(path, "rb") as stream:
        for block in iter(lambda: stream.read(1 << 16), b""):
            whole.update(block)
    return whole.hexdigest()


# ---- other people's logs --------------------------------------------------------------------------------------------------


def python_json(value, separators, ascii_only):
    """json.dumps(value, sort_keys=True) with numbers as they are spelled."""
    comma, colon = separators
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=ascii_only)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, list):
        return "[" + comma.join(python_json(each, separators, ascii_only) for each in value) + "]"
    return "{" + comma.join(json.dumps(name, ensure_ascii=ascii_only) + colon + python_json(value[name], separators, ascii_only)
                            for name in sorted(value)) + "}"


def script_json(value):
    """JSON.stringify in the order in which the members stand."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, str):
        return re.sub("[\ud800-\udfff]", lambda c: "\\u%04x" % ord(c.group()), json.dumps(value, ensure_ascii=False))
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, list):
        return "[" + ",".join(script_json(each) for each in value) + "]"
    return "{" + ",".join(script_json(name) + ":" + script_json(each) for name, each in value.items()) + "}"


CANONICAL = {
    "py-compact-ascii": lambda value: python_json(value, (",", ":"), True),
    "py-default": lambda value: python_json(value, (", ", ": "), True),
    "py-compact-utf8": lambda value: python_json(value, (",", ":"), False),
    "js-insertion": script_json,
}


class Recipe:
    """How one kind of log chains its entries. `minus`: members left out of the body. `position`: where the hash before goes."""

    def __init__(self, hash_field="hash", prev_field="prev_hash", genesis=None, minus=("hash",), position="inside", delimiter="",
                 canonical_form="py-compact-ascii", prefix="", keyed=False, fields=()):
        self.hash_field, self.prev_field, self.genesis, self.minus = hash_field, prev_field, genesis, minus
        self.position, self.delimiter, self.canonical_form = position, delimiter, canonical_form
        self.prefix, self.keyed, self.fields = prefix, keyed, fields

    def hash_input(self, value, previous):
        spell = CANONICAL[self.canonical_form]
        before = "" if previous is None else previous
        if self.position == "fields":
            parts = []
            for name in self.fields:
                if name not in value:
                    raise Wrong('it has no member "%s"' % show(name))
                part = value[name]
                parts.append("" if part is None else str(part) if isinstance(part, str) else spell(part))
            return self.delimiter.join(parts)
        body = collections.OrderedDict((name, each) for name, each in value.items() if name not in self.minus)
        if self.position == "wrapper":
            return spell({"prev": previous, "payload": body})
        if self.position == "prefix":
            return before + self.delimiter + spell(body)
        if self.position == "suffix":
            return spell(body) + self.delimiter + before
        return spell(body)

    def digest(self, text, key):
        data = text.encode("utf-8")
        if self.keyed:
            return self.prefix + hmac.new(key, data, hashlib.sha256).hexdigest()
        return self.prefix + sha256(data)


def recipe_of(name, options):
    """The recipe of one name: exactly one way, variants have names of their own. None: previous-raw-line."""
    both = ("hash", "prev_hash")
    recipes = {
        "aetherlink": Recipe(),
        "self-sha256": Recipe("sha256", "prev_sha256", None, ("sha256",)),
        "py-default-zeros": Recipe(genesis=ZEROS, canonical_form="py-default"),
        "py-utf8-genesis": Recipe("entry_hash", "prev_hash", "GENESIS", ("entry_hash",), canonical_form="py-compact-utf8"),
        "prefixed": Recipe(prefix="sha256:"),
        "prev-then-body": Recipe(genesis=ZEROS, position="prefix"),
        "prev-then-body/genesis": Recipe(genesis="GENESIS", position="prefix"),
        "prev-then-body/empty": Recipe(genesis="", position="prefix"),
        "prev-then-body/bare": Recipe(genesis=ZEROS, minus=both, position="prefix"),
        "prev-then-body/bare-genesis": Recipe(genesis="GENESIS", minus=both, position="prefix"),
        "prev-then-body/bare-empty": Recipe(genesis="", minus=both, position="prefix"),
        "prev-pipe-body": Recipe("row_hash", genesis=ZEROS, minus=("row_hash", "prev_hash"), position="prefix", delimiter="|"),
        "prev-pipe-body/whole": Recipe("row_hash", genesis=ZEROS, minus=("row_hash",), position="prefix", delimiter="|"),
        "prev-pipe-body/hash": Recipe(genesis=ZEROS, minus=both, position="prefix", delimiter="|"),
        "prev-pipe-body/hash-whole": Recipe(genesis=ZEROS, position="prefix", delimiter="|"),
        "body-then-prev": Recipe(genesis=ZEROS, position="suffix"),
        "body-then-prev/bare": Recipe(genesis=ZEROS, minus=both, position="suffix"),
        "wrapper": Recipe(genesis="GENESIS", minus=both, position="wrapper", canonical_form="py-default"),
        "hmac": Recipe("hmac", "prev_hmac", "", ("hmac",), canonical_form="py-default", keyed=True),
        "js-insertion": Recipe(prev_field="prevHash", genesis="GENESIS", canonical_form="js-insertion"),
        "js-insertion/zeros": Recipe(prev_field="prevHash", genesis=ZEROS, canonical_form="js-insertion"),
        "js-insertion/snake": Recipe(genesis="GENESIS", canonical_form="js-insertion"),
        "js-insertion/snake-zeros": Recipe(genesis=ZEROS, canonical_form="js-insertion"),
        "fields": Recipe(options.hash_field, options.prev_field, ZEROS if options.genesis is None else options.genesis,
                         position="fields", delimiter=options.delimiter, fields=tuple(filter(None, (options.fields or "").split(",")))),
        "previous-raw-line": None,
    }
    if name not in recipes:
        raise Cannot('There is no recipe "%s"; there are plimsoll, %s.' % (show(name), ", ".join(sorted(recipes))))
    if name == "fields" and not options.fields:
        raise Cannot("The recipe needs its members in order: --fields prev_hash,seq,ts,actor,action,data.")
    return recipes[name]


class Twice(Wrong):
    pass


def members_once(pairs):
    seen = collections.OrderedDict()
    for name, value in pairs:
        if name in seen:
            raise Twice('member "%s" stands twice' % show(name))
        seen[name] = value
    return seen


LOOSE = json.JSONDecoder(object_pairs_hook=members_once, parse_int=Number, parse_float=Number, parse_constant=Number)
STYLES = {
    "compact, ASCII": ((",", ":"), True),
    "compact, UTF-8": ((",", ":"), False),
    "spaced, ASCII": ((", ", ": "), True),
    "spaced, UTF-8": ((", ", ": "), False),
}


def as_it_stands(value, separators, ascii_only):
    """As a writer of this style spells it, members in the order in which they stand."""
    if isinstance(value, list):
        return "[" + separators[0].join(as_it_stands(each, separators, ascii_only) for each in value) + "]"
    if isinstance(value, dict):
        return "{" + separators[0].join(json.dumps(name, ensure_ascii=ascii_only) + separators[1] + as_it_stands(each, separators, ascii_only)
                                        for name, each in value.items()) + "}"
    return python_json(value, separators, ascii_only)


def odd(value):
    """The first thing that readers of JSON do not agree about, or None."""
    if isinstance(value, Number):
        return "it holds %s, which is no JSON" % value if value.lstrip("-") in ("NaN", "Infinity") else None
    if isinstance(value, str):
        return "it has half of a surrogate pair in a text" if re.search("[\ud800-\udfff]", value) else None
    parts = value if isinstance(value, list) else [each for pair in value.items() for each in pair] if isinstance(value, dict) else []
    return next(filter(None, map(odd, parts)), None)


def is_sorted(value):
    if isinstance(value, dict):
        return list(value) == sorted(value) and all(map(is_sorted, value.values()))
    return not isinstance(value, list) or all(map(is_sorted, value))


class Foreign:
    """One walk over another program's log of JSON Lines."""

    def __init__(self, path, options, report):
        self.path, self.report, self.options = path, report, options
        self.entries, self.number, self.head = 0, 0, None
        self.anchor = Pin(options.anchor, "head") if options.anchor else None
        self.recipe = recipe_of(options.recipe, options)
        self.previous = self.recipe.genesis if self.recipe else "GENESIS" if options.genesis is None else options.genesis
        self.key = None
        if options.recipe == "hmac":
            if not options.key_file:
                raise Cannot("The recipe needs its key: --key-file FILE.")
            self.key = read(options.key_file, 1 << 16).rstrip(b"\r\n")
        self.styles, self.fork, self.ordered, self.unordered, self.first_unordered = set(STYLES), None, 0, 0, None

    def place(self, offset):
        return "%s, entry %d (line %d, byte %d)" % (os.path.basename(self.path), self.entries, self.number, offset)

    def broken(self, code, offset, sentence):
        self.report.fail(code, self.place(offset), sentence)
        return False

    def walk(self):
        try:
            with open(self.path, "rb") as stream:
                for offset, line, ended in lines_of(stream, FOREIGN_LINE_MAX):
                    self.number += 1
                    if not self.step(offset, line, ended):
                        return
        except OSError as e:
            if not self.anchor or not isinstance(e, FileNotFoundError):
                self.report.unsure(self.path, "it cannot be read: %s" % e)
                return
        self.end()

    def step(self, offset, line, ended):
        if self.number == 1 and line.startswith(b"\xef\xbb\xbf"):
            self.report.warn("CHAIN_BOM", self.place(offset), "it begins with a byte order mark")
            line = line[3:]
        if line.endswith(b"\r"):
            self.report.warn("CHAIN_LINE_END", self.place(offset), "the line ends in CR LF")
            line = line[:-1]
        if not line.strip(b" \t"):
            self.report.warn("CHAIN_BLANK_LINE", self.place(offset), "the line is blank")
            return True
        try:
            value = self.read(line)
        except Twice as e:
            return self.broken("CHAIN_MEMBER_TWICE", offset, str(e))
        except Wrong as e:
            return self.broken("CHAIN_NOT_JSON" if ended else "CHAIN_TORN_TAIL", offset, "the line is no whole JSON object: %s" % e)
        if not ended:
            self.report.warn("CHAIN_LINE_END", self.place(offset), "no line end follows the last line")
        if not self.hashes(value, line, offset):
            return False
        self.spelling(value, line, offset)
        self.entries += 1
        if self.anchor and self.entries == self.anchor.size:
            self.fork = self.head
        return True

    @staticmethod
    def read(line):
        try:
            text = line.decode("utf-8")
            bound_depth(text, 512)
            value = LOOSE.decode(text.strip(" \t"))
        except (ValueError, RecursionError) as e:
            raise Wrong(show(e))
        if not isinstance(value, dict):
            raise Wrong("it is not an object")
        return value

    def member(self, value, name, offset, genesis_null):
        found = value.get(name, False)
        if isinstance(found, str) and not isinstance(found, Number) or found is None and genesis_null and self.entries == 0:
            return True
        return self.broken("CHAIN_MEMBER", offset, 'its member "%s" is missing or no text' % show(name))

    def hashes(self, value, line, offset):
        recipe = self.recipe
        prev = recipe.prev_field if recipe else "prev_hash"
        if recipe and not self.member(value, recipe.hash_field, offset, False) or not self.member(value, prev, offset, self.previous is None):
            return False
        if recipe:
            try:
                computed = recipe.digest(recipe.hash_input(value, value[prev]), self.key)
            except UnicodeEncodeError:
                return self.broken("CHAIN_NOT_CANONICAL", offset, "half of a surrogate pair has no spelling in UTF-8")
            except Wrong as e:
                return self.broken("CHAIN_MEMBER", offset, str(e))
            if value[recipe.hash_field] != computed:
                return self.broken("CHAIN_HASH", offset, "its hash is %s, computed is %s: it was changed" % (show(value[recipe.hash_field]), computed))
        if value[prev] != self.previous:
            return self.broken("CHAIN_PREV", offset, "it does not name the hash of the entry before: one of the two was changed, or entries are missing, twice or out of order")
        self.head = self.previous = computed if recipe else sha256(line)
        return True

    def spelling(self, value, line, offset):
        strange = odd(value)
        if strange:
            self.report.warn("CHAIN_SPELLING", self.place(offset), strange + ": readers take it differently")
        found = {name for name, (separators, ascii_only) in STYLES.items()
                 if as_it_stands(value, separators, ascii_only).encode("utf-8", "surrogatepass") == line}
        if not found:
            self.report.warn("CHAIN_SPELLING", self.place(offset), "its hash fits, but it is spelled as no writer known here does")
        elif not found & self.styles:
            self.report.warn("CHAIN_SPELLING", self.place(offset), "its hash fits, but it is spelled otherwise than the lines before it")
        self.styles = found & self.styles or found or self.styles
        if is_sorted(value):
            self.ordered += 1
        else:
            self.unordered += 1
            self.first_unordered = self.first_unordered or self.place(offset)

    def end(self):
        place = os.path.basename(self.path)
        if self.first_unordered and self.unordered < self.ordered and self.unordered <= self.entries // 10 + 1:
            self.report.warn("CHAIN_SPELLING", self.first_unordered, "its members stand in another order than in the lines around it")
        if not self.entries and not self.anchor:
            self.report.unsure(place, "it holds no entry, which proves nothing")
        elif self.anchor and self.entries < self.anchor.size:
            self.report.fail("PIN_ROLLBACK", place, "it has %d entries, you kept the head of %d: %d are missing, it was rolled back" % (self.entries, self.anchor.size, self.anchor.size - self.entries))
        elif self.anchor and self.fork != self.anchor.digest and self.fork.split(":")[-1] != self.anchor.digest:
            self.report.fail("PIN_FORK", place, "entry %d is not the one whose head you kept: it was rewritten" % (self.anchor.size - 1))
        else:
            self.report.good(place, "all %d entries follow one another; head %s" % (self.entries, self.head))
        if not self.anchor:
            self.report.note("NOTHING_TO_COMPARE", place, "no head of yours was given: that entries are missing at the end, or that it was written anew, would not show")
            if self.recipe is None and self.entries:
                self.report.note("LAST_ENTRY_OPEN", place, "nothing in the file protects its last entry")


# ---- command line ---------------------------------------------------------------------------------------------------------


def read(path, longest):
    try:
        with open(path, "rb") as stream:
            data = stream.read(longest + 1)
    except OSError as e:
        raise Cannot("%s cannot be read: %s." % (path, e.strerror))
    if len(data) > longest:
        raise Cannot("%s is larger than %d bytes." % (path, longest))
    return data


def kept_checkpoints(paths):
    """A checkpoint as it lies in a bundle, or every one in the message of a tag object."""
    found = []
    for path in paths:
        data = read(path, 1 << 20)
        tag = re.match(rb"object [0-9a-f]{40,64}\ntype [a-z]+\ntag ([^\n]+)\n", data)
        blocks = re.findall(rb"-----BEGIN AUDIT CHECKPOINT-----\n(.*?)-----END AUDIT CHECKPOINT-----", data, re.S) if tag else [data]
        try:
            found += [Checkpoint(each) for each in blocks]
        except Wrong as e:
            raise Cannot("%s is no checkpoint: %s." % (path, e))
        if not blocks:
            raise Cannot("The message of the tag in %s carries no checkpoint." % path)
        if tag:
            header = b"tag %d\0" % len(data)
            found[-1].tag = (tag.group(1).decode("utf-8", "replace"), [hashlib.new(kind, header + data).hexdigest() for kind in ("sha1", "sha256")])
    return found


def moment(text):
    if text is None:
        return int(time.time() * 1000)
    try:
        return parse_time(text)
    except Wrong:
        try:
            return Trust.time(text)
        except Wrong as e:
            raise Cannot("--at: %s." % e)


def bundle_report(options):
    trust = Trust(read(options.trust, 1024 * 1024), options.trust)
    pins = [Pin(each, "root") for each in options.pin]
    bundle = Bundle(options.file)
    return Examination(bundle, trust, moment(options.at), pins, kept_checkpoints(options.checkpoint), options.artifacts).run()


def log_report(options):
    report = Report()
    pins = [Pin(each, "root") for each in options.pin] + [Pin(each, "head") for each in filter(None, [options.anchor])]
    try:
        with open(options.file, "rb") as stream:
            log = Log(stream, report, (), pins, kept_checkpoints(options.checkpoint), place=os.path.basename(options.file))
    except OSError as e:
        raise Cannot("%s cannot be read: %s." % (options.file, e.strerror))
    if log.whole and report.exit() in (PROVEN, OPEN, WARNED):
        report.good(log.place, "all %d entries follow one another; head %s, root %s" % (log.entries, log.head, root(log.peaks)))
        for seq in log.clock:
            report.warn("CLOCK_STEPPED", "%s, entry %d" % (log.place, seq), "the clock went back before it")
        for seq in log.replaced:
            report.warn("KEY_REPLACED", "%s, entry %d" % (log.place, seq), "it replaces the log's key without the former key's signature: ask who did it")
        if not pins and not options.checkpoint:
            report.note("NOTHING_TO_COMPARE", log.place, "no checkpoint and no pin of yours was given: that entries are missing at the end, or that it was written anew, would not show")
    return report


def chain_report(options):
    if options.recipe == "plimsoll":
        return log_report(options)
    report = Report()
    Foreign(options.file, options, report).walk()
    return report


def words():
    parser = argparse.ArgumentParser(prog="plimsoll_verify.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("bundle", "log", "chain"):
        command = commands.add_parser(name)
        command.add_argument("file")
        command.add_argument("--json", action="store_true")
        command.add_argument("--pin", action="append", default=[], metavar="SIZE:ROOT", help="so many entries, and the Merkle root over them")
        command.add_argument("--checkpoint", action="append", default=[], metavar="FILE", help="one that you kept, or a tag object")
        command.add_argument("--anchor", metavar="N:HEAD", help="so many entries, and the hash of the last of them")
        if name == "bundle":
            command.add_argument("--trust", required=True, metavar="ALLOWED_SIGNERS", help="your own; never one out of the bundle")
            command.add_argument("--artifacts", metavar="DIR", help="where the released files lie that you downloaded")
            command.add_argument("--at", metavar="TIME", help="when keys have to count: 20260301093117Z; now by default")
        if name == "chain":
            command.add_argument("--recipe", required=True, metavar="NAME")
            command.add_argument("--fields", metavar="A,B,C")
            command.add_argument("--delimiter", default="|")
            command.add_argument("--hash-field", default="hash")
            command.add_argument("--prev-field", default="prev_hash")
            command.add_argument("--genesis")
            command.add_argument("--key-file", metavar="FILE")
    commands.add_parser("batch")
    commands.add_parser("ed25519")
    return parser


def report_of(options):
    kind = {"bundle": bundle_report, "log": log_report, "chain": chain_report}[options.command]
    try:
        return kind(options)
    except Cannot as e:
        report = Report()
        report.unsure(options.file, str(e))
        return report


def batch(parser):
    for line in sys.stdin:
        report = report_of(parser.parse_args(json.loads(line)))
        sys.stdout.write(json.dumps(report.tree()) + "\n")
        sys.stdout.flush()
    return PROVEN


def vectors():
    for line in sys.stdin:
        key, message, signature = (bytes.fromhex(json.loads(line)[name]) for name in ("key", "message", "signature"))
        sys.stdout.write("valid\n" if ed25519(key, message, signature) else "invalid\n")
    return PROVEN


def main():
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    parser = words()
    options = parser.parse_args()
    if options.command == "batch":
        return batch(parser)
    if options.command == "ed25519":
        return vectors()
    report = report_of(options)
    if options.json:
        sys.stdout.write(json.dumps(report.tree(), indent=1) + "\n")
    else:
        report.print(sys.stdout)
    return report.exit()


if __name__ == "__main__":
    sys.exit(main())
