"""The notes and coins that make up an amount, the largest first.

Right for everyday currencies; raises `ValueError` when the greedy choice leaves a rest.
"""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="change greedy coins notes denominations largest first cash",
    examples=[
        Example((93, [1, 5, 10, 50]), [50, 10, 10, 10, 10, 1, 1, 1]),
        Example((0, [1]), []),
        Example((30, [5, 25]), [25, 5]),
    ],
    holds=lambda amount, _values, ret: sum(ret) == amount and ret == sorted(ret, reverse=True),
)
def greedy_change(amount: Nat, values: list[Positive]) -> list[int]:
    """The notes and coins that make up an amount, the largest first."""
    if any(value <= 0 for value in values):
        raise ValueError("values must be positive")
    change = []
    for value in sorted(values, reverse=True):
        count, amount = divmod(amount, value)
        change += [value] * count
    if amount:
        raise ValueError("the values leave a rest")
    return change
