"""The longest of several texts, the first such one; "" when there are none."""

from aurora.contracts.component import Example, component


@component(
    words="longest string word in list maximum length",
    examples=[Example((["a", "ccc", "bbb"],), "ccc"), Example(([""],), ""), Example(([],), "")],
    holds=lambda texts, ret: all(len(text) <= len(ret) for text in texts) and (not texts or ret in texts),
)
def longest_text(texts: list[str]) -> str:
    """The longest of several texts, the first such one; "" when there are none."""
    return max(texts, key=len, default="")
