"""What the elements of a list show of the bound that each example has."""

import pytest

from aurora.engines.synthesis import elements
from aurora.engines.synthesis.bounds import Bound, bound_of
from aurora.engines.synthesis.library import Library
from tests.engines.synthesis.problems import bench_for, called, first, problem


@pytest.mark.parametrize(
    ("sign", "rows", "outputs"),
    [
        (1, [[1, 5], [2, 9]], [[3, 5], [2, 9]]),
        (1, [[1, 2, 9], [0, 7]], [[3, 4, 9], [6, 7]]),
        (1, [[1, 5], [2, 9]], [[0, 5], [1, 9]]),
        (1, [[1, 4, 9], [2, 9]], [[6, 4, 9], [5, 9]]),
        (-1, [[1, 5], [2, 9]], [[3, 5], [4, 9]]),
    ],
    ids=["one shows it", "two bounds", "it went down", "one below was left alone", "upwards from above"],
)
def test_elements_that_no_bound_explains_have_none(sign: int, rows: list[list[int]], outputs: list[list[int]]) -> None:
    assert bound_of(sign, rows, outputs) is None


def test_a_bound_is_known_where_an_element_moved_and_limited_where_none_did() -> None:
    bound = bound_of(1, [[1, 5, 3], [2, 9], [8, 12]], [[4, 5, 4], [7, 9], [8, 12]])
    assert bound == Bound(1, (4, 7, None), (5, 9, 8))
    assert bound.fits([4, 7, 8])
    assert bound.fits([4, 7, -5])
    assert not bound.fits([4, 7, 9])
    assert not bound.fits([4, 6, 8])


def test_a_bound_from_above_is_known_by_its_sign() -> None:
    bound = bound_of(-1, [[1, 5, 3], [2, 9]], [[1, 2, 2], [2, 6]])
    assert bound is not None
    assert bound.fits([2, 6])
    assert not bound.fits([2, 7])


def test_a_bound_of_each_example_is_found_by_what_the_elements_show(library: Library) -> None:
    given = problem(
        "def f(xs, ys, k)",
        "assert f([3, 90, -6], [4, 7, 1, 5], 3) == [3, 8, -6]",
        "assert f([50, 51], [9, 2], 0) == [9, 9]",
        "assert f([8, 8, 40], [3, 10, 30], 1) == [8, 8, 11]",
        "assert f([-1, 4, 20], [1, 2, 3, 6], 2) == [-1, 4, 5]",
    )
    code = first(elements.search(given, bench_for(library, 60.0))).code
    assert called(code, "f([5, 100, 31], [6, 6, 20, 9], 2)") == [5, 22, 22]
