"""Number of different arrangements of the items, of which some may be equal."""

import collections
import math

from aurora.contracts.component import Example, T, component


@component(
    words="number of distinct permutations anagrams count rearrangements multiset letters",
    examples=[Example((["a", "b", "a"],), 3), Example(([],), 1), Example(([1, 1],), 1)],
    holds=lambda items, ret: math.factorial(len(items)) % ret == 0,
)
def count_arrangements(items: list[T]) -> int:
    """Number of different arrangements of the items, of which some may be equal."""
    counts = collections.Counter(items).values()
    return math.factorial(len(items)) // math.prod(math.factorial(count) for count in counts)
