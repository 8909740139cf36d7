"""What control never reaches."""

import pytest

from aurora.pycode.parse import parse
from aurora.pycode.reach import unreachable


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("def f():\n    return 1\n", []),
        ("def f():\n    return\n    yield\n", []),
        ("def f():\n    return 1\n    x = 2\n    y = 3\n", [["x = 2", "y = 3"]]),
        ("for x in y:\n    if x:\n        pass\n    else:\n        break\n        z = 1\n", [["z = 1"]]),
    ],
)
def test_statements_behind_an_end_are_found(text: str, behind: list[list[str]]) -> None:
    source = parse(text)
    assert [[source.segment(each) for each in statements] for _, statements in unreachable(source)] == behind
