import ast

import pytest

from aurora.model.errors import UnparsableError
from aurora.pycode.normalise import bare, canonical, fingerprint
from tests.pycode.library import SMALL

EVERYTHING = '''
import os.path, re
def foo(a: int, *b: str, k=0, **d) -> None:
    """doc"""
    x: int = 3
    y: int
    import sys.path
    import json, sys as s
    for i in b:
        x += foo(i, json, sys, s, os)
    try:
        pass
    except E as e:
        print(e, k)
    match x:
        case [q, *r] | {"k": q, **r}:
            pass
        case z:
            pass
    def g():
        nonlocal x
        global G
        x = G = v0
    return [i for i in (lambda z: z)(a)], g, d
class A:
    """doc"""
    y: int = 1
    def m(self): return self.y
class B:
    """doc"""
'''


def test_broken_code_is_refused() -> None:
    with pytest.raises(UnparsableError):
        canonical("def f(:")


@pytest.mark.parametrize(
    ("code", "stripped"),
    [
        ('"""doc"""\nx = 1', "x = 1"),
        ('def f():\n    """doc"""', "def f():\n    pass"),
        ("def f(a: int=1) -> str: return a", "def f(a=1):\n    return a"),
        ("class A:\n    x: int", "class A:\n    pass"),
        ("x: int = 1", "x = 1"),
        ("x: int", ""),
        ("if a:\n    x: int", "if a:\n    pass"),
        ("async def f():\n    'doc'\n    b", "async def f():\n    b"),
        ("b''", "b''"),
        ("(lambda: 0)()", "(lambda: 0)()"),
    ],
)
def test_bare_trees(code: str, stripped: str) -> None:
    tree = ast.parse(code)
    assert ast.unparse(bare(tree)) == stripped
    assert ast.dump(tree) == ast.dump(ast.parse(code))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("def f(a, b): return a + b", "def g(x: int, y: int) -> int:\n  '''doc'''\n  return x + y  # sum\n"),
        ("def f(a):\n t = 0\n for i in a: t += i\n return t", "def f(b):\n s = 0\n for j in b: s += j\n return s"),
        ("def f(n): return n and f(n - 1)", "def g(m): return m and g(m - 1)"),
        ("def f(a): return [x for x in a if x]", "def f(a): return [a for a in a if a]"),
        ("def f():\n import re\n return re.x", "def f():\n import re as r\n return r.x"),
        ("def f():\n try: g()\n except E as e: return e", "def f():\n try: g()\n except E as o: return o"),
        (
            "def f(a):\n match a:\n  case [x, *y] | {**x}: return x, y",
            "def f(q):\n match q:\n  case [r, *s] | {**r}: return r, s",
        ),
        (
            "def f(a):\n def g():\n  nonlocal a\n  a = 1\n return g",
            "def f(b):\n def h():\n  nonlocal b\n  b = 1\n return h",
        ),
    ],
)
def test_functions_that_differ_in_names_only_have_one_fingerprint(a: str, b: str) -> None:
    assert canonical(a) == canonical(b)
    assert fingerprint(a) == fingerprint(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("def f(a, b): return a - b", "def f(a, b): return b - a"),
        ("def f(a): return len(a)", "def f(a): return sum(a)"),
        ("def f(a): return a.x", "def f(a): return a.y"),
        ("def f(a): return v0", "def f(a): return a"),
        ("def f(): return 1", "def f(): return True"),
        ("X = 1\ndef f(): return X", "Y = 1\ndef f(): return Y"),
        ("class A: x = 1", "class A: y = 1"),
        ("def f():\n import a.b\n return a", "def f():\n import c.b\n return c"),
        ("def f(): x = 1", "def f():\n global x\n x = 1"),
    ],
)
def test_functions_that_differ_otherwise_have_different_fingerprints(a: str, b: str) -> None:
    assert fingerprint(a) != fingerprint(b)


def test_every_kind_of_name_is_renamed_once_and_new_names_are_free() -> None:
    found = canonical(EVERYTHING)
    assert found.startswith("import os.path, re\n\ndef f0(v1, *v3, v2=0, **v4):\n    v5 = 3\n    import sys.path\n")
    names = {node.id for node in ast.walk(ast.parse(found)) if isinstance(node, ast.Name)}
    assert {"os", "sys", "E", "G", "v0", "print"} <= names
    assert not {"foo", "a", "x", "json", "e", "q", "r", "z", "g", "i"} & names


@pytest.mark.parametrize("text", SMALL)
def test_canonical_text_is_its_own_canonical_text(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
