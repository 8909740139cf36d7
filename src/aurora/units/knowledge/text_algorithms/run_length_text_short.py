"""A text with each run of a letter as the letter and its length, which is left out when it is 1."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="run length encoding text compress string consecutive characters letter count omit one",
    examples=[Example(("aaab",), "a3b"), Example(("",), ""), Example(("aba",), "aba")],
    holds=lambda text, ret: len(ret) <= len(text) and ret[:1] == text[:1],
)
def run_length_text_short(text: str) -> str:
    """A text with each run of a letter as the letter and its length, which is left out when it is 1."""
    runs = [(letter, len(list(run))) for letter, run in itertools.groupby(text)]
    return "".join(f"{letter}{length if length > 1 else ''}" for letter, length in runs)
