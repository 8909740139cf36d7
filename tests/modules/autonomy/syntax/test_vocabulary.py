import builtins
import keyword

import pytest

from aurora.modules.autonomy.syntax.vocabulary import FOREIGN_NAMES, spelling, standard_names


@pytest.mark.parametrize(("wrong", "right"), [("a", "b"), ("i", "j"), ("count", "width"), ("x", "xs"), ("", "a")])
def test_names_that_are_not_alike(wrong: str, right: str) -> None:
    assert spelling(wrong, right) is None


@pytest.mark.parametrize(
    ("wrong", "right", "cost"),
    [("Width", "width", 0.0), ("widht", "width", 0.3), ("numberOfWords", "words", 0.6), ("total", "total_price", 0.6)],
)
def test_names_that_are_alike(wrong: str, right: str, cost: float) -> None:
    assert spelling(wrong, right) == cost


def test_every_word_has_a_meaning_in_python() -> None:
    known = {*dir(builtins), *keyword.kwlist, "self", "inf"}
    assert {word.partition("(")[0] for words in FOREIGN_NAMES.values() for word in words} <= known


def test_what_standard_modules_have_is_known_whatever_the_version() -> None:
    names = standard_names()
    assert {"ceil", "pi", "sumprod"} <= names["math"]
    assert "batched" in names["itertools"]
