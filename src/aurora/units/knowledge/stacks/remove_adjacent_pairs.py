"""A text from which pairs of equal neighbours are removed until there are none."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="remove adjacent duplicates pairs repeatedly stack cancel",
    examples=[Example(("abbaca",), "ca"), Example(("aaa",), "a"), Example(("",), "")],
    holds=lambda text, ret: all(a != b for a, b in itertools.pairwise(ret)) and (len(text) - len(ret)) % 2 == 0,
)
def remove_adjacent_pairs(text: str) -> str:
    """A text from which pairs of equal neighbours are removed until there are none."""
    stack: list[str] = []
    for char in text:
        if stack and stack[-1] == char:
            stack.pop()
        else:
            stack.append(char)
    return "".join(stack)
