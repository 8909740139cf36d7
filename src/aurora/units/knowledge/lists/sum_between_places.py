"""Sum of the numbers from a place to another, both included."""

from aurora.contracts.component import Example, Index, N, component


@component(
    words="sum of numbers between indices range specified subarray query",
    examples=[
        Example(
            (
                [2, 1, 5, 6],
                1,
                2,
            ),
            6,
        ),
        Example(
            (
                [1],
                0,
                0,
            ),
            1,
        ),
        Example(
            (
                [4, 5, 6],
                0,
                2,
            ),
            15,
        ),
    ],
    holds=lambda numbers, first, last, ret: first > last or ret == sum(numbers[first : last + 1]),
)
def sum_between_places(numbers: list[N], first: Index, last: Index) -> N:
    """Sum of the numbers from a place to another, both included."""
    return sum(numbers[first : last + 1])
