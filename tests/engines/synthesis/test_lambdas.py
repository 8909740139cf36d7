from typing import Any

from aurora.engines.synthesis.bank import Entry, leaf
from aurora.engines.synthesis.grammar import OPERATORS
from aurora.engines.synthesis.lambdas import Child
from aurora.engines.synthesis.space import Space
from tests.engines.synthesis.problems import texts


def filled(columns: dict[str, list[Any]], level: int) -> Space:
    leaves = [leaf(name, values, 1, flags=1) for name, values in columns.items()]
    space = Space(leaves, OPERATORS)
    for _ in space.fill(level):
        pass
    return space


def entry_of(space: Space, name: str) -> Entry:
    return next(entry for entry in space.bank.upto(1) if entry.text == name)


def behaving(space: Space, values: list[Any]) -> set[str]:
    return texts(entry for entry in space.bank.upto(space.filled) if list(entry.values) == values)


def test_a_list_that_is_always_empty_has_no_elements() -> None:
    space = filled({"xs": [[], []]}, 1)
    assert space.lambdas is not None
    assert space.lambdas.child(entry_of(space, "xs")) is None


def test_a_list_that_is_too_long_is_left_alone() -> None:
    space = filled({"xs": [list(range(100_000))]}, 1)
    assert space.lambdas is not None
    assert space.lambdas.child(leaf("xs", [list(range(100_000))], 1)) is None


def test_a_space_has_only_so_many_children() -> None:
    space = Space([leaf("xs", [[1]], 1, flags=1), leaf("ys", [[2]], 1, flags=1)], OPERATORS, children=1)
    for _ in space.fill(1):
        pass
    assert space.lambdas is not None
    first, second = space.lambdas.child(entry_of(space, "xs")), space.lambdas.child(entry_of(space, "ys"))
    assert first is not None
    assert second is None
    assert list(space.lambdas.made()) == [first]


def test_loops_are_nested_two_deep_at_most() -> None:
    assert Space([], [], depth=2).lambdas is None


def test_a_body_that_raises_at_one_element_makes_no_program() -> None:
    space = filled({"xs": [[4, 0, 2]]}, 5)
    assert not any("1 / number" in text or "// number" in text for text in texts(space.bank.upto(5)))


def test_elements_and_examples_are_told_apart() -> None:
    space = filled({"xs": [[5, 6], [], [7]]}, 1)
    child = Child(space, entry_of(space, "xs"))
    assert child.rows == [[5, 6], [], [7]]
    assert child.grouped(["a", "b", "c"]) == [["a", "b"], [], ["c"]]


def test_maps_filters_and_counts_are_made() -> None:
    space = filled({"xs": [[3, 6, 2, 1, 8], [9, 5, 7], [4, 4]]}, 5)
    assert behaving(space, [[False, True, True, False, True], [False] * 3, [True] * 2]) == {
        "[number % 2 == 0 for number in xs]"
    }
    assert behaving(space, [[6, 2, 8], [], [4, 4]]) == {"[number for number in xs if number % 2 == 0]"}
    assert behaving(space, [3, 0, 2]) == {"sum(number % 2 == 0 for number in xs)"}


def test_a_body_may_read_the_parameters() -> None:
    space = filled({"xs": [[1, 2], [5]], "k": [10, 20]}, 6)
    (text,) = behaving(space, [[11, 12], [25]])
    assert eval(text, {"xs": [1], "k": 5}) == [6]


def test_a_body_may_read_what_the_parameters_make_once_its_level_is_reached() -> None:
    space = filled({"xs": [[4, 9], [5, 6]], "ys": [[7, 8, 9, 4], [5, 1, 2, 3]], "k": [1, 2]}, 3)
    child = Child(space, entry_of(space, "xs"))
    for _ in child.fill(2):
        pass
    assert "ys[k]" not in texts(child.space.leaves)
    for _ in child.fill(3):
        pass
    assert "ys[k]" in texts(child.space.leaves)
    assert any(list(entry.values) == [8, 8, 2, 2] for entry in child.space.bank.of("int", 3))


def test_the_elements_of_a_text_are_its_characters() -> None:
    space = filled({"text": ["aB", "Cdd"]}, 5)
    (text,) = behaving(space, [[False, True], [True, False, False]])
    assert eval(text, {"text": "xY"}) == [False, True]


def test_a_scan_sees_the_total_so_far_from_the_second_element_on() -> None:
    space = filled({"xs": [[1, 2, 3], [4]]}, 1)
    child = Child(space, entry_of(space, "xs"), 100, [[1, 3], []])
    assert child.rows == [[2, 3], []]
    for _ in child.space.fill(3):
        pass
    assert any(list(entry.values) == [3, 6] for entry in child.space.bank.of("int", 3))
