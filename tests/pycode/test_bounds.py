"""Indexes past the end."""

import pytest

from aurora.pycode.bounds import past_the_end
from aurora.pycode.parse import parse


def meant(text: str) -> list[list[str]]:
    return [[each.text for each in found.meant] for found in past_the_end(parse(text))]


@pytest.mark.parametrize(
    "text",
    [
        "y = x[len(y)]\n",
        "x[len(x)] = 1\n",
        "for i in range(len(x) + 1):\n    f(x[:i])\n",
        "for i in range(len(x) + 1):\n    if i < len(x):\n        f(x[i])\n",
        "for i in range(len(x)):\n    f(x[i])\n",
        "def f(x, i):\n    if i == len(x):\n        return 0\n    return x[i]\n",
        "def f(x, i):\n    if i > len(x):\n        return 0\n    return x[:i]\n",
        "def f(x, i):\n    if i == len(x) + 1:\n        return 0\n    if i < len(x):\n        return x[i]\n",
        "def f(x, i, n):\n    if i >= n + 1:\n        return 0\n    return x[i]\n",
    ],
)
def test_what_stays_inside_is_left_alone(text: str) -> None:
    assert meant(text) == []


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("y = x[len(x)]\n", ["x[-1]", "x[len(x) - 1]"]),
        ("for i in range(len(x) + 1):\n    f(x[i])\n", ["len(x)"]),
        ("for i in range(1, len(x) + 1):\n    f(x[i])\n", ["len(x)"]),
        ("def f(x, i):\n    if i > len(x):\n        return 0\n    return x[i]\n", ["i >= len(x)"]),
        ("def f(x, i):\n    if not x or i == len(x) + 1:\n        return 0\n    return x[i]\n", ["i == len(x)"]),
        ("def f(x, i):\n    n, m = len(x), 2\n    if i >= n + 1:\n        return 0\n    return x[i]\n", ["i >= n"]),
    ],
)
def test_what_runs_past_the_end_is_found(text: str, texts: list[str]) -> None:
    assert meant(text) == [texts]
