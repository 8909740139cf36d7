"""Advanced packs over texts and dates agree with plain slow definitions on small random input."""

import calendar
import datetime
import fnmatch
from random import Random

import pytest

from tests.units.knowledge.test_advanced import run
from tests.units.knowledge.test_advanced_numbers import CASES, Check, choices, on


def word(random: Random, longest: int = 7, letters: str = "ab") -> str:
    return "".join(random.choice(letters) for _ in range(random.randint(0, longest)))


def pieces(text: str) -> list[str]:
    return [text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1)]


def edits(first: str, second: str) -> int:
    if not first or not second:
        return len(first) + len(second)
    change = edits(first[1:], second[1:]) + (first[0] != second[0])
    return min(change, edits(first[1:], second) + 1, edits(first, second[1:]) + 1)


def day(number: int) -> str:
    return str(datetime.date(2024, 1, 1) + datetime.timedelta(number))


def is_longest_common(first: str, second: str) -> bool:
    found = tuple(run("lcs")(first, second))
    return found in choices(first) and found in choices(second) and len(found) == run("lcs_length")(first, second)


CHECKS = [
    on("lcs_length", lambda r: (word(r), word(r)), lambda a, b: max(len(c) for c in choices(a) if c in choices(b))),
    on("lcs", lambda r: (word(r), word(r)), lambda a, b: run("lcs")(a, b) if is_longest_common(a, b) else None),
    on("edit_distance", lambda r: (word(r, 5), word(r, 5)), edits),
    on(
        "longest_palindromic_subsequence",
        lambda r: (word(r),),
        lambda t: max(len(c) for c in choices(t) if c == c[::-1]),
    ),
    on("count_palindromic_subsequences", lambda r: (word(r),), lambda t: sum(c == c[::-1] for c in choices(t)) - 1),
    on("count_distinct_subsequences", lambda r: (word(r),), lambda t: len(set(choices(t)))),
    on(
        "kmp",
        lambda r: (word(r, 9), word(r, 3)),
        lambda t, p: [i for i in range(len(t) + 1) if t.startswith(p, i) and i + len(p) <= len(t)],
    ),
    on(
        "z_function",
        lambda r: (word(r),),
        lambda t: [
            max((k for k in range(len(t) - i + 1) if i and t.startswith(t[i : i + k])), default=0)
            for i in range(len(t))
        ],
    ),
    on("suffix_array", lambda r: (word(r),), lambda t: sorted(range(len(t)), key=lambda i: t[i:])),
    on(
        "manacher",
        lambda r: (word(r, 9, "abc"),),
        lambda t: max((p for p in pieces(t) if p == p[::-1]), key=len, default=""),
    ),
    on(
        "lcs_string",
        lambda r: (word(r), word(r)),
        lambda a, b: max((p for p in pieces(a) if p in b), key=len, default=""),
    ),
    on("smallest_rotation", lambda r: (word(r, 9),), lambda t: min((t[i:] + t[:i] for i in range(len(t))), default="")),
    on(
        "smallest_period", lambda r: (word(r),), lambda t: next((p for p in range(1, len(t) + 1) if t[p:] == t[:-p]), 0)
    ),
    on("distinct_substrings", lambda r: (word(r),), lambda t: len(set(pieces(t)))),
    on(
        "longest_repeated_substring",
        lambda r: (word(r),),
        lambda t: max(sorted({p for p in pieces(t) if t.find(p) != t.rfind(p)}), key=len, default=""),
    ),
    on("count_palindromic_substrings", lambda r: (word(r),), lambda t: sum(p == p[::-1] for p in pieces(t))),
    on(
        "aho_corasick",
        lambda r: (word(r, 9), ["ab", "b", "bab", "aa"]),
        lambda t, w: [
            (j - len(p), p) for j in range(len(t) + 1) for p in sorted(w, key=len, reverse=True) if t[:j].endswith(p)
        ],
    ),
    on("wildcard_match", lambda r: (word(r), word(r, 5, "ab*?")), fnmatch.fnmatchcase),
    on("levenshtein", lambda r: (word(r, 4), word(r, 4), 1, 1, 1), lambda a, b, *_: edits(a, b)),
    on(
        "business_days",
        lambda r: (day(r.randint(0, 400)), day(r.randint(0, 400))),
        lambda a, b: sum(datetime.date.fromisoformat(d).weekday() < 5 for d in run("date_range")(a, b)),
    ),
    on("days_in_month", lambda r: (r.randint(1890, 2100), r.randint(1, 12)), lambda y, m: calendar.monthrange(y, m)[1]),
    on(
        "add_business_days",
        lambda r: (day(r.randint(0, 40)), r.randint(1, 12)),
        lambda d, n: [x for x in map(day, range(90)) if x > d and datetime.date.fromisoformat(x).weekday() < 5][n - 1],
    ),
]


@pytest.mark.parametrize("check", CHECKS)
def test_a_component_agrees_with_its_definition(check: Check) -> None:
    random = Random(7)
    for _ in range(CASES):
        answer, expected = check(random)
        assert answer == expected


def test_known_dates_of_easter() -> None:
    known = {1818: "03-22", 1961: "04-02", 1999: "04-04", 2011: "04-24", 2016: "03-27", 2025: "04-20"}
    assert {year: run("easter")(year) for year in known} == {year: f"{year}-{day}" for year, day in known.items()}
