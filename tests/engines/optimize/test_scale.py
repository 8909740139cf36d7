"""Larger inputs: the same every time, in the likeness of the small one."""

from itertools import islice

import pytest

from aurora.engines.optimize.scale import grown


@pytest.mark.parametrize("call", [(), (1.5, None), (True,)])
def test_what_cannot_grow_gives_nothing(call: tuple[object, ...]) -> None:
    assert list(grown(call, 0)) == []


def test_sizes_grow_and_the_same_seed_gives_the_same() -> None:
    found = list(grown(([3, 1, 2], 5), 7))
    assert found == list(grown(([3, 1, 2], 5), 7))
    assert [len(call[0]) for _, call in found] == [size for size, _ in found]
    assert all(call[1] == 5 for _, call in found)


def test_order_kinds_and_alphabet_are_kept() -> None:
    call = ([1, 2, 9], "abba", {"k": 1}, {3, 4}, [("x", 1)], [-5, 5], (1.5, 0.5))
    _, made = next(islice(grown(call, 0), 3, None))
    ordered, text, table, members, rows, signed, floats = made
    assert ordered == sorted(ordered)
    assert set(text) <= set("ab")
    assert all(type(key) is str and type(value) is int for key, value in table.items())
    assert all(type(item) is int for item in members)
    assert all(type(row) is tuple and type(row[0]) is str for row in rows)
    assert min(signed) < 0 < max(signed)
    assert all(type(item) is float for item in floats)


def test_numbers_grow_where_there_is_no_collection() -> None:
    assert [call[0] for _, call in grown((7, "".join), 0)][:3] == [6, 9, 13]


def test_items_are_distinct_where_that_is_asked_for_and_their_kind_allows_it() -> None:
    call = ([3, 1, 2], ["a", "b"], {"k": 1}, {(1, "x")}, [1.5, 2.0], [True, False], [1, 2, 9], [[1], [2]])
    size, made = next(islice(grown(call, 0, distinct=True), 12, None))
    numbers, words, table, members, floats, flags, ordered, rows = made
    assert [len(set(each)) for each in (numbers, words, table, members, floats, ordered)] == [size] * 6
    assert len({repr(row) for row in rows}) == size
    assert (len(flags), set(flags)) == (size, {True, False})  # there are no more of them
    assert ordered == sorted(ordered)


def test_equal_items_are_there_where_nothing_else_is_asked_for() -> None:
    size, (numbers,) = next(islice(grown(([3, 1, 2],), 0), 12, None))
    assert len(set(numbers)) < size
