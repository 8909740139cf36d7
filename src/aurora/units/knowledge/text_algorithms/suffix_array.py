"""Where the suffixes of a text start, in the order of the suffixes.

Prefix doubling, Manber and Myers 1990.
"""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="suffix array sorted suffixes positions order",
    examples=[Example(("banana",), [5, 3, 1, 0, 4, 2]), Example(("aaa",), [2, 1, 0]), Example(("",), [])],
    holds=lambda text, ret: all(text[a:] < text[b:] for a, b in itertools.pairwise(ret)) and len(ret) == len(text),
)
def suffix_array(text: str) -> list[int]:
    """Where the suffixes of a text start, in the order of the suffixes."""
    places = list(range(len(text)))
    ranks = [ord(letter) for letter in text]
    width = 1
    while True:
        keys = [(rank, ranks[i + width] if i + width < len(text) else -1) for i, rank in enumerate(ranks)]
        places.sort(key=keys.__getitem__)
        order = {key: rank for rank, key in enumerate(sorted(set(keys)))}
        ranks = [order[key] for key in keys]
        width *= 2
        if len(order) == len(text):
            return places
