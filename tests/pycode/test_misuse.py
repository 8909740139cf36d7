"""Certain misuse is found, and what only looks like it is left alone."""

import pytest

from aurora.pycode.misuse import misuses
from aurora.pycode.parse import parse

FINE = (
    "x = [1]\ny = x[0]\n",
    "x = make()\ny = x(0)\n",
    "def f(x):\n    return x(0)\n",
    "len = {}\ny = len['a']\n",
    "n = len(a + b)\n",
    "n = len(a * 2)\n",
    "y = d[n / 2]\nd = {}\n",
    "for i in range(n // 2):\n    f(i)\n",
    "x = x.sort(1)\n",
    "class A:\n    def append(self):\n        return self\n\n\na = [1]\na.append()\n",
    "x = frame()\nx = x.append(1)\n",
    "for k, v in self.items:\n    f(k)\nself.items = []\n",
    "assert f(x) == 1\n",
    "f(x) == 1\n",
    "x.name\n",
    "async def f():\n    pass\n\n\nasync def g():\n    await f()\n",
    "async def f():\n    yield 1\n\n\nasync def g():\n    f()\n",
    "def f():\n    pass\n\n\nasync def g():\n    f()\n",
)
WRONG: tuple[tuple[str, str, list[str]], ...] = (
    ("x = {}\ny = x(0)\n", "x(0)", ["x[0]"]),
    ("def f(x: str):\n    return x(0)\n", "x(0)", ["x[0]"]),
    ("y = sum[x]\n", "sum[x]", ["sum(x)"]),
    ("x = list(1)\n", "list(1)", ["[1]"]),
    ("n = len(a - 1)\n", "len(a - 1)", ["len(a) - 1", "len(a)"]),
    ("x = []\ny = x[n / 2]\n", "n / 2", ["n // 2"]),
    ("x = []\ny = x[: n / 2]\n", "n / 2", ["n // 2"]),
    ("x = sorted(y)\nx = x.reverse()\n", "x = x.reverse()", ["x.reverse()"]),
    ("x.remove()\n", "x.remove()", ["x.pop()", "x.popleft()"]),
    ("x.pop\n", "x.pop", ["x.pop()"]),
    ("y = [k for k, v in d.items]\n", "d.items", ["d.items()"]),
    ("d = {}\nfor k in d.keys:\n    f(k)\n", "d.keys", ["d.keys()"]),
    ("async def f():\n    pass\n\n\nasync def g():\n    f()\n", "f()", ["await f()"]),
    ("async def f():\n    pass\n\n\ndef g():\n    f()\n", "f()", []),
    ("a[0] == 1\n", "a[0] == 1", ["a[0] = 1"]),
)


@pytest.mark.parametrize("text", FINE)
def test_what_may_be_right_is_left_alone(text: str) -> None:
    assert misuses(parse(text)) == ()


@pytest.mark.parametrize(("text", "place", "meant"), WRONG)
def test_what_is_certainly_wrong_is_found(text: str, place: str, meant: list[str]) -> None:
    source = parse(text)
    (found,) = misuses(source)
    assert source.segment(found.node) == place
    assert [each.text for each in found.meant] == meant
    assert found.why.endswith(".")
