#!/usr/bin/env python3
"""Verifies hash-chained JSON Lines plainly, as a program does that knows nothing but its own writer.

    verify_plainly.py RECIPE FILE     one file: prints the verdict, ends with 0 or 1
    verify_plainly.py < JOBS          many: a line "RECIPE<TAB>FILE" each, a line of verdict each

A verdict is "whole ENTRIES HEAD" or "broken ENTRY", the first bad one, counted from 0.
"""
import hashlib
import json
import sys

ZEROS = "0" * 64


def compact(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def utf8(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def spaced(value):
    return json.dumps(value, sort_keys=True)


def without(entry, *names):
    return {name: value for name, value in entry.items() if name not in names}


# own hash, hash before, genesis, what is hashed of an entry and the hash before, text before the digits
RECIPES = {
    "aetherlink": ("hash", "prev_hash", None, lambda e, p: compact(without(e, "hash")), ""),
    "self-sha256": ("sha256", "prev_sha256", None, lambda e, p: compact(without(e, "sha256")), ""),
    "py-default-zeros": ("hash", "prev_hash", ZEROS, lambda e, p: spaced(without(e, "hash")), ""),
    "py-utf8-genesis": ("entry_hash", "prev_hash", "GENESIS", lambda e, p: utf8(without(e, "entry_hash")), ""),
    "prefixed": ("hash", "prev_hash", None, lambda e, p: compact(without(e, "hash")), "sha256:"),
    "prev-then-body": ("hash", "prev_hash", ZEROS, lambda e, p: p + compact(without(e, "hash")), ""),
    "prev-pipe-body/hash": (
        "hash", "prev_hash", ZEROS, lambda e, p: p + "|" + compact(without(e, "hash", "prev_hash")), ""),
    "body-then-prev": ("hash", "prev_hash", ZEROS, lambda e, p: compact(without(e, "hash")) + p, ""),
    "wrapper": (
        "hash", "prev_hash", "GENESIS",
        lambda e, p: spaced({"prev": p, "payload": without(e, "hash", "prev_hash")}), ""),
}


def verify(recipe, path):
    own, before, prev, hashed, prefix = RECIPES[recipe]
    count = 0
    with open(path, "rb") as lines:
        for line in lines:
            if not line.strip():
                continue
            try:
                entry = json.loads(line.decode("utf-8"))
                digest = hashlib.sha256(hashed(entry, entry[before]).encode("utf-8")).hexdigest()
                if entry[before] != prev or entry[own] != prefix + digest:
                    return "broken %d" % count
            except (ValueError, KeyError, TypeError, AttributeError):
                return "broken %d" % count
            prev = entry[own]
            count += 1
    return "whole %d %s" % (count, prev)


if len(sys.argv) == 3:
    verdict = verify(sys.argv[1], sys.argv[2])
    print(verdict)
    sys.exit(0 if verdict.startswith("whole") else 1)
for job in sys.stdin:
    print(verify(*job.rstrip("\n").split("\t")))
