"""Value that is kth in order of how often it occurs, the most frequent being the first."""

import collections

from aurora.contracts.component import Example, Positive, T, component


@component(
    words="second third most common frequent repeated nth",
    examples=[
        Example(
            (
                ["a", "b", "a"],
                2,
            ),
            "b",
        ),
        Example(
            (
                [5, 5, 1],
                1,
            ),
            5,
        ),
        Example(
            (
                [1, 2, 2, 3, 3, 3],
                3,
            ),
            1,
        ),
    ],
    holds=lambda values, place, ret: ret in values and place <= len(set(values)),
)
def kth_most_common(values: list[T], place: Positive) -> T:
    """Value that is kth in order of how often it occurs, the most frequent being the first."""
    return collections.Counter(values).most_common(place)[place - 1][0]
