"""The shortest of several texts, the first such one; "" when there are none."""

from aurora.contracts.component import Example, component


@component(
    words="shortest string word in list minimum length",
    examples=[Example((["aa", "c", "b"],), "c"), Example(([""],), ""), Example(([],), "")],
    holds=lambda texts, ret: all(len(ret) <= len(text) for text in texts) and (not texts or ret in texts),
)
def shortest_text(texts: list[str]) -> str:
    """The shortest of several texts, the first such one; "" when there are none."""
    return min(texts, key=len, default="")
