"""The Shannon entropy of the items in bits: how many yes-no questions one of them takes.

Shannon 1948.
"""

import collections
import math

from aurora.contracts.component import Example, T, component


@component(
    words="entropy shannon information bits uncertainty frequencies",
    examples=[Example((["a", "b"],), 1.0), Example(([1, 1, 1],), 0.0), Example(([1, 2, 3, 4],), 2.0)],
    holds=lambda items, ret: -1e-9 <= ret <= math.log2(max(1, len(set(items)))) + 1e-9,
)
def entropy(items: list[T]) -> float:
    """The Shannon entropy of the items in bits: how many yes-no questions one of them takes."""
    counts = collections.Counter(items).values()
    return sum(count * math.log2(len(items) / count) for count in counts) / max(1, len(items))
