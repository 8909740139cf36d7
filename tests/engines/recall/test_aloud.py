"""Tests of code that is read aloud."""

import pytest

from aurora.engines.recall.aloud import aloud


@pytest.mark.parametrize("line", ["", "    pass", "a quick brown fox", "# ---", "price = amount"])
def test_a_line_that_says_nothing_more_than_its_words_adds_none(line: str) -> None:
    assert list(aloud(line)) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("n % 2", {"modulo", "even"}),
        ("total += price", {"accumulate"}),
        ("balance - amount", {"minus"}),
        ("a // b", {"whole", "integer"}),
        ("a / b", {"division", "ratio"}),
        ("age >= 18", {"inclusive", "comparison"}),
        ("age > 18", {"strict", "comparison"}),
        ("sorted(scores, reverse=True)", {"sort", "descending"}),
        ('settings.get("port", 80)', {"fallback", "default"}),
        ("while True:", {"forever", "loop"}),
        ("rows[:3]", {"slice"}),
        ("import math", {"import", "module"}),
    ],
)
def test_signs_and_calls_say_what_people_call_them(line: str, said: set[str]) -> None:
    assert said <= set(aloud(line))


@pytest.mark.parametrize(
    ("line", "unsaid"),
    [("a // b", "ratio"), ("a ** b", "multiply"), ("x -> y", "strict"), ("a <= b", "strict"), ("x == y", "default")],
)
def test_a_longer_sign_does_not_say_what_its_part_says(line: str, unsaid: str) -> None:
    assert unsaid not in set(aloud(line))
