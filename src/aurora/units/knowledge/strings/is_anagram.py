"""Whether two texts consist of the same characters, each as often."""

from aurora.contracts.component import Example, component


@component(
    words="anagram rearrange letters permutation of another same letters",
    examples=[Example(("listen", "silent"), True), Example(("aab", "abb"), False), Example(("", ""), True)],
    holds=lambda one, other, ret: not ret or (len(one) == len(other) and set(one) == set(other)),
)
def is_anagram(one: str, other: str) -> bool:
    """Whether two texts consist of the same characters, each as often."""
    return sorted(one) == sorted(other)
