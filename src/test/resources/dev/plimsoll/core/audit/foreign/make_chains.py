#!/usr/bin/env python3
"""Makes the chains of this folder again: python3 make_chains.py

One whole chain for each built-in recipe and variant (a slash in its name is a dot here), `heads.json` with the number of
entries and the head of each, recipes of tests with a chain each in `recipes/`, and broken ones in `broken/`, named after their defect. The standard library only; no code
is shared with Plimsoll.
"""
import decimal, hashlib, hmac, json, os, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ZEROS = "0" * 64
KEY = b"test-key-for-verification"
ASTRAL, NFC = "\U0001F600", "Caf\u00e9"
CONTENTS = [
    {"ts": "2026-02-01T08:00:00.000Z", "actor": "ops", "action": "start", "data": {"ms": 864.0, "at": 1762047283.9313283, "title": f"{NFC} {ASTRAL} \x7f", "none": None, "ok": True}},
    {"ts": "2026-02-01T08:00:01.250Z", "actor": "ops", "action": "backup", "data": {"small": 1e-05, "big": 1e+16, "bytes": 1847296, "files": ["a/b.db", "quote \" slash \\ tab \t"]}},
    {"ts": "2026-02-01T08:00:02.500Z", "actor": "admin", "action": "release", "data": {"\ue000": 1, ASTRAL: 2, "10": 3, "9": 4, "zero": -0.0}},
    {"ts": "2026-02-01T08:00:03.750Z", "actor": "", "action": "restore", "data": {}},
    {"ts": "2026-02-01T08:00:05.000Z", "actor": "ops", "action": "stop", "data": {"list": [], "deep": [[{"x": [1, 2.5, -3]}]], "line": "\u2028 </script> \n\r\b\f\u0001"}},
]

