"""Ends that move the same way."""

import pytest

from aurora.pycode.parse import parse
from aurora.pycode.search_ends import parting_ends


@pytest.mark.parametrize(
    "text",
    [
        "while low < high:\n    low += 1\n    high -= 1\n",
        "while low < high:\n    low += 1\n",
        "while low < high:\n    low += 1\n    high += 1\n    if x[low]:\n        break\n",
        "while low < high:\n    low += 2\n    high += 1\n",
        "while low < 9:\n    low += 1\n    high += 1\n",
        "while low < high:\n    low = step(low)\n    high += 1\n",
    ],
)
def test_ends_that_may_meet_are_left_alone(text: str) -> None:
    assert list(parting_ends(parse(text))) == []


@pytest.mark.parametrize(
    ("text", "place", "meant"),
    [
        ("while a < b:\n    a += 1\n    b += 1\n", "b += 1", "b -= 1"),
        ("while a <= b:\n    a, b = a + 1, b + 1\n", "b + 1", "b - 1"),
        (
            "while a <= b:\n    m = (a + b) // 2\n    if f(m):\n        a = m + 1\n    else:\n        b = m+1\n",
            "m+1",
            "m-1",
        ),
        ("while a < b:\n    a -= 1\n    b -= 1\n", "a -= 1", "a += 1"),
    ],
)
def test_the_end_that_goes_the_wrong_way_is_turned(text: str, place: str, meant: str) -> None:
    source = parse(text)
    (found,) = parting_ends(source)
    assert (source.segment(found.node), [each.text for each in found.meant]) == (place, [meant])
