"""Lengths of as many pieces of a text as possible when each character is in one piece only."""

from aurora.contracts.component import Example, component


@component(
    words="partition labels split string each letter at most one part",
    examples=[Example(("ababcbacadefegdehijhklij",), [9, 7, 8]), Example(("aa",), [2]), Example(("",), [])],
    holds=lambda text, ret: sum(ret) == len(text) and len(ret) <= len(set(text)),
)
def partition_labels(text: str) -> list[int]:
    """Lengths of as many pieces of a text as possible when each character is in one piece only."""
    last = {letter: place for place, letter in enumerate(text)}
    sizes = []
    start = end = 0
    for place, letter in enumerate(text):
        end = max(end, last[letter])
        if place == end:
            sizes.append(end - start + 1)
            start = end + 1
    return sizes
