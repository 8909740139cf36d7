import ast

import pytest

from aurora.engines.recall.forms import forms


def told(code: str) -> str:
    return " ".join(said for node in ast.walk(ast.parse(code)) for said in forms(node))


def test_plain_code_deserves_no_word() -> None:
    assert told("def f(a):\n    return a\n") == ""


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("def f(a):\n    b = a\n    return a", "never used"),
        ("def f(a, b):\n    return a", "parameter ignored"),
        ("def f(list):\n    return list", "shadows builtin"),
        ("class A:\n    def f(self, n):\n        total = n\n        return total", "instead of attribute"),
        ("class A:\n    xs = []", "shared between all instances"),
        ("class A:\n    def __eq__(self, o):\n        return True", "unhashable"),
        ("a <= b < c", "interval"),
        ("a >= b and a < c", "interval"),
        ("a is 5", "identity"),
        ("a == 0.1", "floating point"),
        ("int(a) * 100", "before multiplying"),
        ("a + b / 2", "parentheses missing"),
        ("a / len(b)", "division by zero"),
        ("''.join(a)", "no separator"),
        ("range(1, n)", "starts at one"),
        ("enumerate(a)", "counts from zero"),
        ("min(a, 0)", "below zero"),
        ("max(a)", "empty sequence"),
        ("a = b.sort()", "returns none"),
        ("a = b", "alias"),
        ("while a < 3:\n    b += 1", "never changes"),
        ("for a in b:\n    if a:\n        return 1\n    else:\n        return 2", "after first element"),
        ("for a in b:\n    c.append(lambda: a)", "late binding"),
        ("try:\n    a()\nexcept Exception:\n    b()", "too broad"),
        ("a[i + 1]", "neighbour"),
        ("a[0]", "empty list"),
        ("f'{a:.2f}'", "decimals"),
    ],
)
def test_a_form_is_told_with_what_people_complain_of(code: str, wanted: str) -> None:
    assert wanted in told(code)
