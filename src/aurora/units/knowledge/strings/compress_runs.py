"""A text in which each run of a character is written as the character and the length of the run."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="run length encoding string compression counts a3b1 aaab",
    examples=[Example(("aaab",), "a3b1"), Example(("xyz",), "x1y1z1"), Example(("",), "")],
    holds=lambda text, ret: len(ret) >= 2 * sum(1 for _ in itertools.groupby(text)),
)
def compress_runs(text: str) -> str:
    """A text in which each run of a character is written as the character and the length of the run."""
    return "".join(f"{char}{len(list(run))}" for char, run in itertools.groupby(text))
