"""The k elements of a list for which a function gives the most, the greatest first."""

import heapq
import itertools
from collections.abc import Callable

from aurora.contracts.component import C, Example, Nat, T, component


@component(
    words="best n by key longest highest scoring",
    examples=[
        Example((["a", "ccc", "bb"], len, 2), ["ccc", "bb"]),
        Example(([1], abs, 3), [1]),
        Example(([], len, 2), []),
    ],
    holds=lambda values, key, k, ret: (
        len(ret) == min(max(k, 0), len(values)) and not any(key(a) < key(b) for a, b in itertools.pairwise(ret))
    ),
)
def top_k_by(values: list[T], key: Callable[[T], C], k: Nat) -> list[T]:
    """The k elements of a list for which a function gives the most, the greatest first."""
    return heapq.nlargest(k, values, key=key)
