import pytest

from aurora.engines.synthesis.enumerate import search
from aurora.engines.synthesis.library import Library
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_without_examples_nothing_is_enumerated(library: Library) -> None:
    assert list(search(problem("def f(a)"), bench_for(library, 5.0))) == []


def test_control_is_given_back_before_anything_is_found(library: Library) -> None:
    impossible = problem("def f(a)", "assert f(1) == 2", "assert f(1) == 3")
    steps = search(impossible, bench_for(library, 5.0))
    assert [next(steps) for _ in range(30)] == [None] * 30


@pytest.mark.parametrize(
    ("signature", "asserts", "call", "value"),
    [
        ("def f(a: int) -> int", ("f(3) == 6", "f(10) == 20"), "f(-7)", -14),
        ("def f(a: int, b: int) -> int", ("f(2, 3) == 7", "f(5, 1) == 6"), "f(4, 4)", 17),
        ("def f(s: str) -> str", ("f('ab') == 'BA'", "f('xyz') == 'ZYX'"), "f('one')", "ENO"),
        ("def f(xs: list) -> int", ("f([4, 1, 3]) == 8", "f([2, 2, 9]) == 13", "f([5]) == 5"), "f([])", 0),
        ("def f(xs: list) -> tuple", ("f([3, 1]) == (1, 3)", "f([2, 9, 5]) == (2, 5, 9)"), "f([7, 6])", (6, 7)),
        ("def f(xs: tuple) -> list", ("f((3, 1)) == [3, 1]", "f((2, 9, 5)) == [2, 9, 5]"), "f((7, 6))", [7, 6]),
        (
            "def f(d: dict) -> list",
            ("f({'a': 2, 'b': 1}) == [1, 2]", "f({'x': 5}) == [5]"),
            "f({'p': 9, 'q': 3})",
            [3, 9],
        ),
        ("def f(xs: list) -> bool", ("f([1, None]) == False", "f([2]) == True", "f([]) == False"), "f([5])", True),
    ],
)
def test_small_programs_are_found(
    library: Library, signature: str, asserts: tuple[str, ...], call: str, value: object
) -> None:
    given = problem(signature, *(f"assert {text}" for text in asserts))
    found = called(first(search(given, bench_for(library, 20.0))).code, call)
    assert (found, type(found)) == (value, type(value))
