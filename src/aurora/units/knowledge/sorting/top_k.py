"""The k greatest elements of a list, the greatest first."""

import heapq
import itertools

from aurora.contracts.component import C, Example, Nat, component


@component(
    words="largest biggest highest n best heap nlargest",
    examples=[Example(([3, 1, 5, 4], 2), [5, 4]), Example(([1], 3), [1]), Example(([], 2), [])],
    holds=lambda values, k, ret: (
        len(ret) == min(max(k, 0), len(values)) and not any(a < b for a, b in itertools.pairwise(ret))
    ),
)
def top_k(values: list[C], k: Nat) -> list[C]:
    """The k greatest elements of a list, the greatest first."""
    return heapq.nlargest(k, values)
