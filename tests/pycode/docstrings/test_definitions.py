"""Which definitions there are, which are public, which need no docstring of their own."""

import pytest

from aurora.model.errors import UnparsableError
from aurora.pycode.docstrings.definitions import module_of

TEXT = '''"""A module."""
from typing import overload

class Base:
    """A base."""
    def run(self):
        """Run."""

class Task(Base):
    limit: int = 3
    _hidden: int = 0
    def __init__(self, name: str):
        self.name = name
    def run(self): ...
    @property
    def size(self): return 1
    @size.setter
    def size(self, value): ...
    @staticmethod
    def make(a, b): ...
    def _own(self): ...

@overload
def f(a: int) -> int: ...
def f(a): return helper(a)
def helper(a): return open(a)
def _private(): ...
'''


def test_what_is_no_python_is_refused() -> None:
    with pytest.raises(UnparsableError, match=r"a\.py:1"):
        module_of("def f(:", "a.py")


def test_public_definitions_are_found_with_their_kinds() -> None:
    found = module_of(TEXT)
    assert found.docstring is not None
    assert [(each.name, each.kind) for each in found.public] == [
        ("Base", "class"),
        ("Base.run", "method"),
        ("Task", "class"),
        ("Task.run", "method"),
        ("Task.size", "property"),
        ("Task.make", "method"),
        ("f", "function"),
        ("helper", "function"),
    ]


def test_an_override_of_a_documented_method_counts_as_documented() -> None:
    by_name = {each.name: each for each in module_of(TEXT).definitions}
    assert by_name["Task.run"].documented
    assert not by_name["Task.size"].documented


def test_the_object_itself_is_no_parameter_and_a_class_has_those_of_its_constructor() -> None:
    by_name = {each.name: each for each in module_of(TEXT).definitions}
    assert by_name["Task"].signature.names == ("name",)
    assert by_name["Task.make"].signature.names == ("a", "b")
    assert by_name["Task.run"].signature.names == ()
    assert [each.name for each in by_name["Task"].attributes] == ["limit"]


def test_a_function_that_calls_one_that_touches_the_outside_is_not_pure() -> None:
    by_name = {each.name: each for each in module_of(TEXT).definitions}
    assert not by_name["f"].pure
    assert by_name["Task.size"].pure


@pytest.mark.parametrize(("exported", "public"), [('["g"]', ["g"]), ("names()", ["f", "g"])])
def test_a_literal_list_of_exports_decides_what_is_public(exported: str, public: list[str]) -> None:
    text = f"__all__ = {exported}\nif True:\n    def f(): ...\ndef g(): ...\n"
    assert [each.name for each in module_of(text).public] == public
