"""A text with each run of a letter as its length and the letter."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="run length encoding text compress string consecutive characters count letter",
    examples=[Example(("aaab",), "3a1b"), Example(("",), ""), Example(("aba",), "1a1b1a")],
    holds=lambda text, ret: ret == "" if not text else ret.endswith(text[-1]),
)
def run_length_text(text: str) -> str:
    """A text with each run of a letter as its length and the letter."""
    return "".join(f"{len(list(run))}{letter}" for letter, run in itertools.groupby(text))
