"""What an output tells of each element."""

import pytest

from aurora.engines.synthesis import elements
from aurora.engines.synthesis.elements import kept, telling
from aurora.engines.synthesis.library import Library
from tests.engines.synthesis.problems import bench_for, called, first, problem


@pytest.mark.parametrize(
    ("row", "output", "labels"),
    [
        ([1, 2, 3], [2], [False, True, False]),
        ([1, 2, 1], [1], [True, False, False]),
        ([1, 2], [], [False, False]),
        ([1, 2], [2, 1], None),
        ([1], [True], None),
    ],
)
def test_a_subsequence_labels_the_elements_it_keeps(
    row: list[object], output: list[object], labels: list[bool] | None
) -> None:
    assert kept(row, output) == labels


def test_a_map_that_changes_much_tells_no_constants() -> None:
    assert telling([[1, 2, 3], [4]], [[2, 3, 4], [5]]) == []
    assert telling([[1, 2]], [[1, 2]]) == []


def test_a_map_that_writes_one_value_at_one_place_tells_both() -> None:
    assert telling([[5, 6, 7], [6], [1, 1]], [[5, 40, 7], [6], [1, 40]]) == [(40, 2), (1, 2)]
    assert telling([["a", "b"], ["b"]], [["a", "-"], ["-"]]) == [("-", 2)]


def test_a_number_that_one_list_shows_costs_what_its_size_says() -> None:
    ((value, cost), *_) = telling([[5, 6, 7], [6]], [[5, 400, 400], [6]])
    assert value == 400
    assert cost > 6


def test_a_list_is_no_constant() -> None:
    assert telling([[1, 2]], [[[1], 2]]) == [(0, 2)]


def test_the_value_at_one_place_is_replaced(library: Library) -> None:
    given = problem(
        "def f(xs)",
        "assert f([5, 6, 7, 2]) == [5, 6, 41, 2]",
        "assert f([3, 3]) == [3, 3]",
        "assert f([9, 1, 1, 8, 8]) == [9, 1, 41, 8, 8]",
        "assert f([4, 2, 6]) == [4, 2, 41]",
    )
    code = first(elements.search(given, bench_for(library, 60.0))).code
    assert called(code, "f([7, 7, 7, 7]), f([1])") == ([7, 7, 41, 7], [1])


@pytest.mark.parametrize(
    ("asserts", "call", "answer"),
    [
        (("f('ab') == 'aabb'", "f('xay') == 'xxaayy'", "f('') == ''"), "f('q!')", "qq!!"),
        (("f('a-b') == 'a--b'", "f('--') == '----'", "f('xyz') == 'xyz'"), "f('p-q-')", "p--q--"),
        (("f([2, 1, 3]) == [2, 2, 1, 1, 3, 3]", "f([5]) == [5, 5]", "f([]) == []"), "f([7, 8])", [7, 7, 8, 8]),
    ],
)
def test_each_element_may_become_a_piece(library: Library, asserts: tuple[str, ...], call: str, answer: object) -> None:
    given = problem("def f(given)", *(f"assert {text}" for text in asserts))
    assert called(first(elements.search(given, bench_for(library, 60.0))).code, call) == answer


def test_pieces_leave_room_for_a_list_whose_elements_are_kept(library: Library) -> None:
    given = problem(
        "def f(xs, ys, k)",
        "assert f([4], [-7, 49], 90) == [93]",
        "assert f([2, 8, 1, 3], [15, 156], 26) == [29, 156]",
        "assert f([6, 6], [-16, 83], -26) == [-16, 83]",
        "assert f([5, 8, 10], [-79, -90], -95) == [-79, -90]",
    )
    code = first(elements.search(given, bench_for(library, 60.0))).code
    assert called(code, "f([1, 2, 3], [40, 7, 90, 1], 20)") == [40, 23, 90]


def test_elements_are_divided_by_a_usual_number_at_last(library: Library) -> None:
    given = problem("def f(k, xs)", "assert f(20, [92, 165]) == [1, 2]", "assert f(3, [26, 100]) == [2, 8]")
    code = first(elements.search(given, bench_for(library, 60.0))).code
    assert called(code, "f(10, [87, 9, 39])") == [2, 0, 0]
