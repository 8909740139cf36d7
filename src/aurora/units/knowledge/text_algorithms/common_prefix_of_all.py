"""The longest start that all texts have."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="longest common prefix of list of strings all start",
    examples=[Example((["flower", "flow", "flight"],), "fl"), Example(([],), ""), Example((["a", "b"],), "")],
    holds=lambda texts, ret: all(text.startswith(ret) for text in texts),
)
def common_prefix_of_all(texts: list[str]) -> str:
    """The longest start that all texts have."""
    low, high = min(texts, default=""), max(texts, default="")
    equal = (a == b for a, b in zip(low, high, strict=False))
    return low[: sum(itertools.takewhile(bool, equal))]
