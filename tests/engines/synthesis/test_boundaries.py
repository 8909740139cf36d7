"""Values at the edges: what only looks equal, what cannot be hashed, what is too large, what does not fit."""

from typing import Any

import pytest

from aurora.engines.synthesis.bank import Bank, Entry, key_of, leaf
from aurora.engines.synthesis.constants import leaves_of
from aurora.engines.synthesis.grammar import OPERATORS
from aurora.engines.synthesis.operators import operator
from aurora.engines.synthesis.space import Space
from aurora.engines.synthesis.types import match, parse, type_of, vector_type
from tests.engines.synthesis.problems import problem, texts

ADD = operator("num num | {0:8} + {1:9} | 8 | 1 | add")


def filled(level: int, *asserts: str, signature: str = "def f(a, b)") -> Space:
    space = Space(leaves_of(problem(signature, *asserts)), OPERATORS)
    for _ in space.fill(level):
        pass
    return space


@pytest.mark.parametrize(
    ("one", "other"), [([1], [True]), ([1], [1.0]), ([0.0], [-0.0]), ([[1]], [(1,)]), (["1"], [1])]
)
def test_values_that_only_look_equal_have_different_fingerprints(one: list[Any], other: list[Any]) -> None:
    assert key_of(one) != key_of(other)


def test_equal_values_made_in_different_ways_have_one_fingerprint() -> None:
    shared = [1, 2]
    assert key_of([shared, shared]) == key_of([[1, 2], [1, 2]])
    assert key_of(["ab" + "c" * 3]) == key_of(["".join(["abc", "cc"])])


@pytest.mark.parametrize("vector", [["x" * 100_000], [10**50_000], [list(range(100_000))]])
def test_a_vector_that_is_too_large_is_not_kept(vector: list[Any]) -> None:
    bank = Bank()
    assert key_of(vector) is None
    assert not bank.add(leaf("a", vector, 1))
    bank.offer(ADD, vector, (), 2, 1)
    assert bank.count == 0


def test_values_that_cannot_be_written_down_are_told_by_their_looks() -> None:
    assert key_of([1, range(3)]) == key_of([1, range(3)])
    assert key_of([range(3)]) != key_of([range(4)])


def test_a_full_bank_keeps_nothing_more() -> None:
    bank = Bank(limit=2)
    for value in range(5):
        bank.offer(ADD, [value], (), 1, 1)
    assert (bank.count, bank.tried, bank.full) == (2, 5, True)


def test_an_entry_walks_over_all_that_it_is_made_of() -> None:
    a, b = leaf("a", [1], 1), leaf("b", [2], 1)
    inner = Entry([3], "int", 3, ADD, (a, b))
    outer = Entry([4], "int", 5, ADD, (inner, a))
    assert list(outer.walk()) == [outer, inner, a, b, a]


def test_a_division_by_zero_in_one_example_leaves_the_program_out() -> None:
    space = filled(4, "assert f(6, 3) == 2", "assert f(5, 0) == 0")
    assert not {"a // b", "a % b", "a / b"} & texts(space.bank.upto(4))
    space = filled(4, "assert f(17, 5) == 2", "assert f(23, 4) == 0")
    assert {"a // b", "a % b", "a / b"} <= texts(space.bank.upto(4))


def test_values_that_cannot_be_hashed_make_no_set() -> None:
    space = filled(4, "assert f([[1], [1]], 0) == [[1]]", "assert f([[2]], 1) == [[2]]")
    assert not any("set(a)" in text or "dict.fromkeys(a)" in text for text in texts(space.bank.upto(4)))


def test_huge_numbers_do_not_stop_the_search() -> None:
    space = filled(5, f"assert f({10**30}, {10**25}) == 0", f"assert f({10**31}, 7) == 1")
    assert "a + b" in texts(space.bank.upto(5))
    assert not any("a ** b" in text for text in texts(space.bank.upto(5)))


def test_lists_and_tuples_are_different_values() -> None:
    space = filled(4, "assert f([1, 2], 0) == (1, 2)", "assert f([5], 1) == (5,)")
    found = {type(entry.values[0]) for entry in space.bank.upto(4) if list(entry.values[0:1]) in ([[1, 2]], [(1, 2)])}
    assert found == {list, tuple}


def test_examples_of_different_types_are_of_no_one_type() -> None:
    space = filled(2, "assert f(1, 2) == 0", "assert f('x', 3) == 0")
    assert space.bank.of("any", 1)[0].text == "a"
    assert "a + b" not in texts(space.bank.upto(2))


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ([], ("list", "?")),
        ([True, 1], ("list", "any")),
        ([[1], []], ("list", ("list", "int"))),
        ((1, "a"), ("record", "int", "str")),
        (frozenset({1}), ("set", "int")),
        ({}, ("dict", "?", "?")),
        (object(), "any"),
    ],
)
def test_the_type_of_an_unusual_value(value: Any, found: Any) -> None:
    assert type_of(value) == found


def test_a_vector_of_nothing_and_of_everything() -> None:
    assert [vector_type(values) for values in ([], [1, None], [1, 2.0], [[], [1]])] == [
        "?",
        "any",
        "float",
        ("list", "int"),
    ]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("int", "bool"),
        ("num", "bool"),
        ("[T]", "str"),
        ("[T]", ("set", "int")),
        ("{T}", ("list", "int")),
        ("hashable", ("list", "int")),
        ("[int]", ("record", "int", "str")),
    ],
)
def test_a_type_that_does_not_fit_is_refused(pattern: str, found: Any) -> None:
    assert not match(parse(pattern), found, {})
