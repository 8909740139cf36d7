"""The element of a list that is nearest to a number, the first such one; raises ValueError for an empty list."""

from aurora.contracts.component import Example, N, NonEmpty, component


@component(
    words="closest value to target smallest absolute difference",
    examples=[Example(([1, 5, 9], 6), 5), Example(([4, 6], 5), 4), Example(([-3], 100), -3)],
    holds=lambda numbers, number, ret: (
        ret in numbers and all(abs(ret - number) <= abs(other - number) for other in numbers)
    ),
)
def nearest(numbers: NonEmpty[N], number: N) -> N:
    """The element of a list that is nearest to a number, the first such one; raises ValueError for an empty list."""
    return min(numbers, key=lambda candidate: abs(candidate - number))
