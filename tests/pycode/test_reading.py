"""A text is read once, and given up when there are many."""

import pytest

from aurora.pycode.parse import parse
from aurora.pycode.reading import Reading, Readings
from aurora.pycode.scopes import unresolved
from aurora.pycode.verdict import judge


@pytest.mark.parametrize("text", ["def f(:\n", "x = '\0'", "(" * 300, "x = '\ud800'"])
def test_nothing_is_known_of_a_text_that_does_not_parse(text: str) -> None:
    reading = Reading(text)
    assert (reading.tree, reading.functions, reading.undefined) == (None, (), ())
    assert not reading.verdict.ok


def test_a_text_that_parses_and_does_not_compile_has_a_tree() -> None:
    reading = Reading("return 1\n")
    assert reading.tree is not None
    assert not reading.verdict.ok


@pytest.mark.parametrize(
    "text", ["return 1\n", "x = '\\d'\n", "x = y is 1\nassert (x, '\\d')\n", "nonlocal a\n", "f(:\n"]
)
def test_the_verdict_is_that_of_the_compiler_on_the_whole_text(text: str) -> None:
    assert Reading(text).verdict == judge(text)


def test_what_is_nested_too_deeply_to_be_followed_has_no_figures() -> None:
    reading = Reading("def f(a):\n    return a" + " + a" * 900 + "\n")
    assert reading.verdict.ok
    assert reading.functions == ()


@pytest.mark.parametrize(
    "text", ["x = y\n", "from a import *\nprint(b)\n", "def f(a):\n    return a + f'{q}'\n", "x = 1\n"]
)
def test_undefined_names_are_those_of_the_source(text: str) -> None:
    assert Reading(text).undefined == unresolved(parse(text))


def test_the_same_text_is_read_once() -> None:
    read = Readings()
    assert read("x = 1") is read("x = 1")
    assert read("x = 1").tree is read("x = 1").tree


def test_the_oldest_readings_are_given_up() -> None:
    read = Readings()
    first, large = read("x = 1"), read("#" * 2_000_000)
    assert read("#" * 2_000_000) is large
    assert read("x = 1") is not first
    kept = read("y")
    for number in range(63):
        read(f"z = {number}")
    assert read("y") is kept
    read("one more")
    assert read("y") is not kept
