"""The quick look never says that all is bound where the whole analysis finds a name that is not."""

import ast

import pytest

from aurora.pycode.binding import scopes_of
from aurora.pycode.bound import certainly_bound
from aurora.pycode.nodes import Below
from aurora.pycode.scopes import lost


@pytest.mark.parametrize(
    "text",
    [
        "print(missing)\n",
        "def f():\n    return missing\n",
        "def f(a=b):\n    b = a\n",
        "@missing\ndef f() -> int: ...\n",
        "def f(a: missing): ...\n",
        "class A:\n    x = 1\n    def f(self):\n        return x\n",
        "class A(missing): ...\n",
        "[a for a in range(3)]\nprint(a)\n",
        "[b for a in b for b in a]\n",
        "lambda a: b\n",
        "del missing\n",
        "match 1:\n    case [a, *rest]:\n        print(a, rest, other)\n",
        "f'{missing}'\n",
    ],
)
def test_a_name_that_is_bound_nowhere_is_never_called_bound(text: str) -> None:
    assert not certainly_bound(ast.parse(text), Below())
    assert lost(ast.parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "def f(a, *b, c=len, **d):\n    return [a, b, c, d, f, __file__]\n",
        "class A:\n    x = 1\n    y = [z for z in range(x)]\n",
        "def f():\n    def g():\n        return a\n    a = 1\n    return g\n",
        "try:\n    import os.path as p, sys\nexcept OSError as e:\n    print(e, p, sys)\n",
        "match 1:\n    case {'a': a, **rest} | [*_, a] as whole:\n        print(a, rest, whole)\n",
        "if (n := 3) > 2:\n    print(n)\nfor a, (b, c) in []:\n    print(a, b, c)\nelse:\n    a += 1\n",
        "{k: v for k, v in {}.items() if k if v}\n(lambda a, b=1: a + b)(2)\n",
    ],
)
def test_what_is_bound_is_seen_at_once(text: str) -> None:
    assert certainly_bound(ast.parse(text), Below())
    assert not lost(ast.parse(text))


@pytest.mark.parametrize(
    "text", ["from os import *\n", "def f():\n    global a\n    a = 1\n", "[(b := a) for a in range(2)]\nprint(b)\n"]
)
def test_what_only_the_whole_analysis_can_tell_is_left_to_it(text: str) -> None:
    assert not certainly_bound(ast.parse(text), Below())
    assert not lost(ast.parse(text))
    assert scopes_of(ast.parse(text)).all
