import pytest

from aurora.model.errors import UnparsableError
from aurora.pycode.imports import drop_unused, module_name, needed_imports
from aurora.pycode.parse import parse
from aurora.pycode.scopes import unresolved


def test_broken_code_is_refused() -> None:
    with pytest.raises(UnparsableError):
        needed_imports("(")
    with pytest.raises(UnparsableError):
        drop_unused("(", [])


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("x = 1", ()),
        ("unknown(thing.attribute)", ()),
        ("math.sqrt(re.sub(a, b, c))", ("import math", "import re")),
        ("import math\nmath.sqrt(2)", ()),
        ("Counter(deque(x)); reduce(f, y)", ("from collections import Counter, deque", "from functools import reduce")),
        ("datetime.now()", ("from datetime import datetime",)),
        ("datetime.date(1, 2, 3); datetime.now()", ("import datetime",)),
        ("bisect.bisect_left(a, 1)", ("import bisect",)),
        ("bisect(a, 1)", ("from bisect import bisect",)),
        ("copy(a)", ("from copy import copy",)),
        ("string = 1\nstring.digits", ()),
        ("print(string)", ()),
        ("from math import *\nCounter()", ()),
    ],
)
def test_needed_imports(code: str, lines: tuple[str, ...]) -> None:
    assert needed_imports(code) == lines


def test_with_its_imports_the_code_resolves() -> None:
    code = "def f(x): return math.floor(statistics.mean(chain(x, Counter(x)))) + sqrt(2)\n"
    assert unresolved(parse("\n".join([*needed_imports(code), code]))) == ()


MODULE = """\
from __future__ import annotations

import os, re
import math
from collections import Counter, deque as d  # both

LIMIT = limit()


def limit():
    return re.x


def unused():
    return also_unused()


def also_unused():
    return unused() + math.pi


class Kept:
    def m(self):
        return used()


@decorated
def registered():
    pass


def used():
    return d()


def last():
    pass
"""

REDUCED = """\
from __future__ import annotations

import re
from collections import deque as d  # both

LIMIT = limit()


def limit():
    return re.x


class Kept:
    def m(self):
        return used()


@decorated
def registered():
    pass


def used():
    return d()
"""


def test_what_nothing_leads_to_goes() -> None:
    assert drop_unused(MODULE, ["Kept"]) == REDUCED


def test_a_reduced_module_stays() -> None:
    assert drop_unused(REDUCED, ["Kept"]) == REDUCED


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("def f(): pass\n__all__ = ['f']\n", "def f(): pass\n__all__ = ['f']\n"),
        ("def f(): pass\n__all__ += ['g', 1]\n", "__all__ += ['g', 1]\n"),
        ("from a import *\n", "from a import *\n"),
        ("import a.b\na.b.c\n", "import a.b\na.b.c\n"),
        ("import a.b as c\na\n", "a\n"),
        ("import a; x = 1\n", "x = 1\n"),
        ("\n\nimport a\n\n\nx = 1", "x = 1"),
        ("import a\ndef f():\n  global a\n  a = 1\nf()\n", "import a\ndef f():\n  global a\n  a = 1\nf()\n"),
        ("async def f(): pass\r\nx\r\n", "x\r\n"),
        ("x\n\n\ndef f(): pass\n# end\n", "x\n\n\n# end\n"),
    ],
)
def test_what_goes_and_what_stays(code: str, kept: str) -> None:
    assert drop_unused(code, []) == kept


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/b.py", "a.b"),
        ("src/a/b.py", "a.b"),
        ("a/__init__.py", "a"),
        ("__init__.py", ""),
        ("a-b.py", ""),
        ("a/class.py", ""),
    ],
)
def test_a_file_is_imported_by_the_names_of_its_folders(path: str, name: str) -> None:
    assert module_name(path) == name
