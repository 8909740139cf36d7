"""Smallest sum of waiting times when jobs of these lengths run one after the other: the shortest first."""

import itertools

from aurora.contracts.component import Example, Nat, component


@component(
    words="minimum total waiting time shortest job first scheduling",
    examples=[Example(([3, 2, 1, 2, 6],), 17), Example(([5],), 0), Example(([],), 0)],
    holds=lambda lengths, ret: len(lengths) > 1 or ret == 0,
)
def waiting_time(lengths: list[Nat]) -> int:
    """Smallest sum of waiting times when jobs of these lengths run one after the other: the shortest first."""
    return sum(itertools.accumulate(sorted(lengths)[:-1]))
