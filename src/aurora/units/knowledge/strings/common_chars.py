"""The different characters of one text that also occur in the other, in the order of the first text."""

from aurora.contracts.component import Example, component


@component(
    words="shared letters intersection characters in both strings",
    examples=[Example(("banana", "nab"), "ban"), Example(("abc", "xyz"), ""), Example(("", "a"), "")],
    holds=lambda one, other, ret: set(ret) == set(one) & set(other) and len(ret) == len(set(ret)),
)
def common_chars(one: str, other: str) -> str:
    """The different characters of one text that also occur in the other, in the order of the first text."""
    return "".join(char for char in dict.fromkeys(one) if char in other)
