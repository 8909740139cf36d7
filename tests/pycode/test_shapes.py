from typing import Any

import pytest

from aurora.pycode.shapes import Days, Fixed, Items, Known, Numbers, Pattern, contains, shape_of
from aurora.pycode.types import of_annotation


@pytest.mark.parametrize(
    ("seen", "value"),
    [
        ([1, 5, 9], -1),
        ([1, 5, 9], 500),
        ([1, 5, 9], 2.5),
        ([1, 5, 9], True),
        (["ab", "cde"], ""),
        (["ab", "cde"], "AB"),
        (["ab", "cde"], "a b"),
        (["ab", "cde"], "abcdefghijk"),
        (["2024-01-31"], "2024-02-30"),
        (["07:30", "12:05"], "25:00"),
        (["07:30", "12:05"], "7:30"),
        ([[1, 2], [3]], []),
        ([[1, 2], [3, 4, 5]], (1, 2)),
        ([[1, 2, 4, 4], [3, 4, 5, 7]], [2, 1]),
        ([[[1, 2], [3, 4]]], [[1], [2, 3]]),
        ([(1, "a")], (1,)),
        ([(1, "a")], ("a", 1)),
        ([{"a": 1}], {}),
        ([{"a": 1}], {"a": "x"}),
        ([True], 1),
        ([None, 3], "x"),
        ([{1, 2}], [1, 2]),
    ],
)
def test_a_value_unlike_the_examples_is_outside(seen: list[Any], value: Any) -> None:
    assert not contains(shape_of(seen), value)


@pytest.mark.parametrize(
    ("seen", "value"),
    [
        ([1, 5, 9], 20),
        ([-3, 4], -10),
        ([0.5, 2], 3),
        (["ab", "cde"], "zzz"),
        (["ab1", "2cde"], "7z"),
        (["2024-01-31"], "1999-12-31"),
        (["07:30", "12:05"], "10:20"),
        ([[], [3, 1]], [9, 9, 9]),
        ([[1, 2], [3, 4, 5]], [1, 1, 8]),
        ([[[1, 2], [3, 4]]], [[5, 6], [7, 8]]),
        ([(1, "a"), (2, "b")], (3, "c")),
        ([{"a": 1}, {}], {}),
        ([False], True),
        ([None, 3], None),
        ([{1, 2}], {2}),
    ],
)
def test_a_value_like_the_examples_is_inside(seen: list[Any], value: Any) -> None:
    assert contains(shape_of(seen), value)


def test_dates_and_patterns_are_recognised() -> None:
    assert shape_of(["2024-01-01", "2024-01-03"]) == Days(738886, 738888)
    assert shape_of(["07:30", "12:05"]) == Pattern(((7, 12, 2), (":",), (5, 30, 2)))
    assert not isinstance(shape_of(["one", "two"]), Pattern)
    assert not isinstance(shape_of(["a-1", "a+1"]), Pattern)


def test_order_distinctness_and_evenness_need_several_examples() -> None:
    assert shape_of([[1, 2, 3]]) == Items(list, Numbers(1, 3, whole=True), 3, 3)
    assert shape_of([[1, 2], [3, 5, 9]]) == Items(list, Numbers(1, 9, whole=True), 2, 3)
    assert shape_of([[1, 2, 2, 4], [3, 5, 9]]) == Items(list, Numbers(1, 9, whole=True), 3, 4)
    assert shape_of([[1, 2, 2, 4, 5], [3, 5, 9]]) == Items(list, Numbers(1, 9, whole=True), 3, 5, order=1)
    falling = shape_of([[7, 2, 1], [9, 8, 4], [7, 5, 3]])
    assert falling == Items(list, Numbers(1, 9, whole=True), 3, 3, order=-1, distinct=True)
    assert shape_of([[[1], [2]]]) == Items(list, Items(list, Numbers(1, 2, whole=True), 1, 1), 2, 2, even=True)


def test_without_values_the_type_decides() -> None:
    assert shape_of([], of_annotation("tuple[bool, int]")) == Fixed(
        (Known((False, True)), Numbers(-10, 20, whole=True))
    )
    assert shape_of([[], []], of_annotation("list[float]")) == Items(list, Numbers(-10, 20, whole=False), 0, 0)
    assert shape_of([], of_annotation("")) == Numbers(-10, 20, whole=True)
