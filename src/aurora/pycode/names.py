"""Identifiers as words, and how near two names are."""

import re
from collections.abc import Hashable, Iterable, Sequence

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\dA-Z_]+|\d+")


def split_words(identifier: str) -> tuple[str, ...]:
    """The lower-case words of snake_case, camelCase and digits: `parseHTTPHeader2` is parse, http, header, 2."""
    return tuple(word.lower() for word in _WORD.findall(identifier))


def distance(a: Sequence[Hashable], b: Sequence[Hashable], limit: int | None = None) -> int:
    """How many insertions, deletions, substitutions and swaps of neighbours turn `a` into `b`.

    With a limit, every distance above it is answered as `limit + 1`, in time O(limit x length). The optimal string
    alignment distance (Damerau 1964) on the diagonal band of Ukkonen 1985: no item takes part in two operations.
    """
    bound = max(len(a), len(b)) if limit is None else limit
    far = bound + 1
    if abs(len(a) - len(b)) > bound:
        return far
    head = common_prefix(a, b)
    a, b = a[head:], b[head:]
    tail = common_prefix(a[::-1], b[::-1])
    a, b = a[: len(a) - tail], b[: len(b) - tail]
    before: list[int] = []
    row = [min(j, far) for j in range(len(b) + 1)]
    for i in range(1, len(a) + 1):
        first, last = max(1, i - bound), min(len(b), i + bound)
        older, before, row = before, row, [far] * (len(b) + 1)
        row[0] = min(i, far)
        for j in range(first, last + 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, older[j - 2] + 1)
            row[j] = min(best, far)
        if min(row) > bound:
            return far
    return row[-1]


def common_prefix(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    """How many items the two begin with alike."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def nearest(name: str, candidates: Iterable[str], limit: int | None = None) -> tuple[str, ...]:
    """The candidates within `limit` edits (a third of the name's length, at least one), nearest first, then by name.

    The name itself is no candidate. Letter case does not count against the limit, only in the order.
    """
    bound = max(1, len(name) // 3) if limit is None else limit
    found = []
    for candidate in {*candidates} - {name}:
        folded = distance(name.lower(), candidate.lower(), bound)
        if folded <= bound:
            found.append((folded, distance(name, candidate), candidate))
    return tuple(candidate for _, _, candidate in sorted(found))
