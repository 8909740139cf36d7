"""Decisions between programs that are right on some points."""

from aurora.engines.synthesis.bank import Bank, leaf
from aurora.engines.synthesis.cases import decisions
from aurora.engines.synthesis.render import expression


def bank(**vectors: list[object]) -> Bank:
    """A bank of leaves."""
    made = Bank()
    for name, values in vectors.items():
        made.add(leaf(name, values, 1, flags=1))
    return made


def test_without_a_condition_there_is_no_decision() -> None:
    assert list(decisions(bank(a=[1, 2], b=[3, 4]), [1, 4], 5)) == []


def test_a_condition_chooses_the_program_that_is_right() -> None:
    made = bank(a=[1, 2, 9, 9], b=[8, 8, 3, 4], c=[True, True, False, False])
    assert [expression(entry)[0] for entry in decisions(made, [1, 2, 3, 4], 5)] == ["a if c else b"]


def test_three_branches_are_two_conditions() -> None:
    made = bank(
        a=[1, 1, 0, 0, 0, 0],
        b=[5, 5, 2, 2, 5, 5],
        d=[7, 7, 7, 7, 3, 3],
        c=[True, True, False, False, False, False],
        e=[False, False, True, True, False, False],
    )
    texts = [expression(entry)[0] for entry in decisions(made, [1, 1, 2, 2, 3, 3], 9)]
    assert "a if c else b if e else d" in texts
