"""Whether all characters of one text occur in the other in the same order, maybe with gaps."""

from aurora.contracts.component import Example, component


@component(
    words="subsequence in order contained with gaps delete letters to get",
    examples=[Example(("ace", "abcde"), True), Example(("aec", "abcde"), False), Example(("", "abc"), True)],
    holds=lambda part, whole, ret: not ret or (len(part) <= len(whole) and set(part) <= set(whole)),
)
def occurs_in_order(part: str, whole: str) -> bool:
    """Whether all characters of one text occur in the other in the same order, maybe with gaps."""
    rest = iter(whole)
    return all(char in rest for char in part)