sha = lambda text: hashlib.sha256(text.encode()).hexdigest()
compact = lambda x: json.dumps(x, sort_keys=True, separators=(",", ":"))
default = lambda x: json.dumps(x, sort_keys=True)
utf8 = lambda x: json.dumps(x, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
js = lambda x: json.dumps(x, separators=(",", ":"), ensure_ascii=False)
minus = lambda entry, *names: {k: v for k, v in entry.items() if k not in names}


def plain(x):
    """Numbers as ECMAScript prints them, so that a line is what JSON.stringify writes."""
    if isinstance(x, dict):
        numbers = sorted((k for k in x if k.isdigit()), key=int)
        return {k: plain(x[k]) for k in numbers + [k for k in x if not k.isdigit()]}
    if isinstance(x, list):
        return [plain(item) for item in x]
    if isinstance(x, float):
        return 0 if x == 0 else int(x) if x == int(x) and abs(x) < 1e21 else x
    return x


def chain(hash_field, prev_field, genesis, body, line, contents=CONTENTS, hash_text=sha):
    prev, lines = genesis, []
    for content in contents:
        entry = {**content, prev_field: prev}
        prev = hash_text(body(entry, prev if prev is not None else ""))
        entry[hash_field] = prev
        lines.append(line(entry))
    return lines, prev


def raw(contents=CONTENTS):
    prev, lines = "GENESIS", []
    for n, content in enumerate(contents):
        lines.append(json.dumps({"seq": n + 1, "prev_hash": prev, **content}))
        prev = sha(lines[-1])
    return lines, prev


def joined(contents=CONTENTS):
    prev, lines = ZEROS, []
    for n, content in enumerate(contents):
        entry = {**content, "prev_hash": prev, "seq": n + 1}
        prev = sha("|".join([prev, str(n + 1), entry["ts"], entry["actor"], entry["action"], compact(entry["data"])]))
        entry["hash"] = prev
        lines.append(compact(entry))
    return lines, prev


JS = [plain({**c, "data": {k: v for k, v in c["data"].items() if k != "small"}}) for c in CONTENTS]
keyed = lambda text: hmac.new(KEY, text.encode(), "sha256").hexdigest()
bare = lambda e, h: compact(minus(e, h, "prev_hash"))
whole = lambda e, h: compact(minus(e, h))


def in_js(prev_field, genesis):
    return chain("hash", prev_field, genesis, lambda e, p: js(minus(e, "hash")), js, JS)


CHAINS = {
    "aetherlink": chain("hash", "prev_hash", None, lambda e, p: whole(e, "hash"), compact),
    "self-sha256": chain("sha256", "prev_sha256", None, lambda e, p: whole(e, "sha256"), compact),
    "py-default-zeros": chain("hash", "prev_hash", ZEROS, lambda e, p: default(minus(e, "hash")), default),
    "py-utf8-genesis": chain("entry_hash", "prev_hash", "GENESIS", lambda e, p: utf8(minus(e, "entry_hash")), utf8),
    "prefixed": chain("hash", "prev_hash", None, lambda e, p: whole(e, "hash"), compact, hash_text=lambda t: "sha256:" + sha(t)),
    "prev-pipe-body": chain("row_hash", "prev_hash", ZEROS, lambda e, p: p + "|" + bare(e, "row_hash"), compact),
    "prev-pipe-body.whole": chain("row_hash", "prev_hash", ZEROS, lambda e, p: p + "|" + whole(e, "row_hash"), compact),
    "prev-pipe-body.hash": chain("hash", "prev_hash", ZEROS, lambda e, p: p + "|" + bare(e, "hash"), compact),
    "prev-pipe-body.hash-whole": chain("hash", "prev_hash", ZEROS, lambda e, p: p + "|" + whole(e, "hash"), compact),
    "body-then-prev": chain("hash", "prev_hash", ZEROS, lambda e, p: whole(e, "hash") + p, compact),
    "body-then-prev.bare": chain("hash", "prev_hash", ZEROS, lambda e, p: bare(e, "hash") + p, compact),
    "wrapper": chain("hash", "prev_hash", "GENESIS", lambda e, p: default({"prev": p, "payload": minus(e, "hash", "prev_hash")}), json.dumps),
    "previous-raw-line": raw(),
    "hmac": chain("hmac", "prev_hmac", "", lambda e, p: default(minus(e, "hmac")), json.dumps, hash_text=keyed),
    "js-insertion": in_js("prevHash", "GENESIS"),
    "js-insertion.zeros": in_js("prevHash", ZEROS),
    "js-insertion.snake": in_js("prev_hash", "GENESIS"),
    "js-insertion.snake-zeros": in_js("prev_hash", ZEROS),
    "fields": joined(),
}
for name, genesis in {"": ZEROS, "genesis": "GENESIS", "empty": ""}.items():
    CHAINS[".".join(["prev-then-body"] + [name] * bool(name))] = chain("hash", "prev_hash", genesis, lambda e, p: p + whole(e, "hash"), compact)
    CHAINS["prev-then-body." + "-".join(["bare"] + [name] * bool(name))] = chain("hash", "prev_hash", genesis, lambda e, p: p + bare(e, "hash"), compact)


def es6(x):
    """A number as ECMAScript prints it."""
    if isinstance(x, int) and abs(x) < 10**21:
        return str(x)
    if x == 0:
        return "0"
    sign, digits, exponent = decimal.Decimal(repr(float(x))).normalize().as_tuple()
    digits, point = "".join(map(str, digits)), len(digits) + exponent
    if -6 < point <= 0:
        out = "0." + "0" * -point + digits
    elif 0 < point <= 21:
        out = digits + "0" * (point - len(digits)) if point >= len(digits) else digits[:point] + "." + digits[point:]
    else:
        out = digits[0] + ("." + digits[1:] if digits[1:] else "") + "e" + "%+d" % (point - 1)
    return "-" * sign + out


def jcs(x):
    if isinstance(x, dict):
        names = sorted(x, key=lambda k: k.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(jcs(k) + ":" + jcs(x[k]) for k in names) + "}"
    if isinstance(x, list):
        return "[" + ",".join(map(jcs, x)) + "]"
    if isinstance(x, (int, float)) and not isinstance(x, bool):
        return es6(x)
    return json.dumps(x, ensure_ascii=False)


NUMBERS = [864.0, 1e-05, 1e-06, 1e-07, 1.5e-07, 1e+16, 1e+20, 1e+21, 1.5e+300, 5e-324, 1e-323, 0.1, -0.0, 123456789.125, 2**53]
NUMBERED = CONTENTS + [{"ts": "z", "actor": "a", "action": "n", "data": NUMBERS}]
hex_of = lambda name: lambda text: hashlib.new(name, text.encode()).hexdigest()


def unnamed():
    """The hash is over the previous one, which no entry names."""
    prev, lines = ZEROS, []
    for n, content in enumerate(CONTENTS):
        entry = {**content, "n": 7 + n}
        prev = sha(prev + compact(entry))
        lines.append(compact({**entry, "hash": prev}))
    return lines, prev


RECIPES = {
    "jcs": (
        "hashField: hash\nprevField: prev_hash\ngenesis: null\nbody: {minus: [hash]}\ncanonical: jcs\nalgorithm: SHA-256\n",
        chain("hash", "prev_hash", None, lambda e, p: jcs(minus(e, "hash")), json.dumps, NUMBERED),
    ),
    "sha512-cut": (
        'hashField: h\nprevField: p\ngenesis: ""\nbody: {minus: [h]}\ncanonical: py-default\nalgorithm: SHA-512\ntextPrefix: "0x"\ntruncate: 40\n',
        chain("h", "p", "", lambda e, p: default(minus(e, "h")), json.dumps, hash_text=lambda t: "0x" + hex_of("sha512")(t)[:40]),
    ),
    "sha3-begun-by-a-text": (
        'hashField: h\nprevField: p\ngenesis: {sha256: "our log"}\nbody: {minus: [h, p]}\nprevPosition: suffix\ndelimiter: " / "\n'
        "canonical: py-compact-utf8\nalgorithm: SHA3-256\n",
        chain("h", "p", sha("our log"), lambda e, p: utf8(minus(e, "h", "p")) + " / " + p, utf8, hash_text=hex_of("sha3_256")),
    ),
    "previous-hash-unnamed": (
        f'hashField: hash\nseqField: {{name: n, start: 7}}\ngenesis: "{ZEROS}"\nbody: {{minus: [hash]}}\nprevPosition: prefix\n'
        "canonical: py-compact-ascii\nalgorithm: SHA-256\n",
        unnamed(),
    ),
}


def write(name, data):
    with open(os.path.join(HERE, name), "wb") as out:
        out.write(data)


def text(lines):
    return ("\n".join(lines) + "\n").encode()


def broken(lines):
    """Every file is five entries of `aetherlink` but for the defect in its name, which is at entry 2 where it has a place."""
    data = text(lines)
    at = lambda n, line: text(lines[:n] + [line] + lines[n + 1:])
    part = lambda old, new: at(2, lines[2].replace(old, new))
    again = lambda n, **change: rehashed({**json.loads(lines[n]), **change})
    respelled = "{" + lines[2][1:-1].replace(",", ", ", 1) + "}"
    return {
        "value-changed": part("admin", "adMin"),
        "number-respelled": at(1, lines[1].replace("1e-05", "0.00001")),
        "hash-in-upper-case": part(json.loads(lines[2])["hash"], json.loads(lines[2])["hash"].upper()),
        "hash-missing": at(2, compact(minus(json.loads(lines[2]), "hash"))),
        "hash-is-a-number": at(2, compact({**json.loads(lines[2]), "hash": 7})),
        "previous-missing": at(2, compact(minus(json.loads(lines[2]), "prev_hash"))),
        "member-twice": part('"actor":"admin"', '"actor":"admin","actor":"ops"'),
        "member-twice-inside": part('"10":3', '"10":3,"10":3'),
        "first-entry-missing": text(lines[1:]),
        "entry-missing": text(lines[:2] + lines[3:]),
        "entry-twice": text(lines[:3] + lines[2:]),
        "entries-swapped": text(lines[:2] + [lines[3], lines[2]] + lines[4:]),
        "entry-inserted": text(lines[:2] + [again(1, actor="intruder")] + lines[2:]),
        "entry-rehashed": at(2, again(2, actor="intruder")),
        "end-missing": text(lines[:3]),
        "written-anew": text(chain("hash", "prev_hash", None, lambda e, p: whole(e, "hash"), compact, [{**c, "actor": "x"} for c in CONTENTS])[0]),
        "tail-cut": data[: -len(lines[4]) // 2],
        "last-line-end-missing": data[:-1],
        "zeros-at-the-end": data + bytes(64),
        "blank-line": text(lines[:2] + [""] + lines[2:]),
        "blank-lines-at-the-end": data + b"\n \n",
        "windows-line-ends": data.replace(b"\n", b"\r\n"),
        "byte-order-mark": b"\xef\xbb\xbf" + data,
        "byte-order-mark-inside": text(lines[:2] + ["\ufeff" + lines[2]] + lines[3:]),
        "white-space-added": at(2, respelled),
        "slash-escaped": at(1, lines[1].replace("a/b.db", "a\\/b.db")),
        "escape-in-upper-case": at(2, lines[2].replace("\\ue000", "\\uE000")),
        "written-in-utf8": at(0, utf8(json.loads(lines[0]))),
        "members-in-another-order": at(2, json.dumps(dict(reversed(json.loads(lines[2]).items())), separators=(",", ":"))),
        "garbage-behind": at(2, lines[2] + " x"),
        "pretty-printed": text(lines[:2] + json.dumps(json.loads(lines[2]), indent=2).split("\n") + lines[3:]),
        "not-an-object": at(2, "[1]"),
        "control-character": part("admin", "ad\x01min"),
        "not-utf8": data.replace(b'"actor":"admin"', b'"actor":"adm\xe9n"'),
        "overlong-utf8": data.replace(b'"actor":"admin"', b'"actor":"adm\xc0\xaen"'),
        "normalised": at(0, lines[0].replace("Caf\\u00e9", json.dumps(unicodedata.normalize("NFD", NFC))[1:-1])),
        "not-a-number": text(lines[:4] + [again(4, value=float("nan"))]),
        "half-a-surrogate-pair": text(lines[:4] + [again(4, value="\ud83d")]),
        "empty": b"",
        "blank-lines-alone": b"\n\n",
    }


def rehashed(entry):
    body = minus(entry, "hash")
    return compact({**body, "hash": sha(compact(body))})


os.makedirs(os.path.join(HERE, "broken"), exist_ok=True)
os.makedirs(os.path.join(HERE, "recipes"), exist_ok=True)
for name, (recipe, (lines, head)) in RECIPES.items():
    begun = f"# {len(lines)}:{head}\nschema: plimsoll/recipe/v1\nid: {name}\ntitle: A recipe of a test\n"
    write(os.path.join("recipes", name + ".yaml"), (begun + recipe).encode())
    write(os.path.join("recipes", name + ".jsonl"), text(lines))
for name, (lines, head) in sorted(CHAINS.items()):
    write(name + ".jsonl", text(lines))
for name, data in sorted(broken(CHAINS["aetherlink"][0]).items()):
    write(os.path.join("broken", name + ".jsonl"), data)
heads = {name: {"entries": len(lines), "head": head} for name, (lines, head) in sorted(CHAINS.items())}
write("heads.json", (json.dumps(heads, indent=1) + "\n").encode())
