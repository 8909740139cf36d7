import ast

import pytest

from aurora.pycode.binding import scopes_of
from aurora.pycode.dangling import Lack, certain_type, class_members, dangling
from aurora.pycode.parse import parse


def found(text: str) -> list[tuple[Lack, str]]:
    return [(each.lack, each.name) for each in dangling(parse(text))]


@pytest.mark.parametrize(
    "text",
    [
        "x = 1\nprint(x)\n",
        "from m import *\nprint(y)\n",
        "def f():\n    x = 0\n    x += 1\n    return x\n",
        "x = 0\n\ndef f():\n    global x\n    x += 1\n",
        "class A:\n    n = 1\n    n += 1\n",
        "class A(B):\n    def f(self):\n        return self.size\n",
        "class A(B):\n    pass\n\nclass C(A):\n    def f(self):\n        return self.size\n",
        "class A(A):\n    def f(self):\n        return self.size\n",
        "globals().update(x=1)\nprint(x)\n",
        "class A(metaclass=M):\n    def f(self):\n        return self.size\n",
        "class A:\n    def f(self):\n        return self.__class__\n",
        "class A:\n    def size(self):\n        return 1\n\n    def f(self):\n        return self.size\n",
        "class A:\n    __slots__ = ('size',)\n\n    def f(self):\n        return self.size\n",
        "class A:\n    def f(self):\n        setattr(self, 'size', 1)\n        return self.size\n",
        "class A:\n    def f(this):\n        return this.size\n\n    x = 1\n",
        "x = []\nx.append(1)\n",
        "x = []\nx = g\nx.push(1)\n",
        "for x in [[]]:\n    x.push(1)\n",
        "x = 1\nx.push(1)\n",
        "def f(xs):\n    return y if (y := len(xs)) else 0\n",
        "def f(c):\n    if c:\n        x = 1\n    return x\n",
        "def f(c):\n    while c:\n        if c > 1:\n            x = 1\n        else:\n            c = x\n",
        "def f(c):\n    try:\n        print(x)\n    finally:\n        x = 1\n",
        "def f(c):\n    import math\n    x = math.pi\n    return x\n",
        "x = 0\n\ndef f(c):\n    global x\n    x = x + 1\n",
        "def f(x):\n    x = x + 1\n    return x\n",
        "def f(xs):\n    if (x := len(xs)) and x > 1:\n        return x\n",
        "x, y = [], []\nx.push(1)\n",
    ],
)
def test_what_may_be_there_does_not_dangle(text: str) -> None:
    names = [name for _, name in found(text)]
    assert names in ([], ["B"], ["M"], ["g"])


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("print(y)\n", [(Lack.NAME, "y")]),
        ("y = y2 + y2\n", [(Lack.NAME, "y2"), (Lack.NAME, "y2")]),
        ("def f():\n    n += 1\n    return n\n", [(Lack.VALUE, "n"), (Lack.VALUE, "n")]),
        ("def f():\n    x = x + 1\n", [(Lack.FLOW, "x")]),
        ("def f():\n    print(x)\n    x = 1\n", [(Lack.FLOW, "x")]),
        ("def f(c):\n    if c:\n        x = 1\n    else:\n        print(x)\n", [(Lack.FLOW, "x")]),
        ("def f():\n    print(math)\n    import math\n", [(Lack.FLOW, "math")]),
        ("class A:\n    def f(self):\n        return self.size\n", [(Lack.ATTRIBUTE, "size")]),
        ("class A(object):\n    def f(self):\n        return self.size\n", [(Lack.ATTRIBUTE, "size")]),
        ("class A:\n    pass\n\nclass B(A):\n    def f(self):\n        return self.size\n", [(Lack.ATTRIBUTE, "size")]),
        ("x = [1]\nx.push(2)\n", [(Lack.MEMBER, "push")]),
        ("x = {n for n in ()}\nx.append(2)\n", [(Lack.MEMBER, "append")]),
        ("x = 'a'\nx.trim()\n", [(Lack.MEMBER, "trim")]),
        ("x = list('ab')\nx.length\n", [(Lack.MEMBER, "length")]),
    ],
)
def test_what_means_nothing_is_found(text: str, lacks: list[tuple[Lack, str]]) -> None:
    assert found(text) == lacks


def test_a_type_is_certain_only_when_all_assignments_agree() -> None:
    source = parse("x = []\nx = [1]\ny = []\ny = {}\n")
    scope = scopes_of(source.tree).module
    assert certain_type(scope, "x", source) is list
    assert certain_type(scope, "y", source) is None
    assert certain_type(scope, "z", source) is None


def test_members_are_what_the_file_sets_or_a_class_binds() -> None:
    source = parse("class A:\n    n = 1\n\n    def f(self):\n        self.m = 2\n\na = A()\na.k = 3\nprint(a.j)\n")
    assert class_members(source) == {"n", "f", "m", "k"}


def test_the_nodes_are_those_of_the_uses() -> None:
    (each,) = dangling(parse("x = 1\nprint(wobble)\n"))
    assert isinstance(each.node, ast.Name)
    assert each.node.lineno == 2
