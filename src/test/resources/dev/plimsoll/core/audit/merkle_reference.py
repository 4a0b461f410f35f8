"""Merkle proofs straight from the definitions of RFC 9162, section 2.1, with the standard library alone.

usage: merkle_reference.py roots FILE           one root for every number of lines from 1
       merkle_reference.py inclusion FILE       "index size hash,hash,..." for every pair
       merkle_reference.py consistency FILE     "from to hash,hash,..." for every pair
"""

import hashlib
import sys
from functools import lru_cache


def sha(data):
    return hashlib.sha256(data).digest()


class Tree:
    def __init__(self, lines):
        self.lines = lines
        self.mth = lru_cache(maxsize=None)(self._mth)

    def _mth(self, start, end):
        if end - start == 0:
            return sha(b"")
        if end - start == 1:
            return sha(b"\0" + self.lines[start])
        k = largest_power_below(end - start)
        return sha(b"\1" + self.mth(start, start + k) + self.mth(start + k, end))

    def path(self, m, start, end):
        n = end - start
        if n == 1:
            return []
        k = largest_power_below(n)
        if m < k:
            return self.path(m, start, start + k) + [self.mth(start + k, end)]
        return self.path(m - k, start + k, end) + [self.mth(start, start + k)]

    def subproof(self, m, start, end, complete):
        n = end - start
        if m == n:
            return [] if complete else [self.mth(start, end)]
        k = largest_power_below(n)
        if m <= k:
            return self.subproof(m, start, start + k, complete) + [self.mth(start + k, end)]
        return self.subproof(m - k, start + k, end, False) + [self.mth(start, start + k)]


def largest_power_below(n):
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def main(what, file):
    with open(file, "rb") as stream:
        lines = stream.read().split(b"\n")[:-1]
    tree = Tree(lines)
    for n in range(1, len(lines) + 1):
        if what == "roots":
            print(tree.mth(0, n).hex())
        elif what == "inclusion":
            for m in range(n):
                print(m, n, ",".join(h.hex() for h in tree.path(m, 0, n)))
        elif what == "consistency":
            for m in range(1, n + 1):
                print(m, n, ",".join(h.hex() for h in tree.subproof(m, 0, n, True)))
        else:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
