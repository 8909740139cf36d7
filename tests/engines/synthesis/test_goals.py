"""Goals are met directly, one step before, part by part, and nearly."""

import pytest

from aurora.engines.synthesis.bank import Bank, leaf
from aurora.engines.synthesis.goals import Goals
from aurora.engines.synthesis.render import expression


def met(outputs: list[object], *vectors: list[object]) -> list[str]:
    """How programs with these values meet the goal; the programs are named a, b, ..."""
    goals, bank = Goals(outputs, [("p", [[1], [2]])]), Bank()
    goals.attach(bank)
    for name, values in zip("abc", vectors, strict=False):
        bank.add(leaf(name, values, 1, flags=1))
    return [expression(hit.entry)[0] for hit in goals.hits]


def test_other_values_do_not_meet_it() -> None:
    assert met([1, 2], [2, 4]) == []


@pytest.mark.parametrize(
    ("outputs", "values", "text"),
    [
        ([3, 5], [3, 5], "a"),
        ([(1, 2), (3,)], [[1, 2], [3]], "tuple(a)"),
        ([True, False], [False, True], "not a"),
        (["yes", "no"], [True, False], "'yes' if a else 'no'"),
        ([3, 5], [2, 4], "a + 1"),
        ([[7, 1], [7]], [[1], []], "[7] + a"),
        ([[1, 5], [2, 6]], [[5], [6]], "p + a"),
        (["ab", "c"], [["a", "b"], ["c"]], '"".join(a)'),
        ([1.5, 2.33], [1.5, 2.3333], "round(a, 2)"),
    ],
)
def test_a_value_one_step_before_is_led_on(outputs: list[object], values: list[object], text: str) -> None:
    assert text in met(outputs, values)


def test_parts_are_put_together() -> None:
    assert "[a, b]" in met([[1, 9], [2, 8]], [1, 2], [9, 8])


def test_the_code_of_a_character_may_be_a_rest_with_the_code_of_another_added() -> None:
    goals, bank = Goals(["B", "E"], moduli={7: 1}, letters={"A": 1}), Bank()
    goals.attach(bank)
    bank.add(leaf("a", [8, 18], 1, flags=1))
    assert "chr(a % 7 + ord('A'))" in {expression(hit.entry)[0] for hit in goals.hits}
