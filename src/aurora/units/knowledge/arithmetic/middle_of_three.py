"""The middle one of three numbers in their order of size."""

from aurora.contracts.component import Example, N, component


@component(
    words="median of three neither largest nor smallest second",
    examples=[Example((3, 1, 2), 2), Example((5, 5, 1), 5), Example((-1, 0, -2), -1)],
    holds=lambda a, b, c, ret: (
        ret in (a, b, c) and min(a, b, c) <= ret <= max(a, b, c) and sum(n <= ret for n in (a, b, c)) >= 2
    ),
)
def middle_of_three(a: N, b: N, c: N) -> N:
    """The middle one of three numbers in their order of size."""
    return max(min(a, b), min(max(a, b), c))
