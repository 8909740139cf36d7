"""A text as pairs of a character and how often it stands there in a row."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="run length encoding compress consecutive repeats counts",
    examples=[
        Example(("aaab",), [("a", 3), ("b", 1)]),
        Example(("abab",), [("a", 1), ("b", 1), ("a", 1), ("b", 1)]),
        Example(("",), []),
    ],
    holds=lambda text, ret: "".join(char * times for char, times in ret) == text,
)
def encode_runs(text: str) -> list[tuple[str, int]]:
    """A text as pairs of a character and how often it stands there in a row."""
    return [(char, len(list(run))) for char, run in itertools.groupby(text)]
