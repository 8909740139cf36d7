import builtins
import keyword
from importlib import import_module

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


def test_what_a_class_of_a_module_has_or_its_stub_imports_is_no_member_of_the_module() -> None:
    names = standard_names()
    assert {"datetime", "timedelta"} <= names["datetime"]
    assert not {"utcnow", "now", "SupportsIndex"} & names["datetime"]
    assert not {"hexdigest", "ReadableBuffer"} & names["hashlib"]


def test_the_members_exist_here_except_those_of_other_versions_and_platforms() -> None:
    places = {(module, name) for module, names in standard_names().items() for name in names}
    absent = {(module, name) for module, name in places if not hasattr(import_module(module), name)}
    assert len(absent) < 0.2 * len(places)
    assert {module for module, _ in absent} & {"json", "datetime", "pathlib", "shutil", "string"} <= {"pathlib"}
