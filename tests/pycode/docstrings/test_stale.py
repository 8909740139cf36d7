"""Docstrings that claim what the code does not have; what nobody can tell is left alone."""

import pytest

from aurora.pycode.docstrings.definitions import module_of
from aurora.pycode.docstrings.stale import errors_of, stale


def rules(text: str, **others: str) -> list[tuple[str, int]]:
    files = {"a.py": text, **{f"{name}.py": other for name, other in others.items()}}
    return [(each.rule, each.line) for each in stale("a.py", module_of(text), errors_of(files))]


def documented(head: str, claims: str, body: str) -> str:
    return f'{head}\n    """Do.\n\n    {claims}\n    """\n    {body}\n'


@pytest.mark.parametrize(
    "text",
    [
        documented("def f(a):", ":param a: it", "return a"),
        documented("def f(**more):", ":param any: it", "return more"),
        documented("def f(a):", ":raises ValueError: if", "return int(a)"),  # a call may raise it
        documented("def f(a):", ":raises TypeError: if", "return -a"),  # an operand may
        documented("def f(a):", ":raises LookupError: if", "raise KeyError(a)"),  # it is below it
        documented("def f(a):", ":raises Strange: if", "return a"),  # nobody knows it
        documented("def f(a):", ":raises ValueError: if", "raise Strange(a)"),
        documented("def f(a):", ":raises NotImplementedError: always", "..."),
        documented("def f(a):", ":returns: a thing", "..."),
        documented("def f(a):", ":returns: None", "print(a)"),
        documented("@made\ndef f(a):", ":returns: a thing", "print(a)"),
        documented("class C(Base):", ":param a: it", "x = 1"),
        documented("def f(a: Any):", ":param int a: it", "return a"),
    ],
)
def test_what_holds_or_cannot_be_told_is_left_alone(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (documented("def f(a, *rest):", ":param a: it\n    :param b: it", "return a"), ("stale-parameter", 5)),
        (documented("def f(a: int):", ":param str a: it", "return a"), ("stale-type", 4)),
        (documented("def f(a):", ":raises ValueError: if", "return -a"), ("stale-raise", 4)),
        (documented("def f(a):", ":raises ValueError: if", "raise KeyError(a)"), ("stale-raise", 4)),
        (documented("def f(a):", ":returns: a thing", "print(a)"), ("stale-return", 4)),
        (documented("def f(a, b):", ":param a: it", "return a"), ("missing-parameter", 4)),
    ],
)
def test_what_does_not_hold_is_told_at_its_line(text: str, rule: tuple[str, int]) -> None:
    assert rules(text) == [rule]


def test_an_error_of_the_project_is_stale_only_when_nothing_names_it() -> None:
    text = "from b import Bad\n" + documented("def f(a):", ":raises Bad: if", "return a.run()")
    assert rules(text, b="class Bad(ValueError): ...\n") == [("stale-raise", 5)]
    assert rules(text, b="class Bad(ValueError): ...\ntry: f()\nexcept Bad: ...\n") == [("stale-raise", 5)]
    assert rules(text, b="class Bad(ValueError): ...\ndef g(): raise Bad\n") == []
    assert rules(text, b="class Bad(ValueError): ...\nclass Worse(Bad): ...\ndef g(): raise Worse\n") == []
    assert rules(text, b="class Bad(ValueError): ...\n", c="not python at all\n") == [("stale-raise", 5)]


def test_a_class_whose_base_has_its_own_name_tells_nothing() -> None:
    text = "import b\nclass Bad(b.Bad): ...\n" + documented("def f(a):", ":raises Worse: if", "return a.run()")
    assert rules(text, b="class Worse(ValueError): ...\ndef g(): raise Worse\n") == []
    assert errors_of({"a.py": text}).is_below("Bad", "ValueError") is None
