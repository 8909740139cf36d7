"""The k elements of a list that are nearest to a number, the nearest first."""

import heapq
import itertools

from aurora.contracts.component import Example, N, Nat, component


@component(
    words="closest values to target k nearest neighbours",
    examples=[Example(([1, 5, 9, 7], 6, 2), [5, 7]), Example(([4], 5, 3), [4]), Example(([], 5, 1), [])],
    holds=lambda numbers, number, _k, ret: (
        all(abs(a - number) <= abs(b - number) for a, b in itertools.pairwise(ret)) and len(ret) <= len(numbers)
    ),
)
def k_nearest(numbers: list[N], number: N, k: Nat) -> list[N]:
    """The k elements of a list that are nearest to a number, the nearest first."""
    return heapq.nsmallest(k, numbers, key=lambda candidate: abs(candidate - number))
