"""What comes with a request."""

import pytest

from aurora.engines.nexus.shapes import burden, marks, split

LOOPS = "def pairs(xs):\n    for a in xs:\n        for b in xs:\n            yield a, b\n"


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("", ()),
        ("just words", ()),
        ("x = 1\ndef f(:\n", ("python", "broken")),
        ("def f():\n    return 1\n", ("python",)),
        (LOOPS, ("python", "nested loops")),
        ("Traceback (most recent call last):\n  File 'a'\nKeyError: 'x'", ("traceback",)),
        ("@@ -1,2 +1,2 @@\n-a\n+b", ("diff",)),
        ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x", ("conflict",)),
        ("SELECT a\nFROM b WHERE c", ("sql",)),
        ("create table a (b int)", ("ddl",)),
        ("requests==2.1\nflask>=3", ("pins",)),
        ('{"a": 1}', ("json",)),
        ("a,b,c\n1,2,3\n", ("csv",)),
        ("2024-01-01T10:00:00 up\n2024-01-01T10:00:01 down", ("log",)),
    ],
)
def test_shapes_are_told(code: str, seen: tuple[str, ...]) -> None:
    assert marks(code) == seen


def test_code_between_fences_is_no_words() -> None:
    said, code = split("make it faster\n```python\nx = 1\n```\nplease")
    assert said.split() == ["make", "it", "faster", "please"]
    assert code == "x = 1\n"


def test_a_fence_that_is_not_closed_ends_with_the_text() -> None:
    assert split("fix ```x =") == ("fix  ", "x =")


def test_more_branches_are_a_heavier_burden() -> None:
    assert 0 < burden(LOOPS) < burden(LOOPS * 20 + "x\n" * 200) <= 1
    assert burden("def f(:") == 0
