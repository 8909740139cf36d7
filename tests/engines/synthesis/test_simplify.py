"""Expressions in their simplest form."""

import pytest

from aurora.engines.synthesis.simplify import simplified


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sum([x for x in xs])", "sum(x for x in xs)"),
        ("[i for i in list(range(n))]", "[i for i in range(n)]"),
        ("max([x for x in xs], [1])", "max([x for x in xs], [1])"),
        ("sorted(list(a))", "sorted(a)"),
        ("len([x for x in xs])", "len([x for x in xs])"),
        ("''.join([c for c in s])", "''.join(c for c in s)"),
        ("sum(list(n * 2 for n in xs))", "sum(n * 2 for n in xs)"),
    ],
)
def test_it_is_rewritten_only_where_the_meaning_stays(text: str, expected: str) -> None:
    assert simplified(text) == expected
