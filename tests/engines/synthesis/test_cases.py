"""Decisions between programs that are right on some points."""

from aurora.engines.synthesis.bank import Bank, leaf
from aurora.engines.synthesis.cases import apart, decisions
from aurora.engines.synthesis.render import expression


def bank(**vectors: list[object]) -> Bank:
    """A bank of leaves."""
    made = Bank()
    for name, values in vectors.items():
        made.add(leaf(name, values, 1, flags=1))
    return made


def decided(made: Bank, wanted: list[object], most: int) -> list[str]:
    """The decisions as texts."""
    return [expression(entry)[0] for entry in decisions(made, wanted, most) if entry]


def test_without_a_condition_there_is_no_decision() -> None:
    assert decided(bank(a=[1, 2], b=[3, 4]), [1, 4], 5) == []


def test_a_condition_chooses_the_program_that_is_right() -> None:
    made = bank(a=[1, 2, 9, 9], b=[8, 8, 3, 4], c=[True, True, False, False])
    assert decided(made, [1, 2, 3, 4], 5) == ["a if c else b"]


def test_three_branches_are_two_conditions() -> None:
    made = bank(
        a=[1, 1, 0, 0, 0, 0],
        b=[5, 5, 2, 2, 5, 5],
        d=[7, 7, 7, 7, 3, 3],
        c=[True, True, False, False, False, False],
        e=[False, False, True, True, False, False],
    )
    assert "a if c else b if e else d" in decided(made, [1, 1, 2, 2, 3, 3], 9)


def test_both_branches_may_be_decided_again() -> None:
    made = bank(
        a=[1, 1, 0, 0, 0, 0, 0, 0],
        b=[0, 0, 2, 2, 0, 0, 0, 0],
        d=[0, 0, 0, 0, 3, 3, 0, 0],
        e=[0, 0, 0, 0, 0, 0, 4, 4],
        front=[True, True, True, True, False, False, False, False],
        odd=[True, True, False, False, True, True, False, False],
    )
    wanted: list[object] = [1, 1, 2, 2, 3, 3, 4, 4]
    assert decided(made, wanted, 12)[0] == "(a if odd else b) if front else d if odd else e"


def test_a_decision_that_costs_too_much_is_none() -> None:
    made = bank(a=[1, 2, 9, 9], b=[8, 8, 3, 4], c=[True, True, False, False])
    assert decided(made, [1, 2, 3, 4], 1) == []


def test_a_branch_of_another_kind_of_value_is_no_surprise() -> None:
    assert apart([3, None, 2.5, 7]) == 0b0010
    assert apart([3, None, None, "a"]) == 0b1001
    assert apart([3, 2.5, 7]) == 0
    assert apart([3, None]) == 0


def test_a_branch_that_its_kind_tells_costs_no_more_for_being_shown_once() -> None:
    vectors: dict[str, list[object]] = {"a": [4, 5, 6], "b": [None, None, None], "c": [True, True, False]}
    told = min(entry.cost for entry in decisions(bank(**vectors), [4, 5, None], 9) if entry)
    vectors["b"] = [0, 0, 0]
    untold = min(entry.cost for entry in decisions(bank(**vectors), [4, 5, 0], 9) if entry)
    assert untold > told
