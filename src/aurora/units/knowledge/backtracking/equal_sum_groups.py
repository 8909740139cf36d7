"""Whether the numbers, not negative, can be divided into a number of groups of equal sum.

The largest first, and never into two groups that are equally full.
"""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="partition into k equal sum subsets groups divide",
    examples=[Example(([4, 3, 2, 3, 5, 2, 1], 4), True), Example(([1, 2, 3, 5], 2), False), Example(([2, 2], 2), True)],
    holds=lambda numbers, groups, ret: not ret or sum(numbers) % groups == 0,
    cost=2.0,
)
def equal_sum_groups(numbers: list[Nat], groups: Positive) -> bool:
    """Whether the numbers, not negative, can be divided into a number of groups of equal sum."""
    if groups < 1 or any(number < 0 for number in numbers):
        raise ValueError("numbers must not be negative and there must be at least one group")
    size, rest = divmod(sum(numbers), groups)
    if rest:
        return False
    states = {(0,) * groups}
    for number in sorted(numbers, reverse=True):
        states = {
            tuple(sorted((*full[:i], full[i] + number, *full[i + 1 :])))
            for full in states
            for i in range(groups)
            if full[i] + number <= size
        }
    return bool(states)
