"""The place of an arrangement of different items among all of them in lexicographic order, from 0.

Lehmer code: how many smaller items follow each item.
"""

import math

from aurora.contracts.component import C, Distinct, Example, component


@component(
    words="rank index of permutation lexicographic position dictionary order lehmer",
    examples=[Example(([2, 1, 3],), 2), Example(([1, 2, 3],), 0), Example(([],), 0)],
    holds=lambda items, ret: 0 <= ret < math.factorial(len(items)) and (ret == 0) == (items == sorted(items)),
)
def rank_permutation(items: Distinct[C]) -> int:
    """The place of an arrangement of different items among all of them in lexicographic order, from 0."""
    rank = 0
    for place, item in enumerate(items):
        smaller = sum(other < item for other in items[place + 1 :])
        rank = rank * (len(items) - place) + smaller
    return rank
