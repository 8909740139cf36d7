"""The one of two candidates that is nearer to a number; the first when both are as near."""

from aurora.contracts.component import Example, N, component


@component(
    words="closer closest of two options choose nearest target",
    examples=[Example((5, 4, 9), 4), Example((5, 1, 6), 6), Example((5, 4, 6), 4)],
    holds=lambda number, a, b, ret: (
        ret in (a, b) and abs(number - ret) <= abs(number - a) and abs(number - ret) <= abs(number - b)
    ),
)
def nearest_of_two(number: N, a: N, b: N) -> N:
    """The one of two candidates that is nearer to a number; the first when both are as near."""
    return min(a, b, key=lambda candidate: abs(number - candidate))
