"""Docstrings are put where they belong; the rest stays byte for byte."""

import ast

import pytest

from aurora.model.errors import UnparsableError
from aurora.pycode.docstrings.place import documented


def test_what_is_no_python_is_refused() -> None:
    with pytest.raises(UnparsableError):
        documented("def f(:", {"f": "Do."})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("def f():\n    # why\n    return 1\n", 'def f():\n    # why\n    """Do."""\n    return 1\n'),
        ("def f(): return 1\n", 'def f():\n    """Do."""\n    return 1\n'),
        ("def f():\r\n\treturn 1\r\n", 'def f():\r\n\t"""Do."""\r\n\treturn 1\r\n'),
        ("if 1:\n    def f(): pass  # x\n", 'if 1:\n    def f():\n        """Do."""\n        pass  # x\n'),
        ("def f():\n    @a\n    def g(): ...\n", 'def f():\n    """Do."""\n    @a\n    def g(): ...\n'),
        ('def f():\n    "There."\n', 'def f():\n    "There."\n'),
        ("def g(): ...\n", "def g(): ...\n"),
    ],
)
def test_a_docstring_is_the_first_statement(before: str, after: str) -> None:
    assert documented(before, {"f": "Do."}) == after


def test_several_lines_are_indented_and_backslashes_stay() -> None:
    made = documented("class C:\n    def f(self): ...\n", {"C.f": "Do.\n\n>>> f()\n'\\n'"})
    assert '        r"""Do.\n\n        >>> f()\n' in made
    method = ast.parse(made).body[0].body[0]  # type: ignore[attr-defined]
    assert ast.get_docstring(method) == "Do.\n\n>>> f()\n'\\n'"


def test_an_overload_gets_none() -> None:
    text = "@overload\ndef f(a: int): ...\ndef f(a): ...\n"
    assert documented(text, {"f": "Do."}) == '@overload\ndef f(a: int): ...\ndef f(a):\n    """Do."""\n    ...\n'
