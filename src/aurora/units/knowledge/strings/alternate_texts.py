"""The characters of two texts taken in turn, with the rest of the longer one at the end."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="merge interleave zip strings alternately mix weave",
    examples=[Example(("abc", "xy"), "axbyc"), Example(("", "xy"), "xy"), Example(("", ""), "")],
    holds=lambda one, other, ret: sorted(ret) == sorted(one + other),
)
def alternate_texts(one: str, other: str) -> str:
    """The characters of two texts taken in turn, with the rest of the longer one at the end."""
    return "".join(a + b for a, b in itertools.zip_longest(one, other, fillvalue=""))
