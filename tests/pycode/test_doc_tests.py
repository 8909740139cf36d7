"""Examples of docstrings become tests that say the same."""

import sys
from types import ModuleType

import pytest

from aurora.pycode.doc_tests import doc_tests

TEXT = '''"""A module.

>>> add(1, 2)
3
"""
import math
LIMIT: int = 3


class Box:
    """One.

    >>> box = Box()
    >>> box.inside
    [1, 2]
    >>> print(box)
    a box
    """

    inside = [1, 2]

    def __str__(self):
        return "a box"


def add(a, b):
    """Add.

    >>> add(1, "x")
    Traceback (most recent call last):
        ...
    TypeError: no
    >>> math.inf
    inf
    """
    return a + b
'''


def names_of(test: str, module: str, text: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    made = ModuleType(module)
    exec(text, made.__dict__)
    monkeypatch.setitem(sys.modules, module, made)
    exec(test, names := dict[str, object]())
    return names


def test_each_docstring_is_a_test_of_its_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = doc_tests({"sums.py": TEXT}).items()
    assert found[0] == "test_sums_examples.py"
    names = names_of(found[1], "sums", TEXT, monkeypatch)
    for test in ("test_1", "test_2", "test_3"):
        names[test]()  # type: ignore[operator]
    assert "test_4" not in names
    names = names_of(found[1], "sums", TEXT.replace("a + b", "3 * b").replace("[1, 2]\n\n", "[2]\n\n"), monkeypatch)
    for test in ("test_1", "test_2", "test_3"):
        with pytest.raises((AssertionError, pytest.fail.Exception)):
            names[test]()  # type: ignore[operator]


@pytest.mark.parametrize(
    "doc",
    [
        ">>> f()\n[1, ...]",
        ">>> f()  # doctest: +SKIP\n1",
        ">>> print(1, 2)\n1 2",
        ">>> for x in f(): x\n1",
        ">>> f(\n1",
        ">>> f()",
        "no example",
        ">>> f()\n  1\n bad\n>>>x",
    ],
)
def test_what_says_nothing_exact_is_no_test(doc: str) -> None:
    assert doc_tests({"a.py": f'def f():\n    """It.\n\n    {doc.replace(chr(10), chr(10) + "    ")}\n    """\n'}) == {}


@pytest.mark.parametrize(("path", "module"), [("src/shop/cart.py", "shop.cart"), ("shop/__init__.py", "shop")])
def test_a_module_of_a_package_is_imported_by_its_name(path: str, module: str) -> None:
    (text,) = doc_tests({path: 'def f():\n    """\n    >>> f()\n    1\n    """\n'}).values()
    assert f"from {module} import f\n" in text


@pytest.mark.parametrize("path", ["not-a-name.py", "notes.txt", "broken.py"])
def test_what_cannot_be_imported_has_no_tests(path: str) -> None:
    assert doc_tests({path: '"""\n>>> 1 + 1\n2\n"""\n' + ("x = (" if path == "broken.py" else "")}) == {}
