"""The pieces of a text between any of the separating characters, without empty ones."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="split on several multiple delimiters separators tokens",
    examples=[Example(("a,b;c", ",;"), ["a", "b", "c"]), Example((",,a", ","), ["a"]), Example(("abc", ""), ["abc"])],
    holds=lambda _text, separators, ret: all(piece and not set(piece) & set(separators) for piece in ret),
)
def split_any(text: str, separators: str) -> list[str]:
    """The pieces of a text between any of the separating characters, without empty ones."""
    runs = itertools.groupby(text, lambda char: char in separators)
    return ["".join(run) for separating, run in runs if not separating]
