"""Number of places at which two lists have the same element."""

from aurora.contracts.component import Example, T, component


@component(
    words="count same equal pairs corresponding positions two lists",
    examples=[
        Example(
            (
                [1, 2, 3],
                [1, 5, 3],
            ),
            2,
        ),
        Example(
            (
                [],
                [],
            ),
            0,
        ),
        Example(
            (
                ["a"],
                ["b"],
            ),
            0,
        ),
    ],
    holds=lambda left, right, ret: 0 <= ret <= min(len(left), len(right)),
)
def count_equal_pairs(left: list[T], right: list[T]) -> int:
    """Number of places at which two lists have the same element."""
    return sum(a == b for a, b in zip(left, right, strict=False))
