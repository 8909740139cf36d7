"""Whether a text is two texts shuffled into each other, each in its own order."""

from aurora.contracts.component import Example, component


@component(
    words="interleaving interleave shuffle merge two strings form third",
    examples=[
        Example(("aab", "axy", "aaxaby"), True),
        Example(("ab", "cd", "acdbx"), False),
        Example(("", "", ""), True),
    ],
    holds=lambda first, second, text, ret: not ret or sorted(first + second) == sorted(text),
)
def is_interleaving(first: str, second: str, text: str) -> bool:
    """Whether a text is two texts shuffled into each other, each in its own order."""
    if len(first) + len(second) != len(text):
        return False
    reachable = {0}
    for place, letter in enumerate(text):
        from_first = {i + 1 for i in reachable if i < len(first) and first[i] == letter}
        from_second = {i for i in reachable if place - i < len(second) and second[place - i] == letter}
        reachable = from_first | from_second
    return len(first) in reachable
